/* SPDX-License-Identifier: MIT */
/*
 * What stands before the first sentence:
 *
 *	CANNES, FRANCE - APRIL 17:		place, dash, date, colon
 *	TOPEKA, Kan. (AP) -			AP's, in stories
 *	BERLIN, GERMANY - 2013/03/05:
 *	01 Apr 2015, Akron, Ohio, USA ---	the date first
 *	FILE - , FILE PHOTO: , **FILE** , (FILES)
 *
 * A dateline is places and a date, and then a dash or colon; the place is in
 * capitals, or known to the gazetteer with its state or country.
 */
#include "caption/dateline.h"

#include "caption/dates.h"
#include "caption/places.h"
#include "cutline/place.h"

/* No dateline is longer. */
#define DATELINE_TOKENS 20

static bool is_stop(const struct cl_parse *p, uint32_t i)
{
	return i < p->count &&
	       (p->tokens[i].kind == CL_T_DASH || cl_is_sign(p, i, ':'));
}

static bool is_file_word(const struct cl_parse *p, uint32_t i)
{
	return cl_is_word(p, i, "file") || cl_is_word(p, i, "files") ||
	       cl_is_word(p, i, "archiv") || cl_is_word(p, i, "archivo") ||
	       cl_is_word(p, i, "original") || cl_is_word(p, i, "combo");
}

/* "(FILES)", "(Original Caption)" */
static uint32_t skip_file_bracket(struct cl_parse *p, uint32_t i)
{
	uint32_t close = p->tokens[i].mate;

	if (p->tokens[i].kind != CL_T_OPEN || close == CL_NO_TOKEN ||
	    close > i + 4 || !is_file_word(p, i + 1))
		return i;
	cl_claim(p, i, close + 1, CL_BY_BOILERPLATE);
	return close + 1;
}

/* "FILE -", "FILE PHOTO:", "**FILE**" */
static uint32_t skip_file_word(struct cl_parse *p, uint32_t i)
{
	uint32_t k = i;

	while (cl_is_sign(p, k, '*'))
		k++;
	if (!is_file_word(p, k) || !cl_has_flag(p, k, CL_F_CAP))
		return i;
	k++;
	if (cl_has_class(p, k, CL_W_PHOTO) && is_stop(p, k + 1))
		k++;
	if (!is_stop(p, k) && !cl_is_sign(p, k, '*'))
		return i;
	while (is_stop(p, k) || cl_is_sign(p, k, '*'))
		k++;
	cl_claim(p, i, k, CL_BY_BOILERPLATE);
	return k;
}

/* EFE's reference: "GRAF8999. VALENCIA, 19/03/2023.-". */
static uint32_t skip_reference(struct cl_parse *p, uint32_t i)
{
	struct cl_str s = cl_token_text(p, i);
	const struct cl_token *t = &p->tokens[i];

	if (t->kind != CL_T_WORD || s.len < 6 || s.len > 9 ||
	    !cl_is_upper(s.ptr[0]) || !cl_is_upper(s.ptr[1]) ||
	    !cl_is_digit(s.ptr[s.len - 1]) || !cl_is_digit(s.ptr[s.len - 3]) ||
	    !cl_is_sign(p, i + 1, '.'))
		return i;
	cl_claim(p, i, i + 2, CL_BY_REFERENCE);
	return i + 2;
}

/* Xinhua's slug: "CHINA-GANSU-CAMELS (CN) (190503) -- DUNHUANG,", or its day
 * alone. */
static uint32_t skip_slug(struct cl_parse *p, uint32_t i)
{
	for (uint32_t k = i; k + 3 < p->count && k < i + 12; k++) {
		if (p->tokens[k].kind == CL_T_OPEN &&
		    p->tokens[k + 1].kind == CL_T_NUMBER &&
		    cl_token_text(p, k + 1).len == 6 &&
		    p->tokens[k].mate == k + 2 &&
		    p->tokens[k + 3].kind == CL_T_DASH) {
			cl_claim(p, i, k + 4, CL_BY_BOILERPLATE);
			return k + 4;
		}
	}
	return i;
}

static uint32_t skip_prefixes(struct cl_parse *p)
{
	uint32_t i = 0, before = CL_NO_TOKEN;

	while (i < p->count && i != before) {
		before = i;
		while (i < p->count && (p->tokens[i].owner != CL_FREE ||
					(p->tokens[i].kind == CL_T_SIGN &&
					 p->tokens[i].sign != '*') ||
					p->tokens[i].kind == CL_T_DASH))
			i++;
		if (i < p->count)
			i = skip_file_bracket(p, i);
		if (i < p->count)
			i = skip_file_word(p, i);
		if (i < p->count)
			i = skip_reference(p, i);
	}
	if (i < p->count &&
	    (cl_has_flag(p, i, CL_F_UPPER) || p->tokens[i].kind == CL_T_OPEN))
		i = skip_slug(p, i);
	return i;
}

