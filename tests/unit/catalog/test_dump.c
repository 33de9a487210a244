/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "fail_alloc.h"
#include "unit/catalog/archive.h"
#include "unit/test.h"

static struct cutline_catalog *catalog;

static const char facts[] =
	"{\"format\":1,\"kind\":\"batch\",\"batch\":2,"
	"\"made\":\"2023-04-17T09:30:00Z\",\"command\":\"set city=Nice 1\","
	"\"undoes\":null}\n"
	"{\"format\":1,\"kind\":\"batch\",\"batch\":5,"
	"\"made\":\"2023-04-17T09:31:00Z\",\"command\":\"undo\","
	"\"undoes\":2}\n"
	"{\"format\":1,\"kind\":\"change\",\"batch\":2,\"of\":\"edit\","
	"\"photo\":\"xxh3:0a\",\"field\":\"city\",\"name\":\"\","
	"\"old\":null,\"new\":[\"Nice\"]}\n"
	"{\"format\":1,\"kind\":\"change\",\"batch\":5,\"of\":\"alias\","
	"\"photo\":null,\"field\":\"persons\",\"name\":\"A. Lima\","
	"\"old\":\"Ana Lima\",\"new\":null}\n"
	"{\"format\":1,\"kind\":\"edit\",\"photo\":\"xxh3:0a\","
	"\"field\":\"events\",\"items\":[]}\n"
	"{\"format\":1,\"kind\":\"edit\",\"photo\":\"xxh3:ff\","
	"\"field\":\"city\",\"items\":[\"\xC3\x89vian\",\"\\\"\\n\"]}\n"
	"{\"format\":1,\"kind\":\"alias\",\"field\":\"persons\","
	"\"name\":\"A. Lima\",\"means\":\"Ana Lima\"}\n"
	"{\"format\":1,\"kind\":\"decision\",\"document\":\"a.html\","
	"\"caption\":\"Sea\",\"photo\":null,\"verdict\":\"none\","
	"\"parsed\":{\"text\":\"Sea\"}}\n"
	"{\"format\":1,\"kind\":\"search\",\"name\":\"mine\","
	"\"query\":\"by:lima\"}\n";

static int set_up(void **state)
{
	(void)state;
	make_folder();
	catalog = open_catalog(make_path("c.db"), CUTLINE_CATALOG_CREATE);
	for (size_t i = 0; i < ARCHIVE_COUNT; i++)
		put_made(catalog, &archive[i]);
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	check_sound(catalog);
	cutline_catalog_close(catalog);
	remove_folder();
	return 0;
}

static bool add_line(void *context, const char *text, size_t len)
{
	cl_buf_add(context, text, len);
	cl_buf_add_char(context, '\n');
	return true;
}

static void dumps(struct cutline_catalog *c, const char *expected)
{
	struct cl_buf out;

	cl_buf_init(&out, 1u << 20);
	assert_int_equal(cutline_catalog_dump(c, add_line, &out, NULL),
			 CUTLINE_OK);
	assert_string_equal(cl_buf_cstr(&out), expected);
	cl_buf_release(&out);
}

static void load(struct cutline_catalog *c, const char *text)
{
	struct cutline_error err = { 0 };

	if (cutline_catalog_load(c, text, strlen(text), false, NULL, &err) !=
	    CUTLINE_OK)
		fail_msg("%s", err.text);
}

static void what_is_loaded_is_dumped(void **state)
{
	struct cutline_dump_counts counts = { 0 };

	(void)state;
	dumps(catalog, "");
	assert_int_equal(cutline_catalog_load(catalog, facts, strlen(facts),
					      true, &counts, NULL),
			 CUTLINE_OK);
	assert_int_equal(counts.edits, 2);
	assert_int_equal(counts.unknown, 1);
	assert_int_equal(counts.changes, 2);
	assert_int_equal(counts.aliases, 1);
	assert_int_equal(counts.decisions, 1);
	assert_int_equal(counts.searches, 1);
	dumps(catalog, "");
	load(catalog, facts);
	dumps(catalog, facts);
}

static void the_order_of_lines_does_not_matter_much(void **state)
{
	/* Only a batch must come before what belongs to it. */
	char mixed[sizeof(facts)];
	const char *alias = strstr(facts, "{\"format\":1,\"kind\":\"alias\"");

	(void)state;
	(void)snprintf(mixed, sizeof(mixed), "%s%.*s", alias,
		       (int)(alias - facts), facts);
	load(catalog, mixed);
	dumps(catalog, facts);
}

