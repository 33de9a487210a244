/* SPDX-License-Identifier: MIT */
/*
 * Where the credits of a caption stand. In order of how sure they are:
 *
 *	(Photo by Ana Lima/AFP)     a bracket that opens with a credit's words,
 *	                            or holds a known agency beside / or via
 *	Photo: Ana Lima/AFP         the same words outside brackets, at the
 *	                            beginning of a sentence, line or clause
 *	... REUTERS/Ana Lima        a known agency beside / or via: the chain of
 *	                            names around it
 *	... Ana Lima, AP            a name and an agency on a line of their own
 *
 * A credit outside brackets ends where its line or sentence ends, or at the
 * first word that no credit holds. "Photo:" also opens descriptions ("Photo: A
 * guest waits"); what holds the words of a sentence is no credit.
 */
#include "caption/credit_find.h"

/* Does a known agency stand in the chain, beside one of its separators? */
bool cl_credit_has_known(const struct cl_parse *p, uint32_t from, uint32_t to)
{
	struct cutline_agency a;
	bool begins = true;

	for (uint32_t i = from; i < to; i++) {
		if (begins && cl_agency_at(p, i, to, &a) != i)
			return true;
		begins = cl_is_sign(p, i, '/') || cl_is_sign(p, i, '|') ||
			 cl_is_word(p, i, "via") || cl_is_sign(p, i, ',') ||
			 cl_is_word(p, i, "for") ||
			 p->tokens[i].kind == CL_T_DASH;
	}
	return false;
}

static bool has_sign(const struct cl_parse *p, uint32_t from, uint32_t to,
		     char sign)
{
	for (uint32_t i = from; i < to; i++)
		if (cl_is_sign(p, i, sign))
			return true;
	return false;
}

bool cl_credit_ends_text(const struct cl_parse *p, uint32_t i)
{
	return i >= cl_tail(p);
}

/* The full stop of an abbreviation may end the sentence too, but hardly that of
 * "U.S." before an organisation. */
bool cl_credit_dot(const struct cl_parse *p, uint32_t i)
{
	return cl_has_flag(p, i, CL_F_DOT) && !cl_is_word(p, i, "u.s") &&
	       !cl_is_word(p, i, "u.n") && !cl_is_word(p, i, "u.k");
}

bool cl_credit_after_sentence(const struct cl_parse *p, uint32_t i)
{
	return i == 0 || cl_is_sign(p, i - 1, '.') || cl_credit_dot(p, i - 1) ||
	       cl_is_sign(p, i - 1, '!') || cl_is_sign(p, i - 1, '"') ||
	       cl_is_sign(p, i - 1, '?') || cl_has_flag(p, i, CL_F_LINE) ||
	       p->tokens[i - 1].owner == CL_BY_CREDIT;
}

static bool has_number(const struct cl_parse *p, uint32_t from, uint32_t to)
{
	while (from < to && p->tokens[from].kind != CL_T_NUMBER)
		from++;
	return from < to;
}

/* The name of a rule for a bracket that is a credit, or NULL. */
static const char *bracket_rule(const struct cl_parse *p, uint32_t open,
				uint32_t close)
{
	uint32_t from = open + 1;
	struct cutline_agency a;
	bool last = cl_credit_ends_text(p, close + 1);

	if (from >= close || close - from > CL_CREDIT_TOKENS)
		return NULL;
	if (open < 8 && close < p->count && close + 1 < p->count &&
	    p->tokens[close + 1].kind == CL_T_DASH)
		return NULL; /* a dateline's: "TOPEKA, Kan. (AP) -" */
	if (cl_credit_opens(p, from, close) ||
	    cl_credit_owner_opens(p, from, close))
		return "credit-bracket";
	if (!cl_credit_all_fit(p, from, close))
		return NULL;
	if (cl_credit_has_known(p, from, close) &&
	    (has_sign(p, from, close, '/') || has_sign(p, from, close, ',') ||
	     has_sign(p, from, close, '-') || cl_is_word(p, from, "via") ||
	     last || cl_credit_after_sentence(p, open) ||
	     cl_has_flag(p, close + 1, CL_F_LINE | CL_F_SENTENCE))) {
		if (cl_agency_at(p, from, close, &a) == close ||
		    has_sign(p, from, close, '/') || last ||
		    cl_credit_after_sentence(p, open))
			return "credit-agency";
	}
	if (last && has_sign(p, from, close, '/') && cl_is_cap(p, from))
		return "credit-slash";
	if (last && has_sign(p, from, close, ';') && cl_is_cap(p, from))
		return NULL;
	if (cl_credit_after_sentence(p, open) &&
	    cl_credit_reads(p, from, close, true))
		return "credit-tail";
	if (last && cl_credit_after_sentence(p, open) && cl_is_cap(p, from) &&
	    close - from <= 8 && !has_number(p, from, close) &&
	    ((cl_like_organisation(p, from, close) && close - from >= 2) ||
	     (has_sign(p, from, close, ',') && cl_is_given(p, from) &&
	      close - from >= 4)))
		return "credit-name";
	if (last && cl_credit_after_sentence(p, open) && close - from <= 3 &&
	    close - from >= 2 && cl_is_cap(p, from) &&
	    cl_is_cap(p, close - 1) &&
	    !cl_has_class(p, close - 1, CL_W_MONTH | CL_W_WEEKDAY))
		return "credit-name";
	return NULL;
}

