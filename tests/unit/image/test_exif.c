/* SPDX-License-Identifier: MIT */
#include "image/exif.h"

#include <math.h>
#include <string.h>

#include "build.h"
#include "unit/test.h"

static const struct build_dir none = { NULL, 0 };

static struct cl_record *read_block(struct cl_str block)
{
	struct cl_record *r = cl_record_new();
	struct cl_source s;

	assert_non_null(r);
	cl_source_memory(&s, block);
	cl_exif_read(r, &s);
	assert_false(r->failed);
	return r;
}

static struct cl_record *read_dirs(struct build_dir main_dir,
				   struct build_dir exif, struct build_dir gps)
{
	struct cl_record *r;
	struct cl_buf tiff;

	cl_buf_init(&tiff, BUILD_MAX);
	build_tiff(&tiff, main_dir, exif, gps);
	r = read_block(cl_buf_str(&tiff));
	cl_buf_release(&tiff);
	return r;
}

/* The text read of one entry of the main directory; NULL for none. The record
 * is the caller's. */
static const char *read_entry(struct build_entry e, struct cl_record **r)
{
	*r = read_dirs((struct build_dir){ &e, 1 }, none, none);
	return (*r)->image.tag_count ? (*r)->image.tags[0].text : NULL;
}

static void check_entry(struct build_entry e, const char *want)
{
	struct cl_record *r;
	const char *text = read_entry(e, &r);

	if (want) {
		assert_non_null(text);
		assert_string_equal(text, want);
	} else {
		assert_null(text);
	}
	cl_record_free(r);
}

#define ENTRY(tag, type, literal)                      \
 (struct build_entry)                                  \
 {                                                     \
  tag, type, sizeof(literal) - 1, CL_STR_INIT(literal) \
 }

static void text_is_utf8_or_windows_1252(void **state)
{
	(void)state;
	check_entry(ENTRY(0x013B, 2, "Bj\xC3\xB8rn\0"), "Bj\xC3\xB8rn");
	check_entry(ENTRY(0x013B, 2, "Bj\xF8rn\0"), "Bj\xC3\xB8rn");
	check_entry(ENTRY(0x013B, 2, "\x93quoted\x94"),
		    "\xE2\x80\x9Cquoted\xE2\x80\x9D");
	check_entry(ENTRY(0x013B, 2, "  ends here   \0\0"), "  ends here");
	check_entry(ENTRY(0x013B, 2, "before\0behind"), "before");
	check_entry(ENTRY(0x013B, 2, "     \0"), NULL);
	check_entry(ENTRY(0x013B, 2, "\0"), NULL);
	check_entry(ENTRY(0x013B, 7, "undefined"), "undefined");
}

/* Exif 3.0's type and tags, which libexif does not know. */
static void the_utf8_type_is_read(void **state)
{
	(void)state;
	check_entry(ENTRY(0xA437, 129, "Zo\xC3\xAB\0"), "Zo\xC3\xAB");
	check_entry(ENTRY(0xA436, 129, "A title"), "A title");
}

static void a_copyright_has_two_holders(void **state)
{
	struct cl_record *r;

	(void)state;
	(void)read_entry(ENTRY(0x8298, 2, "Ana\0Agency\0"), &r);
	assert_int_equal(r->image.tag_count, 2);
	assert_string_equal(r->image.tags[1].name, "exif:Copyright");
	assert_string_equal(r->image.tags[1].text, "Agency");
	cl_record_free(r);
	check_entry(ENTRY(0x8298, 2, " \0Agency\0"), "Agency");
}

