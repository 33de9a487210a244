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
	bool link;         /* most of it leads elsewhere */
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

/* Leave out the marks of quoted lines. False when out of memory. */
bool cl_units_unquote(struct cl_units *u);

/* A table: each cell is a unit. False when the text is none. */
bool cl_units_from_table(struct cl_units *u);

/* Take over the plain text and its map: the place in u->text of each byte. */
bool cl_units_hand_over(struct cl_units *u, const struct cl_buf *text,
			const struct cl_buf *map);

/* Does the text look like HTML? */
bool cl_is_html(struct cl_str source);

/* A date at the head of a plain text: " date 2023-08-20", "Published: April 3,
 * 2023". Bytes of it, or 0. */
size_t cl_head_date(struct cl_str text, struct cutline_date *date);

/* How lines were broken by hand; and whether the line from start to end goes on
 * in the next. */
struct cl_wrap {
	size_t width; /* of the longest line; 0: lines are not broken */
	size_t open;  /* lines that end in the middle of a sentence */
};

struct cl_wrap cl_wrap_of(struct cl_str text);
bool cl_wrap_goes_on(const struct cl_wrap *wrap, struct cl_str text,
		     size_t start, size_t end);

/* What a line says that names a picture or its credit and is no caption: a
 * notice of copyright, a list of credits at the end of a page. */
bool cl_is_notice(struct cl_str s);

/* What leads to another page: "In pictures: Best of the week (AP)". */
bool cl_is_teaser(struct cl_str s);

/* The second: "Photo credits: Getty Images, Alamy"; alone: no caption stands
 * before it that one name could be the credit of. */
bool cl_is_list_of_credits(struct cl_str s, bool alone);

/* Does a credit hold a word or sign that speaks of a picture, not of who wrote
 * the text? */
bool cl_names_picture(struct cl_str s);

/* "Photo by Ana Lima": a credit that may stand above its caption. */
bool cl_opens_line(struct cl_str s);

/* Drop from credits what is none in prose; how many are left. */
size_t cl_weigh_credits(struct cl_str s, struct cutline_span *credits,
			size_t count);

/* Where a caption ends whose credit ends at at: after what agencies add, tags
 * or who may use it. */
size_t cl_caption_end(struct cl_str s, size_t at, size_t end);

/* A credit at the end of a text in which the caption's grammar saw none. */
bool cl_last_credit(struct cl_str s, struct cutline_span *credit);

/* "Image source, Getty Images", "Image caption, The pier". */
bool cl_is_image_source(struct cl_str s);
bool cl_is_image_caption(struct cl_str s);

/* May a unit that is but a credit belong to the text before it? */
bool cl_is_credit_of(struct cl_str credit, struct cl_str before);

/* Is the whole a name that only credits bear? */
bool cl_is_bare_credit(struct cl_str s);

/* Bytes of a bullet, number or counter at the head: "- ", "3. ", "2 of 9 ". */
size_t cl_lead_len(struct cl_str s);

/* Where in a stretch of text that ends in a credit its caption begins. */
size_t cl_caption_begin(struct cl_str s);

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
