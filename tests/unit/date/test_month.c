/* SPDX-License-Identifier: MIT */
#include "date/month.h"

#include <string.h>

#include "unit/test.h"

struct expected {
	const char *word;
	int value;
};

static void months_are_found_in_six_languages(void **state)
{
	static const struct expected words[] = {
		{ "January", 1 },   { "JAN.", 1 },      { "Jänner", 1 },
		{ "février", 2 },   { "Feb", 2 },       { "MÄRZ", 3 },
		{ "March", 3 },     { "março", 3 },     { "Apr.", 4 },
		{ "abril", 4 },     { "mai", 5 },       { "May", 5 },
		{ "giugno", 6 },    { "Jun", 6 },       { "juillet", 7 },
		{ "July", 7 },      { "août", 8 },      { "Aug.", 8 },
		{ "Sept.", 9 },     { "settembre", 9 }, { "outubro", 10 },
		{ "Okt.", 10 },     { "Nov.", 11 },     { "décembre", 12 },
		{ "december", 12 }, { "Dezember", 12 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		int month = 0;

		if (!cl_month_find(cl_str_from(words[i].word), &month))
			fail_msg("%s is no month", words[i].word);
		assert_int_equal(month, words[i].value);
	}
}

static void other_words_are_no_months(void **state)
{
	static const char *const words[] = {
		"",   "Gen.",     "set",    "out",       "mag", "ago",
		"Ja", "Januaryy", "Monday", "January 1", "17",
	};
	char lengthy[4000];
	int month = 99;

	(void)state;
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		assert_false(cl_month_find(cl_str_from(words[i]), &month));
	memset(lengthy, 'a', sizeof(lengthy));
	assert_false(cl_month_find((struct cl_str){ lengthy, sizeof(lengthy) },
				   &month));
	assert_false(cl_month_find((struct cl_str){ lengthy, 100 }, &month));
	assert_int_equal(month, 99);
}

static void weekdays_are_found(void **state)
{
	static const struct expected words[] = {
		{ "Monday", 0 },        { "TUESDAY", 1 },  { "Wed.", 2 },
		{ "Donnerstag", 3 },    { "vendredi", 4 }, { "sábado", 5 },
		{ "Segunda-feira", 0 }, { "zondag", 6 },   { "Sun", 6 },
		{ "lunedì", 0 },        { "Thurs.", 3 },
	};
	int weekday = 99;

	(void)state;
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		if (!cl_weekday_find(cl_str_from(words[i].word), &weekday))
			fail_msg("%s is no weekday", words[i].word);
		assert_int_equal(weekday, words[i].value);
	}
	assert_false(cl_weekday_find(CL_STR("sexta"), &weekday));
	assert_false(cl_weekday_find(CL_STR("May"), &weekday));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(months_are_found_in_six_languages),
		cmocka_unit_test(other_words_are_no_months),
		cmocka_unit_test(weekdays_are_found),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
