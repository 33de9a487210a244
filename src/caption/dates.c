/* SPDX-License-Identifier: MIT */
/*
 * Which of a caption's dates is the picture's. Every date is weighed by the
 * words round it:
 *
 *	In this Jan. 5, 2019, file photo   a photo's own date outweighs all
 *	... on April 17, 2023              the first sentence's date
 *	CANNES - APRIL 17:                 the dateline's, if the body has none
 *	... died Tuesday, March 7, 2023    a later sentence tells of other days
 *	released on, Issue date:           never
 *
 * A day without its year takes the year of an equal day elsewhere in the
 * caption, else of a year in the first sentence ("the 2019 festival"), else the
 * last such day before the document's date, else none (XXXX-04-17).
 */
#include "caption/dates.h"
#include "date/month.h"

enum weight {
	W_NONE,
	W_YEAR = 10,
	W_LATER = 20,
	W_WEEKDAY = 35,
	W_DATELINE = 40,
	W_CIRCA = 45,
	W_BODY = 60,
	W_TAKEN = 100,
};

struct pick {
	int weight;
	struct cutline_date date;
	struct cutline_span span;
};

/* The lists of the few words before a date, as far as its sentence goes. */
static uint32_t lists_before(const struct cl_parse *p, uint32_t i)
{
	uint32_t lists = 0;

	for (uint32_t k = i; k-- > 0 && k + 4 >= i;) {
		if (cl_is_sign(p, k, '.') || p->tokens[k].owner != CL_FREE)
			break;
		lists |= p->tokens[k].lists;
	}
	return lists;
}

/* Does a photo follow the date: "In this Jan. 5, 2019, file photo"? */
static bool photo_after(const struct cl_parse *p, uint32_t end)
{
	if (cl_is_sign(p, end, ','))
		end++;
	while (cl_is_word(p, end, "file") || cl_is_word(p, end, "handout") ||
	       cl_is_word(p, end, "aerial") || cl_is_word(p, end, "archive"))
		end++;
	return cl_has_class(p, end, CL_W_PHOTO);
}

static bool this_before(const struct cl_parse *p, uint32_t i)
{
	return i > 0 &&
	       (cl_is_word(p, i - 1, "this") || cl_is_word(p, i - 1, "a") ||
		cl_is_word(p, i - 1, "an"));
}

static int weigh(const struct cl_parse *p, uint32_t from, uint32_t end,
		 unsigned sentence)
{
	uint32_t before = lists_before(p, from);

	if (before & (CL_L_ISSUED | CL_L_PROVIDED))
		return W_NONE;
	if ((this_before(p, from) && photo_after(p, end)) ||
	    (before & CL_L_TAKEN))
		return W_TAKEN;
	if (before & CL_L_OTHER_DAY)
		return W_NONE + 1;
	if (sentence == 0)
		return W_BODY;
	/* a sentence that is but a date: "... in Toronto. May 9, 2018." */
	if (cl_has_flag(p, from, CL_F_SENTENCE) &&
	    (cl_is_sign(p, end, '.') || end >= p->count ||
	     p->tokens[end].owner != CL_FREE))
		return W_BODY - 1;
	return W_LATER;
}

static void consider(struct pick *best, int weight,
		     const struct cutline_date *date, struct cutline_span span)
{
	if (weight > best->weight)
		*best = (struct pick){ weight, *date, span };
}

/* The last day of that weekday on or before the document's date. */
static bool weekday_date(const struct cl_parse *p, uint32_t i,
			 struct cutline_date *date)
{
	int32_t lower, upper;
	int weekday;

	if (!p->opts || !cl_weekday_find(cl_token_stem(p, i), &weekday) ||
	    !cutline_date_bounds(&p->opts->document_date, &lower, &upper) ||
	    lower != upper)
		return false;
	lower -= (cutline_day_weekday(lower) - weekday + 7) % 7;
	*date = cutline_date_of_day_number(lower);
	return true;
}

static bool plain_year(const struct cl_parse *p, uint32_t i, uint32_t *year)
{
	struct cl_str s;

	if (i >= p->count || p->tokens[i].kind != CL_T_NUMBER)
		return false;
	s = cl_token_text(p, i);
	return s.len == 4 && cl_str_to_u32(s, 2100, year) && *year >= 1826;
}

/* "1950s", "1950's". */
static bool decade(const struct cl_parse *p, uint32_t i, uint32_t *year)
{
	struct cl_str s = cl_token_text(p, i);

	if (p->tokens[i].kind != CL_T_NUMBER || s.len < 4 || s.len > 6 ||
	    s.ptr[s.len - 1] != 's' ||
	    !cl_str_to_u32(cl_str_sub(s, 0, 4), 2100, year))
		return false;
	return *year >= 1830 && *year % 10 == 0;
}

static bool is_circa(const struct cl_parse *p, uint32_t i)
{
	return cl_is_word(p, i, "circa") || cl_is_word(p, i, "c") ||
	       cl_is_word(p, i, "ca") || cl_is_word(p, i, "um") ||
	       cl_is_word(p, i, "vers") || cl_is_word(p, i, "about");
}

