/* SPDX-License-Identifier: MIT */
/*
 * A credit is a chain of parts. What stands between two parts says most:
 *
 *	U.S. Army photo by Sgt. Ana Lima, 9th Brigade Public Affairs
 *	Ana Lima/AFP via Getty Images
 *	Ana Lima/Getty Images for Netflix
 *	courtesy of the Lima family
 *
 * "by" leads to a person, "via" to a distributor, "for" to a client, "courtesy
 * of" to a lender. Slash, comma, bar and dash only part. Then the part itself:
 * a known agency is one wherever it stands; a number is a reference; Pool,
 * Handout, File qualify; a name with the word of an organisation in it
 * ("Fire District") is one. Any other is the photographer if none was named
 * before, else an organisation, unless its first word is a given name.
 *
 * Ranks and the word Photo are no part of a name ("AP Photo" is AP), except
 * where a brand holds it ("NBCU Photo Bank").
 */
#include <string.h>

#include "caption/credit.h"

/* No agency has more words; unknown chains are searched no further. */
#define AGENCY_WORDS 8

struct reader {
	struct cl_parse *p;
	enum cutline_role next; /* role of the next part, if forced */
	bool forced;
	bool by;      /* "by" came just before: a person follows */
	bool creator; /* this credit has named one */
	char before;  /* the separator before the part: / , & and so on */
	enum cutline_role last; /* what the part before was */
	double confidence;
	const char *rule;
};

uint32_t cl_agency_at(const struct cl_parse *p, uint32_t i, uint32_t limit,
		      struct cutline_agency *out)
{
	uint32_t last = i + AGENCY_WORDS < limit ? i + AGENCY_WORDS : limit;

	if (i >= limit || p->tokens[i].kind > CL_T_NUMBER)
		return i;
	for (uint32_t end = last; end > i; end--) {
		struct cl_str s;

		if (p->tokens[end - 1].kind > CL_T_NUMBER &&
		    !cl_is_sign(p, end - 1, '!') &&
		    !cl_is_sign(p, end - 1, '.') &&
		    !cl_is_sign(p, end - 1, '+'))
			continue;
		s = cl_text_of(p, i, end);
		if (cutline_agency_find(s.ptr, s.len, out))
			return end;
	}
	return i;
}

static bool is_year(const struct cl_parse *p, uint32_t i)
{
	struct cl_str s = cl_token_text(p, i);
	uint32_t year;

	return s.len == 4 && cl_str_to_u32(s, 2100, &year) && year > 1800;
}

static bool is_noise(const struct cl_parse *p, uint32_t i)
{
	return p->tokens[i].kind >= CL_T_POSSESSIVE ||
	       cl_has_class(p, i, CL_W_PHOTO | CL_W_CREDIT) ||
	       cl_is_word(p, i, "should") || cl_is_word(p, i, "read") ||
	       cl_is_word(p, i, "mandatory") || cl_is_word(p, i, "must") ||
	       cl_is_word(p, i, "official") || cl_is_word(p, i, "only") ||
	       cl_is_word(p, i, "of") || is_year(p, i);
}

static bool is_qualifier(const struct cl_parse *p, uint32_t i)
{
	return cl_has_class(p, i, CL_W_QUALIFIER);
}

/* Does a part hold the word of an organisation? */
static bool like_organisation(const struct cl_parse *p, uint32_t from,
			      uint32_t to)
{
	bool given = cl_has_class(p, from, CL_W_GIVEN) && to - from <= 3;

	for (uint32_t i = from; i < to; i++) {
		struct cl_str s = cl_token_text(p, i);

		if (cl_has_class(p, i, CL_W_ORG) && !given)
			return true;
		if (cl_is_word(p, i, "of") || cl_is_word(p, i, "the") ||
		    cl_is_sign(p, i, '&') || cl_is_word(p, i, "for"))
			return true;
		if (p->tokens[i].kind == CL_T_NUMBER && to - from > 1)
			return true;
		if (cl_str_find_char(s, '.', 0) + 1 < s.len && s.len > 5 &&
		    cl_is_lower(s.ptr[s.len - 1]))
			return true;
	}
	return false;
}

/* One to five words, the first with a capital: a person may be called so. */
static bool like_person(const struct cl_parse *p, uint32_t from, uint32_t to)
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
	return !like_organisation(p, from, to);
}

static void add_values(struct reader *r, enum cutline_role role, uint32_t from,
		       uint32_t to, double confidence)
{
	struct cl_str text = cl_text_of(r->p, from, to);
	struct cutline_span span = cl_span_of(r->p, from, to);
	bool agency =
		role >= CUTLINE_ROLE_PROVIDER && role <= CUTLINE_ROLE_RIGHTS;

	if (text.len == 0)
		return;
	cl_add_part(r->p, role, text, span);
	if (role == CUTLINE_ROLE_CREATOR)
		cl_add_value(r->p, CUTLINE_CREATORS, text, span, confidence,
			     r->rule);
	else if (agency)
		cl_add_value(r->p, CUTLINE_AGENCIES, text, span, confidence,
			     r->rule);
	if (role == CUTLINE_ROLE_CREATOR)
		r->creator = true;
	r->last = role;
}

