/* SPDX-License-Identifier: MIT */
/*
 * A credit is a chain of parts. What stands between two parts says most:
 *
 *	U.S. Army photo by Sgt. Ana Lima, 9th Brigade Public Affairs
 *	Ana Lima/AFP via Getty Images
 *	Ana Lima/Getty Images for Netflix
 *	courtesy of the Lima family
 *	ana_lima on Flickr
 *	AFP: Ana Lima
 *
 * "by" leads to a person, "via" and "on" to a distributor, "for" to a client,
 * "courtesy of" to a lender. Slash, comma, bar, dash and colon only part. The
 * same signs stand inside names ("Science & Society", "T/5 Lima", "2nd Class"),
 * which is what this file knows.
 */
#include <string.h>

#include "caption/credit_reader.h"

/* "Sonar Technician (Submarine) 2nd Class Ana Lima", "LA(Phot) Ana Lima". */
bool cl_credit_rank_bracket(const struct cl_parse *p, uint32_t i)
{
	uint32_t open = p->tokens[i].kind == CL_T_OPEN ? i : p->tokens[i].mate;
	uint32_t close = p->tokens[i].kind == CL_T_OPEN ? p->tokens[i].mate : i;

	if (open == CL_NO_TOKEN || close == CL_NO_TOKEN || open == 0)
		return false;
	return cl_is_word(p, open + 1, "phot") ||
	       (close - open <= 4 && (cl_is_word(p, close + 1, "class") ||
				      cl_is_word(p, close + 2, "class")));
}

/* "T/5", "T/Sgt.": the ranks of technicians and others. */
static bool is_rank_slash(const struct cl_parse *p, uint32_t i)
{
	return i > 0 && i + 1 < p->count &&
	       cl_has_flag(p, i - 1, CL_F_INITIAL) &&
	       !cl_has_flag(p, i - 1, CL_F_DOT) &&
	       !(p->tokens[i + 1].flags & CL_F_SPACE) &&
	       ((p->tokens[i + 1].kind == CL_T_NUMBER &&
		 p->tokens[i + 1].end - p->tokens[i + 1].start == 1) ||
		cl_has_class(p, i + 1, CL_W_RANK));
}

/* "Center for Ocean Research". */
static bool is_of_name(const struct cl_parse *p, uint32_t i)
{
	return cl_is_listed(p, i - 1, CL_L_ORG_FOR) &&
	       cl_has_flag(p, i - 1, CL_F_CAP);
}

/* "dpa +++ dpa-Bildfunk" */
static bool is_plus(const struct cl_parse *p, uint32_t i)
{
	return cl_is_sign(p, i, '+') && (cl_is_sign(p, i + 1, '+') ||
					 (i > 0 && cl_is_sign(p, i - 1, '+')));
}

static char separator_sign(const struct cl_parse *p, uint32_t i)
{
	const struct cl_token *t = &p->tokens[i];

	if (t->kind == CL_T_OPEN || t->kind == CL_T_CLOSE)
		return cl_credit_rank_bracket(p, i) ? 0 : '(';
	if (t->kind == CL_T_DASH)
		return '-';
	if (t->kind != CL_T_SIGN)
		return 0;
	if (t->sign == '\\')
		return '/';
	if (t->sign == '/' && is_rank_slash(p, i))
		return 0;
	if (t->sign == ':' && cl_is_sign(p, i + 1, '/'))
		return 0;
	if (is_plus(p, i))
		return ';';
	return strchr("/|#;,c*:", t->sign) ? t->sign : 0;
}

static bool is_for(const struct cl_parse *p, uint32_t i)
{
	return cl_is_word(p, i, "for") || cl_is_word(p, i, "voor") ||
	       cl_is_word(p, i, "per") || cl_is_word(p, i, "pour") ||
	       cl_is_word(p, i, "para") || cl_is_word(p, i, "für");
}

/* "by", and "di", "par" and so on after the word for a photo. */
static bool is_by(const struct cl_parse *p, uint32_t from, uint32_t i)
{
	if (i > from && cl_has_class(p, i - 1, CL_W_PHOTO) &&
	    (cl_is_word(p, i, "di") || cl_is_word(p, i, "de") ||
	     cl_is_word(p, i, "von") || cl_is_word(p, i, "van") ||
	     cl_is_word(p, i, "par") || cl_is_word(p, i, "por") ||
	     cl_is_word(p, i, "av") || cl_is_word(p, i, "af") ||
	     cl_is_word(p, i, "door")))
		return true;
	return cl_is_word(p, i, "by") &&
	       (i == from ||
		cl_has_class(p, i - 1,
			     CL_W_PHOTO | CL_W_CREDIT | CL_W_QUALIFIER) ||
		cl_is_word(p, i - 1, "taken") ||
		p->tokens[i - 1].kind >= CL_T_POSSESSIVE);
}

