/* SPDX-License-Identifier: MIT */
/* Pictures that are too much, or not all there. */
#include "image/thumbnail.h"

#include <string.h>
#include <time.h>

#include "build.h"
#include "draw.h"
#include "fail_alloc.h"
#include "unit/test.h"

/* What a refusal may take; sanitizers and a loaded machine included. */
#define SECONDS_MAX 2.0

/* A header of a picture of any size, and a few bytes of its first scan. */
static void put_giant(struct cl_buf *out, unsigned sof, unsigned side,
		      unsigned components)
{
	struct cl_buf frame;
	struct cl_buf scan;

	cl_buf_init(&frame, 64);
	cl_buf_init(&scan, 64);
	build_jpeg_open(out);
	build_u16(out, 0xFFDB);
	build_u16(out, 67);
	for (int i = 0; i < 65; i++)
		build_u8(out, i > 0);
	build_u8(&frame, 8);
	build_u16(&frame, side);
	build_u16(&frame, side);
	build_u8(&frame, components);
	build_u8(&scan, components);
	for (unsigned i = 1; i <= components; i++) {
		build_u8(&frame, i);
		build_u16(&frame, 0x1100);
		build_u16(&scan, i << 8);
	}
	cl_buf_add(&scan, sof == 0xC2 ? "\0\0\0" : "\0\x3F\0", 3);
	build_segment(out, sof, cl_buf_str(&frame), (struct cl_str){ 0 });
	build_segment(out, 0xC4, CL_STR("\0\1\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"),
		      CL_STR("\0"));
	build_segment(out, 0xC4, CL_STR("\x10\1\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"),
		      CL_STR("\0"));
	build_segment(out, 0xDA, cl_buf_str(&scan), (struct cl_str){ 0 });
	for (int i = 0; i < 200; i++)
		build_u8(out, 0);
	cl_buf_release(&frame);
	cl_buf_release(&scan);
}

/* The status, quickly; a thumbnail in *out or not. */
static enum cutline_status make(struct cl_str file, uint32_t side,
				struct cutline_thumbnail **out,
				const char *words)
{
	struct cutline_error err = { 0 };
	clock_t start = clock();
	enum cutline_status status;
	struct cl_source s;

	cl_source_memory(&s, file);
	status = cl_thumbnail_make(&s, side, out, &err);
	assert_true((double)(clock() - start) / CLOCKS_PER_SEC < SECONDS_MAX);
	assert_int_equal(err.status, status);
	if (words && !strstr(err.text, words))
		print_error("%s\n", err.text);
	assert_true(!words || strstr(err.text, words));
	return status;
}

