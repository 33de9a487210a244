/* SPDX-License-Identifier: MIT */
#include "image/png_text.h"

#include <stdio.h>
#include <string.h>
#include <zlib.h>

#include "build.h"
#include "fail_alloc.h"
#include "unit/test.h"

#define PACKET(city) BUILD_XMP("<photoshop:City>" city "</photoshop:City>")

static void put_chunk(struct cl_buf *out, const char *type, struct cl_str body)
{
	build_u32(out, (uint32_t)body.len);
	cl_buf_add_cstr(out, type);
	cl_buf_add_str(out, body);
	build_u32(out, 0); /* a check sum nobody looks at */
}

static void open_png(struct cl_buf *out)
{
	cl_buf_init(out, BUILD_MAX);
	cl_buf_add(out, "\x89PNG\r\n\x1A\n", 8);
	put_chunk(out, "IHDR", CL_STR("\0\0\0\x40\0\0\0\x30\x08\x02\0\0\0"));
}

static void close_png(struct cl_buf *out)
{
	put_chunk(out, "IDAT", CL_STR("some data"));
	put_chunk(out, "IEND", CL_STR(""));
}

static void pack(struct cl_buf *out, struct cl_str text)
{
	uLongf len = compressBound(text.len);
	struct cl_buf room;

	cl_buf_init(&room, BUILD_MAX);
	while (room.len < len)
		cl_buf_add_char(&room, 0);
	assert_int_equal(compress((Bytef *)room.data, &len,
				  (const Bytef *)text.ptr, text.len),
			 Z_OK);
	cl_buf_add(out, room.data, len);
	cl_buf_release(&room);
}

/* A text chunk: what stands before the text, and the text. */
static void put_text(struct cl_buf *out, const char *type, struct cl_str head,
		     struct cl_str text, bool packed)
{
	struct cl_buf body;

	cl_buf_init(&body, BUILD_MAX);
	cl_buf_add_str(&body, head);
	if (packed)
		pack(&body, text);
	else
		cl_buf_add_str(&body, text);
	put_chunk(out, type, cl_buf_str(&body));
	cl_buf_release(&body);
}

/* ImageMagick's form of a block. */
static void put_profile(struct cl_buf *out, const char *name,
			struct cl_str bytes, bool packed)
{
	struct cl_buf head;
	struct cl_buf text;

	cl_buf_init(&head, BUILD_MAX);
	cl_buf_init(&text, BUILD_MAX);
	cl_buf_addf(&head, "Raw profile type %s", name);
	cl_buf_add(&head, "\0", packed ? 2 : 1);
	cl_buf_addf(&text, "\n%s\n%8zu\n", name, bytes.len);
	for (size_t i = 0; i < bytes.len; i++)
		cl_buf_addf(&text, "%02x%s", (uint8_t)bytes.ptr[i],
			    i % 36 == 35 ? "\n" : "");
	put_text(out, packed ? "zTXt" : "tEXt", cl_buf_str(&head),
		 cl_buf_str(&text), packed);
	cl_buf_release(&head);
	cl_buf_release(&text);
}

static struct cutline_image *read_ok(struct cl_buf *file)
{
	enum cutline_status status;
	struct cutline_image *image = build_read(cl_buf_str(file), &status);

	assert_int_equal(status, CUTLINE_OK);
	cl_buf_release(file);
	return image;
}

static void check(struct cl_buf *file, const char *tag, const char *value)
{
	struct cutline_image *image;

	close_png(file);
	image = read_ok(file);
	assert_int_equal(image->width, 64);
	assert_non_null(cutline_image_tag(image, tag));
	assert_string_equal(cutline_image_tag(image, tag), value);
	assert_int_equal(image->warning_count, 0);
	cutline_image_free(image);
}

