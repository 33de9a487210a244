/* SPDX-License-Identifier: MIT */
#include "image/jpeg.h"

#include <string.h>

#include "build.h"
#include "unit/test.h"

/* A picture with its own city, and behind it a trailer. */
static void open_file(struct cl_buf *file)
{
	build_jpeg_open(file);
	build_segment(file, 0xE1, BUILD_XMP_HEADER,
		      CL_STR(BUILD_XMP("<photoshop:City>Oslo"
				       "</photoshop:City>")));
	build_jpeg_close(file, 60000, 1);
}

static struct cutline_image *read_ok(struct cl_buf *file)
{
	enum cutline_status status;
	struct cutline_image *image = build_read(cl_buf_str(file), &status);

	assert_int_equal(status, CUTLINE_OK);
	cl_buf_release(file);
	return image;
}

/* The identity is that of the picture alone, and the trailer's city is read. */
static void check(struct cl_buf *file, const char *city)
{
	struct cl_buf plain;
	struct cutline_image *image = read_ok(file);
	struct cutline_image *alone;

	open_file(&plain);
	alone = read_ok(&plain);
	assert_string_equal(image->identity, alone->identity);
	assert_string_equal(cutline_image_tag(image, "xmp:photoshop:City"),
			    "Oslo");
	assert_int_equal(!city, !cutline_image_tag(image, "iim:City"));
	if (city)
		assert_string_equal(cutline_image_tag(image, "iim:City"), city);
	cutline_image_free(image);
	cutline_image_free(alone);
}

static void put_iim(struct cl_buf *out)
{
	build_dataset(out, 2, 90, CL_STR("Rome"));
}

static void put_resources(struct cl_buf *out)
{
	struct cl_buf iim;

	cl_buf_init(&iim, BUILD_MAX);
	put_iim(&iim);
	build_resource(out, 0x0404, cl_buf_str(&iim));
	cl_buf_release(&iim);
}

/* off is by how much its places are wrong. */
static void put_afcp(struct cl_buf *out, bool big, uint32_t off)
{
	uint32_t start = (uint32_t)out->len;
	void (*u16)(struct cl_buf *, unsigned) = big ? build_u16 : build_u16le;
	void (*u32)(struct cl_buf *, uint32_t) = big ? build_u32 : build_u32le;

	cl_buf_add_cstr(out, big ? "AXS!" : "AXS*");
	u16(out, 0x0100);
	u16(out, 2);
	u32(out, 0);
	cl_buf_add_cstr(out, "TEXT");
	u32(out, 4);
	u32(out, start + 36 - off);
	cl_buf_add_cstr(out, "IPTC");
	u32(out, 9);
	u32(out, start + 40 - off);
	cl_buf_add_cstr(out, "text");
	put_iim(out);
	cl_buf_add_cstr(out, big ? "AXS!" : "AXS*");
	u32(out, start - off);
	u32(out, 0);
}

static void put_fotostation(struct cl_buf *out, unsigned kind)
{
	size_t start = out->len;

	put_iim(out);
	build_u16(out, kind);
	build_u32(out, (uint32_t)(out->len - start + 8));
	build_u32(out, 0xA1B2C3D4);
}

static void afcp_is_read(void **state)
{
	struct cl_buf file;

	(void)state;
	for (int i = 0; i < 4; i++) {
		open_file(&file);
		put_afcp(&file, i & 1, i & 2 ? 1234 : 0);
		check(&file, "Rome");
	}
}

static void fotostation_is_read_behind_other_kinds(void **state)
{
	struct cl_buf file;

	(void)state;
	open_file(&file);
	put_fotostation(&file, 1);
	put_fotostation(&file, 2);
	check(&file, "Rome");
	open_file(&file);
	put_fotostation(&file, 2);
	check(&file, NULL);
}

static void afcp_before_fotostation_is_read(void **state)
{
	struct cl_buf file;

	(void)state;
	open_file(&file);
	put_afcp(&file, true, 0);
	put_fotostation(&file, 3);
	check(&file, "Rome");
}

