/* SPDX-License-Identifier: MIT */
/*
 * What a part of a credit looks like that is in no table: an organisation, the
 * number of a picture, a licence, the town of a museum. Where the first part is
 * no name of a person by its look and the second is ("Harbour Curling/Ana
 * Lima"), the first is the organisation.
 */
#include <string.h>

#include "caption/credit_reader.h"
#include "cutline/place.h"

/* One word that is an organisation by its letters or its place: "Broadimage",
 * "ABI / AFP"; and what stands between an agency and the photographer: "ANP /
 * Hollandse Hoogte / Jan Vos". */
static bool like_firm(const struct cl_credit_reader *r, uint32_t from,
		      uint32_t to)
{
	static const struct cl_str stems[] = {
		CL_STR_INIT("image"),  CL_STR_INIT("press"),
		CL_STR_INIT("media"),  CL_STR_INIT("pix"),
		CL_STR_INIT("news"),   CL_STR_INIT("sport"),
		CL_STR_INIT("agency"), CL_STR_INIT("archiv"),
		CL_STR_INIT("museum"),
	};
	struct cl_str s = cl_token_text(r->p, from);

	if (to - from > 1 || r->creator)
		return false;
	for (size_t i = 0; i < sizeof(stems) / sizeof(stems[0]); i++)
		if (s.len > stems[i].len &&
		    cl_str_find_nocase(s, stems[i], 0) < s.len)
			return true;
	return false;
}

/* "UNB", "MSSS": the letters of an organisation. */
static bool like_letters(const struct cl_credit_reader *r, uint32_t from,
			 uint32_t to)
{
	struct cl_str s = cl_token_text(r->p, from);

	return to == from + 1 && cl_has_flag(r->p, from, CL_F_UPPER) &&
	       s.len >= 3 && s.len <= 6 && !cl_is_initials(r->p, from) &&
	       !r->by && r->before != '&';
}

/* Is the first part the organisation, for the next is the photographer? */
static bool yields(const struct cl_credit_reader *r, uint32_t from, uint32_t to)
{
	bool given = cl_is_given(r->p, from) ||
		     cl_has_flag(r->p, from, CL_F_INITIAL);
	bool named = r->last >= CUTLINE_ROLE_PROVIDER &&
		     r->last <= CUTLINE_ROLE_RIGHTS;

	if (r->by || r->creator || !strchr("/|,", r->after) || r->after == 0)
		return false;
	if (r->ahead == CL_NEXT_INITIALS)
		return !given || to - from == 1;
	if (r->ahead != CL_NEXT_GIVEN && r->ahead != CL_NEXT_PERSON)
		return false;
	if (named)
		return true;
	if (r->after == ',')
		return false;
	if (to - from == 1)
		return r->ahead == CL_NEXT_GIVEN ||
		       cl_has_flag(r->p, from, CL_F_CAP);
	return r->ahead == CL_NEXT_GIVEN && !given;
}

/* "Cricket NSW": the last word is the letters of a state or firm. */
static bool ends_in_letters(const struct cl_parse *p, uint32_t from,
			    uint32_t to)
{
	uint32_t len = p->tokens[to - 1].end - p->tokens[to - 1].start;

	return len >= 2 && len <= 4 && cl_has_flag(p, to - 1, CL_F_UPPER) &&
	       !cl_has_flag(p, from, CL_F_UPPER | CL_F_INITIAL) &&
	       !cl_has_class(p, to - 1, CL_W_SUFFIX | CL_W_PARTICLE) &&
	       !cl_is_initials(p, to - 1) && to - from == 2;
}

/* "LE SOLEIL", "USMA PAO": after the photographer, by their look. */
static bool like_paper(const struct cl_credit_reader *r, uint32_t from,
		       uint32_t to)
{
	const struct cl_parse *p = r->p;

	if (to - from < 2 || cl_is_given(p, from))
		return false;
	if (cl_has_class(p, from, CL_W_NATION) ||
	    (!r->by && r->after == 0 && r->last == CUTLINE_ROLE_QUALIFIER &&
	     ends_in_letters(p, from, to)))
		return true;
	if (!r->creator)
		return false;
	if (cl_has_class(p, from, CL_W_ARTICLE))
		return true;
	for (uint32_t i = from; i < to; i++)
		if (cl_is_initials(p, i))
			return false;
	return cl_has_flag(p, from, CL_F_UPPER) &&
	       p->tokens[from].end - p->tokens[from].start <= 4 &&
	       cl_has_flag(p, to - 1, CL_F_UPPER) &&
	       p->tokens[to - 1].end - p->tokens[to - 1].start <= 4;
}

bool cl_credit_organisation(const struct cl_credit_reader *r, uint32_t from,
			    uint32_t to, bool photo)
{
	bool given = cl_is_given(r->p, from) && to - from >= 2;

	if (cl_like_organisation(r->p, from, to))
		return !(r->by && to - from <= 3 && given);
	if (r->owned && !r->by)
		return true;
	if (photo && !r->by && !given &&
	    !(to - from == 2 && r->after == 0 &&
	      !cl_has_flag(r->p, from, CL_F_UPPER)))
		return true;
	return like_firm(r, from, to) || like_letters(r, from, to) ||
	       like_paper(r, from, to) || yields(r, from, to);
}

/* "Bild 183-S1234", "acc. no. 1974.25", "99123456". */
bool cl_credit_number(const struct cl_parse *p, uint32_t from, uint32_t to)
{
	uint32_t i = from;

	while (i < to && (cl_is_listed(p, i, CL_L_NUMBER_WORD) ||
			  p->tokens[i].kind == CL_T_SIGN))
		i++;
	return i < to && to - i <= (i > from ? 2u : 1u) &&
	       (cl_is_reference(p, i) ||
		(i > from && p->tokens[i].kind == CL_T_NUMBER));
}

/* "CC BY 4.0", "CC-BY-SA", "CC0". */
bool cl_credit_licence(const struct cl_parse *p, uint32_t i)
{
	struct cl_str s = cl_token_text(p, i);

	return cl_is_word(p, i, "cc") || cl_is_word(p, i, "cc0") ||
	       cl_str_starts_nocase(s, CL_STR("cc-by"));
}

/* "Wellington", after the name of a museum. */
bool cl_credit_town(const struct cl_parse *p, uint32_t from, uint32_t to)
{
	struct cl_str s = cl_text_of(p, from, to);
	struct cutline_country country;
	struct cutline_state state;

	return to - from <= 3 &&
	       (cutline_country_find(s.ptr, s.len, &country) ||
		cutline_state_find(s.ptr, s.len, NULL, &state) ||
		cutline_city_find(s.ptr, s.len, NULL, 0) > 0);
}