static double confidence_of(const char *rule)
{
	if (cl_str_eq(cl_str_from(rule), CL_STR("credit-bracket")))
		return 0.99;
	if (cl_str_eq(cl_str_from(rule), CL_STR("credit-agency")))
		return 0.98;
	if (cl_str_eq(cl_str_from(rule), CL_STR("credit-name")))
		return 0.7;
	return 0.9;
}

void cl_credit_take(struct cl_parse *p, uint32_t from, uint32_t to,
		    const char *rule)
{
	cl_credit_read(p, from, to, confidence_of(rule), rule);
	cl_claim(p, from, to, CL_BY_CREDIT);
	cl_add_clause(p, from, to);
}

/* WordPress: [media-credit name="Ana Lima, The Post" ...], [caption ...] and
 * their ends. */
static bool take_shortcode(struct cl_parse *p, uint32_t open, uint32_t close)
{
	uint32_t i = open + 1;

	if (cl_is_sign(p, i, '/'))
		i++;
	if (!cl_is_word(p, i, "media-credit") && !cl_is_word(p, i, "caption"))
		return false;
	for (; i < close && cl_is_word(p, open + 1, "media-credit"); i++) {
		uint32_t end = p->tokens[i].mate;

		if (p->tokens[i].kind != CL_T_QUOTE_OPEN ||
		    end == CL_NO_TOKEN || end > close ||
		    !cl_is_word(p, i - 2, "name"))
			continue;
		cl_credit_take(p, i + 1, end, "credit-bracket");
		break;
	}
	cl_claim(p, open, close + 1, CL_BY_CREDIT);
	return true;
}

/* A bracket at i, if it is a credit; the token after it, or i. */
static uint32_t take_bracket(struct cl_parse *p, uint32_t i)
{
	uint32_t close = p->tokens[i].mate, inner;
	const char *rule;

	if (i + 1 >= p->count ||
	    (p->tokens[i + 1].kind > CL_T_NUMBER &&
	     p->tokens[i + 1].sign != 'c' && p->tokens[i + 1].sign != '/'))
		return i;
	if (close != CL_NO_TOKEN && cl_is_sign(p, i, '['))
		if (take_shortcode(p, i, close))
			return close + 1;
	if (close == CL_NO_TOKEN) {
		close = i + 1;
		while (close < p->count && close < i + CL_CREDIT_TOKENS &&
		       !cl_has_flag(p, close, CL_F_LINE) &&
		       cl_credit_fits(p, close))
			close++;
	}
	inner = close;
	rule = bracket_rule(p, i, close);
	for (uint32_t k = i + 1; !rule && k < close; k++) {
		if (!cl_is_sign(p, k, ';'))
			continue;
		inner = k; /* "(Ana Lima/AFP; styling by Jo Hart)" */
		rule = bracket_rule(p, i, k);
		break;
	}
	if (!rule)
		return i;
	cl_credit_take(p, i + 1, inner, rule);
	if (close < p->count && p->tokens[close].kind == CL_T_CLOSE)
		close++;
	if (close + 1 < p->count && p->tokens[close].kind == CL_T_DASH &&
	    !cl_has_flag(p, close, CL_F_SPACE)) { /* "[...]-Imagn Images" */
		struct cutline_agency a;
		uint32_t end = cl_agency_at(p, close + 1, p->count, &a);

		if (end > close + 1) {
			cl_credit_take(p, close + 1, end, rule);
			p->clauses.count--;
			close = end;
		}
	}
	cl_claim(p, i, close, CL_BY_CREDIT);
	if (p->clauses.count) /* the brackets belong to it */
		p->clauses.items[p->clauses.count - 1] =
			(struct cl_clause){ i, close };
	return close;
}

