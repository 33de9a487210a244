/* SPDX-License-Identifier: MIT */
/*
 * A credit at the end of a caption that no word opens, in a sentence, line or
 * clause of its own, or in a last bracket:
 *
 *	... in Havana. Ana Lima for The New York Times
 *	... by the sea, 1903. Ely Public Library, Local Collection, 12345
 *	... on Tuesday. — AFP
 *	... in Rome (Fototeca Lima)
 *
 * Its words must all be such as stand in credits, and one of its parts a known
 * agency or, by its words, one who keeps pictures; or its form that of a
 * credit: names parted by a slash, a name "for" a paper, "The Sun archives".
 * What stands so before a credit already found is read too: "Art Museum Ely.
 * Photo: Ana Lima".
 */
#include "caption/credit.h"
#include "cutline/place.h"

/* No such credit has more tokens; and so many of them may end one text. */
#define TAIL_TOKENS 24
#define TAILS_MAX 3

static bool is_part_sign(const struct cl_parse *p, uint32_t i)
{
	return cl_is_sign(p, i, '/') || cl_is_sign(p, i, '|') ||
	       cl_is_sign(p, i, ',') || cl_is_sign(p, i, ':') ||
	       cl_is_sign(p, i, ';') ||
	       (p->tokens[i].kind == CL_T_DASH &&
		(p->tokens[i].flags & CL_F_SPACE));
}

static uint32_t part_end(const struct cl_parse *p, uint32_t from, uint32_t to)
{
	while (from < to && !is_part_sign(p, from))
		from++;
	return from;
}

static bool has_keeper(const struct cl_parse *p, uint32_t from, uint32_t to)
{
	for (uint32_t i = from; i < to; i++)
		if (cl_is_listed(p, i, CL_L_KEEPER) &&
		    cl_has_flag(p, i, CL_F_CAP))
			return true;
	return false;
}

/* "Ely Sun archives", "Sun FILE PHOTO", "Ana Lima photo". */
static bool is_owned_photo(const struct cl_parse *p, uint32_t from, uint32_t to)
{
	uint32_t words = 0;

	if (to - from < 2 || to - from > 6)
		return false;
	for (uint32_t i = from; i + 1 < to; i++)
		words += cl_is_cap(p, i) &&
			 !cl_has_class(p, i, CL_W_QUALIFIER | CL_W_PHOTO);
	return words > 0 && !cl_has_class(p, from, CL_W_ARTICLE) &&
	       (cl_has_class(p, to - 1, CL_W_PHOTOSTRIP) ||
		cl_is_word(p, to - 1, "archives") ||
		cl_is_word(p, to - 1, "archive") ||
		cl_is_word(p, to - 1, "files") ||
		cl_is_word(p, to - 1, "file"));
}

/* "Ana Lima for The Post". */
static bool is_name_for(const struct cl_parse *p, uint32_t from, uint32_t to)
{
	uint32_t i = from;

	while (i < to && !cl_is_word(p, i, "for") &&
	       !cl_is_word(p, i, "voor") && !cl_is_word(p, i, "per"))
		i++;
	return i - from >= 2 && i - from <= 4 && i + 1 < to &&
	       cl_like_person(p, from, i) &&
	       (cl_is_cap(p, i + 1) || cl_is_word(p, i + 1, "the"));
}

/* Names parted by a slash or bar, the first of one to six words. */
static bool is_slashed(const struct cl_parse *p, uint32_t from, uint32_t to)
{
	uint32_t i = from;

	while (i < to && !cl_is_sign(p, i, '/') && !cl_is_sign(p, i, '|'))
		i++;
	if (i == from || i + 1 >= to || i - from > 6 || !cl_is_cap(p, i + 1))
		return false;
	return to - i <= 9 && (i - from >= 2 || to - i > 2 ||
			       cl_has_flag(p, from, CL_F_UPPER));
}

/* Does a known agency stand at the front, followed by a number, a part, a name
 * in capitals or nothing? */
