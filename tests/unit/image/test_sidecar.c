/* SPDX-License-Identifier: MIT */
#define _XOPEN_SOURCE 700 /* mkdtemp, truncate */
#include "image/sidecar.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "build.h"
#include "fail_alloc.h"
#include "unit/test.h"

#define XMP_SPACE " xmlns:xmp='http://ns.adobe.com/xap/1.0/'"
#define PACKET(city, date)                                              \
 BUILD_XMP("<photoshop:City>" city "</photoshop:City>"                  \
	   "<xmp:MetadataDate" XMP_SPACE ">" date "</xmp:MetadataDate>" \
	   "<dc:subject><rdf:Bag><rdf:li>sea</rdf:li>"                  \
	   "<rdf:li>sun</rdf:li></rdf:Bag></dc:subject>")

/* The folder of one test, the current one, with a picture a.jpg in it. */
struct desk {
	char folder[64];
	int back;
	struct cutline_image *image;
};

static void write_file(const char *name, struct cl_str text)
{
	FILE *file = fopen(name, "wb");

	assert_non_null(file);
	assert_int_equal(fwrite(text.ptr, 1, text.len, file), text.len);
	assert_int_equal(fclose(file), 0);
}

static void begin(struct desk *desk)
{
	struct cl_buf picture;

	*desk = (struct desk){ .back = open(".", O_RDONLY | O_DIRECTORY) };
	memcpy(desk->folder, "/tmp/cutline-sidecar-XXXXXX",
	       sizeof("/tmp/cutline-sidecar-XXXXXX"));
	assert_true(desk->back >= 0);
	assert_non_null(mkdtemp(desk->folder));
	assert_int_equal(chdir(desk->folder), 0);
	cl_buf_init(&picture, BUILD_MAX);
	build_usual(&picture);
	write_file("a.jpg", cl_buf_str(&picture));
	cl_buf_release(&picture);
	assert_int_equal(cutline_image_read("a.jpg", &desk->image, NULL),
			 CUTLINE_OK);
}

static void end(struct desk *desk)
{
	static const char *const names[] = { "a.jpg", "a.jpg.xmp", "a.jpg.XMP",
					     "a.xmp", "a.XMP",     "b.xmp" };

	cutline_image_free(desk->image);
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		(void)remove(names[i]);
	assert_int_equal(fchdir(desk->back), 0);
	(void)close(desk->back);
	assert_int_equal(remove(desk->folder), 0);
	assert_int_equal(fail_alloc_live(), 0);
}

static void find(struct desk *desk)
{
	assert_int_equal(
		cutline_image_find_sidecars(desk->image, "a.jpg", NULL),
		CUTLINE_OK);
}

static void check(struct desk *desk, unsigned block, const char *path,
		  const char *city)
{
	assert_true(block < desk->image->sidecar_count);
	assert_string_equal(desk->image->sidecars[block], path);
	assert_string_equal(build_value(desk->image,
					"sidecar:xmp:photoshop:City", block, 0),
			    city);
	assert_string_equal(
		build_value(desk->image, "sidecar:xmp:dc:subject", block, 1),
		"sun");
}

static void names_are_asked_in_order(void **state)
{
	static const char *const names[] = { "d.e/a.jpg.xmp", "d.e/a.jpg.XMP",
					     "d.e/a.jpg.Xmp", "d.e/a.xmp",
					     "d.e/a.XMP",     "d.e/a.Xmp" };
	struct cl_buf name;

	(void)state;
	cl_buf_init(&name, 100);
	for (unsigned n = 0; n < CL_SIDECAR_NAMES_MAX; n++) {
		assert_true(cl_sidecar_name(&name, CL_STR("d.e/a.jpg"), n));
		assert_string_equal(cl_buf_cstr(&name), names[n]);
	}
	assert_false(cl_sidecar_name(&name, CL_STR("d.e/a.jpg"), 6));
	assert_true(cl_sidecar_name(&name, CL_STR("d.e/.jpg"), 1));
	assert_string_equal(cl_buf_cstr(&name), "d.e/.jpg.XMP");
	assert_false(cl_sidecar_name(&name, CL_STR("d.e/.jpg"), 3));
	assert_false(cl_sidecar_name(&name, CL_STR("d.e/a"), 3));
	cl_buf_release(&name);
	assert_true(cl_is_sidecar_name(CL_STR("a.XmP")));
	assert_false(cl_is_sidecar_name(CL_STR(".xmp")));
	assert_false(cl_is_sidecar_name(CL_STR("a.xmpl")));
	assert_false(cl_is_sidecar_name(CL_STR("xmp")));
}

