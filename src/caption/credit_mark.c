/* SPDX-License-Identifier: MIT */
/* The words that open a credit, and those that may stand in one. */
#include "caption/credit.h"

/* May the token stand in a credit? Small words may, if they join names. */
bool cl_credit_fits(const struct cl_parse *p, uint32_t i)
{
	const struct cl_token *t = &p->tokens[i];

	if (t->owner != CL_FREE)
		return false;
	if (t->kind != CL_T_WORD || (t->flags & CL_F_CAP))
		return true;
	if (t->classes & (CL_W_PHOTO | CL_W_CREDIT | CL_W_QUALIFIER |
			  CL_W_PARTICLE | CL_W_RANK))
		return true;
	return cl_has_class(p, i, CL_W_ORG) ||
	       cl_is_listed(p, i, CL_L_CREDIT_JOINT);
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

/* Does the word Photo at i make a credit of what follows it? */
static bool photo_opens(const struct cl_parse *p, uint32_t i, uint32_t to)
{
	uint32_t next = i + 1;

	while (next < to && cl_has_class(p, next, CL_W_PHOTO | CL_W_QUALIFIER))
		next++;
	if (next >= to)
		return i + 1 < to;
	if (cl_has_flag(p, i, CL_F_CAP) && cl_is_cap(p, next) &&
	    names_agency(p, next))
		return true;
	return cl_is_word(p, next, "by") || cl_is_sign(p, next, ':') ||
	       cl_is_word(p, next, "credit") || cl_is_word(p, next, "source") ||
	       cl_is_word(p, next, "courtesy") || cl_is_sign(p, next, '/') ||
	       cl_is_word(p, next, "provided") ||
	       cl_is_word(p, next, "copyright") || cl_is_word(p, next, "via") ||
	       cl_is_word(p, next, "from");
}

/* Do the tokens from i on open a credit? */
bool cl_credit_opens(const struct cl_parse *p, uint32_t i, uint32_t to)
{
	if (cl_is_sign(p, i, 'c') || cl_is_word(p, i, "©"))
		return true;
	if (cl_has_class(p, i, CL_W_PHOTO) && !cl_is_word(p, i, "courtesy"))
		return photo_opens(p, i, to) ||
		       (cl_is_sign(p, i + 1, ',') && cl_is_cap(p, i + 2));
	if (cl_is_word(p, i, "courtesy"))
		return cl_is_word(p, i + 1, "of") ||
		       cl_is_sign(p, i + 1, ':') || cl_is_cap(p, i + 1);
	if (cl_is_word(p, i, "mandatory") || cl_is_word(p, i, "must"))
		return cl_is_word(p, i + 1, "credit");
	if (cl_is_word(p, i, "photographer") || cl_is_word(p, i, "bildrechte"))
		return cl_is_sign(p, i + 1, ':');
	if (cl_is_word(p, i, "credit") && cl_is_cap(p, i + 1) &&
	    cl_has_flag(p, i, CL_F_SENTENCE) && i + 6 > p->count)
		return true;
	if (cl_has_class(p, i, CL_W_CREDIT) && !cl_is_word(p, i, "by"))
		return cl_is_sign(p, i + 1, ':') ||
		       (cl_is_word(p, i, "copyright") && cl_is_cap(p, i + 1)) ||
		       cl_has_class(p, i + 1, CL_W_PHOTO);
	return false;
}

/* "Staff photo by", "U.S. Army Reserve photo by", "AP Photo/": an owner of up
 * to six words before the word Photo. */
bool cl_credit_owner_opens(const struct cl_parse *p, uint32_t i, uint32_t to)
{
	uint32_t k = i;

	while (k < to && k < i + 7 && p->tokens[k].kind <= CL_T_NUMBER &&
	       (cl_has_flag(p, k, CL_F_CAP) ||
		cl_has_class(p, k, CL_W_QUALIFIER)) &&
	       !cl_has_class(p, k, CL_W_PHOTO))
		k++;
	if (cl_has_class(p, i, CL_W_ARTICLE) || cl_is_word(p, i, "in"))
		return false; /* "This undated photo provided by" */
	return k > i && k < to && cl_has_class(p, k, CL_W_PHOTOSTRIP) &&
	       (photo_opens(p, k, to) || k + 1 == to ||
		cl_is_sign(p, k + 1, ',') || cl_is_sign(p, k + 1, '.'));
}
