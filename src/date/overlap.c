/* SPDX-License-Identifier: MIT */
/*
 * What days a date may mean, and whether two dates may mean one day.
 *
 * Most dates are one run of days and compare by its ends. The others,
 * "XXXX-04-17", "195X-04", "2023-XX-10", are several runs in each year: those
 * of the years in question are looked at one by one. Since the calendar's
 * pattern of months and days is complete after nine years at most (the longest
 * wait for a 29 February is eight), ten years decide and the time is constant.
 */
#include "cutline/date.h"

#include "date/calendar.h"
#include "date/point.h"

#define YEARS_ENOUGH 10

static bool is_range(const struct cutline_date *date)
{
	return date->shape == CUTLINE_DATE_RANGE;
}

/* The point that says when a date begins, or all that is said of it. */
static const struct cutline_date_point *anchor(const struct cutline_date *date)
{
	return date->shape == CUTLINE_DATE_OPEN_START ? &date->to : &date->from;
}

bool cutline_date_bounds(const struct cutline_date *date, int32_t *lower,
			 int32_t *upper)
{
	struct cl_days from;
	struct cl_days to;

	if (date->shape == CUTLINE_DATE_NONE ||
	    !cl_point_bounds(anchor(date), &from))
		return false;
	to = from;
	if (is_range(date) && !cl_point_bounds(&date->to, &to))
		return false;
	*lower =
		date->shape == CUTLINE_DATE_OPEN_START ? INT32_MIN : from.first;
	*upper = date->shape == CUTLINE_DATE_OPEN_END ? INT32_MAX : to.last;
	return true;
}

static int clamp(int32_t n, int low, int high)
{
	return n < low ? low : n > high ? high : (int)n;
}

/* The calendar year of a day, from one before 0000 to one after 9999. */
static int year_of(int32_t number)
{
	int year;
	int month;
	int day;

	cl_day_split(clamp(number, -800000, 3000000), &year, &month, &day);
	return clamp(year, -1, 10000);
}

/* The days of a point without its year, in a year; false if there are none. */
static bool days_in(const struct cutline_date_point *p, int year,
		    struct cl_days *days)
{
	struct cl_days runs[CL_POINT_RUNS];
	size_t count = cl_point_runs(p, year, runs);

	if (!count)
		return false;
	days->first = runs[0].first;
	days->last = runs[count - 1].last;
	return true;
}

/* A range of which one end alone has a year: the other is the nearest such
 * day, after or before it. */
static bool half_dated(const struct cutline_date *date, struct cl_days *days)
{
	bool forwards = cl_point_has_year(&date->from);
	struct cl_days here;
	struct cl_days there;
	int year;

	if (!is_range(date) ||
	    !cl_point_bounds(forwards ? &date->from : &date->to, &here))
		return false;
	year = year_of(forwards ? here.first : here.last);
	for (int i = 0; i <= YEARS_ENOUGH; i++) {
		if (!days_in(forwards ? &date->to : &date->from,
			     forwards ? year + i : year - i, &there))
			continue;
		days->first = forwards ? here.first : there.first;
		days->last = forwards ? there.last : here.last;
		if (days->first <= days->last)
			return true;
	}
	return false;
}

/* Whether the days are one run, known to the day. */
static bool one_run(const struct cutline_date *date, struct cl_days *days)
{
	const struct cutline_date_point *p = &date->from;

	if (!cutline_date_bounds(date, &days->first, &days->last))
		return half_dated(date, days);
	return date->shape != CUTLINE_DATE_POINT ||
	       (!(p->year_unknown && p->month) &&
		!(p->month == CUTLINE_DATE_XX && p->day));
}

/* The runs of days that begin in a year, of a date that is not one run. */
static size_t runs_in(const struct cutline_date *date, int year,
		      struct cl_days runs[CL_POINT_RUNS])
{
	struct cl_days to;

	if (date->shape == CUTLINE_DATE_POINT)
		return cl_point_runs(&date->from, year, runs);
	if (!days_in(anchor(date), year, &runs[0]))
		return 0;
	if (date->shape == CUTLINE_DATE_OPEN_START)
		runs[0].first = INT32_MIN;
	if (date->shape == CUTLINE_DATE_OPEN_END)
		runs[0].last = INT32_MAX;
	if (!is_range(date))
		return 1;
	if (!days_in(&date->to, year, &to) || to.last < runs[0].first) {
		if (!days_in(&date->to, year + 1, &to))
			return 0;
	}
	runs[0].last = to.last;
	return 1;
}

/* The years in which a run may begin. */
static void run_years(const struct cutline_date *date, int *first, int *last)
{
	cl_point_years(anchor(date), first, last);
	/* A range may begin in the year before 0000. */
	if (is_range(date))
		--*first;
}

static bool meets(const struct cutline_date *date, struct cl_days days)
{
	struct cl_days runs[CL_POINT_RUNS];
	int first;
	int last;

	if (one_run(date, &runs[0]))
		return runs[0].first <= days.last && days.first <= runs[0].last;
	run_years(date, &first, &last);
	first = clamp(first, year_of(days.first) - 1, 10000);
	last = clamp(last, -1, year_of(days.last) + 1);
	last = clamp(last, -1, first + YEARS_ENOUGH);
	for (int y = first; y <= last; y++) {
		for (size_t i = runs_in(date, y, runs); i-- > 0;) {
			if (runs[i].first <= days.last &&
			    days.first <= runs[i].last)
				return true;
		}
	}
	return false;
}

bool cutline_date_overlaps(const struct cutline_date *a,
			   const struct cutline_date *b)
{
	struct cl_days runs[CL_POINT_RUNS];
	int first;
	int last;
	int b_first;
	int b_last;

	if (a->shape == CUTLINE_DATE_NONE || b->shape == CUTLINE_DATE_NONE)
		return false;
	if (one_run(a, &runs[0]))
		return meets(b, runs[0]);
	if (one_run(b, &runs[0]))
		return meets(a, runs[0]);
	run_years(a, &first, &last);
	run_years(b, &b_first, &b_last);
	first = clamp(first, b_first - 1, 10000);
	last = clamp(last, -1, b_last + 1);
	last = clamp(last, -1, first + YEARS_ENOUGH);
	for (int y = first; y <= last; y++) {
		for (size_t i = runs_in(a, y, runs); i-- > 0;) {
			if (meets(b, runs[i]))
				return true;
		}
	}
	return false;
}
