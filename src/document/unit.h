/* SPDX-License-Identifier: MIT */
/*
 * Units: the pieces of a document that may hold captions. The reader of each
 * format makes them; finding the captions in them is the same for all.
 *
 * A document's plain text is kept whole in one buffer. Where markup was dropped
 * the offsets of the document's own bytes run along in a map.
 */
#ifndef CL_DOCUMENT_UNIT_H
#define CL_DOCUMENT_UNIT_H

#include "base/arena.h"
#include "base/buf.h"
#include "cutline/document.h"

struct cl_unit {
	size_t start, end; /* in the plain text */
	bool marked;       /* the markup says: a caption */
	bool credit;       /* the markup says: a credit */
	bool adjoins;      /* no blank line or other text before it */
	const char *image; /* beside it, or NULL */
};

struct cl_units {
	struct cl_arena *arena;
	struct cl_str text;   /* plain, valid UTF-8 */
	const uint32_t *map;  /* of each byte of text its place in the
			       * document; NULL: the same */
	struct cl_str source; /* the document's own bytes */
	struct cl_unit *items;
	size_t count, cap;
	struct cutline_date date; /* the document's own */
	const char *title;
	bool failed; /* no memory */
};

void cl_units_add(struct cl_units *u, const struct cl_unit *unit);

/* Readers: plain text and Markdown; HTML. */
void cl_units_from_text(struct cl_units *u);
void cl_units_from_html(struct cl_units *u, struct cl_str source);

/* Does the text look like HTML? */
bool cl_is_html(struct cl_str source);

/* A date at the head of a plain text: " date 2023-08-20", "Published: April 3,
 * 2023". Bytes of it, or 0. */
size_t cl_head_date(struct cl_str text, struct cutline_date *date);

/* A whole caption in a document's plain text. */
struct cl_stretch {
	size_t start, end;
	const char *image;
};

struct cl_stretches {
	struct cl_stretch *items;
	size_t count, cap;
};

void cl_find_captions(struct cl_units *u, struct cl_stretches *out);

#endif