/* A year by itself, a decade, a circa: the weight it deserves. */
static int year_alone(const struct cl_parse *p, uint32_t i, unsigned sentence,
		      struct cutline_date *date)
{
	uint32_t year;
	bool circa = i > 0 && is_circa(p, i - 1);
	bool first = sentence == 0;
	bool in = i > 0 &&
		  (cl_is_word(p, i - 1, "in") || circa ||
		   cl_is_word(p, i - 1, "early") ||
		   cl_is_word(p, i - 1, "late") || cl_is_word(p, i - 1, "the"));
	bool set_off = i == 0 ||
		       (cl_is_sign(p, i - 1, ',') && i > 1 &&
			p->tokens[i - 2].kind != CL_T_NUMBER) ||
		       cl_is_sign(p, i - 1, '(');

	*date = (struct cutline_date){ .shape = CUTLINE_DATE_POINT };
	if (decade(p, i, &year)) {
		date->from.year = (int16_t)year;
		date->from.year_unknown = 1;
		return in && first ? W_CIRCA : in ? W_YEAR : W_NONE;
	}
	if (!plain_year(p, i, &year))
		return W_NONE;
	date->from.year = (int16_t)year;
	date->from.approximate = circa;
	if (circa)
		return W_CIRCA;
	if (lists_before(p, i) & (CL_L_OTHER_DAY | CL_L_ISSUED))
		return W_NONE;
	if (in && cl_is_word(p, i - 1, "in"))
		return first ? W_YEAR + 5 : W_YEAR;
	if (set_off &&
	    (cl_is_sign(p, i + 1, '.') || cl_is_sign(p, i + 1, ')') ||
	     cl_is_sign(p, i + 1, ':') || i + 1 >= p->count ||
	     p->tokens[i + 1].owner != CL_FREE))
		return W_YEAR + 4;
	return W_NONE;
}

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

static bool year_from_text(const struct cl_parse *p, struct cutline_date *date)
{
	uint32_t year;

	for (uint32_t i = p->body; i < p->count; i++) {
		if (cl_has_flag(p, i, CL_F_SENTENCE) && i > p->body + 3)
			return false;
		if (p->tokens[i].owner == CL_FREE && plain_year(p, i, &year) &&
		    year > 1900 &&
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
static void note_created(struct cl_parse *p, const struct pick *best)
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

static void settle(struct cl_parse *p, struct pick *best)
{
	static const double sure[] = { 0.9, 0.95, 0.98 };
	char text[CUTLINE_DATE_TEXT_MAX];
	double confidence;

	if (best->weight <= W_NONE + 1)
		return;
	if (best->date.from.year_unknown == 4 &&
	    !year_from_dates(p, &best->date) && !year_from_text(p, &best->date))
		year_from_document(p, &best->date);
	note_created(p, best);
	cutline_date_write(&best->date, text);
	confidence = sure[best->weight >= W_TAKEN      ? 2
			  : best->weight >= W_BODY - 1 ? 1
						       : 0];
	if (best->weight < W_WEEKDAY)
		confidence = 0.7;
	cl_add_value(p, CUTLINE_DATE_CREATED, cl_str_from(text), best->span,
		     confidence,
		     best->weight == W_DATELINE  ? "dateline"
		     : best->weight == W_TAKEN   ? "date-taken"
		     : best->weight == W_WEEKDAY ? "weekday"
		     : best->weight < W_LATER    ? "year"
						 : "date-body");
}

static uint32_t take_date(struct cl_parse *p, uint32_t i, unsigned sentence,
			  struct pick *best)
{
	struct cutline_date date;
	struct cutline_span span;
	uint32_t end = cl_date_at(p, i, &date);
	int weight;

	if (end == i)
		return i;
	span = cl_span_of(p, i, end);
	weight = weigh(p, i, end, sentence);
	cl_add_date(p,
		    weight == W_NONE ? CUTLINE_DATE_ROLE_ISSUED
				     : CUTLINE_DATE_ROLE_MENTIONED,
		    &date, span);
	consider(best, weight, &date, span);
	cl_claim(p, i, end, CL_BY_DATE);
	return end;
}

static void take_weekday(struct cl_parse *p, uint32_t i, unsigned sentence,
			 struct pick *best)
{
	struct cutline_date date;

	if (sentence == 0 && weekday_date(p, i, &date) &&
	    !(lists_before(p, i) & CL_L_ISSUED))
		consider(best, W_WEEKDAY, &date, cl_span_of(p, i, i + 1));
	if (sentence == 0 || cl_has_flag(p, i, CL_F_CAP))
		cl_claim(p, i, i + 1, CL_BY_DATE);
}

void cl_dates_find(struct cl_parse *p)
{
	struct pick best = { 0 };
	unsigned sentence = 0;
	uint32_t i = 0;

	for (size_t k = 0; k < p->dates.count; k++) /* the dateline's */
		consider(&best, W_DATELINE, &p->dates.items[k].date,
			 p->dates.items[k].span);
	while (i < p->count) {
		struct cutline_date date;
		uint32_t next;
		int weight;

		if (i > p->body && cl_has_flag(p, i, CL_F_SENTENCE) &&
		    p->tokens[i].owner == CL_FREE)
			sentence++;
		if (p->tokens[i].owner != CL_FREE) {
			i++;
			continue;
		}
		next = take_date(p, i, sentence, &best);
		if (next == i && cl_has_class(p, i, CL_W_WEEKDAY)) {
			take_weekday(p, i, sentence, &best);
		} else if (next == i && p->tokens[i].kind == CL_T_NUMBER) {
			weight = year_alone(p, i, sentence, &date);
			consider(&best, weight, &date, cl_span_of(p, i, i + 1));
			if (weight >= W_CIRCA)
				cl_claim(p, i, i + 1, CL_BY_DATE);
		}
		i = next > i ? next : i + 1;
	}
	settle(p, &best);
}
