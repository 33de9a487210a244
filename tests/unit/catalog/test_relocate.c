/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "fail_alloc.h"
#include "unit/catalog/archive.h"
#include "unit/test.h"

static struct cutline_catalog *catalog;

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

static struct cutline_relocated relocate(const char *from, const char *to)
{
	struct cutline_relocated relocated = { 0 };
	struct cutline_error err = { 0 };

	if (cutline_catalog_relocate(catalog, from, to, false, &relocated,
				     &err) != CUTLINE_OK)
		fail_msg("%s", err.text);
	return relocated;
}

static int64_t at(const char *path)
{
	int64_t id = 0;

	if (cutline_catalog_find_path(catalog, path, &id, NULL) != CUTLINE_OK)
		return 0;
	return id;
}

static void a_tree_moves(void **state)
{
	struct cutline_relocated r = relocate("/p/", "/q/r");

	(void)state;
	assert_int_equal(r.folders, 4);
	assert_int_equal(r.files, 4);
	assert_int_equal(r.left, 0);
	assert_int_equal(at("/q/r/cannes/d.jpg"), 4);
	assert_int_equal(at("/q/r/copies/a copy.jpg"), 1);
	assert_int_equal(at("/q/r/\xE9t\xE9/b.jpg"), 2);
	assert_int_equal(at("/p/cannes/d.jpg"), 0);
	assert_int_equal(at("/bin/sh"), 1);
	assert_string_equal(find(catalog, "folder:r", CUTLINE_SORT_ADDED),
			    "4 3 2 1");
	assert_string_equal(find(catalog, "folder:p", CUTLINE_SORT_ADDED), "");
}

static void a_name_that_only_begins_so_stays(void **state)
{
	static const struct made near = { .path = "/p0/e.jpg",
					  .identity = "xxh3:0e" };
	static const struct made like = { .path = "/p-2/f.jpg",
					  .identity = "xxh3:0f" };

	(void)state;
	put_made(catalog, &near);
	put_made(catalog, &like);
	(void)relocate("/p", "/q");
	assert_int_equal(at("/p0/e.jpg"), 5);
	assert_int_equal(at("/p-2/f.jpg"), 6);
	assert_int_equal(at("/q/cannes/d.jpg"), 4);
}

static void folders_are_joined(void **state)
{
	static const struct made same = { .path = "/q/cannes/d.jpg",
					  .identity = "xxh3:0e" };
	static const struct made other = { .path = "/q/gone/x.jpg",
					   .identity = "xxh3:0f" };
	struct cutline_relocated r;

	(void)state;
	put_made(catalog, &same);
	put_made(catalog, &other);
	r = relocate("/p", "/q");
	assert_int_equal(r.files, 3);
	assert_int_equal(r.left, 1);
	assert_int_equal(at("/p/cannes/d.jpg"), 4);
	assert_int_equal(at("/q/cannes/d.jpg"), 5);
	assert_int_equal(at("/q/gone/c.jpg"), 3);
	assert_int_equal(at("/q/gone/x.jpg"), 6);
	assert_string_equal(find(catalog, "folder:p", CUTLINE_SORT_ADDED), "4");
}

/* Each folder must have left its place before the next comes there. */
static void a_tree_moves_up_over_itself(void **state)
{
	static const struct made upper = { .path = "/p/x/one.jpg",
					   .identity = "xxh3:0e" };
	static const struct made lower = { .path = "/p/x/x/two.jpg",
					   .identity = "xxh3:0f" };

	(void)state;
	put_made(catalog, &upper);
	put_made(catalog, &lower);
	(void)relocate("/p/x", "/p");
	assert_int_equal(at("/p/one.jpg"), 5);
	assert_int_equal(at("/p/x/two.jpg"), 6);
	assert_int_equal(at("/p/two.jpg"), 0);
}

static void there_and_back_again(void **state)
{
	(void)state;
	(void)relocate("/p", "/p2/p/p");
	(void)relocate("/p2/p/p", "/");
	assert_int_equal(at("/cannes/d.jpg"), 4);
	(void)relocate("/cannes", "/p/cannes");
	assert_int_equal(at("/p/cannes/d.jpg"), 4);
}

static void what_cannot_be_is_refused(void **state)
{
	struct cutline_error err = { 0 };

	(void)state;
	assert_int_equal(cutline_catalog_relocate(catalog, "/p", "/p/x", false,
						  NULL, &err),
			 CUTLINE_FORMAT);
	assert_int_equal(cutline_catalog_relocate(catalog, "/p", "/p//", false,
						  NULL, &err),
			 CUTLINE_FORMAT);
	assert_int_equal(cutline_catalog_relocate(catalog, "/x", "/y", false,
						  NULL, &err),
			 CUTLINE_NOT_FOUND);
	assert_true(err.hint[0]);
	assert_int_equal(
		cutline_catalog_relocate(catalog, "/p", "/y", true, NULL, &err),
		CUTLINE_OK);
	assert_int_equal(at("/p/cannes/d.jpg"), 4);
}

static void every_allocation_may_fail(void **state)
{
	enum cutline_status status;
	long n = 0;

	(void)state;
	do {
		fail_alloc_after(n++);
		status = cutline_catalog_relocate(catalog, "/p", "/q", false,
						  NULL, NULL);
		fail_alloc_after(-1);
		assert_int_equal(at("/p/cannes/d.jpg"),
				 status == CUTLINE_OK ? 0 : 4);
	} while (status == CUTLINE_NOMEM);
	assert_int_equal(status, CUTLINE_OK);
	assert_true(n > 1);
	assert_int_equal(at("/q/cannes/d.jpg"), 4);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(a_tree_moves),
		TEST(a_name_that_only_begins_so_stays),
		TEST(folders_are_joined),
		TEST(a_tree_moves_up_over_itself),
		TEST(there_and_back_again),
		TEST(what_cannot_be_is_refused),
		TEST(every_allocation_may_fail),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
