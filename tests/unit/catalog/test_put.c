/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "catalog/handle.h"
#include "fail_alloc.h"
#include "unit/catalog/make.h"
#include "unit/test.h"

static struct cutline_catalog *catalog;

static int set_up(void **state)
{
	(void)state;
	make_folder();
	catalog = open_catalog(make_path("c.db"), CUTLINE_CATALOG_CREATE);
	return 0;
}

/* Whatever a test did, the catalog is sound at its end. */
static int tear_down(void **state)
{
	(void)state;
	check_sound(catalog);
	cutline_catalog_close(catalog);
	remove_folder();
	return 0;
}

/* A file that is there; its path. */
static const char *touch(const char *name)
{
	const char *path = make_path(name);
	FILE *f = fopen(path, "w");

	assert_non_null(f);
	assert_int_equal(fclose(f), 0);
	return path;
}

static enum cutline_put_outcome put(const char *path, const char *identity,
				    const char *caption, const char *city)
{
	const struct made made = {
		.path = path,
		.identity = identity,
		.fields = { { CUTLINE_CAPTION, caption },
			    { CUTLINE_CITY, city } },
	};

	return put_made(catalog, &made);
}

static enum cutline_file_state state_of(const char *path, int64_t bytes,
					int64_t mtime_ns, uint64_t inode)
{
	struct cutline_file_stamp stamp = { bytes, mtime_ns, inode, 0 };
	enum cutline_file_state state;

	assert_int_equal(
		cutline_catalog_file_state(catalog, path, &stamp, &state, NULL),
		CUTLINE_OK);
	return state;
}

static uint64_t sweep(struct cutline_catalog *c, const char *path)
{
	uint64_t missing = 99;

	assert_int_equal(cutline_catalog_begin(c, NULL), CUTLINE_OK);
	assert_int_equal(cutline_catalog_sweep(c, path, &missing, NULL),
			 CUTLINE_OK);
	assert_int_equal(cutline_catalog_commit(c, NULL), CUTLINE_OK);
	return missing;
}

static void check(const char *query, const char *expected)
{
	assert_string_equal(find(catalog, query, CUTLINE_SORT_ADDED), expected);
}

static struct cutline_photo *show(int64_t id)
{
	struct cutline_photo *photo;
	struct cutline_error err = { 0 };

	if (cutline_catalog_photo(catalog, id, &photo, &err) != CUTLINE_OK)
		fail_msg("%s", err.text);
	return photo;
}

static void a_file_is_known_by_its_stamp(void **state)
{
	(void)state;
	assert_int_equal(state_of("/a/x.jpg", 81234, 0, 7), CUTLINE_FILE_NEW);
	assert_int_equal(put("/a/x.jpg", "xxh3:1", "one", NULL),
			 CUTLINE_PUT_NEW);
	assert_int_equal(state_of("/a/x.jpg", 81234, 0, 7), CUTLINE_FILE_SAME);
	assert_int_equal(state_of("/a/x.jpg", 81235, 0, 7),
			 CUTLINE_FILE_CHANGED);
	assert_int_equal(state_of("/a/x.jpg", 81234, 1, 7),
			 CUTLINE_FILE_CHANGED);
	assert_int_equal(state_of("/a/x.jpg", 81234, 0, 8),
			 CUTLINE_FILE_CHANGED);
	assert_int_equal(state_of("/a/y.jpg", 81234, 0, 7), CUTLINE_FILE_NEW);
	assert_int_equal(state_of("/x.jpg", 81234, 0, 7), CUTLINE_FILE_NEW);
}

static void rewritten_metadata_is_a_change(void **state)
{
	(void)state;
	put("/a/x.jpg", "xxh3:1", "one", NULL);
	assert_int_equal(put("/a/x.jpg", "xxh3:1", "two", "Cannes"),
			 CUTLINE_PUT_CHANGED);
	check("one", "");
	check("two", "1");
	check("city:cannes", "1");
	check("", "1");
}