static enum cutline_role agency_role(const struct reader *r,
				     const struct cutline_agency *a)
{
	if (r->forced)
		return r->next;
	if (a && strcmp(a->kind, "collection") == 0)
		return CUTLINE_ROLE_COLLECTION;
	return CUTLINE_ROLE_PROVIDER;
}

/* Drop from the front what is no name; qualifiers become parts of their own. */
static uint32_t trim_front(struct reader *r, uint32_t from, uint32_t to)
{
	struct cutline_agency a;

	while (from < to) {
		if (cl_agency_at(r->p, from, to, &a) == to)
			return from;
		if (!is_noise(r->p, from) &&
		    !(is_qualifier(r->p, from) && r->before != '&'))
			return from;
		if (cl_is_word(r->p, from, "courtesy")) {
			r->forced = true;
			r->next = CUTLINE_ROLE_COURTESY;
		}
		if (is_qualifier(r->p, from) &&
		    !cl_has_class(r->p, from, CL_W_CREDIT) && from + 1 == to)
			add_values(r, CUTLINE_ROLE_QUALIFIER, from, from + 1,
				   0);
		from++;
	}
	return from;
}

static uint32_t trim_back(struct reader *r, uint32_t from, uint32_t to)
{
	struct cutline_agency a;
	uint32_t first = to;

	while (to > from) {
		uint32_t i = to - 1;
		bool strip = cl_has_class(r->p, i, CL_W_PHOTOSTRIP) ||
			     is_qualifier(r->p, i) || is_year(r->p, i) ||
			     (r->p->tokens[i].kind >= CL_T_DASH &&
			      r->p->tokens[i].kind != CL_T_QUOTE_CLOSE &&
			      !cl_is_sign(r->p, i, '!') &&
			      !cl_is_sign(r->p, i, '+'));

		if (!strip || (to == first && i > from &&
			       cl_agency_at(r->p, from, to, &a) == to &&
			       cl_agency_at(r->p, from, i, &a) != i))
			break;
		if (is_qualifier(r->p, i))
			first = to;
		to--;
	}
	return to;
}

/* "Staff Sgt. Ana Lima": skip the ranks while a name is left. */
static uint32_t skip_ranks(const struct cl_parse *p, uint32_t from, uint32_t to)
{
	uint32_t i = from;

	while (i + 1 < to &&
	       (cl_has_class(p, i, CL_W_RANK) || cl_is_word(p, i, "dr") ||
		cl_is_word(p, i, "mr") || cl_is_word(p, i, "mrs")))
		i++;
	return i;
}

static void take_unknown(struct reader *r, uint32_t from, uint32_t to)
{
	struct cl_parse *p = r->p;
	bool organisation = like_organisation(p, from, to);
	bool person = like_person(p, from, to);
	bool given = cl_has_class(p, from, CL_W_GIVEN) && to - from >= 2;
	double confidence = r->confidence;

	if (r->forced) {
		add_values(r, r->next, from, to, confidence);
		return;
	}
	if (organisation && !(r->by && to - from <= 3 && given)) {
		add_values(r, CUTLINE_ROLE_PROVIDER, from, to,
			   confidence - 0.05);
		return;
	}
	if (!r->creator && (person || r->by || to - from == 1))
		add_values(r, CUTLINE_ROLE_CREATOR, from, to, confidence);
	else if (person && (r->before == '&' || given ||
			    (r->before == ',' && to - from >= 2 &&
			     r->last == CUTLINE_ROLE_CREATOR)))
		add_values(r, CUTLINE_ROLE_CREATOR, from, to, confidence - 0.1);
	else if (to - from <= 8)
		add_values(r, CUTLINE_ROLE_PROVIDER, from, to,
			   confidence - 0.15);
}

/* "U.S. Army Staff Sgt. Ana Lima": the service, then the rank, then the name.
 */
static uint32_t split_service(struct reader *r, uint32_t from, uint32_t to)
{
	struct cutline_agency a;
	uint32_t end = cl_agency_at(r->p, from, to, &a);

	if (end == from || end >= to || !cl_has_class(r->p, end, CL_W_RANK))
		return from;
	add_values(r, agency_role(r, &a), from, end, r->confidence);
	r->by = true;
	return end;
}

static void take_reference(struct reader *r, uint32_t from, uint32_t to)
{
	struct cl_parse *p = r->p;
	struct cutline_value *v;

	cl_add_part(p, CUTLINE_ROLE_REFERENCE, cl_text_of(p, from, to),
		    cl_span_of(p, from, to));
	v = cl_add_value(p, CUTLINE_REFERENCES, cl_text_of(p, from, to),
			 cl_span_of(p, from, to), 0.9, r->rule);
	if (v && !v->kind)
		v->kind = "other";
}