/* A bracket inside an open credit: a number or an agency, no side remark. */
static bool short_bracket(const struct cl_parse *p, uint32_t i)
{
	uint32_t close = p->tokens[i].mate;
	struct cutline_agency a;

	if (close == CL_NO_TOKEN || close > i + 6)
		return false;
	return p->tokens[i + 1].kind == CL_T_NUMBER ||
	       (close == i + 2 && cl_is_word(p, i + 1, "c")) ||
	       cl_agency_at(p, i + 1, close, &a) == close;
}

/* After a bar: the rest of the text is a name ("dpa | Ana Lima") or a client
 * ("| For NJ Ledger Media"). */
static bool last_part(const struct cl_parse *p, uint32_t i)
{
	uint32_t end = i;

	if (cl_is_word(p, i, "for") || cl_is_word(p, i, "via"))
		return true;
	while (end < p->count && end < i + 12 && cl_credit_fits(p, end) &&
	       !(end > i && cl_has_flag(p, end, CL_F_LINE)))
		end++;
	return end > i && end < i + 12 &&
	       (cl_credit_ends_text(p, end) || cl_has_flag(p, end, CL_F_LINE));
}

/* Is the rest of the text an organisation's name? */
static bool names_firm(const struct cl_parse *p, uint32_t from)
{
	struct cutline_agency a;
	uint32_t end = from;

	while (end < p->count && end < from + 6 &&
	       p->tokens[end].kind == CL_T_WORD)
		end++;
	return cl_credit_ends_text(p, end) &&
	       (cl_agency_at(p, from, end, &a) == end ||
		(cl_like_organisation(p, from, end) && end < from + 6));
}

/* A known agency ended before i, and there a new sentence begins whose full
 * stop was lost: "USA TODAY Sports Lima, who", "Getty Images The bus stops". */
static bool begins_story(const struct cl_parse *p, uint32_t i)
{
	uint32_t k = i;

	while (k < p->count && k < i + 4 && cl_is_cap(p, k) &&
	       !cl_has_class(p, k, CL_W_PHOTO | CL_W_CREDIT | CL_W_QUALIFIER))
		k++;
	if (k == i)
		return false;
	if (cl_is_sign(p, k, ','))
		k++;
	return k < p->count && p->tokens[k].kind == CL_T_WORD &&
	       cl_is_free(p, k) && !cl_has_flag(p, k, CL_F_CAP) &&
	       !cl_credit_fits(p, k);
}

/* Where a credit outside brackets, whose names begin at or after from, ends. */
static uint32_t open_end(const struct cl_parse *p, uint32_t from)
{
	bool name = false;
	uint32_t i = from;

	while (i < p->count && i < from + CL_CREDIT_TOKENS) {
		const struct cl_token *t = &p->tokens[i];
		struct cutline_agency a;
		uint32_t known = cl_agency_at(p, i, p->count, &a);

		if (i > from && (t->flags & CL_F_LINE))
			return i;
		if (known > i + 1 && cl_is_free(p, i)) {
			name = true; /* its small words are its own */
			i = known;
			if (begins_story(p, i))
				return i;
			continue;
		}
		if (t->kind == CL_T_OPEN) {
			if (cl_credit_rank_bracket(p, i)) {
				i = t->mate + 1;
				continue;
			}
			if (!short_bracket(p, i))
				return i;
			i = t->mate + 1;
			if (p->tokens[i - 2].end - p->tokens[i - 2].start > 1 &&
			    !cl_is_word(p, i, "via") &&
			    !cl_is_sign(p, i, ',') && !cl_is_sign(p, i, '/'))
				return i;
			continue;
		}
		if (!cl_credit_fits(p, i) ||
		    (t->kind == CL_T_SIGN && t->sign == '.') ||
		    (t->sign == '|' && !last_part(p, i + 1)) ||
		    t->kind == CL_T_CLOSE || cl_is_word(p, i, "https") ||
		    cl_is_word(p, i, "http") || (name && cl_credit_date(p, i)))
			return i;
		if (name && t->kind == CL_T_DASH && (t->flags & CL_F_SPACE) &&
		    t->end - t->start > 1 &&
		    !(last_part(p, i + 1) && names_firm(p, i + 1)))
			return i;
		if (name && cl_has_class(p, i, CL_W_PHOTO) &&
		    cl_is_word(p, i + 1, "caption"))
			return i;
		name |= cl_is_cap(p, i) &&
			!cl_has_class(p, i, CL_W_PHOTO | CL_W_CREDIT);
		i++;
	}
	return i;
}

