/* SPDX-License-Identifier: MIT */
/* Thumbnails of pictures that hold none: turned, shrunk, their colours made
 * sRGB. */
#include "image/thumbnail.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "build.h"
#include "draw.h"
#include "fail_alloc.h"
#include "unit/test.h"

#define RED 0xE02020
#define GREEN 0x20C040
#define BLUE 0x3040D0
#define WHITE 0xF0F0F0

static const uint32_t upright[4] = { RED, GREEN, BLUE, WHITE };

static struct cutline_thumbnail *make(struct cl_str file, uint32_t side,
				      enum cutline_status want)
{
	struct cutline_error err = { 0 };
	struct cutline_thumbnail *t;
	struct cl_source s;
	enum cutline_status status;

	cl_source_memory(&s, file);
	status = cl_thumbnail_make(&s, side, &t, &err);
	if (status != want)
		print_error("%s\n", err.text);
	assert_int_equal(status, want);
	assert_int_equal(err.status, want);
	assert_true(!t == (want != CUTLINE_OK));
	return t;
}

/* Make a thumbnail of d, which must be decoded, and look at it. */
static struct seen make_and_see(const struct draw *d, uint32_t side)
{
	struct cutline_thumbnail *t;
	struct cl_buf file;
	struct seen seen;

	draw_jpeg(&file, d);
	t = make(cl_buf_str(&file), side, CUTLINE_OK);
	assert_false(t->embedded);
	assert_false(t->damaged);
	seen = draw_see((struct cl_str){ (const char *)t->jpeg, t->len });
	assert_int_equal(seen.width, t->width);
	assert_int_equal(seen.height, t->height);
	cutline_thumbnail_free(t);
	cl_buf_release(&file);
	return seen;
}

static void check_fields(const struct seen *seen, const uint32_t want[4],
			 unsigned most)
{
	for (int i = 0; i < 4; i++) {
		if (draw_apart(seen->fields[i], want[i]) > most)
			print_error("field %d is %06x, not %06x\n", i,
				    seen->fields[i], want[i]);
		assert_true(draw_apart(seen->fields[i], want[i]) <= most);
	}
}

static void every_orientation_comes_out_upright(void **state)
{
	/* Which of the upright picture's corners are stored where. */
	static const uint8_t stored[9][4] = {
		{ 0, 1, 2, 3 }, { 0, 1, 2, 3 }, { 1, 0, 3, 2 },
		{ 3, 2, 1, 0 }, { 2, 3, 0, 1 }, { 0, 2, 1, 3 },
		{ 1, 3, 0, 2 }, { 3, 1, 2, 0 }, { 2, 0, 3, 1 },
	};

	(void)state;
	for (unsigned o = 0; o <= 8; o++) {
		struct draw d = { .orientation = o };
		struct seen seen;

		d.width = o < 5 ? 300 : 200;
		d.height = o < 5 ? 200 : 300;
		for (int i = 0; i < 4; i++)
			d.fields[i] = upright[stored[o][i]];
		seen = make_and_see(&d, 90);
		assert_int_equal(seen.width, 90);
		assert_int_equal(seen.height, 60);
		check_fields(&seen, upright, 6);
	}
}

static void every_scale_has_the_side_asked_for(void **state)
{
	static const uint32_t sides[] = { 16,  17,  49,  50,  51, 99,
					  100, 101, 199, 200, 399 };
	const struct draw d = {
		.width = 400,
		.height = 264,
		.fields = { RED, GREEN, BLUE, WHITE },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(sides) / sizeof(*sides); i++) {
		struct seen seen = make_and_see(&d, sides[i]);

		assert_int_equal(seen.width, sides[i]);
		assert_int_equal(seen.height, (sides[i] * 264 + 200) / 400);
		check_fields(&seen, upright, 24);
	}
}

static void a_small_picture_keeps_its_size(void **state)
{
	const struct draw d = {
		.width = 30,
		.height = 41,
		.fields = { RED, RED, RED, RED },
	};
	const struct draw line = { .width = 1, .height = 1000 };
	struct seen seen = make_and_see(&d, 240);

	(void)state;
	assert_int_equal(seen.width, 30);
	assert_int_equal(seen.height, 41);
	seen = make_and_see(&line, 100);
	assert_int_equal(seen.width, 1);
	assert_int_equal(seen.height, 100);
}