static void xmp_is_read_compressed_or_not(void **state)
{
	static const struct {
		const char *type;
		struct cl_str head;
		bool packed;
	} forms[] = {
		{ "iTXt", CL_STR_INIT("XML:com.adobe.xmp\0\0\0\0\0"), false },
		{ "iTXt", CL_STR_INIT("XML:com.adobe.xmp\0\0\0en\0x\0"),
		  false },
		{ "iTXt", CL_STR_INIT("XML:com.adobe.xmp\0\1\0\0\0"), true },
		{ "zTXt", CL_STR_INIT("XML:com.adobe.xmp\0\0"), true },
		{ "tEXt", CL_STR_INIT("XML:com.adobe.xmp\0"), false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++) {
		struct cl_buf file;

		open_png(&file);
		put_text(&file, forms[i].type, forms[i].head,
			 CL_STR(PACKET("Oslo")), forms[i].packed);
		check(&file, "xmp:photoshop:City", "Oslo");
	}
}

static void raw_profiles_are_read(void **state)
{
	static const struct cl_str iim = CL_STR_INIT("\x1C\2\x5A\0\4Oslo");
	static const struct cl_str tiff =
		CL_STR_INIT("MM\0*\0\0\0\x08\0\1\x01\x3B\0\2\0\0\0\4Ana\0"
			    "\0\0\0\0");
	struct cl_buf irb;
	struct cl_buf file;

	(void)state;
	cl_buf_init(&irb, BUILD_MAX);
	build_resource(&irb, 0x0404, iim);
	for (int packed = 0; packed < 2; packed++) {
		open_png(&file);
		put_profile(&file, "iptc", iim, packed);
		check(&file, "iim:City", "Oslo");
		open_png(&file);
		put_profile(&file, "8bim", cl_buf_str(&irb), packed);
		check(&file, "iim:City", "Oslo");
		open_png(&file);
		put_profile(&file, "exif", tiff, packed);
		check(&file, "exif:Artist", "Ana");
		open_png(&file);
		put_profile(&file, "xmp", CL_STR(PACKET("Oslo")), packed);
		check(&file, "xmp:photoshop:City", "Oslo");
		open_png(&file);
		put_profile(
			&file, "APP1",
			CL_STR("http://ns.adobe.com/xap/1.0/\0" PACKET("Oslo")),
			packed);
		check(&file, "xmp:photoshop:City", "Oslo");
	}
	cl_buf_release(&irb);
}

static void a_chunk_of_its_own_counts_before_a_profile(void **state)
{
	struct cl_buf file;

	(void)state;
	open_png(&file);
	put_profile(&file, "xmp", CL_STR(PACKET("Rome")), true);
	put_text(&file, "iTXt", CL_STR("XML:com.adobe.xmp\0\0\0\0\0"),
		 CL_STR(PACKET("Oslo")), false);
	check(&file, "xmp:photoshop:City", "Oslo");
}

/* Other texts, however large, cost nothing and are no block. */
static void other_texts_are_passed_over(void **state)
{
	static const struct cl_str heads[] = {
		CL_STR_INIT("Comment\0"),
		CL_STR_INIT("Raw profile type icc\0\0"),
		CL_STR_INIT("Raw profile type exif"),
		CL_STR_INIT("XML:com.adobe.xmp\0\1"),
	};

	(void)state;
	for (size_t i = 0; i < sizeof(heads) / sizeof(heads[0]); i++) {
		struct cutline_image *image;
		struct cl_buf file;

		open_png(&file);
		put_chunk(&file, "zTXt", heads[i]);
		put_chunk(&file, "iTXt", heads[i]);
		close_png(&file);
		image = read_ok(&file);
		assert_int_equal(image->tag_count, 0);
		cutline_image_free(image);
	}
}

/* The limit holds for all texts together, and counts from the first. */
static void little_that_holds_much_is_cut(void **state)
{
	struct cl_buf zeros;
	struct cl_buf file;
	struct cutline_image *image;

	(void)state;
	cl_buf_init(&zeros, BUILD_MAX);
	cl_buf_add_cstr(&zeros, PACKET("Oslo"));
	while (zeros.len <= (size_t)8 << 20)
		cl_buf_add(&zeros, (const char[4096]){ 0 }, 4096);
	open_png(&file);
	for (int i = 0; i < 3; i++)
		put_text(&file, "zTXt", CL_STR("XML:com.adobe.xmp\0\0"),
			 cl_buf_str(&zeros), true);
	close_png(&file);
	assert_true(file.len < 40000);
	image = read_ok(&file);
	assert_true(build_warned(image, "longer than 8388608 bytes"));
	assert_int_equal(image->tag_count, 1);
	assert_int_equal(image->warning_count, 3);
	cutline_image_free(image);
	cl_buf_release(&zeros);
}

static void a_damaged_stream_gives_what_is_whole(void **state)
{
	struct cl_buf text;
	struct cl_buf file;
	struct cutline_image *image;

	(void)state;
	cl_buf_init(&text, BUILD_MAX);
	cl_buf_add(&text, "XML:com.adobe.xmp\0\0", 19);
	pack(&text, CL_STR(PACKET("Oslo")));
	cl_buf_truncate(&text, text.len - 4);
	open_png(&file);
	put_chunk(&file, "zTXt", cl_buf_str(&text));
	close_png(&file);
	image = read_ok(&file);
	assert_string_equal(cutline_image_tag(image, "xmp:photoshop:City"),
			    "Oslo");
	assert_true(build_warned(image, "is damaged"));
	cutline_image_free(image);
	cl_buf_release(&text);
}

static void a_profile_shorter_than_it_says_is_a_remark(void **state)
{
	struct cl_buf file;
	struct cutline_image *image;

	(void)state;
	open_png(&file);
	put_text(&file, "tEXt", CL_STR("Raw profile type iptc\0"),
		 CL_STR("\niptc\n   10\n1c025a00044f736c6f\n"), false);
	close_png(&file);
	image = read_ok(&file);
	assert_string_equal(cutline_image_tag(image, "iim:City"), "Oslo");
	assert_true(build_warned(image, "is cut off"));
	cutline_image_free(image);
}

static void every_allocation_may_fail(void **state)
{
	enum cutline_status status = CUTLINE_NOMEM;
	struct cutline_image *image = NULL;
	struct cl_buf file;
	long live;
	long n;

	(void)state;
	open_png(&file);
	put_text(&file, "iTXt", CL_STR("XML:com.adobe.xmp\0\1\0\0\0"),
		 CL_STR(PACKET("Oslo")), true);
	put_profile(&file, "iptc", CL_STR("\x1C\2\x5A\0\4Rome"), true);
	close_png(&file);
	live = fail_alloc_live();
	for (n = 0; status == CUTLINE_NOMEM && n < 1000; n++) {
		fail_alloc_after(n);
		image = build_read(cl_buf_str(&file), &status);
		fail_alloc_after(-1);
		assert_true(status == CUTLINE_OK || !image);
	}
	assert_int_equal(status, CUTLINE_OK);
	assert_true(n > 10);
	assert_string_equal(cutline_image_tag(image, "xmp:photoshop:City"),
			    "Oslo");
	assert_string_equal(cutline_image_tag(image, "iim:City"), "Rome");
	cutline_image_free(image);
	assert_int_equal(fail_alloc_live(), live);
	cl_buf_release(&file);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(xmp_is_read_compressed_or_not),
		cmocka_unit_test(raw_profiles_are_read),
		cmocka_unit_test(a_chunk_of_its_own_counts_before_a_profile),
		cmocka_unit_test(other_texts_are_passed_over),
		cmocka_unit_test(little_that_holds_much_is_cut),
		cmocka_unit_test(a_damaged_stream_gives_what_is_whole),
		cmocka_unit_test(a_profile_shorter_than_it_says_is_a_remark),
		cmocka_unit_test(every_allocation_may_fail),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
