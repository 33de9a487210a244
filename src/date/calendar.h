/* SPDX-License-Identifier: MIT */
/* The Gregorian calendar, carried back before its time. */
#ifndef CL_DATE_CALENDAR_H
#define CL_DATE_CALENDAR_H

#include "cutline/date.h"

/* Days in a month, 1 to 12, of a year. */
int cl_month_days(int year, int month);

/* The calendar day of a day number. */
void cl_day_split(int32_t number, int *year, int *month, int *day);

#endif
