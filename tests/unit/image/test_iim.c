/* SPDX-License-Identifier: MIT */
#include "image/iim.h"

#include <string.h>

#include "build.h"
#include "image/md5.h"
#include "unit/test.h"

static struct cl_record *read_iim(struct cl_buf *iim)
{
	struct cl_record *r = cl_record_new();

	assert_non_null(r);
	cl_iim_read(r, cl_buf_str(iim));
	assert_false(r->failed);
	cl_buf_release(iim);
	return r;
}

static void check_city(struct cl_str charset, struct cl_str value,
		       const char *want)
{
	struct cl_buf iim;
	struct cl_record *r;

	cl_buf_init(&iim, BUILD_MAX);
	if (charset.len > 0)
		build_dataset(&iim, 1, 90, charset);
	build_dataset(&iim, 2, 90, value);
	r = read_iim(&iim);
	assert_string_equal(cutline_image_tag(&r->image, "iim:City"), want);
	cl_record_free(r);
}

static void text_is_told_apart(void **state)
{
	struct cl_str none = { 0 };
	struct cl_str utf8 = CL_STR("\x1B%G");

	(void)state;
	check_city(none, CL_STR("Malm\xF6"), "Malm\xC3\xB6");
	check_city(none, CL_STR("Malm\xC3\xB6"), "Malm\xC3\xB6");
	check_city(utf8, CL_STR("Malm\xC3\xB6"), "Malm\xC3\xB6");
	check_city(utf8, CL_STR("Malm\xF6"), "Malm\xC3\xB6");
	check_city(CL_STR("\x1B.A"), CL_STR("Malm\xC3\xB6"),
		   "Malm\xC3\x83\xC2\xB6");
	check_city(none, CL_STR("Oslo\r\n \0"), "Oslo");
}

/* The city with the given bytes, beside others of the block. */
static void check_charset(struct cl_str declared, struct cl_str other,
			  struct cl_str city, const char *want,
			  enum cutline_charset charset, bool guessed)
{
	const struct cutline_tag *tag;
	struct cl_record *r;
	struct cl_buf iim;

	cl_buf_init(&iim, BUILD_MAX);
	if (declared.len > 0)
		build_dataset(&iim, 1, 90, declared);
	build_dataset(&iim, 2, 5, other);
	build_dataset(&iim, 2, 90, city);
	r = read_iim(&iim);
	tag = &r->image.tags[r->image.tag_count - 1];
	assert_string_equal(tag->name, "iim:City");
	assert_string_equal(tag->text, want);
	assert_string_equal(cutline_charset_name(tag->charset),
			    cutline_charset_name(charset));
	assert_int_equal(tag->charset_guessed, guessed);
	if (charset == CUTLINE_CHARSET_MACROMAN)
		assert_true(build_warned(&r->image, "read as MacRoman"));
	else if (charset != CUTLINE_CHARSET_UTF8)
		assert_int_equal(r->image.warning_count, 0);
	cl_record_free(r);
}

static void what_a_text_was_in_is_recorded(void **state)
{
	struct cl_str none = { 0 };
	struct cl_str utf8 = CL_STR("\x1B%G");
	struct cl_str latin1 = CL_STR("\x1B.A");
	struct cl_str any = CL_STR("any");

	(void)state;
	check_charset(none, any, CL_STR("Oslo"), "Oslo", CUTLINE_CHARSET_ASCII,
		      false);
	check_charset(utf8, any, CL_STR("Malm\xC3\xB6"), "Malm\xC3\xB6",
		      CUTLINE_CHARSET_UTF8, false);
	check_charset(CL_STR("\x1B%/G"), any, CL_STR("Malm\xC3\xB6"),
		      "Malm\xC3\xB6", CUTLINE_CHARSET_UTF8, false);
	check_charset(none, any, CL_STR("Malm\xC3\xB6"), "Malm\xC3\xB6",
		      CUTLINE_CHARSET_UTF8, true);
	check_charset(latin1, any, CL_STR("Malm\xF6"), "Malm\xC3\xB6",
		      CUTLINE_CHARSET_LATIN1, false);
	check_charset(latin1, any, CL_STR("\x93Malm\xF6\x94"),
		      "\xE2\x80\x9CMalm\xC3\xB6\xE2\x80\x9D",
		      CUTLINE_CHARSET_LATIN1, false);
	check_charset(none, any, CL_STR("Malm\xF6"), "Malm\xC3\xB6",
		      CUTLINE_CHARSET_WINDOWS_1252, true);
	check_charset(utf8, any, CL_STR("Malm\xF6"), "Malm\xC3\xB6",
		      CUTLINE_CHARSET_WINDOWS_1252, true);
	check_charset(none, any, CL_STR("Malm\x9A"), "Malm\xC3\xB6",
		      CUTLINE_CHARSET_MACROMAN, true);
	check_charset(none, CL_STR("Sk\x8Cne"), CL_STR("\xA9 Bo Ek"),
		      "\xC2\xA9 Bo Ek", CUTLINE_CHARSET_MACROMAN, true);
	check_charset(none, CL_STR("Sk\x8Cne"), CL_STR("Malm\xC3\xB6"),
		      "Malm\xC3\xB6", CUTLINE_CHARSET_UTF8, true);
}