static void it_fits_a_catalog_made_anew(void **state)
{
	struct cutline_catalog *c;

	(void)state;
	load(catalog, facts);
	c = open_catalog(make_path("new.db"), CUTLINE_CATALOG_CREATE);
	for (size_t i = ARCHIVE_COUNT; i-- > 0;)
		put_made(c, &archive[i]);
	load(c, facts);
	dumps(c, facts);
	check_sound(c);
	cutline_catalog_close(c);
}

static void facts_are_not_mixed(void **state)
{
	struct cutline_error err = { 0 };

	(void)state;
	load(catalog, facts);
	assert_int_equal(cutline_catalog_load(catalog, facts, strlen(facts),
					      false, NULL, &err),
			 CUTLINE_CONFLICT);
	dumps(catalog, facts);
}

static void one_bad_line_loads_nothing(void **state)
{
	static const char *const lines[] = {
		"x",
		"[]",
		"{}",
		"{\"format\":1}",
		"{\"format\":1,\"kind\":\"photo\"}",
		"{\"format\":1,\"kind\":\"batch\",\"batch\":\"x\","
		"\"made\":\"2023-04-17T09:30:00Z\",\"command\":\"set\"}",
		"{\"format\":1,\"kind\":\"batch\",\"batch\":9,"
		"\"made\":\"noon\",\"command\":\"set\"}",
		"{\"format\":1,\"kind\":\"change\",\"batch\":77,"
		"\"of\":\"edit\",\"field\":\"city\",\"name\":\"\"}",
		"{\"format\":1,\"kind\":\"edit\",\"photo\":\"a\","
		"\"field\":\"town\",\"items\":[]}",
		"{\"format\":1,\"kind\":\"edit\",\"photo\":\"a\","
		"\"field\":\"city\",\"items\":{}}",
		"{\"format\":1,\"kind\":\"edit\",\"photo\":\"xxh3:0a\","
		"\"field\":\"events\",\"items\":[]}",
		"{\"format\":1,\"kind\":\"search\",\"name\":\"a\"}",
	};
	char text[sizeof(facts) + 400];

	(void)state;
	for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++) {
		struct cutline_error err = { 0 };

		(void)snprintf(text, sizeof(text), "%s\n%s\n", facts, lines[i]);
		assert_int_equal(cutline_catalog_load(catalog, text,
						      strlen(text), false, NULL,
						      &err),
				 CUTLINE_FORMAT);
		assert_non_null(strstr(err.text, "line 11 "));
		dumps(catalog, "");
	}
}

/* Any bytes give a status. */
static void damage_is_refused(void **state)
{
	char text[sizeof(facts)];
	uint32_t random = 1;
	int refused = 0;

	(void)state;
	for (int i = 0; i < 400; i++) {
		enum cutline_status status;

		memcpy(text, facts, sizeof(facts));
		for (int k = 0; k < 3; k++) {
			random = random * 1664525u + 1013904223u;
			text[(random >> 8) % (sizeof(facts) - 1)] =
				(char)(random >> 24);
		}
		status = cutline_catalog_load(catalog, text, sizeof(facts) - 1,
					      true, NULL, NULL);
		assert_true(status == CUTLINE_OK || status == CUTLINE_FORMAT);
		refused += status == CUTLINE_FORMAT;
	}
	print_message("# of 400 garbled dumps %d were refused\n", refused);
	assert_true(refused > 100);
	dumps(catalog, "");
}

static bool stop(void *context, const char *text, size_t len)
{
	(void)context;
	return text[0] == 'x' && len == 0;
}

static void the_caller_may_stop(void **state)
{
	(void)state;
	load(catalog, facts);
	assert_int_equal(cutline_catalog_dump(catalog, stop, NULL, NULL),
			 CUTLINE_STOPPED);
	dumps(catalog, facts);
}

static void every_allocation_may_fail(void **state)
{
	enum cutline_status status;
	long n = 0;

	(void)state;
	do {
		fail_alloc_after(n++);
		status = cutline_catalog_load(catalog, facts, strlen(facts),
					      false, NULL, NULL);
		fail_alloc_after(-1);
		if (status != CUTLINE_OK)
			dumps(catalog, "");
	} while (status == CUTLINE_NOMEM);
	assert_int_equal(status, CUTLINE_OK);
	assert_true(n > 1);
	dumps(catalog, facts);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(what_is_loaded_is_dumped),
		TEST(the_order_of_lines_does_not_matter_much),
		TEST(it_fits_a_catalog_made_anew),
		TEST(facts_are_not_mixed),
		TEST(one_bad_line_loads_nothing),
		TEST(damage_is_refused),
		TEST(the_caller_may_stop),
		TEST(every_allocation_may_fail),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
