/* SPDX-License-Identifier: MIT */
#include "date/calendar.h"

#include <string.h>

#include "unit/test.h"

static struct cutline_date date_of(const char *text)
{
	struct cutline_date date = { .shape = CUTLINE_DATE_NONE };

	if (cutline_date_parse(text, strlen(text), &date, NULL) != CUTLINE_OK)
		fail_msg("%s is refused", text);
	return date;
}

static int32_t number_of(const char *text)
{
	struct cutline_date date;

	if (!strcmp(text, "-"))
		return INT32_MIN;
	if (!strcmp(text, "+"))
		return INT32_MAX;
	date = date_of(text);
	return cutline_day_number(date.from.year, date.from.month,
				  date.from.day);
}

static void bounds_are_the_first_and_the_last_day(void **state)
{
	static const char *const cases[][3] = {
		{ "2023-04-17", "2023-04-17", "2023-04-17" },
		{ "2023-02", "2023-02-01", "2023-02-28" },
		{ "2024-02", "2024-02-01", "2024-02-29" },
		{ "2024-02-XX", "2024-02-01", "2024-02-29" },
		{ "2023", "2023-01-01", "2023-12-31" },
		{ "2023-XX", "2023-01-01", "2023-12-31" },
		{ "2024-XX-10", "2024-01-10", "2024-12-10" },
		{ "2023-XX-31", "2023-01-31", "2023-12-31" },
		{ "195X", "1950-01-01", "1959-12-31" },
		{ "19XX", "1900-01-01", "1999-12-31" },
		{ "0XXX", "0000-01-01", "0999-12-31" },
		{ "195X-04", "1950-04-01", "1959-04-30" },
		{ "195X-02-29", "1952-02-29", "1956-02-29" },
		{ "190X-02-29", "1904-02-29", "1908-02-29" },
		{ "19XX-02-29", "1904-02-29", "1996-02-29" },
		{ "1955~", "1955-01-01", "1955-12-31" },
		{ "1955-04?", "1955-04-01", "1955-04-30" },
		{ "2001-21", "2001-03-01", "2001-05-31" },
		{ "2001-22", "2001-06-01", "2001-08-31" },
		{ "2001-23", "2001-09-01", "2001-11-30" },
		{ "2001-24", "2001-12-01", "2002-02-28" },
		{ "2003-24", "2003-12-01", "2004-02-29" },
		{ "195X-24", "1950-12-01", "1960-02-29" },
		{ "0000", "0000-01-01", "0000-12-31" },
		{ "9999", "9999-01-01", "9999-12-31" },
		{ "2019-06-01/2019-06-03", "2019-06-01", "2019-06-03" },
		{ "2019-06/2020", "2019-06-01", "2020-12-31" },
		{ "2019/2019-03", "2019-01-01", "2019-03-31" },
		{ "2004/..", "2004-01-01", "+" },
		{ "../2004-06", "-", "2004-06-30" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct cutline_date date = date_of(cases[i][0]);
		int32_t lower;
		int32_t upper;

		if (!cutline_date_bounds(&date, &lower, &upper))
			fail_msg("%s has no bounds", cases[i][0]);
		if (lower != number_of(cases[i][1]) ||
		    upper != number_of(cases[i][2]))
			fail_msg("%s: %d to %d", cases[i][0], lower, upper);
	}
}

static void no_year_no_bounds(void **state)
{
	static const char *const cases[] = {
		"XXXX-04-17",
		"XXXX-04",
		"XXXX",
		"XXXX-21",
		"XXXX-04-17/XXXX-04-19",
		"2023-04-17/XXXX-04-19",
		"XXXX-04-17/2023-04-19",
		"XXXX-04-17/..",
		"../XXXX-04-17",
	};
	struct cutline_date none = { .shape = CUTLINE_DATE_NONE };
	int32_t lower = 7;
	int32_t upper = 8;

	(void)state;
	assert_false(cutline_date_bounds(&none, &lower, &upper));
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct cutline_date date = date_of(cases[i]);

		assert_false(cutline_date_bounds(&date, &lower, &upper));
	}
	assert_int_equal(lower, 7);
	assert_int_equal(upper, 8);
}

static void check(const char *a, const char *b, bool expected)
{
	struct cutline_date x = date_of(a);
	struct cutline_date y = date_of(b);

	if (cutline_date_overlaps(&x, &y) != expected ||
	    cutline_date_overlaps(&y, &x) != expected)
		fail_msg("%s and %s: %s expected", a, b,
			 expected ? "overlap" : "no overlap");
}

