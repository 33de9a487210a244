/* SPDX-License-Identifier: MIT */
#include "base/nearest.h"

#include <string.h>

#include "unit/test.h"

static const char *nearest(const char *name)
{
	static const char *const fields[] = { "agency", "by", "caption",
					      "country", "county" };
	struct cl_nearest n = cl_nearest_to(cl_str_from(name));

	for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++)
		cl_nearest_try(&n, fields[i]);
	return n.best;
}

static void slips_of_the_pen_are_found(void **state)
{
	(void)state;
	assert_string_equal(nearest("agnecy"), "agency");
	assert_string_equal(nearest("Captoin"), "caption");
	assert_string_equal(nearest("captions"), "caption");
	assert_string_equal(nearest("cap"), "caption");
	assert_string_equal(nearest("countty"), "country");
	assert_string_equal(nearest("bz"), "by");
}

static void far_names_are_not(void **state)
{
	char longer[100];

	(void)state;
	assert_null(nearest("photographer"));
	assert_null(nearest(""));
	assert_null(nearest("x"));
	memset(longer, 'a', sizeof(longer) - 1);
	longer[sizeof(longer) - 1] = '\0';
	assert_null(nearest(longer));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(slips_of_the_pen_are_found),
		cmocka_unit_test(far_names_are_not),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
