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

#include "caption/language.h"

#include <string.h>

#include "cutline/place.h"

static bool is_place_prep(struct cl_parse *p, uint32_t i)
{
	if (!cl_is_listed(p, i, CL_L_PLACE_PREP) || !cl_is_free(p, i))
		return false;
	return !cl_is_listed(p, i, CL_L_FOREIGN_PREP) ||
	       cl_is_word(p, i, "am") || cl_language_of(p) != CL_LANG_ENGLISH;
}

/* "Ana Lima, of Ely, Maine": tells of a person. */
static bool is_origin(const struct cl_parse *p, uint32_t prep)
{
	if (prep > 0 && (cl_is_word(p, prep - 1, "born") ||
			 cl_is_word(p, prep - 1, "raised") ||
			 (prep > 1 && cl_is_word(p, prep - 1, "up") &&
			  cl_is_word(p, prep - 2, "grew"))))
		return true; /* "who grew up in El Paso, Texas" */
	return prep > 0 &&
	       (cl_is_word(p, prep, "of") || cl_is_word(p, prep, "from")) &&
	       (cl_is_sign(p, prep - 1, ',') ||
		p->tokens[prep - 1].kind == CL_T_CLOSE ||
		cl_is_cap(p, prep - 1));
}

/* Regions and cities. */

/* "Nangarhar province", "Sichuan Province", "Marin County". */
static uint32_t take_region(struct cl_parse *p, uint32_t from, uint32_t end)
{
	struct cutline_country country;
	struct cutline_state state;
	bool inside = end > from + 1 && cl_has_class(p, end - 1, CL_W_REGION);
	uint32_t word = inside ? end - 1 : end;
	bool kept;
	struct cl_str name;

	if (!cl_has_class(p, word, CL_W_REGION) || !cl_is_free(p, word) ||
	    (cl_is_word(p, word, "department") &&
	     cl_has_flag(p, word, CL_F_CAP)) ||
	    cl_is_word(p, word, "island") || cl_is_word(p, word, "republic") ||
	    cl_is_word(p, word, "district"))
		return from;
	name = cl_text_of(p, from, word);
	if (cutline_country_find(name.ptr, name.len, &country))
		return from; /* "U.S. state of Utah" */
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
	uint32_t run;

	if (end >= p->count || p->tokens[end].kind != CL_T_POSSESSIVE ||
	    s.len < 4)
		return from;
	run = cl_run_end(p, end + 1, p->count);
	if (!cutline_country_find(s.ptr, s.len, &country) &&
	    !(run > end + 2 && cl_has_class(p, run - 1, CL_W_VENUE) &&
	      !cl_has_flag(p, from, CL_F_DOT) && cl_big_city(s)))
		return from; /* "Auckland's Q Theatre" has a town */
	cl_place_chain(p, from, end, false, "place-owner");
	cl_claim(p, from, end + 1, CL_BY_PLACE);
	return end + 1;
}

/* "in Berlin den Schauspieler ...": a town, and small words that only look as
 * if they went on with its name. */
static uint32_t cut_particle(const struct cl_parse *p, uint32_t from,
			     uint32_t end)
{
	for (uint32_t k = from + 1; k < end; k++)
		if (!cl_has_flag(p, k, CL_F_CAP) &&
		    !cl_is_place(cl_text_of(p, from, end)) &&
		    cl_big_city(cl_text_of(p, from, k)))
			return k;
	return end;
}

/* May a name that no table has be a town? Not where all nouns have capitals,
 * and in other languages after few prepositions. */
static bool may_be_unknown(struct cl_parse *p, uint32_t prep, uint32_t from)
{
	if (cl_is_word(p, prep, "near") || cl_is_word(p, prep, "outside") ||
	    cl_is_word(p, prep, "près") || cl_is_word(p, prep, "cerca"))
		return true;
	switch (cl_language_of(p)) {
	case CL_LANG_GERMAN:
		return cl_is_word(p, prep, "in") && from == prep + 1;
	case CL_LANG_ENGLISH:
	case CL_LANG_UNASKED:
		return true;
	case CL_LANG_ROMANCE:
	case CL_LANG_NORTHERN:
		break;
	}
	return from == prep + 1 &&
	       (cl_is_word(p, prep, "à") || cl_is_word(p, prep, "em") ||
		cl_is_word(p, prep, "a") || cl_is_word(p, prep, "en") ||
		cl_is_word(p, prep, "in") || cl_is_word(p, prep, "te") ||
		cl_is_word(p, prep, "bij") || cl_is_word(p, prep, "i") ||
		cl_is_word(p, prep, "w") || cl_is_word(p, prep, "we"));
}

