/* SPDX-License-Identifier: MIT */
/*
 * Day numbers by counting in eras of 400 years that begin on 1 March, so that
 * the leap day is the last of its year and months need no table of sums.
 */
#include "date/calendar.h"

#include <assert.h>

#define ERA_DAYS 146097
/* From 0000-03-01 to 1970-01-01. */
#define EPOCH 719468

int cl_month_days(int year, int month)
{
	static const uint8_t days[] = { 31, 28, 31, 30, 31, 30,
					31, 31, 30, 31, 30, 31 };
	bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

	assert(month >= 1 && month <= 12);
	return days[month - 1] + (month == 2 && leap);
}

/* Rounds down, also below zero. */
static int32_t floor_div(int32_t a, int32_t b)
{
	return a >= 0 ? a / b : -((b - 1 - a) / b);
}

bool cutline_day_exists(int year, int month, int day)
{
	return year >= 0 && year <= 9999 && month >= 1 && month <= 12 &&
	       day >= 1 && day <= cl_month_days(year, month);
}

int32_t cutline_day_number(int year, int month, int day)
{
	int32_t y = month > 2 ? year : year - 1;
	int32_t era = floor_div(y, 400);
	int32_t of_era = y - era * 400;
	int32_t months = month > 2 ? month - 3 : month + 9;
	int32_t of_year = (153 * months + 2) / 5 + day - 1;

	return era * ERA_DAYS + of_era * 365 + of_era / 4 - of_era / 100 +
	       of_year - EPOCH;
}

void cl_day_split(int32_t number, int *year, int *month, int *day)
{
	int32_t n = number + EPOCH;
	int32_t era = floor_div(n, ERA_DAYS);
	int32_t of_era = n - era * ERA_DAYS;
	int32_t y = (of_era - of_era / 1460 + of_era / 36524 -
		     of_era / (ERA_DAYS - 1)) /
		    365;
	int32_t of_year = of_era - (365 * y + y / 4 - y / 100);
	int32_t months = (5 * of_year + 2) / 153;

	*day = (int)(of_year - (153 * months + 2) / 5 + 1);
	*month = (int)(months < 10 ? months + 3 : months - 9);
	*year = (int)(y + era * 400 + (*month <= 2));
}

int cutline_day_weekday(int32_t number)
{
	/* Day 0 was a Thursday. */
	return (int)(((number % 7) + 7 + 3) % 7);
}

struct cutline_date cutline_date_of_day(int year, int month, int day)
{
	struct cutline_date date = { .shape = CUTLINE_DATE_POINT };

	assert(cutline_day_exists(year, month, day));
	date.from.year = (int16_t)year;
	date.from.month = (uint8_t)month;
	date.from.day = (uint8_t)day;
	return date;
}

struct cutline_date cutline_date_of_day_number(int32_t number)
{
	int year;
	int month;
	int day;

	assert(number >= cutline_day_number(0, 1, 1) &&
	       number <= cutline_day_number(9999, 12, 31));
	cl_day_split(number, &year, &month, &day);
	return cutline_date_of_day(year, month, day);
}
