/* SPDX-License-Identifier: MIT */
/*
 * Venues: capitals after "at", or after another preposition if a word of venue
 * ends them (Wembley Stadium, the Federal Courthouse), or a small word of venue
 * after capitals (Kochyli beach). The surer the preposition, the surer the
 * venue; one without any stands in only when there is no other.
 */
#include "caption/places.h"

#include "cutline/place.h"

/* A run with what joins capitals in names of buildings: "Cathedral of Saints
 * Peter and Paul", "St. Mary's Church", "Hangar 1". */
uint32_t cl_venue_end(const struct cl_parse *p, uint32_t i, uint32_t limit)
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

/* The surer venue stays; of equal ones the first. */
void cl_add_venue(struct cl_parse *p, uint32_t from, uint32_t to,
		  double confidence, const char *rule)
{
	struct cl_value_list *l = &p->fields[CUTLINE_SUBLOCATION];

	if (from >= to)
		return;
	if (l->count && l->items[0].confidence + 0.01 < confidence)
		l->count = 0;
	if (!l->count)
		cl_add_value(p, CUTLINE_SUBLOCATION, cl_text_of(p, from, to),
			     cl_span_of(p, from, to), confidence, rule);
	cl_claim(p, from, to, CL_BY_VENUE);
}

bool cl_has_venue_word(const struct cl_parse *p, uint32_t from, uint32_t to)
{
	for (uint32_t i = from; i < to; i++)
		if (cl_has_class(p, i, CL_W_VENUE) &&
		    cl_has_flag(p, i, CL_F_CAP))
			return true;
	return false;
}

/* "The Hague": the article is part of the name. */
static bool is_named_the(const struct cl_parse *p, uint32_t i)
{
	struct cl_str s;

	if (!cl_is_cap(p, i) || !cl_is_word(p, i, "the") ||
	    !cl_is_cap(p, i + 1))
		return false;
	s = cl_text_of(p, i, i + 2);
	return cutline_city_find(s.ptr, s.len, NULL, 0) > 0;
}

/* No name has more small words before it. */
#define LEAD_WORDS 6

uint32_t cl_skip_article(const struct cl_parse *p, uint32_t i)
{
	uint32_t limit = i + LEAD_WORDS < p->count ? i + LEAD_WORDS : p->count;

	if (is_named_the(p, i))
		return i;
	while (i < limit && cl_is_free(p, i) &&
	       (cl_is_word(p, i, "the") || cl_is_word(p, i, "a") ||
		((cl_is_word(p, i, "main") || cl_is_word(p, i, "famous")) &&
		 !cl_has_flag(p, i, CL_F_CAP)) ||
		(cl_has_class(p, i, CL_W_ARTICLE) &&
		 (p->tokens[i].lists & (CL_L_ROMANCE | CL_L_GERMAN)) &&
		 !cl_has_flag(p, i, CL_F_CAP)) ||
		(cl_has_class(p, i, CL_W_DIRECTION) &&
		 !cl_has_flag(p, i, CL_F_CAP))))
		i++;
	return i;
}

/* "in the Khalidiyah neighbourhood", "Kochyli beach": a small word of venue
 * after the capitals. */
uint32_t cl_small_venue(const struct cl_parse *p, uint32_t end)
{
	for (uint32_t i = end; i < end + 3 && cl_is_free(p, i); i++) {
		if (p->tokens[i].kind != CL_T_WORD ||
		    cl_has_flag(p, i, CL_F_CAP) ||
		    cl_has_class(p, i,
				 CL_W_PREP | CL_W_ARTICLE | CL_W_CONJ |
					 CL_W_AUX | CL_W_PRON))
			return end;
		if (cl_has_class(p, i, CL_W_VENUE) &&
		    !cl_has_class(p, i, CL_W_EVENTHEAD | CL_W_VERB))
			return i + 1;
	}
	return end;
}

/* "at Cinecitta Studios, Rome.": the city after a venue and a comma. */
uint32_t cl_after_venue(struct cl_parse *p, uint32_t end, uint32_t limit)
{
	uint32_t from = end + 1, to;

	if (!cl_is_sign(p, end, ','))
		return end;
	if (!cl_is_cap(p, from)) { /* ", provincia de Zamora" */
		bool large;

		to = cl_part_end(p, from, limit, &large);
		if (to == from || !large ||
		    !cl_place_chain(p, from, to, false, "place-after"))
			return end;
		cl_claim(p, from, to, CL_BY_PLACE);
		return to;
	}
	to = cl_chain_end(p, from, limit);
	if (cl_is_sign(p, to, '&'))
		return end;
	if (cl_is_one_run(p, from, to) && !cl_is_place(cl_text_of(p, from, to)))
		return end;
	if (to < p->count && p->tokens[to].owner == CL_FREE &&
	    p->tokens[to].kind == CL_T_WORD && !cl_has_class(p, to, CL_W_PREP))
		return end;
	if (!cl_place_chain(p, from, to, false, "place-after"))
		return end;
	cl_claim(p, from, to, CL_BY_PLACE);
	return to;
}

