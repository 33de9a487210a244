/* SPDX-License-Identifier: MIT */
/* Runs of capitals and chains of them between commas, as the grammars of places
 * read them. */
#include "caption/places.h"
#include "place/lookup.h"

/* "Port of Spain" */
static bool is_city_of(const struct cl_parse *p, uint32_t from, uint32_t to)
{
	struct cl_str s = cl_text_of(p, from, to);

	return cutline_city_find(s.ptr, s.len, NULL, 0) > 0;
}

uint32_t cl_run_end(const struct cl_parse *p, uint32_t i, uint32_t limit)
{
	uint32_t end = i;

	while (end < limit && end < i + 12 && cl_is_cap(p, end) &&
	       (end == i || !cl_has_flag(p, end, CL_F_LINE))) {
		uint32_t next = end + 1;

		while (next < limit && next < end + 3 && cl_is_free(p, next) &&
		       !cl_has_flag(p, next, CL_F_CAP) &&
		       cl_has_class(p, next, CL_W_PARTICLE))
			next++;
		if (next == end + 1 && next < limit &&
		    cl_is_word(p, next, "of") && cl_is_cap(p, next + 1) &&
		    is_city_of(p, i, next + 2))
			return next + 2;
		end = next < limit && next > end + 1 && cl_is_cap(p, next)
			      ? next
			      : end + 1;
	}
	return end;
}

bool cl_known_large(struct cl_str s)
{
	struct cl_place_query q;

	cl_place_look_up(&q, s);
	return cl_place_country(&q, NULL) || cl_place_state(&q, NULL, NULL);
}

bool cl_big_city(struct cl_str s)
{
	struct cutline_city city;

	return cutline_city_find(s.ptr, s.len, &city, 1) > 0 &&
	       (city.population > 15000 || city.capital);
}

/* A city that has quarters: "Hammersmith, London". */
static bool great_city(struct cl_str s)
{
	struct cutline_city city;

	return cutline_city_find(s.ptr, s.len, &city, 1) > 0 &&
	       city.population > 400000;
}

/* "Trinidad and Tobago", "Bosnia and Herzegovina". */
static uint32_t over_and(const struct cl_parse *p, uint32_t from, uint32_t to,
			 uint32_t limit)
{
	struct cutline_country country;
	uint32_t end;
	struct cl_str s;

	if (!cl_is_word(p, to, "and") || to == from)
		return to;
	end = cl_run_end(p, to + 1, limit);
	s = cl_text_of(p, from, end);
	if (end > to + 1 && cutline_country_find(s.ptr, s.len, &country))
		return end;
	return to;
}

/* The end of a chain of parts between commas that begins at i, as far as the
 * gazetteer knows the parts after the first. */
uint32_t cl_chain_end(const struct cl_parse *p, uint32_t i, uint32_t limit)
{
	uint32_t end = cl_run_end(p, i, limit), best = end;

	for (int parts = 0; parts < 4 && cl_is_sign(p, end, ','); parts++) {
		uint32_t from = end + 1, to;

		while (from < limit && cl_has_class(p, from, CL_W_DIRECTION) &&
		       !cl_has_flag(p, from, CL_F_CAP))
			from++;
		if (cl_is_word(p, from, "the") && from + 1 < limit)
			from++;
		to = over_and(p, from, cl_run_end(p, from, limit), limit);
		if (to == from)
			break;
		if (cl_known_large(cl_text_of(p, from, to)) ||
		    (parts == 0 && great_city(cl_text_of(p, from, to))))
			best = to;
		else if (parts > 0)
			break;
		end = to;
	}
	return best;
}

bool cl_is_one_run(const struct cl_parse *p, uint32_t i, uint32_t end)
{
	for (uint32_t k = i; k < end; k++)
		if (cl_is_sign(p, k, ','))
			return false;
	return true;
}
