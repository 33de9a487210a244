/* SPDX-License-Identifier: MIT */
#include "cutline/field.h"

#include <string.h>

#include "unit/test.h"

static void every_field_is_found_by_its_name(void **state)
{
	(void)state;
	for (unsigned i = 0; i < CUTLINE_PHOTO_FIELDS; i++) {
		const char *name = cutline_field_name((enum cutline_field)i);
		enum cutline_field found = CUTLINE_PHOTO_FIELDS;

		assert_non_null(name);
		assert_true(cutline_field_find(name, strlen(name), &found));
		assert_int_equal(found, i);
	}
}

static void case_is_ignored_and_prefixes_are_not_names(void **state)
{
	enum cutline_field found = CUTLINE_GPS;

	(void)state;
	assert_false(cutline_field_find("cit", 3, &found));
	assert_false(cutline_field_find("cityx", 5, &found));
	assert_false(cutline_field_find("", 0, &found));
	assert_int_equal(found, CUTLINE_GPS);
	assert_true(cutline_field_find("CITY:", 4, &found));
	assert_int_equal(found, CUTLINE_CITY);
}

static void numbers_beyond_the_table_name_nothing(void **state)
{
	(void)state;
	assert_null(cutline_field_name(CUTLINE_PHOTO_FIELDS));
	assert_null(cutline_field_name((enum cutline_field) - 1));
	assert_false(cutline_field_is_list(CUTLINE_PHOTO_FIELDS));
	assert_true(cutline_field_is_list(CUTLINE_CREATORS));
	assert_false(cutline_field_is_list(CUTLINE_CITY));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_field_is_found_by_its_name),
		cmocka_unit_test(case_is_ignored_and_prefixes_are_not_names),
		cmocka_unit_test(numbers_beyond_the_table_name_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
