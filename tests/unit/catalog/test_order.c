/* SPDX-License-Identifier: MIT */
/* The order of time holds however photos come in, and as they change. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "unit/catalog/make.h"
#include "unit/test.h"

#define COUNT 600

/* What the order should be, kept beside the catalog. */
struct expected {
	int64_t id;
	int32_t day;   /* INT32_MIN: undated */
	int32_t clock; /* second of the day, or -1 */
};

static struct expected all[COUNT];
static size_t count;

static uint32_t next_random(void)
{
	static uint32_t seed = 20230417;

	seed = seed * 1664525u + 1013904223u;
	return seed >> 8;
}

/* Few days and few seconds, so that most collide. */
static void put_random(struct cutline_catalog *catalog, size_t at)
{
	char path[32];
	char identity[32];
	char date[16];
	char captured[32];
	struct made made = { .path = path, .identity = identity };
	unsigned day = 1 + next_random() % 3;
	unsigned kind = next_random() % 10;
	unsigned second = next_random() % 40;

	(void)snprintf(path, sizeof(path), "/a/%zu.jpg", at);
	(void)snprintf(identity, sizeof(identity), "xxh3:%zu", at);
	(void)snprintf(date, sizeof(date), "2011-01-%02u", day);
	(void)snprintf(captured, sizeof(captured), "2011:01:%02u 00:00:%02u",
		       day, second);
	all[at] = (struct expected){ (int64_t)at + 1, INT32_MIN, -1 };
	if (kind > 0) {
		made.date = date;
		all[at].day = (int32_t)day;
	}
	if (kind > 4) {
		made.captured = captured;
		all[at].clock = (int32_t)second;
	}
	(void)put_made(catalog, &made);
}

static int64_t compare_int(int64_t a, int64_t b)
{
	return (a > b) - (a < b);
}

static int newest_first(const void *left, const void *right)
{
	const struct expected *a = left;
	const struct expected *b = right;
	int64_t order = compare_int(b->day, a->day);

	if (order == 0)
		order = compare_int(b->clock, a->clock);
	if (order == 0)
		order = compare_int(b->id, a->id);
	return (int)order;
}

static void check_order(struct cutline_catalog *catalog)
{
	struct expected sorted[COUNT];
	struct cutline_query *query;
	struct cutline_hits *hits;
	const struct cutline_photo *photo;

	memcpy(sorted, all, count * sizeof(*all));
	qsort(sorted, count, sizeof(*sorted), newest_first);
	assert_int_equal(cutline_query_parse("jpg", 3, &query, NULL, NULL), 0);
	assert_int_equal(
		cutline_catalog_search(catalog, query, NULL, &hits, NULL), 0);
	for (size_t i = 0; i < count; i++) {
		assert_int_equal(cutline_hits_next(hits, &photo, NULL), 0);
		assert_non_null(photo);
		assert_int_equal(photo->id, sorted[i].id);
	}
	cutline_hits_close(hits);
	cutline_query_free(query);
}

static void the_order_holds(void **state)
{
	struct cutline_catalog *catalog;

	(void)state;
	make_folder();
	catalog = open_catalog(make_path("c.db"), CUTLINE_CATALOG_CREATE);
	for (count = 0; count < COUNT; count++)
		put_random(catalog, count);
	check_order(catalog);
	/* Dates change. */
	for (size_t i = 0; i < 200; i++)
		put_random(catalog, next_random() % COUNT);
	check_order(catalog);
	check_sound(catalog);
	cutline_catalog_close(catalog);
	remove_folder();
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_order_holds),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
