/* SPDX-License-Identifier: MIT */
/*
 * Places in the body, in the sentence that tells of the picture:
 *
 *	in Cromwell, Conn.	a chain whose last part the gazetteer knows
 *	in Johannesburg		a known city after a preposition
 *	at Wembley Stadium	a venue: capitals after "at", or after another
 *				preposition if a word of venue ends them
 *	in China's Sichuan Province
 *
 * "Natalie Portman, of Paris," is where she is from, and no place of the
 * picture.
 */
#include "caption/places.h"

#include <string.h>

#include "cutline/place.h"

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
		end = next < limit && next > end + 1 && cl_is_cap(p, next)
			      ? next
			      : end + 1;
	}
	return end;
}

/* A run with what joins capitals in names of buildings: "Cathedral of Saints
 * Peter and Paul", "St. Mary's Church", "Hangar 1". */
static uint32_t venue_end(const struct cl_parse *p, uint32_t i, uint32_t limit)
{
	uint32_t end = i;

	while (end < limit && end < i + 14) {
		const struct cl_token *t = &p->tokens[end];

		if (t->owner != CL_FREE || (end > i && (t->flags & CL_F_LINE)))
			break;
		if ((t->kind == CL_T_WORD && (t->flags & CL_F_CAP)) ||
		    (t->kind == CL_T_NUMBER && end > i) ||
		    t->kind == CL_T_POSSESSIVE) {
			end++;
			continue;
		}
		if (end > i &&
		    (cl_is_sign(p, end, '&') || cl_is_word(p, end, "and") ||
		     cl_has_class(p, end, CL_W_PARTICLE)) &&
		    cl_is_cap(p, end + 1) &&
		    cl_has_flag(p, end - 1, CL_F_CAP) &&
		    !(cl_is_word(p, end, "and") &&
		      cl_has_class(p, end - 1, CL_W_VENUE))) {
			end++;
			continue;
		}
		if (end > i && cl_is_word(p, end, "of") &&
		    (cl_is_cap(p, end + 1) || (cl_is_word(p, end + 1, "the") &&
					       cl_is_cap(p, end + 2)))) {
			end += cl_is_cap(p, end + 1) ? 1 : 2;
			continue;
		}
		break;
	}
	while (end > i && p->tokens[end - 1].kind == CL_T_POSSESSIVE)
		end--;
	return end;
}

static bool is_place_prep(const struct cl_parse *p, uint32_t i)
{
	static const char *const words[] = {
		"in",      "at",     "near",      "outside", "from",   "inside",
		"on",      "of",     "to",        "around",  "over",   "across",
		"through", "off",    "along",     "into",    "di",     "em",
		"en",      "à",      "im",        "am",      "bei",    "zu",
		"beside",  "aboard", "outskirts", "above",   "toward", "for"
	};

	if (i >= p->count || !cl_is_free(p, i) ||
	    p->tokens[i].kind != CL_T_WORD)
		return false;
	for (size_t k = 0; k < sizeof(words) / sizeof(words[0]); k++)
		if (cl_is_word(p, i, words[k]))
			return true;
	return false;
}

/* "Ana Lima, of Ely, Maine": tells of a person. */
static bool is_origin(const struct cl_parse *p, uint32_t prep)
{
	return prep > 0 &&
	       (cl_is_word(p, prep, "of") || cl_is_word(p, prep, "from")) &&
	       (cl_is_sign(p, prep - 1, ',') ||
		p->tokens[prep - 1].kind == CL_T_CLOSE ||
		cl_is_cap(p, prep - 1));
}

static bool known_large(struct cl_str s)
{
	struct cutline_country country;
	struct cutline_state state;

	return cutline_country_find(s.ptr, s.len, &country) ||
	       cutline_state_find(s.ptr, s.len, NULL, &state);
}

/* The end of a chain of parts between commas that begins at i, as far as the
 * gazetteer knows the parts after the first. */