static void segments_and_bare_resources_are_read(void **state)
{
	struct cl_buf file;
	struct cl_buf irb;

	(void)state;
	cl_buf_init(&irb, BUILD_MAX);
	put_resources(&irb);
	open_file(&file);
	build_segment(&file, 0xE4, CL_STR("other"), CL_STR(""));
	build_segment(&file, 0xED, BUILD_IRB_HEADER, cl_buf_str(&irb));
	check(&file, "Rome");
	open_file(&file);
	cl_buf_add_str(&file, BUILD_IRB_HEADER);
	put_resources(&file);
	check(&file, "Rome");
	open_file(&file);
	put_resources(&file);
	check(&file, "Rome");
	cl_buf_release(&irb);
}

/* Lengths and places that lie lead nowhere; nothing is taken for a trailer
 * that is the picture. */
static void a_trailer_that_lies_is_left(void **state)
{
	struct cl_buf file;

	(void)state;
	open_file(&file);
	cl_buf_add_cstr(&file, "some text");
	build_u16(&file, 1);
	build_u32(&file, 0xFFFFFFFF);
	build_u32(&file, 0xA1B2C3D4);
	check(&file, NULL);
	open_file(&file);
	cl_buf_add_cstr(&file, "some text AXS!");
	build_u32(&file, 0xFFFFFFFF);
	build_u32(&file, 0);
	check(&file, NULL);
	open_file(&file);
	cl_buf_add(&file, "\xFF\xED\xFF\xFFPhotoshop 3.0", 17);
	check(&file, NULL);
}

/* What the main block says stays the first, also for the digest. */
static void the_trailer_comes_second(void **state)
{
	struct cl_buf file;
	struct cutline_image *image;

	(void)state;
	build_usual(&file);
	put_fotostation(&file, 1);
	image = read_ok(&file);
	assert_string_equal(cutline_image_tag(image, "iim:City"),
			    "Malm\xC3\xB6");
	assert_string_equal(build_value(image, "iim:City", 1, 0), "Rome");
	cutline_image_free(image);
}

/* A second picture's metadata is not the first's, whether an index names it,
 * names a wrong place, or is missing. */
static void another_pictures_metadata_is_left(void **state)
{
	struct cl_buf second;
	struct cl_buf file;

	(void)state;
	build_usual(&second);
	for (int i = 0; i < 3; i++) {
		struct cutline_image *image;
		struct cl_buf index;

		cl_buf_init(&index, BUILD_MAX);
		cl_buf_add(&index, "MM\0*\0\0\0\x08\0\1\xB0\2\0\7", 14);
		build_u32(&index, 32);
		build_u32(&index, 26);
		build_u32(&index, 0);
		for (int n = 0; n < 2; n++) {
			build_u32(&index, 0);
			build_u32(&index, 1000);
			build_u32(&index, !n ? 0 : 5093 - 10 + (uint32_t)i);
			build_u32(&index, 0);
		}
		build_jpeg_open(&file);
		build_segment(&file, 0xE2, CL_STR("MPF\0"), cl_buf_str(&index));
		build_jpeg_close(&file, 5000, 1);
		assert_int_equal(file.len, 5093);
		if (i == 2)
			cl_buf_add_cstr(&file, "..");
		cl_buf_add_str(&file, cl_buf_str(&second));
		image = read_ok(&file);
		assert_int_equal(image->tag_count, 0);
		assert_int_equal(image->orientation, 0);
		cutline_image_free(image);
		cl_buf_release(&index);
	}
	cl_buf_release(&second);
}

