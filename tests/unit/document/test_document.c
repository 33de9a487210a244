/* SPDX-License-Identifier: MIT */
#include "unit/test.h"

#include <stdlib.h>
#include <string.h>

#include "cutline/document.h"
#include "fail_alloc.h"

static struct cutline_document *parse(const char *text)
{
	struct cutline_document *d;

	assert_int_equal(
		cutline_document_parse(text, strlen(text), NULL, &d, NULL),
		CUTLINE_OK);
	return d;
}

static void check_text(const struct cutline_document *d, size_t i,
		       const char *text)
{
	assert_true(i < d->count);
	assert_string_equal(d->found[i].caption->text, text);
}

/* The bytes of the document that a caption stands in. */
static void check_span(const struct cutline_document *d, size_t i,
		       const char *source, const char *begins, const char *ends)
{
	struct cutline_span span = d->found[i].span;

	assert_true(span.start < span.end && span.end <= strlen(source));
	assert_memory_equal(source + span.start, begins, strlen(begins));
	assert_memory_equal(source + span.end - strlen(ends), ends,
			    strlen(ends));
}

static void a_paragraph_with_a_credit_is_a_caption(void **state)
{
	static const char text[] =
		" date 2021-05-03 The mayor said on Monday that all was well.\n"
		"\n"
		"Ana Lima waves on May 1, 2021. (Photo by Jo Hart/AFP)\n"
		"\n"
		"“It is a fine day,” Lima said.\n";
	struct cutline_document *d = parse(text);

	(void)state;
	assert_int_equal(d->count, 1);
	check_text(d, 0,
		   "Ana Lima waves on May 1, 2021. (Photo by Jo Hart/AFP)");
	check_span(d, 0, text, "Ana Lima waves", "Hart/AFP)");
	assert_int_equal(d->date.from.year, 2021);
	assert_int_equal(d->date.from.day, 3);
	cutline_document_free(d);
}

static void a_line_holds_several_captions(void **state)
{
	struct cutline_document *d =
		parse("A bus stops. (AP Photo/Jo Hart) A tram stops. (Photo "
		      "by Ana Lima/Getty Images) The town went on.");

	(void)state;
	assert_int_equal(d->count, 2);
	check_text(d, 0, "A bus stops. (AP Photo/Jo Hart)");
	check_text(d, 1, "A tram stops. (Photo by Ana Lima/Getty Images)");
	cutline_document_free(d);
}

static void a_credit_on_its_own_line_belongs_to_the_line_before(void **state)
{
	struct cutline_document *d =
		parse("A bus stops in Oslo.\nPhoto: Jo Hart/AFP\n\nMore.");

	(void)state;
	assert_int_equal(d->count, 1);
	check_text(d, 0, "A bus stops in Oslo.\nPhoto: Jo Hart/AFP");
	cutline_document_free(d);
}

static void two_credits_side_by_side_are_one(void **state)
{
	struct cutline_document *d =
		parse("A bus stops. AFP PHOTO/JO HART        (Photo credit "
		      "should read JO HART/AFP/Getty Images)");

	(void)state;
	assert_int_equal(d->count, 1);
	assert_int_equal(d->found[0].caption->fields[CUTLINE_CREATORS].count,
			 1);
	cutline_document_free(d);
}

static void prose_is_no_caption(void **state)
{
	struct cutline_document *d =
		parse("According to Reuters, the bus stopped.\n\n"
		      "\"We saw (and heard) it,\" he said.\n\n"
		      "The photo by the door is old.\n");

	(void)state;
	assert_int_equal(d->count, 0);
	cutline_document_free(d);
}

static void html_figures_are_captions(void **state)
{
	static const char text[] =
		"<!DOCTYPE html><html><head><title>Buses &amp; trams</title>\n"
		"<meta property=\"article:published_time\" "
		"content=\"2021-05-03T10:00:00Z\"><style>p{x:1}</style></head>"
		"<body><p>Prose.</p><figure><img src=\"bus.jpg\" alt=\"x\">"
		"<figcaption>A <b>bus</b> &amp; a tram stop. <i>(Photo by "
		"Jo&nbsp;Hart/AFP&#41;</i></figcaption></figure>"
		"<p>Later.</p></body></html>";
	struct cutline_document *d = parse(text);

	(void)state;
	assert_int_equal(d->count, 1);
	check_span(d, 0, text, "A <b>bus", "Hart/AFP&#41;");
	assert_string_equal(d->found[0].image, "bus.jpg");
	assert_string_equal(d->title, "Buses & trams");
	assert_int_equal(d->date.from.month, 5);
	assert_string_equal(
		d->found[0].caption->fields[CUTLINE_AGENCIES].items[0].text,
		"AFP");
	cutline_document_free(d);
}