static uint32_t chain_end(const struct cl_parse *p, uint32_t i, uint32_t limit)
{
	uint32_t end = cl_run_end(p, i, limit), best = end;

	for (int parts = 0; parts < 4 && cl_is_sign(p, end, ','); parts++) {
		uint32_t from = end + 1, to;

		while (from < limit && cl_has_class(p, from, CL_W_DIRECTION) &&
		       !cl_has_flag(p, from, CL_F_CAP))
			from++;
		to = cl_run_end(p, from, limit);
		if (to == from)
			break;
		if (known_large(cl_text_of(p, from, to)))
			best = to;
		else if (parts > 0)
			break;
		end = to;
	}
	return best;
}

static bool is_one_run(const struct cl_parse *p, uint32_t i, uint32_t end)
{
	for (uint32_t k = i; k < end; k++)
		if (cl_is_sign(p, k, ','))
			return false;
	return true;
}

/* ---- venues ---- */

static void add_venue(struct cl_parse *p, uint32_t from, uint32_t to,
		      double confidence, const char *rule)
{
	if (from >= to)
		return;
	if (!cl_has_value(p, CUTLINE_SUBLOCATION))
		cl_add_value(p, CUTLINE_SUBLOCATION, cl_text_of(p, from, to),
			     cl_span_of(p, from, to), confidence, rule);
	cl_claim(p, from, to, CL_BY_VENUE);
}

static bool has_venue_word(const struct cl_parse *p, uint32_t from, uint32_t to)
{
	for (uint32_t i = from; i < to; i++)
		if (cl_has_class(p, i, CL_W_VENUE) &&
		    cl_has_flag(p, i, CL_F_CAP))
			return true;
	return false;
}

static uint32_t skip_article(const struct cl_parse *p, uint32_t i)
{
	while (i < p->count && cl_is_free(p, i) &&
	       (cl_is_word(p, i, "the") || cl_is_word(p, i, "a") ||
		cl_is_word(p, i, "main") || cl_is_word(p, i, "famous") ||
		(cl_has_class(p, i, CL_W_DIRECTION) &&
		 !cl_has_flag(p, i, CL_F_CAP))))
		i++;
	return i;
}

/* "in the Khalidiyah neighbourhood", "Kochyli beach": a small word of venue
 * after the capitals. */
static uint32_t small_venue(const struct cl_parse *p, uint32_t end)
{
	if (end < p->count && cl_is_free(p, end) &&
	    p->tokens[end].kind == CL_T_WORD &&
	    !cl_has_flag(p, end, CL_F_CAP) &&
	    cl_has_class(p, end, CL_W_VENUE) &&
	    !cl_has_class(p, end, CL_W_EVENTHEAD))
		return end + 1;
	return end;
}

static uint32_t take_venue(struct cl_parse *p, uint32_t prep, uint32_t limit)
{
	uint32_t from = skip_article(p, prep + 1);
	uint32_t end = venue_end(p, from, limit), small;
	bool at = cl_is_word(p, prep, "at") || cl_is_word(p, prep, "inside");

	if (end == from)
		return prep;
	small = small_venue(p, end);
	if (cl_is_word(p, small - 1, "neighborhood") ||
	    cl_is_word(p, small - 1, "neighbourhood") ||
	    cl_is_word(p, small - 1, "district") ||
	    cl_is_word(p, small - 1, "area")) {
		add_venue(p, from, end, 0.85, "venue-district");
		return small;
	}
	if (cl_is_word(p, small - 1, "village") && small > end)
		return prep;
	if (small > end || has_venue_word(p, from, end)) {
		if (cl_is_sign(p, end, ',') && small == end && !at &&
		    chain_end(p, from, limit) > end)
			return prep; /* "in Long Beach, Calif." */
		add_venue(p, from, small, at ? 0.93 : 0.88, "venue-word");
		return small;
	}
	if (!at || cl_is_place(cl_text_of(p, from, end)) ||
	    cl_has_class(p, end - 1, CL_W_EVENT))
		return prep;
	if (chain_end(p, from, limit) > end)
		return prep;
	add_venue(p, from, end, 0.8, "venue-at");
	return end;
}

/* ---- regions and cities ---- */

