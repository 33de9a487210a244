/* SPDX-License-Identifier: MIT */
/*
 * User names in the photographer's place: "Photo by ana_lima on Flickr", "(©
 * analima/Getty Images)", "by Flickr user lima99". They are small words, which
 * no credit else holds, so their form or their place must tell: a low line or
 * a number in them; or between what leads to a name ("©", a colon, "by") and
 * what ends one or says where the user is found.
 *
 * The licence sentence of Creative Commons names its author too ("“Harbour” by
 * ana_lima is licensed under CC BY 4.0", the Best practices for attribution of
 * that organisation).
 */
#include "caption/credit_find.h"
#include "caption/credit_reader.h"

/* Shorter small words are rarely names: "by me". */
#define SHORTEST 4

static bool is_site(const struct cl_parse *p, uint32_t i)
{
	struct cutline_agency a;

	return i < p->count &&
	       (cl_is_domain(p, i) || cl_agency_at(p, i, p->count, &a) != i);
}

/* "Photo by", "user", "©", a colon, before i. */
static bool leads(const struct cl_parse *p, uint32_t i)
{
	if (i == 0)
		return false;
	if (cl_is_word(p, i - 1, "by"))
		return i == 1 || p->tokens[i - 2].kind == CL_T_OPEN ||
		       cl_has_class(p, i - 2, CL_W_PHOTO | CL_W_CREDIT) ||
		       cl_is_word(p, i - 2, "image");
	return cl_is_sign(p, i - 1, ':') || cl_is_sign(p, i - 1, 'c') ||
	       (i > 1 && cl_is_word(p, i - 1, "user") && is_site(p, i - 2));
}

/* The end, a separator, or where the user is found, at i. */
static bool ends(const struct cl_parse *p, uint32_t i)
{
	if (i >= p->count || p->tokens[i].kind == CL_T_CLOSE)
		return true;
	if (cl_is_sign(p, i, '.') && i + 1 == p->count)
		return cl_is_word(p, i - 2, "by"); /* not "Photo: cover." */
	return cl_is_sign(p, i, '/') || cl_is_sign(p, i, '|') ||
	       cl_is_word(p, i, "via") ||
	       (cl_is_word(p, i, "on") && is_site(p, i + 1));
}

/* "(analima/Wikimedia Commons)", "(Wikimedia Commons/analima)" */
static bool beside_site(const struct cl_parse *p, uint32_t i)
{
	if (i == 0)
		return false;
	return (p->tokens[i - 1].kind == CL_T_OPEN &&
		cl_is_sign(p, i + 1, '/') && is_site(p, i + 2)) ||
	       (i > 1 && cl_is_sign(p, i - 1, '/') && i + 1 < p->count &&
		p->tokens[i + 1].kind == CL_T_CLOSE &&
		p->tokens[i - 2].kind == CL_T_WORD &&
		cl_has_flag(p, i - 2, CL_F_CAP));
}

static bool has_digit(struct cl_str s)
{
	for (size_t i = 1; i < s.len; i++)
		if (cl_is_digit(s.ptr[i]))
			return !cl_is_digit(s.ptr[0]);
	return false;
}

bool cl_credit_user(const struct cl_parse *p, uint32_t i)
{
	const struct cl_token *t = &p->tokens[i];
	struct cl_str s = cl_token_text(p, i);

	if (cl_str_find_char(s, '_', 0) < s.len || cl_is_domain(p, i))
		return true;
	if (i == 0 || s.len < SHORTEST || t->classes)
		return false;
	if (cl_is_sign(p, i - 1, ','))
		return cl_has_class(p, i + 1, CL_W_CONJ) && cl_is_cap(p, i + 2);
	if (leads(p, i))
		return ends(p, i + 1) || has_digit(s);
	return beside_site(p, i);
}

/* "is licensed under CC BY 2.0", "is marked with CC0" */
static bool is_licensed(const struct cl_parse *p, uint32_t i)
{
	return cl_is_word(p, i, "is") &&
	       ((cl_is_word(p, i + 1, "licensed") &&
		 cl_is_word(p, i + 2, "under")) ||
		(cl_is_word(p, i + 1, "marked") &&
		 cl_is_word(p, i + 2, "with"))) &&
	       i + 3 < p->count && cl_credit_licence(p, i + 3);
}

uint32_t cl_credit_take_licence(struct cl_parse *p, uint32_t by)
{
	static const uint32_t name_tokens = 8;
	uint32_t i = by + 1, end;

	while (i < p->count && i <= by + name_tokens && cl_is_free(p, i) &&
	       !cl_has_flag(p, i, CL_F_LINE) && !cl_is_word(p, i, "is") &&
	       !cl_credit_licence(p, i))
		i++;
	if (i > by + 2 && i < p->count && cl_credit_licence(p, i) &&
	    cl_credit_all_fit(p, by + 1, i)) {
		/* "by Ana Lima, Wikimedia Commons, CC BY 4.0" */
		cl_credit_take(p, by, i, "credit-licence");
		return i;
	}
	if (i == by + 1 || !is_licensed(p, i))
		return by;
	end = i + 3;
	while (end < p->count && cl_is_free(p, end) &&
	       !cl_has_flag(p, end, CL_F_SENTENCE | CL_F_LINE))
		end++;
	cl_credit_take(p, by, i, "credit-licence");
	cl_credit_read(p, i + 3, end, 0.9, "credit-licence");
	cl_claim(p, i, end, CL_BY_CREDIT);
	return end;
}
