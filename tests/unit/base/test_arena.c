/* SPDX-License-Identifier: MIT */
#include "base/arena.h"

#include <stdalign.h>
#include <string.h>

#include "fail_alloc.h"
#include "unit/test.h"

static void pieces_are_zeroed_and_writable_to_the_end(void **state)
{
	struct cl_arena arena = { 0 };

	(void)state;
	for (size_t size = 0; size < 300; size++) {
		unsigned char *piece = cl_arena_alloc(&arena, size);

		assert_non_null(piece);
		for (size_t i = 0; i < size; i++)
			assert_int_equal(piece[i], 0);
		memset(piece, 0xA5, size);
	}
	cl_arena_release(&arena);
	assert_int_equal(fail_alloc_live(), 0);
}

static void pieces_are_aligned_for_any_type(void **state)
{
	struct cl_arena arena = { 0 };

	(void)state;
	for (size_t size = 1; size < 100; size++) {
		uintptr_t at = (uintptr_t)cl_arena_alloc(&arena, size);

		assert_true(at != 0);
		assert_int_equal(at % alignof(max_align_t), 0);
	}
	cl_arena_release(&arena);
}

static void a_piece_may_be_larger_than_a_block(void **state)
{
	struct cl_arena arena = { 0 };
	char *small = cl_arena_dup(&arena, CL_STR("small"));
	char *large = cl_arena_alloc(&arena, 100000);
	char *after = cl_arena_dup(&arena, CL_STR("after"));

	(void)state;
	assert_non_null(large);
	memset(large, 'x', 100000);
	assert_string_equal(small, "small");
	assert_string_equal(after, "after");
	cl_arena_release(&arena);
	assert_int_equal(fail_alloc_live(), 0);
}

static void max_is_kept_and_later_pieces_still_fit(void **state)
{
	struct cl_arena arena = { .max = 1024 };

	(void)state;
	assert_null(cl_arena_alloc(&arena, 1025));
	assert_null(cl_arena_alloc(&arena, SIZE_MAX));
	assert_non_null(cl_arena_alloc(&arena, 1000));
	assert_null(cl_arena_alloc(&arena, 100));
	assert_non_null(cl_arena_alloc(&arena, 8));
	assert_true(arena.total <= 1024);
	cl_arena_clear(&arena);
	assert_non_null(cl_arena_alloc(&arena, 1000));
	cl_arena_release(&arena);
	assert_int_equal(arena.max, 1024);
	assert_int_equal(fail_alloc_live(), 0);
}

/* In a sanitizer build every piece is an allocation that stays as it is. */
static void what_a_piece_does_not_need_is_given_back(void **state)
{
	struct cl_arena arena = { 0 };
	size_t total;
	char *raw, *next;

	(void)state;
	raw = cl_arena_raw(&arena, 4000);
	assert_non_null(raw);
	memset(raw, 0xA5, 4000);
	total = arena.total;
	assert_true(cl_arena_held(&arena) >= total);
	cl_arena_shrink(&arena, 4000, 100);
	next = cl_arena_alloc(&arena, 3000);
	assert_non_null(next);
	assert_true(next >= raw + 100 || next < raw);
	if (arena.total < total)
		assert_true(next < raw + 200);
	for (size_t i = 0; i < 3000; i++)
		assert_int_equal(next[i], 0);
	for (size_t i = 0; i < 100; i++)
		assert_int_equal((unsigned char)raw[i], 0xA5);
	cl_arena_release(&arena);
	assert_int_equal(cl_arena_held(&arena), 0);
	assert_int_equal(fail_alloc_live(), 0);
}

static void products_that_overflow_are_refused(void **state)
{
	struct cl_arena arena = { 0 };

	(void)state;
	assert_null(cl_arena_array(&arena, SIZE_MAX / 2 + 1, 2));
	assert_null(cl_arena_array(&arena, SIZE_MAX, SIZE_MAX));
	assert_null(cl_arena_alloc(&arena, SIZE_MAX));
	assert_null(cl_arena_dup(&arena, (struct cl_str){ "", SIZE_MAX }));
	assert_non_null(cl_arena_array(&arena, 3, 7));
	cl_arena_release(&arena);
}

static void copies_end_in_nul(void **state)
{
	struct cl_arena arena = { 0 };

	(void)state;
	assert_string_equal(cl_arena_dup(&arena, (struct cl_str){ 0 }), "");
	assert_string_equal(cl_arena_dup(&arena, (struct cl_str){ "abc", 2 }),
			    "ab");
	assert_string_equal(cl_arena_printf(&arena, "%s-%d", "x", 12), "x-12");
	cl_arena_release(&arena);
}

static void clear_forgets_and_reuses(void **state)
{
	struct cl_arena arena = { 0 };
	char *again;

	(void)state;
	for (int i = 0; i < 2000; i++)
		assert_non_null(cl_arena_alloc(&arena, 64));
	cl_arena_clear(&arena);
	/* None in a sanitizer build. */
	assert_true(fail_alloc_live() <= 1);
	assert_int_equal(arena.total, 0);
	again = cl_arena_alloc(&arena, 1);
	assert_non_null(again);
	assert_int_equal(*again, 0);
	cl_arena_release(&arena);
	cl_arena_release(&arena);
	assert_int_equal(fail_alloc_live(), 0);
}

/* Three texts, each larger than a block, so that each is an allocation. */
static bool take_three(struct cl_arena *arena)
{
	char *first = cl_arena_printf(arena, "%09000d", 1);
	char *second = cl_arena_array(arena, 9000, 2);
	char *third = cl_arena_dup(arena, cl_str_from(first));

	return first && second && third && strcmp(first, third) == 0;
}

static void every_allocation_may_fail(void **state)
{
	struct cl_arena arena = { 0 };
	bool done;
	long n = 0;

	(void)state;
	do {
		fail_alloc_after(n++);
		done = take_three(&arena);
		fail_alloc_after(-1);
		cl_arena_release(&arena);
		assert_int_equal(fail_alloc_live(), 0);
	} while (!done && n < 10);
	assert_true(done);
	assert_int_equal(n, 4);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(pieces_are_zeroed_and_writable_to_the_end),
		cmocka_unit_test(pieces_are_aligned_for_any_type),
		cmocka_unit_test(a_piece_may_be_larger_than_a_block),
		cmocka_unit_test(max_is_kept_and_later_pieces_still_fit),
		cmocka_unit_test(what_a_piece_does_not_need_is_given_back),
		cmocka_unit_test(products_that_overflow_are_refused),
		cmocka_unit_test(copies_end_in_nul),
		cmocka_unit_test(clear_forgets_and_reuses),
		cmocka_unit_test(every_allocation_may_fail),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
