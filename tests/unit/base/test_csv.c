/* SPDX-License-Identifier: MIT */
#include "base/csv.h"

#include "unit/test.h"

static void expect(const char *cell, const char *written)
{
	struct cl_buf buf;

	cl_buf_init(&buf, 1000);
	cl_csv_add_cstr(&buf, cell, true);
	assert_string_equal(cl_buf_cstr(&buf), written);
	cl_buf_release(&buf);
}

static void quotes_stand_where_needed(void **state)
{
	(void)state;
	expect("Ana Lima", "Ana Lima");
	expect("", "");
	expect("Lima, Ana", "\"Lima, Ana\"");
	expect("the \"Cat\"", "\"the \"\"Cat\"\"\"");
	expect("\"", "\"\"\"\"");
	expect("two\nlines", "\"two\nlines\"");
	expect("a;b", "\"a;b\"");
	expect(" a", "\" a\"");
}

static void formulas_are_guarded(void **state)
{
	(void)state;
	expect("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\"");
	expect("+1", "'+1");
	expect("-/AFP via Getty Images", "'-/AFP via Getty Images");
	expect("@SUM(A1)", "'@SUM(A1)");
	expect("\t=1", "\"'\t=1\"");
	expect("\r=1", "\"'\r=1\"");
	expect("\xEF\xBC\x9D"
	       "1+1",
	       "'\xEF\xBC\x9D"
	       "1+1");
	expect("a=1", "a=1");
}

/* Taking one ' off what looks guarded gives every text back. */
static void the_guard_can_be_taken_off(void **state)
{
	(void)state;
	expect("'=1", "''=1");
	expect("''-x", "'''-x");
	expect("'tis", "'tis");
}

static void bytes_that_are_no_text_are_replaced(void **state)
{
	(void)state;
	expect("a\xFFz", "a\xEF\xBF\xBDz");
}

static void cells_make_rows(void **state)
{
	struct cl_buf buf;

	(void)state;
	cl_buf_init(&buf, 1000);
	cl_csv_add_cstr(&buf, "a", true);
	cl_csv_add_cstr(&buf, NULL, false);
	cl_csv_add_cstr(&buf, "c", false);
	cl_csv_end(&buf);
	assert_string_equal(cl_buf_cstr(&buf), "a,,c\r\n");
	cl_buf_release(&buf);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(quotes_stand_where_needed),
		cmocka_unit_test(formulas_are_guarded),
		cmocka_unit_test(the_guard_can_be_taken_off),
		cmocka_unit_test(bytes_that_are_no_text_are_replaced),
		cmocka_unit_test(cells_make_rows),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
