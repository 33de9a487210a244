/* SPDX-License-Identifier: MIT */
/*
 * What is a name. A run of capitals with the small words inside names,
 * initials, a nickname in quotation marks, Jr.; before it titles, ranks, roles,
 * peoples and teams, which are no part of it; and what such a run can also be,
 * but no person: an organisation, a place, a ship, a heading.
 */
#include "caption/name.h"

#include "caption/places.h"
#include "cutline/place.h"

#define NAME_TOKENS 8

/* A run of name tokens from i: capitals, particles, initials, a nickname in
 * quotes, Jr. */
uint32_t cl_name_end(const struct cl_parse *p, uint32_t i, uint32_t limit)
{
	uint32_t end = i;

	while (end < limit && end < i + 12) {
		const struct cl_token *t = &p->tokens[end];

		if (end > i && (t->flags & CL_F_LINE))
			break;
		if (cl_is_cap(p, end)) {
			end++;
			continue;
		}
		if (end == i)
			break;
		if (t->kind == CL_T_QUOTE_OPEN && t->owner == CL_FREE &&
		    t->mate != CL_NO_TOKEN && t->mate - end <= 4 &&
		    cl_is_cap(p, t->mate + 1) && cl_is_cap(p, end + 1)) {
			end = t->mate + 1;
			continue;
		}
		if (cl_is_sign(p, end, ',') &&
		    cl_has_class(p, end + 1, CL_W_SUFFIX)) {
			end += 2;
			continue;
		}
		if (t->owner == CL_FREE && t->kind == CL_T_WORD &&
		    (t->classes & CL_W_PARTICLE) && !(t->classes & CL_W_CONJ)) {
			uint32_t k = end + 1;

			if (cl_has_class(p, k, CL_W_PARTICLE) &&
			    !cl_has_flag(p, k, CL_F_CAP))
				k++;
			if (cl_is_cap(p, k)) {
				end = k;
				continue;
			}
		}
		break;
	}
	return end;
}

/* A word at the head of a sentence that is made like a role: "Goaltender",
 * "Skateboarder"; and the name of a country before the name. */
static bool like_role(const struct cl_parse *p, uint32_t i)
{
	struct cl_str s = cl_token_text(p, i);
	static const struct cl_str tails[] = {
		CL_STR_INIT("präsident"), CL_STR_INIT("präsidentin"),
		CL_STR_INIT("minister"),  CL_STR_INIT("ministerin"),
		CL_STR_INIT("meister"),   CL_STR_INIT("meisterin"),
		CL_STR_INIT("spieler"),   CL_STR_INIT("spielerin"),
		CL_STR_INIT("trainer"),   CL_STR_INIT("trainerin"),
		CL_STR_INIT("sänger"),    CL_STR_INIT("sängerin"),
		CL_STR_INIT("-elect"),
	};
	struct cutline_country country;
	char last = s.ptr[s.len - 1];

	if (s.len > 3 && cl_has_flag(p, i, CL_F_PLACE) &&
	    cutline_country_find(s.ptr, s.len, &country))
		return true;
	if (s.len > 4 && s.ptr[1] == '\'' && cl_is_lower(s.ptr[2]))
		return true; /* "L'actrice" */
	if (last != 'n' && last != 'r' && last != 't')
		return false; /* as all that follow do */
	for (size_t k = 0; k < sizeof(tails) / sizeof(tails[0]); k++)
		if (s.len > tails[k].len && cl_str_ends(s, tails[k]))
			return true;
	if (!cl_has_flag(p, i, CL_F_SENTENCE) || s.len < 7)
		return false;
	return cl_str_ends(s, CL_STR("er")) || cl_str_ends(s, CL_STR("or")) ||
	       cl_str_ends(s, CL_STR("ist")) || cl_str_ends(s, CL_STR("man")) ||
	       cl_str_ends(s, CL_STR("eer"));
}

/* Drop what stands before the name: titles, roles, ranks, peoples, teams. */
uint32_t cl_name_start(const struct cl_parse *p, uint32_t from, uint32_t to)
{
	uint32_t first = from;

	for (uint32_t i = from; i + 1 < to; i++) {
		uint32_t c = p->tokens[i].classes;

		if (c & CL_W_GIVEN)
			break;
		if (c & (CL_W_TITLE | CL_W_ROLE | CL_W_RANK | CL_W_RELATION) &&
		    !(c & CL_W_SUFFIX))
			first = i + 1;
		else if ((c &
			  (CL_W_TEAM | CL_W_NATION | CL_W_ORG | CL_W_VENUE)) &&
			 i + 2 < to)
			first = i + 1;
		else if ((c & (CL_W_STOP | CL_W_ARTICLE)) && i == from &&
			 !(cl_has_flag(p, i, CL_F_INITIAL) &&
			   cl_has_flag(p, i, CL_F_DOT)))
			first = i + 1;
		else if (i == first && i + 2 < to && like_role(p, i))
			first = i + 1;
	}
	/* "Operations Dave Dombrowski": a given name inside a long run */
	for (uint32_t i = first + 1; i + 1 < to && to - first >= 4; i++)
		if (cl_has_class(p, i, CL_W_GIVEN) &&
		    p->tokens[i - 1].kind == CL_T_WORD &&
		    !cl_has_class(p, first, CL_W_GIVEN))
			return i;
	return first;
}

