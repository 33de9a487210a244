/* SPDX-License-Identifier: MIT */
/*
 * The heap as a test wants it. fail_alloc.c defines what src/base/alloc.c
 * defines; a test program that is linked with it never pulls alloc.o out of
 * the static core, so everything in the program allocates here.
 *
 * A test of failure lets each allocation fail in turn and also checks the
 * success that ends the row:
 *
 *	long n = 0;
 *
 *	do {
 *		fail_alloc_after(n++);
 *		status = cutline_thing_parse(text, len, &thing, NULL);
 *		fail_alloc_after(-1);
 *		assert_true(status == CUTLINE_OK || !thing);
 *	} while (status == CUTLINE_NOMEM);
 *	assert_int_equal(status, CUTLINE_OK);
 *	assert_true(n > 1);
 *	(look at all of thing, free it)
 *	assert_int_equal(fail_alloc_live(), 0);
 */
#ifndef CUTLINE_TESTS_FAIL_ALLOC_H
#define CUTLINE_TESTS_FAIL_ALLOC_H

/* Let n allocations from now succeed and the next one fail, once; -1 lets all
 * succeed. cl_alloc, cl_alloc_zero and cl_realloc count. */
void fail_alloc_after(long n);

/* How many allocations were asked for since the last fail_alloc_after(). */
long fail_alloc_count(void);

/* How many pieces are allocated and not yet given back. */
long fail_alloc_live(void);

#endif
