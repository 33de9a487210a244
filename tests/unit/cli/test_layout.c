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

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_text_becomes_a_line),
		cmocka_unit_test(cells_are_filled_or_cut),
		cmocka_unit_test(names_are_cut_in_the_middle),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