static void the_richest_copy_speaks(void **state)
{
	const char *a = touch("a.jpg");
	const char *b = touch("b.jpg");
	struct cutline_photo *photo;

	(void)state;
	put(a, "xxh3:1", "one", NULL);
	assert_int_equal(put(b, "xxh3:1", "two", "Cannes"), CUTLINE_PUT_NEW);
	check("one", "");
	check("two", "1");
	check("file:a.jpg", "1");
	check("file:b.jpg", "1");
	check("\"jpg b\"", "");
	photo = show(1);
	assert_int_equal(photo->path_count, 2);
	assert_string_equal(photo->paths[0], b);
	assert_string_equal(photo->locations[1].path, a);
	assert_int_equal(photo->value_count, 3);
	assert_string_equal(photo->values[2].items[0], "one");
	assert_string_equal(photo->values[2].location, a);
	assert_false(photo->values[2].chosen);
	cutline_photo_free(photo);
	/* The rich one loses its city: now both say as much, and neither is
	 * newer. */
	put(b, "xxh3:1", "three", NULL);
	check("one", "1");
	check("three", "");
	/* The newer of two equals. */
	put_made(catalog,
		 &(struct made){ .path = b,
				 .identity = "xxh3:1",
				 .mtime_ns = 5,
				 .fields = { { CUTLINE_CAPTION, "four" } } });
	check("one", "");
	check("four", "1");
}

static void a_moved_file_keeps_its_photo(void **state)
{
	const char *old = touch("old.jpg");
	const char *new_path;
	int64_t id = 0;

	(void)state;
	put("/other.jpg", "xxh3:0", "zero", NULL);
	put(old, "xxh3:1", "one", NULL);
	assert_int_equal(unlink(old), 0);
	new_path = touch("new.jpg");
	assert_int_equal(put(new_path, "xxh3:1", "one", NULL),
			 CUTLINE_PUT_MOVED);
	check("one", "2");
	check("file:old", "");
	check("file:new", "2");
	assert_int_equal(
		cutline_catalog_find_path(catalog, new_path, &id, NULL),
		CUTLINE_OK);
	assert_int_equal(id, 2);
	assert_int_equal(cutline_catalog_find_path(catalog, old, &id, NULL),
			 CUTLINE_NOT_FOUND);
}

static void another_picture_at_a_path_is_another_photo(void **state)
{
	const char *a = touch("a.jpg");
	const char *b = touch("b.jpg");
	struct cutline_photo *photo;

	(void)state;
	put(a, "xxh3:1", "one", NULL);
	assert_int_equal(put(a, "xxh3:2", "two", NULL), CUTLINE_PUT_CHANGED);
	check("", "2");
	assert_int_equal(cutline_catalog_photo(catalog, 1, &photo, NULL),
			 CUTLINE_NOT_FOUND);
	/* A number is never given twice. */
	put(b, "xxh3:3", "three", NULL);
	check("", "3 2");
	/* The file at b now shows the picture at a. */
	assert_int_equal(put(b, "xxh3:2", "b", "Cannes"), CUTLINE_PUT_CHANGED);
	check("", "2");
	check("city:cannes", "2");
	put(b, "xxh3:4", "four", NULL);
	check("two", "2");
	check("city:cannes", "");
	check("", "4 2");
}

static void what_was_not_seen_goes_missing(void **state)
{
	struct cutline_catalog *again;

	(void)state;
	put("/a/x.jpg", "xxh3:1", "one", NULL);
	put("/a/b/y.jpg", "xxh3:2", "two", NULL);
	put("/a b/z.jpg", "xxh3:3", "three", NULL);
	put("/a0.jpg", "xxh3:4", "four", NULL);
	assert_int_equal(sweep(catalog, "/"), 0);
	cutline_catalog_close(catalog);
	catalog = open_catalog(make_path("c.db"), CUTLINE_CATALOG_WRITE);
	assert_int_equal(state_of("/a/x.jpg", 81234, 0, 7), CUTLINE_FILE_SAME);
	assert_int_equal(sweep(catalog, "/a/"), 1);
	check("missing:file", "2");
	assert_int_equal(sweep(catalog, "/a"), 0);
	assert_int_equal(sweep(catalog, "/a0.jpg"), 1);
	check("missing:file", "4 2");
	check("two", "2");
	/* It is back, unchanged: known but to be put in anew. */
	assert_int_equal(state_of("/a/b/y.jpg", 81234, 0, 7),
			 CUTLINE_FILE_CHANGED);
	assert_int_equal(put("/a/b/y.jpg", "xxh3:2", "two", NULL),
			 CUTLINE_PUT_CHANGED);
	check("missing:file", "4");
	again = open_catalog(make_path("c.db"), CUTLINE_CATALOG_WRITE);
	assert_int_equal(sweep(again, "/"), 3);
	cutline_catalog_close(again);
}

