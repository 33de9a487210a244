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

static void split_of_a_trailing_separator_ends_in_an_empty_part(void **state)
{
	struct cl_str rest = CL_STR("a/");
	struct cl_str part;

	(void)state;
	assert_true(cl_str_split(&rest, '/', &part));
	assert_true(cl_str_split(&rest, '/', &part));
	assert_int_equal(part.len, 0);
	assert_false(cl_str_split(&rest, '/', &part));
}

static void signed_numbers_overflow_to_nothing(void **state)
{
	int64_t n = 7;

	(void)state;
	assert_true(cl_str_to_i64(CL_STR("-12"), &n));
	assert_int_equal(n, -12);
	assert_true(cl_str_to_i64(CL_STR("9223372036854775807"), &n));
	assert_true(n == INT64_MAX);
	assert_false(cl_str_to_i64(CL_STR("9223372036854775808"), &n));
	assert_false(cl_str_to_i64(CL_STR("99999999999999999999"), &n));
	assert_false(cl_str_to_i64(CL_STR("-"), &n));
	assert_false(cl_str_to_i64(CL_STR("1 "), &n));
	assert_true(n == INT64_MAX);
}

static void find_says_where_or_the_length(void **state)
{
	struct cl_str s = CL_STR("Photo by Ana; photo by Ben");

	(void)state;
	assert_int_equal(cl_str_find(s, CL_STR("by"), 0), 6);
	assert_int_equal(cl_str_find(s, CL_STR("by"), 7), 20);
	assert_int_equal(cl_str_find(s, CL_STR("bye"), 0), s.len);
	assert_int_equal(cl_str_find(s, CL_STR("Ben"), 0), 23);
	assert_int_equal(cl_str_find(s, CL_STR(""), 3), 3);
	assert_int_equal(cl_str_find(s, CL_STR(""), 99), s.len);
	assert_int_equal(cl_str_find(s, CL_STR("x"), 99), s.len);
	assert_int_equal(cl_str_find_nocase(s, CL_STR("PHOTO"), 0), 0);
	assert_int_equal(cl_str_find_nocase(s, CL_STR("PHOTO"), 1), 14);
	assert_int_equal(cl_str_find_nocase(s, CL_STR("BENN"), 0), s.len);
	assert_int_equal(cl_str_find_nocase(s, CL_STR("b"), 99), s.len);
	assert_int_equal(cl_str_find_char(s, ';', 0), 12);
	assert_int_equal(cl_str_find_char(s, ';', 13), s.len);
	assert_int_equal(cl_str_find_char((struct cl_str){ 0 }, 'x', 0), 0);
}

static void sub_is_clamped(void **state)
{
	struct cl_str s = CL_STR("abcdef");

	(void)state;
	assert_true(cl_str_eq(cl_str_sub(s, 1, 3), CL_STR("bc")));
	assert_true(cl_str_eq(cl_str_sub(s, 4, 99), CL_STR("ef")));
	assert_int_equal(cl_str_sub(s, 3, 3).len, 0);
	assert_int_equal(cl_str_sub(s, 5, 2).len, 0);
	assert_int_equal(cl_str_sub(s, 99, 100).len, 0);
}

static void trim_takes_ascii_white_space_only(void **state)
{
	(void)state;
	assert_true(cl_str_eq(cl_str_trim(CL_STR(" \t\r\n\v\f x y \n")),
			      CL_STR("x y")));
	assert_int_equal(cl_str_trim(CL_STR("  ")).len, 0);
	assert_int_equal(cl_str_trim((struct cl_str){ 0 }).len, 0);
	assert_int_equal(cl_str_trim(CL_STR("\xC2\xA0x")).len, 3);
}

static void skip_moves_on_success_only(void **state)
{
	struct cl_str s = CL_STR("Photo by Ana");

	(void)state;
	assert_false(cl_str_skip(&s, CL_STR("photo by ")));
	assert_int_equal(s.len, 12);
	assert_true(cl_str_skip_nocase(&s, CL_STR("photo BY ")));
	assert_true(cl_str_eq(s, CL_STR("Ana")));
	assert_false(cl_str_skip_nocase(&s, CL_STR("anabel")));
	assert_true(cl_str_skip(&s, CL_STR("Ana")));
	assert_int_equal(s.len, 0);
}

static void order_is_by_unsigned_bytes_then_length(void **state)
{
	(void)state;
	assert_true(cl_str_cmp(CL_STR("a"), CL_STR("b")) < 0);
	assert_true(cl_str_cmp(CL_STR("a"), CL_STR("ab")) < 0);
	assert_true(cl_str_cmp(CL_STR("\xC3"), CL_STR("z")) > 0);
	assert_int_equal(cl_str_cmp(CL_STR("ab"), CL_STR("ab")), 0);
	assert_int_equal(cl_str_cmp((struct cl_str){ 0 }, CL_STR("")), 0);
	assert_true(cl_str_cmp_nocase(CL_STR("B"), CL_STR("a")) > 0);
	assert_true(cl_str_cmp_nocase(CL_STR("\xC3"), CL_STR("Z")) > 0);
	assert_int_equal(cl_str_cmp_nocase(CL_STR("AB"), CL_STR("ab")), 0);
	assert_true(cl_str_cmp_nocase(CL_STR("A"), CL_STR("ab")) < 0);
}

static void case_is_folded_in_ascii_only(void **state)
{
	(void)state;
	assert_true(cl_str_eq_nocase(CL_STR("AbZ[@"), CL_STR("aBz[@")));
	assert_false(cl_str_eq_nocase(CL_STR("@"), CL_STR("`")));
	assert_false(cl_str_eq_nocase(CL_STR("["), CL_STR("{")));
	assert_false(cl_str_eq_nocase(CL_STR("\xC3\x89"), CL_STR("\xC3\xA9")));
	assert_true(cl_str_eq_nocase((struct cl_str){ 0 }, CL_STR("")));
}

static void starts_and_ends_mind_the_length(void **state)
{
	(void)state;
	assert_true(cl_str_starts(CL_STR("abc"), CL_STR("ab")));
	assert_false(cl_str_starts(CL_STR("a"), CL_STR("ab")));
	assert_true(cl_str_starts(CL_STR("a"), CL_STR("")));
	assert_true(cl_str_starts_nocase(CL_STR("ABC"), CL_STR("ab")));
	assert_true(cl_str_ends(CL_STR("abc"), CL_STR("bc")));
	assert_false(cl_str_ends(CL_STR("c"), CL_STR("bc")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(split_hands_out_every_part),
		cmocka_unit_test(numbers_stop_at_their_limit),
		cmocka_unit_test(
			split_of_a_trailing_separator_ends_in_an_empty_part),
		cmocka_unit_test(signed_numbers_overflow_to_nothing),
		cmocka_unit_test(find_says_where_or_the_length),
		cmocka_unit_test(sub_is_clamped),
		cmocka_unit_test(trim_takes_ascii_white_space_only),
		cmocka_unit_test(skip_moves_on_success_only),
		cmocka_unit_test(order_is_by_unsigned_bytes_then_length),
		cmocka_unit_test(case_is_folded_in_ascii_only),
		cmocka_unit_test(starts_and_ends_mind_the_length),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