/* "the Ouakam district of Dakar": the town after it. */
static uint32_t take_town_of(struct cl_parse *p, uint32_t end, uint32_t limit)
{
	uint32_t to = cl_chain_end(p, end + 1, limit);

	if (!cl_is_word(p, end, "of") || to == end + 1 ||
	    !cl_place_chain(p, end + 1, to, true, "place-after"))
		return end;
	cl_claim(p, end + 1, to, CL_BY_PLACE);
	return to;
}

/* "on the balcony of Christiansborg": as good as "at". */
static bool is_part_of(const struct cl_parse *p, uint32_t prep)
{
	return prep > 0 && cl_is_word(p, prep, "of") &&
	       (cl_is_word(p, prep - 1, "balcony") ||
		cl_is_word(p, prep - 1, "kitchen") ||
		cl_is_word(p, prep - 1, "lobby") ||
		cl_is_word(p, prep - 1, "courtyard"));
}

uint32_t cl_take_venue(struct cl_parse *p, uint32_t prep, uint32_t limit)
{
	uint32_t from = cl_skip_article(p, prep + 1);
	uint32_t end = cl_venue_end(p, from, limit), small;
	bool at = cl_is_word(p, prep, "at") || cl_is_word(p, prep, "inside") ||
		  is_part_of(p, prep);

	if (end == from)
		return prep;
	if (end < p->count && p->tokens[end].kind == CL_T_POSSESSIVE &&
	    !cl_has_venue_word(p, from, end)) {
		if (!cl_is_word(p, end + 1, "headquarters"))
			return prep; /* "at Lima's house" */
		cl_add_venue(p, from, end + 2, 0.85, "venue-word");
		return cl_after_venue(p, end + 2, limit);
	}
	small = cl_small_venue(p, end);
	if (small > end && from > 0 && cl_is_word(p, from - 1, "a") &&
	    cl_is_place(cl_text_of(p, from, end)))
		return prep; /* "in a Zintan courtroom" */
	if (!at && small == end && cl_big_city(cl_text_of(p, from, end)))
		return prep; /* "in Salt Lake City" */
	if (cl_is_word(p, small - 1, "neighborhood") ||
	    cl_is_word(p, small - 1, "neighbourhood") ||
	    cl_is_word(p, small - 1, "district") ||
	    cl_is_word(p, small - 1, "area")) {
		cl_add_venue(p, from, end, 0.85, "venue-district");
		return take_town_of(p, small, limit);
	}
	if (cl_is_word(p, small - 1, "village") && small > end)
		return prep;
	if (small > end || cl_has_venue_word(p, from, end)) {
		if (cl_is_sign(p, end, ',') && small == end && !at &&
		    cl_chain_end(p, from, limit) > end)
			return prep; /* "in Long Beach, Calif." */
		cl_add_venue(p, from, small,
			     at                          ? 0.93
			     : cl_is_word(p, prep, "in") ? 0.9
							 : 0.86,
			     "venue-word");
		return cl_after_venue(p, small, limit);
	}
	if (!at || cl_is_place(cl_text_of(p, from, end)) ||
	    (cl_has_class(p, end - 1, CL_W_EVENT) &&
	     !cl_is_word(p, end - 1, "forum")))
		return prep;
	if (cl_chain_end(p, from, limit) > end)
		return prep;
	cl_add_venue(p, from, end, 0.8, "venue-at");
	return cl_after_venue(p, end, limit);
}

/* A house that acts or gives rather than is the place: "provided by the Valley
 * Fire District", "the Environment Ministry said". */
static bool acts(const struct cl_parse *p, uint32_t from, uint32_t end)
{
	uint32_t before = from;

	if (before > 0 && cl_has_class(p, before - 1, CL_W_ARTICLE))
		before--;
	return (before > 0 && cl_is_word(p, before - 1, "by")) ||
	       cl_is_listed(p, end - 1, CL_L_HOUSE);
}

/* "the Lima Creek wildfire": the name of what follows. */
static bool qualifies(const struct cl_parse *p, uint32_t end)
{
	return cl_is_free(p, end) && p->tokens[end].kind == CL_T_WORD &&
	       !cl_has_flag(p, end, CL_F_CAP) && !p->tokens[end].classes &&
	       !p->tokens[end].lists;
}

/* Without any preposition: "leaves the Federal Courthouse", "a general view of
 * First Data Field". */
void cl_take_any_venue(struct cl_parse *p, uint32_t limit)
{
	for (uint32_t i = p->body; i < limit; i++) {
		uint32_t end, small;

		if (!cl_is_cap(p, i) || (i > p->body && cl_is_cap(p, i - 1)) ||
		    cl_has_class(p, i, CL_W_ARTICLE))
			continue;
		end = cl_venue_end(p, i, limit);
		small = cl_small_venue(p, end);
		if ((cl_has_venue_word(p, i, end) && end - i > 1 &&
		     cl_has_class(p, end - 1, CL_W_VENUE)) ||
		    small == end + 1) {
			if (end < p->count && small == end &&
			    (p->tokens[end].kind == CL_T_POSSESSIVE ||
			     cl_has_class(p, end, CL_W_ROLE)))
				continue;
			if (cl_has_class(p, small, CL_W_ROLE) ||
			    acts(p, i, small) || qualifies(p, small))
				continue;
			cl_add_venue(p, i, small, 0.7, "venue-object");
			return;
		}
	}
}