static void what_is_rolled_back_is_gone(void **state)
{
	const struct made made = { .path = "/new/x.jpg",
				   .identity = "xxh3:1",
				   .fields = { { CUTLINE_CAPTION, "one" } } };
	struct cutline_file_stamp stamp = { 0 };
	enum cutline_put_outcome outcome;
	struct cutline_photo *photo = make_photo(&made);

	(void)state;
	assert_int_equal(cutline_catalog_put(catalog, made.path, &stamp, photo,
					     &outcome, NULL),
			 CUTLINE_IO);
	assert_int_equal(cutline_catalog_begin(catalog, NULL), CUTLINE_OK);
	assert_int_equal(cutline_catalog_put(catalog, made.path, &stamp, photo,
					     &outcome, NULL),
			 CUTLINE_OK);
	cutline_catalog_rollback(catalog);
	check("", "");
	assert_int_equal(put_made(catalog, &made), CUTLINE_PUT_NEW);
	check("one", "1");
	cutline_photo_free(photo);
}

static void odd_paths_are_kept_byte_for_byte(void **state)
{
	static const char *const paths[] = {
		"/x.jpg",
		"/a\nb/c\td.jpg",
		"/caf\xE9/\xFF\xFE.jpg",
		"/a'b\"c/%s;--.jpg",
	};
	char number[32];

	(void)state;
	for (size_t i = 0; i < 4; i++) {
		struct cutline_photo *photo;
		int64_t id;

		(void)snprintf(number, sizeof(number), "xxh3:%zu", i);
		assert_int_equal(put(paths[i], number, "one", NULL),
				 CUTLINE_PUT_NEW);
		assert_int_equal(
			cutline_catalog_find_path(catalog, paths[i], &id, NULL),
			CUTLINE_OK);
		photo = show(id);
		assert_string_equal(photo->paths[0], paths[i]);
		cutline_photo_free(photo);
		assert_int_equal(state_of(paths[i], 81234, 0, 7),
				 CUTLINE_FILE_SAME);
	}
	check("file:d.jpg", "2");
	check("file:s", "4");
	assert_int_equal(sweep(catalog, "/"), 0);
}

/* Values that differ in what they say, what was read in it, and that say the
 * same again. */
static void every_value_comes_back(void **state)
{
	const struct made made = { .path = "/x.jpg",
				   .identity = "xxh3:1",
				   .fields = {
					   { CUTLINE_CREATORS, "Ana Lima" } } };
	static const char *const by[] = { "ANA LIMA/AFP", "\"x\\\" \x01\t" };
	static const char *const read[] = { "Ana Lima" };
	struct cutline_file_stamp stamp = { 0 };
	enum cutline_put_outcome outcome;
	struct cutline_photo *photo = make_photo(&made);
	struct cutline_photo_value values[] = {
		{ .field = CUTLINE_CREATORS,
		  .items = by,
		  .count = 2,
		  .read = read,
		  .read_count = 1,
		  .origin = "iim:By-line",
		  .span = { 3, 9 },
		  .confidence = 0.25,
		  .chosen = true,
		  .why = "structured" },
		{ .field = CUTLINE_CAMERA,
		  .items = by,
		  .count = 2,
		  .origin = "exif:Artist",
		  .inferred = true },
		{ .field = CUTLINE_CREATORS,
		  .items = read,
		  .count = 1,
		  .origin = "caption",
		  .difference = CUTLINE_DIFFERENCE_REAL },
		{ .field = CUTLINE_CITY, .origin = "iim:City" },
	};

	(void)state;
	photo->values = values;
	photo->value_count = 4;
	assert_int_equal(cutline_catalog_begin(catalog, NULL), CUTLINE_OK);
	assert_int_equal(cutline_catalog_put(catalog, made.path, &stamp, photo,
					     &outcome, NULL),
			 CUTLINE_OK);
	assert_int_equal(cutline_catalog_commit(catalog, NULL), CUTLINE_OK);
	cutline_photo_free(photo);
	photo = show(1);
	assert_int_equal(photo->value_count, 4);
	for (size_t i = 0; i < 4; i++) {
		const struct cutline_photo_value *v = &photo->values[i];

		assert_int_equal(v->field, values[i].field);
		assert_int_equal(v->count, values[i].count);
		for (size_t k = 0; k < v->count; k++)
			assert_string_equal(v->items[k], values[i].items[k]);
		assert_int_equal(v->read_count, values[i].read_count);
		assert_string_equal(v->origin, values[i].origin);
		assert_int_equal(v->span.start, values[i].span.start);
		assert_int_equal(v->span.end, values[i].span.end);
		assert_int_equal(v->chosen, values[i].chosen);
		assert_int_equal(v->difference, values[i].difference);
		assert_int_equal(v->inferred, values[i].inferred);
	}
	assert_string_equal(photo->values[0].read[0], "Ana Lima");
	assert_true(photo->values[0].confidence == 0.25);
	assert_string_equal(photo->values[0].location, "/x.jpg");
	cutline_photo_free(photo);
}

