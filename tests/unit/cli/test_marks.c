/* SPDX-License-Identifier: MIT */
#include "cli/marks.h"

#include <string.h>

#include "unit/test.h"

/* The marks of a caption as "label from-to" each, joined by ", ". */
static void expect(const struct cutline_caption *caption, const char *expected)
{
	struct cl_buf marks;
	struct cl_buf text;
	size_t count;

	cl_buf_init(&marks, 10000);
	cl_buf_init(&text, 1000);
	count = cl_marks_of(caption, &marks);
	for (size_t i = 0; i < count; i++) {
		const struct cl_mark *mark =
			(const struct cl_mark *)(void *)marks.data + i;

		cl_buf_addf(&text, "%s%s %zu-%zu", i > 0 ? ", " : "",
			    mark->label, mark->span.start, mark->span.end);
	}
	assert_string_equal(cl_buf_cstr(&text), expected);
	cl_buf_release(&text);
	cl_buf_release(&marks);
}

static void parts_come_in_order_the_shorter_first(void **state)
{
	const struct cutline_value city = { .text = "b", .span = { 2, 4 } };
	const struct cutline_value events[] = {
		{ .text = "c", .span = { 2, 9 } },
		{ .text = "a", .span = { 0, 1 } },
	};
	struct cutline_caption c = { .text = "0123456789", .text_len = 10 };

	(void)state;
	expect(&c, "");
	c.fields[CUTLINE_CITY] = (struct cutline_values){ &city, 1 };
	c.fields[CUTLINE_EVENTS] = (struct cutline_values){ events, 2 };
	expect(&c, "event 0-1, city 2-4, event 2-9");
	/* Of the same words both are said, each once. */
	c.fields[CUTLINE_COUNTRY] = c.fields[CUTLINE_CITY];
	expect(&c, "event 0-1, city 2-4, country 2-4, event 2-9");
	c.fields[CUTLINE_COUNTRY] = (struct cutline_values){ 0 };
	c.fields[CUTLINE_EVENTS].items = &city;
	c.fields[CUTLINE_EVENTS].count = 1;
	expect(&c, "city 2-4, event 2-4");
}

static void what_is_no_value_gives_way(void **state)
{
	const struct cutline_value agency = { .text = "a", .span = { 1, 3 } };
	const struct cutline_credit_part parts[] = {
		{ CUTLINE_ROLE_PROVIDER, "a", { 1, 3 } },
		{ CUTLINE_ROLE_QUALIFIER, "b", { 4, 6 } },
	};
	const struct cutline_caption_date dates[] = {
		{ CUTLINE_DATE_ROLE_CREATED, { 0 }, { 6, 7 } },
		{ CUTLINE_DATE_ROLE_ISSUED, { 0 }, { 8, 9 } },
	};
	const struct cutline_caption c = {
		.text = "0123456789",
		.text_len = 10,
		.fields[CUTLINE_AGENCIES] = { &agency, 1 },
		.credit = { parts, 2, "a" },
		.dates = dates,
		.date_count = 2,
	};

	(void)state;
	expect(&c, "agency 1-3, qualifier 4-6, issued 8-9");
}

/* A value of a field beside the text has no words in it. */
static void what_is_not_in_the_text_is_not_marked(void **state)
{
	const struct cutline_value values[] = {
		{ .text = "a", .span = { 0, 0 } },
		{ .text = "b", .span = { 8, 11 } },
	};
	const struct cutline_caption c = {
		.text = "0123456789",
		.text_len = 10,
		.fields[CUTLINE_CREATORS] = { values, 2 },
	};

	(void)state;
	expect(&c, "");
}

static void every_label_fits(void **state)
{
	(void)state;
	for (int f = 0; f < CUTLINE_CAPTION_FIELDS; f++) {
		const char *label = cl_mark_label((enum cutline_field)f);

		assert_non_null(label);
		assert_in_range(strlen(label), 1, CL_MARK_LABEL_MAX);
		assert_true(cl_mark_style((enum cutline_field)f) >=
			    CL_STYLE_CREATOR);
	}
}

static void nothing_is_certain(void **state)
{
	(void)state;
	assert_int_equal(cl_mark_percent(1), 99);
	assert_int_equal(cl_mark_percent(0.894), 89);
	assert_int_equal(cl_mark_percent(0.896), 90);
	assert_true(cl_mark_doubted(0.894));
	assert_false(cl_mark_doubted(0.896));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(parts_come_in_order_the_shorter_first),
		cmocka_unit_test(what_is_no_value_gives_way),
		cmocka_unit_test(what_is_not_in_the_text_is_not_marked),
		cmocka_unit_test(every_label_fits),
		cmocka_unit_test(nothing_is_certain),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