static bool begins_known(const struct cl_parse *p, uint32_t from, uint32_t to)
{
	struct cutline_agency a;
	uint32_t end = cl_agency_at(p, from, to, &a);

	if (end == from)
		return false;
	return end == to || is_part_sign(p, end) ||
	       p->tokens[end].kind == CL_T_NUMBER ||
	       p->tokens[end].kind == CL_T_OPEN ||
	       cl_is_listed(p, end, CL_L_NUMBER_WORD) ||
	       cl_has_class(p, end, CL_W_PHOTOSTRIP) ||
	       (cl_has_flag(p, end, CL_F_UPPER) &&
		cl_has_flag(p, to - 1, CL_F_UPPER));
}

static bool holds_known(const struct cl_parse *p, uint32_t from, uint32_t to)
{
	struct cutline_agency a;

	while (from < to) {
		uint32_t end = part_end(p, from, to);

		if (end > from && cl_agency_at(p, from, end, &a) == end)
			return true;
		from = end + 1;
	}
	return false;
}

/* "Art Museum Ely, gift of the Lima family": where the gift begins, or to. */
static uint32_t before_gift(const struct cl_parse *p, uint32_t from,
			    uint32_t to)
{
	for (uint32_t i = from + 1; i + 1 < to; i++)
		if ((cl_is_sign(p, i, ',') || cl_is_sign(p, i, ';')) &&
		    cl_credit_gift(p, i + 1))
			return i;
	return to;
}

/* Does a sentence end among the tokens? */
static bool holds_end(const struct cl_parse *p, uint32_t from, uint32_t to)
{
	while (from < to && !cl_is_sign(p, from, '.') &&
	       !cl_has_flag(p, from, CL_F_SENTENCE | CL_F_LINE))
		from++;
	return from < to;
}

/* A known library, museum or collection. */
static bool keeps(const struct cl_parse *p, uint32_t from, uint32_t to)
{
	struct cutline_agency a;

	return begins_known(p, from, to) &&
	       cl_agency_at(p, from, to, &a) != from &&
	       (strcmp(a.kind, "library") == 0 ||
		strcmp(a.kind, "museum") == 0 ||
		strcmp(a.kind, "collection") == 0);
}

/* Are tokens from to to a credit? last: they end the text. */
bool cl_credit_reads(const struct cl_parse *p, uint32_t from, uint32_t to,
		     bool last)
{
	uint32_t end = part_end(p, from, to);
	bool keeper = has_keeper(p, from, to);
	struct cutline_agency a;

	to = before_gift(p, from, to);
	if (to - from > TAIL_TOKENS || end == from ||
	    !cl_has_flag(p, from, CL_F_CAP | CL_F_AGENCY) ||
	    holds_end(p, from + 1, to) || !cl_credit_all_fit(p, from, to))
		return false;
	if ((last && begins_known(p, from, to)) || keeps(p, from, to) ||
	    (cl_agency_at(p, from, to, &a) == to && to < p->count &&
	     p->tokens[to].owner == CL_BY_CREDIT) ||
	    (keeper && to - from >= 2 && cl_like_organisation(p, from, to)))
		return true;
	if (!last)
		return false;
	return is_slashed(p, from, to) || is_name_for(p, from, to) ||
	       is_owned_photo(p, from, to) ||
	       (end - from >= 2 && end < to && holds_known(p, end + 1, to)) ||
	       (cl_has_class(p, from, CL_W_QUALIFIER) && end < to &&
		cl_is_sign(p, end, '/'));
}

/* The last words of a museum's line are its town: "Boston", "Wellington, New
 * Zealand". Where they begin, or to. */
static uint32_t before_town(const struct cl_parse *p, uint32_t from,
			    uint32_t to)
{
	uint32_t first = part_end(p, from, to), end = to;

	for (uint32_t i = first; i < to; i = end) {
		struct cl_str s;
		struct cutline_country country;

		end = part_end(p, i + 1, to);
		if (!cl_is_sign(p, i, ','))
			continue;
		s = cl_text_of(p, i + 1, end);
		if (end - i <= 4 &&
		    (cutline_country_find(s.ptr, s.len, &country) ||
		     cutline_city_find(s.ptr, s.len, NULL, 0) > 0))
			return i;
	}
	return to;
}