static void every_allocation_may_fail(void **state)
{
	char path[256];
	const struct made made = { .path = path,
				   .identity = "xxh3:1",
				   .fields = { { CUTLINE_CAPTION, "one" },
					       { CUTLINE_CREATORS,
						 "Ana Lima|Bo Ek" } } };
	struct cutline_file_stamp stamp = { 0 };
	enum cutline_put_outcome outcome;
	struct cutline_photo *photo;
	enum cutline_status status;
	bool struck;
	long n = 0;
	long refused = 0;

	(void)state;
	(void)snprintf(path, sizeof(path), "%s", touch("a.jpg"));
	photo = make_photo(&made);
	do {
		struct cutline_catalog *c =
			open_catalog(make_path("c.db"), CUTLINE_CATALOG_WRITE);

		assert_int_equal(cutline_catalog_begin(c, NULL), CUTLINE_OK);
		fail_alloc_after(n);
		status = cutline_catalog_put(c, path, &stamp, photo, &outcome,
					     NULL);
		if (status == CUTLINE_OK)
			status = cutline_catalog_put(c, make_path("b.jpg"),
						     &stamp, photo, &outcome,
						     NULL);
		struck = fail_alloc_count() > n++;
		fail_alloc_after(-1);
		/* What is remembered to save time may be lost. */
		assert_true(status == CUTLINE_OK || status == CUTLINE_NOMEM);
		refused += status == CUTLINE_NOMEM;
		if (!struck)
			assert_int_equal(cutline_catalog_commit(c, NULL),
					 CUTLINE_OK);
		cutline_catalog_close(c);
	} while (struck);
	assert_true(refused > 3);
	assert_int_equal(status, CUTLINE_OK);
	cutline_photo_free(photo);
	check("by:lima", "1");
	check("file:(a b)", "1");
}

static void a_full_disk_rolls_back(void **state)
{
	struct cutline_error err = { 0 };
	struct cutline_file_stamp stamp = { 0 };
	enum cutline_put_outcome outcome;
	enum cutline_status status = CUTLINE_OK;
	char path[32];
	char identity[32];

	(void)state;
	put("/x.jpg", "xxh3:x", "first", NULL);
	assert_int_equal(sqlite3_exec(catalog->db, "PRAGMA max_page_count=60",
				      NULL, NULL, NULL),
			 SQLITE_OK);
	assert_int_equal(cutline_catalog_begin(catalog, NULL), CUTLINE_OK);
	for (int i = 0; i < 100000 && status == CUTLINE_OK; i++) {
		struct made made = { .path = path, .identity = identity };
		struct cutline_photo *photo;

		(void)snprintf(path, sizeof(path), "/a/%d.jpg", i);
		(void)snprintf(identity, sizeof(identity), "xxh3:%d", i);
		photo = make_photo(&made);
		status = cutline_catalog_put(catalog, path, &stamp, photo,
					     &outcome, &err);
		cutline_photo_free(photo);
	}
	assert_int_equal(status, CUTLINE_IO);
	assert_non_null(strstr(err.text, "full"));
	assert_int_equal(cutline_catalog_commit(catalog, NULL), CUTLINE_IO);
	check("", "1");
	assert_int_equal(sqlite3_exec(catalog->db,
				      "PRAGMA max_page_count=100000", NULL,
				      NULL, NULL),
			 SQLITE_OK);
	put("/y.jpg", "xxh3:y", "second", NULL);
	check("", "2 1");
}

static uint32_t next_random(uint32_t below)
{
	static uint32_t seed = 4;

	seed = seed * 1664525u + 1013904223u;
	return (seed >> 8) % below;
}

/* Few paths, few pictures, few days, several changes of one photo in a batch:
 * tear_down() then finds tables and index in step. */
