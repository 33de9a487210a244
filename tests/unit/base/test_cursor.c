/* SPDX-License-Identifier: MIT */
#include "base/cursor.h"

#include "unit/test.h"

static const uint8_t bytes[] = { 0x01, 0x82, 0x03, 0x84, 0xFE };

static void both_byte_orders_are_read(void **state)
{
	struct cl_cursor c = cl_cursor_over(bytes, sizeof(bytes));
	struct cl_cursor at_start = c;

	(void)state;
	assert_int_equal(cl_take_u16be(&c), 0x0182);
	assert_int_equal(cl_take_u16le(&c), 0x8403);
	assert_int_equal(cl_take_u8(&c), 0xFE);
	assert_int_equal(cl_cursor_left(&c), 0);
	assert_false(c.past_end);
	c = at_start;
	assert_int_equal(cl_take_u32be(&c), 0x01820384);
	c = at_start;
	cl_skip(&c, 1);
	assert_true(cl_take_u32le(&c) == 0xFE840382u);
	assert_false(c.past_end);
}

static void reading_past_the_end_yields_zero_and_sticks(void **state)
{
	struct cl_cursor c = cl_cursor_over(bytes, 3);

	(void)state;
	assert_int_equal(cl_take_u32be(&c), 0);
	assert_true(c.past_end);
	assert_int_equal(cl_cursor_left(&c), 0);
	assert_int_equal(cl_take_u8(&c), 0);
	assert_int_equal(cl_take_u16be(&c), 0);
	assert_int_equal(cl_take_u16le(&c), 0);
	assert_int_equal(cl_take_u32le(&c), 0);
	assert_true(c.past_end);
}

static void bytes_are_borrowed_whole_or_not_at_all(void **state)
{
	struct cl_cursor c = cl_cursor_over(bytes, sizeof(bytes));

	(void)state;
	assert_ptr_equal(cl_take_bytes(&c, 2), bytes);
	assert_ptr_equal(cl_take_bytes(&c, 0), bytes + 2);
	assert_ptr_equal(cl_take_bytes(&c, 3), bytes + 2);
	assert_false(c.past_end);
	assert_null(cl_take_bytes(&c, 1));
	assert_true(c.past_end);
	c = cl_cursor_over(bytes, sizeof(bytes));
	cl_skip(&c, SIZE_MAX);
	assert_true(c.past_end);
}

static void an_empty_run_may_have_no_address(void **state)
{
	struct cl_cursor c = cl_cursor_over(NULL, 0);

	(void)state;
	assert_int_equal(cl_cursor_left(&c), 0);
	cl_skip(&c, 0);
	assert_false(c.past_end);
	assert_int_equal(cl_take_u8(&c), 0);
	assert_true(c.past_end);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(both_byte_orders_are_read),
		cmocka_unit_test(reading_past_the_end_yields_zero_and_sticks),
		cmocka_unit_test(bytes_are_borrowed_whole_or_not_at_all),
		cmocka_unit_test(an_empty_run_may_have_no_address),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
