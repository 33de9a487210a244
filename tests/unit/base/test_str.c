/* SPDX-License-Identifier: MIT */
#include "base/str.h"

#include "unit/test.h"

static void split_hands_out_every_part(void **state)
{
	struct cl_str rest = CL_STR("a//b");
	struct cl_str part;

	(void)state;
	assert_true(cl_str_split(&rest, '/', &part));
	assert_true(cl_str_eq(part, CL_STR("a")));
	assert_true(cl_str_split(&rest, '/', &part));
	assert_int_equal(part.len, 0);
	assert_true(cl_str_split(&rest, '/', &part));
	assert_true(cl_str_eq(part, CL_STR("b")));
	assert_false(cl_str_split(&rest, '/', &part));
}

static void numbers_stop_at_their_limit(void **state)
{
	uint32_t n = 7;

	(void)state;
	assert_true(cl_str_to_u32(CL_STR("65535"), 65535, &n));
	assert_int_equal(n, 65535);
	assert_false(cl_str_to_u32(CL_STR("65536"), 65535, &n));
	assert_false(cl_str_to_u32(CL_STR(""), 65535, &n));
	assert_false(cl_str_to_u32(CL_STR("-1"), 65535, &n));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(split_hands_out_every_part),
		cmocka_unit_test(numbers_stop_at_their_limit),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