/* "Nangarhar province", "Sichuan Province", "Marin County". */
static uint32_t take_region(struct cl_parse *p, uint32_t from, uint32_t end)
{
	struct cutline_state state;
	bool inside = end > from + 1 && cl_has_class(p, end - 1, CL_W_REGION);
	uint32_t word = inside ? end - 1 : end;
	bool kept;
	struct cl_str name;

	if (!cl_has_class(p, word, CL_W_REGION) || !cl_is_free(p, word) ||
	    cl_is_word(p, word, "island") || cl_is_word(p, word, "republic") ||
	    cl_is_word(p, word, "district"))
		return from;
	kept = cl_is_word(p, word, "county") || cl_is_word(p, word, "kreis");
	name = cl_text_of(p, from, kept ? word + 1 : word);
	if (!kept && cutline_state_find(name.ptr, name.len, NULL, &state) &&
	    !p->country_code)
		p->country_code = state.country_code;
	cl_add_value(p, CUTLINE_PROVINCE_STATE, name,
		     cl_span_of(p, from, kept ? word + 1 : word), 0.93,
		     "region-word");
	cl_claim(p, from, word + 1, CL_BY_PLACE);
	return word + 1;
}

/* "China's Sichuan Province", "Haiti's capital". */
static uint32_t take_owner(struct cl_parse *p, uint32_t from, uint32_t end)
{
	struct cutline_country country;
	struct cl_str s = cl_text_of(p, from, end);

	if (end >= p->count || p->tokens[end].kind != CL_T_POSSESSIVE ||
	    !cutline_country_find(s.ptr, s.len, &country) || s.len < 4)
		return from;
	cl_place_chain(p, from, end, false, "place-owner");
	cl_claim(p, from, end + 1, CL_BY_PLACE);
	return end + 1;
}

static bool big_city(struct cl_str s)
{
	struct cutline_city city;

	return cutline_city_find(s.ptr, s.len, &city, 1) > 0 &&
	       (city.population > 15000 || city.capital);
}

/* A run alone after a preposition. */
static uint32_t take_alone(struct cl_parse *p, uint32_t prep, uint32_t from,
			   uint32_t end)
{
	struct cl_str s = cl_text_of(p, from, end);
	bool in = cl_is_word(p, prep, "in") || cl_is_word(p, prep, "near") ||
		  cl_is_word(p, prep, "outside") || cl_is_word(p, prep, "em") ||
		  cl_is_word(p, prep, "en") || cl_is_word(p, prep, "di");
	bool set_off = end >= p->count || p->tokens[end].owner != CL_FREE ||
		       p->tokens[end].kind == CL_T_SIGN;

	if (p->tokens[from].end - p->tokens[from].start < 3 ||
	    cl_has_class(p, from, CL_W_MONTH | CL_W_WEEKDAY | CL_W_TITLE))
		return prep;
	if (!in && !cl_is_word(p, prep, "over") && !cl_is_word(p, prep, "of") &&
	    !cl_is_word(p, prep, "at") && !cl_is_word(p, prep, "from"))
		return prep;
	if (cl_is_word(p, prep, "of") || cl_is_word(p, prep, "from")) {
		/* "streets of Nairobi", "the city of Homs" */
		if (!big_city(s) || is_origin(p, prep) ||
		    cl_has_class(p, prep - 1,
				 CL_W_ROLE | CL_W_TITLE | CL_W_ORG |
					 CL_W_EVENT))
			return prep;
	}
	if (big_city(s) || known_large(s)) {
		if (!cl_place_chain(p, from, end, big_city(s), "place-in"))
			return prep;
	} else if (in && (set_off || cl_is_place(s))) {
		cl_place_chain(p, from, end, true, "place-unknown");
	} else {
		return prep;
	}
	cl_claim(p, from, end, CL_BY_PLACE);
	return end;
}

/* "the village of Limni", "the town of Ely": the name is after "of". */
static uint32_t skip_kind(const struct cl_parse *p, uint32_t i)
{
	static const char *const words[] = { "city",         "town",  "village",
					     "suburb",       "port",  "capital",
					     "municipality", "hamlet" };
	uint32_t k = i;

	while (k < p->count && k < i + 4 && cl_is_free(p, k) &&
	       !cl_has_flag(p, k, CL_F_CAP) && p->tokens[k].kind == CL_T_WORD) {
		for (size_t w = 0; w < sizeof(words) / sizeof(words[0]); w++)
			if (cl_is_word(p, k, words[w]) &&
			    cl_is_word(p, k + 1, "of"))
				return k + 2;
		k++;
	}
	return i;
}

