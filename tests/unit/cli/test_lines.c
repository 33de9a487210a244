/* SPDX-License-Identifier: MIT */
#include "cli/lines.h"

#include <string.h>
#include <unistd.h>

#include "unit/test.h"

/* All lines of a pipe that holds data, joined by |, cut ones marked by ~. */
static void expect(const char *data, size_t len, size_t max,
		   const char *expected)
{
	char joined[1000] = "";
	size_t used = 0;
	struct cl_lines lines;
	int ends[2];

	assert_int_equal(pipe(ends), 0);
	assert_int_equal(write(ends[1], data, len), len);
	assert_int_equal(close(ends[1]), 0);
	cl_lines_init(&lines, ends[0], "pipe", max);
	for (;;) {
		struct cl_str line;
		bool cut;
		bool more;

		assert_int_equal(
			cl_lines_next(&lines, &line, &cut, &more, NULL),
			CUTLINE_OK);
		if (!more)
			break;
		assert_true(used + line.len + 2 < sizeof(joined));
		if (line.len > 0)
			memcpy(joined + used, line.ptr, line.len);
		used += line.len;
		if (cut)
			joined[used++] = '~';
		joined[used++] = '|';
	}
	joined[used] = '\0';
	assert_string_equal(joined, expected);
	cl_lines_release(&lines);
	assert_int_equal(close(ends[0]), 0);
}

#define EXPECT(data, max, expected) \
 expect(data, sizeof(data) - 1, max, expected)

static void lines_end_with_their_ends(void **state)
{
	(void)state;
	EXPECT("", 9, "");
	EXPECT("a\nb\n", 9, "a|b|");
	EXPECT("a\r\nb", 9, "a|b|");
	EXPECT("\n\na\n", 9, "||a|");
}

static void long_lines_are_cut_and_passed_over(void **state)
{
	char data[60000];

	(void)state;
	EXPECT("abcde\nf\n", 4, "abcd~|f|");
	EXPECT("abcd\nf\n", 4, "abcd|f|");
	EXPECT("abcd\r\nf\n", 4, "abcd|f|");
	EXPECT("f\nabcde", 4, "f|abcd~|");
	memset(data, 'x', sizeof(data));
	data[50000] = '\n';
	data[50001] = 'y';
	expect(data, 50002, 3, "xxx~|y|");
}

/* A line of many pieces, each of them shorter than it. */
static void a_line_may_come_in_pieces(void **state)
{
	struct cl_lines lines;
	struct cl_str line;
	int ends[2];
	bool cut;
	bool more;

	(void)state;
	assert_int_equal(pipe(ends), 0);
	cl_lines_init(&lines, ends[0], "pipe", 100);
	assert_int_equal(write(ends[1], "one\ntw", 6), 6);
	assert_int_equal(cl_lines_next(&lines, &line, &cut, &more, NULL),
			 CUTLINE_OK);
	assert_true(cl_str_eq(line, CL_STR("one")));
	assert_int_equal(write(ends[1], "o\nthree", 7), 7);
	assert_int_equal(close(ends[1]), 0);
	assert_int_equal(cl_lines_next(&lines, &line, &cut, &more, NULL),
			 CUTLINE_OK);
	assert_true(cl_str_eq(line, CL_STR("two")));
	assert_int_equal(lines.number, 2);
	assert_int_equal(cl_lines_next(&lines, &line, &cut, &more, NULL),
			 CUTLINE_OK);
	assert_true(more && cl_str_eq(line, CL_STR("three")));
	assert_int_equal(cl_lines_next(&lines, &line, &cut, &more, NULL),
			 CUTLINE_OK);
	assert_false(more);
	cl_lines_release(&lines);
	assert_int_equal(close(ends[0]), 0);
}

static void what_cannot_be_read_is_told(void **state)
{
	struct cutline_error err = { 0 };
	struct cl_lines lines;
	struct cl_str line;
	bool cut;
	bool more;

	(void)state;
	cl_lines_init(&lines, -1, "nothing", 100);
	assert_int_equal(cl_lines_next(&lines, &line, &cut, &more, &err),
			 CUTLINE_IO);
	assert_non_null(strstr(err.text, "cannot read nothing: "));
	cl_lines_release(&lines);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_end_with_their_ends),
		cmocka_unit_test(long_lines_are_cut_and_passed_over),
		cmocka_unit_test(a_line_may_come_in_pieces),
		cmocka_unit_test(what_cannot_be_read_is_told),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