static void giants_are_refused_at_once(void **state)
{
	static const struct {
		unsigned sof, side, components;
		enum cutline_status want;
		const char *words;
	} cases[] = {
		{ 0xC0, 65535, 1, CUTLINE_LIMIT, "dimension" },
		{ 0xC2, 65535, 3, CUTLINE_LIMIT, "dimension" },
		{ 0xC0, 65500, 3, CUTLINE_LIMIT, "200 million" },
		{ 0xC2, 65500, 3, CUTLINE_LIMIT, "200 million" },
		{ 0xC2, 16000, 1, CUTLINE_LIMIT, "200 million" },
		{ 0xC0, 14143, 1, CUTLINE_LIMIT, "200 million" },
		{ 0xC2, 14142, 3, CUTLINE_LIMIT, "512 megabytes" },
		/* Meson fills what is allocated: not too large. */
		{ 0xC2, 5000, 1, CUTLINE_FORMAT, "cut off" },
		{ 0xC0, 14142, 3, CUTLINE_FORMAT, "cut off" },
		{ 0xC3, 1000, 1, CUTLINE_UNSUPPORTED, "SOF type" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct cutline_thumbnail *t;
		struct cl_buf file;

		put_giant(&file, cases[i].sof, cases[i].side,
			  cases[i].components);
		for (uint32_t side = 100; side <= 4000; side *= 40) {
			assert_int_equal(make(cl_buf_str(&file), side, &t,
					      cases[i].words),
					 cases[i].want);
			assert_null(t);
		}
		cl_buf_release(&file);
	}
}

static void a_hundred_scans_are_read_and_no_more(void **state)
{
	struct draw d = { .width = 64, .height = 64, .components = 1 };
	struct cutline_thumbnail *t;
	struct cl_buf file;

	(void)state;
	d.bands = 49; /* 99 scans */
	draw_jpeg(&file, &d);
	assert_int_equal(make(cl_buf_str(&file), 32, &t, NULL), CUTLINE_OK);
	cutline_thumbnail_free(t);
	cl_buf_release(&file);
	d.bands = 50; /* 101 */
	draw_jpeg(&file, &d);
	assert_int_equal(make(cl_buf_str(&file), 32, &t, "100 scans"),
			 CUTLINE_LIMIT);
	cl_buf_release(&file);
}

/* A picture with something in it, cut. */
static void a_cut_picture_is_shown_as_far_as_it_goes(void **state)
{
	struct draw d = {
		.width = 800,
		.height = 800,
		.fields = { 0xE02020, 0x20C040, 0x3040D0, 0xF0F0F0 },
		.restart = 1,
	};

	(void)state;
	for (int progressive = 0; progressive < 2; progressive++) {
		struct cutline_thumbnail *t;
		struct cl_buf file;

		d.progressive = progressive;
		draw_jpeg(&file, &d);
		assert_int_equal(
			make(cl_str_sub(cl_buf_str(&file), 0, file.len * 3 / 4),
			     200, &t, NULL),
			CUTLINE_OK);
		assert_true(t->damaged);
		assert_int_equal(t->width, 200);
		(void)draw_see(
			(struct cl_str){ (const char *)t->jpeg, t->len });
		cutline_thumbnail_free(t);
		cl_buf_release(&file);
	}
}

/* Where each row is missing its restart marker. */
static void a_cut_picture_with_many_restarts_is_shown(void **state)
{
	const struct draw d = { .width = 16, .height = 8000, .restart = 1 };
	struct cutline_thumbnail *t;
	struct cl_buf file;

	(void)state;
	draw_jpeg(&file, &d);
	assert_int_equal(make(cl_str_sub(cl_buf_str(&file), 0, file.len / 2),
			      400, &t, NULL),
			 CUTLINE_OK);
	assert_true(t->damaged);
	assert_int_equal(t->height, 400);
	cutline_thumbnail_free(t);
	cl_buf_release(&file);
}

static void the_beginning_alone_is_no_picture(void **state)
{
	const struct draw d = { .width = 800, .height = 800, .restart = 1 };
	struct cutline_thumbnail *t;
	struct cl_buf file;

	(void)state;
	draw_jpeg(&file, &d);
	assert_int_equal(
		make(cl_str_sub(cl_buf_str(&file), 0, 700), 200, &t, "cut off"),
		CUTLINE_FORMAT);
	cl_buf_release(&file);
}

/* Marks of another restart interval than the next, one in each row. */
static void faults_are_counted(void **state)
{
	const struct draw d = { .width = 16, .height = 8000, .restart = 1 };
	struct cutline_thumbnail *t;
	struct cl_buf file;
	unsigned faults = 0;

	(void)state;
	draw_jpeg(&file, &d);
	assert_int_equal(make(cl_buf_str(&file), 4000, &t, NULL), CUTLINE_OK);
	assert_false(t->damaged);
	cutline_thumbnail_free(t);
	for (size_t i = file.len - 1; i > 600; i--) {
		if ((uint8_t)file.data[i - 1] != 0xFF ||
		    ((uint8_t)file.data[i] & 0xF8) != 0xD0)
			continue;
		file.data[i] = (char)0xC8;
		faults++;
		if (faults != 3)
			continue;
		assert_int_equal(make(cl_buf_str(&file), 4000, &t, NULL),
				 CUTLINE_OK);
		assert_true(t->damaged);
		cutline_thumbnail_free(t);
	}
	assert_true(faults > CUTLINE_THUMBNAIL_WARNINGS_MAX);
	assert_int_equal(make(cl_buf_str(&file), 4000, &t, "no thumbnail"),
			 CUTLINE_FORMAT);
	cl_buf_release(&file);
}

static void a_file_may_end_anywhere(void **state)
{
	const struct draw d = { .width = 64, .height = 48, .orientation = 6 };
	struct cl_buf file;
	size_t made = 0;

	(void)state;
	draw_jpeg(&file, &d);
	for (size_t len = 0; len < file.len; len++) {
		struct cutline_thumbnail *t;
		enum cutline_status status = make(
			cl_str_sub(cl_buf_str(&file), 0, len), 40, &t, NULL);

		assert_true(status == CUTLINE_OK || status == CUTLINE_FORMAT);
		assert_true(!t == (status != CUTLINE_OK));
		if (t)
			made++;
		cutline_thumbnail_free(t);
	}
	assert_true(made > 0 && made < 100);
	cl_buf_release(&file);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(giants_are_refused_at_once),
		cmocka_unit_test(a_hundred_scans_are_read_and_no_more),
		cmocka_unit_test(a_cut_picture_is_shown_as_far_as_it_goes),
		cmocka_unit_test(a_cut_picture_with_many_restarts_is_shown),
		cmocka_unit_test(the_beginning_alone_is_no_picture),
		cmocka_unit_test(faults_are_counted),
		cmocka_unit_test(a_file_may_end_anywhere),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
