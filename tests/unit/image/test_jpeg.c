/* SPDX-License-Identifier: MIT */
#include "image/jpeg.h"

#include <string.h>

#include "build.h"
#include "unit/test.h"

static struct cutline_image *read_ok(struct cl_buf *file)
{
	enum cutline_status status;
	struct cutline_image *image = build_read(cl_buf_str(file), &status);

	assert_int_equal(status, CUTLINE_OK);
	cl_buf_release(file);
	return image;
}

static bool has_picture(struct cl_str file)
{
	enum cutline_status status;
	struct cutline_image *image = build_read(file, &status);
	bool has;

	assert_int_equal(status, CUTLINE_OK);
	has = !image->no_image_data;
	cutline_image_free(image);
	return has;
}

static void a_usual_file_gives_all_blocks(void **state)
{
	struct cl_buf file;
	struct cutline_image *image;

	(void)state;
	build_usual(&file);
	image = read_ok(&file);
	assert_int_equal(image->type, CUTLINE_IMAGE_JPEG);
	assert_int_equal(image->width, 64);
	assert_int_equal(image->height, 48);
	assert_int_equal(image->orientation, 6);
	assert_int_equal(image->warning_count, 0);
	assert_string_equal(cutline_image_tag(image, "exif:Artist"),
			    "Ana Lima");
	assert_string_equal(build_value(image, "iim:Keywords", 0, 1), "ships");
	assert_string_equal(build_value(image, "xmp:dc:creator", 0, 1),
			    "Bo Ek");
	assert_null(build_value(image, "xmp:dc:creator", 0, 2));
	cutline_image_free(image);
}

static void junk_and_fill_bytes_are_passed_over(void **state)
{
	struct cl_buf file;
	struct cutline_image *image;

	(void)state;
	build_jpeg_open(&file);
	cl_buf_add_cstr(&file, "stray");
	cl_buf_add(&file, "\0\xFF\0", 3);
	cl_buf_add_cstr(&file, "\xFF\xFF\xFF");
	build_segment(&file, 0xE1, BUILD_XMP_HEADER,
		      CL_STR(BUILD_XMP("<photoshop:City>Oslo"
				       "</photoshop:City>")));
	build_jpeg_close(&file, 100, 1);
	image = read_ok(&file);
	assert_string_equal(cutline_image_tag(image, "xmp:photoshop:City"),
			    "Oslo");
	assert_true(build_warned(image, "8 stray bytes"));
	cutline_image_free(image);
}

static void resources_in_parts_are_one(void **state)
{
	struct cl_buf iim;
	struct cl_buf irb;
	struct cl_buf file;
	struct cl_str whole;
	struct cutline_image *image;

	(void)state;
	cl_buf_init(&iim, BUILD_MAX);
	cl_buf_init(&irb, BUILD_MAX);
	build_dataset(&iim, 2, 120, CL_STR("cut in the middle"));
	build_resource(&irb, 0x0404, cl_buf_str(&iim));
	whole = cl_buf_str(&irb);
	build_jpeg_open(&file);
	build_segment(&file, 0xED, BUILD_IRB_HEADER, cl_str_sub(whole, 0, 25));
	build_segment(&file, 0xED, BUILD_IRB_HEADER,
		      cl_str_sub(whole, 25, whole.len));
	build_jpeg_close(&file, 100, 1);
	image = read_ok(&file);
	assert_string_equal(cutline_image_tag(image, "iim:Caption-Abstract"),
			    "cut in the middle");
	assert_int_equal(image->warning_count, 0);
	cl_buf_release(&iim);
	cl_buf_release(&irb);
	cutline_image_free(image);
}

static void exif_in_parts_is_one(void **state)
{
	static const struct build_entry dir[] = {
		{ 0x013B, 2, 20, CL_STR_INIT("the artist, in parts") },
	};
	const struct build_dir none = { NULL, 0 };
	struct cl_buf tiff;
	struct cl_buf file;
	struct cutline_image *image;

	(void)state;
	cl_buf_init(&tiff, BUILD_MAX);
	build_tiff(&tiff, (struct build_dir){ dir, 1 }, none, none);
	build_jpeg_open(&file);
	build_segment(&file, 0xE1, BUILD_EXIF_HEADER,
		      cl_str_sub(cl_buf_str(&tiff), 0, 30));
	build_segment(&file, 0xE1, BUILD_EXIF_HEADER,
		      cl_str_sub(cl_buf_str(&tiff), 30, tiff.len));
	build_jpeg_close(&file, 100, 1);
	image = read_ok(&file);
	assert_string_equal(cutline_image_tag(image, "exif:Artist"),
			    "the artist, in parts");
	cl_buf_release(&tiff);
	cutline_image_free(image);
}

