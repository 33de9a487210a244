/* SPDX-License-Identifier: MIT */
#include "image/record.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/alloc.h"

/* Decoding makes at most three bytes of one; what is then cut off was beyond
 * the limit anyway. */
#define TEXT_MAX ((size_t)4 * CUTLINE_IMAGE_VALUE_MAX)

struct cl_record *cl_record_new(void)
{
	struct cl_record *r = cl_alloc_zero(1, sizeof(*r));

	if (r)
		cl_buf_init(&r->text, TEXT_MAX);
	return r;
}

void cl_record_free(struct cl_record *r)
{
	if (!r)
		return;
	cl_buf_release(&r->text);
	cl_arena_release(&r->arena);
	cl_free(r);
}

static bool reserve_tag(struct cl_record *r)
{
	size_t cap = r->tag_cap ? 2 * r->tag_cap : 64;
	struct cutline_tag *tags;

	if (r->image.tag_count < r->tag_cap)
		return true;
	tags = cl_arena_array(&r->arena, cap, sizeof(*tags));
	if (!tags) {
		r->failed = true;
		return false;
	}
	if (r->tag_cap)
		memcpy(tags, r->tags, r->image.tag_count * sizeof(*tags));
	r->tags = tags;
	r->image.tags = tags;
	r->tag_cap = cap;
	return true;
}

static struct cl_str trim_end(struct cl_str s)
{
	while (s.len > 0 &&
	       (s.ptr[s.len - 1] == '\0' || cl_is_space(s.ptr[s.len - 1])))
		s.len--;
	return s;
}

/* Add text that is valid UTF-8. */
static void add_text(struct cl_record *r, struct cl_origin origin,
		     struct cl_str text)
{
	struct cutline_tag *tag;

	text = trim_end(cl_utf8_cut(text, CUTLINE_IMAGE_VALUE_MAX));
	if (text.len == 0 || !reserve_tag(r))
		return;
	tag = &r->tags[r->image.tag_count];
	tag->text = cl_arena_dup(&r->arena, text);
	if (!tag->text) {
		r->failed = true;
		return;
	}
	tag->name = origin.name;
	tag->block = origin.block;
	tag->at_limit = origin.at_limit;
	tag->charset = origin.charset;
	tag->charset_guessed = origin.guessed;
	r->image.tag_count++;
}

static bool is_full(struct cl_record *r)
{
	if (r->image.tag_count < CUTLINE_IMAGE_TAGS_MAX)
		return false;
	if (!r->tags_full)
		cl_record_warn(r,
			       "more than %d metadata values; the rest is not "
			       "read",
			       CUTLINE_IMAGE_TAGS_MAX);
	r->tags_full = true;
	return true;
}

struct cl_str cl_whole_characters(struct cl_str bytes)
{
	size_t i = bytes.len;
	size_t wants;
	uint8_t lead;

	while (i > 0 && bytes.len - i < 3 &&
	       ((uint8_t)bytes.ptr[i - 1] & 0xC0) == 0x80)
		i--;
	if (i == 0)
		return bytes;
	lead = (uint8_t)bytes.ptr[i - 1];
	if (lead >= 0xF0 && lead <= 0xF4)
		wants = 3;
	else if (lead >= 0xE0 && lead < 0xF0)
		wants = 2;
	else
		wants = lead >= 0xC2 && lead < 0xE0;
	if (bytes.len - i < wants)
		bytes.len = i - 1;
	return bytes;
}

static bool is_utf8(struct cl_str bytes)
{
	struct cl_str whole;

	if (cl_utf8_valid(bytes))
		return true;
	whole = cl_whole_characters(bytes);
	return cl_utf8_valid(whole) && !cl_utf8_is_ascii(whole);
}

