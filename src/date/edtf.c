/* SPDX-License-Identifier: MIT */
/*
 * EDTF, ISO 8601-2:2019. What is read:
 *
 *	2023  2023-04  2023-04-17  2023-22        level 0; seasons 21 to 24
 *	195X  19XX  1955-XX  1955-04-XX           level 1: digits not known
 *	1955~  1955-04?  1955-04-17%              level 1: circa, doubtful, both
 *	a/b  a/..  ../b  a/  /b                   ranges; open and unknown ends
 *	XXXX-04-17  XXXX-04  195X-04  1955-XX-10  level 2, of "X anywhere"
 *	~2004-06-11  2004-~06-11  2004-06~-11     level 2: marks on single parts
 *
 * A mark on a part counts for the whole point, and an end that is unknown
 * ("1955/") as open: the record tells no more. Years outside 0000 to 9999,
 * times, sets ([..], {..}) and other X are refused.
 */
#include "cutline/date.h"

#include "base/error.h"
#include "base/str.h"
#include "date/calendar.h"
#include "date/point.h"

/* No text that is read is longer; longer ones are not looked at. */
#define TEXT_READ_MAX 64

static enum cutline_status refuse(struct cutline_error *err, struct cl_str s,
				  const char *why)
{
	cl_fail(err, CUTLINE_FORMAT, "\"%.*s\" is no date: %s", CL_STR_ARG(s),
		why);
	cl_hint(err, "write 2023-04-17, 2023-04, 2023, 195X, 1955~ or a/b");
	return CUTLINE_FORMAT;
}

static void take_mark(struct cl_str *s, struct cutline_date_point *p)
{
	char c = s->len ? s->ptr[0] : '\0';

	if (c != '~' && c != '?' && c != '%')
		return;
	p->approximate |= c != '?';
	p->uncertain |= c != '~';
	*s = cl_str_sub(*s, 1, s->len);
}

/* Two digits, or "XX", with marks around; an absent part is no failure. */
static bool take_part(struct cl_str *s, struct cutline_date_point *p,
		      uint8_t *part)
{
	if (!cl_str_skip(s, CL_STR("-")))
		return true;
	take_mark(s, p);
	if (s->len >= 2 && cl_is_digit(s->ptr[0]) && cl_is_digit(s->ptr[1]))
		*part = (uint8_t)((s->ptr[0] - '0') * 10 + s->ptr[1] - '0');
	else if (cl_str_starts(*s, CL_STR("XX")))
		*part = CUTLINE_DATE_XX;
	else
		return false;
	*s = cl_str_sub(*s, 2, s->len);
	take_mark(s, p);
	return *part != 0;
}

/* Four digits, the last of them perhaps X. */
static bool take_year(struct cl_str *s, struct cutline_date_point *p)
{
	int year = 0;

	take_mark(s, p);
	if (s->len < 4)
		return false;
	for (size_t i = 0; i < 4; i++) {
		char c = s->ptr[i];

		if (c == 'X')
			p->year_unknown++;
		else if (!cl_is_digit(c) || p->year_unknown)
			return false;
		year = year * 10 + (c == 'X' ? 0 : c - '0');
	}
	p->year = (int16_t)year;
	*s = cl_str_sub(*s, 4, s->len);
	take_mark(s, p);
	return true;
}

static bool month_exists(const struct cutline_date_point *p)
{
	return p->month <= 12 || (p->month >= 21 && p->month <= 24) ||
	       p->month == CUTLINE_DATE_XX;
}

/* A day of the calendar in at least one of the years it may mean. */
static bool day_exists(const struct cutline_date_point *p)
{
	if (p->day == 0)
		return true;
	if (p->month >= 21 && p->month <= 24)
		return false;
	if (p->day == CUTLINE_DATE_XX)
		return true;
	if (p->month == CUTLINE_DATE_XX)
		return p->day <= 31;
	/* Years with an unknown digit always have a leap year among them. */
	return p->day <= cl_month_days(p->year_unknown ? 0 : p->year, p->month);
}