/* May a credit outside brackets begin at i? */
static bool at_boundary(const struct cl_parse *p, uint32_t i)
{
	const struct cl_token *before;

	if (i == 0 || cl_has_flag(p, i, CL_F_LINE | CL_F_SENTENCE))
		return true;
	before = &p->tokens[i - 1];
	return before->kind == CL_T_DASH || before->kind == CL_T_CLOSE ||
	       before->owner != CL_FREE || before->sign == '|' ||
	       before->kind == CL_T_QUOTE_CLOSE || before->sign == '.' ||
	       cl_credit_dot(p, i - 1) || before->sign == 'e' ||
	       before->sign == 'x';
}

/* "Photo by", "Mandatory Credit", "Image Credit", "Photo credit should read":
 * these open a credit anywhere. */
static bool strong(const struct cl_parse *p, uint32_t i)
{
	if (cl_is_sign(p, i, 'c'))
		return true;
	if (!cl_has_flag(p, i, CL_F_CAP))
		return false;
	if (cl_is_word(p, i, "mandatory"))
		return cl_is_word(p, i + 1, "credit");
	if (cl_is_word(p, i, "credit"))
		return cl_is_sign(p, i + 1, ':');
	return cl_has_class(p, i, CL_W_PHOTO) &&
	       (cl_is_word(p, i + 1, "by") || cl_is_word(p, i + 1, "credit") ||
		cl_is_word(p, i + 1, "copyright") ||
		cl_is_word(p, i + 1, "courtesy") || cl_is_sign(p, i + 1, ':'));
}

/* "the Office of Ocean Research": the name of a lender inside a sentence. */
static uint32_t lender_end(const struct cl_parse *p, uint32_t from)
{
	uint32_t i = cl_is_word(p, from, "the") ? from + 1 : from, end = from;

	if (!cl_is_cap(p, i))
		return from;
	while (i < p->count && cl_is_free(p, i) && i < from + 14 &&
	       (p->tokens[i].kind == CL_T_POSSESSIVE || cl_is_cap(p, i) ||
		cl_is_sign(p, i, '&') || cl_is_word(p, i, "of") ||
		cl_is_word(p, i, "and") || cl_is_word(p, i, "the") ||
		cl_is_word(p, i, "for") || cl_is_word(p, i, "family"))) {
		if (cl_is_cap(p, i) || cl_is_word(p, i, "family"))
			end = i + 1;
		i++;
	}
	return end;
}

/* What opens a credit or owns one is no small word but these. */
static bool may_open(const struct cl_parse *p, uint32_t i)
{
	return cl_has_flag(p, i, CL_F_CAP) ||
	       cl_has_class(p, i, CL_W_PHOTO | CL_W_CREDIT | CL_W_QUALIFIER) ||
	       cl_is_listed(p, i, CL_L_CREDIT_OPENER) || cl_is_sign(p, i, 'c');
}

/* A credit with its opening words but without brackets. */
static uint32_t take_marked(struct cl_parse *p, uint32_t i, bool boundary)
{
	uint32_t end, limit = i + 12 < p->count ? i + 12 : p->count;

	if (cl_is_word(p, i, "file") || cl_is_word(p, i, "files") ||
	    (i > 0 && i < 3 && cl_is_word(p, i - 1, "file")))
		return i; /* "FILE PHOTO:" opens the caption */

	if (cl_is_word(p, i, "courtesy") && cl_is_word(p, i + 1, "of") &&
	    i > 0 && cl_has_class(p, i - 1, CL_W_PHOTO)) {
		end = lender_end(p, i + 2);
		if (end > i + 2) {
			cl_credit_take(p, i, end, "credit-marked");
			return end;
		}
	}
	if (!boundary && !strong(p, i))
		return i;
	if (!cl_credit_opens(p, i, limit) &&
	    !(boundary && cl_credit_owner_opens(p, i, limit)))
		return i;
	end = i;
	while (cl_is_word(p, i, "credit") &&
	       (cl_is_sign(p, end + 1, '.') || cl_is_sign(p, end + 1, 'e')))
		end++;
	end = end > i ? open_end(p, end + 1) : open_end(p, i);
	if (end < p->count && p->tokens[end].kind == CL_T_WORD &&
	    p->tokens[end].owner == CL_FREE &&
	    !cl_has_flag(p, end, CL_F_LINE) &&
	    !(p->tokens[end].flags & CL_F_CAP) && end < i + 6 &&
	    !cl_credit_has_known(p, i, end))
		return i; /* goes on as a sentence: a description */
	if (end <= i + 1)
		return i;
	cl_credit_take(p, i, end, "credit-marked");
	return end;
}

