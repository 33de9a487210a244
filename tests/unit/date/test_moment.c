/* SPDX-License-Identifier: MIT */
#include "cutline/date.h"

#include <string.h>

#include "unit/test.h"

/* What metadata holds, and the moment as it is written. */
static const char *const readings[][2] = {
	{ "2023:04:17 14:03:22", "2023-04-17T14:03:22" },
	{ "2023-04-17 14:03:22", "2023-04-17T14:03:22" },
	{ "2023:04:17T14:03:22", "2023-04-17T14:03:22" },
	{ "2023/04/17 14:03:22", "2023-04-17T14:03:22" },
	{ " 2023:04:17 14:03:22 ", "2023-04-17T14:03:22" },
	{ "2023: 4: 7  9: 5: 2", "2023-04-07T09:05:02" },
	{ "2023:4:7 9:05:02", "2023-04-07T09:05:02" },
	{ "2023:04:17", "2023-04-17" },
	{ "2023:04:17 00:00:00", "2023-04-17T00:00:00" },
	{ "2023:04:17   :  :  ", "2023-04-17" },
	{ "2023:04:17 24:00:00", "2023-04-17" },
	{ "2023:04:17 14:60:00", "2023-04-17" },
	{ "2023:04:17 23:59:60", "2023-04-17T23:59:60" },
	{ "2023:04:17 noon", "2023-04-17" },
	{ "2024:05:00 10:00:00", "2024-05" },
	{ "2024:00:00 00:00:00", "2024" },
	{ "2024:00:12 00:00:00", "2024" },
	{ "2024:  :   10:00:00", "2024" },
	{ "1970:01:01 00:00:00", "1970-01-01T00:00:00" },
	{ "0000:04:17 10:00:00", "XXXX-04-17" },
	{ "2023-04-17T14:03:22.5+02:00", "2023-04-17T14:03:22.5+02:00" },
	{ "2023-04-17T14:03:22.050-0330", "2023-04-17T14:03:22.05-03:30" },
	{ "2023-04-17T14:03:22.1234567891Z",
	  "2023-04-17T14:03:22.123456789+00:00" },
	{ "2023-04-17T14:03:22,5", "2023-04-17T14:03:22.5" },
	{ "2023-04-17T14:03Z", "2023-04-17T14:03:00+00:00" },
	{ "2023-04-17T14:03", "2023-04-17T14:03:00" },
	{ "2023-04-17T14:03+02", "2023-04-17T14:03:00+02:00" },
	{ "2023-04-17T14:03:22+24:00", "2023-04-17T14:03:22" },
	{ "2023-04-17T14:03:22+23:59", "2023-04-17T14:03:22+23:59" },
	{ "2023-04-17T14:03:22-23:59", "2023-04-17T14:03:22-23:59" },
	{ "2023-04-17", "2023-04-17" },
	{ "2023-04", "2023-04" },
	{ "2023", "2023" },
	{ "20230417", "2023-04-17" },
	{ "20230417 140322+0200", "2023-04-17T14:03:22+02:00" },
	{ "20230417T140322Z", "2023-04-17T14:03:22+00:00" },
	{ "20230417 140322", "2023-04-17T14:03:22" },
	{ "20230400", "2023-04" },
	{ "20230000", "2023" },
	{ "00000417", "XXXX-04-17" },
	{ "00000400", "XXXX-04" },
	{ "2024:02:29 10:00:00", "2024-02-29T10:00:00" },
	{ "0000:02:29", "XXXX-02-29" },
};

static void readings_are_understood(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(readings) / sizeof(readings[0]); i++) {
		struct cutline_moment moment;
		char text[CUTLINE_MOMENT_TEXT_MAX];

		if (!cutline_moment_read(readings[i][0], strlen(readings[i][0]),
					 &moment))
			fail_msg("\"%s\" is no moment", readings[i][0]);
		cutline_moment_write(&moment, text);
		if (strcmp(text, readings[i][1]) != 0)
			fail_msg("\"%s\" is read as %s", readings[i][0], text);
	}
}

static void what_says_no_date_is_no_moment(void **state)
{
	static const char *const nothing[] = {
		"",
		"    ",
		"                   ",
		"    :  :     :  :  ",
		"0000:00:00 00:00:00",
		"00000000",
		"0000",
		"0000-00",
		"0000:00:17",
		"2023:13:01 00:00:00",
		"2023:02:30 00:00:00",
		"2023-04-31",
		"2023:04:32",
		"202",
		"23-04-17",
		"17/04/2023",
		"2023-",
		"2023-04-",
		"2023:04:171",
		"20230",
		"202304",
		"2023April",
		"April 17",
		"-2023",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(nothing) / sizeof(nothing[0]); i++) {
		struct cutline_moment moment;

		if (cutline_moment_read(nothing[i], strlen(nothing[i]),
					&moment))
			fail_msg("\"%s\" is a moment", nothing[i]);
	}
}

