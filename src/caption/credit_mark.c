/* SPDX-License-Identifier: MIT */
/* The words that open a credit, and those that may stand in one. */
#include "caption/credit.h"

/* "eFP", "iStock". */
static bool has_capitals(const struct cl_parse *p, uint32_t i)
{
	struct cl_str s = cl_token_text(p, i);
	size_t capitals = 0;

	for (size_t k = 1; k < s.len; k++)
		capitals += cl_is_upper(s.ptr[k]);
	return capitals >= 1;
}

/* "dpa", "ullstein bild": a known agency that may be written so. */
static bool is_written_small(const struct cl_parse *p, uint32_t i)
{
	struct cutline_agency a;
	uint32_t end = cl_agency_at(p, i, p->count, &a);

	return end > i + 1 || (end > i && cl_str_starts(cl_text_of(p, i, end),
							cl_str_from(a.name)));
}

/* May the token stand in a credit? Small words may, if they join names. */
bool cl_credit_fits(const struct cl_parse *p, uint32_t i)
{
	const struct cl_token *t = &p->tokens[i];
	struct cutline_agency a;

	if (t->owner != CL_FREE)
		return false;
	if (t->kind != CL_T_WORD || (t->flags & CL_F_CAP))
		return true;
	if (t->classes & (CL_W_PHOTO | CL_W_CREDIT | CL_W_QUALIFIER |
			  CL_W_PARTICLE | CL_W_RANK | CL_W_ORG))
		return true;
	if (cl_is_listed(p, i,
			 CL_L_CREDIT_JOINT | CL_L_CREDIT_GIVER |
				 CL_L_NUMBER_WORD))
		return true;
	if (cl_is_word(p, i, "on"))
		return cl_is_domain(p, i + 1) ||
		       cl_agency_at(p, i + 1, p->count, &a) != i + 1;
	if ((t->flags & CL_F_AGENCY) && is_written_small(p, i))
		return true;
	return has_capitals(p, i) || cl_credit_user(p, i) ||
	       cl_credit_aside(p, i, p->count) != i ||
	       (i > 0 && cl_credit_aside(p, i - 1, p->count) > i);
}

bool cl_credit_all_fit(const struct cl_parse *p, uint32_t from, uint32_t to)
{
	if (to - from > CL_CREDIT_TOKENS)
		return false;
	for (uint32_t i = from; i < to; i++)
		if (!cl_credit_fits(p, i))
			return false;
	return true;
}

/* "Foto Piero Rossi - LaPresse", "Beeld Sabine Vos voor NRC": no colon, but a
 * name and an agency. */
static bool names_agency(const struct cl_parse *p, uint32_t i)
{
	struct cutline_agency a;

	for (uint32_t k = i; k < i + 6 && k < p->count && cl_credit_fits(p, k);
	     k++) {
		if (cl_is_sign(p, k, '.') ||
		    (k > i && cl_has_flag(p, k, CL_F_LINE)))
			return false;
		if (k > i &&
		    (cl_is_sign(p, k, '/') || p->tokens[k].kind == CL_T_DASH ||
		     cl_is_word(p, k, "voor") || cl_is_word(p, k, "for") ||
		     cl_is_sign(p, k, ',') || cl_is_word(p, k, "per")))
			return cl_agency_at(p, i, k, &a) == k ||
			       cl_agency_at(p, k + 1, p->count, &a) != k + 1 ||
			       cl_has_flag(p, i, CL_F_UPPER);
	}
	return false;
}

/* Are all words from i to the end of the text or bracket those of a credit?
 * "PHOTO LE PROGRES, Ana Lima", "foto di Ana Lima". */
static bool rest_fits(const struct cl_parse *p, uint32_t i)
{
	uint32_t end = i;

	while (end < p->count && end < i + 14 &&
	       p->tokens[end].kind != CL_T_CLOSE && cl_credit_fits(p, end) &&
	       !(cl_is_sign(p, end, '.') && end + 1 < p->count) &&
	       !(end > i && cl_has_flag(p, end, CL_F_LINE)))
		end++;
	return end > i && end < i + 14 &&
	       (end == p->count || p->tokens[end].kind == CL_T_CLOSE ||
		cl_has_flag(p, end, CL_F_LINE));
}

/* "di Ana Lima", "par Ana Lima", after the word for a photo. */
static bool leads_to_name(const struct cl_parse *p, uint32_t i)
{
	return cl_is_listed(p, i, CL_L_CREDIT_BY) && cl_is_cap(p, i + 1) &&
	       rest_fits(p, i + 1);
}

/* Does the word Photo at i make a credit of what follows it? */
static bool photo_opens(const struct cl_parse *p, uint32_t i, uint32_t to)
{
	uint32_t next = i + 1;

	while (next < to && !cl_is_word(p, next, "courtesy") &&
	       !cl_is_listed(p, next, CL_L_CREDIT_GIVER) &&
	       cl_has_class(p, next, CL_W_PHOTO | CL_W_QUALIFIER))
		next++;
	if (next >= to)
		return i + 1 < to;
	if ((cl_has_flag(p, i, CL_F_CAP) ||
	     (i > 0 && p->tokens[i - 1].kind == CL_T_OPEN)) &&
	    cl_is_cap(p, next) && !cl_is_sign(p, next + 1, ':') &&
	    (names_agency(p, next) || rest_fits(p, next)))
		return true;
	if (cl_is_sign(p, next, '|'))
		return cl_is_cap(p, next + 1);
	if (cl_is_listed(p, next, CL_L_CREDIT_GIVER))
		return (cl_is_word(p, next + 1, "by") &&
			rest_fits(p, next + 2)) ||
		       cl_is_word(p, next + 1, "to") || next + 1 == p->count ||
		       next + 1 == to || cl_is_sign(p, next + 1, '.');
	if (cl_has_class(p, next, CL_W_CREDIT))
		return !cl_has_class(p, next, CL_W_QUALIFIER) ||
		       cl_is_word(p, next, "courtesy");
	return cl_is_sign(p, next, ':') || cl_is_sign(p, next, '/') ||
	       cl_is_word(p, next, "via") ||
	       (cl_is_word(p, next, "from") && cl_is_cap(p, next + 1) &&
		rest_fits(p, next + 1)) ||
	       leads_to_name(p, next);
}