static void shifts_and_doubts_are_remarks(void **state)
{
	struct cl_buf iim;
	struct cl_record *r;

	(void)state;
	cl_buf_init(&iim, BUILD_MAX);
	build_dataset(&iim, 1, 90, CL_STR("\x1B$B"));
	build_dataset(&iim, 2, 90, CL_STR("\x1B$BEl5~\x1B(B"));
	r = read_iim(&iim);
	assert_string_equal(cutline_image_tag(&r->image, "iim:City"),
			    "\x1B$BEl5~\x1B(B");
	assert_true(build_warned(&r->image, "shifts between"));
	cl_record_free(r);
	cl_buf_init(&iim, BUILD_MAX);
	build_dataset(&iim, 2, 116, CL_STR("\x92"));
	r = read_iim(&iim);
	assert_true(build_warned(&r->image, "may be wrong"));
	cl_record_free(r);
}

/* A character cut in two at the limit goes, and the value is told so. */
static void a_text_at_its_limit_is_marked(void **state)
{
	struct cl_buf iim;
	struct cl_record *r;

	(void)state;
	cl_buf_init(&iim, BUILD_MAX);
	build_dataset(&iim, 2, 80, CL_STR("0123456789012345678901234567890"));
	build_dataset(&iim, 2, 80, CL_STR("01234567890123456789012345678901"));
	build_dataset(&iim, 2, 80,
		      CL_STR("0123456789012345678901234567890\xC3"));
	r = read_iim(&iim);
	assert_int_equal(r->image.tag_count, 3);
	assert_false(r->image.tags[0].at_limit);
	assert_true(r->image.tags[1].at_limit);
	assert_true(r->image.tags[2].at_limit);
	assert_string_equal(r->image.tags[2].text,
			    "0123456789012345678901234567890");
	cl_record_free(r);
}

static void an_extended_length_is_read(void **state)
{
	struct cl_buf iim;
	struct cl_record *r;

	(void)state;
	cl_buf_init(&iim, BUILD_MAX);
	cl_buf_add(&iim, "\x1C\x02\x78\x80\x04\0\0\0\x04Long", 13);
	build_dataset(&iim, 2, 90, CL_STR("Oslo"));
	r = read_iim(&iim);
	assert_string_equal(
		cutline_image_tag(&r->image, "iim:Caption-Abstract"), "Long");
	assert_string_equal(cutline_image_tag(&r->image, "iim:City"), "Oslo");
	cl_record_free(r);
}

static void lengths_that_lie_end_the_block(void **state)
{
	static const struct cl_str bad[] = {
		CL_STR_INIT("\x1C\x02\x78\x80\x05\0\0\0\0\x01x"),
		CL_STR_INIT("\x1C\x02\x78\xFF\xFFx"),
		CL_STR_INIT("\x1C\x02\x78\x80\x04\xFF\xFF\xFF\xFFx"),
		CL_STR_INIT("\x1C\x02\x78"),
		CL_STR_INIT("\x1C"),
		CL_STR_INIT("garbage"),
	};

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		struct cl_buf iim;
		struct cl_record *r;

		cl_buf_init(&iim, BUILD_MAX);
		build_dataset(&iim, 2, 90, CL_STR("Oslo"));
		cl_buf_add_str(&iim, bad[i]);
		r = read_iim(&iim);
		assert_string_equal(cutline_image_tag(&r->image, "iim:City"),
				    "Oslo");
		assert_int_equal(r->image.warning_count, 1);
		cl_record_free(r);
	}
}

static void a_cut_value_is_kept_as_far_as_it_goes(void **state)
{
	struct cl_buf iim;
	struct cl_record *r;

	(void)state;
	cl_buf_init(&iim, BUILD_MAX);
	cl_buf_add(&iim, "\x1C\x02\x5A\0\x20Malm", 9);
	r = read_iim(&iim);
	assert_string_equal(cutline_image_tag(&r->image, "iim:City"), "Malm");
	assert_true(build_warned(&r->image, "2:90 is cut off"));
	cl_record_free(r);
}

static void zeros_behind_the_block_are_padding(void **state)
{
	struct cl_buf iim;
	struct cl_record *r;

	(void)state;
	cl_buf_init(&iim, BUILD_MAX);
	build_dataset(&iim, 2, 90, CL_STR("Oslo"));
	cl_buf_add(&iim, "\0\0\0\0", 4);
	r = read_iim(&iim);
	assert_int_equal(r->image.warning_count, 0);
	cl_record_free(r);
}

static void keywords_stop_at_the_limit(void **state)
{
	struct cl_buf iim;
	struct cl_record *r;

	(void)state;
	cl_buf_init(&iim, BUILD_MAX);
	for (int i = 0; i <= CUTLINE_IMAGE_TAGS_MAX; i++)
		build_dataset(&iim, 2, 25, CL_STR("k"));
	r = read_iim(&iim);
	assert_int_equal(r->image.tag_count, CUTLINE_IMAGE_TAGS_MAX);
	assert_int_equal(r->image.warning_count, 1);
	cl_record_free(r);
}