/* "Frankfurt/Main": the river that tells two towns apart. */
static bool is_river(const struct cl_parse *p, uint32_t i)
{
	return cl_is_word(p, i, "main") || cl_is_word(p, i, "oder") ||
	       cl_is_word(p, i, "saale") || cl_is_word(p, i, "lahn");
}

/* "SANTIAGO (CHILE), 25/10/2019": the country in a bracket. */
static uint32_t over_bracket(const struct cl_parse *p, uint32_t i, uint32_t end)
{
	struct cutline_country country;
	struct cl_str s;

	if (end == i || end + 2 >= p->count ||
	    p->tokens[end].kind != CL_T_OPEN || p->tokens[end].mate != end + 2)
		return end;
	s = cl_token_text(p, end + 1);
	return s.len > 3 && cutline_country_find(s.ptr, s.len, &country)
		       ? end + 3
		       : end;
}

/* Where the words of the place end that begins at i. */
static uint32_t place_end(const struct cl_parse *p, uint32_t i)
{
	uint32_t end = i;

	while (end < p->count && end < i + DATELINE_TOKENS &&
	       p->tokens[end].owner == CL_FREE &&
	       ((p->tokens[end].kind == CL_T_WORD &&
		 (p->tokens[end].flags & CL_F_CAP) &&
		 (end == i || !(p->tokens[end].flags & CL_F_LINE)) &&
		 !(cl_has_class(p, end, CL_W_MONTH) &&
		   (cl_has_flag(p, end, CL_F_DOT) ||
		    (end + 1 < p->count &&
		     p->tokens[end + 1].kind == CL_T_NUMBER)))) ||
		(cl_is_sign(p, end, ',') && end > i) ||
		(cl_is_sign(p, end, '/') && end > i && is_river(p, end + 1)) ||
		(end > i && cl_has_class(p, end, CL_W_PARTICLE) &&
		 cl_has_flag(p, end + 1, CL_F_CAP))))
		end++;
	while (end > i && cl_is_sign(p, end - 1, ','))
		end--;
	return over_bracket(p, i, end);
}

static bool all_upper(const struct cl_parse *p, uint32_t from, uint32_t to)
{
	for (uint32_t i = from; i < to && !cl_is_sign(p, i, ','); i++)
		if (p->tokens[i].kind == CL_T_WORD &&
		    !(p->tokens[i].flags &
		      (CL_F_UPPER | CL_F_DOT | CL_F_INITIAL)))
			return false;
	return to > from;
}

/* "(AP)", "(Reuters)" between place and dash. */
static uint32_t skip_agency(const struct cl_parse *p, uint32_t i)
{
	if (i < p->count && p->tokens[i].kind == CL_T_OPEN &&
	    p->tokens[i].mate != CL_NO_TOKEN && p->tokens[i].mate <= i + 4 &&
	    is_stop(p, p->tokens[i].mate + 1))
		return p->tokens[i].mate + 1;
	return i;
}

struct dateline {
	uint32_t from, to; /* the place */
	uint32_t date_from, date_to;
	struct cutline_date date;
	uint32_t end;
	bool stops; /* a dash or colon ended it */
};

/* "SAN DIEGO (March 26, 2010) Sailors ..." */
static bool read_bracket_date(struct cl_parse *p, struct dateline *d)
{
	uint32_t open = d->to, close, end;

	if (open >= p->count || p->tokens[open].kind != CL_T_OPEN ||
	    p->tokens[open].mate == CL_NO_TOKEN || d->date_to)
		return false;
	close = p->tokens[open].mate;
	end = cl_date_at(p, open + 1, &d->date);
	if (end != close || close == open + 1)
		return false;
	d->date_from = open + 1;
	d->date_to = close;
	d->end = close + 1;
	while (is_stop(p, d->end))
		d->end++;
	d->stops = true;
	return true;
}

/* Dash, date, colon in any of the usual combinations after the place. */
static void read_date(struct cl_parse *p, struct dateline *d)
{
	uint32_t i = skip_agency(p, d->to), next;

	if (i == d->to && read_bracket_date(p, d))
		return;

	while (is_stop(p, i) || cl_is_sign(p, i, ',') ||
	       cl_is_sign(p, i, ';')) {
		d->stops |= is_stop(p, i);
		i++;
	}
	if (i > d->to && cl_has_class(p, i, CL_W_ARTICLE) &&
	    !cl_has_flag(p, i, CL_F_CAP))
		i++; /* "Sète, le 6 avril 2019." */
	next = d->date_to ? i : cl_date_at(p, i, &d->date);
	if (next > i) {
		d->date_from = i;
		d->date_to = next;
		i = skip_agency(p, next);
		if (cl_is_sign(p, i, '.')) {
			d->stops = true;
			i++;
		}
		while (is_stop(p, i) || cl_is_sign(p, i, ';')) {
			d->stops = true;
			i++;
		}
	}
	d->end = i;
}

