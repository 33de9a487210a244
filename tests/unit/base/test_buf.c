/* SPDX-License-Identifier: MIT */
#include "base/buf.h"

#include <string.h>

#include "fail_alloc.h"
#include "unit/test.h"

static void contents_grow_and_end_in_nul(void **state)
{
	struct cl_buf buf;

	(void)state;
	cl_buf_init(&buf, 100000);
	assert_string_equal(cl_buf_cstr(&buf), "");
	cl_buf_add_cstr(&buf, NULL);
	cl_buf_add_cstr(&buf, "ab");
	cl_buf_add_char(&buf, 'c');
	cl_buf_add_str(&buf, CL_STR("de"));
	cl_buf_addf(&buf, "%d%s", 12, "x");
	assert_string_equal(cl_buf_cstr(&buf), "abcde12x");
	assert_int_equal(buf.len, 8);
	for (int i = 0; i < 9000; i++)
		cl_buf_addf(&buf, "%d", i % 10);
	assert_false(buf.failed);
	assert_int_equal(buf.len, 9008);
	assert_int_equal(strlen(cl_buf_cstr(&buf)), 9008);
	cl_buf_release(&buf);
	assert_int_equal(fail_alloc_live(), 0);
}

static void max_bytes_fit_and_one_more_fails(void **state)
{
	struct cl_buf buf;

	(void)state;
	cl_buf_init(&buf, 4);
	cl_buf_add_cstr(&buf, "1234");
	assert_false(buf.failed);
	assert_string_equal(cl_buf_cstr(&buf), "1234");
	cl_buf_add_char(&buf, '5');
	assert_true(buf.failed);
	assert_true(buf.too_long);
	assert_int_equal(cl_buf_str(&buf).len, 0);
	assert_string_equal(cl_buf_cstr(&buf), "");
	assert_int_equal(fail_alloc_live(), 0);
	cl_buf_release(&buf);
}

static void a_failed_buffer_ignores_what_follows(void **state)
{
	struct cl_buf buf;

	(void)state;
	cl_buf_init(&buf, 4);
	cl_buf_addf(&buf, "%s", "12345");
	cl_buf_add_char(&buf, 'a');
	cl_buf_addf(&buf, "%d", 1);
	cl_buf_truncate(&buf, 0);
	assert_true(buf.failed);
	assert_int_equal(buf.len, 0);
	cl_buf_clear(&buf);
	assert_false(buf.failed);
	cl_buf_add_cstr(&buf, "new");
	assert_string_equal(cl_buf_cstr(&buf), "new");
	cl_buf_release(&buf);
}

static void sizes_that_overflow_are_too_long(void **state)
{
	struct cl_buf buf;

	(void)state;
	cl_buf_init(&buf, SIZE_MAX);
	cl_buf_add_char(&buf, 'a');
	cl_buf_add(&buf, "", SIZE_MAX - 1);
	assert_true(buf.failed);
	assert_true(buf.too_long);
	cl_buf_release(&buf);
}

static void cut_back_keeps_the_nul(void **state)
{
	struct cl_buf buf;

	(void)state;
	cl_buf_init(&buf, 64);
	cl_buf_add_cstr(&buf, "abcdef");
	cl_buf_truncate(&buf, 2);
	assert_string_equal(cl_buf_cstr(&buf), "ab");
	cl_buf_truncate(&buf, 9);
	assert_int_equal(buf.len, 2);
	cl_buf_release(&buf);
}

static void every_allocation_may_fail(void **state)
{
	struct cl_buf buf;
	long n = 0;

	(void)state;
	do {
		fail_alloc_after(n++);
		cl_buf_init(&buf, 10000);
		for (int i = 0; i < 1000; i++)
			cl_buf_add_cstr(&buf, "word ");
		fail_alloc_after(-1);
		assert_false(buf.too_long);
		assert_int_equal(buf.len, buf.failed ? 0 : 5000);
		if (buf.failed)
			cl_buf_release(&buf);
	} while (buf.len == 0 && n < 100);
	assert_int_equal(buf.len, 5000);
	assert_true(n > 2);
	assert_memory_equal(buf.data + 4990, "word word ", 11);
	cl_buf_release(&buf);
	assert_int_equal(fail_alloc_live(), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(contents_grow_and_end_in_nul),
		cmocka_unit_test(max_bytes_fit_and_one_more_fails),
		cmocka_unit_test(a_failed_buffer_ignores_what_follows),
		cmocka_unit_test(sizes_that_overflow_are_too_long),
		cmocka_unit_test(cut_back_keeps_the_nul),
		cmocka_unit_test(every_allocation_may_fail),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
