/* SPDX-License-Identifier: MIT */
/*
 * How two sources of a field differ. Harmless are: case, accents and
 * punctuation; letters misread in another code; a text cut short; a name with
 * initials or turned round; other names of one agency or country; one list that
 * holds the other; a date within a wider one, or a day apart, which time zones
 * make; the day of issue or of a scan. All else is a conflict.
 *
 * Captions tell people, events and venues in another grain than fields do, so
 * these are compared between fields only; credit lines and titles likewise.
 */
#include "photo/differ.h"

#include <string.h>

#include "base/fold.h"
#include "cutline/names.h"
#include "photo/dates.h"
#include "photo/misread.h"
#include "photo/person.h"
#include "photo/place.h"
#include "photo/position.h"

enum way {
	WAY_NONE = 0,
	WAY_TEXT,
	WAY_CREDIT, /* a text that may name an agency */
	WAY_NAMES,  /* neither list holds the other */
	WAY_FIRMS,  /* nothing in common */
	WAY_PLACE,
	WAY_DATE,
	WAY_MOMENT,
	WAY_POSITION,
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
	[CUTLINE_CREDIT_LINE] = { WAY_CREDIT, true },
	[CUTLINE_SOURCE] = { WAY_CREDIT, true },
	[CUTLINE_COPYRIGHT_NOTICE] = { WAY_TEXT, true },
	[CUTLINE_CAPTURED] = { WAY_MOMENT, true },
	[CUTLINE_GPS] = { WAY_POSITION, true },
};

static size_t capped(size_t count)
{
	return count < CL_COMPARE_MAX ? count : CL_COMPARE_MAX;
}

static enum cutline_difference worse(enum cutline_difference a,
				     enum cutline_difference b)
{
	return a > b ? a : b;
}

/* "1st Marine Division", "10TH MOUNTAIN": a force's units have numbers. */
static bool is_unit(struct cl_str name)
{
	for (size_t i = 0; i < name.len; i++)
		if (cl_is_digit(name.ptr[i]))
			return true;
	return false;
}

static enum cutline_difference firms_differ(struct cl_str a, struct cl_str b)
{
	struct cutline_agency x, y;
	bool x_known, y_known;

	if (cl_str_eq(a, b))
		return CUTLINE_DIFFERENCE_NONE;
	if (cl_fold_eq(a, b))
		return CUTLINE_DIFFERENCE_SPELLING;
	x_known = cutline_agency_find(a.ptr, a.len, &x);
	y_known = cutline_agency_find(b.ptr, b.len, &y);
	if (x_known != y_known && is_unit(x_known ? b : a) &&
	    strcmp(x_known ? x.kind : y.kind, "military") == 0)
		return CUTLINE_DIFFERENCE_PART;
	if (!x_known || !y_known)
		return CUTLINE_DIFFERENCE_REAL;
	if (strcmp(x.name, y.name) == 0)
		return CUTLINE_DIFFERENCE_ALIAS;
	return strcmp(x.parent, y.name) == 0 || strcmp(y.parent, x.name) == 0
		       ? CUTLINE_DIFFERENCE_PART
		       : CUTLINE_DIFFERENCE_REAL;
}

/* A name that differs, but is surely the same in another encoding. */
static enum cutline_difference unless_misread(enum cutline_difference names,
					      struct cl_str a, struct cl_str b)
{
	return names == CUTLINE_DIFFERENCE_REAL &&
			       cl_misread(a, b) == CL_MISREAD_SURE
		       ? CUTLINE_DIFFERENCE_ENCODING
		       : names;
}

/* The nearest that one of b's items comes to a. */
static enum cutline_difference nearest(enum way way, const char *a,
				       const char *const *b, size_t count)
{
	enum cutline_difference best = CUTLINE_DIFFERENCE_REAL;

	for (size_t i = 0; i < count && best != CUTLINE_DIFFERENCE_NONE; i++) {
		struct cl_str x = cl_str_from(a), y = cl_str_from(b[i]);
		enum cutline_difference one = way == WAY_FIRMS
						      ? firms_differ(x, y)
						      : cl_person_differs(x, y);

		one = unless_misread(one, x, y);
		best = one < best ? one : best;
	}
	return best;
}