static void a_nul_ends_the_text(void **state)
{
	struct cutline_moment moment;

	(void)state;
	assert_true(
		cutline_moment_read("2023:04:17 14:03:22\0junk", 24, &moment));
	assert_int_equal(moment.second, 22);
	assert_true(cutline_moment_read("2023:04:17 14:03:22", 10, &moment));
	assert_false(moment.has_time);
	assert_false(cutline_moment_read("\0", 1, &moment));
	assert_false(cutline_moment_read(NULL, 0, &moment));
}

static void refined(const char *subsec, const char *offset,
		    const char *expected)
{
	struct cutline_moment moment;
	char text[CUTLINE_MOMENT_TEXT_MAX];

	assert_true(cutline_moment_read("2023:04:17 14:03:22", 19, &moment));
	cutline_moment_refine(&moment, subsec, offset);
	cutline_moment_write(&moment, text);
	assert_string_equal(text, expected);
}

static void subseconds_and_offsets_are_added(void **state)
{
	struct cutline_moment none;

	(void)state;
	refined(NULL, NULL, "2023-04-17T14:03:22");
	refined("5", NULL, "2023-04-17T14:03:22.5");
	refined("05 ", NULL, "2023-04-17T14:03:22.05");
	refined("000", NULL, "2023-04-17T14:03:22");
	refined("5x", "+2:00", "2023-04-17T14:03:22");
	refined("", "", "2023-04-17T14:03:22");
	refined("  ", "   :  ", "2023-04-17T14:03:22");
	refined(NULL, "+02:00", "2023-04-17T14:03:22+02:00");
	refined(NULL, "-09:30", "2023-04-17T14:03:22-09:30");
	refined(NULL, "Z", "2023-04-17T14:03:22+00:00");
	refined(NULL, "+25:00", "2023-04-17T14:03:22");
	refined("12", "+00:00", "2023-04-17T14:03:22.12+00:00");
	memset(&none, 0, sizeof(none));
	cutline_moment_refine(&none, "5", "+02:00");
	assert_false(none.has_offset);
	assert_int_equal(none.nanosecond, 0);
}

static void any_record_fits_the_text(void **state)
{
	struct cutline_moment moment;
	char text[CUTLINE_MOMENT_TEXT_MAX + 1];

	(void)state;
	memset(&moment, 0, sizeof(moment));
	cutline_moment_write(&moment, text);
	assert_string_equal(text, "");
	memset(&moment, 0xFF, sizeof(moment));
	moment.date.shape = CUTLINE_DATE_RANGE;
	moment.date.from.approximate = moment.date.from.uncertain = true;
	moment.date.to = moment.date.from;
	moment.has_time = moment.has_offset = true;
	text[CUTLINE_MOMENT_TEXT_MAX] = '#';
	cutline_moment_write(&moment, text);
	assert_true(strlen(text) < CUTLINE_MOMENT_TEXT_MAX);
	assert_int_equal(text[CUTLINE_MOMENT_TEXT_MAX], '#');
}

static bool later(const char *a, const char *b)
{
	struct cutline_moment x, y;

	assert_true(cutline_moment_read(a, strlen(a), &x));
	assert_true(cutline_moment_read(b, strlen(b), &y));
	return cutline_moment_is_later(&x, &y);
}

static void the_later_of_two_is_told_by_utc_where_both_know_it(void **state)
{
	struct cutline_moment none = { 0 }, some = { 0 };

	(void)state;
	assert_true(later("2023-04-17T14:03:23", "2023-04-17T14:03:22"));
	assert_false(later("2023-04-17T14:03:22", "2023-04-17T14:03:22"));
	assert_true(later("2023-04-17T14:03:22.2", "2023-04-17T14:03:22.1"));
	assert_true(later("2023-04-17T14:00:00Z", "2023-04-17T15:00:00+02:00"));
	assert_false(
		later("2023-04-17T15:00:00+02:00", "2023-04-17T14:00:00Z"));
	assert_true(later("2023-04-17T15:00:00+02:00", "2023-04-17T14:00:00"));
	assert_true(later("2024", "2023-12-31T23:59:59"));
	assert_false(later("2023", "2023-01-01"));
	assert_true(cutline_moment_read("2023", 4, &some));
	assert_false(cutline_moment_is_later(&some, &none));
	assert_false(cutline_moment_is_later(&none, &some));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(readings_are_understood),
		cmocka_unit_test(what_says_no_date_is_no_moment),
		cmocka_unit_test(a_nul_ends_the_text),
		cmocka_unit_test(subseconds_and_offsets_are_added),
		cmocka_unit_test(any_record_fits_the_text),
		cmocka_unit_test(
			the_later_of_two_is_told_by_utc_where_both_know_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
