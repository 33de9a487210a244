/* SPDX-License-Identifier: MIT */
#include "import/kinds.h"

#include <stdio.h>
#include <string.h>

#include "unit/test.h"

static void images_are_told_by_their_name(void **state)
{
	(void)state;
	assert_true(cl_has_image_name("a.jpg"));
	assert_true(cl_has_image_name("a.b.JPEG"));
	assert_true(cl_has_image_name("a.heic"));
	assert_false(cl_has_image_name("jpg"));
	assert_false(cl_has_image_name(".jpg"));
	assert_false(cl_has_image_name("a.jpg.txt"));
	assert_false(cl_has_image_name("a.nef"));
}

static void kinds_are_counted_most_first(void **state)
{
	struct cutline_import_counts counts = { 0 };

	(void)state;
	cl_kinds_count(&counts, "a.xmp", false);
	cl_kinds_count(&counts, "b.nef", true);
	cl_kinds_count(&counts, "c.NEF", true);
	cl_kinds_count(&counts, "README", false);
	cl_kinds_count(&counts, "a.averyverylongending", false);
	cl_kinds_count(&counts, "a.x\033y", false);
	cl_kinds_count(&counts, "a.x\xFFy", false);
	cl_kinds_sort(&counts);
	assert_int_equal(counts.skipped, 7);
	assert_int_equal(counts.kind_count, 4);
	assert_string_equal(counts.kinds[0].name, "NEF");
	assert_int_equal(counts.kinds[0].count, 2);
	assert_string_equal(counts.kinds[1].name, "no ending");
	assert_string_equal(counts.kinds[2].name, "xmp");
	assert_string_equal(counts.kinds[3].name, "other");
	assert_int_equal(counts.kinds[3].count, 3);
}

static void there_are_never_too_many(void **state)
{
	struct cutline_import_counts counts = { 0 };
	char name[32];

	(void)state;
	for (int i = 0; i < 200; i++) {
		(void)snprintf(name, sizeof(name), "a.k%d", i);
		cl_kinds_count(&counts, name, false);
	}
	cl_kinds_sort(&counts);
	assert_int_equal(counts.skipped, 200);
	assert_int_equal(counts.kind_count, CUTLINE_IMPORT_KINDS);
	assert_string_equal(counts.kinds[CUTLINE_IMPORT_KINDS - 1].name,
			    "other");
	assert_int_equal(counts.kinds[CUTLINE_IMPORT_KINDS - 1].count,
			 200 - (CUTLINE_IMPORT_KINDS - 1));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(images_are_told_by_their_name),
		cmocka_unit_test(kinds_are_counted_most_first),
		cmocka_unit_test(there_are_never_too_many),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