static void overlaps_where_one_day_is_in_both(void **state)
{
	static const char *const pairs[][2] = {
		{ "2023-04-17", "2023-04-17" },
		{ "2023-04-17", "2023-04" },
		{ "2023-04-17", "2023" },
		{ "2023-04-17", "2023~" },
		{ "1955-04-17", "195X" },
		{ "2023-04-17", "2023-04-01/2023-04-17" },
		{ "2023-04-17", "2023-04-17/.." },
		{ "2023-04-17", "../2023-04-17" },
		{ "2004/..", "../2004" },
		{ "2023-04-17", "XXXX-04-17" },
		{ "2023-04-17", "XXXX-04" },
		{ "2023", "XXXX-04-17" },
		{ "XXXX", "0000-01-01" },
		{ "XXXX-04-17", "XXXX-04" },
		{ "XXXX-04-17", "XXXX-21" },
		{ "XXXX-04-17", "2023-04-15/2023-04-20" },
		{ "XXXX-01-02", "2023-12-20/2024-01-03" },
		{ "XXXX-02-29", "2023-01-01/2024-03-01" },
		{ "XXXX-02-29", "1900/1904" },
		{ "XXXX-02-29", "XXXX-02" },
		{ "XXXX-02-29", "../XXXX-03-01" },
		{ "XXXX-04-17", "2030/.." },
		{ "XXXX-04-17", "../2004" },
		{ "XXXX-04-17/XXXX-04-19", "2023-04-18" },
		{ "XXXX-04-17/XXXX-04-19", "XXXX-04-19" },
		{ "XXXX-12-30/XXXX-01-02", "2024-01-01" },
		{ "XXXX-12-30/XXXX-01-02", "2023-12-31" },
		{ "XXXX-12-30/XXXX-01-02", "XXXX-01-01" },
		{ "XXXX-12-30/2024-01-02", "2023-12-31" },
		{ "2023-04-17/XXXX-04-19", "2023-04-18" },
		{ "2023-12-30/XXXX-01-02", "2024-01-01" },
		{ "XXXX-24", "2024-01-15" },
		{ "XXXX-24", "2024-02-29" },
		{ "195X-04", "1955-04-17" },
		{ "195X-04-17", "19XX-04" },
		{ "2024-XX-10", "2024-03-10" },
		{ "2024-XX-31", "XXXX-05" },
		{ "0000-01-01", "XXXX-01-01" },
		{ "9999-12-31", "XXXX-12-31" },
		{ "XXXX-04-17/..", "2023-04-17" },
		{ "XXXX-12-30/XXXX-02-29", "2024-01-15" },
		{ "1954-04/XXXX-02-29", "1956-02-01" },
		{ "XXXX-02-29/1903-06", "1897" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++)
		check(pairs[i][0], pairs[i][1], true);
}

static void apart_is_apart(void **state)
{
	static const char *const pairs[][2] = {
		{ "2023-04-17", "2023-04-18" },
		{ "2023-04-17", "2022" },
		{ "2023-03-31", "2023-04" },
		{ "1960-01-01", "195X" },
		{ "2023-04-17", "2023-04-18/.." },
		{ "2005/..", "../2004" },
		{ "2023-04-17", "XXXX-04-18" },
		{ "2023-04", "XXXX-05-01" },
		{ "XXXX-04-17", "XXXX-04-18" },
		{ "XXXX-04", "XXXX-05" },
		{ "XXXX-04-17", "XXXX-22" },
		{ "XXXX-04-17", "2023-04-18/2024-04-16" },
		{ "XXXX-02-29", "2023" },
		{ "XXXX-02-29", "1897/1903" },
		{ "XXXX-04-17/XXXX-04-19", "2023-04-20" },
		{ "XXXX-04-17/XXXX-04-19", "XXXX-04-20" },
		{ "XXXX-12-30/XXXX-01-02", "2024-01-03" },
		{ "XXXX-12-30/XXXX-01-02", "XXXX-12-29" },
		{ "XXXX-12-30/2024-01-02", "2023-01-01" },
		{ "2023-04-17/XXXX-04-19", "2024-04-18" },
		{ "XXXX-24", "2024-03-01" },
		{ "195X-04", "1955-05-17" },
		{ "195X-04-17", "196X-04-17" },
		{ "195X-04-17", "1960-04-17" },
		{ "2024-XX-10", "2024-03-11" },
		{ "2024-XX-10", "XXXX-03-11" },
		{ "2024-XX-31", "XXXX-04" },
		{ "2024-XX-10", "2025-XX-10" },
		{ "XXXX-12-30/XXXX-02-29", "2023-01-15" },
		{ "1954-04/XXXX-02-29", "1956-03-01" },
	};
	struct cutline_date none = { .shape = CUTLINE_DATE_NONE };
	struct cutline_date any = date_of("XXXX");

	(void)state;
	for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++)
		check(pairs[i][0], pairs[i][1], false);
	assert_false(cutline_date_overlaps(&none, &any));
	assert_false(cutline_date_overlaps(&any, &none));
	assert_false(cutline_date_overlaps(&none, &none));
}

/* A yearless day against every day of the years around a century without its
 * leap day: true exactly where month and day are the same. */
static void yearless_days_meet_their_like(void **state)
{
	struct cutline_date yearless = date_of("XXXX-02-29");

	(void)state;
	for (int32_t n = cutline_day_number(1895, 1, 1);
	     n < cutline_day_number(1905, 1, 1); n++) {
		struct cutline_date day = cutline_date_of_day_number(n);
		bool same = day.from.month == 2 && day.from.day == 29;

		assert_int_equal(cutline_date_overlaps(&yearless, &day), same);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(bounds_are_the_first_and_the_last_day),
		cmocka_unit_test(no_year_no_bounds),
		cmocka_unit_test(overlaps_where_one_day_is_in_both),
		cmocka_unit_test(apart_is_apart),
		cmocka_unit_test(yearless_days_meet_their_like),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