static void the_index_tells_where_the_second_begins(void **state)
{
	static const struct cl_str index = CL_STR_INIT(
		"II*\0\x08\0\0\0\1\0\2\xB0\7\0\x30\0\0\0\x1A\0\0\0\0\0\0\0"
		"\0\0\0\0\1\0\0\0\0\0\0\0\0\0\0\0"
		"\0\0\0\0\1\0\0\0\0\x20\0\0\0\0\0\0"
		"\0\0\0\0\1\0\0\0\0\x10\0\0\0\0\0\0");

	(void)state;
	assert_int_equal(cl_jpeg_second(index, 100), 0x1000 + 100);
	assert_int_equal(cl_jpeg_second(CL_STR("index"), 100), 1);
}

/* What lies behind the list is none of it. */
static void the_index_ends_with_its_list(void **state)
{
	static const struct cl_str index = CL_STR_INIT(
		"II*\0\x08\0\0\0\1\0\2\xB0\7\0\x20\0\0\0\x1A\0\0\0\0\0\0\0"
		"\0\0\0\0\1\0\0\0\0\0\0\0\0\0\0\0"
		"\0\0\0\0\1\0\0\0\0\x20\0\0\0\0\0\0"
		"\0\0\0\0\1\0\0\0\0\x10\0\0\0\0\0\0");

	(void)state;
	assert_int_equal(cl_jpeg_second(index, 100), 0x2000 + 100);
}

/* Segments, junk and fill bytes, image data and trailer are the file. */
static void the_layout_accounts_for_the_file(void **state)
{
	static const uint8_t markers[] = { 0xE1, 0xE1, 0xE0, 0xC0, 0xDA };
	struct cl_jpeg_layout layout = { 0 };
	struct cl_blocks blocks = { .record = cl_record_new() };
	struct cl_extents extents = { 0 };
	struct cl_buf file;
	struct cl_source s;
	const char *why;

	(void)state;
	assert_non_null(blocks.record);
	build_jpeg_open(&file);
	build_segment(&file, 0xE1, BUILD_XMP_HEADER, CL_STR(BUILD_XMP("")));
	cl_buf_add_cstr(&file, "junk\xFF\xFF");
	build_segment(&file, 0xE1, CL_STR("Exif\0\0"), CL_STR("MM"));
	build_segment(&file, 0xE0, CL_STR("JFIF\0"), CL_STR(""));
	build_jpeg_close(&file, 1000, 1);
	cl_buf_add_cstr(&file, "trailer");
	cl_source_memory(&s, cl_buf_str(&file));
	layout.arena = &blocks.arena;
	assert_true(cl_jpeg_read(&s, &blocks, &extents, &layout, &why));
	assert_int_equal(layout.count, sizeof(markers));
	for (size_t i = 0; i < layout.count; i++) {
		const struct cl_jpeg_segment *x = &layout.segments[i];
		int64_t next = i + 1 < layout.count ? layout.segments[i + 1].at
						    : layout.scan;

		assert_int_equal(x->marker, markers[i]);
		assert_int_equal((uint8_t)file.data[x->at], 0xFF);
		assert_int_equal((uint8_t)file.data[x->at + 1], markers[i]);
		assert_int_equal(x->at + (int64_t)x->len + (i ? 0 : 6), next);
	}
	assert_int_equal(layout.segments[0].at, 2);
	assert_int_equal(layout.end, file.len - 7);
	cl_extents_release(&extents);
	cl_blocks_release(&blocks);
	cl_record_free(blocks.record);
	cl_buf_release(&file);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(afcp_is_read),
		cmocka_unit_test(fotostation_is_read_behind_other_kinds),
		cmocka_unit_test(afcp_before_fotostation_is_read),
		cmocka_unit_test(segments_and_bare_resources_are_read),
		cmocka_unit_test(a_trailer_that_lies_is_left),
		cmocka_unit_test(the_trailer_comes_second),
		cmocka_unit_test(another_pictures_metadata_is_left),
		cmocka_unit_test(the_index_tells_where_the_second_begins),
		cmocka_unit_test(the_index_ends_with_its_list),
		cmocka_unit_test(the_layout_accounts_for_the_file),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