static void values_are_added_under_their_own_names(void **state)
{
	struct desk desk;
	size_t tags;

	(void)state;
	begin(&desk);
	tags = desk.image->tag_count;
	find(&desk);
	assert_int_equal(desk.image->tag_count, tags);
	assert_int_equal(desk.image->sidecar_count, 0);
	write_file("a.xmp", CL_STR(PACKET("Oslo", "2024-01-01")));
	find(&desk);
	assert_int_equal(desk.image->sidecar_count, 1);
	assert_int_equal(desk.image->tag_count, tags + 4);
	assert_int_equal(desk.image->warning_count, 0);
	check(&desk, 0, "a.xmp", "Oslo");
	end(&desk);
}

static void the_newest_of_several_comes_first(void **state)
{
	struct desk desk;

	(void)state;
	begin(&desk);
	write_file("a.jpg.xmp", CL_STR(PACKET("Oslo", "2024-01-01")));
	write_file("a.jpg.XMP", CL_STR(PACKET("Bergen", "2024-01-03")));
	write_file("a.xmp", CL_STR(PACKET("Bod\xC3\xB8", "2024-01-02")));
	find(&desk);
	check(&desk, 0, "a.jpg.XMP", "Bergen");
	check(&desk, 1, "a.xmp", "Bod\xC3\xB8");
	check(&desk, 2, "a.jpg.xmp", "Oslo");
	assert_true(build_warned(desk.image, "what a.jpg.XMP says comes first, "
					     "it is newer"));
	end(&desk);
}

static void without_dates_the_order_of_names_counts(void **state)
{
	struct desk desk;

	(void)state;
	begin(&desk);
	write_file("a.jpg.xmp", CL_STR(PACKET("Oslo", "soon")));
	write_file("a.xmp", CL_STR(PACKET("Bergen", "2024-01-03")));
	find(&desk);
	check(&desk, 0, "a.jpg.xmp", "Oslo");
	check(&desk, 1, "a.xmp", "Bergen");
	assert_true(build_warned(desk.image, "what a.jpg.xmp says comes "
					     "first"));
	assert_false(build_warned(desk.image, "newer"));
	end(&desk);
}

static void damage_is_a_remark_that_names_the_file(void **state)
{
	struct desk desk;

	(void)state;
	begin(&desk);
	write_file("a.jpg.xmp", CL_STR("\xFF\xD8\xFF\xE0 no packet"));
	write_file("a.xmp", CL_STR("  \n"));
	find(&desk);
	assert_int_equal(desk.image->sidecar_count, 2);
	assert_true(build_warned(desk.image, "sidecar a.jpg.xmp: the XMP"));
	assert_true(build_warned(desk.image, "sidecar a.xmp: it is empty"));
	end(&desk);
}

static void utf_16_is_read(void **state)
{
	static const char text[] = PACKET("Oslo", "2024-01-01");
	struct cl_buf wide;
	struct desk desk;

	(void)state;
	begin(&desk);
	cl_buf_init(&wide, BUILD_MAX);
	cl_buf_add(&wide, "\xFF\xFE", 2);
	for (size_t i = 0; i < sizeof(text) - 1; i++) {
		cl_buf_add_char(&wide, text[i]);
		cl_buf_add_char(&wide, '\0');
	}
	write_file("a.xmp", cl_buf_str(&wide));
	cl_buf_release(&wide);
	find(&desk);
	assert_int_equal(desk.image->warning_count, 0);
	check(&desk, 0, "a.xmp", "Oslo");
	end(&desk);
}

