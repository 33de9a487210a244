/* SPDX-License-Identifier: MIT */
/*
 * The date that was chosen, made whole: the year that it lacks, the order of
 * its numbers, which the country of the place decides.
 */
#include <string.h>

#include "caption/dates.h"
#include "cutline/place.h"

/* The missing year. */

static bool same_day(const struct cutline_date *a, const struct cutline_date *b)
{
	return a->from.month == b->from.month && a->from.day == b->from.day &&
	       a->from.day;
}

static void set_year(struct cutline_date *date, int year)
{
	date->from.year = (int16_t)year;
	date->from.year_unknown = 0;
	if (date->shape == CUTLINE_DATE_RANGE) {
		date->to.year = (int16_t)year;
		date->to.year_unknown = 0;
	}
}

static bool year_from_dates(const struct cl_parse *p, struct cutline_date *date)
{
	size_t count = p->dates.count < 32 ? p->dates.count : 32;

	for (size_t i = 0; i < count; i++) {
		const struct cutline_date *other = &p->dates.items[i].date;

		if (other->from.year_unknown == 0 && same_day(other, date)) {
			set_year(date, other->from.year);
			return true;
		}
	}
	return false;
}

/* With the document's date at hand only the year of a named occasion counts:
 * "the 2019 Berlin Film Festival", not "the 1978 fire". */
static bool is_of_occasion(const struct cl_parse *p, uint32_t i)
{
	return !p->opts || !p->opts->document_date.shape ||
	       cl_is_cap(p, i + 1) || (i > 0 && cl_is_cap(p, i - 1));
}

static bool year_from_text(const struct cl_parse *p, struct cutline_date *date)
{
	uint32_t year;

	for (uint32_t i = p->body; i < p->count; i++) {
		if (cl_has_flag(p, i, CL_F_SENTENCE) && i > p->body + 3)
			return false;
		if (p->tokens[i].owner == CL_FREE &&
		    cl_plain_year(p, i, &year) && is_of_occasion(p, i) &&
		    !(i > 1 && cl_is_word(p, i - 2, "class")) && year > 1900 &&
		    cutline_day_exists((int)year, date->from.month,
				       date->from.day ? date->from.day : 1)) {
			set_year(date, (int)year);
			return true;
		}
	}
	return false;
}

/* The last such day on or before the document's date; with a week's grace,
 * for what is announced. */
static void year_from_document(const struct cl_parse *p,
			       struct cutline_date *date)
{
	int32_t lower, upper;
	int year, day = date->from.day ? date->from.day : 1;

	if (!p->opts ||
	    !cutline_date_bounds(&p->opts->document_date, &lower, &upper))
		return;
	year = p->opts->document_date.from.year;
	if (!cutline_day_exists(year, date->from.month, day) ||
	    cutline_day_number(year, date->from.month, day) > upper + 7)
		year--;
	if (year >= 0 && cutline_day_exists(year, date->from.month, day))
		set_year(date, year);
}

/* Enter the picture's date among the dates, in the place of the same words. */
static void note_created(struct cl_parse *p, const struct cl_date_pick *best)
{
	size_t count = p->dates.count < 32 ? p->dates.count : 32;

	for (size_t i = 0; i < count; i++) {
		struct cutline_caption_date *d = &p->dates.items[i];

		if (d->span.start == best->span.start &&
		    d->role == CUTLINE_DATE_ROLE_MENTIONED) {
			d->role = CUTLINE_DATE_ROLE_CREATED;
			d->date = best->date;
			return;
		}
	}
	cl_add_date(p, CUTLINE_DATE_ROLE_CREATED, &best->date, best->span);
}

static const char *rule_of(int weight)
{
	switch (weight) {
	case CL_DATE_DATELINE:
		return "dateline";
	case CL_DATE_TAKEN:
		return "date-taken";
	case CL_DATE_WEEKDAY:
	case CL_DATE_TODAY:
		return "weekday";
	case CL_DATE_CREDIT:
		return "date-credit";
	default:
		return weight < CL_DATE_LATER ? "year" : "date-body";
	}
}

/* A year alone is that of the film or the work, not of the picture, where the
 * words tell of one: "Oil on canvas", "Still from", "dir." */
