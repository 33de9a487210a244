/* SPDX-License-Identifier: MIT */
/* What a part of a credit can be by its words: an agency that is known, an
 * organisation, a person. */
#include "caption/credit.h"
#include "names/agency.h"

/* No agency has more words; unknown chains are searched no further. */
#define AGENCY_WORDS 8

/* "AP, File" is no spelling of AP File, but EPA/EFE is one of EPA-EFE. */
static bool holds_separator(const struct cl_parse *p, uint32_t from,
			    uint32_t to)
{
	for (uint32_t i = from + 1; i < to; i++)
		if (cl_is_sign(p, i, '/') || cl_is_sign(p, i, ',') ||
		    p->tokens[i].kind == CL_T_DASH)
			return true;
	return false;
}

static bool ends_name(const struct cl_parse *p, uint32_t i)
{
	return p->tokens[i].kind <= CL_T_NUMBER || cl_is_sign(p, i, '!') ||
	       cl_is_sign(p, i, '.') || cl_is_sign(p, i, '+');
}

/* "Inc." and the like after a name belong to it. */
static uint32_t over_tail(const struct cl_parse *p, uint32_t end,
			  uint32_t limit)
{
	uint32_t i = cl_is_sign(p, end, ',') ? end + 1 : end;

	if (i < limit && (cl_is_word(p, i, "inc") || cl_is_word(p, i, "ltd") ||
			  cl_is_word(p, i, "llc")))
		return i + 1;
	return end;
}

/* The longest name that begins at first and ends before limit. */
static struct cl_agency_memo search(const struct cl_parse *p, uint32_t first,
				    uint32_t limit)
{
	struct cl_agency_memo m = { &p->tokens[first], limit, first, { 0 } };
	struct cutline_agency found;
	uint32_t end = first;
	struct cl_key key;

	cl_key_begin(&key);
	for (; end < limit && end < first + AGENCY_WORDS; end++) {
		cl_key_add(&key, cl_token_text(p, end));
		if (!cl_agency_goes_on(&key))
			break;
		if (!ends_name(p, end) || !cl_agency_by_key(&key, &found))
			continue;
		if (cl_is_sign(p, end, '.') && m.end == end)
			continue; /* the sentence's */
		if (holds_separator(p, first, end + 1) &&
		    !cl_key_eq(cl_str_from(found.name),
			       cl_text_of(p, first, end + 1)))
			continue;
		m.found = found;
		m.end = end + 1;
	}
	if (end < limit)
		m.limit = UINT32_MAX; /* it was not what ended the search */
	return m;
}

uint32_t cl_agency_at(const struct cl_parse *p, uint32_t i, uint32_t limit,
		      struct cutline_agency *out)
{
	uint32_t first = i;
	struct cl_agency_memo *memo;

	if (i < limit && cl_is_word(p, i, "the"))
		first++;
	if (first >= limit || p->tokens[first].kind > CL_T_NUMBER ||
	    !(p->tokens[first].flags & CL_F_AGENCY))
		return i;
	memo = &p->memo->agencies[first % CL_AGENCY_MEMOS];
	if (memo->token != &p->tokens[first] || limit > memo->limit ||
	    limit < memo->end)
		*memo = search(p, first, limit);
	if (memo->end == first)
		return i;
	*out = memo->found;
	return over_tail(p, memo->end, limit);
}

bool cl_is_year(const struct cl_parse *p, uint32_t i)
{
	struct cl_str s = cl_token_text(p, i);
	uint32_t year;

	return s.len == 4 && cl_str_to_u32(s, 2100, &year) && year > 1800;
}

bool cl_is_domain(const struct cl_parse *p, uint32_t i)
{
	struct cl_str s = cl_token_text(p, i);
	size_t dot = s.len;

	if (p->tokens[i].kind > CL_T_NUMBER || s.len < 6)
		return false;
	while (dot > 0 && s.ptr[dot - 1] != '.')
		dot--;
	if (dot < 3 || s.len - dot < 2 || s.len - dot > 5)
		return false;
	for (size_t k = dot; k < s.len; k++)
		if (!cl_is_lower(s.ptr[k]))
			return false;
	return cl_str_find_char(s, '@', 0) == s.len;
}

bool cl_is_initials(const struct cl_parse *p, uint32_t i)
{
	struct cl_str s = cl_token_text(p, i);
	size_t letters = 0, dots = 0;

	for (size_t k = 0; k < s.len; k++) {
		letters += cl_is_upper(s.ptr[k]);
		dots += s.ptr[k] == '.';
		if (!cl_is_upper(s.ptr[k]) && s.ptr[k] != '.' &&
		    s.ptr[k] != '-')
			return false;
	}
	return letters <= 3 && (dots > 0 ? letters > 0 : letters == 2);
}

