/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <string.h>

#include "fail_alloc.h"
#include "unit/catalog/make.h"
#include "unit/test.h"

static const char *read_query(const char *text)
{
	static char out[512];
	struct cutline_query *query;
	struct cutline_error err = { 0 };
	size_t at = 999;

	if (cutline_query_parse(text, strlen(text), &query, &at, &err)) {
		assert_null(query);
		(void)snprintf(out, sizeof(out), "%zu %s | %s", at, err.text,
			       err.hint);
		return out;
	}
	(void)snprintf(out, sizeof(out), "%s", cutline_query_text(query));
	cutline_query_free(query);
	return out;
}

static void the_reading_is_written_out(void **state)
{
	static const char *const cases[][2] = {
		{ "", "" },
		{ "  \t", "" },
		{ "golden", "any:\"golden\"" },
		{ "golden globes", "(any:\"golden\" AND any:\"globes\")" },
		{ "a OR b c", "(any:\"a\" OR (any:\"b\" AND any:\"c\"))" },
		{ "(a OR b) c", "((any:\"a\" OR any:\"b\") AND any:\"c\")" },
		{ "a or b", "(any:\"a\" AND any:\"or\" AND any:\"b\")" },
		{ "-a", "-any:\"a\"" },
		{ "a -(b c)", "(any:\"a\" AND -(any:\"b\" AND any:\"c\"))" },
		{ "NOT a AND b", "(-any:\"a\" AND any:\"b\")" },
		{ "glob*", "any:\"glob\"*" },
		{ "\"golden gl\"*", "any:\"golden gl\"*" },
		{ "by:lima", "creators:\"lima\"" },
		{ "BY:lima", "creators:\"lima\"" },
		{ "-by:\"ana lima\"", "-creators:\"ana lima\"" },
		{ "venue:(a OR -b*)",
		  "(sublocation:\"a\" OR -sublocation:\"b\"*)" },
		{ "date:2002..2004", "date_created:\"2002..2004\"" },
		{ "has:by", "has:\"creators\"" },
		{ "12:30", "any:\"12:30\"" },
		{ "http://example.org/a", "any:\"http://example.org/a\"" },
		{ "Jean-Luc", "any:\"Jean-Luc\"" },
		{ "a & b", "(any:\"a\" AND any:\"b\")" },
		{ "a\xC2\xA0"
		  "b",
		  "(any:\"a\" AND any:\"b\")" },
		{ "any:a", "any:\"a\"" },
		{ "x\xFF", "any:\"x\xEF\xBF\xBD\"" },
		{ "-(-a .)", "any:\"a\"" },
		{ "a -(. -(b & c))",
		  "(any:\"a\" AND (any:\"b\" AND any:\"c\"))" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		char first[512];

		(void)snprintf(first, sizeof(first), "%s",
			       read_query(cases[i][0]));
		assert_string_equal(first, cases[i][1]);
		/* It reads back as itself. */
		assert_string_equal(read_query(first), cases[i][1]);
	}
}

static void errors_point_at_the_place(void **state)
{
	static const struct {
		const char *query;
		int at;
		const char *says; /* in text or hint */
	} cases[] = {
		{ "golden bye:lima", 7, "did you mean by:" },
		{ "creatrs:lima", 0, "did you mean creators:" },
		{ "zzzzzz:lima", 0, "in quotes" },
		{ "a (b", 2, "not closed" },
		{ "a b)", 3, "not opened" },
		{ "a \"b", 2, "not closed" },
		{ "by:\"b", 3, "not closed" },
		{ "by:", 3, "nothing follows" },
		{ "by: lima", 3, "nothing follows" },
		{ "date:yesterday", 5, "is no date" },
		{ "date:2004..2002", 5, "ends before" },
		{ "date:..", 5, "is no date" },
		{ "date:2023-02-30", 5, "is no date" },
		{ "id:x", 3, "no photo's number" },
		{ "has:tripod", 4, "knows no field" },
		{ "has:creatos", 4, "has:creator" },
		{ "gps:1", 4, "has:gps" },
		{ "by:(city:x)", 4, "inside" },
		{ "a OR", 4, "either side" },
		{ "OR a", 2, "either side" },
		{ "()", 0, "nothing" },
		{ "&", 0, "no word" },
		{ "by:&", 3, "no word" },
		{ "a NOT", 2, "nothing follows" },
		{ "*", 0, "no word" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		const char *got = read_query(cases[i].query);
		char at[16];

		(void)snprintf(at, sizeof(at), "%d ", cases[i].at);
		if (strncmp(got, at, strlen(at)) != 0 ||
		    !strstr(got, cases[i].says))
			fail_msg("%s gives: %s", cases[i].query, got);
	}
}

static void limits_hold(void **state)
{
	static char text[CUTLINE_QUERY_MAX + 2];
	struct cutline_query *query;

	(void)state;
	memset(text, 'a', sizeof(text));
	assert_int_equal(cutline_query_parse(text, CUTLINE_QUERY_MAX, &query,
					     NULL, NULL),
			 CUTLINE_OK);
	cutline_query_free(query);
	assert_int_equal(cutline_query_parse(text, CUTLINE_QUERY_MAX + 1,
					     &query, NULL, NULL),
			 CUTLINE_LIMIT);
	assert_null(query);
	memset(text, '(', CUTLINE_QUERY_DEPTH + 1);
	text[CUTLINE_QUERY_DEPTH + 1] = 'a';
	memset(text + CUTLINE_QUERY_DEPTH + 2, ')', CUTLINE_QUERY_DEPTH + 1);
	assert_int_equal(cutline_query_parse(text, 2 * CUTLINE_QUERY_DEPTH + 3,
					     &query, NULL, NULL),
			 CUTLINE_LIMIT);
	assert_int_equal(cutline_query_parse(text + 1,
					     2 * CUTLINE_QUERY_DEPTH + 1,
					     &query, NULL, NULL),
			 CUTLINE_OK);
	assert_string_equal(cutline_query_text(query), "any:\"a\"");
	cutline_query_free(query);
}

static void every_allocation_may_fail(void **state)
{
	static const char text[] =
		"by:(lima OR \"bo ek\") -city:x date:2002..2004";
	struct cutline_query *query = NULL;
	enum cutline_status status;
	long n = 0;

	(void)state;
	do {
		fail_alloc_after(n++);
		status = cutline_query_parse(text, sizeof(text) - 1, &query,
					     NULL, NULL);
		fail_alloc_after(-1);
		assert_true(status == CUTLINE_OK || !query);
	} while (status == CUTLINE_NOMEM);
	assert_int_equal(status, CUTLINE_OK);
	assert_true(n > 1);
	assert_string_equal(cutline_query_text(query),
			    "((creators:\"lima\" OR creators:\"bo ek\") AND "
			    "-city:\"x\" AND date_created:\"2002..2004\")");
	cutline_query_free(query);
	assert_int_equal(fail_alloc_live(), 0);
}

static uint32_t next_random(void)
{
	static uint32_t seed = 1;

	seed = seed * 1664525u + 1013904223u;
	return seed >> 8;
}

/* A query of the grammar, mostly: words, fields, brackets, odd bytes. */
static size_t random_query(char *out, size_t size)
{
	static const char *const parts[] = {
		"golden",
		"(",
		")",
		" OR ",
		" AND ",
		" -",
		" NOT ",
		"\"",
		"by:",
		"via:",
		"date:",
		"2011",
		"..",
		"195X",
		"has:",
		"gps ",
		"missing:",
		"city ",
		"in:(",
		"*",
		" ",
		"folder:",
		"conflict:any ",
		"id:3 ",
		"type:jpeg ",
		"cannes ",
		"\xC3\xA9",
		"\xFF",
		"'",
		"added:",
		"captured:",
		"2023-04-17 ",
		"country:",
		"UK ",
		"state:",
		"Calif. ",
		"{a}",
		"^",
		"NEAR",
		"&",
	};
	size_t len = 0;

	for (unsigned n = next_random() % 24; n > 0; n--) {
		const char *part = parts[next_random() %
					 (sizeof(parts) / sizeof(parts[0]))];
		size_t add = strlen(part);

		if (len + add >= size)
			break;
		memcpy(out + len, part, add);
		len += add;
	}
	return len;
}

static void run(struct cutline_catalog *catalog, const char *text, size_t len,
		unsigned sort, size_t *good)
{
	struct cutline_search_options options = {
		.sort = (enum cutline_sort)sort,
		.limit = 3,
	};
	struct cutline_error err = { 0 };
	const struct cutline_photo *photo;
	struct cutline_query *query;
	struct cutline_hits *hits;
	enum cutline_status status;

	status = cutline_query_parse(text, len, &query, NULL, &err);
	if (status == CUTLINE_FORMAT || status == CUTLINE_LIMIT)
		return;
	assert_int_equal(status, CUTLINE_OK);
	++*good;
	if (cutline_catalog_search(catalog, query, &options, &hits, &err))
		fail_msg("%.*s: %s", (int)len, text, err.text);
	do
		if (cutline_hits_next(hits, &photo, &err))
			fail_msg("%.*s: %s", (int)len, text, err.text);
	while (photo);
	cutline_hits_close(hits);
	cutline_query_free(query);
}

static struct cutline_catalog *catalog_of_one(void)
{
	static const struct made made = {
		.path = "/desk/cannes/a.jpg",
		.identity = "xxh3:1",
		.date = "2011-01-16",
		.gps = true,
		.fields = { { CUTLINE_CAPTION, "golden" },
			    { CUTLINE_CITY, "Cannes" } },
	};
	struct cutline_catalog *catalog;

	make_folder();
	catalog = open_catalog(make_path("c.db"), CUTLINE_CATALOG_CREATE);
	put_made(catalog, &made);
	return catalog;
}

static void ten_thousand_random_queries_run(void **state)
{
	struct cutline_catalog *catalog = catalog_of_one();
	char text[1024];
	size_t good = 0;

	(void)state;
	for (unsigned i = 0; i < 10000; i++)
		run(catalog, text, random_query(text, sizeof(text)), i % 5,
		    &good);
	print_message("# %zu of 10000 were queries\n", good);
	assert_true(good > 1000);
	cutline_catalog_close(catalog);
	remove_folder();
}

/* Each round puts brackets around what there is, in turn of the kinds. */
static void deep_and_long_queries_run(void **state)
{
	static const char *const heads[] = { "(golden ", "(has:gps OR ", "-(",
					     "(golden OR has:gps OR ",
					     "(golden has:gps -" };
	static const char *const leaves[] = { "cannes", "has:gps" };
	struct cutline_catalog *catalog = catalog_of_one();
	static char text[CUTLINE_QUERY_MAX];
	size_t good = 0;

	(void)state;
	for (unsigned kind = 0; kind < 5 * 5 * 2; kind++) {
		size_t len = 0;

		for (unsigned i = 0; i < CUTLINE_QUERY_DEPTH; i++) {
			const char *head =
				heads[i % 2 ? kind % 5 : kind / 5 % 5];

			len += (size_t)snprintf(text + len, sizeof(text) - len,
						"%s", head);
		}
		len += (size_t)snprintf(text + len, sizeof(text) - len, "%s",
					leaves[kind / 25]);
		memset(text + len, ')', CUTLINE_QUERY_DEPTH);
		run(catalog, text, len + CUTLINE_QUERY_DEPTH, 0, &good);
	}
	assert_int_equal(good, 50);
	for (unsigned kind = 0; kind < 4; kind++) {
		static const char *const items[] = { "a ", "id:1 ", "-a ",
						     "id:1 OR " };
		size_t len = 0;

		while (len + 16 < sizeof(text))
			len += (size_t)snprintf(text + len, sizeof(text) - len,
						"%s", items[kind]);
		len += (size_t)snprintf(text + len, sizeof(text) - len,
					"has:gps");
		run(catalog, text, len, 0, &good);
	}
	assert_int_equal(good, 54);
	cutline_catalog_close(catalog);
	remove_folder();
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_reading_is_written_out),
		cmocka_unit_test(errors_point_at_the_place),
		cmocka_unit_test(limits_hold),
		cmocka_unit_test(every_allocation_may_fail),
		cmocka_unit_test(ten_thousand_random_queries_run),
		cmocka_unit_test(deep_and_long_queries_run),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
