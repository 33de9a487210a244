/* SPDX-License-Identifier: MIT */
/*
 * Credits that no word opens, by the links between their names: "Ana Lima/AFP
 * via Getty Images". A known agency beside a link makes one of the names round
 * it.
 */
#include "caption/credit_find.h"
#include "cutline/place.h"

/* Where the name that begins at from ends. */
uint32_t cl_credit_name_after(const struct cl_parse *p, uint32_t from)
{
	struct cutline_agency a;
	uint32_t end = cl_agency_at(p, from, p->count, &a), i = from;

	while (end != from && cl_is_cap(p, end + 1) &&
	       (cl_is_word(p, end, "of") || cl_is_word(p, end, "de") ||
		cl_is_word(p, end, "del") || cl_is_word(p, end, "du")))
		end += 2; /* "Presidencia de Colombia" */
	if (end != from)
		return end;
	while (i < p->count && i < from + 4 && cl_is_free(p, i) &&
	       p->tokens[i].kind == CL_T_WORD &&
	       (cl_has_flag(p, i, CL_F_CAP) ||
		cl_has_class(p, i, CL_W_PARTICLE)) &&
	       (i == from || !cl_has_flag(p, i, CL_F_LINE)))
		i++;
	while (i > from && !cl_has_flag(p, i - 1, CL_F_CAP))
		i--;
	return i;
}

/* The beginning of a name that ends before token end: up to four capitalised
 * words back, fewer when an agency is known among them. */
static uint32_t name_before(const struct cl_parse *p, uint32_t end)
{
	struct cutline_agency a;
	uint32_t first = end, known = end;

	while (first > 0 && end - first < 6) {
		uint32_t i = first - 1;
		const struct cl_token *t = &p->tokens[i];

		/* "Jo HartHandout via REUTERS": pasted to the sentence */
		if (t->end - t->start > 7 && first == end &&
		    cl_str_ends(cl_token_text(p, i), CL_STR("Handout")))
			return end;
		if (t->owner != CL_FREE || t->kind > CL_T_NUMBER ||
		    (!(t->flags & CL_F_CAP) && !(t->classes & CL_W_PARTICLE)))
			break;
		if (first != end &&
		    (p->tokens[first].flags & (CL_F_SENTENCE | CL_F_LINE)))
			break;
		if (cl_credit_dot(p, i) && !(t->flags & CL_F_INITIAL) &&
		    !(t->classes & (CL_W_SUFFIX | CL_W_RANK)) && first != end)
			break;
		first = i;
		if (cl_agency_at(p, first, end, &a) == end)
			known = first;
	}
	if (known != end)
		return known;
	if (end - first <= 3)
		return first;
	first = end - 2;
	if (first > 0 && (p->tokens[first].flags & CL_F_INITIAL))
		first--;
	return first;
}

static bool is_link(const struct cl_parse *p, uint32_t i)
{
	return cl_is_free(p, i) &&
	       (cl_is_sign(p, i, '/') || cl_is_word(p, i, "via") ||
		(cl_is_word(p, i, "for") && cl_is_cap(p, i + 1)) ||
		(cl_is_sign(p, i, ',') && cl_is_word(p, i + 1, "file")) ||
		(cl_is_sign(p, i, ',') && cl_is_word(p, i + 1, "pool")) ||
		(p->tokens[i].kind == CL_T_DASH &&
		 !(p->tokens[i].flags & CL_F_SPACE)));
}

/* "| Ana Lima/Sun-Courier", "ANA LIMA / STAFF PHOTOGRAPHER": a chain at the end
 * of the text that begins at a boundary, whatever its names. */
static bool lone_chain(const struct cl_parse *p, uint32_t from, uint32_t link,
		       uint32_t end)
{
	return cl_is_sign(p, link, '/') && cl_credit_ends_text(p, end) &&
	       from > 0 &&
	       (cl_credit_after_sentence(p, from) ||
		cl_is_sign(p, from - 1, '|')) &&
	       link - from >= 2 && link - from <= 4 && end - from <= 9;
}

/* The whole chain round the link at i; false when no agency in it is known. */
static bool chain_around(const struct cl_parse *p, uint32_t i, uint32_t *from,
			 uint32_t *to)
{
	uint32_t end = i;

	*from = name_before(p, i);
	if (*from == i && !cl_is_word(p, i, "via") &&
	    !(cl_is_sign(p, i, '/') && cl_credit_after_sentence(p, i)))
		return false;
	while (is_link(p, end) && end < i + CL_CREDIT_TOKENS) {
		uint32_t next = end + 1;

		if (is_link(p, next)) /* "Pool/via REUTERS" */
			next++;
		next = cl_credit_name_after(p, next);
		if (next <= end + 1)
			break;
		end = next;
	}
	*to = end;
	return end > i && (cl_credit_has_known(p, *from, end) ||
			   lone_chain(p, *from, i, end));
}

static bool names_country(const struct cl_parse *p, uint32_t from, uint32_t to)
{
	struct cl_str s = cl_text_of(p, from, to);
	struct cutline_country country;

	return cutline_country_find(s.ptr, s.len, &country);
}

/* A chain of names around / or via at i, outside brackets. */
uint32_t cl_credit_take_chain(struct cl_parse *p, uint32_t i)
{
	uint32_t from, to;

	if (!chain_around(p, i, &from, &to))
		return i;
	if (p->tokens[i].kind == CL_T_DASH && !cl_credit_ends_text(p, to) &&
	    !cl_has_flag(p, to, CL_F_LINE))
		return i;
	if (from > 0 && cl_is_sign(p, from - 1, ',') &&
	    names_country(p, from, i))
		from = i + 1; /* "Camp, Jordan / UNHCR" */
	cl_credit_take(p, from, to, "credit-chain");
	return to;
}
