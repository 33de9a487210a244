/* SPDX-License-Identifier: MIT */
#include "base/utf8.h"

#include <stdio.h>
#include <string.h>
#include <utf8proc.h>

/* The lead byte decides length and, for four of them, a narrower range for the
 * second byte: Unicode 15, table 3-7. */
static size_t lead(uint8_t b, uint8_t *low, uint8_t *high)
{
	*low = 0x80;
	*high = 0xBF;
	if (b < 0xC2 || b > 0xF4)
		return 0;
	if (b == 0xE0)
		*low = 0xA0;
	if (b == 0xED)
		*high = 0x9F;
	if (b == 0xF0)
		*low = 0x90;
	if (b == 0xF4)
		*high = 0x8F;
	return b < 0xE0 ? 2 : b < 0xF0 ? 3 : 4;
}

size_t cl_utf8_decode(struct cl_str s, size_t at, uint32_t *code)
{
	uint8_t b = (uint8_t)s.ptr[at];
	uint8_t low;
	uint8_t high;
	size_t len;
	uint32_t value;

	*code = b;
	if (b < 0x80)
		return 1;
	*code = CL_REPLACEMENT;
	len = lead(b, &low, &high);
	if (len == 0)
		return 1;
	value = b & (0x7Fu >> len);
	for (size_t i = 1; i < len; i++) {
		if (at + i >= s.len)
			return i;
		b = (uint8_t)s.ptr[at + i];
		if (b < low || b > high)
			return i;
		value = value << 6 | (b & 0x3Fu);
		low = 0x80;
		high = 0xBF;
	}
	*code = value;
	return len;
}

size_t cl_utf8_encode(uint32_t code, char out[4])
{
	if (code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF))
		code = CL_REPLACEMENT;
	if (code < 0x80) {
		out[0] = (char)code;
		return 1;
	}
	if (code < 0x800) {
		out[0] = (char)(0xC0 | code >> 6);
		out[1] = (char)(0x80 | (code & 0x3F));
		return 2;
	}
	if (code < 0x10000) {
		out[0] = (char)(0xE0 | code >> 12);
		out[1] = (char)(0x80 | (code >> 6 & 0x3F));
		out[2] = (char)(0x80 | (code & 0x3F));
		return 3;
	}
	out[0] = (char)(0xF0 | code >> 18);
	out[1] = (char)(0x80 | (code >> 12 & 0x3F));
	out[2] = (char)(0x80 | (code >> 6 & 0x3F));
	out[3] = (char)(0x80 | (code & 0x3F));
	return 4;
}

/* A decoded U+FFFD may have stood in the text itself, EF BF BD: no malformed
 * run of three bytes begins with EF, since that leads three. */
static bool malformed(struct cl_str s, size_t at, size_t len, uint32_t code)
{
	return code == CL_REPLACEMENT &&
	       !(len == 3 && (uint8_t)s.ptr[at] == 0xEF);
}

/* Whether the eight bytes from at on are there, and ASCII. */
static bool eight_ascii(struct cl_str s, size_t at)
{
	uint64_t bytes;

	if (s.len - at < sizeof(bytes))
		return false;
	memcpy(&bytes, s.ptr + at, sizeof(bytes));
	return (bytes & 0x8080808080808080u) == 0;
}

bool cl_utf8_valid(struct cl_str s)
{
	uint32_t code;

	for (size_t at = 0, len; at < s.len; at += len) {
		len = 8; /* most is ASCII */
		if (eight_ascii(s, at))
			continue;
		len = cl_utf8_decode(s, at, &code);
		if (malformed(s, at, len, code))
			return false;
	}
	return true;
}

bool cl_utf8_is_ascii(struct cl_str s)
{
	for (size_t i = 0; i < s.len; i++)
		if ((uint8_t)s.ptr[i] >= 0x80)
			return false;
	return true;
}

size_t cl_utf8_count(struct cl_str s)
{
	size_t count = 0;
	uint32_t code;

	for (size_t at = 0; at < s.len; count++)
		at += cl_utf8_decode(s, at, &code);
	return count;
}