static bool has_class_in(const struct cl_parse *p, uint32_t from, uint32_t to,
			 uint32_t classes)
{
	for (uint32_t i = from; i < to; i++)
		if (cl_has_class(p, i, classes))
			return true;
	return false;
}

/* Digits, or capitals all through in a run that is no known name: a heading, a
 * ship, a product. */
static bool odd_letters(const struct cl_parse *p, uint32_t from, uint32_t to)
{
	unsigned upper = 0, words = 0;

	for (uint32_t i = from; i < to; i++) {
		struct cl_str s = cl_token_text(p, i);

		for (size_t k = 0; k < s.len; k++)
			if (cl_is_digit(s.ptr[k]))
				return true;
		words += p->tokens[i].kind == CL_T_WORD;
		upper += cl_has_flag(p, i, CL_F_UPPER);
	}
	return words > 3 && upper == words;
}

/* "USS Lima", "Team Lima", "Mount Lima". */
static bool opens_other_name(const struct cl_parse *p, uint32_t from)
{
	return cl_has_class(p, from, CL_W_GEO) || cl_is_word(p, from, "uss") ||
	       cl_is_word(p, from, "hms") || cl_is_word(p, from, "team") ||
	       cl_is_word(p, from, "company");
}

static bool single_name(const struct cl_parse *p, uint32_t at, bool titled,
			bool given)
{
	if (cl_has_flag(p, at, CL_F_INITIAL) ||
	    (cl_has_flag(p, at, CL_F_PLACE) &&
	     cl_is_place(cl_text_of(p, at, at + 1))))
		return false;
	if (cl_has_class(p, at,
			 CL_W_STOP | CL_W_ORG | CL_W_VENUE | CL_W_EVENT |
				 CL_W_TITLE | CL_W_ROLE | CL_W_PHOTO))
		return false;
	return (titled || given) && (!cl_has_flag(p, at, CL_F_UPPER) || titled);
}

/* Can the run from to to be a person's name? titled: a title or role stood
 * before it. */
bool cl_name_like(const struct cl_parse *p, uint32_t from, uint32_t to,
		  bool titled)
{
	struct cl_str s = cl_text_of(p, from, to);
	bool given = cl_has_class(p, from, CL_W_GIVEN) ||
		     cl_has_flag(p, from, CL_F_INITIAL);
	struct cutline_agency agency;

	if (to - from > NAME_TOKENS || s.len < 2 || odd_letters(p, from, to))
		return false;
	if (to - from > 1 && cl_has_class(p, to - 1, CL_W_ORDINAL))
		return false; /* "Marine One", "The Dixmoor Five" */
	if (opens_other_name(p, from))
		return false;
	if (cl_has_class(p, to - 1, CL_W_MONTH | CL_W_WEEKDAY | CL_W_NATION) &&
	    !given)
		return false;
	if (!titled && (cl_has_flag(p, from, CL_F_DOT) &&
			cl_str_find_char(s, '-', 0) < s.len))
		return false; /* "R-La." */
	if (to - from == 1)
		return single_name(p, from, titled, given);
	if (given)
		return !has_class_in(p, to - 1, to, CL_W_EVENT) ||
		       to - from <= 3;
	if (cl_has_flag(p, from, CL_F_UPPER) &&
	    cl_has_flag(p, to - 1, CL_F_UPPER) && !titled)
		return false;
	if (has_class_in(p, to - 1, to,
			 CL_W_ORG | CL_W_VENUE | CL_W_EVENT | CL_W_TEAM |
				 CL_W_ROLE | CL_W_TITLE | CL_W_REGION) ||
	    (!titled && has_class_in(p, from, from + 1, CL_W_STOP)))
		return false;
	if (!titled && ((cl_has_flag(p, from, CL_F_PLACE) && cl_is_place(s)) ||
			cutline_agency_find(s.ptr, s.len, &agency)))
		return false;
	return true;
}
