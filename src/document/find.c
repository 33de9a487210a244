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
	size_t opening;          /* 1 + a unit that is a credit and opens its
				  * lines, or 0 */
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

static struct cl_str text_of(const struct finder *f, const struct cl_unit *unit)
{
	return cl_str_sub(f->u->text, unit->start, unit->end);
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
	const struct cl_unit *before = i > 0 ? unit - 1 : NULL;

	if (!before || !unit->adjoins) {
		f->opening = i + 1;
		return;
	}
	if (follows_stretch(f, unit->start)) {
		if (unit->credit || !cl_is_notice(text_of(f, unit)))
			f->out->items[f->out->count - 1].end = unit->end;
	} else if (!before->credit &&
		   (unit->credit ||
		    cl_is_credit_of(text_of(f, unit), text_of(f, before)))) {
		add(f, before->start + cl_lead_len(text_of(f, before)),
		    unit->end, unit->image ? unit->image : before->image);
	}
}

/* "Photo by Ana Lima | The Post", and the caption on the next line. */
static void take_after_credit(struct finder *f, size_t i)
{
	const struct cl_unit *unit = &f->u->items[i];

	if (f->opening == i && i > 0 && unit->adjoins && !unit->link &&
	    cl_opens_line(text_of(f, unit - 1)))
		add(f, unit[-1].start, unit->end, unit->image);
}

/* The credit before its caption: "Image source, Getty Images", and on the next
 * line "Image caption, The pier". */
static bool take_source_unit(struct finder *f, size_t i)
{
	const struct cl_unit *unit = &f->u->items[i];
	struct cl_str text = text_of(f, unit);
	bool before = i > 0 && unit->adjoins &&
		      cl_is_image_source(text_of(f, unit - 1));

	if (cl_is_image_caption(text)) {
		add(f, before ? unit[-1].start : unit->start, unit->end,
		    unit->image);
		return true;
	}
	if (!cl_is_image_source(text))
		return false;
	if (cl_str_find_nocase(text, CL_STR("image caption"), 0) < text.len)
		add(f, unit->start, unit->end, unit->image);
	return true;
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

/* Does the sentence go on after a credit in brackets: ", in 1960 (", " and"? */
static bool sentence_goes_on(struct cl_str s, size_t at, size_t end)
{
	if (at == 0 || at >= end || (s.ptr[at - 1] != ')'))
		return false;
	if (s.ptr[at] == ',' || s.ptr[at] == ';')
		return true;
	while (at < end && cl_is_space(s.ptr[at]))
		at++;
	return at < end && cl_is_lower(s.ptr[at]);
}

/* Where the sentence ends that goes on at at, or the next credit begins. */
static size_t sentence_end(struct cl_str s, size_t at, size_t end)
{
	while (at < end && !(strchr(".!?", s.ptr[at]) &&
			     (at + 1 == end || cl_is_space(s.ptr[at + 1]))))
		at++;
	return at < end ? at + 1 : end;
}

/* A unit that opens with its credit: the caption ends where the next credit
 * begins. False for a heading, "AP Photos: A year". */
static bool take_opening(struct finder *f, const struct cl_unit *unit,
			 size_t from, size_t to, size_t end)
{
	if (only_blanks(f->u->text, to, end) || f->u->text.ptr[to] == ':')
		return false;
	add(f, from, end, unit->image);
	return true;
}

/* Cut a unit after each of its credits; spans count from unit->start. */
static void cut_unit(struct finder *f, const struct cl_unit *unit,
		     const struct cutline_span *credits, size_t count)
{
	size_t start = unit->start, stretch = f->out->count;
	struct cl_str s = f->u->text;
	bool open = false;

	for (size_t i = 0; i < count; i++) {
		size_t from = unit->start + credits[i].start;
		size_t to = unit->start + credits[i].end;
		size_t next = i + 1 < count ? unit->start + credits[i + 1].start
					    : unit->end;

		to = cl_caption_end(s, to, next);
		start = skip_blanks(s, start, from);
		start += cl_lead_len(cl_str_sub(s, start, from));
		if ((open || from <= start) && f->out->count > stretch) {
			f->out->items[f->out->count - 1].end = to;
		} else if (from <= start) { /* opens with its credit */
			if (take_opening(f, unit, from, to, next))
				to = next;
		} else {
			start += cl_caption_begin(cl_str_sub(s, start, from));
			add(f, start, to, unit->image);
		}
		open = f->out->count > stretch && sentence_goes_on(s, to, next);
		if (open &&
		    (i + 1 == count || sentence_end(s, to, next) < next)) {
			to = sentence_end(s, to, next);
			f->out->items[f->out->count - 1].end = to;
			open = false;
		}
		start = to;
	}
}

static bool only_credits(struct cl_str text, const struct cutline_span *credits,
			 size_t count)
{
	return count && only_blanks(text, 0, credits[0].start) &&
	       only_blanks(text, credits[count - 1].end, text.len) &&
	       (count == 1 ||
		only_blanks(text, credits[0].end, credits[1].start));
}

static void read_unit(struct finder *f, size_t i)
{
	const struct cl_unit *unit = &f->u->items[i];
	struct cl_str text = text_of(f, unit);
	struct cutline_span *credits, last;
	size_t count;

	if (unit->marked) {
		add(f, unit->start, unit->end, unit->image);
		return;
	}
	if (unit->credit || cl_is_bare_credit(text)) {
		take_credit_unit(f, i);
		return;
	}
	if (text.len > CUTLINE_CAPTION_MAX || take_source_unit(f, i) ||
	    cl_is_notice(text) || cl_is_teaser(text))
		return;
	cl_arena_clear(&f->scratch);
	if (cl_caption_credits(text, &f->scratch, &credits, &count)) {
		f->u->failed = true;
		return;
	}
	count = cl_weigh_credits(text, credits, count);
	if (count == 0 && cl_last_credit(text, &last)) {
		credits = &last;
		count = 1;
	}
	if (only_credits(text, credits, count))
		take_credit_unit(f, i);
	else if (count == 0)
		take_after_credit(f, i);
	else if (!unit->link)
		cut_unit(f, unit, credits, count);
}

void cl_find_captions(struct cl_units *u, struct cl_stretches *out)
{
	struct finder f = { .u = u, .out = out };

	for (size_t i = 0; i < u->count && !u->failed; i++)
		read_unit(&f, i);
	cl_arena_release(&f.scratch);
}
