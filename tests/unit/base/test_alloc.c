/* SPDX-License-Identifier: MIT */
/* The allocator of the tests, which all tests of failing memory rest on. */
#include "base/alloc.h"

#include "fail_alloc.h"
#include "unit/test.h"

static void the_allocation_after_n_fails_once(void **state)
{
	void *a;
	void *b;
	void *c;

	(void)state;
	fail_alloc_after(1);
	a = cl_alloc(1);
	b = cl_alloc(1);
	c = cl_alloc(1);
	assert_non_null(a);
	assert_null(b);
	assert_non_null(c);
	assert_int_equal(fail_alloc_count(), 3);
	assert_int_equal(fail_alloc_live(), 2);
	cl_free(a);
	cl_free(c);
	cl_free(NULL);
	fail_alloc_after(-1);
	assert_int_equal(fail_alloc_live(), 0);
	assert_int_equal(fail_alloc_count(), 0);
}

static void every_kind_of_allocation_counts(void **state)
{
	char *p;

	(void)state;
	fail_alloc_after(0);
	assert_null(cl_alloc_zero(1, 1));
	p = cl_alloc_zero(2, 3);
	assert_non_null(p);
	assert_int_equal(p[5], 0);
	fail_alloc_after(0);
	assert_null(cl_realloc(p, 100));
	p = cl_realloc(p, 100);
	assert_non_null(p);
	assert_int_equal(fail_alloc_live(), 1);
	cl_free(p);
	p = cl_realloc(NULL, 0);
	assert_non_null(p);
	assert_int_equal(fail_alloc_live(), 1);
	cl_free(p);
	assert_null(cl_alloc_zero(SIZE_MAX, 2));
	assert_int_equal(fail_alloc_live(), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_allocation_after_n_fails_once),
		cmocka_unit_test(every_kind_of_allocation_counts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