static void a_comment_says_its_encoding(void **state)
{
	(void)state;
	check_entry(ENTRY(0x9286, 7, "ASCII\0\0\0plain  "), "plain");
	check_entry(ENTRY(0x9286, 7, "\0\0\0\0\0\0\0\0Sk\xE5ne"),
		    "Sk\xC3\xA5ne");
	check_entry(ENTRY(0x9286, 7, "UNICODE\0a\0\xE5\0b\0"), "a\xC3\xA5"
							       "b");
	check_entry(ENTRY(0x9286, 7, "UNICODE\0\0a\0\xE5\0b"), "a\xC3\xA5"
							       "b");
	check_entry(ENTRY(0x9286, 7, "UNICODE\0\xFE\xFF\x04\x16\x04\x16"),
		    "\xD0\x96\xD0\x96");
	check_entry(ENTRY(0x9286, 7, "UNICODE\0in UTF-8"), "in UTF-8");
	check_entry(ENTRY(0x9286, 7, "ASCII\0\0\0"), NULL);
	check_entry(ENTRY(0x9286, 7, "no code"), "no code");
	check_entry(ENTRY(0x9286, 7, "ASCII   blanks for NULs"),
		    "blanks for NULs");
	check_entry(ENTRY(0x9286, 7, "\0\0\0IICSAwords in its code"),
		    "words in its code");
	check_entry(ENTRY(0x9286, 7, "ASCII code is missing"),
		    "ASCII code is missing");
}

static void windows_tags_are_utf16(void **state)
{
	(void)state;
	check_entry(ENTRY(0x9C9B, 1, "T\0\xEF\0\0\0x\0"), "T\xC3\xAF");
	check_entry(ENTRY(0x9C9E, 1, "a\0;\0b\0\0\0"), "a;b");
	check_entry(ENTRY(0x9C9E, 1, "o\0d\0d\0x"), "odd");
	check_entry(ENTRY(0x9C9D, 1, "\x3D\xD8\xF7\xDC\0\0"),
		    "\xF0\x9F\x93\xB7");
}

static void numbers_are_decimal(void **state)
{
	const struct build_entry iso = { 0x8827, 3, 2,
					 CL_STR("\x90\x01\x20\x03") };
	const struct build_entry f = { 0x829D, 5, 1,
				       CL_STR("\x1C\0\0\0\x0A\0\0\0") };

	(void)state;
	check_entry(iso, "400 800");
	check_entry(f, "28/10");
}

static void orientation_may_be_of_any_width(void **state)
{
	static const struct build_entry entries[] = {
		{ 0x0112, 3, 1, CL_STR_INIT("\x03\0") },
		{ 0x0112, 4, 1, CL_STR_INIT("\x03\0\0\0") },
		{ 0x0112, 1, 1, CL_STR_INIT("\x03") },
	};

	(void)state;
	for (size_t i = 0; i < 3; i++) {
		struct cl_record *r = read_dirs(
			(struct build_dir){ &entries[i], 1 }, none, none);

		assert_int_equal(r->image.orientation, 3);
		cl_record_free(r);
	}
}

static void the_same_tag_in_both_directories_counts_once(void **state)
{
	static const struct build_entry first[] = {
		{ 0x0132, 2, 5, CL_STR_INIT("first") },
		{ 0x0132, 2, 5, CL_STR_INIT("again") },
	};
	static const struct build_entry second[] = {
		{ 0x0132, 2, 6, CL_STR_INIT("second") },
	};
	struct cl_record *r;

	(void)state;
	r = read_dirs((struct build_dir){ first, 2 },
		      (struct build_dir){ second, 1 }, none);
	assert_int_equal(r->image.tag_count, 1);
	assert_string_equal(r->image.tags[0].text, "first");
	cl_record_free(r);
}

#define DEGREES(d, m, s) \
 d "\0\0\0\1\0\0\0" m "\0\0\0\1\0\0\0" s "\0\0\0\1\0\0\0"

static struct cl_record *read_gps(struct cl_str ref, struct cl_str lat,
				  struct cl_str lon)
{
	const struct build_entry gps[] = {
		{ 1, 2, (uint32_t)ref.len, ref },
		{ 2, 5, (uint32_t)(lat.len / 8), lat },
		{ 3, 2, 2, CL_STR_INIT("W\0") },
		{ 4, 5, (uint32_t)(lon.len / 8), lon },
	};

