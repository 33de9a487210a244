/* SPDX-License-Identifier: MIT */
#include "image/containers.h"

#include <string.h>

#include "build.h"
#include "unit/test.h"

#define FIRST BUILD_XMP("<photoshop:City>Oslo</photoshop:City>")
#define SECOND BUILD_XMP("<photoshop:City>Rome</photoshop:City>")

static size_t open_box(struct cl_buf *out, const char *type)
{
	size_t at = out->len;

	build_u32(out, 0);
	cl_buf_add_cstr(out, type);
	return at;
}

static void close_box(struct cl_buf *out, size_t at)
{
	size_t len = out->len - at;

	for (unsigned i = 0; i < 4; i++)
		out->data[at + i] = (char)(len >> (24 - 8 * i));
}

static void put_item(struct cl_buf *out, unsigned id, struct cl_str kind)
{
	size_t at = open_box(out, "infe");

	build_u32(out, 2u << 24);
	build_u16(out, id);
	build_u16(out, 0);
	cl_buf_add_str(out, kind);
	close_box(out, at);
}

static void put_reference(struct cl_buf *out, unsigned from, unsigned to)
{
	size_t at = open_box(out, "cdsc");

	build_u16(out, from);
	build_u16(out, 1);
	build_u16(out, to);
	close_box(out, at);
}

static void put_location(struct cl_buf *out, unsigned id, size_t at, size_t len)
{
	build_u16(out, id);
	build_u16(out, 1); /* in idat */
	build_u16(out, 0);
	build_u16(out, 1);
	build_u32(out, (uint32_t)at);
	build_u32(out, (uint32_t)len);
}

/* Pictures 1 (the primary) and 2; packets 3 and 4, of which first describes
 * the picture 1 and the other one picture 2. */
static void build(struct cl_buf *out, unsigned first)
{
	static const struct cl_str mime =
		CL_STR_INIT("mime\0application/rdf+xml\0");
	size_t meta;
	size_t at;

	cl_buf_init(out, BUILD_MAX);
	build_u32(out, 16);
	cl_buf_add(out, "ftypheic\0\0\0\0", 12);
	meta = open_box(out, "meta");
	build_u32(out, 0);
	at = open_box(out, "pitm");
	build_u32(out, 0);
	build_u16(out, 1);
	close_box(out, at);
	at = open_box(out, "iinf");
	build_u32(out, 0);
	build_u16(out, 4);
	put_item(out, 1, CL_STR("hvc1\0"));
	put_item(out, 2, CL_STR("hvc1\0"));
	put_item(out, 3, mime);
	put_item(out, 4, mime);
	close_box(out, at);
	at = open_box(out, "iref");
	build_u32(out, 0);
	put_reference(out, first, 1);
	put_reference(out, 7 - first, 2);
	close_box(out, at);
	at = open_box(out, "iloc");
	build_u32(out, 1u << 24);
	build_u16(out, 0x4400);
	build_u16(out, 3);
	put_location(out, 3, 0, sizeof(FIRST) - 1);
	put_location(out, 4, sizeof(FIRST) - 1, sizeof(SECOND) - 1);
	put_location(out, 1, sizeof(FIRST) + sizeof(SECOND) - 2, 7);
	close_box(out, at);
	at = open_box(out, "idat");
	cl_buf_add_cstr(out, FIRST SECOND "picture");
	close_box(out, at);
	close_box(out, meta);
}

/* A depth map's packet, though it comes first, is not the picture's. */
static void metadata_of_another_picture_is_left(void **state)
{
	(void)state;
	for (unsigned first = 3; first <= 4; first++) {
		enum cutline_status status;
		struct cutline_image *image;
		struct cl_buf file;

		build(&file, first);
		image = build_read(cl_buf_str(&file), &status);
		assert_int_equal(status, CUTLINE_OK);
		assert_int_equal(image->tag_count, 1);
		assert_string_equal(image->tags[0].text,
				    first == 3 ? "Oslo" : "Rome");
		assert_int_equal(image->warning_count, 0);
		cutline_image_free(image);
		cl_buf_release(&file);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(metadata_of_another_picture_is_left),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