/* A slash, "via" or a hyphen: what a chain is found by. */
static bool is_strong_link(const struct cl_parse *p, uint32_t i)
{
	return cl_is_sign(p, i, '/') || cl_is_word(p, i, "via") ||
	       (p->tokens[i].kind == CL_T_DASH &&
		!(p->tokens[i].flags & CL_F_SPACE));
}

/* "The Harbor Post" before the end of the first line, or a bar: capitals with
 * the word of an organisation. */
static uint32_t paper_after(const struct cl_parse *p, uint32_t from)
{
	uint32_t end = from;
	bool paper = false;

	while (end < p->count && end < from + 5 && cl_is_cap(p, end) &&
	       !cl_has_flag(p, end, CL_F_LINE)) {
		paper |= cl_has_class(p, end, CL_W_ORG);
		end++;
	}
	return paper && (cl_has_flag(p, end, CL_F_LINE) ||
			 cl_is_sign(p, end, '|'))
		       ? end
		       : from;
}

/* "By Ana Lima, AP" or "Ana Lima, The Harbor Post" as a line of its own, and a
 * known agency alone after the last sentence. */
static uint32_t take_line(struct cl_parse *p, uint32_t i)
{
	uint32_t from = i, end, comma;
	struct cutline_agency a;

	if (cl_is_word(p, i, "by"))
		from++;
	end = cl_agency_at(p, from, p->count, &a);
	if (from == i && end != from && i > 0 && cl_credit_ends_text(p, end) &&
	    cl_credit_after_sentence(p, i)) {
		cl_credit_take(p, i, end, "credit-agency");
		return end;
	}
	comma = cl_credit_name_after(p, from);
	if (from > i && comma >= from + 2 && comma <= from + 4 &&
	    cl_credit_aside(p, comma + 1, p->count) > comma + 1) {
		/* "By Ana Lima (Own work) [CC BY 4.0]" */
		cl_credit_take(p, i, comma, "credit-line");
		return comma;
	}
	if (comma < from + 2 || !cl_is_sign(p, comma, ','))
		return i;
	end = cl_agency_at(p, comma + 1, p->count, &a);
	if (end == comma + 1 && i == 0 && from == i)
		end = paper_after(p, comma + 1);
	if (end == comma + 1 ||
	    !(cl_credit_ends_text(p, end) || cl_has_flag(p, end, CL_F_LINE) ||
	      cl_is_sign(p, end, '|')))
		return i;
	if (from == i && !cl_has_flag(p, i, CL_F_LINE) &&
	    !cl_credit_after_sentence(p, i))
		return i;
	cl_credit_take(p, i, end, "credit-line");
	return end;
}

/* A credit at the free token i; the token after it, or i. */
static uint32_t take_at(struct cl_parse *p, uint32_t i)
{
	uint32_t next = i;
	bool boundary = false;

	if (p->tokens[i].kind == CL_T_OPEN)
		return take_bracket(p, i);
	if (cl_has_flag(p, i, CL_F_SENTENCE | CL_F_LINE))
		next = cl_credit_tail_at(p, i);
	if (next == i && may_open(p, i)) {
		boundary = at_boundary(p, i);
		next = take_marked(p, i, boundary);
	}
	if (next == i && is_strong_link(p, i))
		next = cl_credit_take_chain(p, i);
	if (next == i && cl_is_word(p, i, "by"))
		next = cl_credit_take_licence(p, i);
	if (next == i && boundary && cl_has_flag(p, i, CL_F_CAP))
		next = take_line(p, i);
	return next;
}

void cl_credit_find(struct cl_parse *p)
{
	uint32_t i = 0;

	while (i < p->count) {
		uint32_t next = cl_is_free(p, i) ? take_at(p, i) : i;

		i = next > i ? next : i + 1;
	}
	cl_credit_tail(p);
	cl_credit_giver(p);
}