	return read_dirs(none, none, (struct build_dir){ gps, 4 });
}

static void a_position_becomes_degrees(void **state)
{
	struct cl_record *r =
		read_gps(CL_STR("S\0"), CL_STR(DEGREES("\x0A", "\x1E", "\x24")),
			 CL_STR(DEGREES("\x14", "\0", "\0")));

	(void)state;
	assert_true(r->image.has_gps);
	assert_true(fabs(r->image.latitude + 10.51) < 1e-9);
	assert_true(fabs(r->image.longitude + 20) < 1e-9);
	assert_string_equal(cutline_image_tag(&r->image, "exif:GPSLatitude"),
			    "10/1 30/1 36/1");
	cl_record_free(r);
}

static void check_no_gps(struct cl_record *r, const char *words)
{
	assert_false(r->image.has_gps);
	if (words)
		assert_true(build_warned(&r->image, words));
	else
		assert_int_equal(r->image.warning_count, 0);
	cl_record_free(r);
}

static void what_is_no_position_is_none(void **state)
{
	static const char zero[24] = { 0 };
	struct cl_str empty = { zero, sizeof(zero) };
	struct cl_str ten = CL_STR(DEGREES("\x0A", "\0", "\0"));

	(void)state;
	check_no_gps(read_gps(CL_STR("N\0"), empty, empty), NULL);
	check_no_gps(read_gps(CL_STR("N\0"), empty, ten), "no number");
	check_no_gps(read_gps(CL_STR("\0\0"), ten, ten), "N or S");
	check_no_gps(read_gps(CL_STR("N\0"),
			      CL_STR(DEGREES("\x5B", "\0", "\0")), ten),
		     "not on Earth");
	check_no_gps(read_gps(CL_STR("N\0"), cl_str_sub(ten, 0, 0), ten), NULL);
}

/* 0/0 seconds, as phones write them, leave the rest. */
static void seconds_of_zero_by_zero_count_as_none(void **state)
{
	struct cl_str lat =
		CL_STR("\x0A\0\0\0\1\0\0\0\x1E\0\0\0\1\0\0\0\0\0\0\0\0\0\0\0");
	struct cl_record *r = read_gps(CL_STR("N\0"), lat, lat);

	(void)state;
	assert_true(r->image.has_gps);
	assert_true(fabs(r->image.latitude - 10.5) < 1e-9);
	cl_record_free(r);
}

static void a_text_that_runs_out_is_cut(void **state)
{
	static const struct build_entry dir[] = {
		{ 0x010E, 2, 1000, CL_STR_INIT("only so much") },
	};
	struct cl_record *r =
		read_dirs((struct build_dir){ dir, 1 }, none, none);

	(void)state;
	assert_string_equal(r->image.tags[0].text, "only so much");
	assert_true(build_warned(&r->image, "runs out"));
	cl_record_free(r);
}

static void values_outside_the_block_are_left(void **state)
{
	static const struct build_entry dir[] = {
		{ 0x829D, 5, 0x20000001, CL_STR_INIT("\1\0\0\0\1\0\0\0") },
		{ 0x8827, 13, 1, CL_STR_INIT("\1\0\0\0") },
		{ 0x013C, 99, 1, CL_STR_INIT("type") },
		{ 0x0110, 12, 1, CL_STR_INIT("a double") },
		{ 0x013B, 2, 4, CL_STR_INIT("kept") },
	};
	struct cl_record *r =
		read_dirs((struct build_dir){ dir, 5 }, none, none);

	(void)state;
	assert_int_equal(r->image.tag_count, 1);
	assert_string_equal(r->image.tags[0].text, "kept");
	cl_record_free(r);
}

