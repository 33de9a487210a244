/* SPDX-License-Identifier: MIT */
#include "document/source.h"

#include <libxml/HTMLparser.h>

#include "base/utf8.h"

/* How many characters the walker looks ahead when the two disagree. */
#define LOOK_AHEAD 64

static size_t find(struct cl_str s, struct cl_str what, size_t from)
{
	size_t at = cl_str_find_nocase(s, what, from);

	return at < s.len ? at + what.len : s.len;
}

/* The end of a tag: the > outside quotes. An open quote that never ends is
 * none. */
static size_t tag_end(struct cl_str s, size_t at)
{
	char quote = 0;
	size_t i;

	for (i = at; i < s.len && i < at + 65536; i++) {
		if (quote) {
			if (s.ptr[i] == quote)
				quote = 0;
		} else if (s.ptr[i] == '"' || s.ptr[i] == '\'') {
			if (i > at && s.ptr[i - 1] == '=')
				quote = s.ptr[i];
		} else if (s.ptr[i] == '>') {
			return i + 1;
		}
	}
	i = cl_str_find_char(s, '>', at);
	return i < s.len ? i + 1 : s.len;
}

/* Past a tag, comment or declaration at at; at when there is none. */
static size_t skip_markup(struct cl_str s, size_t at)
{
	struct cl_str rest = cl_str_sub(s, at, s.len);
	char c = at + 1 < s.len ? s.ptr[at + 1] : 0;

	if (cl_str_starts(rest, CL_STR("<!--")))
		return find(s, CL_STR("-->"), at);
	if (!cl_is_alpha(c) && c != '/' && c != '!' && c != '?')
		return at;
	if (cl_str_starts_nocase(rest, CL_STR("<script")))
		return find(s, CL_STR("</script"), at);
	if (cl_str_starts_nocase(rest, CL_STR("<style")))
		return find(s, CL_STR("</style"), at);
	return tag_end(s, at);
}

static size_t read_number(struct cl_str name, uint32_t *code)
{
	bool hex = name.len > 1 && (name.ptr[1] | 0x20) == 'x';
	uint32_t n = 0;

	for (size_t i = hex ? 2 : 1; i < name.len; i++) {
		char c = cl_to_lower(name.ptr[i]);
		uint32_t digit = cl_is_digit(c) ? (uint32_t)(c - '0')
				 : hex && c >= 'a' && c <= 'f'
					 ? (uint32_t)(c - 'a' + 10)
					 : 99;

		if (digit == 99 || n > 0x110000)
			return 0;
		n = n * (hex ? 16 : 10) + digit;
	}
	*code = n;
	return name.len;
}

/* The character reference at at: its bytes, or 0. */
static size_t reference(struct cl_str s, size_t at, uint32_t *code)
{
	size_t end = at + 1;
	char name[16];
	const htmlEntityDesc *entity;

	while (end < s.len && end < at + 14 &&
	       (cl_is_alpha(s.ptr[end]) || cl_is_digit(s.ptr[end]) ||
		s.ptr[end] == '#'))
		end++;
	if (end == at + 1)
		return 0;
	if (s.ptr[at + 1] == '#') {
		if (!read_number(cl_str_sub(s, at + 1, end), code))
			return 0;
	} else {
		for (size_t i = at + 1; i < end; i++)
			name[i - at - 1] = s.ptr[i];
		name[end - at - 1] = '\0';
		entity = htmlEntityLookup((const xmlChar *)name);
		if (!entity)
			return 0;
		*code = entity->value;
	}
	return end - at + (end < s.len && s.ptr[end] == ';');
}

/* The next character that is not white space, from at on; false at the end. */
static bool next(struct cl_str s, size_t at, size_t *start, size_t *end,
		 uint32_t *code)
{
	while (at < s.len) {
		char c = s.ptr[at];
		size_t len = 0;

		if (cl_is_space(c)) {
			at++;
			continue;
		}
		if (c == '<') {
			size_t past = skip_markup(s, at);

			if (past > at) {
				at = past;
				continue;
			}
		}
		if (c == '&')
			len = reference(s, at, code);
		if (len == 0)
			len = cl_utf8_decode(s, at, code);
		*start = at;
		*end = at + len;
		return true;
	}
	return false;
}

void cl_source_find(struct cl_source *s, uint32_t code)
{
	size_t at = s->at;

	for (int i = 0; i < LOOK_AHEAD; i++) {
		size_t start, end;
		uint32_t got;

		if (!next(s->html, at, &start, &end, &got))
			return;
		if (got == code) {
			s->start = start;
			s->end = s->at = end;
			return;
		}
		at = end;
	}
}
