/* SPDX-License-Identifier: MIT */
#include "image/thumbnail_edge.h"

#include <math.h>

#include "build.h"
#include "draw.h"
#include "unit/test.h"

static bool read(struct cl_str jpeg, double lines, struct cl_edge *edge)
{
	struct cl_source s;

	cl_source_memory(&s, jpeg);
	return cl_edge_read(edge, &s, lines);
}

static struct cl_edge edge_of(const struct draw *d, double lines)
{
	struct cl_edge edge;
	struct cl_buf file;

	draw_jpeg(&file, d);
	assert_true(read(cl_buf_str(&file), lines, &edge));
	cl_buf_release(&file);
	return edge;
}

/* Grey of a colour (JFIF). */
static double grey(uint32_t colour)
{
	return 0.299 * (colour >> 16) + 0.587 * (colour >> 8 & 255) +
	       0.114 * (colour & 255);
}

static void it_is_as_light_as_the_picture(void **state)
{
	static const uint32_t colours[] = { 0, 0x404040, 0xE02020, 0x20C040,
					    0xFFFFFF };
	static const unsigned widths[] = { 1, 8, 9, 31, 64, 100, 641, 3000 };
	struct draw d = { .height = 40, .fields = { 0 } };

	(void)state;
	for (size_t i = 0; i < 5 * 8; i++) {
		struct cl_edge edge;

		d.width = widths[i / 5];
		d.restart = i % 2;
		for (int k = 0; k < 4; k++)
			d.fields[k] = colours[i % 5];
		edge = edge_of(&d, 8);
		for (int k = 0; k < CL_EDGE_CELLS; k++)
			assert_true(fabs(edge.cells[k] - grey(d.fields[0])) <
				    2);
	}
}

/* Four lines of a block are white, the rest black. */
static void only_the_upper_lines_count(void **state)
{
	const struct draw d = {
		.width = 128,
		.height = 8,
		.fields = { 0xFFFFFF, 0xFFFFFF, 0, 0 },
	};
	struct cl_edge edge;

	(void)state;
	edge = edge_of(&d, 8);
	assert_true(fabs(edge.cells[3] - 127.5) < 4);
	edge = edge_of(&d, 4);
	assert_true(fabs(edge.cells[3] - 255) < 30);
	edge = edge_of(&d, 0.2);
	assert_true(fabs(edge.cells[3] - 255) < 30);
}

static void it_ends_in_the_middle(void **state)
{
	const struct draw d = {
		.width = 256,
		.height = 64,
		.fields = { 0xC0C0C0, 0x101010, 0, 0 },
	};
	struct cl_edge edge = edge_of(&d, 8);

	(void)state;
	for (int k = 0; k < CL_EDGE_CELLS; k++)
		assert_true(fabs(edge.cells[k] - 0xC0) < 2);
}

static void edges_agree_that_are_alike(void **state)
{
	struct cl_edge a = { { 10, 20, 30, 40, 50, 60, 70, 80 } };
	struct cl_edge b = a;

	(void)state;
	assert_true(cl_edge_agree(&a, &b));
	for (int k = 0; k < CL_EDGE_CELLS; k++)
		b.cells[k] += k % 2 ? 19 : -19;
	assert_true(cl_edge_agree(&a, &b));
	for (int k = 0; k < CL_EDGE_CELLS; k++)
		b.cells[k] = a.cells[k] + (k % 2 ? 21 : -21);
	assert_false(cl_edge_agree(&a, &b));
}

static void a_cut_row_is_none(void **state)
{
	const struct draw d = {
		.width = 1600,
		.height = 8,
		.fields = { 0xE02020, 0x20C040, 0x3040D0, 0xF0F0F0 },
	};
	struct cl_edge edge;
	struct cl_buf file;
	size_t read_from = 0;

	(void)state;
	draw_jpeg(&file, &d);
	for (size_t len = 0; len < file.len; len++) {
		bool is_read =
			read(cl_str_sub(cl_buf_str(&file), 0, len), 8, &edge);

		if (is_read && read_from == 0)
			read_from = len;
		/* Once the half is there, it stays. */
		assert_true(is_read == (read_from > 0));
	}
	assert_true(read_from > 600 && read_from < file.len - 20);
	cl_buf_release(&file);
}

static void any_byte_may_be_wrong(void **state)
{
	const struct draw d = {
		.width = 200,
		.height = 16,
		.fields = { 0xE02020, 0x20C040, 0x3040D0, 0xF0F0F0 },
		.restart = 1,
	};
	struct cl_edge edge;
	struct cl_buf file;

	(void)state;
	draw_jpeg(&file, &d);
	for (size_t bit = 0; bit < 8 * file.len; bit++) {
		file.data[bit / 8] ^= (char)(1 << bit % 8);
		if (read(cl_buf_str(&file), 3, &edge))
			for (int k = 0; k < CL_EDGE_CELLS; k++)
				assert_true(isfinite(edge.cells[k]));
		file.data[bit / 8] ^= (char)(1 << bit % 8);
	}
	cl_buf_release(&file);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(it_is_as_light_as_the_picture),
		cmocka_unit_test(only_the_upper_lines_count),
		cmocka_unit_test(it_ends_in_the_middle),
		cmocka_unit_test(edges_agree_that_are_alike),
		cmocka_unit_test(a_cut_row_is_none),
		cmocka_unit_test(any_byte_may_be_wrong),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