/* A directory that points at itself, and 65,535 entries. */
static void loops_and_floods_end(void **state)
{
	struct cl_buf b;
	struct cl_record *r;

	(void)state;
	cl_buf_init(&b, BUILD_MAX);
	cl_buf_add(&b, "II*\0", 4);
	build_u32le(&b, 8);
	build_u16le(&b, 0xFFFF);
	for (int i = 0; i < 5000; i++) {
		build_u16le(&b, i % 2 ? 0x8769 : 0x8825);
		build_u16le(&b, 4);
		build_u32le(&b, 1);
		build_u32le(&b, 8);
	}
	r = read_block(cl_buf_str(&b));
	assert_int_equal(r->image.tag_count, 0);
	assert_true(build_warned(&r->image, "main directory is damaged"));
	cl_record_free(r);
	cl_buf_release(&b);
}

/* All entries share one value of 60,000 bytes: libexif alone would copy it
 * for each. */
static void a_shared_value_is_not_copied_without_end(void **state)
{
	struct cl_buf b;
	struct cl_record *r;

	(void)state;
	cl_buf_init(&b, BUILD_MAX);
	cl_buf_add(&b, "II*\0", 4);
	build_u32le(&b, 8);
	build_u16le(&b, 400);
	for (unsigned i = 0; i < 400; i++) {
		build_u16le(&b, 0x010D + i);
		build_u16le(&b, 2);
		build_u32le(&b, 60000);
		build_u32le(&b, 4814);
	}
	build_u32le(&b, 0);
	for (int i = 0; i < 60000; i++)
		build_u8(&b, 'x');
	r = read_block(cl_buf_str(&b));
	assert_true(r->arena.total < (size_t)1 << 20);
	assert_int_equal(r->image.tag_count, 1);
	cl_record_free(r);
	cl_buf_release(&b);
}

static void what_is_no_tiff_is_a_remark(void **state)
{
	struct cl_record *r = read_block(CL_STR("no TIFF structure"));

	(void)state;
	assert_int_equal(r->image.tag_count, 0);
	assert_int_equal(r->image.warning_count, 1);
	cl_record_free(r);
	r = read_block(CL_STR("MM\0*\0\0\0\xF0"));
	assert_int_equal(r->image.tag_count, 0);
	assert_int_equal(r->image.warning_count, 1);
	cl_record_free(r);
}

static void both_byte_orders_are_read(void **state)
{
	struct cl_record *r = read_block(
		CL_STR("MM\0*\0\0\0\x08\0\x02\x01\x12\0\x03\0\0\0\x01\0\x08\0\0"
		       "\x01\x3B\0\x02\0\0\0\x03"
		       "Bo\0\0"
		       "\0\0\0\0"));

	(void)state;
	assert_int_equal(r->image.orientation, 8);
	assert_string_equal(cutline_image_tag(&r->image, "exif:Artist"), "Bo");
	cl_record_free(r);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(text_is_utf8_or_windows_1252),
		cmocka_unit_test(the_utf8_type_is_read),
		cmocka_unit_test(a_copyright_has_two_holders),
		cmocka_unit_test(a_comment_says_its_encoding),
		cmocka_unit_test(windows_tags_are_utf16),
		cmocka_unit_test(numbers_are_decimal),
		cmocka_unit_test(orientation_may_be_of_any_width),
		cmocka_unit_test(the_same_tag_in_both_directories_counts_once),
		cmocka_unit_test(a_position_becomes_degrees),
		cmocka_unit_test(what_is_no_position_is_none),
		cmocka_unit_test(seconds_of_zero_by_zero_count_as_none),
		cmocka_unit_test(a_text_that_runs_out_is_cut),
		cmocka_unit_test(values_outside_the_block_are_left),
		cmocka_unit_test(loops_and_floods_end),
		cmocka_unit_test(a_shared_value_is_not_copied_without_end),
		cmocka_unit_test(what_is_no_tiff_is_a_remark),
		cmocka_unit_test(both_byte_orders_are_read),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
