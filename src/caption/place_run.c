/* SPDX-License-Identifier: MIT */
/* Runs of capitals and chains of them between commas, as the grammars of places
 * read them. */
#include "caption/places.h"
#include "place/lookup.h"

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
		    cl_has_flag(p, i, CL_F_PLACE) &&
		    cl_is_place(cl_text_of(p, i, next + 2)))
			return next + 2; /* "Port of Spain" */
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

	if (!cl_is_word(p, to, "and") || !cl_has_flag(p, from, CL_F_PLACE) ||
	    to == from)
		return to;
	end = cl_run_end(p, to + 1, limit);
	s = cl_text_of(p, from, end);
	if (end > to + 1 && cutline_country_find(s.ptr, s.len, &country))
		return end;
	return to;
}

static bool is_kind_after(const struct cl_parse *p, uint32_t i)
{
	return cl_is_free(p, i) && !cl_has_flag(p, i, CL_F_CAP) &&
	       (cl_is_listed(p, i, CL_L_PLACE_KIND) ||
		(cl_has_class(p, i, CL_W_REGION) &&
		 !cl_is_word(p, i, "island") && !cl_is_word(p, i, "republic")));
}

/* "state of Utah", "provincia de Zamora": the word of the kind before it. */
static uint32_t skip_kind_before(const struct cl_parse *p, uint32_t from,
				 uint32_t limit)
{
	uint32_t k = from + 1;

	if (!cl_has_class(p, from, CL_W_REGION) || !cl_is_free(p, from) ||
	    cl_has_flag(p, from, CL_F_CAP))
		return from;
	while (k < limit && k < from + 3 && !cl_has_flag(p, k, CL_F_CAP) &&
	       cl_has_class(p, k, CL_W_PREP | CL_W_PARTICLE))
		k++;
	return cl_is_cap(p, k) ? k : from;
}

static bool is_large(const struct cl_parse *p, uint32_t from, uint32_t to)
{
	return cl_has_flag(p, from, CL_F_PLACE) &&
	       cl_known_large(cl_text_of(p, from, to));
}

uint32_t cl_part_end(const struct cl_parse *p, uint32_t i, uint32_t limit,
		     bool *large)
{
	uint32_t from = i, to, name;

	*large = false;
	while (from < limit && cl_has_class(p, from, CL_W_DIRECTION) &&
	       !cl_has_flag(p, from, CL_F_CAP))
		from++;
	if (cl_is_word(p, from, "the") && from + 1 < limit)
		from++;
	name = skip_kind_before(p, from, limit);
	*large = name > from;
	to = over_and(p, name, cl_run_end(p, name, limit), limit);
	if (to == name)
		return i;
	if (to < limit && p->tokens[to].kind == CL_T_POSSESSIVE &&
	    is_large(p, name, to)) {
		name = to + 1;
		to = cl_run_end(p, name, limit);
		*large = to > name;
	}
	if (is_kind_after(p, to)) {
		*large |= cl_has_class(p, to, CL_W_REGION);
		return to + 1;
	}
	*large |= (cl_has_class(p, to - 1, CL_W_REGION) && to > name + 1) ||
		  is_large(p, name, to);
	return to;
}

/* "Torino (Italia)": the larger place in brackets. */
static uint32_t bracket_end(const struct cl_parse *p, uint32_t i,
			    uint32_t limit)
{
	uint32_t close;
	bool large;

	if (i >= limit || p->tokens[i].kind != CL_T_OPEN ||
	    p->tokens[i].owner != CL_FREE)
		return i;
	close = p->tokens[i].mate;
	if (close == CL_NO_TOKEN || close >= limit || close > i + 5 ||
	    cl_part_end(p, i + 1, close, &large) != close || !large ||
	    close - i == 2) {
		struct cl_str s;

		if (close != i + 2)
			return i;
		s = cl_token_text(p, i + 1);
		if (s.len < 4 || !cl_known_large(s))
			return i; /* "(R)", "(CDU)" */
	}
	return close + 1;
}

/* The end of a chain of parts between commas that begins at i, as far as the
 * gazetteer knows the parts after the first. */
uint32_t cl_chain_end(const struct cl_parse *p, uint32_t i, uint32_t limit)
{
	uint32_t end = cl_run_end(p, i, limit), best = end;

	if (end > i && bracket_end(p, end, limit) > end)
		return bracket_end(p, end, limit);
	if (end > i && is_kind_after(p, end))
		end++;
	for (int parts = 0; parts < 4 && cl_is_sign(p, end, ','); parts++) {
		uint32_t from = end + 1, to;
		bool large;

		to = cl_part_end(p, from, limit, &large);
		if (to == from)
			break;
		if (large || (parts == 0 && cl_has_flag(p, from, CL_F_PLACE) &&
			      great_city(cl_text_of(p, from, to))))
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
		if (cl_is_sign(p, k, ',') || p->tokens[k].kind == CL_T_OPEN)
			return false;
	return true;
}
