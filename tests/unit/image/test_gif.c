/* SPDX-License-Identifier: MIT */
#include "image/containers.h"

#include <string.h>

#include "build.h"
#include "unit/test.h"

/* An image block of so many sub-blocks, each 256 bytes with its length. */
static void put_image(struct cl_buf *out, size_t count, unsigned seed)
{
	cl_buf_add(out, ",\0\0\0\0\x40\0\x30\0\0\x08", 11);
	for (size_t i = 0; i < 256 * count; i++) {
		seed = seed * 1103515245 + 12345;
		build_u8(out, i % 256 ? seed >> 16 & 0xFF : 255);
	}
	build_u8(out, 0);
}

static void put_xmp(struct cl_buf *out)
{
	cl_buf_add(out, "!\xFF\x0BXMP DataXMP", 14);
	cl_buf_add_cstr(out, BUILD_XMP("<photoshop:City>Oslo"
				       "</photoshop:City>"));
	build_u8(out, 1);
	for (unsigned i = 256; i-- > 0;)
		build_u8(out, i);
	build_u8(out, 0);
}

static struct cutline_image *read_gif(size_t sub_blocks, int packets)
{
	enum cutline_status status;
	struct cutline_image *image;
	struct cl_buf file;

	cl_buf_init(&file, BUILD_MAX);
	cl_buf_add(&file, "GIF89a\x40\0\x30\0\0\0\0", 13);
	for (int i = 0; i < packets; i++)
		put_xmp(&file);
	put_image(&file, sub_blocks, 1);
	put_image(&file, sub_blocks, 2);
	build_u8(&file, ';');
	image = build_read(cl_buf_str(&file), &status);
	assert_int_equal(status, CUTLINE_OK);
	assert_int_equal(image->warning_count, 0);
	cl_buf_release(&file);
	return image;
}

/* Also of an animation too long to be gone through. */
static void a_packet_does_not_change_the_identity(void **state)
{
	static const size_t sub_blocks[] = { 10, 40000 };

	(void)state;
	for (size_t i = 0; i < 2; i++) {
		struct cutline_image *plain = read_gif(sub_blocks[i], 0);
		struct cutline_image *more = read_gif(sub_blocks[i], 2);

		assert_string_equal(plain->identity, more->identity);
		assert_string_equal(
			cutline_image_tag(more, "xmp:photoshop:City"), "Oslo");
		cutline_image_free(plain);
		cutline_image_free(more);
	}
}

static void check_warning(struct cl_buf *file, const char *words)
{
	enum cutline_status status;
	struct cutline_image *image = build_read(cl_buf_str(file), &status);

	assert_int_equal(status, CUTLINE_OK);
	assert_int_equal(image->warning_count, 1);
	assert_non_null(strstr(image->warnings[0], words));
	cutline_image_free(image);
	cl_buf_release(file);
}

static void begin(struct cl_buf *file)
{
	cl_buf_init(file, BUILD_MAX);
	cl_buf_add(file, "GIF89a\x40\0\x30\0\0\0\0", 13);
}

/* Each sub-block costs as much, however short it is. */
static void what_is_not_read_is_said(void **state)
{
	struct cl_buf file;

	(void)state;
	begin(&file);
	for (int i = 0; i < 3000000; i++) {
		if (i % 1000000 == 0)
			cl_buf_add_cstr(&file, "!\xFE");
		cl_buf_add(&file, "\1x", i % 1000000 == 999999 ? 3 : 2);
	}
	check_warning(&file, "more blocks than are read");
	begin(&file);
	for (int i = 0; i < 70000; i++)
		cl_buf_add(&file, "!\xFE", 3);
	check_warning(&file, "more blocks than are read");
	begin(&file);
	cl_buf_add(&file, "!\xFE\1x", 4);
	check_warning(&file, "cut off");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_packet_does_not_change_the_identity),
		cmocka_unit_test(what_is_not_read_is_said),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
