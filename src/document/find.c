/* SPDX-License-Identifier: MIT */
/*
 * Captions among a document's units. What the markup calls a caption is one.
 * Elsewhere the credit tells: a caption is the stretch from the end of the one
 * before, or the beginning of the unit, to the end of its credit; a unit that
 * opens with a credit is a caption to its end. A unit that is but a credit
 * belongs to the unit just before it. Credits side by side are one.
 */
#include "document/unit.h"

#include <string.h>

#include "caption/scan.h"

struct finder {
	struct cl_units *u;
	struct cl_stretches *out;
	struct cl_arena scratch; /* of one unit */
	size_t last_unit;        /* whose end the last stretch is */
};

static void add(struct finder *f, size_t start, size_t end, const char *image)
{
	struct cl_stretches *l = f->out;
	struct cl_stretch *larger;

	if (l->count == l->cap) {
		size_t cap = l->cap ? l->cap * 2 : 8;

		larger = cl_arena_array(f->u->arena, cap, sizeof(*larger));
		if (!larger) {
			f->u->failed = true;
			return;
		}
		if (l->count)
			memcpy(larger, l->items, l->count * sizeof(*larger));
		l->items = larger;
		l->cap = cap;
	}
	l->items[l->count++] = (struct cl_stretch){ start, end, image };
}

static bool only_blanks(struct cl_str s, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if (!cl_is_space(s.ptr[i]) && s.ptr[i] != '.' &&
		    s.ptr[i] != ')' && s.ptr[i] != ']')
			return false;
	return true;
}

/* Does a stretch end where unit i begins, with nothing but blanks between? */
static bool follows_stretch(const struct finder *f, size_t start)
{
	const struct cl_stretches *l = f->out;

	return l->count && l->items[l->count - 1].end <= start &&
	       only_blanks(f->u->text, l->items[l->count - 1].end, start);
}

/* A unit that is but a credit: it ends the stretch or the unit before it. */
static void take_credit_unit(struct finder *f, size_t i)
{
	const struct cl_unit *unit = &f->u->items[i];

	if (follows_stretch(f, unit->start) && unit->adjoins)
		f->out->items[f->out->count - 1].end = unit->end;
	else if (i > 0 && unit->adjoins && !follows_stretch(f, unit->start))
		add(f, f->u->items[i - 1].start, unit->end,
		    unit->image ? unit->image : f->u->items[i - 1].image);
}

/* Where the text of the caption begins that ends in a credit: after the end of
 * what precedes, blanks skipped. */
static size_t skip_blanks(struct cl_str s, size_t from, size_t to)
{
	while (from < to && (cl_is_space(s.ptr[from]) || s.ptr[from] == '.' ||
			     s.ptr[from] == ')'))
		from++;
	return from;
}

/* Cut a unit after each of its credits; spans count from unit->start. */
static void cut_unit(struct finder *f, const struct cl_unit *unit,
		     const struct cutline_span *credits, size_t count)
{
	size_t start = unit->start, stretch = f->out->count;

	for (size_t i = 0; i < count; i++) {
		size_t from = unit->start + credits[i].start;
		size_t to = unit->start + credits[i].end;

		start = skip_blanks(f->u->text, start, from);
		if (from <= start && f->out->count > stretch) {
			f->out->items[f->out->count - 1].end = to;
		} else if (from <= start) { /* opens with its credit */
			size_t end =
				i + 1 < count
					? unit->start + credits[i + 1].start
					: unit->end;

			if (!only_blanks(f->u->text, to, end)) {
				add(f, from, end, unit->image);
				to = end;
			}
		} else {
			add(f, start, to, unit->image);
		}
		start = to;
	}
}

static void read_unit(struct finder *f, size_t i)
{
	const struct cl_unit *unit = &f->u->items[i];
	struct cl_str text = cl_str_sub(f->u->text, unit->start, unit->end);
	struct cutline_span *credits;
	size_t count;

	if (unit->marked) {
		add(f, unit->start, unit->end, unit->image);
		return;
	}
	if (unit->credit) {
		take_credit_unit(f, i);
		return;
	}
	if (text.len > CUTLINE_CAPTION_MAX)
		return;
	cl_arena_clear(&f->scratch);
	if (cl_caption_credits(text, &f->scratch, &credits, &count)) {
		f->u->failed = true;
		return;
	}
	if (count && only_blanks(text, 0, credits[0].start) &&
	    only_blanks(text, credits[count - 1].end, text.len) &&
	    (count == 1 || only_blanks(text, credits[0].end, credits[1].start)))
		take_credit_unit(f, i);
	else
		cut_unit(f, unit, credits, count);
}

void cl_find_captions(struct cl_units *u, struct cl_stretches *out)
{
	struct finder f = { .u = u, .out = out };

	for (size_t i = 0; i < u->count && !u->failed; i++)
		read_unit(&f, i);
	cl_arena_release(&f.scratch);
}