/* A dateline at i; false when there is none. */
static bool read_dateline(struct cl_parse *p, uint32_t i, struct dateline *d)
{
	*d = (struct dateline){ 0 };
	d->date_to = cl_date_at(p, i, &d->date);
	if (d->date_to > i) {
		d->date_from = i;
		i = d->date_to;
		while (is_stop(p, i) || cl_is_sign(p, i, ',') ||
		       cl_is_sign(p, i, ';'))
			i++;
	} else {
		d->date_to = 0;
	}
	d->from = i;
	d->to = place_end(p, i);
	if (d->to == d->from || cl_has_class(p, d->from, CL_W_PHOTO))
		return false;
	read_date(p, d);
	return d->stops && d->end < p->count;
}

static bool has_comma(const struct cl_parse *p, uint32_t from, uint32_t to)
{
	for (uint32_t i = from; i < to; i++)
		if (cl_is_sign(p, i, ','))
			return true;
	return false;
}

/* dpa's order: "23 July 2020, Spain, Madrid:", "Sachsen, Görlitz:". */
static bool take_reversed(struct cl_parse *p, uint32_t from, uint32_t to)
{
	struct cutline_country country;
	struct cutline_state state;
	uint32_t comma = from;
	struct cl_str s, after;

	while (comma < to && !cl_is_sign(p, comma, ','))
		comma++;
	s = cl_text_of(p, from, comma);
	if (comma >= to || s.len < 4)
		return false;
	after = cl_text_of(p, comma + 1, to);
	if (cutline_country_find(after.ptr, after.len, &country))
		return false; /* "GEORGIA, UNITED STATES" */
	if (!cutline_country_find(s.ptr, s.len, &country) &&
	    (!cutline_state_find(s.ptr, s.len, NULL, &state) ||
	     !cutline_city_find(after.ptr, after.len, NULL, 0) ||
	     cutline_state_find(after.ptr, after.len, "US", &state)))
		return false;
	cl_place_chain(p, comma + 1, to, true, "dateline");
	cl_place_chain(p, from, comma, false, "dateline");
	return true;
}

/* "Wien: Demonstration ...": a town and a colon at the head. */
static bool is_town_colon(const struct cl_parse *p, const struct dateline *d)
{
	return cl_is_sign(p, d->to, ':') &&
	       cl_has_flag(p, d->from, CL_F_LINE) && cl_is_cap(p, d->to + 1) &&
	       d->to - d->from < 4 &&
	       cl_big_city(cl_text_of(p, d->from, d->to));
}

static bool take_dateline(struct cl_parse *p, uint32_t i)
{
	struct dateline d;
	bool upper;

	if (!read_dateline(p, i, &d))
		return false;
	upper = all_upper(p, d.from, d.to);
	if (!d.date_to && !upper && !is_town_colon(p, &d))
		return false;
	if (!d.date_to && !cl_is_place(cl_text_of(p, d.from, d.to)) &&
	    !has_comma(p, d.from, d.to))
		return false;
	if (!take_reversed(p, d.from, d.to) &&
	    !cl_place_chain(p, d.from, d.to, upper && d.date_to != 0,
			    "dateline"))
		return false;
	if (d.date_to) {
		cl_add_date(p, CUTLINE_DATE_ROLE_DATELINE, &d.date,
			    cl_span_of(p, d.date_from, d.date_to));
		cl_claim(p, d.date_from, d.date_to, CL_BY_DATE);
	}
	cl_claim(p, d.from, d.to, CL_BY_DATELINE);
	for (uint32_t k = i; k < d.end; k++)
		if (p->tokens[k].owner == CL_FREE)
			p->tokens[k].owner = CL_BY_DATELINE;
	p->body = d.end;
	return true;
}

/* Magnum's: "SPAIN. Seville. Holy Week.", "TURKEY. Istanbul. Beyoglu." */
static bool take_stops(struct cl_parse *p, uint32_t i)
{
	uint32_t end = place_end(p, i), town;
	struct cutline_country country;
	struct cl_str s = cl_text_of(p, i, end);

	if (end == i || !cl_is_sign(p, end, '.') || !all_upper(p, i, end) ||
	    s.len < 4 || !cutline_country_find(s.ptr, s.len, &country))
		return false;
	town = cl_run_end(p, end + 1, p->count);
	if (town == end + 1 || !cl_is_sign(p, town, '.') ||
	    !cl_is_place(cl_text_of(p, end + 1, town)))
		return false;
	cl_place_chain(p, end + 1, town, true, "dateline");
	cl_place_chain(p, i, end, true, "dateline");
	cl_claim(p, i, town + 1, CL_BY_DATELINE);
	p->body = town + 1;
	return true;
}

void cl_dateline_find(struct cl_parse *p)
{
	uint32_t i = skip_prefixes(p);

	p->body = i;
	if (i < p->count && take_stops(p, i))
		;
	else if (i < p->count && take_dateline(p, i) && p->body < p->count)
		take_dateline(p, p->body); /* some agencies give it twice */
	if (p->body < p->count)
		p->tokens[p->body].flags |= CL_F_SENTENCE;
}
