/* SPDX-License-Identifier: MIT */
/*
 * Places as fields hold them. Countries get their common English name, states
 * written short their full one; cities and foreign spellings stay as they are,
 * but "KITZBUEHEL" becomes "Kitzbuehel". A country gives its code and a code
 * its country; a city gives nothing.
 */
#include "photo/place.h"

#include "base/fold.h"
#include "base/utf8.h"
#include "cutline/place.h"
#include "photo/person.h"
#include "photo/words.h"

static bool is_all_capitals(struct cl_str s)
{
	bool upper = false;

	for (size_t i = 0; i < s.len; i++) {
		if (cl_is_lower(s.ptr[i]))
			return false;
		upper = upper || cl_is_upper(s.ptr[i]);
	}
	return upper && s.len > 3;
}

/* Ordinary capitals for ASCII words. */
static char *lower_words(struct cl_draft *d, struct cl_str s)
{
	char *copy = cl_draft_dup(d, s);
	bool inside = false;

	for (size_t i = 0; copy && i < s.len; i++) {
		bool letter = cl_is_alpha(copy[i]);

		if (letter && inside)
			copy[i] = cl_to_lower(copy[i]);
		inside = letter || (inside && copy[i] == '\'');
	}
	return copy;
}

static const char *spelled(struct cl_draft *d, struct cl_str name)
{
	struct cutline_city city;

	if (!is_all_capitals(name))
		return cl_draft_dup(d, name);
	if (cutline_city_find(name.ptr, name.len, &city, 1) > 0 &&
	    cl_fold_eq(name, cl_str_from(city.name)))
		return city.name;
	return cl_utf8_is_ascii(name) ? lower_words(d, name)
				      : cl_draft_dup(d, name);
}

/* "Princeton, NJ", "Paris, France": what follows the last comma, if it is a
 * state or country, is read into its own field. */
static bool add_rest(struct cl_draft *d, size_t at, struct cl_str rest)
{
	struct cutline_state state;
	struct cutline_country country;
	struct cl_candidate *c;
	bool is_state = cutline_state_find(rest.ptr, rest.len, NULL, &state);

	if (!is_state && !cutline_country_find(rest.ptr, rest.len, &country))
		return false;
	c = cl_draft_derive(d, at,
			    is_state ? CUTLINE_PROVINCE_STATE : CUTLINE_COUNTRY,
			    CL_LEVEL_DERIVED);
	if (c)
		cl_candidate_read_one(d, c,
				      is_state ? state.name : country.name);
	return c != NULL;
}

static void read_city(struct cl_draft *d, size_t at)
{
	struct cl_str name = cl_str_from(d->candidates[at].value.items[0]);
	size_t comma = name.len;
	const char *city;

	while (comma > 0 && name.ptr[comma - 1] != ',')
		comma--;
	if (comma == 0 && !is_all_capitals(name))
		return;
	if (comma > 1 &&
	    add_rest(d, at, cl_str_trim(cl_str_sub(name, comma, name.len))))
		name = cl_str_trim(cl_str_sub(name, 0, comma - 1));
	city = spelled(d, name);
	if (city)
		cl_candidate_read_one(d, &d->candidates[at], city);
}

static void read_state(struct cl_draft *d, struct cl_candidate *c)
{
	struct cl_str name = cl_str_from(c->value.items[0]);
	struct cutline_state state;
	bool is_short = name.len <= 3 || cl_str_ends(name, CL_STR("."));

	if (is_short && cutline_state_find(name.ptr, name.len, NULL, &state))
		cl_candidate_read_one(d, c, state.name);
	else if (is_all_capitals(name) && cl_utf8_is_ascii(name))
		cl_candidate_read_one(d, c, lower_words(d, name));
}

static void read_country(struct cl_draft *d, size_t at)
{
	struct cl_candidate *c = &d->candidates[at];
	struct cl_str name = cl_str_from(c->value.items[0]);
	struct cutline_country country;

	if (cutline_country_find(name.ptr, name.len, &country)) {
		cl_candidate_read_one(d, c, country.name);
		c = cl_draft_derive(d, at, CUTLINE_COUNTRY_CODE,
				    CL_LEVEL_DERIVED);
		if (c)
			cl_candidate_read_one(d, c, country.code);
	} else if (is_all_capitals(name) && cl_utf8_is_ascii(name)) {
		cl_candidate_read_one(d, c, lower_words(d, name));
	}
}

/* Codes of IIM 100 (alpha-3) and of XMP (either), some in small letters. */
static bool find_code(struct cl_str code, struct cutline_country *country)
{
	char upper[3];

	if (code.len != 2 && code.len != 3)
		return false;
	for (size_t i = 0; i < code.len; i++)
		upper[i] = cl_is_lower(code.ptr[i])
				   ? (char)(code.ptr[i] - ('a' - 'A'))
				   : code.ptr[i];
	return cutline_country_find(upper, code.len, country);
}