static void a_class_names_captions_and_credits(void **state)
{
	struct cutline_document *d =
		parse("<div><img src=a.jpg><div class=\"img-caption\">A bus "
		      "stops.</div><div class=\"photo-credit\">Jo Hart</div>"
		      "</div><p>Prose.</p>");

	(void)state;
	assert_int_equal(d->count, 1);
	assert_string_equal(d->found[0].image, "a.jpg");
	assert_non_null(strstr(d->found[0].caption->text, "Jo Hart"));
	cutline_document_free(d);
}

static void a_paragraph_of_html_with_a_credit_is_one(void **state)
{
	static const char text[] =
		"<p>Prose of the day.</p>\n<p>A bus stops. (AP Photo/Jo "
		"Hart)</p>";
	struct cutline_document *d = parse(text);

	(void)state;
	assert_int_equal(d->count, 1);
	check_span(d, 0, text, "A bus", "Hart)");
	cutline_document_free(d);
}

static void bytes_that_are_not_utf8_keep_their_places(void **state)
{
	static const char text[] = "\xff\xfe\n\nA b\xe9s stops. (AP Photo/Jo "
				   "Hart)\n";
	struct cutline_document *d = parse(text);

	(void)state;
	assert_int_equal(d->count, 1);
	check_span(d, 0, text, "A b\xe9s", "Hart)");
	cutline_document_free(d);
}

static void deep_nesting_ends_the_reading(void **state)
{
	size_t len = 1u << 20;
	char *text = malloc(len);
	struct cutline_document *d;

	(void)state;
	assert_non_null(text);
	for (size_t i = 0; i + 5 <= len / 2; i += 5)
		memcpy(text + i, "<div>", 5);
	for (size_t i = len / 2 / 5 * 5; i + 4 <= len; i += 4)
		memcpy(text + i, "</p>", 4);
	text[len - 4] = text[len - 3] = text[len - 2] = text[len - 1] = ' ';
	assert_int_equal(cutline_document_parse(text, len, NULL, &d, NULL),
			 CUTLINE_OK);
	assert_int_equal(d->count, 0);
	cutline_document_free(d);
	free(text);
}

static void too_long_is_refused(void **state)
{
	static const char text[] = "x";
	struct cutline_document *d;
	struct cutline_error err;

	(void)state;
	assert_int_equal(cutline_document_parse(text, CUTLINE_DOCUMENT_MAX + 1,
						NULL, &d, &err),
			 CUTLINE_LIMIT);
	assert_null(d);
	assert_non_null(strstr(err.text, "67108865 bytes"));
}

static void the_given_date_overrides(void **state)
{
	static const char text[] = " date 2021-05-03 Prose.";
	struct cutline_date date = cutline_date_of_day(2020, 1, 2);
	struct cutline_document *d;

	(void)state;
	assert_int_equal(
		cutline_document_parse(text, strlen(text), &date, &d, NULL),
		CUTLINE_OK);
	assert_int_equal(d->date.from.year, 2020);
	cutline_document_free(d);
}

static void cells_of_a_table_are_units(void **state)
{
	static const char text[] =
		"file,text,maker\n"
		"a.jpg,\"A \"\"red\"\" bus, late, stops. (AP Photo/Jo "
		"Hart)\",Hart\n"
		"b.jpg,A tram stops.,Photo: Jo Hart/AFP\n";
	struct cutline_document *d = parse(text);

	(void)state;
	assert_int_equal(d->count, 2);
	check_text(d, 0, "A \"red\" bus, late, stops. (AP Photo/Jo Hart)");
	check_span(d, 0, text, "A \"\"red", "Hart)");
	check_text(d, 1, "A tram stops.\nPhoto: Jo Hart/AFP");
	check_span(d, 1, text, "A tram", "Hart/AFP");
	cutline_document_free(d);
}

static void quoted_lines_run_on(void **state)
{
	static const char text[] =
		"> Ana Lima waves from the window of a bus in Oslo on May 1,\n"
		"> 2021. (Photo by Jo Hart/AFP)\n";
	struct cutline_document *d = parse(text);

	(void)state;
	assert_int_equal(d->count, 1);
	check_text(d, 0,
		   "Ana Lima waves from the window of a bus in Oslo on May 1,"
		   "\n2021. (Photo by Jo Hart/AFP)");
	check_span(d, 0, text, "Ana Lima", "Hart/AFP)");
	cutline_document_free(d);
}

