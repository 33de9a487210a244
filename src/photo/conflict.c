/* SPDX-License-Identifier: MIT */
/*
 * What counts as a disagreement between two sources of a field. Not: case,
 * accents and punctuation; one list holding the other; a name with initials
 * ("D. Laverty", "Duane A. Laverty"); a text cut short; a country and its code;
 * dates a day apart, which time zones make; a date within a wider one; tags of
 * different levels, such as the place shown and the place of the camera. Values
 * out of the choice (placeholders, cut ones, clock resets) and those of a
 * second block disagree with nothing.
 *
 * Captions tell people, events and venues in another grain than fields do, so
 * these are compared between fields only; credit lines and titles likewise.
 */
#include "photo/conflict.h"

#include <string.h>

#include "base/fold.h"
#include "photo/choose.h"
#include "photo/dates.h"
#include "photo/place.h"

enum way {
	WAY_NONE = 0,
	WAY_TEXT,
	WAY_NAMES, /* neither list holds the other */
	WAY_FIRMS, /* nothing in common */
	WAY_PLACE,
	WAY_DATE,
};

static const struct {
	enum way way;
	bool not_caption; /* leave the caption's value out */
} ways[CUTLINE_PHOTO_FIELDS] = {
	[CUTLINE_CREATORS] = { WAY_NAMES, false },
	[CUTLINE_AGENCIES] = { WAY_FIRMS, false },
	[CUTLINE_DATE_CREATED] = { WAY_DATE, false },
	[CUTLINE_SUBLOCATION] = { WAY_PLACE, true },
	[CUTLINE_CITY] = { WAY_PLACE, false },
	[CUTLINE_PROVINCE_STATE] = { WAY_PLACE, false },
	[CUTLINE_COUNTRY] = { WAY_PLACE, false },
	[CUTLINE_COUNTRY_CODE] = { WAY_TEXT, false },
	[CUTLINE_PERSONS] = { WAY_NAMES, true },
	[CUTLINE_CAPTION] = { WAY_TEXT, true },
	[CUTLINE_HEADLINE] = { WAY_TEXT, true },
	[CUTLINE_TITLE] = { WAY_TEXT, true },
	[CUTLINE_CREDIT_LINE] = { WAY_TEXT, true },
	[CUTLINE_COPYRIGHT_NOTICE] = { WAY_TEXT, true },
};

static char *folded(struct cl_draft *d, struct cl_str s)
{
	char *copy = cl_fold_dup(d->arena, s);

	d->failed = d->failed || !copy;
	return copy;
}

/* The last word, and the letter a name begins with. */
static struct cl_str last_word(struct cl_str s)
{
	size_t from = s.len;

	while (from > 0 && s.ptr[from - 1] != ' ')
		from--;
	return cl_str_sub(s, from, s.len);
}

/* One name in two forms: equal, or the same surname after a first name of
 * which one is the other's initial. */
static bool same_name(struct cl_str a, struct cl_str b)
{
	size_t a_first = cl_str_find_char(a, ' ', 0);
	size_t b_first = cl_str_find_char(b, ' ', 0);

	if (cl_str_eq(a, b))
		return true;
	if (a.len == 0 || b.len == 0 || a.ptr[0] != b.ptr[0] ||
	    a_first == a.len || b_first == b.len)
		return false;
	if (!cl_str_eq(last_word(a), last_word(b)))
		return false;
	return a_first == 1 || b_first == 1 ||
	       cl_str_eq(cl_str_sub(a, 0, a_first), cl_str_sub(b, 0, b_first));
}

static size_t capped(size_t count)
{
	return count < CL_COMPARE_MAX ? count : CL_COMPARE_MAX;
}

/* The folded items of a candidate, and how many of the other's they hold. */
static size_t shared(struct cl_draft *d, const struct cl_candidate *a,
		     const struct cl_candidate *b)
{
	size_t a_count, b_count, both = 0;
	const char *const *x = cl_candidate_says(a, &a_count);
	const char *const *y = cl_candidate_says(b, &b_count);
	const char **keys;

	a_count = capped(a_count);
	b_count = capped(b_count);
	keys = cl_draft_list(d, b_count);
	for (size_t i = 0; keys && i < b_count; i++)
		keys[i] = folded(d, cl_str_from(y[i]));
	for (size_t i = 0; keys && !d->failed && i < a_count; i++) {
		struct cl_str name = cl_str_from(folded(d, cl_str_from(x[i])));
		size_t k = 0;

		while (k < b_count && !same_name(name, cl_str_from(keys[k])))
			k++;
		both += k < b_count;
	}
	return both;
}

static bool lists_differ(struct cl_draft *d, enum way way,
			 const struct cl_candidate *a,
			 const struct cl_candidate *b)
{
	size_t a_count, b_count, both = shared(d, a, b);

	(void)cl_candidate_says(a, &a_count);
	(void)cl_candidate_says(b, &b_count);
	if (way == WAY_FIRMS)
		return both == 0;
	return both < capped(a_count) && both < capped(b_count);
}

static bool texts_differ(struct cl_draft *d, struct cl_str a, struct cl_str b)
{
	struct cl_str x, y;

	if (cl_str_eq(a, b))
		return false;
	x = cl_str_from(folded(d, a));
	y = cl_str_from(folded(d, b));
	return !cl_str_starts(x, y) && !cl_str_starts(y, x);
}

static bool differ(struct cl_draft *d, enum cutline_field field,
		   const struct cl_candidate *a, const struct cl_candidate *b)
{
	switch (ways[field].way) {
	case WAY_TEXT:
		return texts_differ(d, cl_candidate_first(a),
				    cl_candidate_first(b));
	case WAY_NAMES:
	case WAY_FIRMS:
		return lists_differ(d, ways[field].way, a, b);
	case WAY_PLACE:
		return cl_place_disagrees(field, cl_candidate_first(a),
					  cl_candidate_first(b));
	case WAY_DATE:
		return cl_dates_disagree(&a->date, &b->date);
	default:
		return false;
	}
}

static bool is_compared(const struct cl_candidate *c,
			const struct cl_candidate *winner)
{
	bool caption = c->block == CL_BLOCK_CAPTION ||
		       winner->block == CL_BLOCK_CAPTION;
	size_t count;

	if (c->standing != CL_STANDS || c->level >= CL_LEVEL_BLOCK ||
	    (caption ? ways[c->value.field].not_caption
		     : c->level != winner->level))
		return false;
	(void)cl_candidate_says(c, &count);
	return count > 0 && !c->value.chosen;
}

void cl_conflicts(struct cl_draft *d)
{
	for (size_t i = 0; i < d->count && !d->failed; i++) {
		const struct cl_candidate *c = &d->candidates[i];
		enum cutline_field field = c->value.field;
		const struct cl_candidate *winner = cl_chosen(d, field);

		if (ways[field].way == WAY_NONE || d->photo->conflict[field] ||
		    !winner || !is_compared(c, winner))
			continue;
		d->photo->conflict[field] = !cl_candidates_equal(winner, c) &&
					    differ(d, field, winner, c);
	}
}