/* "on Flickr", "from Pixabay", "from Leeds": where a picture or its maker is
 * from. */
static bool is_place_of(const struct cl_parse *p, uint32_t from, uint32_t i,
			uint32_t to)
{
	struct cutline_agency a;

	if (i == from || i + 1 >= to || cl_credit_noise(p, i - 1))
		return false;
	if (cl_is_word(p, i, "from"))
		return true;
	return cl_is_word(p, i, "on") &&
	       (cl_agency_at(p, i + 1, to, &a) != i + 1 ||
		cl_is_domain(p, i + 1));
}

/* Is token i a separator; if so its sign for struct cl_credit_reader. */
static char separator(const struct cl_parse *p, uint32_t from, uint32_t i,
		      uint32_t to)
{
	const struct cl_token *t = &p->tokens[i];

	if (t->kind != CL_T_WORD)
		return separator_sign(p, i);
	if ((t->flags & CL_F_DOT) || !(cl_has_class(p, i, CL_W_CONJ) ||
				       cl_is_listed(p, i, CL_L_CREDIT_LINK)))
		return 0;
	if (cl_is_word(p, i, "via") || cl_is_word(p, i, "through"))
		return 'v';
	if (is_for(p, i) && i > from && i + 1 < to && !is_of_name(p, i))
		return 'f';
	if (cl_is_word(p, i, "courtesy") && i > from + 1 &&
	    cl_has_class(p, i - 1, CL_W_PHOTO) && cl_is_word(p, i + 1, "of"))
		return 'y';
	if (is_by(p, from, i))
		return 'b';
	if (is_place_of(p, from, i, to))
		return 'o';
	if (i > from && cl_has_class(p, i, CL_W_CONJ) &&
	    !(t->flags & CL_F_CAP) && !cl_is_word(p, i, "as"))
		return '&';
	return 0;
}

static bool all_noise(const struct cl_parse *p, uint32_t from, uint32_t to)
{
	while (from < to && (cl_credit_noise(p, from) ||
			     cl_has_class(p, from, CL_W_QUALIFIER) ||
			     cl_is_word(p, from, "the")))
		from++;
	return from == to;
}

/* Both sides of "and" must be names by themselves: "Lima and Ruiz/AFP", but
 * "Science and Society". */
static bool joins_names(const struct cl_parse *p, uint32_t from, uint32_t i,
			uint32_t to)
{
	struct cutline_agency a;
	uint32_t end = i + 1;

	if (cl_agency_at(p, i + 1, to, &a) != i + 1 || all_noise(p, from, i))
		return true;
	while (end < to && !separator(p, i + 1, end, to))
		end++;
	from = cl_skip_ranks(p, from, i);
	if (i - from >= 2 && cl_has_class(p, i - 1, CL_W_ORG | CL_W_VENUE) &&
	    !(end > i + 1 && cl_has_class(p, i + 1, CL_W_ORG))) {
		if (end == i + 2) /* two organisations */
			return cl_has_flag(p, i + 1, CL_F_UPPER);
		if (cl_has_class(p, end - 1, CL_W_ORG | CL_W_VENUE))
			return true;
	}
	return cl_like_person(p, cl_skip_ranks(p, i + 1, end), end) &&
	       i - from <= 6 && !cl_like_organisation(p, from, i);
}

static void pass_separator(struct cl_credit_reader *r, char sign)
{
	if (sign == 'v') {
		r->forced = true;
		r->next = CUTLINE_ROLE_DISTRIBUTOR;
	} else if (sign == 'f') {
		r->forced = true;
		r->next = CUTLINE_ROLE_CLIENT;
	} else if (sign != '&' &&
		   !(sign == '/' && r->forced && r->before == 0)) {
		r->forced = false;
	}
	if (sign != ',' && sign != '(')
		r->origin = sign == 'o';
	r->by = sign == 'b' ||
		(sign == ':' && r->last >= CUTLINE_ROLE_PROVIDER &&
		 r->last <= CUTLINE_ROLE_RIGHTS);
	r->before = sign;
}

