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

struct reader {
	struct cl_parse *p;
	enum cutline_role next; /* role of the next part, if forced */
	bool forced;
	bool by;          /* "by" came just before: a person follows */
	bool creator;     /* this credit has named one */
	bool more;        /* another part follows */
	bool person_next; /* and it is a person's name, by its look */
	char before;      /* the separator before the part: / , & and so on */
	enum cutline_role last; /* what the part before was */
	double confidence;
	const char *rule;
};

static bool is_noise(const struct cl_parse *p, uint32_t i)
{
	return p->tokens[i].kind >= CL_T_POSSESSIVE ||
	       cl_has_class(p, i, CL_W_PHOTO | CL_W_CREDIT) ||
	       cl_is_listed(p, i, CL_L_CREDIT_NOISE) || cl_is_year(p, i);
}

/* "Courtesy of", in some languages. */
static bool is_courtesy(const struct cl_parse *p, uint32_t i)
{
	return cl_is_word(p, i, "courtesy") || cl_is_word(p, i, "cortesía") ||
	       cl_is_word(p, i, "cortesia") || cl_is_word(p, i, "provided");
}

static bool is_qualifier(const struct cl_parse *p, uint32_t i)
{
	return cl_has_class(p, i, CL_W_QUALIFIER);
}

static void add_span(struct reader *r, enum cutline_role role,
		     struct cutline_span span, double confidence)
{
	struct cl_str text = cl_str_sub(r->p->text, span.start, span.end);
	bool agency =
		role >= CUTLINE_ROLE_PROVIDER && role <= CUTLINE_ROLE_RIGHTS;

