/* SPDX-License-Identifier: MIT */
#include "document/jsonl.h"

#include <string.h>

#include "fail_alloc.h"

#include "unit/test.h"

static struct cl_arena arena;
static struct cl_jsonl got;
static struct cutline_error err;

static enum cutline_status try(const char *line)
{
	cl_arena_clear(&arena);
	return cl_jsonl_read(cl_str_from(line), &arena, &got, &err);
}

static void all_keys_are_read(void **state)
{
	char date[CUTLINE_DATE_TEXT_MAX];

	(void)state;
	assert_int_equal(try("{\"id\": \"a1\", \"text\": \"Rig\\u0101.\", "
			     "\"document_date\": \"2023-05\", \"more\": [1], "
			     "\"by_line\": [\"Ana Lima\", \"\", \"Bo Berg\"], "
			     "\"credit\": \"AFP\", \"source\": \"Getty\"}"),
			 CUTLINE_OK);
	assert_string_equal(got.id, "a1");
	assert_false(got.id_is_number);
	assert_true(cl_str_eq(got.text, CL_STR("Rigā.")));
	cutline_date_write(&got.document_date, date);
	assert_string_equal(date, "2023-05");
	assert_int_equal(got.fields.by_line_count, 2);
	assert_string_equal(got.fields.by_lines[1], "Bo Berg");
	assert_string_equal(got.fields.credit, "AFP");
	assert_string_equal(got.fields.source, "Getty");
}

static void null_and_empty_are_absent(void **state)
{
	(void)state;
	assert_int_equal(try("{\"text\": \"\", \"id\": null, "
			     "\"document_date\": null, \"credit\": \"\"}"),
			 CUTLINE_OK);
	assert_null(got.id);
	assert_int_equal(got.text.len, 0);
	assert_int_equal(got.document_date.shape, CUTLINE_DATE_NONE);
	assert_null(got.fields.credit);
	assert_int_equal(try("{\"by_line\": \"Ana Lima\"}"), CUTLINE_OK);
	assert_int_equal(got.fields.by_line_count, 1);
}

static void a_number_may_be_the_id(void **state)
{
	(void)state;
	assert_int_equal(try("{\"id\": -7, \"text\": \"x\"}"), CUTLINE_OK);
	assert_string_equal(got.id, "-7");
	assert_true(got.id_is_number);
}

static void odd_text_is_kept(void **state)
{
	(void)state;
	assert_int_equal(try("{\"text\": \"a\\u0000b\"}"), CUTLINE_OK);
	assert_true(cl_str_eq(got.text, CL_STR("a\0b")));
	assert_int_equal(try("{\"text\": \"a\xFF\"}"), CUTLINE_OK);
	assert_true(cl_str_eq(got.text, CL_STR("a\xEF\xBF\xBD")));
}

static void what_is_no_such_object_is_refused(void **state)
{
	static const struct {
		const char *line;
		const char *why;
	} cases[] = {
		{ "", "it is no JSON object" },
		{ "text", "it is no JSON object" },
		{ "{\"text\": \"a\"", "it is no JSON object" },
		{ "{\"text\": \"a\"} x", "it is no JSON object" },
		{ "[\"text\"]", "it is no JSON object" },
		{ "{}", "it has neither “text” nor" },
		{ "{\"text\": null}", "it has neither “text” nor" },
		{ "{\"text\": 5}", "“text” is no string" },
		{ "{\"text\": \"a\", \"id\": {}}", "“id” is no string" },
		{ "{\"text\": \"a\", \"credit\": []}",
		  "“credit” is no string" },
		{ "{\"by_line\": [5]}", "“by_line” is no string" },
		{ "{\"text\": \"a\", \"document_date\": \"May\"}",
		  "“document_date” is no date" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		assert_int_equal(try(cases[i].line), CUTLINE_FORMAT);
		assert_int_equal(
			strncmp(err.text, cases[i].why, strlen(cases[i].why)),
			0);
	}
}

/* Deep nesting is jansson's to refuse, and it does. */
static void nesting_is_limited(void **state)
{
	static char deep[200000];

	(void)state;
	memset(deep, '[', sizeof(deep) - 1);
	assert_int_equal(try(deep), CUTLINE_FORMAT);
}

static void every_allocation_may_fail(void **state)
{
	static const char line[] =
		"{\"id\": 5, \"text\": \"a\xFF\", "
		"\"by_line\": [\"Ana Lima\"], \"credit\": \"AFP\"}";
	enum cutline_status status;
	long n = 0;

	(void)state;
	do {
		cl_arena_release(&arena);
		fail_alloc_after(n++);
		status = try(line);
		fail_alloc_after(-1);
	} while (status == CUTLINE_NOMEM);
	assert_int_equal(status, CUTLINE_OK);
	assert_true(n > 2);
	assert_string_equal(got.id, "5");
	assert_string_equal(got.fields.by_lines[0], "Ana Lima");
	assert_string_equal(got.fields.credit, "AFP");
	cl_arena_release(&arena);
	assert_int_equal(fail_alloc_live(), 0);
}

static int leave(void **state)
{
	(void)state;
	cl_arena_release(&arena);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(all_keys_are_read),
		cmocka_unit_test(null_and_empty_are_absent),
		cmocka_unit_test(a_number_may_be_the_id),
		cmocka_unit_test(odd_text_is_kept),
		cmocka_unit_test(what_is_no_such_object_is_refused),
		cmocka_unit_test(nesting_is_limited),
		cmocka_unit_test(every_allocation_may_fail),
	};

	return cmocka_run_group_tests(tests, NULL, leave);
}
