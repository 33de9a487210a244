/* SPDX-License-Identifier: MIT */
/* When the thumbnail in the EXIF block serves, and when not. */
#include "image/thumbnail.h"

#include <string.h>

#include "build.h"
#include "draw.h"
#include "fail_alloc.h"
#include "unit/test.h"

#define SIDE 100

static const struct draw large = {
	.width = 640,
	.height = 432,
	.fields = { 0xE02020, 0x20C040, 0x3040D0, 0xF0F0F0 },
	.orientation = 1,
};
static const struct draw small = {
	.width = 160,
	.height = 108,
	.fields = { 0xE02020, 0x20C040, 0x3040D0, 0xF0F0F0 },
};

static struct cutline_thumbnail *make(struct cl_str file, uint32_t side)
{
	struct cutline_thumbnail *t;
	struct cl_source s;

	cl_source_memory(&s, file);
	assert_int_equal(cl_thumbnail_make(&s, side, &t, NULL), CUTLINE_OK);
	return t;
}

/* The picture with the thumbnail in it. */
static void join(struct cl_buf *out, struct draw picture,
		 const struct draw *thumbnail)
{
	struct cl_buf jpeg;

	draw_jpeg(&jpeg, thumbnail);
	picture.thumbnail = cl_buf_str(&jpeg);
	draw_jpeg(out, &picture);
	cl_buf_release(&jpeg);
}

/* Whether it serves; and either way the result shows the picture. */
static bool serves(const struct draw *picture, const struct draw *thumbnail,
		   uint32_t side)
{
	struct cutline_thumbnail *t;
	struct cl_buf file;
	struct seen seen;
	bool is_embedded;

	join(&file, *picture, thumbnail);
	t = make(cl_buf_str(&file), side);
	is_embedded = t->embedded;
	seen = draw_see((struct cl_str){ (const char *)t->jpeg, t->len });
	assert_int_equal(seen.width, t->width);
	assert_int_equal(seen.height, t->height);
	for (int i = 0; i < 4 && picture->orientation <= 1; i++)
		assert_true(draw_apart(seen.fields[i], picture->fields[i]) <=
			    8);
	cutline_thumbnail_free(t);
	cl_buf_release(&file);
	return is_embedded;
}

static void one_of_this_picture_is_lifted_as_it_is(void **state)
{
	struct cutline_thumbnail *t;
	struct cl_buf file;
	struct cl_buf jpeg;

	(void)state;
	draw_jpeg(&jpeg, &small);
	join(&file, large, &small);
	t = make(cl_buf_str(&file), SIDE);
	assert_true(t->embedded);
	assert_false(t->damaged);
	assert_int_equal(t->width, 160);
	assert_int_equal(t->height, 108);
	/* Only the JFIF segment is gone. */
	assert_int_equal(t->len, jpeg.len - 18);
	assert_memory_equal(t->jpeg + 2, jpeg.data + 20, jpeg.len - 20);
	cutline_thumbnail_free(t);
	cl_buf_release(&jpeg);
	cl_buf_release(&file);
}

static void it_must_be_large_enough(void **state)
{
	(void)state;
	assert_true(serves(&large, &small, 160));
	assert_false(serves(&large, &small, 161));
}

static void one_twice_as_large_is_shrunk(void **state)
{
	struct cutline_thumbnail *t;
	struct cl_buf file;

	(void)state;
	join(&file, large, &small);
	t = make(cl_buf_str(&file), 80);
	assert_true(t->embedded);
	assert_int_equal(t->width, 80);
	assert_int_equal(t->height, 54);
	cutline_thumbnail_free(t);
	cl_buf_release(&file);
}

static void one_with_bars_does_not_serve(void **state)
{
	struct draw t = small;

	(void)state;
	t.height = 120;
	assert_false(serves(&large, &t, SIDE));
	t.height = 110;
	assert_true(serves(&large, &t, SIDE));
	t.height = 111;
	assert_false(serves(&large, &t, SIDE));
}

static void one_of_another_state_does_not_serve(void **state)
{
	struct draw t = small;

	(void)state;
	t.fields[0] = small.fields[1];
	t.fields[1] = small.fields[0];
	assert_false(serves(&large, &t, SIDE));
	memcpy(t.fields, small.fields, sizeof(t.fields));
	t.fields[0] = small.fields[3];
	assert_false(serves(&large, &t, SIDE));
	t = small;
	t.width = 108;
	t.height = 160;
	assert_false(serves(&large, &t, SIDE));
}

static void one_that_lies_otherwise_does_not_serve(void **state)
{
	struct draw d = large;

	(void)state;
	d.thumbnail_orientation = 1;
	assert_true(serves(&d, &small, SIDE));
	d.thumbnail_orientation = 6;
	assert_false(serves(&d, &small, SIDE));
	d.orientation = 6;
	assert_true(serves(&d, &small, SIDE));
}

static void it_is_turned_with_the_picture(void **state)
{
	struct draw d = large;
	struct cutline_thumbnail *t;
	struct cl_buf file;
	struct seen seen;

	(void)state;
	d.orientation = 6;
	join(&file, d, &small);
	t = make(cl_buf_str(&file), SIDE);
	assert_true(t->embedded);
	assert_int_equal(t->width, 68);
	assert_int_equal(t->height, 100);
	seen = draw_see((struct cl_str){ (const char *)t->jpeg, t->len });
	assert_true(draw_apart(seen.fields[0], d.fields[2]) <= 8);
	assert_true(draw_apart(seen.fields[1], d.fields[0]) <= 8);
	cutline_thumbnail_free(t);
	cl_buf_release(&file);
}

