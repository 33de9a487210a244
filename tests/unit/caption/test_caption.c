/* SPDX-License-Identifier: MIT */
#include "unit/test.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "caption/json.h"
#include "cutline/caption.h"
#include "fail_alloc.h"

static const char full[] =
	"OSLO, NORWAY – APRIL 17: (L-R) Rita Caldwell and Otto Brand Jr. "
	"attend the “Iron Pass” photocall during the 6th Marlow Film Festival "
	": Day Four at Harbour Hall on April 17, 2023 in Oslo, Norway. (Photo "
	"by Ines Calder/AFP via Getty Images) NETHERLANDS OUT";

static struct cutline_caption *parse(const char *text, size_t len)
{
	struct cutline_caption *c;

	assert_int_equal(cutline_caption_parse(text, len, NULL, &c, NULL),
			 CUTLINE_OK);
	return c;
}

static void check_full(const struct cutline_caption *c)
{
	const struct cutline_values *f = c->fields;

	assert_int_equal(f[CUTLINE_CREATORS].count, 1);
	assert_string_equal(f[CUTLINE_CREATORS].items[0].text, "Ines Calder");
	assert_int_equal(f[CUTLINE_AGENCIES].count, 2);
	assert_string_equal(f[CUTLINE_DATE_CREATED].items[0].text,
			    "2023-04-17");
	assert_string_equal(f[CUTLINE_SUBLOCATION].items[0].text,
			    "Harbour Hall");
	assert_string_equal(f[CUTLINE_CITY].items[0].text, "Oslo");
	assert_string_equal(f[CUTLINE_COUNTRY].items[0].text, "Norway");
	assert_string_equal(c->country_code, "NO");
	assert_int_equal(f[CUTLINE_EVENTS].count, 2);
	assert_int_equal(f[CUTLINE_PERSONS].count, 2);
	assert_string_equal(f[CUTLINE_PERSONS].items[1].text, "Otto Brand Jr.");
	assert_string_equal(f[CUTLINE_PERSONS].items[1].position, "right");
	assert_string_equal(f[CUTLINE_RESTRICTIONS].items[0].kind, "territory");
	assert_string_equal(c->credit.line, "Ines Calder/AFP via Getty Images");
}

static void values_carry_their_words(void **state)
{
	struct cutline_caption *c = parse(full, strlen(full));
	const struct cutline_value *city = c->fields[CUTLINE_CITY].items;
	const struct cutline_value *person = c->fields[CUTLINE_PERSONS].items;

	(void)state;
	check_full(c);
	assert_string_equal(city->rule, "dateline");
	assert_int_equal(city->span.start, 0);
	assert_int_equal(city->span.end, 4);
	assert_memory_equal(c->text + person->span.start, "Rita Caldwell", 13);
	assert_true(person->confidence > 0.5 && person->confidence <= 1);
	cutline_caption_free(c);
}

static void every_allocation_may_fail(void **state)
{
	struct cutline_caption *c = NULL;
	enum cutline_status status;
	long n = 0;

	(void)state;
	do {
		fail_alloc_after(n++);
		status = cutline_caption_parse(full, strlen(full), NULL, &c,
					       NULL);
		fail_alloc_after(-1);
		assert_true(status == CUTLINE_OK || !c);
	} while (status == CUTLINE_NOMEM);
	assert_int_equal(status, CUTLINE_OK);
	assert_true(n > 1);
	check_full(c);
	cutline_caption_free(c);
	assert_int_equal(fail_alloc_live(), 0);
}

static void one_byte_too_long_is_refused(void **state)
{
	size_t len = (size_t)CUTLINE_CAPTION_MAX + 1;
	char *text = calloc(1, len);
	struct cutline_caption *c;
	struct cutline_error err;

	(void)state;
	assert_non_null(text);
	memset(text, 'a', len);
	assert_int_equal(cutline_caption_parse(text, len, NULL, &c, &err),
			 CUTLINE_LIMIT);
	assert_null(c);
	assert_non_null(strstr(err.text, "1048577"));
	c = parse(text, len - 1);
	assert_int_equal(c->text_len, len - 1);
	cutline_caption_free(c);
	free(text);
}