	if (text.len == 0)
		return;
	if (r->p->in_fields)
		span.start = span.end = 0;
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

static void add_values(struct reader *r, enum cutline_role role, uint32_t from,
		       uint32_t to, double confidence)
{
	struct cutline_span span = { r->p->tokens[from].start,
				     r->p->tokens[to - 1].end };

	add_span(r, role, span, confidence);
}

static void add_text(struct reader *r, enum cutline_role role, size_t start,
		     size_t end)
{
	struct cutline_span span = { start, end };

	add_span(r, role, span, r->confidence);
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
		if (cl_agency_at(r->p, from, to, &a) == to &&
		    !cl_is_word(r->p, from, "official"))
			return from;
		if (r->forced && cl_is_word(r->p, from, "the") &&
		    !cl_has_flag(r->p, from, CL_F_CAP)) {
			from++;
			continue;
		}
		if (cl_is_word(r->p, from, "for") && from + 1 < to) {
			r->forced = true;
			r->next = CUTLINE_ROLE_CLIENT;
			from++;
			continue;
		}
		if (!is_noise(r->p, from) &&
		    !(is_qualifier(r->p, from) && r->before != '&'))
			return from;
		if (is_courtesy(r->p, from)) {
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

/* Does the last word belong to the name: "Hulton Archive", "Fox Photos"? Not in
 * "AP Photo", which is AP as well. */
static bool keeps_last(const struct reader *r, uint32_t from, uint32_t to)
{
	struct cutline_agency whole, rest;
	bool known = cl_agency_at(r->p, from, to, &whole) == to;

	if (!known) /* an archive that nobody listed */
		return (cl_is_word(r->p, to - 1, "archives") ||
			cl_is_word(r->p, to - 1, "archive") ||
			cl_is_word(r->p, to - 1, "archiv")) &&
		       cl_has_flag(r->p, to - 1, CL_F_CAP) &&
		       !cl_is_word(r->p, from, "photo") &&
		       cl_agency_at(r->p, from, to - 1, &rest) != to - 1;
	if (!cl_has_class(r->p, to - 1, CL_W_PHOTOSTRIP))
		return !cl_is_word(r->p, to - 1, "staff") &&
		       !cl_is_word(r->p, to - 1, "file");
	return cl_agency_at(r->p, from, to - 1, &rest) != to - 1 ||
	       whole.name != rest.name;
}

static uint32_t trim_back(struct reader *r, uint32_t from, uint32_t to)
{
	while (to > from) {
		uint32_t i = to - 1;
		bool strip = cl_has_class(r->p, i, CL_W_PHOTOSTRIP) ||
			     is_qualifier(r->p, i) || cl_is_year(r->p, i) ||
			     (r->p->tokens[i].kind >= CL_T_DASH &&
			      r->p->tokens[i].kind != CL_T_QUOTE_CLOSE &&
			      !cl_is_sign(r->p, i, '!') &&
			      !cl_is_sign(r->p, i, '+'));

		if (!strip || (i > from && keeps_last(r, from, to)))
			break;
		to--;
	}
	return to;
}

/* One word that is an organisation by its letters or its place: "Broadimage",
 * "ABI / AFP"; and what stands between an agency and the photographer: "ANP /
 * Hollandse Hoogte / Jan Vos". */
static bool like_firm(const struct reader *r, uint32_t from, uint32_t to)
{
	static const struct cl_str parts[] = {
		CL_STR_INIT("image"),  CL_STR_INIT("press"),
		CL_STR_INIT("media"),  CL_STR_INIT("pix"),
		CL_STR_INIT("news"),   CL_STR_INIT("sport"),
		CL_STR_INIT("agency"),
	};
	struct cl_str s = cl_token_text(r->p, from);

	if (r->person_next && !r->creator && !r->by)
		return r->last != CUTLINE_ROLE_QUALIFIER || to - from == 1;
	if (to - from > 1 || r->creator)
		return false;
	if (r->more && s.len <= 5 && cl_has_flag(r->p, from, CL_F_UPPER))
		return true;
	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++)
		if (s.len > parts[i].len &&
		    cl_str_find_nocase(s, parts[i], 0) < s.len)
			return true;
	return false;
}

/* "Ana Lima-Imagn Images": a hyphen that no blank shows to be a separator. */
static bool split_hyphen(struct reader *r, uint32_t from, uint32_t to)
{
	struct cl_parse *p = r->p;

	for (uint32_t i = from; i < to; i++) {
		struct cl_str s = cl_token_text(p, i);
		size_t at = p->tokens[i].end, end = p->tokens[to - 1].end;
		struct cutline_agency a;
		struct cl_str tail;

		while (at > p->tokens[i].start && p->text.ptr[at - 1] != '-')
			at--;
		if (at == p->tokens[i].start || s.len < 4)
			continue;
		tail = cl_str_sub(p->text, at, end);
		if (!cutline_agency_find(tail.ptr, tail.len, &a))
			continue;
		add_text(r, CUTLINE_ROLE_CREATOR, p->tokens[from].start,
			 at - 1);
		add_text(r, agency_role(r, &a), at, end);
		return true;
	}
	return false;
}

static void take_unknown(struct reader *r, uint32_t from, uint32_t to)
{
	struct cl_parse *p = r->p;
	bool organisation = cl_like_organisation(p, from, to);
	bool person = cl_like_person(p, from, to);
	bool given = cl_has_class(p, from, CL_W_GIVEN) && to - from >= 2;
	double confidence = r->confidence;

	organisation |= !r->forced && like_firm(r, from, to);
	if (r->forced) {
		add_values(r, r->next, from, to, confidence);
		return;
	}
	if (split_hyphen(r, from, to))
		return;
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
	end = r->forced ? from : cl_skip_ranks(r->p, from, to);
	if (end != from)
		r->by = true;
	from = end;
	end = r->creator ? to : cl_find_unit(r->p, from, to);
	if (end < to && !r->forced && cl_like_person(r->p, from, end)) {
		take_unknown(r, from, end);
		from = end;
	}
	take_unknown(r, from, to);
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
	if (t->kind == CL_T_SIGN && t->sign == '\\')
		return '/';
	if (t->kind == CL_T_SIGN && strchr("/|#;,c*", t->sign))
		return t->sign;
	if (t->kind != CL_T_WORD || (t->flags & CL_F_DOT))
		return 0;
	if (cl_is_word(p, i, "via") || cl_is_word(p, i, "through"))
		return 'v';
	if ((cl_is_word(p, i, "for") || cl_is_word(p, i, "voor") ||
	     cl_is_word(p, i, "per") || cl_is_word(p, i, "pour") ||
	     cl_is_word(p, i, "para") || cl_is_word(p, i, "für")) &&
	    i > from && i + 1 < to)
		return 'f';
	if (i > from && cl_has_class(p, i - 1, CL_W_PHOTO) &&
	    (cl_is_word(p, i, "di") || cl_is_word(p, i, "de") ||
	     cl_is_word(p, i, "von") || cl_is_word(p, i, "van") ||
	     cl_is_word(p, i, "par") || cl_is_word(p, i, "por")))
		return 'b';
	if (cl_is_word(p, i, "by") &&
	    (i == from ||
	     cl_has_class(p, i - 1,
			  CL_W_PHOTO | CL_W_CREDIT | CL_W_QUALIFIER) ||
	     cl_is_word(p, i - 1, "taken") ||
	     cl_is_word(p, i - 1, "provided") ||
	     p->tokens[i - 1].kind >= CL_T_POSSESSIVE))
		return 'b';
	if (i > from && cl_has_class(p, i, CL_W_CONJ) &&
	    !(t->flags & CL_F_CAP) && !cl_is_word(p, i, "as"))
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
	from = cl_skip_ranks(p, from, i);
	if (i - from >= 2 && end - i > 2 && /* two organisations */
	    cl_has_class(p, i - 1, CL_W_ORG | CL_W_VENUE) &&
	    cl_has_class(p, end - 1, CL_W_ORG | CL_W_VENUE))
		return true;
	return cl_like_person(p, cl_skip_ranks(p, i + 1, end), end) &&
	       i - from <= 6 && !cl_like_organisation(p, from, i);
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

/* What is the next part, while the one before it is judged? */
static void look_ahead(struct reader *r, char sign, uint32_t from, uint32_t to)
{
	struct cutline_agency a;
	uint32_t end = from;

	while (end < to && !separator(r->p, from, end, to))
		end++;
	r->more = end > from && !is_qualifier(r->p, from);
	r->person_next = (sign == '/' || sign == ',') && end - from >= 2 &&
			 r->last >= CUTLINE_ROLE_PROVIDER &&
			 r->last <= CUTLINE_ROLE_RIGHTS &&
			 cl_like_person(r->p, from, end) &&
			 cl_agency_at(r->p, from, end, &a) != end &&
			 !is_qualifier(r->p, end - 1);
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
			look_ahead(r, sign, i + 1, to);
			take_part(r, start, i);
			pass_separator(r, sign);
			if (sign == 'b' && i > from &&
			    cl_is_word(p, i - 1, "provided")) {
				r->forced = true;
				r->by = false;
				r->next = CUTLINE_ROLE_COURTESY;
			}
			start = i + 1;
		}
		i++;
	}
	r->more = r->person_next = false;
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

static bool is_chain(const struct cl_parse *p)
{
	for (uint32_t i = 0; i < p->count; i++)
		if (cl_is_sign(p, i, '/') || cl_is_sign(p, i, '#'))
			return true;
	return false;
}

void cl_credit_read_field(struct cl_parse *p, enum cutline_role slot)
{
	struct reader r = {
		.p = p,
		.confidence = 0.97,
		.rule = "credit-field",
		.last = CUTLINE_ROLE_QUALIFIER,
		.by = slot == CUTLINE_ROLE_CREATOR,
		.creator = slot != CUTLINE_ROLE_CREATOR && !is_chain(p),
	};

	read_chain(&r, 0, p->count);
}
