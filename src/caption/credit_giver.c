/* SPDX-License-Identifier: MIT */
/*
 * "In this photo released by the Harbour Ministry, a tram waits": who gave the
 * picture, said in the sentence itself. Read when no credit names anybody, as
 * the credits of agencies repeat it: "(Harbour Ministry via AP)".
 */
#include "caption/credit_find.h"

/* The sentence that says so is the first; its beginning is looked at. */
#define SENTENCE_TOKENS 24

/* "photo issued by", "image taken from video released by", "image from". */
static uint32_t giver_after(const struct cl_parse *p, uint32_t i)
{
	if (cl_is_listed(p, i, CL_L_CREDIT_GIVER) && cl_is_word(p, i + 1, "by"))
		return i + 2;
	if (cl_is_word(p, i, "available") && cl_is_word(p, i + 1, "by"))
		return i + 2;
	return 0;
}

/* "Harbour Police", not "of PC Ana Lima" after it. */
static uint32_t name_end(const struct cl_parse *p, uint32_t from)
{
	uint32_t i = from, end = from;

	while (i < p->count && cl_is_free(p, i) && i < from + 12) {
		bool joint = cl_is_word(p, i, "of") ||
			     cl_is_word(p, i, "and") ||
			     cl_is_word(p, i, "for") ||
			     cl_is_word(p, i, "the") || cl_is_sign(p, i, '&') ||
			     p->tokens[i].kind == CL_T_POSSESSIVE;

		if (!joint && !cl_is_cap(p, i))
			break;
		if (cl_is_word(p, i, "of") &&
		    (cl_is_given(p, i + 1) ||
		     cl_has_class(p, i + 1, CL_W_TITLE | CL_W_RANK) ||
		     cl_is_word(p, i - 1, "police")))
			break;
		if (cl_has_class(p, i, CL_W_WEEKDAY | CL_W_MONTH))
			break;
		i++;
		if (!joint)
			end = i;
	}
	return end;
}

void cl_credit_giver(struct cl_parse *p)
{
	bool photo = false;

	if (cl_has_value(p, CUTLINE_AGENCIES) ||
	    cl_has_value(p, CUTLINE_CREATORS))
		return;
	for (uint32_t i = 0; i < p->count && i < SENTENCE_TOKENS; i++) {
		uint32_t from = photo ? giver_after(p, i) : 0, end;

		photo |= cl_has_class(p, i, CL_W_PHOTO);
		if (!from)
			continue;
		if (cl_is_word(p, from, "the") || cl_is_word(p, from, "a"))
			from++;
		end = name_end(p, from);
		if (end > from && cl_like_organisation(p, from, end))
			cl_credit_take(p, from, end, "credit-giver");
		return;
	}
}