static uint32_t take_after_prep(struct cl_parse *p, uint32_t prep,
				uint32_t limit)
{
	uint32_t from = skip_kind(p, skip_article(p, prep + 1)), end, next;

	if (!cl_is_cap(p, from) || from >= limit)
		return prep;
	end = chain_end(p, from, limit);
	if (!is_one_run(p, from, end)) {
		uint32_t first = cl_run_end(p, from, limit);

		if (is_origin(p, prep)) {
			cl_claim(p, from, end, CL_BY_PLACE);
			return end;
		}
		if (cl_is_word(p, prep, "at") &&
		    !big_city(cl_text_of(p, from, first)))
			return take_venue(p, prep, limit);
		if (cl_place_chain(p, from, end, true, "place-chain")) {
			cl_claim(p, from, end, CL_BY_PLACE);
			return end;
		}
	}
	end = cl_run_end(p, from, limit);
	next = take_owner(p, from, end);
	if (next != from) {
		uint32_t run = cl_run_end(p, next, limit);

		return run > next ? take_region(p, next, run) : next;
	}
	next = take_region(p, from, end);
	if (next != from)
		return next;
	if (!cl_is_word(p, prep, "of") && !cl_is_word(p, prep, "to") &&
	    !cl_is_word(p, prep, "for")) {
		next = take_venue(p, prep, limit);
		if (next != prep)
			return next;
	}
	if (is_origin(p, prep) && !is_one_run(p, from, end))
		return end;
	return take_alone(p, prep, from, end);
}

/* A chain without a preposition: "Wolverhampton, England, 2003". */
static uint32_t take_bare_chain(struct cl_parse *p, uint32_t i, uint32_t limit)
{
	uint32_t end, first;

	if (!cl_is_cap(p, i) ||
	    (i > 0 && cl_is_cap(p, i - 1) && !cl_has_flag(p, i, CL_F_LINE)))
		return i;
	first = cl_run_end(p, i, limit);
	if (!cl_is_sign(p, first, ','))
		return i;
	end = chain_end(p, i, limit);
	if (end == first || first - i > 6)
		return i;
	if (first - i >= 2 && cl_has_class(p, i, CL_W_GIVEN) &&
	    !big_city(cl_text_of(p, i, first)))
		return i;
	if (!cl_place_chain(p, i, end, false, "place-chain"))
		return i;
	cl_claim(p, i, end, CL_BY_PLACE);
	return end;
}

void cl_places_find(struct cl_parse *p)
{
	uint32_t limit = cl_main_end(p), i = p->body;

	while (i < limit) {
		uint32_t next = i;

		if (is_place_prep(p, i))
			next = take_after_prep(p, i, limit);
		else if (cl_is_cap(p, i))
			next = take_bare_chain(p, i, limit);
		i = next > i ? next : i + 1;
	}
}

/* ---- what follows ---- */

static void infer_country(struct cl_parse *p, const char *code, double sure)
{
	struct cutline_country country;

	if (cutline_country_find(code, strlen(code), &country))
		cl_add_inferred(p, CUTLINE_COUNTRY, country.name, sure,
				"gazetteer");
}

static void infer_from_city(struct cl_parse *p)
{
	struct cutline_city city;
	struct cl_str name = cl_str_from(p->fields[CUTLINE_CITY].items[0].text);
	size_t count = cutline_city_find(name.ptr, name.len, &city, 1);

	if (count == 0)
		return;
	infer_country(p, city.country_code, count == 1 ? 0.95 : 0.8);
	if (*city.state && strcmp(city.state, city.name) != 0)
		cl_add_inferred(p, CUTLINE_PROVINCE_STATE, city.state,
				count == 1 ? 0.9 : 0.7, "gazetteer");
}

void cl_places_infer(struct cl_parse *p)
{
	if (cl_has_value(p, CUTLINE_COUNTRY))
		return;
	if (cl_has_value(p, CUTLINE_PROVINCE_STATE)) {
		if (p->country_code)
			infer_country(p, p->country_code, 0.98);
	} else if (cl_has_value(p, CUTLINE_CITY)) {
		infer_from_city(p);
	}
}