static void every_kind_of_colours_becomes_rgb(void **state)
{
	static const struct draw kinds[] = {
		{ .components = 4 },
		{ .components = 4, .ycck = true },
		{ .components = 4, .plain_cmyk = true },
		{ .rgb = true },
		{ .progressive = true },
		{ .components = 4, .progressive = true },
		{ .restart = 1 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++) {
		struct draw d = kinds[i];

		d.width = 320;
		d.height = 160;
		memcpy(d.fields, upright, sizeof(upright));
		for (uint32_t side = 40; side <= 320; side *= 2) {
			struct seen seen = make_and_see(&d, side);

			check_fields(&seen, upright, 24);
		}
	}
}

static void grey_stays_grey(void **state)
{
	static const uint32_t grey[4] = { 0x101010, 0x808080, 0xC0C0C0,
					  0xF0F0F0 };
	struct draw d = { .width = 320, .height = 200, .components = 1 };
	struct seen seen;

	(void)state;
	memcpy(d.fields, grey, sizeof(grey));
	seen = make_and_see(&d, 100);
	check_fields(&seen, grey, 4);
	d.progressive = true;
	seen = make_and_see(&d, 40);
	check_fields(&seen, grey, 4);
}

static void other_types_are_named_and_refused(void **state)
{
	static const struct {
		struct cl_str file;
		enum cutline_status want;
		const char *words;
	} cases[] = {
		{ CL_STR_INIT("\x89PNG\r\n\x1A\n0000IHDR"), CUTLINE_UNSUPPORTED,
		  "png" },
		{ CL_STR_INIT("RIFF\x10\0\0\0WEBPVP8 "), CUTLINE_UNSUPPORTED,
		  "webp" },
		{ CL_STR_INIT("FUJIFILMCCD-RAW 0201"), CUTLINE_UNSUPPORTED,
		  "raw" },
		{ CL_STR_INIT("GIF89a\1\0\1\0"), CUTLINE_UNSUPPORTED, "gif" },
		{ CL_STR_INIT("text"), CUTLINE_FORMAT, "no image" },
		{ CL_STR_INIT(""), CUTLINE_FORMAT, "is empty" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct cutline_error err = { 0 };
		struct cutline_thumbnail *t;
		struct cl_source s;

		cl_source_memory(&s, cases[i].file);
		assert_int_equal(cl_thumbnail_make(&s, 100, &t, &err),
				 cases[i].want);
		assert_null(t);
		assert_non_null(strstr(err.text, cases[i].words));
	}
}

static void a_side_out_of_range_is_refused(void **state)
{
	const struct draw d = { .width = 20, .height = 20 };
	struct cl_buf file;

	(void)state;
	draw_jpeg(&file, &d);
	(void)make(cl_buf_str(&file), 0, CUTLINE_LIMIT);
	(void)make(cl_buf_str(&file), CUTLINE_THUMBNAIL_SIDE_MIN - 1,
		   CUTLINE_LIMIT);
	(void)make(cl_buf_str(&file), CUTLINE_THUMBNAIL_SIDE_MAX + 1,
		   CUTLINE_LIMIT);
	cutline_thumbnail_free(make(cl_buf_str(&file),
				    CUTLINE_THUMBNAIL_SIDE_MAX, CUTLINE_OK));
	cutline_thumbnail_free(NULL);
	cl_buf_release(&file);
}

static void a_file_is_read_by_path_and_by_descriptor(void **state)
{
	const struct draw d = { .width = 900, .height = 600 };
	char path[] = "/tmp/cutline-thumbnail-XXXXXX";
	int fd = mkstemp(path);
	struct cutline_thumbnail *t;
	struct cl_buf file;

	(void)state;
	draw_jpeg(&file, &d);
	assert_int_equal(write(fd, file.data, file.len), file.len);
	assert_int_equal(cutline_image_thumbnail(path, 120, &t, NULL),
			 CUTLINE_OK);
	assert_int_equal(t->width, 120);
	assert_int_equal(t->height, 80);
	cutline_thumbnail_free(t);
	assert_int_equal(cutline_image_thumbnail_fd(fd, path, 60, &t, NULL),
			 CUTLINE_OK);
	assert_int_equal(t->width, 60);
	cutline_thumbnail_free(t);
	(void)close(fd);
	(void)unlink(path);
	assert_int_equal(cutline_image_thumbnail(path, 60, &t, NULL),
			 CUTLINE_NOT_FOUND);
	assert_int_equal(cutline_image_thumbnail("/dev/null", 60, &t, NULL),
			 CUTLINE_FORMAT);
	cl_buf_release(&file);
}

static void every_allocation_may_fail(void **state)
{
	const struct draw d = {
		.width = 300,
		.height = 200,
		.fields = { RED, GREEN, BLUE, WHITE },
		.orientation = 3,
	};
	static const uint32_t turned[4] = { WHITE, BLUE, GREEN, RED };
	struct cutline_thumbnail *t = NULL;
	enum cutline_status status;
	struct cl_buf file;
	struct seen seen;
	long before;
	long n = 0;

	(void)state;
	draw_jpeg(&file, &d);
	before = fail_alloc_live();
	do {
		struct cl_source s;

		cl_source_memory(&s, cl_buf_str(&file));
		fail_alloc_after(n++);
		status = cl_thumbnail_make(&s, 100, &t, NULL);
		fail_alloc_after(-1);
		assert_true(status == CUTLINE_OK || !t);
	} while (status == CUTLINE_NOMEM);
	assert_int_equal(status, CUTLINE_OK);
	assert_true(n > 5);
	seen = draw_see((struct cl_str){ (const char *)t->jpeg, t->len });
	check_fields(&seen, turned, 6);
	cutline_thumbnail_free(t);
	assert_int_equal(fail_alloc_live(), before);
	cl_buf_release(&file);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_orientation_comes_out_upright),
		cmocka_unit_test(every_scale_has_the_side_asked_for),
		cmocka_unit_test(a_small_picture_keeps_its_size),
		cmocka_unit_test(every_kind_of_colours_becomes_rgb),
		cmocka_unit_test(grey_stays_grey),
		cmocka_unit_test(other_types_are_named_and_refused),
		cmocka_unit_test(a_side_out_of_range_is_refused),
		cmocka_unit_test(a_file_is_read_by_path_and_by_descriptor),
		cmocka_unit_test(every_allocation_may_fail),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