static void a_packet_may_have_an_odd_header(void **state)
{
	static const struct cl_str headers[] = {
		CL_STR_INIT("XMP\0://ns.adobe.com/xap/1.0/\0"),
		CL_STR_INIT("http://ns.adobe.com/xap/1.0/ \0"),
		CL_STR_INIT(""),
	};

	(void)state;
	for (size_t i = 0; i < sizeof(headers) / sizeof(headers[0]); i++) {
		enum cutline_status status;
		struct cutline_image *image;
		struct cl_buf file;

		build_jpeg_open(&file);
		build_segment(&file, 0xE1, headers[i],
			      CL_STR(BUILD_XMP("<photoshop:City>Oslo"
					       "</photoshop:City>")));
		build_jpeg_close(&file, 100, 1);
		image = build_read(cl_buf_str(&file), &status);
		assert_int_equal(status, CUTLINE_OK);
		assert_string_equal(
			cutline_image_tag(image, "xmp:photoshop:City"), "Oslo");
		cutline_image_free(image);
		cl_buf_release(&file);
	}
}

static void a_second_packet_is_block_one(void **state)
{
	struct cl_buf file;
	struct cutline_image *image;

	(void)state;
	build_jpeg_open(&file);
	build_segment(&file, 0xE1, BUILD_XMP_HEADER,
		      CL_STR(BUILD_XMP("<photoshop:City>Oslo"
				       "</photoshop:City>")));
	build_segment(&file, 0xE1, BUILD_XMP_HEADER,
		      CL_STR(BUILD_XMP("<photoshop:City>Rome"
				       "</photoshop:City>")));
	build_jpeg_close(&file, 100, 1);
	image = read_ok(&file);
	assert_string_equal(cutline_image_tag(image, "xmp:photoshop:City"),
			    "Oslo");
	assert_string_equal(build_value(image, "xmp:photoshop:City", 1, 0),
			    "Rome");
	cutline_image_free(image);
}

#define GUID "0123456789ABCDEF0123456789ABCDEF"

static void add_part(struct cl_buf *file, size_t size, size_t at,
		     struct cl_str bytes)
{
	struct cl_buf part;

	cl_buf_init(&part, BUILD_MAX);
	cl_buf_add_cstr(&part, GUID);
	build_u32(&part, (uint32_t)size);
	build_u32(&part, (uint32_t)at);
	cl_buf_add_str(&part, bytes);
	build_segment(file, 0xE1,
		      CL_STR("http://ns.adobe.com/xmp/extension/\0"),
		      cl_buf_str(&part));
	cl_buf_release(&part);
}

static struct cutline_image *read_extended(size_t second_at)
{
	static const struct cl_str more = CL_STR_INIT(
		BUILD_XMP("<photoshop:Headline>far away</photoshop:Headline>"));
	struct cl_buf file;

	build_jpeg_open(&file);
	build_segment(&file, 0xE1, BUILD_XMP_HEADER,
		      CL_STR(BUILD_XMP("<xmpNote:HasExtendedXMP>" GUID
				       "</xmpNote:HasExtendedXMP>")));
	add_part(&file, more.len, second_at, cl_str_sub(more, 100, more.len));
	add_part(&file, more.len, 0, cl_str_sub(more, 0, 100));
	build_jpeg_close(&file, 100, 1);
	return read_ok(&file);
}

static void extended_xmp_is_put_together(void **state)
{
	struct cutline_image *image = read_extended(100);

	(void)state;
	assert_string_equal(cutline_image_tag(image, "xmp:photoshop:Headline"),
			    "far away");
	cutline_image_free(image);
}

static void extended_xmp_with_a_gap_or_overlap_is_left(void **state)
{
	(void)state;
	for (size_t at = 99; at <= 101; at += 2) {
		struct cutline_image *image = read_extended(at);

		assert_null(cutline_image_tag(image, "xmp:photoshop:Headline"));
		assert_true(build_warned(image, "extended XMP"));
		cutline_image_free(image);
	}
}

static void without_a_scan_there_is_metadata_at_most(void **state)
{
	static const struct cl_str files[] = {
		CL_STR_INIT("\xFF\xD8\xFF\xD9"),
		CL_STR_INIT("\xFF\xD8\xFF\xE1\0\x40"
			    "cut"),
		CL_STR_INIT("\xFF\xD8no marker at all"),
	};

	(void)state;
	for (size_t i = 0; i < sizeof(files) / sizeof(files[0]); i++) {
		enum cutline_status status;
		struct cutline_image *image = build_read(files[i], &status);

		assert_int_equal(status, CUTLINE_OK);
		assert_non_null(image->no_image_data);
		assert_int_equal(image->warning_count, 1);
		assert_int_equal(image->tag_count, 0);
		cutline_image_free(image);
	}
}

