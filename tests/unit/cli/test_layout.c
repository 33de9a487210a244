/* SPDX-License-Identifier: MIT */
#include "cli/layout.h"

#include "unit/test.h"

static void expect_line(const char *text, const char *expected)
{
	struct cl_buf buf;

	cl_buf_init(&buf, 1000);
	cl_layout_line(&buf, cl_str_from(text));
	assert_string_equal(cl_buf_cstr(&buf), expected);
	cl_buf_release(&buf);
}

static void a_text_becomes_a_line(void **state)
{
	(void)state;
	expect_line("", "");
	expect_line("  a \n\n b\t", "a b");
	expect_line("a\x1b[2Jb", "a\\x1b[2Jb");
	expect_line("\xE2\x80\xAE"
		    "a",
		    "\\u202ea");
}

static void expect_cell(const char *line, size_t columns, const char *expected)
{
	struct cl_buf buf;

	cl_buf_init(&buf, 1000);
	cl_layout_cell(&buf, cl_str_from(line), columns);
	assert_string_equal(cl_buf_cstr(&buf), expected);
	cl_buf_release(&buf);
}

static void cells_are_filled_or_cut(void **state)
{
	(void)state;
	expect_cell("ab", 4, "ab  ");
	expect_cell("abcd", 4, "abcd");
	expect_cell("abcde", 4, "abc…");
	expect_cell("ab cd", 4, "ab… ");
	expect_cell("", 2, "  ");
	expect_cell("abc", 0, "");
	expect_cell("abc", 1, "…");
	/* Two columns each. */
	expect_cell("写真", 4, "写真");
	expect_cell("写真家", 4, "写… ");
	/* A combining accent takes none and stays with its letter. */
	expect_cell("e\xCC\x81"
		    "f",
		    2,
		    "e\xCC\x81"
		    "f");
}

static void expect_middle(const char *line, size_t columns,
			  const char *expected)
{
	struct cl_buf buf;

	cl_buf_init(&buf, 1000);
	(void)cl_layout_cut_middle(&buf, cl_str_from(line), columns);
	assert_string_equal(cl_buf_cstr(&buf), expected);
	cl_buf_release(&buf);
}

static void names_are_cut_in_the_middle(void **state)
{
	(void)state;
	expect_middle("vote-1.jpg", 10, "vote-1.jpg");
	expect_middle("vote-2024-1.jpg", 10, "vote…1.jpg");
	expect_middle("写真写真写真.jpg", 9, "写真….jpg");
	expect_middle("abcdef", 2, "a…");
}

/* The rows of text, joined by "|". */
static void expect_rows(const char *text, size_t columns, const char *expected)
{
	struct cl_str s = cl_str_from(text);
	struct cl_buf buf;
	size_t at = 0;

	cl_buf_init(&buf, 1000);
	while (at < s.len) {
		size_t next;
		size_t end = cl_layout_row(s, at, columns, &next);

		assert_true(end > at && next >= end);
		if (at > 0)
			cl_buf_add_char(&buf, '|');
		cl_buf_add_str(&buf, cl_str_sub(s, at, end));
		at = next;
	}
	assert_string_equal(cl_buf_cstr(&buf), expected);
	cl_buf_release(&buf);
}

static void rows_break_where_they_may(void **state)
{
	(void)state;
	expect_rows("", 20, "");
	expect_rows("aaaa bbbb cccc dddd", 20, "aaaa bbbb cccc dddd");
	expect_rows("aaaa bbbb cccc dddd e", 20, "aaaa bbbb cccc dddd|e");
	expect_rows("aaaa bbbb cccc  \n dddddd", 20, "aaaa bbbb cccc|dddddd");
	expect_rows("aaaaaaaaaa  \n bbbbbbbbb", 20, "aaaaaaaaaa  \n bbbbbbbbb");
	/* A word that no row holds is cut. */
	expect_rows("aaaaaaaaaabbbbbbbbbbcc", 20, "aaaaaaaaaabbbbbbbbbb|cc");
	expect_rows("x aaaaaaaaaabbbbbbbbbbcc", 20,
		    "x|aaaaaaaaaabbbbbbbbbb|cc");
	/* Between wide characters any place will do, inside none. */
	expect_rows("写真写真写真写真写真写真", 20,
		    "写真写真写真写真写真|写真");
	expect_rows("a写真写真写真写真写真写", 20, "a写真写真写真写真写|真写");
	expect_rows("写真 abcdefghijklmnop写", 20, "写真|abcdefghijklmnop写");
	/* An accent stays with its letter, and takes no room. */
	expect_rows("aaaaaaaaaaaaaaaaaaae\xCC\x81"
		    "b",
		    20, "aaaaaaaaaaaaaaaaaaae\xCC\x81|b");
	/* What is made visible takes what it shows. */
	expect_rows("\x1b\x1b\x1b\x1b\x1b\x1b", 20,
		    "\x1b\x1b\x1b\x1b\x1b|\x1b");
}

static void columns_are_those_shown(void **state)
{
	(void)state;
	assert_int_equal(cl_layout_width(CL_STR("")), 0);
	assert_int_equal(cl_layout_width(CL_STR("ab写")), 4);
	assert_int_equal(cl_layout_width(CL_STR("\x1b\xE2\x80\xAE")), 10);
	assert_int_equal(cl_layout_width(CL_STR("e\xCC\x81\xFF")), 5);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_text_becomes_a_line),
		cmocka_unit_test(cells_are_filled_or_cut),
		cmocka_unit_test(names_are_cut_in_the_middle),
		cmocka_unit_test(rows_break_where_they_may),
		cmocka_unit_test(columns_are_those_shown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
