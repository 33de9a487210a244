/* SPDX-License-Identifier: MIT */
#include "date/point.h"

#include "date/calendar.h"

/* No nine years in a row lack a 29 February: 1897 to 1903 are seven. */
#define LEAP_GAP 8

bool cl_point_has_year(const struct cutline_date_point *point)
{
	return point->year_unknown < 4;
}

void cl_point_years(const struct cutline_date_point *point, int *first,
		    int *last)
{
	static const int spans[] = { 0, 9, 99, 999 };

	*first = 0;
	*last = 9999;
	if (!cl_point_has_year(point))
		return;
	*first = point->year;
	*last = point->year + spans[point->year_unknown];
}

/* The months it may mean; winter runs over into 13 and 14. */
static void months(const struct cutline_date_point *point, int *first,
		   int *last)
{
	if (point->month >= 21 && point->month <= 24) {
		*first = 3 * (point->month - 20);
		*last = *first + 2;
	} else if (point->month >= 1 && point->month <= 12) {
		*first = *last = point->month;
	} else {
		*first = 1;
		*last = 12;
	}
}

static bool has_day(const struct cutline_date_point *point)
{
	return point->day != 0 && point->day != CUTLINE_DATE_XX;
}

size_t cl_point_runs(const struct cutline_date_point *point, int year,
		     struct cl_days runs[CL_POINT_RUNS])
{
	size_t count = 0;
	int first;
	int last;

	months(point, &first, &last);
	if (!has_day(point)) {
		int end_year = last > 12 ? year + 1 : year;
		int end = last > 12 ? last - 12 : last;

		runs[0].first = cutline_day_number(year, first, 1);
		runs[0].last = cutline_day_number(end_year, end,
						  cl_month_days(end_year, end));
		return 1;
	}
	for (int m = first; m <= last && m <= 12; m++) {
		if (point->day > cl_month_days(year, m))
			continue;
		runs[count].first = cutline_day_number(year, m, point->day);
		runs[count].last = runs[count].first;
		count++;
	}
	return count;
}

bool cl_point_bounds(const struct cutline_date_point *point,
		     struct cl_days *days)
{
	struct cl_days runs[CL_POINT_RUNS];
	size_t count = 0;
	int first;
	int last;

	if (!cl_point_has_year(point))
		return false;
	cl_point_years(point, &first, &last);
	for (int y = first; !count && y <= last && y <= first + LEAP_GAP; y++)
		count = cl_point_runs(point, y, runs);
	if (!count)
		return false;
	days->first = runs[0].first;
	days->last = runs[count - 1].last;
	count = 0;
	for (int y = last; !count && y >= first && y >= last - LEAP_GAP; y--)
		count = cl_point_runs(point, y, runs);
	if (count)
		days->last = runs[count - 1].last;
	return true;
}
