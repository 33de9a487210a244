/* SPDX-License-Identifier: MIT */
#include "base/number.h"

#include <string.h>

#include "unit/test.h"

static void integer_is(int64_t n, const char *wanted)
{
	char text[CL_NUMBER_MAX];

	assert_int_equal(cl_int_write(n, text), strlen(wanted));
	assert_string_equal(text, wanted);
}

static void real_is(double x, int decimals, const char *wanted)
{
	char text[CL_NUMBER_MAX];

	assert_int_equal(cl_real_write(x, decimals, text), strlen(wanted));
	assert_string_equal(text, wanted);
}

static void integers_are_written_whole(void **state)
{
	(void)state;
	integer_is(0, "0");
	integer_is(-7, "-7");
	integer_is(1234567890, "1234567890");
	integer_is(INT64_MAX, "9223372036854775807");
	integer_is(INT64_MIN, "-9223372036854775808");
}

static void reals_have_their_decimals(void **state)
{
	(void)state;
	real_is(0, 2, "0.00");
	real_is(0.95, 2, "0.95");
	real_is(-7.02, 7, "-7.0200000");
	real_is(179.9999999, 7, "179.9999999");
	real_is(0.05, 1, "0.1");
	real_is(-0.001, 2, "0.00");
	real_is(1.5, 0, "2");
	real_is(1e14, 1, "100000000000000.0");
	real_is(123456789.25, 9, "123456789.250000000");
	real_is(1.0 / 3, 12, "0.333333333333");
}

static void what_is_no_number_is_named(void **state)
{
	double zero = 0;

	(void)state;
	real_is(zero / zero, 2, "nan");
	real_is(1 / zero, 2, "inf");
	real_is(-1 / zero, 2, "-inf");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(integers_are_written_whole),
		cmocka_unit_test(reals_have_their_decimals),
		cmocka_unit_test(what_is_no_number_is_named),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