static const char *take_point(struct cl_str s, struct cutline_date_point *p)
{
	static const char shape[] = "it has another form";

	if (!take_year(&s, p) || !take_part(&s, p, &p->month) ||
	    (p->month && !take_part(&s, p, &p->day)) || s.len)
		return shape;
	if (!month_exists(p))
		return "there is no such month";
	if (!day_exists(p))
		return "the calendar has no such day";
	return NULL;
}

static const char *take_range(struct cl_str from, struct cl_str to,
			      struct cutline_date *date)
{
	bool open_from = !from.len || cl_str_eq(from, CL_STR(".."));
	bool open_to = !to.len || cl_str_eq(to, CL_STR(".."));
	struct cl_days first;
	struct cl_days last;
	const char *why = NULL;

	if (open_from && open_to)
		return "a range needs a beginning or an end";
	date->shape = open_from ? CUTLINE_DATE_OPEN_START
		      : open_to ? CUTLINE_DATE_OPEN_END
				: CUTLINE_DATE_RANGE;
	if (!open_from)
		why = take_point(from, &date->from);
	if (!why && !open_to)
		why = take_point(to, &date->to);
	if (!why && date->shape == CUTLINE_DATE_RANGE &&
	    cl_point_bounds(&date->from, &first) &&
	    cl_point_bounds(&date->to, &last) && first.first > last.last)
		why = "the range ends before it begins";
	return why;
}

enum cutline_status cutline_date_parse(const char *text, size_t len,
				       struct cutline_date *out,
				       struct cutline_error *err)
{
	struct cl_str s = { text, len };
	struct cutline_date date = { .shape = CUTLINE_DATE_POINT };
	size_t slash;
	const char *why;

	if (len > TEXT_READ_MAX)
		return refuse(err, cl_str_sub(s, 0, TEXT_READ_MAX),
			      "it is too long");
	slash = cl_str_find_char(s, '/', 0);
	if (slash < len)
		why = take_range(cl_str_sub(s, 0, slash),
				 cl_str_sub(s, slash + 1, len), &date);
	else
		why = take_point(s, &date.from);
	if (why)
		return refuse(err, s, why);
	*out = date;
	return CUTLINE_OK;
}

/* Text being written, in memory that is long enough for any record. */
struct writer {
	char *at;
};

static void put_number(struct writer *w, unsigned value, unsigned width)
{
	for (unsigned i = width; i-- > 0; value /= 10)
		w->at[i] = (char)('0' + value % 10);
	w->at += width;
}

static void put_part(struct writer *w, uint8_t part)
{
	*w->at++ = '-';
	if (part == CUTLINE_DATE_XX) {
		*w->at++ = 'X';
		*w->at++ = 'X';
	} else {
		put_number(w, part, 2);
	}
}

static void put_point(struct writer *w, const struct cutline_date_point *p)
{
	unsigned unknown = p->year_unknown < 4 ? p->year_unknown : 4;

	put_number(w, (unsigned)p->year, 4);
	for (unsigned i = 1; i <= unknown; i++)
		w->at[-(int)i] = 'X';
	if (p->month)
		put_part(w, p->month);
	if (p->month && p->day)
		put_part(w, p->day);
	if (p->approximate || p->uncertain)
		*w->at++ = !p->uncertain ? '~' : !p->approximate ? '?' : '%';
}

static void put_open(struct writer *w)
{
	*w->at++ = '.';
	*w->at++ = '.';
}

void cutline_date_write(const struct cutline_date *date,
			char out[CUTLINE_DATE_TEXT_MAX])
{
	struct writer w = { .at = out };

	if (date->shape == CUTLINE_DATE_OPEN_START)
		put_open(&w);
	else if (date->shape != CUTLINE_DATE_NONE)
		put_point(&w, &date->from);
	if (date->shape >= CUTLINE_DATE_RANGE)
		*w.at++ = '/';
	if (date->shape == CUTLINE_DATE_OPEN_END)
		put_open(&w);
	else if (date->shape >= CUTLINE_DATE_RANGE)
		put_point(&w, &date->to);
	*w.at = '\0';
}