static void take(struct cl_parse *p, uint32_t from, uint32_t to)
{
	uint32_t end = before_gift(p, from, to);

	if (has_keeper(p, from, end))
		end = before_town(p, from, end);
	cl_credit_read(p, from, end, 0.85, "credit-tail");
	cl_claim(p, from, to, CL_BY_CREDIT);
	cl_add_clause(p, from, to);
}

/* Where the sentence, line or clause that ends before `to` begins. */
static uint32_t tail_begin(const struct cl_parse *p, uint32_t to)
{
	uint32_t i = to;

	while (i > 0 && to - i <= TAIL_TOKENS) {
		const struct cl_token *t = &p->tokens[i - 1];

		if (t->owner != CL_FREE || t->kind == CL_T_CLOSE ||
		    t->kind == CL_T_QUOTE_CLOSE || t->sign == '.' ||
		    t->sign == '!' || t->sign == '?' || t->sign == 'e' ||
		    t->sign == '=' ||
		    (t->sign == '|' && !(i - 1 > 0 && to - i > 3)) ||
		    (t->kind == CL_T_DASH && (t->flags & CL_F_SPACE)))
			return i;
		if (t->flags & (CL_F_LINE | CL_F_SENTENCE))
			return i - 1;
		i--;
	}
	return i;
}

/* The end of what may be a credit before token i: signs are passed. */
static uint32_t pass_signs(const struct cl_parse *p, uint32_t i)
{
	while (i > 0 && p->tokens[i - 1].owner == CL_FREE &&
	       (p->tokens[i - 1].kind == CL_T_SIGN ||
		p->tokens[i - 1].kind == CL_T_DASH))
		i--;
	return i;
}

/* "(Fototeca Lima)" as the last thing of the text. */
static bool take_last_bracket(struct cl_parse *p, uint32_t close)
{
	uint32_t open = p->tokens[close].mate;

	if (open == CL_NO_TOKEN || open == 0 || open + 1 >= close ||
	    !cl_is_free(p, open + 1) ||
	    !cl_credit_reads(p, open + 1, close, true))
		return false;
	take(p, open + 1, close);
	cl_claim(p, open, close + 1, CL_BY_CREDIT);
	return true;
}

static bool has_bracket(const struct cl_parse *p, uint32_t from, uint32_t to)
{
	while (from < to && p->tokens[from].kind != CL_T_OPEN)
		from++;
	return from < to;
}

uint32_t cl_credit_tail_at(struct cl_parse *p, uint32_t i)
{
	uint32_t end = p->count;

	if (i == 0 || p->count - i > TAIL_TOKENS || !cl_is_free(p, i) ||
	    cl_has_class(p, i, CL_W_PHOTO | CL_W_CREDIT))
		return i;
	end = pass_signs(p, end);
	if (end <= i || p->tokens[end - 1].kind == CL_T_CLOSE ||
	    has_bracket(p, i, end) || !cl_credit_reads(p, i, end, true))
		return i;
	take(p, i, end);
	return end;
}

/* "/ ANA LIMA" before "(EFE)". */
static bool is_slash_name(const struct cl_parse *p, uint32_t from, uint32_t to)
{
	return cl_is_sign(p, from - 1, '/') && to - from >= 2 &&
	       to - from <= 4 && to < p->count &&
	       p->tokens[to].owner == CL_BY_CREDIT &&
	       cl_like_person(p, from, to);
}

void cl_credit_tail(struct cl_parse *p)
{
	uint32_t end = p->count;

	for (int n = 0; n < TAILS_MAX && end > 0; n++) {
		bool last = n == 0 && end == p->count;
		uint32_t from;

		while (end > 0 && p->tokens[end - 1].owner != CL_FREE)
			end--;
		end = pass_signs(p, end);
		if (end == 0)
			return;
		if (last && p->tokens[end - 1].kind == CL_T_CLOSE &&
		    take_last_bracket(p, end - 1))
			continue;
		from = tail_begin(p, end);
		while (from < end && p->tokens[from].kind == CL_T_SIGN)
			from++;
		if (from == 0 || from >= end ||
		    (!cl_credit_reads(p, from, end,
				      last && !p->clauses.count) &&
		     !is_slash_name(p, from, end)))
			return;
		take(p, from, end);
		end = from;
	}
}
