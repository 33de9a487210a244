/* SPDX-License-Identifier: MIT */
#include "date/calendar.h"

#include "unit/test.h"

static void known_days_have_their_numbers(void **state)
{
	(void)state;
	assert_int_equal(cutline_day_number(1970, 1, 1), 0);
	assert_int_equal(cutline_day_number(1969, 12, 31), -1);
	assert_int_equal(cutline_day_number(2000, 2, 29), 11016);
	assert_int_equal(cutline_day_number(2023, 4, 17), 19464);
	assert_int_equal(cutline_day_number(0, 1, 1), -719528);
	assert_int_equal(cutline_day_number(9999, 12, 31), 2932896);
}

static void check_day(int32_t number, int y, int m, int d)
{
	int year;
	int month;
	int day;

	if (cutline_day_number(y, m, d) != number)
		fail_msg("%d-%d-%d", y, m, d);
	cl_day_split(number, &year, &month, &day);
	if (year != y || month != m || day != d)
		fail_msg("%d-%d-%d", y, m, d);
}

/* Walks every day of the years 0 to 9999 and counts along. */
static void every_day_follows_the_one_before(void **state)
{
	int32_t number = cutline_day_number(0, 1, 1);
	int weekday = 5; /* 0000-01-01 is a Saturday */

	(void)state;
	for (int y = 0; y <= 9999; y++) {
		for (int m = 1; m <= 12; m++) {
			for (int d = 1; d <= cl_month_days(y, m); d++) {
				check_day(number, y, m, d);
				assert_int_equal(cutline_day_weekday(number),
						 weekday);
				number++;
				weekday = (weekday + 1) % 7;
			}
		}
	}
	assert_int_equal(number, 2932897);
}

static void only_days_of_the_calendar_exist(void **state)
{
	(void)state;
	assert_true(cutline_day_exists(2024, 2, 29));
	assert_false(cutline_day_exists(2023, 2, 29));
	assert_true(cutline_day_exists(2000, 2, 29));
	assert_false(cutline_day_exists(1900, 2, 29));
	assert_true(cutline_day_exists(0, 2, 29));
	assert_true(cutline_day_exists(9999, 12, 31));
	assert_false(cutline_day_exists(10000, 1, 1));
	assert_false(cutline_day_exists(-1, 12, 31));
	assert_false(cutline_day_exists(2023, 0, 1));
	assert_false(cutline_day_exists(2023, 13, 1));
	assert_false(cutline_day_exists(2023, 4, 31));
	assert_false(cutline_day_exists(2023, 4, 0));
}

static void dates_are_made_of_days(void **state)
{
	struct cutline_date date = cutline_date_of_day(2023, 4, 17);
	struct cutline_date same = cutline_date_of_day_number(19464);

	(void)state;
	assert_int_equal(date.shape, CUTLINE_DATE_POINT);
	assert_int_equal(date.from.year, 2023);
	assert_int_equal(date.from.month, 4);
	assert_int_equal(date.from.day, 17);
	assert_int_equal(same.from.year, 2023);
	assert_int_equal(same.from.month, 4);
	assert_int_equal(same.from.day, 17);
	assert_int_equal(cutline_day_weekday(19464), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(known_days_have_their_numbers),
		cmocka_unit_test(every_day_follows_the_one_before),
		cmocka_unit_test(only_days_of_the_calendar_exist),
		cmocka_unit_test(dates_are_made_of_days),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