/* A run alone after a preposition. */
static uint32_t take_alone(struct cl_parse *p, uint32_t prep, uint32_t from,
			   uint32_t end)
{
	struct cl_str s;
	bool in = cl_is_word(p, prep, "in") || cl_is_word(p, prep, "near") ||
		  cl_is_word(p, prep, "outside") ||
		  cl_is_listed(p, prep, CL_L_FOREIGN_PREP);
	bool set_off;

	end = cut_particle(p, from, end);
	s = cl_text_of(p, from, end);
	set_off = end >= p->count || p->tokens[end].owner != CL_FREE ||
		  p->tokens[end].kind == CL_T_SIGN ||
		  cl_has_class(p, end, CL_W_PREP);

	if (cl_state_tail(p, from, end) < end &&
	    cl_place_chain(p, from, end, true, "place-chain")) {
		cl_claim(p, from, end, CL_BY_PLACE);
		return end;
	}
	if (p->tokens[from].end - p->tokens[from].start < 3 ||
	    cl_has_class(p, from, CL_W_MONTH | CL_W_WEEKDAY | CL_W_TITLE))
		return prep;
	if (is_origin(p, prep) && !cl_is_word(p, prep, "from") &&
	    !cl_is_word(p, prep, "of"))
		return end;
	if (end < p->count && p->tokens[end].kind == CL_T_POSSESSIVE &&
	    cl_is_word(p, prep, "of"))
		return prep; /* "the tackle of Munster's Lima" */
	if (!in && !cl_is_word(p, prep, "over") && !cl_is_word(p, prep, "of") &&
	    !cl_is_word(p, prep, "at") && !cl_is_word(p, prep, "from"))
		return prep;
	if (cl_is_word(p, prep, "of") || cl_is_word(p, prep, "from")) {
		/* "streets of Nairobi", "the city of Homs" */
		if (!cl_big_city(s) || is_origin(p, prep) ||
		    cl_has_class(p, prep - 1,
				 CL_W_ROLE | CL_W_TITLE | CL_W_ORG |
					 CL_W_EVENT))
			return prep;
	}
	if (cl_language_of(p) == CL_LANG_GERMAN && !cl_known_large(s) &&
	    (from > prep + 1 || cl_is_listed(p, prep, CL_L_WITH_ARTICLE)))
		return prep; /* "im Regen": a town has no article */
	if (cl_big_city(s) || cl_known_large(s)) {
		if (!cl_place_chain(p, from, end, cl_big_city(s), "place-in"))
			return prep;
	} else if (in && (cl_is_place(s) ||
			  (set_off && may_be_unknown(p, prep, from)))) {
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
	uint32_t k = i;

	while (k < p->count && k < i + 4 && cl_is_free(p, k) &&
	       !cl_has_flag(p, k, CL_F_CAP) && p->tokens[k].kind == CL_T_WORD) {
		if (cl_is_listed(p, k, CL_L_PLACE_KIND) &&
		    cl_is_word(p, k + 1, "of"))
			return k + 2;
		k++;
	}
	return i;
}

/* "of" leads to a venue after words like "in front". */
static bool leads_to_venue(const struct cl_parse *p, uint32_t prep)
{
	if (cl_is_word(p, prep, "to") || cl_is_word(p, prep, "for"))
		return false;
	if (!cl_is_word(p, prep, "of"))
		return true;
	return prep > 0 && cl_is_listed(p, prep - 1, CL_L_VENUE_OF);
}

/* "at Andau, Austria": one word, and a country, is rather a village. */
static bool is_village(const struct cl_parse *p, uint32_t from, uint32_t first,
		       uint32_t end)
{
	struct cutline_country country;
	struct cl_str s;

	if (first != from + 1 || !cl_is_sign(p, first, ',') ||
	    cl_has_class(p, from, CL_W_VENUE))
		return false;
	s = cl_text_of(p, first + 1, end);
	return s.len > 3 && cutline_country_find(s.ptr, s.len, &country);
}

/* A chain of several runs after a preposition: *next is where to go on. False
 * if it is to be read run by run. */
static bool take_long_chain(struct cl_parse *p, uint32_t prep, uint32_t from,
			    uint32_t end, uint32_t limit, uint32_t *next)
{
	uint32_t first = cl_run_end(p, from, limit);

	*next = end;
	if (is_origin(p, prep)) {
		cl_claim(p, from, end, CL_BY_PLACE);
		return true;
	}
	if (cl_is_word(p, prep, "at") && !is_village(p, from, first, end) &&
	    !cl_big_city(cl_text_of(p, from, first))) {
		*next = cl_take_venue(p, prep, limit);
		if (*next != prep || cl_is_place(cl_text_of(p, from, first)))
			return true;
		cl_add_venue(p, from, first, 0.8, "venue-at");
		*next = cl_after_venue(p, first, limit);
		return true;
	}
	if (!cl_place_chain(p, from, end, true, "place-chain"))
		return false;
	cl_claim(p, from, end, CL_BY_PLACE);
	return true;
}

static uint32_t take_after_prep(struct cl_parse *p, uint32_t prep,
				uint32_t limit)
{
	uint32_t from = skip_kind(p, cl_skip_article(p, prep + 1)), end, next;

	if ((cl_is_word(p, prep, "près") || cl_is_word(p, prep, "cerca")) &&
	    cl_has_class(p, from, CL_W_PARTICLE) &&
	    !cl_has_flag(p, from, CL_F_CAP))
		from++; /* "près de Lyon" */

	if (from > prep + 2 && cl_is_word(p, from - 1, "of") &&
	    cl_is_word(p, from - 2, "island") && cl_is_cap(p, from)) {
		end = cl_run_end(p, from, limit);
		if (!cl_has_value(p, CUTLINE_CITY)) {
			cl_add_venue(p, from, end, 0.9, "venue-word");
			return cl_after_venue(p, end, limit);
		}
		cl_add_value(p, CUTLINE_PROVINCE_STATE,
			     cl_text_of(p, from, end), cl_span_of(p, from, end),
			     0.8, "region-word");
		cl_claim(p, from, end, CL_BY_PLACE);
		return end;
	}
	if (cl_is_listed(p, prep, CL_L_FOREIGN_PREP) ||
	    cl_is_word(p, prep, "in")) {
		next = cl_take_foreign_venue(p, prep, limit);
		if (next != prep)
			return next;
	}
	if (!cl_is_cap(p, from) || from >= limit)
		return prep;
	end = cl_chain_end(p, from, limit);
	if (!cl_is_one_run(p, from, end) &&
	    take_long_chain(p, prep, from, end, limit, &next))
		return next;
	end = cl_run_end(p, from, limit);
	next = take_owner(p, from, end);
	if (next != from) {
		uint32_t run = cl_run_end(p, next, limit), small;

		end = run > next ? take_region(p, next, run) : next;
		small = cl_small_venue(p, run);
		if (end == next && run > next &&
		    (small > run || cl_has_venue_word(p, next, run))) {
			cl_add_venue(p, next, small, 0.9, "venue-word");
			return small;
		}
		return end;
	}
	next = take_region(p, from, end);
	if (next != from)
		return next;
	if (end > from + 1 && cl_is_region_first(p, from) &&
	    cl_place_chain(p, from, end, true, "region-word")) {
		cl_claim(p, from, end, CL_BY_PLACE);
		return end;
	}
	if (leads_to_venue(p, prep)) {
		next = cl_take_venue(p, prep, limit);
		if (next != prep)
			return next;
	}
	if (is_origin(p, prep) && !cl_is_one_run(p, from, end))
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
	first = cl_venue_end(p, i, limit);
	if (cl_has_venue_word(p, i, first) && first - i > 1 &&
	    (i == 0 || cl_has_flag(p, i, CL_F_SENTENCE | CL_F_LINE) ||
	     p->tokens[i - 1].kind == CL_T_DASH || cl_is_sign(p, i - 1, ','))) {
		end = cl_after_venue(p, first, limit);
		if (end > first) {
			cl_add_venue(p, i, first, 0.85, "venue-chain");
			return end;
		}
	}
	first = cl_run_end(p, i, limit);
	if (!cl_is_sign(p, first, ','))
		return i;
	end = cl_chain_end(p, i, limit);
	if (end == first || first - i > 6)
		return i;
	if (!cl_is_place(cl_text_of(p, i, first)) &&
	    !(i > p->body && cl_has_flag(p, i, CL_F_SENTENCE) &&
	      (cl_is_sign(p, end, '.') || !cl_is_free(p, end))))
		return i; /* "Ulang, South Sudan" by itself */
	if (first - i >= 2 && cl_has_class(p, i, CL_W_GIVEN) &&
	    !cl_big_city(cl_text_of(p, i, first)))
		return i;
	if (!cl_place_chain(p, i, end, false, "place-chain"))
		return i;
	cl_claim(p, i, end, CL_BY_PLACE);
	return end;
}

/* ", London, 1962": a city or region set off by commas, after an occasion, a
 * venue or at the end. */
static uint32_t take_set_off(struct cl_parse *p, uint32_t comma, uint32_t limit)
{
	uint32_t from = comma + 1, to = cl_chain_end(p, from, limit);
	uint8_t before = comma ? p->tokens[comma - 1].owner : CL_FREE;
	struct cl_str s = cl_text_of(p, from, to);

	if (!cl_is_sign(p, comma, ',') || to == from ||
	    cl_has_value(p, CUTLINE_CITY))
		return comma;
	if (to < p->count && p->tokens[to].owner == CL_FREE &&
	    p->tokens[to].kind != CL_T_SIGN)
		return comma;
	if (before != CL_BY_EVENT && before != CL_BY_VENUE && before != CL_FREE)
		return comma;
	if (cl_is_one_run(p, from, to) &&
	    !(before == CL_FREE ? cl_big_city(s) : cl_is_place(s)))
		return comma;
	if (!cl_is_one_run(p, from, to) && before == CL_FREE)
		return comma;
	if (!cl_place_chain(p, from, to, false, "place-set-off"))
		return comma;
	cl_claim(p, from, to, CL_BY_PLACE);
	return to;
}

/* Reuters' country in a bracket before the subjects: "(GERMANY - Tags:". */
static void take_tagged_country(struct cl_parse *p)
{
	for (uint32_t i = 2; i < p->count; i++) {
		uint32_t from = i - 2;

		if (p->tokens[i].owner != CL_BY_BOILERPLATE ||
		    !cl_is_word(p, i, "tags") ||
		    p->tokens[i - 1].kind != CL_T_DASH)
			continue;
		while (from > 0 && p->tokens[from].kind == CL_T_WORD)
			from--;
		cl_place_chain(p, from + 1, i - 1, false, "tags");
		cl_claim(p, from, i, CL_BY_BOILERPLATE);
		return;
	}
}

/* No place in the sentence of the picture: a short one after it may be but
 * place and date ("Fans queue in the rain. Wolverhampton, 2003."). */
static uint32_t next_limit(const struct cl_parse *p, uint32_t limit)
{
	uint32_t end = limit;

	while (end < p->count && end < limit + 12 &&
	       p->tokens[end].owner != CL_BY_CREDIT &&
	       (end == limit || !cl_has_flag(p, end, CL_F_SENTENCE)))
		end++;
	return end < limit + 12 ? end : limit;
}

/* "Wolverhampton, 2003." */
static void take_lone_city(struct cl_parse *p, uint32_t from, uint32_t limit)
{
	uint32_t to = cl_run_end(p, from, limit);

	if (cl_is_sign(p, to, ',') && cl_big_city(cl_text_of(p, from, to)) &&
	    to + 1 < p->count &&
	    (p->tokens[to + 1].kind == CL_T_NUMBER ||
	     p->tokens[to + 1].owner == CL_BY_DATE) &&
	    cl_place_chain(p, from, to, false, "place-lone"))
		cl_claim(p, from, to, CL_BY_PLACE);
}

/* A place after the word at i that leads to one. */
static uint32_t take_led(struct cl_parse *p, uint32_t i, uint32_t limit)
{
	uint32_t next = cl_take_ship(p, i, limit);

	if (next == i && is_place_prep(p, i))
		next = take_after_prep(p, i, limit);
	if (next == i && cl_is_listed(p, i, CL_L_VENUE_FIRST))
		next = cl_take_head_venue(p, i, limit, 0.8);
	return next;
}

static void read_places(struct cl_parse *p, uint32_t from, uint32_t limit)
{
	uint32_t i = from;

	while (i < limit) {
		const struct cl_token *t = &p->tokens[i];
		uint32_t next = i;

		if (t->lists)
			next = take_led(p, i, limit);
		if (next == i && (t->flags & CL_F_CAP) && cl_is_cap(p, i))
			next = take_bare_chain(p, i, limit);
		else if (next == i && t->sign == ',')
			next = take_set_off(p, i, limit);
		i = next > i ? next : i + 1;
	}
}

static bool no_place(const struct cl_parse *p)
{
	return !cl_has_value(p, CUTLINE_CITY) &&
	       !cl_has_value(p, CUTLINE_PROVINCE_STATE) &&
	       !cl_has_value(p, CUTLINE_COUNTRY);
}

void cl_places_find(struct cl_parse *p)
{
	uint32_t limit = cl_main_end(p), after;

	read_places(p, p->body, limit);
	if (no_place(p)) {
		after = next_limit(p, limit);
		if (after > limit && cl_is_cap(p, limit) &&
		    !cl_has_class(p, limit, CL_W_STOP))
			take_lone_city(p, limit, after);
		read_places(p, limit, after);
	}
	if (!cl_has_value(p, CUTLINE_SUBLOCATION))
		cl_take_any_venue(p, limit);
	take_tagged_country(p);
}