static void random_changes_leave_it_sound(void **state)
{
	struct cutline_file_stamp stamp = { 0 };
	enum cutline_put_outcome outcome;
	struct cutline_error err = { 0 };
	uint64_t missing;

	(void)state;
	for (unsigned batch = 0; batch < 40; batch++) {
		assert_int_equal(cutline_catalog_begin(catalog, NULL), 0);
		for (unsigned i = next_random(60); i > 0; i--) {
			char path[32];
			char identity[32];
			char date[16];
			char caption[32];
			const struct made made = {
				.path = path,
				.identity = identity,
				.date = next_random(5) ? date : NULL,
				.mtime_ns = next_random(3),
				.fields = { { CUTLINE_CAPTION, caption },
					    { CUTLINE_CITY, next_random(2)
								    ? "Cannes"
								    : NULL } },
			};
			struct cutline_photo *photo;

			(void)snprintf(path, sizeof(path), "/%u/%u.jpg",
				       next_random(3), next_random(20));
			(void)snprintf(identity, sizeof(identity), "xxh3:%u",
				       next_random(25));
			(void)snprintf(date, sizeof(date), "2011-01-%02u",
				       1 + next_random(3));
			(void)snprintf(caption, sizeof(caption), "word%u",
				       next_random(9));
			photo = make_photo(&made);
			if (cutline_catalog_put(catalog, path, &stamp, photo,
						&outcome, &err) != CUTLINE_OK)
				fail_msg("%s", err.text);
			cutline_photo_free(photo);
			if (next_random(40) == 0)
				(void)find(catalog, "word1 cannes",
					   CUTLINE_SORT_NEWEST);
		}
		if (next_random(4) == 0)
			assert_int_equal(cutline_catalog_sweep(catalog, "/1",
							       &missing, NULL),
					 CUTLINE_OK);
		if (next_random(5) == 0)
			cutline_catalog_rollback(catalog);
		else
			assert_int_equal(cutline_catalog_commit(catalog, NULL),
					 CUTLINE_OK);
	}
	assert_true(strlen(find(catalog, "word1", CUTLINE_SORT_NEWEST)) > 0);
}

/* Allocations while copies of one picture come in within one batch; the files
 * are there, or each would be taken for the last one moved. */
static long put_copies(const char *identity, int count)
{
	const struct made made = { .identity = identity };
	struct cutline_photo *photo = make_photo(&made);
	char name[40];
	long asked;

	assert_int_equal(cutline_catalog_begin(catalog, NULL), CUTLINE_OK);
	fail_alloc_after(-1);
	for (int i = 0; i < count; i++) {
		struct cutline_file_stamp stamp = { .mtime_ns = i % 7 };
		enum cutline_put_outcome outcome;

		(void)snprintf(name, sizeof(name), "%s-%d", identity, i);
		assert_int_equal(cutline_catalog_put(catalog, touch(name),
						     &stamp, photo, &outcome,
						     NULL),
				 CUTLINE_OK);
		assert_int_equal(outcome, CUTLINE_PUT_NEW);
	}
	assert_int_equal(cutline_catalog_commit(catalog, NULL), CUTLINE_OK);
	asked = fail_alloc_count();
	cutline_photo_free(photo);
	return asked;
}

/* A picture may lie there in thousands: twice as many cost about twice. */
static void copies_do_not_pay_for_each_other(void **state)
{
	long some = put_copies("a", 300);
	long more = put_copies("b", 600);

	(void)state;
	print_message("# 300 copies ask for memory %ld times, 600 %ld times\n",
		      some, more);
	assert_true(4 * more < 9 * some);
	check("file:299", "2 1");
	check("file:599", "2");
	assert_int_equal(sweep(catalog, make_path("")), 0);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(a_file_is_known_by_its_stamp),
		TEST(rewritten_metadata_is_a_change),
		TEST(the_richest_copy_speaks),
		TEST(a_moved_file_keeps_its_photo),
		TEST(another_picture_at_a_path_is_another_photo),
		TEST(what_was_not_seen_goes_missing),
		TEST(what_is_rolled_back_is_gone),
		TEST(odd_paths_are_kept_byte_for_byte),
		TEST(every_value_comes_back),
		TEST(random_changes_leave_it_sound),
		TEST(every_allocation_may_fail),
		TEST(copies_do_not_pay_for_each_other),
		TEST(a_full_disk_rolls_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
