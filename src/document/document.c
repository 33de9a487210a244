/* SPDX-License-Identifier: MIT */
#include "base/alloc.h"
#include "base/error.h"
#include "base/utf8.h"
#include "document/unit.h"

/* The record and the arena it lives in; the captions are records of their
 * own. */
struct record {
	struct cutline_document document;
	struct cl_arena arena;
};

/* The place in the document of byte at of the plain text. */
static size_t place(const struct cl_units *u, size_t at)
{
	return u->map ? u->map[at] : at;
}

/* The place after that of byte at; a character reference counts whole. */
static size_t place_after(const struct cl_units *u, size_t at)
{
	size_t end = place(u, at);
	struct cl_str s = u->source;

	if (u->map && end < s.len && s.ptr[end] == '&' &&
	    u->text.ptr[at] != '&') {
		size_t semicolon = cl_str_find_char(s, ';', end);

		if (semicolon < end + 16)
			end = semicolon;
	}
	return end < s.len ? end + 1 : s.len;
}

static enum cutline_status parse_one(struct cl_units *u,
				     const struct cl_stretch *s,
				     struct cutline_found *found,
				     struct cutline_error *err)
{
	struct cutline_caption_options opts = { .document_date = u->date };
	struct cutline_caption *caption;
	size_t len = s->end - s->start;
	enum cutline_status status;

	if (len > CUTLINE_CAPTION_MAX)
		len = cl_utf8_cut(cl_str_sub(u->text, s->start, s->end),
				  CUTLINE_CAPTION_MAX)
			      .len;
	status = cutline_caption_parse(u->text.ptr + s->start, len, &opts,
				       &caption, err);
	if (status)
		return status;
	found->caption = caption;
	found->image = s->image;
	found->span.start = place(u, s->start);
	found->span.end = place_after(u, s->start + len - 1);
	return CUTLINE_OK;
}

static enum cutline_status parse_all(struct record *r, struct cl_units *u,
				     const struct cl_stretches *stretches,
				     struct cutline_error *err)
{
	struct cutline_found *found =
		cl_arena_array(&r->arena, stretches->count + 1, sizeof(*found));

	if (!found)
		return cl_nomem(err);
	r->document.found = found;
	for (size_t i = 0; i < stretches->count; i++) {
		enum cutline_status status =
			parse_one(u, &stretches->items[i], &found[i], err);

		if (status)
			return status;
		r->document.count = i + 1;
	}
	return CUTLINE_OK;
}

/* The text as it is when it is UTF-8; else a copy with U+FFFD, and the map back
 * to the document's bytes. */
static void keep_valid(struct cl_units *u, struct cl_str source)
{
	struct cl_buf buf;
	uint32_t *map;
	size_t at = 0;

	u->text = source;
	if (cl_utf8_valid(source))
		return;
	cl_buf_init(&buf, source.len * 3 + 1);
	map = cl_arena_array(u->arena, source.len * 3 + 1, sizeof(*map));
	while (map && at < source.len && !buf.failed) {
		uint32_t code;
		size_t len = cl_utf8_decode(source, at, &code);
		char out[4];
		size_t wide = cl_utf8_encode(code, out);

		for (size_t i = 0; i < wide; i++)
			map[buf.len + i] =
				(uint32_t)(at + (i < len ? i : len - 1));
		cl_buf_add(&buf, out, wide);
		at += len;
	}
	u->text = cl_buf_str(&buf);
	u->text.ptr =
		buf.failed || !map ? NULL : cl_arena_dup(u->arena, u->text);
	u->map = map;
	u->failed = !u->text.ptr;
	cl_buf_release(&buf);
}

static void read_units(struct cl_units *u, struct cl_str source)
{
	keep_valid(u, source);
	if (u->failed)
		return;
	if (cl_is_html(u->text)) {
		cl_units_from_html(u, u->text);
	} else if (!cl_units_from_table(u) && !u->failed) {
		u->failed = !cl_units_unquote(u);
		if (!u->failed)
			cl_units_from_text(u);
	}
}

enum cutline_status cutline_document_parse(const char *text, size_t len,
					   const struct cutline_date *date,
					   struct cutline_document **out,
					   struct cutline_error *err)
{
	struct cl_stretches stretches = { 0 };
	struct cl_units u = { .source = { text, len } };
	enum cutline_status status;
	struct record *r;

	*out = NULL;
	if (len > CUTLINE_DOCUMENT_MAX)
		return cl_fail(err, CUTLINE_LIMIT,
			       "document of %zu bytes: at most %u are read",
			       len, CUTLINE_DOCUMENT_MAX);
	r = cl_alloc_zero(1, sizeof(*r));
	if (!r)
		return cl_nomem(err);
	u.arena = &r->arena;
	read_units(&u, (struct cl_str){ text, len });
	if (date && date->shape != CUTLINE_DATE_NONE)
		u.date = *date;
	if (!u.failed)
		cl_find_captions(&u, &stretches);
	status = u.failed ? cl_nomem(err) : parse_all(r, &u, &stretches, err);
	if (status) {
		cutline_document_free(&r->document);
		return status;
	}
	r->document.date = u.date;
	r->document.title = u.title;
	*out = &r->document;
	return CUTLINE_OK;
}

static void free_caption(const struct cutline_caption *caption)
{
	union {
		const struct cutline_caption *in;
		struct cutline_caption *out;
	} u = { caption }; /* the record made it and may take it back */

	cutline_caption_free(u.out);
}

void cutline_document_free(struct cutline_document *document)
{
	struct record *r = (struct record *)document;

	if (!r)
		return;
	for (size_t i = 0; i < document->count; i++)
		free_caption(document->found[i].caption);
	cl_arena_release(&r->arena);
	cl_free(r);
}