static enum cutline_charset charset_of(struct cl_str bytes,
				       enum cl_encoding encoding)
{
	switch (encoding) {
	case CL_ENC_UTF16LE:
	case CL_ENC_UTF16BE:
		return CUTLINE_CHARSET_UTF16;
	default:
		break;
	}
	if (cl_utf8_is_ascii(bytes))
		return CUTLINE_CHARSET_ASCII;
	switch (encoding) {
	case CL_ENC_LATIN1:
		return CUTLINE_CHARSET_LATIN1;
	case CL_ENC_CP1252:
		return CUTLINE_CHARSET_WINDOWS_1252;
	case CL_ENC_MACROMAN:
		return CUTLINE_CHARSET_MACROMAN;
	default:
		return CUTLINE_CHARSET_UTF8;
	}
}

/* Programs that declare Latin-1 write Windows-1252's quotes in it. */
static void add_decoded(struct cl_record *r, struct cl_origin origin,
			struct cl_str bytes, enum cl_encoding encoding)
{
	/* UTF-16 keeps its NULs, which are halves of characters. */
	if (encoding != CL_ENC_UTF16LE && encoding != CL_ENC_UTF16BE)
		bytes = trim_end(bytes);
	cl_buf_clear(&r->text);
	cl_utf8_add_from(&r->text, bytes,
			 encoding == CL_ENC_LATIN1 ? CL_ENC_CP1252 : encoding);
	if (r->text.failed)
		r->failed = true;
	else
		add_text(r, origin, cl_buf_str(&r->text));
}

void cl_record_add(struct cl_record *r, struct cl_origin origin,
		   struct cl_str bytes, enum cl_encoding encoding)
{
	if (bytes.len == 0 || r->failed || is_full(r))
		return;
	if (bytes.len > CUTLINE_IMAGE_VALUE_MAX) {
		bytes.len = CUTLINE_IMAGE_VALUE_MAX;
		cl_record_warn(r, "%s is longer than %u bytes and was cut",
			       origin.name, CUTLINE_IMAGE_VALUE_MAX);
	}
	origin.charset = charset_of(bytes, encoding);
	origin.guessed &= origin.charset != CUTLINE_CHARSET_ASCII;
	if (encoding == CL_ENC_UTF8)
		bytes = cl_whole_characters(trim_end(bytes));
	if (encoding == CL_ENC_UTF8 && cl_utf8_valid(bytes) &&
	    (bytes.len == 0 || !memchr(bytes.ptr, 0, bytes.len)))
		add_text(r, origin, bytes);
	else
		add_decoded(r, origin, bytes, encoding);
}

void cl_record_add_guessed(struct cl_record *r, struct cl_origin origin,
			   struct cl_str bytes)
{
	origin.guessed = true;
	cl_record_add(r, origin, bytes,
		      is_utf8(bytes) ? CL_ENC_UTF8 : r->fallback);
}

void cl_record_judge(struct cl_record *r, const struct cl_evidence *e,
		     const char *kind)
{
	r->fallback = cl_evidence_judge(e);
	if (r->fallback == CL_ENC_MACROMAN)
		cl_record_warn(r,
			       "the %s block does not say what its text is "
			       "in; by its letters it was read as MacRoman",
			       kind);
	else if (cl_evidence_is_weak(e))
		cl_record_warn(r,
			       "the %s block does not say what its text is "
			       "in; it was read as Windows-1252, which may be "
			       "wrong",
			       kind);
}

void cl_record_warn(struct cl_record *r, const char *format, ...)
{
	char line[256];
	size_t count = r->image.warning_count;
	struct cl_buf visible;
	va_list args;

	if (count == CL_RECORD_WARNINGS || r->failed)
		return;
	va_start(args, format);
	(void)vsnprintf(line, sizeof(line), format, args);
	va_end(args);
	cl_buf_init(&visible, sizeof(line) * CL_VISIBLE_MAX);
	cl_utf8_add_visible(&visible, cl_str_from(line));
	r->warnings[count] = cl_arena_dup(&r->arena, cl_buf_str(&visible));
	if (visible.failed || !r->warnings[count])
		r->failed = true;
	else
		r->image.warning_count++;
	r->image.warnings = r->warnings;
	cl_buf_release(&visible);
}