static void a_cut_scan_is_a_remark(void **state)
{
	struct cl_buf file;
	struct cutline_image *image;

	(void)state;
	build_usual(&file);
	cl_buf_truncate(&file, file.len - 1000);
	image = read_ok(&file);
	assert_true(build_warned(image, "image data is cut off"));
	assert_string_equal(cutline_image_tag(image, "iim:City"),
			    "Malm\xC3\xB6");
	cutline_image_free(image);
}

static void a_segment_of_impossible_length_is_junk(void **state)
{
	struct cl_buf file;
	struct cutline_image *image;

	(void)state;
	build_jpeg_open(&file);
	cl_buf_add(&file, "\xFF\xE1\0\1", 4);
	build_jpeg_close(&file, 100, 1);
	image = read_ok(&file);
	assert_int_equal(image->width, 64);
	cutline_image_free(image);
}

/* Junk, fill bytes and empty segments without end: each walk is broken off,
 * and the same picture behind a little less of it is read. */
static void a_walk_through_nothing_ends(void **state)
{
	static const struct {
		struct cl_str piece;
		size_t least, most; /* pieces read, pieces refused */
	} floods[] = {
		{ CL_STR_INIT("ju"), 2000000, 2200000 },
		{ CL_STR_INIT("\xFF\0"), 2000000, 2200000 },
		{ CL_STR_INIT("\xFF\xFF"), 2000000, 2200000 },
		{ CL_STR_INIT("\xFF\xE0\0\2"), 99000, 100001 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(floods) / sizeof(floods[0]); i++) {
		struct cl_buf file;

		for (int much = 0; much < 2; much++) {
			build_jpeg_open(&file);
			for (size_t n = much ? floods[i].most : floods[i].least;
			     n > 0; n--)
				cl_buf_add_str(&file, floods[i].piece);
			build_jpeg_close(&file, 100, 1);
			assert_int_equal(has_picture(cl_buf_str(&file)), !much);
			cl_buf_release(&file);
		}
	}
}

static void blocks_beyond_the_eighth_are_left(void **state)
{
	struct cl_buf file;
	struct cutline_image *image;

	(void)state;
	build_jpeg_open(&file);
	for (int i = 0; i < 9; i++)
		build_segment(&file, 0xE1, BUILD_XMP_HEADER,
			      CL_STR(BUILD_XMP("<photoshop:City>Oslo"
					       "</photoshop:City>")));
	build_jpeg_close(&file, 100, 1);
	image = read_ok(&file);
	assert_int_equal(image->tag_count, 8);
	assert_true(build_warned(image, "more than 8 XMP blocks"));
	cutline_image_free(image);
}

/* One block more than the limit allows, and a value of the first is there. */
static void too_much_metadata_is_a_remark(void **state)
{
	static char body[60000];
	struct cl_buf file;
	struct cutline_image *image;

	(void)state;
	memset(body, ' ', sizeof(body));
	build_jpeg_open(&file);
	build_segment(&file, 0xE1, BUILD_XMP_HEADER,
		      CL_STR(BUILD_XMP("<photoshop:City>Oslo"
				       "</photoshop:City>")));
	for (size_t n = 0; n <= CUTLINE_IMAGE_METADATA_MAX; n += sizeof(body))
		build_segment(&file, 0xED, BUILD_IRB_HEADER,
			      (struct cl_str){ body, sizeof(body) });
	build_jpeg_close(&file, 100, 1);
	image = read_ok(&file);
	assert_true(build_warned(image, "bytes of metadata"));
	assert_string_equal(cutline_image_tag(image, "xmp:photoshop:City"),
			    "Oslo");
	cutline_image_free(image);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_usual_file_gives_all_blocks),
		cmocka_unit_test(junk_and_fill_bytes_are_passed_over),
		cmocka_unit_test(resources_in_parts_are_one),
		cmocka_unit_test(exif_in_parts_is_one),
		cmocka_unit_test(a_packet_may_have_an_odd_header),
		cmocka_unit_test(a_second_packet_is_block_one),
		cmocka_unit_test(extended_xmp_is_put_together),
		cmocka_unit_test(extended_xmp_with_a_gap_or_overlap_is_left),
		cmocka_unit_test(without_a_scan_there_is_metadata_at_most),
		cmocka_unit_test(a_cut_scan_is_a_remark),
		cmocka_unit_test(a_segment_of_impossible_length_is_junk),
		cmocka_unit_test(a_walk_through_nothing_ends),
		cmocka_unit_test(blocks_beyond_the_eighth_are_left),
		cmocka_unit_test(too_much_metadata_is_a_remark),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