static void folders_are_no_sidecars_and_links_may_be(void **state)
{
	struct desk desk;

	(void)state;
	begin(&desk);
	assert_int_equal(mkdir("a.jpg.xmp", 0700), 0);
	assert_int_equal(symlink("nowhere", "a.jpg.XMP"), 0);
	write_file("b.xmp", CL_STR(PACKET("Oslo", "2024")));
	assert_int_equal(symlink("b.xmp", "a.xmp"), 0);
	assert_int_equal(link("b.xmp", "a.XMP"), 0); /* the same file */
	find(&desk);
	assert_int_equal(desk.image->sidecar_count, 1);
	assert_int_equal(desk.image->warning_count, 0);
	check(&desk, 0, "a.xmp", "Oslo");
	end(&desk);
}

static void a_huge_one_is_not_read(void **state)
{
	struct cutline_error err;
	struct desk desk;

	(void)state;
	begin(&desk);
	write_file("a.xmp", CL_STR(""));
	assert_int_equal(truncate("a.xmp", CUTLINE_IMAGE_METADATA_MAX + 1), 0);
	assert_int_equal(cutline_image_read_sidecar(desk.image, "a.xmp", &err),
			 CUTLINE_LIMIT);
	assert_string_equal(err.text, "a.xmp is longer than 16777216 bytes");
	find(&desk);
	assert_int_equal(desk.image->sidecar_count, 0);
	assert_true(build_warned(desk.image, "the sidecar was not read: a.xmp "
					     "is longer"));
	assert_int_equal(cutline_image_read_sidecar(desk.image, "no", &err),
			 CUTLINE_NOT_FOUND);
	assert_int_equal(cutline_image_read_sidecar(desk.image, ".", &err),
			 CUTLINE_FORMAT);
	assert_int_equal(truncate("a.xmp", CUTLINE_IMAGE_METADATA_MAX), 0);
	for (int i = 0; i < CUTLINE_IMAGE_SIDECARS_MAX; i++)
		assert_int_equal(
			cutline_image_read_sidecar(desk.image, "a.xmp", &err),
			CUTLINE_OK);
	assert_int_equal(cutline_image_read_sidecar(desk.image, "a.xmp", &err),
			 CUTLINE_LIMIT);
	end(&desk);
}

static void every_allocation_may_fail(void **state)
{
	enum cutline_status status;
	struct desk desk;
	long n = 0;

	(void)state;
	begin(&desk);
	write_file("a.jpg.xmp", CL_STR(PACKET("Oslo", "2024-01-01")));
	write_file("a.xmp", CL_STR(PACKET("Bergen", "2024-01-03") "<"));
	do {
		cutline_image_free(desk.image);
		assert_int_equal(cutline_image_read("a.jpg", &desk.image, NULL),
				 CUTLINE_OK);
		fail_alloc_after(n++);
		status = cutline_image_find_sidecars(desk.image, "a.jpg", NULL);
		fail_alloc_after(-1);
	} while (status == CUTLINE_NOMEM);
	assert_int_equal(status, CUTLINE_OK);
	assert_true(n > 4);
	check(&desk, 0, "a.xmp", "Bergen");
	check(&desk, 1, "a.jpg.xmp", "Oslo");
	end(&desk);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_are_asked_in_order),
		cmocka_unit_test(values_are_added_under_their_own_names),
		cmocka_unit_test(the_newest_of_several_comes_first),
		cmocka_unit_test(without_dates_the_order_of_names_counts),
		cmocka_unit_test(damage_is_a_remark_that_names_the_file),
		cmocka_unit_test(utf_16_is_read),
		cmocka_unit_test(folders_are_no_sidecars_and_links_may_be),
		cmocka_unit_test(a_huge_one_is_not_read),
		cmocka_unit_test(every_allocation_may_fail),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