static bool is_of_a_work(const struct cl_parse *p)
{
	for (uint32_t i = 0; i < p->count; i++) {
		if (cl_is_word(p, i, "canvas") || cl_is_word(p, i, "dir") ||
		    cl_is_word(p, i, "aka") || cl_is_word(p, i, "watercolor") ||
		    cl_is_word(p, i, "watercolour") ||
		    cl_is_word(p, i, "tempera") || cl_is_word(p, i, "gouache"))
			return true;
		if ((cl_is_word(p, i, "still") &&
		     cl_is_word(p, i + 1, "from")) ||
		    (cl_is_word(p, i, "oil") && cl_is_word(p, i + 1, "on")))
			return true;
	}
	return false;
}

/* "Undated handout of ...": what days follow are others. */
static bool is_undated(const struct cl_parse *p)
{
	return cl_is_word(p, p->body, "undated") ||
	       cl_is_word(p, p->body + 1, "undated");
}

void cl_date_settle(struct cl_parse *p, struct cl_date_pick *best)
{
	static const double sure[] = { 0.9, 0.95, 0.98 };
	char text[CUTLINE_DATE_TEXT_MAX];
	double confidence;

	if (best->weight <= CL_DATE_NONE + 1 || is_undated(p))
		return;
	if (best->weight < CL_DATE_CREDIT && is_of_a_work(p))
		return;
	if (best->date.from.year_unknown == 4 &&
	    !year_from_dates(p, &best->date) && !year_from_text(p, &best->date))
		year_from_document(p, &best->date);
	note_created(p, best);
	cutline_date_write(&best->date, text);
	confidence = sure[best->weight >= CL_DATE_TAKEN      ? 2
			  : best->weight >= CL_DATE_BODY - 1 ? 1
							     : 0];
	if (best->weight < CL_DATE_WEEKDAY)
		confidence = 0.85;
	cl_add_value(p, CUTLINE_DATE_CREATED, cl_str_from(text), best->span,
		     confidence, rule_of(best->weight));
}

/* Numbers whose order may be either: "5/7/1943". */
static bool swapped(struct cl_str s, struct cutline_date *date)
{
	uint32_t first;
	size_t digits = 0;

	while (digits < s.len && cl_is_digit(s.ptr[digits]))
		digits++;
	if (digits == 0 || digits > 2 || digits == s.len ||
	    cl_is_space(s.ptr[digits]) || cl_is_alpha(s.ptr[digits]) ||
	    !cl_str_to_u32(cl_str_sub(s, 0, digits), 12, &first) ||
	    date->shape != CUTLINE_DATE_POINT || date->from.day != first ||
	    date->from.day > 12 || !date->from.month)
		return false;
	for (size_t i = 0; i < s.len; i++)
		if (cl_is_alpha(s.ptr[i]))
			return false;
	date->from.day = date->from.month;
	date->from.month = (uint8_t)first;
	return true;
}

/* Is the caption's place, stated, in the United States? */
static bool is_american(const struct cl_parse *p)
{
	const struct cl_value_list *city = &p->fields[CUTLINE_CITY];
	struct cutline_city found;

	if (p->country_code)
		return strcmp(p->country_code, "US") == 0;
	for (uint32_t i = 0; i < p->count; i++)
		if (cl_is_word(p, i, "u.s") ||
		    (cl_is_word(p, i, "white") &&
		     cl_is_word(p, i + 1, "house")) ||
		    (cl_is_word(p, i, "library") &&
		     cl_is_word(p, i + 2, "congress")))
			return true;
	return city->count &&
	       cutline_city_find(city->items[0].text,
				 strlen(city->items[0].text), &found, 1) > 0 &&
	       strcmp(found.country_code, "US") == 0;
}

void cl_dates_settle_order(struct cl_parse *p)
{
	struct cl_value_list *l = &p->fields[CUTLINE_DATE_CREATED];
	struct cutline_span span;

	if (!l->count || p->in_fields || !is_american(p))
		return;
	span = l->items[0].span;
	for (size_t i = 0; i < p->dates.count; i++) {
		struct cutline_caption_date *d = &p->dates.items[i];
		char text[CUTLINE_DATE_TEXT_MAX];

		if (d->role != CUTLINE_DATE_ROLE_CREATED ||
		    d->span.start != span.start ||
		    !swapped(cl_str_sub(p->text, span.start, span.end),
			     &d->date))
			continue;
		cutline_date_write(&d->date, text);
		l->items[0].text = cl_keep(p, cl_str_from(text));
		return;
	}
}