static void read_code(struct cl_draft *d, size_t at)
{
	struct cl_candidate *c = &d->candidates[at];
	struct cutline_country country;

	if (!find_code(cl_str_from(c->value.items[0]), &country)) {
		cl_candidate_drop(c, "no country's code");
		return;
	}
	cl_candidate_read_one(d, c, country.code);
	c = cl_draft_derive(d, at, CUTLINE_COUNTRY, CL_LEVEL_DERIVED);
	if (c)
		cl_candidate_read_one(d, c, country.name);
}

void cl_place_read(struct cl_draft *d, size_t at)
{
	struct cl_candidate *c = &d->candidates[at];

	switch (c->source->form) {
	case CL_FORM_CITY:
		read_city(d, at);
		break;
	case CL_FORM_STATE:
		read_state(d, c);
		break;
	case CL_FORM_COUNTRY:
		read_country(d, at);
		break;
	default:
		read_code(d, at);
		break;
	}
}

/* England and its like are not countries of ISO 3166 but stand as such in
 * captions. */
static struct cl_str country_key(struct cl_str name)
{
	static const char *const parts[] = { "England", "Scotland", "Wales",
					     "Northern Ireland" };
	struct cutline_country country;

	if (cutline_country_find(name.ptr, name.len, &country))
		return cl_str_from(country.code);
	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++)
		if (cl_str_eq_nocase(name, cl_str_from(parts[i])))
			return CL_STR("GB");
	return name;
}

static bool has(struct cl_str a, struct cl_str b)
{
	return cl_words_find(a, b, 0) < a.len;
}

static bool is_one(const struct cutline_city *a, const struct cutline_city *b)
{
	return a->latitude == b->latitude && a->longitude == b->longitude &&
	       cl_str_eq(cl_str_from(a->name), cl_str_from(b->name));
}

enum {
	CITIES = 32, /* of one name that are looked at, the largest */
};

/* May both names mean one city of the gazetteer? */
static bool share_city(const struct cutline_city *some, size_t some_count,
		       const struct cutline_city *others, size_t other_count)
{
	for (size_t i = 0; i < some_count; i++)
		for (size_t k = 0; k < other_count; k++)
			if (is_one(&some[i], &others[k]))
				return true;
	return false;
}

static size_t at_most(size_t count)
{
	return count < CITIES ? count : CITIES;
}

/* "Munich" and "München" are two names of one city, "York" is none of New
 * York's. What the gazetteer lacks may be a part of the other. */
static enum cutline_difference cities_differ(struct cl_str a, struct cl_str b)
{
	struct cutline_city some[CITIES], others[CITIES];
	size_t some_count = cutline_city_find(a.ptr, a.len, some, CITIES);
	size_t other_count = cutline_city_find(b.ptr, b.len, others, CITIES);
	bool part = has(a, b) || has(b, a);

	if (some_count == 0 || other_count == 0)
		return part ? CUTLINE_DIFFERENCE_PART : CUTLINE_DIFFERENCE_REAL;
	if (cl_str_eq(cl_str_from(some[0].name), cl_str_from(others[0].name)) &&
	    cl_str_eq(cl_str_from(some[0].country_code),
		      cl_str_from(others[0].country_code)))
		return CUTLINE_DIFFERENCE_ALIAS;
	return part && share_city(some, at_most(some_count), others,
				  at_most(other_count))
		       ? CUTLINE_DIFFERENCE_PART
		       : CUTLINE_DIFFERENCE_REAL;
}

enum cutline_difference cl_place_differs(enum cutline_field field,
					 struct cl_str a, struct cl_str b)
{
	enum cutline_difference same = cl_person_differs(a, b);
	struct cutline_state one, other;

	if (same < CUTLINE_DIFFERENCE_NAME)
		return same;
	if (field == CUTLINE_COUNTRY)
		return cl_str_eq_nocase(country_key(a), country_key(b))
			       ? CUTLINE_DIFFERENCE_ALIAS
			       : CUTLINE_DIFFERENCE_REAL;
	if (field == CUTLINE_PROVINCE_STATE &&
	    cutline_state_find(a.ptr, a.len, NULL, &one) &&
	    cutline_state_find(b.ptr, b.len, NULL, &other))
		return cl_str_eq(cl_str_from(one.name), cl_str_from(other.name))
			       ? CUTLINE_DIFFERENCE_ALIAS
			       : CUTLINE_DIFFERENCE_REAL;
	if (field == CUTLINE_CITY)
		return cities_differ(a, b);
	return has(a, b) || has(b, a) ? CUTLINE_DIFFERENCE_PART
				      : CUTLINE_DIFFERENCE_REAL;
}