/* Does a part hold the word of an organisation? */
bool cl_like_organisation(const struct cl_parse *p, uint32_t from, uint32_t to)
{
	bool given = cl_is_given(p, from) && to - from <= 2;

	for (uint32_t i = from; i < to; i++) {
		if ((cl_has_class(p, i, CL_W_ORG) ||
		     cl_is_listed(p, i, CL_L_KEEPER)) &&
		    !given)
			return true;
		if (cl_is_word(p, i, "of") || cl_is_word(p, i, "the") ||
		    cl_is_sign(p, i, '&') || cl_is_word(p, i, "for"))
			return true;
		if (p->tokens[i].kind == CL_T_NUMBER && to - from > 1)
			return true;
		if (cl_is_domain(p, i))
			return true;
	}
	/* "Northwest Room" */
	return to - from >= 2 && cl_is_listed(p, to - 1, CL_L_ORG_END) &&
	       !cl_is_given(p, from);
}

/* One to five words, the first with a capital: a person may be called so. */
bool cl_like_person(const struct cl_parse *p, uint32_t from, uint32_t to)
{
	if (to - from > 5 || !cl_has_flag(p, from, CL_F_CAP))
		return false;
	for (uint32_t i = from; i < to; i++) {
		const struct cl_token *t = &p->tokens[i];

		if (t->kind != CL_T_WORD && t->kind < CL_T_QUOTE_OPEN)
			return false;
		if (!(t->flags & CL_F_CAP) && t->kind == CL_T_WORD &&
		    !(t->classes & CL_W_PARTICLE))
			return false;
	}
	return !cl_like_organisation(p, from, to);
}

/* A full word of a rank that is a given name too. */
static bool is_name_too(const struct cl_parse *p, uint32_t i)
{
	return cl_is_word(p, i, "gunner") || cl_is_word(p, i, "major") ||
	       cl_is_word(p, i, "col") || cl_is_word(p, i, "marine");
}

/* The token after "2nd Class", which ends the rating of a sailor ("Sonar
 * Technician 2nd Class"), or from. */
static uint32_t after_class(const struct cl_parse *p, uint32_t from,
			    uint32_t to)
{
	for (uint32_t i = from + 1; i + 1 < to && i < from + 8; i++)
		if (cl_is_word(p, i, "class") &&
		    cl_has_class(p, i - 1, CL_W_RANK))
			return i + 1;
	return from;
}

/* "Staff Sgt. Ana Lima": skip the ranks while a name is left. */
uint32_t cl_skip_ranks(const struct cl_parse *p, uint32_t from, uint32_t to)
{
	uint32_t i = after_class(p, from, to), first = i;

	while (i + 1 < to) {
		bool rank = cl_has_class(p, i, CL_W_RANK) &&
			    (cl_has_flag(p, i, CL_F_DOT) ||
			     !is_name_too(p, i) || (i > first && i + 2 < to));

		if (!rank && cl_has_flag(p, i, CL_F_INITIAL) &&
		    cl_is_sign(p, i + 1, '/') && i + 3 < to) {
			i += 3; /* "T/5" */
			continue;
		}
		if (!rank && !cl_is_word(p, i, "dr") &&
		    !cl_is_word(p, i, "mr") && !cl_is_word(p, i, "mrs") &&
		    !(i > from && p->tokens[i].kind == CL_T_SIGN))
			break;
		i++;
	}
	return i;
}

/* "Elijah Batiste 50th Public Affairs Detachment", "Neil Bramhall RAF": a unit
 * or service stuck to the name. Returns where it begins, or to. */
uint32_t cl_find_unit(const struct cl_parse *p, uint32_t from, uint32_t to,
		      bool ranked)
{
	struct cutline_agency a;

	for (uint32_t i = from + 2; i < to; i++)
		if (p->tokens[i].kind == CL_T_NUMBER ||
		    (ranked && i + 1 == to && cl_has_flag(p, i, CL_F_UPPER) &&
		     !cl_has_flag(p, i - 1, CL_F_UPPER) &&
		     !cl_has_class(p, i, CL_W_SUFFIX)) ||
		    (cl_has_flag(p, i, CL_F_UPPER) &&
		     !cl_has_flag(p, i - 1, CL_F_UPPER) &&
		     cl_agency_at(p, i, to, &a) == to))
			return i;
	return to;
}