static void markdown_shows_an_image_before_its_caption(void **state)
{
	struct cutline_document *d =
		parse("![](img/bus.jpg \"Bus\")\n*A bus stops. (AP Photo/Jo "
		      "Hart)*\n");

	(void)state;
	assert_int_equal(d->count, 1);
	check_text(d, 0, "A bus stops. (AP Photo/Jo Hart)");
	assert_string_equal(d->found[0].image, "img/bus.jpg");
	cutline_document_free(d);
}

static void what_a_page_shows_around_its_text_is_silent(void **state)
{
	struct cutline_document *d =
		parse("<nav><p>A bus. (AP Photo/Jo Hart)</p></nav><figure>"
		      "<figcaption>A <button>More</button>tram.</figcaption>"
		      "</figure><p><a href=x>A ship. (AP Photo/Jo Hart)</a>"
		      "</p><footer>Photo: Jo Hart/AP</footer>");

	(void)state;
	assert_int_equal(d->count, 1);
	check_text(d, 0, "A tram.");
	cutline_document_free(d);
}

static void each_allocation_may_fail(const char *text, size_t count)
{
	enum cutline_status status = CUTLINE_NOMEM;
	struct cutline_document *d = NULL;

	for (long n = 0; status == CUTLINE_NOMEM && n < 1000; n++) {
		fail_alloc_after(n);
		status = cutline_document_parse(text, strlen(text), NULL, &d,
						NULL);
		fail_alloc_after(-1);
		assert_true(status == CUTLINE_OK || !d);
	}
	assert_int_equal(status, CUTLINE_OK);
	assert_int_equal(d->count, count);
	cutline_document_free(d);
}

static void allocations_of_other_readers_may_fail(void **state)
{
	(void)state;
	each_allocation_may_fail(
		"file,text\na,A bus stops. (AP Photo/Jo Hart)\n", 1);
	each_allocation_may_fail(
		"> ![A](b.jpg)\n> A bus stops. (AP Photo/Jo Hart)\n", 1);
}

static void every_allocation_may_fail(void **state)
{
	static const char text[] =
		"<p>A b\xe9s stops. (AP Photo/Jo Hart)</p><figure><img src=a>"
		"<figcaption>Ana Lima, left, at the Oslo Opera House in Oslo, "
		"Norway. (Photo by Jo Hart/AFP)</figcaption></figure>";
	enum cutline_status status = CUTLINE_NOMEM;
	struct cutline_document *d = NULL;
	long n = 0;

	(void)state;
	for (; status == CUTLINE_NOMEM && n < 1000; n++) {
		fail_alloc_after(n);
		status = cutline_document_parse(text, strlen(text), NULL, &d,
						NULL);
		fail_alloc_after(-1);
		assert_true(status == CUTLINE_OK || !d);
	}
	assert_int_equal(status, CUTLINE_OK);
	assert_true(n > 5);
	assert_int_equal(d->count, 2);
	cutline_document_free(d);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_paragraph_with_a_credit_is_a_caption),
		cmocka_unit_test(a_line_holds_several_captions),
		cmocka_unit_test(
			a_credit_on_its_own_line_belongs_to_the_line_before),
		cmocka_unit_test(two_credits_side_by_side_are_one),
		cmocka_unit_test(prose_is_no_caption),
		cmocka_unit_test(html_figures_are_captions),
		cmocka_unit_test(a_class_names_captions_and_credits),
		cmocka_unit_test(a_paragraph_of_html_with_a_credit_is_one),
		cmocka_unit_test(bytes_that_are_not_utf8_keep_their_places),
		cmocka_unit_test(deep_nesting_ends_the_reading),
		cmocka_unit_test(too_long_is_refused),
		cmocka_unit_test(the_given_date_overrides),
		cmocka_unit_test(cells_of_a_table_are_units),
		cmocka_unit_test(quoted_lines_run_on),
		cmocka_unit_test(markdown_shows_an_image_before_its_caption),
		cmocka_unit_test(what_a_page_shows_around_its_text_is_silent),
		cmocka_unit_test(allocations_of_other_readers_may_fail),
		cmocka_unit_test(every_allocation_may_fail),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