/* "Credit: Ana Lima", "Credit...Ana Lima" (The New York Times), "Copyright Ana
 * Lima". */
static bool credit_opens(const struct cl_parse *p, uint32_t i)
{
	if (cl_is_word(p, i, "by"))
		return false;
	if (cl_is_word(p, i, "credit") && cl_is_cap(p, i + 1) &&
	    cl_has_flag(p, i, CL_F_SENTENCE) && i + 6 > p->count)
		return true;
	return cl_is_sign(p, i + 1, ':') ||
	       (cl_is_word(p, i, "credit") &&
		(cl_is_sign(p, i + 1, 'e') ||
		 (cl_is_sign(p, i + 1, '.') && cl_is_sign(p, i + 2, '.')))) ||
	       (cl_is_word(p, i, "copyright") && cl_is_cap(p, i + 1)) ||
	       cl_has_class(p, i + 1, CL_W_PHOTO);
}

/* "Supplied: The Ministry", "Special to The Post", "Supplied / The Ministry",
 * "Courtesy photo | The Ministry". */
static bool giver_opens(const struct cl_parse *p, uint32_t i)
{
	if (cl_is_word(p, i, "special"))
		return cl_is_word(p, i + 1, "to") &&
		       (cl_is_cap(p, i + 2) || cl_is_word(p, i + 2, "the")) &&
		       rest_fits(p, i + 1);
	if (!cl_has_flag(p, i, CL_F_CAP))
		return false;
	return cl_is_sign(p, i + 1, ':') || cl_is_sign(p, i + 1, '/') ||
	       cl_is_sign(p, i + 1, '|') ||
	       (cl_is_word(p, i + 1, "by") && rest_fits(p, i + 2));
}

/* "Bundesarchiv, Bild 183-S1234 / Lima, Ana / CC-BY-SA 3.0" */
static bool archive_opens(const struct cl_parse *p, uint32_t i)
{
	struct cutline_agency a;
	uint32_t end = cl_agency_at(p, i, p->count, &a);

	return end != i && cl_is_sign(p, end, ',') &&
	       cl_is_listed(p, end + 1, CL_L_NUMBER_WORD) &&
	       end + 2 < p->count && cl_is_reference(p, end + 2);
}

/* Do the tokens from i on open a credit? */
bool cl_credit_opens(const struct cl_parse *p, uint32_t i, uint32_t to)
{
	if (cl_is_sign(p, i, 'c') || cl_is_word(p, i, "©"))
		return true;
	if (cl_is_word(p, i, "courtesy"))
		return cl_is_word(p, i + 1, "of") ||
		       cl_is_sign(p, i + 1, ':') || cl_is_cap(p, i + 1) ||
		       (cl_has_class(p, i + 1, CL_W_PHOTO) &&
			cl_is_sign(p, i + 2, '|'));
	if (cl_has_class(p, i, CL_W_PHOTO))
		return photo_opens(p, i, to) ||
		       (cl_is_sign(p, i + 1, ',') && cl_is_cap(p, i + 2));
	if (cl_is_word(p, i, "mandatory") || cl_is_word(p, i, "must"))
		return cl_is_word(p, i + 1, "credit");
	if (cl_is_word(p, i, "collection"))
		return cl_has_flag(p, i, CL_F_SENTENCE) &&
		       cl_is_word(p, i + 1, "of");
	if (cl_is_listed(p, i, CL_L_CREDIT_GIVER) ||
	    cl_is_word(p, i, "special"))
		return giver_opens(p, i);
	if (cl_has_class(p, i, CL_W_CREDIT))
		return credit_opens(p, i);
	if (cl_has_flag(p, i, CL_F_AGENCY) && archive_opens(p, i))
		return true;
	return cl_is_listed(p, i, CL_L_CREDIT_OPENER) &&
	       cl_is_sign(p, i + 1, ':');
}

/* "Staff photo by", "U.S. Army Reserve photo by", "AP Photo/", "OSCE/ODIHR
 * photo by": an owner of up to six words before the word Photo. */
bool cl_credit_owner_opens(const struct cl_parse *p, uint32_t i, uint32_t to)
{
	uint32_t k = i;

	while (k < to && k < i + 7 &&
	       (p->tokens[k].kind <= CL_T_NUMBER ||
		(k > i && cl_is_sign(p, k, '/'))) &&
	       (cl_has_flag(p, k, CL_F_CAP) || cl_is_sign(p, k, '/') ||
		cl_has_class(p, k, CL_W_QUALIFIER)) &&
	       !cl_has_class(p, k, CL_W_PHOTO))
		k++;
	if (cl_has_class(p, i, CL_W_ARTICLE | CL_W_PREP))
		return false; /* "This undated photo provided by" */
	if (k >= i + 2 && cl_is_given(p, i) && k + 2 < p->count &&
	    cl_is_sign(p, k + 1, ':') && i == 0)
		return false; /* "Ana Lima Photo: AFP": who is shown */
	return k > i && k < to && cl_has_class(p, k, CL_W_PHOTOSTRIP) &&
	       (photo_opens(p, k, to) || k + 1 == to || k + 1 == p->count ||
		cl_is_sign(p, k + 1, ',') || cl_is_sign(p, k + 1, '.'));
}
