/* SPDX-License-Identifier: MIT */
#include "image/identity.h"

#include <string.h>

#include "build.h"
#include "unit/test.h"

static char *identity_of(struct cl_buf *file, char out[64])
{
	enum cutline_status status;
	struct cutline_image *image = build_read(cl_buf_str(file), &status);

	assert_int_equal(status, CUTLINE_OK);
	assert_int_equal(strlen(image->identity), 5 + 32);
	memcpy(out, image->identity, 5 + 32 + 1);
	cutline_image_free(image);
	cl_buf_release(file);
	return out;
}

/* A picture with caption in its XMP, and behind its end marker tail. */
static void build(struct cl_buf *file, struct cl_str packet, struct cl_str tail,
		  unsigned seed)
{
	build_jpeg_open(file);
	if (packet.len > 0)
		build_segment(file, 0xE1, BUILD_XMP_HEADER, packet);
	build_jpeg_close(file, 100000, seed);
	cl_buf_add_str(file, tail);
}

static void metadata_and_trailers_do_not_change_it(void **state)
{
	static const struct cl_str tails[] = {
		CL_STR_INIT("\0\0\0\0"),
		CL_STR_INIT("a trailer of some camera"),
		CL_STR_INIT("\xFF\xD8 another picture \xFF\xD9 and more"),
	};
	struct cl_str none = { 0 };
	struct cl_buf file;
	char plain[64];
	char other[64];

	(void)state;
	build(&file, none, none, 1);
	(void)identity_of(&file, plain);
	build(&file, CL_STR(BUILD_XMP("<photoshop:City>Oslo</photoshop:City>")),
	      none, 1);
	assert_string_equal(identity_of(&file, other), plain);
	for (size_t i = 0; i < sizeof(tails) / sizeof(tails[0]); i++) {
		build(&file, none, tails[i], 1);
		assert_string_equal(identity_of(&file, other), plain);
	}
}

static void another_picture_has_another(void **state)
{
	struct cl_str none = { 0 };
	struct cl_buf file;
	char first[64];
	char second[64];

	(void)state;
	build(&file, none, none, 1);
	(void)identity_of(&file, first);
	build(&file, none, none, 2);
	assert_string_not_equal(identity_of(&file, second), first);
}

/* Start, middle and end of the scan count, and its length. */
static void each_sample_counts(void **state)
{
	static const size_t places[] = { 100, 50000, 99990 };
	struct cl_str none = { 0 };
	struct cl_buf file;
	char first[64];
	char second[64];

	(void)state;
	build(&file, none, none, 1);
	(void)identity_of(&file, first);
	for (size_t i = 0; i < 3; i++) {
		build(&file, none, none, 1);
		file.data[file.len - 100002 + places[i]] ^= 1;
		assert_string_not_equal(identity_of(&file, second), first);
	}
	build_jpeg_open(&file);
	build_jpeg_close(&file, 100001, 1);
	assert_string_not_equal(identity_of(&file, second), first);
}

/* Between scans stand segments, which may hold what looks like the marker. */
static void the_end_is_found_behind_segments_between_scans(void **state)
{
	struct cl_buf file;
	char first[64];
	char second[64];

	(void)state;
	for (int tail = 0; tail < 2; tail++) {
		build_jpeg_open(&file);
		build_jpeg_close(&file, 5000, 1);
		cl_buf_truncate(&file, file.len - 2);
		build_segment(&file, 0xC4, CL_STR("\xFF\xD9"),
			      CL_STR("a table"));
		cl_buf_add(&file, "\xFF\0\xFF\xD0more\xFF\xFF\xD9", 11);
		if (tail)
			cl_buf_add_cstr(&file, "tail");
		(void)identity_of(&file, tail ? second : first);
	}
	assert_string_equal(first, second);
}

/* With an index of several pictures the first one counts, although the file
 * ends with an end marker. */
static void of_several_pictures_the_first_counts(void **state)
{
	struct cl_buf file;
	char first[64];
	char second[64];

	(void)state;
	for (int more = 0; more < 2; more++) {
		build_jpeg_open(&file);
		build_segment(&file, 0xE2, CL_STR("MPF\0"), CL_STR("index"));
		build_jpeg_close(&file, 5000, 1);
		if (more)
			cl_buf_add(&file, "\xFF\xD8second\xFF\xD9", 10);
		(void)identity_of(&file, more ? second : first);
	}
	assert_string_equal(first, second);
}

static void extents_are_one_stream(void **state)
{
	static const char bytes[] = "..abc..defg.";
	static const struct {
		struct cl_extent list[2];
		size_t count;
	} same[2] = {
		{ { { 2, 3 }, { 7, 4 } }, 2 },
		{ { { 0, 7 }, { 0, 0 } }, 1 },
	};
	char got[2][64];

	(void)state;
	for (size_t i = 0; i < 2; i++) {
		struct cl_record *r = cl_record_new();
		struct cl_extents e = { 0 };
		struct cl_source s;

		assert_non_null(r);
		cl_source_memory(&s, i ? CL_STR("abcdefg")
				       : (struct cl_str){ bytes, 12 });
		for (size_t k = 0; k < same[i].count; k++)
			cl_extents_add(&e, same[i].list[k].offset,
				       same[i].list[k].len);
		cl_identity_set(r, &s, &e);
		memcpy(got[i], r->image.identity, 38);
		cl_extents_release(&e);
		cl_record_free(r);
	}
	assert_string_equal(got[0], got[1]);
}

/* Lengths a header invents reach no further than the file. */
static void invented_extents_are_cut(void **state)
{
	struct cl_record *r = cl_record_new();
	struct cl_extents e = { 0 };
	struct cl_source s;

	(void)state;
	assert_non_null(r);
	cl_source_memory(&s, CL_STR("abc"));
	cl_extents_add(&e, INT64_MAX, INT64_MAX);
	cl_extents_add(&e, 1, INT64_MAX);
	cl_extents_add(&e, -5, 3);
	cl_identity_set(r, &s, &e);
	assert_non_null(r->image.identity);
	assert_false(r->failed);
	cl_extents_release(&e);
	cl_record_free(r);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(metadata_and_trailers_do_not_change_it),
		cmocka_unit_test(another_picture_has_another),
		cmocka_unit_test(each_sample_counts),
		cmocka_unit_test(
			the_end_is_found_behind_segments_between_scans),
		cmocka_unit_test(of_several_pictures_the_first_counts),
		cmocka_unit_test(extents_are_one_stream),
		cmocka_unit_test(invented_extents_are_cut),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