/* A text one byte above what is kept loses that byte. */
static void a_text_stops_at_the_limit(void **state)
{
	struct cl_buf iim;
	struct cl_record *r;

	(void)state;
	cl_buf_init(&iim, BUILD_MAX);
	cl_buf_add(&iim, "\x1C\x02\x78\x80\x04", 5);
	build_u32(&iim, CUTLINE_IMAGE_VALUE_MAX + 1);
	for (size_t i = 0; i <= CUTLINE_IMAGE_VALUE_MAX; i++)
		build_u8(&iim, 'x');
	r = read_iim(&iim);
	assert_int_equal(strlen(r->image.tags[0].text),
			 CUTLINE_IMAGE_VALUE_MAX);
	assert_true(build_warned(&r->image, "was cut"));
	cl_record_free(r);
}

static struct cl_record *read_digest(const char *changed)
{
	struct cl_record *r = cl_record_new();
	struct cl_buf iim;
	struct cl_buf irb;
	uint8_t sum[16];

	assert_non_null(r);
	cl_buf_init(&iim, BUILD_MAX);
	cl_buf_init(&irb, BUILD_MAX);
	build_dataset(&iim, 2, 90, CL_STR("Oslo"));
	cl_md5(cl_buf_str(&iim), sum);
	if (changed)
		build_dataset(&iim, 2, 95, cl_str_from(changed));
	build_resource(&irb, 0x0425,
		       (struct cl_str){ (const char *)sum, sizeof(sum) });
	build_resource(&irb, 0x0404, cl_buf_str(&iim));
	cl_irb_read(r, cl_buf_str(&irb));
	cl_irb_check_digest(r);
	cl_buf_release(&iim);
	cl_buf_release(&irb);
	return r;
}

static void the_digest_tells_of_changes(void **state)
{
	struct cl_record *r = read_digest(NULL);

	(void)state;
	assert_true(r->image.has_digest);
	assert_true(r->image.digest_matches);
	cl_record_free(r);
	r = read_digest("Akershus");
	assert_true(r->image.has_digest);
	assert_false(r->image.digest_matches);
	cl_record_free(r);
}

/* TIFF: the block in a tag of its own, padded, and only the digest among
 * Photoshop's resources. */
static void the_digest_counts_no_padding(void **state)
{
	struct cl_record *r = cl_record_new();
	struct cl_buf iim;
	struct cl_buf irb;
	uint8_t sum[16];

	(void)state;
	assert_non_null(r);
	cl_buf_init(&iim, BUILD_MAX);
	cl_buf_init(&irb, BUILD_MAX);
	build_dataset(&iim, 2, 90, CL_STR("Oslo"));
	cl_md5(cl_buf_str(&iim), sum);
	cl_buf_add(&iim, "\0\0\0", 3);
	build_resource(&irb, 0x0425,
		       (struct cl_str){ (const char *)sum, sizeof(sum) });
	cl_iim_read(r, cl_buf_str(&iim));
	cl_irb_read(r, cl_buf_str(&irb));
	cl_irb_check_digest(r);
	assert_true(r->image.digest_matches);
	cl_buf_release(&iim);
	cl_buf_release(&irb);
	cl_record_free(r);
}

static void a_lost_resource_is_found_again(void **state)
{
	struct cl_record *r = cl_record_new();
	struct cl_buf iim;
	struct cl_buf irb;

	(void)state;
	assert_non_null(r);
	cl_buf_init(&iim, BUILD_MAX);
	cl_buf_init(&irb, BUILD_MAX);
	build_dataset(&iim, 2, 90, CL_STR("Oslo"));
	build_resource(&irb, 0x03ED, CL_STR("any"));
	cl_buf_add_cstr(&irb, "8BIN and junk");
	build_resource(&irb, 0x0404, cl_buf_str(&iim));
	build_resource(&irb, 0x0404, cl_buf_str(&iim));
	cl_irb_read(r, cl_buf_str(&irb));
	assert_string_equal(build_value(&r->image, "iim:City", 0, 0), "Oslo");
	assert_string_equal(build_value(&r->image, "iim:City", 1, 0), "Oslo");
	cl_buf_release(&iim);
	cl_buf_release(&irb);
	cl_record_free(r);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(text_is_told_apart),
		cmocka_unit_test(what_a_text_was_in_is_recorded),
		cmocka_unit_test(shifts_and_doubts_are_remarks),
		cmocka_unit_test(a_text_at_its_limit_is_marked),
		cmocka_unit_test(an_extended_length_is_read),
		cmocka_unit_test(lengths_that_lie_end_the_block),
		cmocka_unit_test(a_cut_value_is_kept_as_far_as_it_goes),
		cmocka_unit_test(zeros_behind_the_block_are_padding),
		cmocka_unit_test(keywords_stop_at_the_limit),
		cmocka_unit_test(a_text_stops_at_the_limit),
		cmocka_unit_test(the_digest_tells_of_changes),
		cmocka_unit_test(the_digest_counts_no_padding),
		cmocka_unit_test(a_lost_resource_is_found_again),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
