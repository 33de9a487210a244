/* SPDX-License-Identifier: MIT */
/* One end of a date: which days it may mean. */
#ifndef CL_DATE_POINT_H
#define CL_DATE_POINT_H

#include "cutline/date.h"

/* A run of days by number, both ends included. */
struct cl_days {
	int32_t first, last;
};

/* The most runs a point has in one year: a day of a month not known. */
#define CL_POINT_RUNS 12

bool cl_point_has_year(const struct cutline_date_point *point);

/* The first and last year it may mean; 0 and 9999 when it has none. */
void cl_point_years(const struct cutline_date_point *point, int *first,
		    int *last);

/* The runs of days it may mean that begin in a year, whatever year it has
 * itself; in order. A 29 February has none in most years. */
size_t cl_point_runs(const struct cutline_date_point *point, int year,
		     struct cl_days runs[CL_POINT_RUNS]);

/* First and last day; false without a year, or if there is no such day. */
bool cl_point_bounds(const struct cutline_date_point *point,
		     struct cl_days *days);

#endif