static void pictures_no_camera_writes_are_decoded(void **state)
{
	struct draw d = large;
	struct draw t = small;

	(void)state;
	d.progressive = true;
	assert_false(serves(&d, &small, SIDE));
	t.progressive = true;
	assert_false(serves(&large, &t, SIDE));
	t = small;
	d = large;
	d.components = 4;
	assert_false(serves(&d, &small, SIDE));
	t.components = 4;
	assert_false(serves(&d, &t, SIDE));
}

static void grey_goes_with_grey(void **state)
{
	static const uint32_t grey[4] = { 0x202020, 0x909090, 0xC0C0C0, 0 };
	struct draw d = large;
	struct draw t = small;

	(void)state;
	d.components = t.components = 1;
	memcpy(d.fields, grey, sizeof(grey));
	memcpy(t.fields, grey, sizeof(grey));
	assert_true(serves(&d, &t, SIDE));
	t.components = 3;
	assert_false(serves(&d, &t, SIDE));
}

/* Every byte of the EXIF block before the thumbnail's own data turned over:
 * a thumbnail comes all the same, from wherever. */
static void any_bit_of_the_directories_may_be_wrong(void **state)
{
	struct cl_buf file;
	size_t lifted = 0;
	size_t decoded = 0;

	(void)state;
	join(&file, large, &small);
	for (size_t bit = 8 * 12; bit < 8 * 82; bit++) {
		struct cutline_thumbnail *t;

		file.data[bit / 8] ^= (char)(1 << bit % 8);
		t = make(cl_buf_str(&file), SIDE);
		lifted += t->embedded;
		decoded += !t->embedded;
		(void)draw_see(
			(struct cl_str){ (const char *)t->jpeg, t->len });
		cutline_thumbnail_free(t);
		file.data[bit / 8] ^= (char)(1 << bit % 8);
	}
	assert_true(lifted > 50);
	assert_true(decoded > 100);
	cl_buf_release(&file);
}

/* A thumbnail that is cut off, or whose length says too little. */
static void a_cut_thumbnail_does_not_serve(void **state)
{
	struct cl_buf jpeg;

	(void)state;
	draw_jpeg(&jpeg, &small);
	for (size_t len = 0; len < jpeg.len; len += 37) {
		struct cutline_thumbnail *t;
		struct draw d = large;
		struct cl_buf file;

		d.thumbnail = cl_str_sub(cl_buf_str(&jpeg), 0, len);
		draw_jpeg(&file, &d);
		t = make(cl_buf_str(&file), SIDE);
		assert_false(t->embedded);
		cutline_thumbnail_free(t);
		cl_buf_release(&file);
	}
	cl_buf_release(&jpeg);
}

/* What is wrong in its lower half shows only when it must be decoded. */
static void a_damaged_thumbnail_gives_way_to_the_picture(void **state)
{
	struct draw d = large;
	struct draw t = small;
	struct cutline_thumbnail *made;
	struct cl_buf jpeg;
	struct cl_buf file;
	struct seen seen;
	size_t at;

	(void)state;
	t.restart = 1;
	draw_jpeg(&jpeg, &t);
	at = jpeg.len - 2;
	while ((uint8_t)jpeg.data[at] != 0xFF ||
	       ((uint8_t)jpeg.data[at + 1] & 0xF8) != 0xD0)
		at--;
	jpeg.data[at + 1] = (char)(0xD0 | ((jpeg.data[at + 1] + 3) & 7));
	d.orientation = 6;
	d.thumbnail = cl_buf_str(&jpeg);
	draw_jpeg(&file, &d);
	made = make(cl_buf_str(&file), SIDE);
	assert_false(made->embedded);
	assert_false(made->damaged);
	assert_int_equal(made->height, SIDE);
	seen = draw_see((struct cl_str){ (const char *)made->jpeg, made->len });
	assert_true(draw_apart(seen.fields[0], d.fields[2]) <= 8);
	cutline_thumbnail_free(made);
	cl_buf_release(&jpeg);
	cl_buf_release(&file);
}

static void every_allocation_may_fail(void **state)
{
	struct cutline_thumbnail *t = NULL;
	enum cutline_status status;
	struct cl_buf file;
	long n = 0;
	long before;

	(void)state;
	join(&file, large, &small);
	before = fail_alloc_live();
	do {
		struct cl_source s;

		cl_source_memory(&s, cl_buf_str(&file));
		fail_alloc_after(n++);
		status = cl_thumbnail_make(&s, SIDE, &t, NULL);
		fail_alloc_after(-1);
		assert_true(status == CUTLINE_NOMEM || t);
		/* Without memory to look at it, the picture is decoded. */
		if (t && !t->embedded) {
			cutline_thumbnail_free(t);
			t = NULL;
		}
	} while (!t);
	assert_int_equal(status, CUTLINE_OK);
	assert_true(n > 2);
	assert_int_equal(t->width, 160);
	cutline_thumbnail_free(t);
	assert_int_equal(fail_alloc_live(), before);
	cl_buf_release(&file);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(one_of_this_picture_is_lifted_as_it_is),
		cmocka_unit_test(it_must_be_large_enough),
		cmocka_unit_test(one_twice_as_large_is_shrunk),
		cmocka_unit_test(one_with_bars_does_not_serve),
		cmocka_unit_test(one_of_another_state_does_not_serve),
		cmocka_unit_test(one_that_lies_otherwise_does_not_serve),
		cmocka_unit_test(it_is_turned_with_the_picture),
		cmocka_unit_test(pictures_no_camera_writes_are_decoded),
		cmocka_unit_test(grey_goes_with_grey),
		cmocka_unit_test(any_bit_of_the_directories_may_be_wrong),
		cmocka_unit_test(a_cut_thumbnail_does_not_serve),
		cmocka_unit_test(a_damaged_thumbnail_gives_way_to_the_picture),
		cmocka_unit_test(every_allocation_may_fail),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