static enum cutline_difference lists_differ(enum way way,
					    const struct cl_candidate *a,
					    const struct cl_candidate *b)
{
	enum cutline_difference worst = CUTLINE_DIFFERENCE_NONE;
	size_t many, few, found = 0;
	const char *const *x = cl_candidate_says(a, &many);
	const char *const *y = cl_candidate_says(b, &few);

	if (few > many) {
		const char *const *z = x;
		size_t count = many;

		x = y;
		y = z;
		many = few;
		few = count;
	}
	many = capped(many);
	few = capped(few);
	for (size_t i = 0; i < few; i++) {
		enum cutline_difference one = nearest(way, y[i], x, many);

		found += one != CUTLINE_DIFFERENCE_REAL;
		if (one != CUTLINE_DIFFERENCE_REAL)
			worst = worse(worst, one);
	}
	if (found == 0 || (way == WAY_NAMES && found < few))
		return CUTLINE_DIFFERENCE_REAL;
	return found < many ? worse(worst, CUTLINE_DIFFERENCE_PART) : worst;
}

static enum cutline_difference texts_differ(struct cl_draft *d,
					    const struct cl_candidate *winner,
					    const struct cl_candidate *c)
{
	struct cl_str a = cl_candidate_first(winner);
	struct cl_str b = cl_candidate_first(c);
	char *x, *y;

	if (cl_str_eq(a, b))
		return CUTLINE_DIFFERENCE_NONE;
	x = cl_fold_dup(d->arena, a);
	y = cl_fold_dup(d->arena, b);
	if (!x || !y) {
		d->failed = true;
		return CUTLINE_DIFFERENCE_NONE;
	}
	if (strcmp(x, y) == 0)
		return CUTLINE_DIFFERENCE_SPELLING;
	if (cl_misread(a, b) != CL_MISREAD_NO)
		return CUTLINE_DIFFERENCE_ENCODING;
	if (cl_str_starts(cl_str_from(x), cl_str_from(y)) ||
	    cl_str_starts(cl_str_from(y), cl_str_from(x)))
		return CUTLINE_DIFFERENCE_PART;
	return CUTLINE_DIFFERENCE_REAL;
}

static enum cutline_difference credits_differ(struct cl_draft *d,
					      const struct cl_candidate *winner,
					      const struct cl_candidate *c)
{
	enum cutline_difference texts = texts_differ(d, winner, c);

	if (texts != CUTLINE_DIFFERENCE_REAL)
		return texts;
	return firms_differ(cl_candidate_first(winner), cl_candidate_first(c));
}

static enum cutline_difference places_differ(enum cutline_field field,
					     struct cl_str a, struct cl_str b)
{
	return unless_misread(cl_place_differs(field, a, b), a, b);
}

bool cl_differ_compares(enum cutline_field field, bool caption)
{
	return ways[field].way != WAY_NONE &&
	       !(caption && ways[field].not_caption);
}

enum cutline_difference cl_differ(struct cl_draft *d,
				  const struct cl_candidate *winner,
				  const struct cl_candidate *c)
{
	enum cutline_field field = c->value.field;

	switch (ways[field].way) {
	case WAY_TEXT:
		return texts_differ(d, winner, c);
	case WAY_CREDIT:
		return credits_differ(d, winner, c);
	case WAY_NAMES:
	case WAY_FIRMS:
		return lists_differ(ways[field].way, winner, c);
	case WAY_PLACE:
		return places_differ(field, cl_candidate_first(winner),
				     cl_candidate_first(c));
	case WAY_DATE:
		return cl_dates_differ(winner, c);
	case WAY_MOMENT:
		return cl_moments_differ(&winner->moment, &c->moment);
	case WAY_POSITION:
		return cl_positions_differ(winner, c);
	default:
		return CUTLINE_DIFFERENCE_NONE;
	}
}