static enum cl_credit_next kind_ahead(const struct cl_parse *p, uint32_t from,
				      uint32_t end)
{
	struct cutline_agency a;

	if (from >= end)
		return CL_NEXT_NONE;
	if (cl_agency_at(p, from, end, &a) != from)
		return CL_NEXT_AGENCY;
	if (cl_has_class(p, from, CL_W_QUALIFIER) ||
	    cl_credit_aside(p, from, end) != from)
		return CL_NEXT_NONE;
	if (end == from + 1 && cl_is_initials(p, from) &&
	    cl_str_find_char(cl_token_text(p, from), '.', 0) <
		    cl_token_text(p, from).len)
		return CL_NEXT_INITIALS;
	from = cl_skip_ranks(p, from, end);
	if (end - from < 2 || !cl_like_person(p, from, end) ||
	    cl_has_class(p, end - 1, CL_W_QUALIFIER) ||
	    cl_has_class(p, from, CL_W_ARTICLE))
		return CL_NEXT_OTHER;
	return cl_is_given(p, from) || cl_has_flag(p, from, CL_F_INITIAL)
		       ? CL_NEXT_GIVEN
		       : CL_NEXT_PERSON;
}

/* What is the next part, while the one before it is judged? */
static void look_ahead(struct cl_credit_reader *r, char sign, uint32_t from,
		       uint32_t to)
{
	uint32_t end = from;

	while (end < to && !separator(r->p, from, end, to))
		end++;
	r->after = sign;
	r->ahead = kind_ahead(r->p, from, end);
}

/* "Bild 183-1 / Lima, Ana / CC-BY-SA": the comma is the name's. */
static bool parts(const struct cl_credit_reader *r, uint32_t start, uint32_t i,
		  uint32_t to, char sign)
{
	if (sign == '&')
		return joins_names(r->p, start, i, to);
	if (sign == 'f' || sign == ':')
		return !r->forced;
	if (sign == ',' && r->p->in_fields && r->by && i == 1 && to == 3 &&
	    cl_is_given(r->p, 2))
		return false; /* "Lima, Ana" */
	if (sign == ',')
		return r->last != CUTLINE_ROLE_REFERENCE || r->before != '/' ||
		       i != start + 1;
	return true;
}

/* A known name, which may hold a separator, begins at start or after the words
 * that open the credit. */
static bool may_begin(const struct cl_parse *p, uint32_t start, uint32_t i)
{
	return i == start || cl_credit_noise(p, i - 1) ||
	       cl_has_class(p, i - 1, CL_W_QUALIFIER) ||
	       cl_is_word(p, i - 1, "the");
}

static void read_chain(struct cl_credit_reader *r, uint32_t from, uint32_t to)
{
	struct cl_parse *p = r->p;
	struct cutline_agency a;
	uint32_t start = from, i = from;

	while (i < to) {
		char sign;

		if (may_begin(p, start, i)) {
			uint32_t end = cl_agency_at(p, i, to, &a);

			i = end > i + 1 ? end : i;
			if (i >= to)
				break;
		}
		sign = separator(p, start, i, to);
		if (sign && parts(r, start, i, to, sign)) {
			look_ahead(r, sign, i + 1, to);
			cl_credit_part(r, start, i);
			if (sign != ':' || !all_noise(p, start, i))
				pass_separator(r, sign);
			if (sign == 'b' && i > from &&
			    cl_is_listed(p, i - 1, CL_L_CREDIT_GIVER)) {
				r->forced = true;
				r->by = false;
				r->next = CUTLINE_ROLE_COURTESY;
			}
			start = sign == 'y' ? i : i + 1;
		}
		i++;
	}
	r->ahead = CL_NEXT_NONE;
	r->after = 0;
	cl_credit_part(r, start, to);
}

void cl_credit_read(struct cl_parse *p, uint32_t from, uint32_t to,
		    double confidence, const char *rule)
{
	struct cl_credit_reader r = {
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
	struct cl_credit_reader r = {
		.p = p,
		.confidence = 0.97,
		.rule = "credit-field",
		.last = CUTLINE_ROLE_QUALIFIER,
		.by = slot == CUTLINE_ROLE_CREATOR,
		.creator = slot != CUTLINE_ROLE_CREATOR && !is_chain(p),
	};

	read_chain(&r, 0, p->count);
}