static void nothing_is_a_record_too(void **state)
{
	struct cutline_caption *c = parse(NULL, 0);

	(void)state;
	assert_string_equal(c->text, "");
	for (int f = 0; f < CUTLINE_CAPTION_FIELDS; f++)
		assert_int_equal(c->fields[f].count, 0);
	assert_null(c->credit.line);
	cutline_caption_free(c);
	cutline_caption_free(NULL);
}

static void bytes_that_are_not_utf8_become_replacements(void **state)
{
	struct cutline_caption *c = parse("A b\xe9s\0!", 7);

	(void)state;
	assert_string_equal(c->text, "A b\xef\xbf\xbds\xef\xbf\xbd!");
	cutline_caption_free(c);
}

static void fields_alone_are_read(void **state)
{
	static const char *const by_lines[] = { "Ella Lund", "Otto Brand" };
	struct cutline_caption_options opts = {
		.fields = { .by_lines = by_lines,
			    .by_line_count = 2,
			    .credit = "AFP",
			    .source = "Getty Images" },
	};
	struct cutline_caption *c;

	(void)state;
	assert_int_equal(cutline_caption_parse(NULL, 0, &opts, &c, NULL),
			 CUTLINE_OK);
	assert_string_equal(c->text, "");
	assert_int_equal(c->fields[CUTLINE_CREATORS].count, 2);
	assert_int_equal(c->fields[CUTLINE_CREATORS].items[1].span.end, 0);
	assert_int_equal(c->fields[CUTLINE_AGENCIES].count, 2);
	assert_int_equal(c->credit.count, 4);
	cutline_caption_free(c);
}

static void what_follows_is_inferred_only(void **state)
{
	static const char text[] = "A tram waits in Johannesburg.";
	struct cutline_caption *c = parse(text, strlen(text));

	(void)state;
	assert_int_equal(c->fields[CUTLINE_COUNTRY].count, 0);
	assert_int_equal(c->inferred[CUTLINE_COUNTRY].count, 1);
	assert_string_equal(c->inferred[CUTLINE_COUNTRY].items[0].text,
			    "South Africa");
	assert_null(c->country_code);
	cutline_caption_free(c);
}

static void date_roles_have_names(void **state)
{
	(void)state;
	assert_string_equal(cutline_date_role_name(CUTLINE_DATE_ROLE_CREATED),
			    "created");
	assert_string_equal(cutline_date_role_name(CUTLINE_DATE_ROLE_MENTIONED),
			    "mentioned");
	assert_null(cutline_date_role_name((enum cutline_date_role)4));
}

static void json_has_the_order_of_the_interface(void **state)
{
	static const char text[] =
		"Rita Caldwell in Oslo. (Photo by Ines Calder/AFP)";
	struct cutline_caption *c = parse(text, strlen(text));
	struct cutline_span span = { 3, 9 };
	struct cl_json j;
	struct cl_buf out;

	(void)state;
	cl_buf_init(&out, 1 << 16);
	cl_json_init(&j, &out);
	cl_caption_json(&j, c, "s2", &span);
	assert_memory_equal(
		cl_buf_cstr(&out),
		"{\"format\": 1, \"id\": \"s2\", \"text\": \"Rita Caldwell in "
		"Oslo. (Photo by Ines Calder/AFP)\", \"span\": [3, 9], "
		"\"creators\": [\"Ines Calder\"], \"agencies\": [\"AFP\"], "
		"\"credit_line\": \"Ines Calder/AFP\", \"credit\": [{\"role\": "
		"\"creator\", \"name\": \"Ines Calder\"}, ",
		240);
	cl_buf_release(&out);
	cutline_caption_free(c);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(values_carry_their_words),
		cmocka_unit_test(every_allocation_may_fail),
		cmocka_unit_test(one_byte_too_long_is_refused),
		cmocka_unit_test(nothing_is_a_record_too),
		cmocka_unit_test(bytes_that_are_not_utf8_become_replacements),
		cmocka_unit_test(fields_alone_are_read),
		cmocka_unit_test(what_follows_is_inferred_only),
		cmocka_unit_test(date_roles_have_names),
		cmocka_unit_test(json_has_the_order_of_the_interface),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