static bool like_reference(const struct cl_parse *p, uint32_t from, uint32_t to)
{
	return to == from + 1 && p->tokens[from].kind == CL_T_NUMBER &&
	       p->tokens[from].end - p->tokens[from].start >= 5;
}

static void take_part(struct reader *r, uint32_t from, uint32_t to)
{
	struct cutline_agency a;
	uint32_t end;

	from = trim_front(r, from, to);
	to = trim_back(r, from, to);
	if (from >= to)
		return;
	if (like_reference(r->p, from, to)) {
		take_reference(r, from, to);
		return;
	}
	if (cl_is_word(r->p, from, "cc") && to - from <= 4) {
		add_values(r, CUTLINE_ROLE_LICENCE, from, to, 0.9);
		return;
	}
	end = cl_agency_at(r->p, from, to, &a);
	if (end == to) {
		add_values(r, agency_role(r, &a), from, to, r->confidence);
		return;
	}
	from = split_service(r, from, to);
	end = skip_ranks(r->p, from, to);
	if (end != from)
		r->by = true;
	take_unknown(r, end, to);
}

/* Is token i a separator; if so its sign for struct reader. */
static char separator(const struct cl_parse *p, uint32_t from, uint32_t i,
		      uint32_t to)
{
	const struct cl_token *t = &p->tokens[i];

	if (t->kind == CL_T_OPEN || t->kind == CL_T_CLOSE)
		return '(';
	if (t->kind == CL_T_DASH)
		return '-';
	if (t->kind == CL_T_SIGN && strchr("/|#;,c*", t->sign))
		return t->sign;
	if (t->kind != CL_T_WORD || (t->flags & CL_F_DOT))
		return 0;
	if (cl_is_word(p, i, "via") || cl_is_word(p, i, "through"))
		return 'v';
	if (cl_is_word(p, i, "for") && i > from && i + 1 < to)
		return 'f';
	if (cl_is_word(p, i, "by") &&
	    (i == from ||
	     cl_has_class(p, i - 1,
			  CL_W_PHOTO | CL_W_CREDIT | CL_W_QUALIFIER) ||
	     cl_is_word(p, i - 1, "taken") ||
	     p->tokens[i - 1].kind >= CL_T_POSSESSIVE))
		return 'b';
	if (i > from && (cl_is_word(p, i, "and") || cl_is_word(p, i, "und") ||
			 cl_is_word(p, i, "et")))
		return '&';
	return 0;
}

/* Both sides of "and" must be names by themselves: "Lima and Ruiz/AFP", but
 * "Science and Society". */
static bool joins_persons(const struct cl_parse *p, uint32_t from, uint32_t i,
			  uint32_t to)
{
	struct cutline_agency a;
	uint32_t end = i + 1;

	if (cl_agency_at(p, i + 1, to, &a) != i + 1)
		return true;
	while (end < to && !separator(p, i + 1, end, to))
		end++;
	return like_person(p, i + 1, end) && i - from <= 6 &&
	       !like_organisation(p, from, i);
}

static void pass_separator(struct reader *r, char sign)
{
	if (sign == 'v') {
		r->forced = true;
		r->next = CUTLINE_ROLE_DISTRIBUTOR;
	} else if (sign == 'f') {
		r->forced = true;
		r->next = CUTLINE_ROLE_CLIENT;
	} else if (!(sign == '/' && r->forced && r->before == 0)) {
		r->forced = false;
	}
	r->by = sign == 'b';
	r->before = sign;
}

static void read_chain(struct reader *r, uint32_t from, uint32_t to)
{
	struct cl_parse *p = r->p;
	struct cutline_agency a;
	uint32_t start = from, i = from;

	while (i < to) {
		char sign;

		if (i == start) { /* a known name may hold a separator */
			uint32_t end = cl_agency_at(p, i, to, &a);

			i = end > i + 1 ? end : i;
			if (i >= to)
				break;
		}
		sign = separator(p, start, i, to);
		if (sign == '&' && !joins_persons(p, start, i, to))
			sign = 0;
		if (sign == 'f' && r->forced)
			sign = 0;
		if (sign) {
			take_part(r, start, i);
			pass_separator(r, sign);
			start = i + 1;
		}
		i++;
	}
	take_part(r, start, to);
}

void cl_credit_read(struct cl_parse *p, uint32_t from, uint32_t to,
		    double confidence, const char *rule)
{
	struct reader r = {
		.p = p,
		.confidence = confidence,
		.rule = rule,
		.last = CUTLINE_ROLE_QUALIFIER,
	};

	read_chain(&r, from, to);
}

void cl_credit_read_field(struct cl_parse *p, enum cutline_role slot)
{
	struct reader r = {
		.p = p,
		.confidence = 0.97,
		.rule = "credit-field",
		.last = CUTLINE_ROLE_QUALIFIER,
		.by = slot == CUTLINE_ROLE_CREATOR,
		.creator = slot != CUTLINE_ROLE_CREATOR,
	};

	read_chain(&r, 0, p->count);
}