struct cl_str cl_utf8_cut(struct cl_str s, size_t max)
{
	if (s.len <= max)
		return s;
	s.len = max;
	for (size_t back = 1; back <= 4 && back <= max; back++) {
		size_t at = max - back;
		uint8_t b = (uint8_t)s.ptr[at];
		uint8_t low;
		uint8_t high;

		if ((b & 0xC0) == 0x80)
			continue;
		if (b >= 0x80 && lead(b, &low, &high) > back)
			s.len = at;
		break;
	}
	return s;
}

void cl_utf8_add_valid(struct cl_buf *out, struct cl_str s)
{
	size_t clean = 0;
	uint32_t code;

	for (size_t at = 0, len; at < s.len; at += len) {
		/* Most is ASCII. */
		len = 1;
		if ((uint8_t)s.ptr[at] - 1u < 0x7F)
			continue;
		len = cl_utf8_decode(s, at, &code);
		if (code != 0 && !malformed(s, at, len, code))
			continue;
		cl_buf_add_str(out, cl_str_sub(s, clean, at));
		cl_buf_add_cstr(out, "\xEF\xBF\xBD");
		clean = at + len;
	}
	cl_buf_add_str(out, cl_str_sub(s, clean, s.len));
}

size_t cl_utf8_cluster(struct cl_str s, size_t at)
{
	utf8proc_int32_t state = 0;
	uint32_t code;
	size_t end = at + cl_utf8_decode(s, at, &code);

	while (end < s.len && (code | (uint8_t)s.ptr[end]) >= 0x80) {
		uint32_t next;
		size_t len = cl_utf8_decode(s, end, &next);

		if (end + len - at > CL_CLUSTER_MAX ||
		    utf8proc_grapheme_break_stateful((utf8proc_int32_t)code,
						     (utf8proc_int32_t)next,
						     &state))
			break;
		code = next;
		end += len;
	}
	return end - at;
}

size_t cl_utf8_width(struct cl_str s)
{
	size_t columns = 0;
	uint32_t code;

	for (size_t at = 0; at < s.len;) {
		int width;

		at += cl_utf8_decode(s, at, &code);
		width = utf8proc_charwidth((utf8proc_int32_t)code);
		columns += width > 0 ? (size_t)width : 0;
	}
	return columns;
}

/* Controls and whatever else could move a cursor, turn the writing direction
 * or hide itself. ZWJ and variation selectors stay: emoji need them. */
static bool is_unsafe(uint32_t code)
{
	return code < 0x20 || (code >= 0x7F && code < 0xA0) || code == 0x061C ||
	       code == 0x200B || code == 0x200E || code == 0x200F ||
	       code == 0x2028 || code == 0x2029 ||
	       (code >= 0x202A && code <= 0x202E) ||
	       (code >= 0x2060 && code <= 0x206F) || code == 0xFEFF ||
	       (code >= 0xE0000 && code <= 0xE007F);
}

static int escape(struct cl_str character, uint32_t code, char *out)
{
	if (malformed(character, 0, character.len, code)) {
		int len = 0;

		for (size_t i = 0; i < character.len; i++)
			len += snprintf(out + len, 5, "\\x%02x",
					(uint8_t)character.ptr[i]);
		return len;
	}
	if (code == '\n')
		return snprintf(out, CL_VISIBLE_MAX, "\\n");
	if (code == '\t')
		return snprintf(out, CL_VISIBLE_MAX, "\\t");
	if (code < 0x100)
		return snprintf(out, CL_VISIBLE_MAX, "\\x%02x", code);
	if (code < 0x10000)
		return snprintf(out, CL_VISIBLE_MAX, "\\u%04x", code);
	return snprintf(out, CL_VISIBLE_MAX, "\\U%08x", code);
}

size_t cl_utf8_visible(struct cl_str character, uint32_t code,
		       char out[CL_VISIBLE_MAX])
{
	if (is_unsafe(code) || malformed(character, 0, character.len, code))
		return (size_t)escape(character, code, out);
	for (size_t i = 0; i < character.len; i++)
		out[i] = character.ptr[i];
	return character.len;
}

void cl_utf8_add_visible(struct cl_buf *out, struct cl_str s)
{
	char visible[CL_VISIBLE_MAX];
	uint32_t code;

	for (size_t at = 0, len; at < s.len; at += len) {
		len = cl_utf8_decode(s, at, &code);
		cl_buf_add(out, visible,
			   cl_utf8_visible(cl_str_sub(s, at, at + len), code,
					   visible));
	}
}
