/* SPDX-License-Identifier: MIT */
/* Colour profiles. The colours wanted are computed from the chromaticities of
 * the spaces, without any profile (Adobe RGB (1998) 4.3; SMPTE EG 432-1; IEC
 * 61966-2-1). */
#include "image/thumbnail_profile.h"

#include <string.h>

#include "build.h"
#include "draw.h"
#include "image/thumbnail.h"
#include "unit/test.h"

/* Columns of XYZ under D50, in units of 1/65536. */
static const int32_t adobe[3][3] = {
	{ 39960, 20389, 1276 },
	{ 13453, 41004, 3989 },
	{ 9777, 4143, 48795 },
};
static const int32_t p3[3][3] = {
	{ 33759, 15807, -69 },
	{ 19135, 45367, 2745 },
	{ 10296, 4363, 51385 },
};
static const int32_t srgb[3][3] = {
	{ 28576, 14581, 912 },
	{ 25239, 46983, 6361 },
	{ 9375, 3972, 46787 },
};

/* sRGB's curve as a formula: 2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92,
 * 0.04045. */
#define SRGB_CURVE                                                   \
 CL_STR("para\0\0\0\0\0\3\0\0\0\2\x66\x66\0\0\xF2\xA7\0\0\x0D\x59\0" \
	"\0\x13\xD0\0\0\x0A\x5B")
#define ADOBE_CURVE CL_STR("curv\0\0\0\0\0\0\0\1\2\x33")

static void put_tag(struct cl_buf *out, const char *name, size_t at, size_t len)
{
	cl_buf_add(out, name, 4);
	build_u32(out, (uint32_t)at);
	build_u32(out, (uint32_t)len);
}

static void make_profile(struct cl_buf *out, const int32_t columns[3][3],
			 struct cl_str curve)
{
	static const char *const names[3] = { "rXYZ", "gXYZ", "bXYZ" };
	static const char *const curves[3] = { "rTRC", "gTRC", "bTRC" };
	size_t at = 128 + 4 + 6 * 12;

	cl_buf_init(out, BUILD_MAX);
	for (int i = 0; i < 128; i++)
		build_u8(out, 0);
	memcpy(out->data + 16, "RGB XYZ ", 8);
	memcpy(out->data + 36, "acsp", 4);
	build_u32(out, 6);
	for (size_t i = 0; i < 3; i++)
		put_tag(out, names[i], at + 20 * i, 20);
	for (int i = 0; i < 3; i++)
		put_tag(out, curves[i], at + 60, curve.len);
	for (int i = 0; i < 3; i++) {
		cl_buf_add(out, "XYZ \0\0\0", 8);
		for (int k = 0; k < 3; k++)
			build_u32(out, (uint32_t)columns[i][k]);
	}
	cl_buf_add_str(out, curve);
}

static uint32_t convert(const struct cl_profile *profile, uint32_t colour)
{
	uint8_t rgb[3] = { (uint8_t)(colour >> 16), (uint8_t)(colour >> 8),
			   (uint8_t)colour };
	struct cl_pixels p = { 1, 1, 3, rgb };

	cl_profile_apply(profile, &p);
	return (uint32_t)(rgb[0] << 16 | rgb[1] << 8 | rgb[2]);
}

static void check(const struct cl_buf *icc, const uint32_t cases[4][2])
{
	struct cl_profile profile;

	assert_true(cl_profile_read(&profile, cl_buf_str(icc)));
	for (int i = 0; i < 4; i++) {
		uint32_t got = convert(&profile, cases[i][0]);

		if (draw_apart(got, cases[i][1]) > 1)
			print_error("%06x became %06x, not %06x\n", cases[i][0],
				    got, cases[i][1]);
		assert_true(draw_apart(got, cases[i][1]) <= 1);
	}
	assert_int_equal(convert(&profile, 0), 0);
	assert_true(draw_apart(convert(&profile, 0xFFFFFF), 0xFFFFFF) <= 1);
}

static const uint32_t adobe_colours[4][2] = {
	{ 0xC8783C, 0xE07935 },
	{ 0x3CA05A, 0x00A155 },
	{ 0x5A64B4, 0x5564B8 },
	{ 0x808080, 0x818181 },
};

static void adobe_rgb_becomes_srgb(void **state)
{
	struct cl_buf icc;

	(void)state;
	make_profile(&icc, adobe, ADOBE_CURVE);
	check(&icc, adobe_colours);
	cl_buf_release(&icc);
}

static void display_p3_becomes_srgb(void **state)
{
	static const uint32_t cases[4][2] = {
		{ 0xC8783C, 0xD5732A },
		{ 0x3CA05A, 0x00A352 },
		{ 0x5A64B4, 0x5864BA },
		{ 0x808080, 0x808080 },
	};
	struct cl_buf icc;

	(void)state;
	make_profile(&icc, p3, SRGB_CURVE);
	check(&icc, cases);
	cl_buf_release(&icc);
}

static void a_curve_may_be_a_table(void **state)
{
	struct cl_profile profile;
	struct cl_buf curve;
	struct cl_buf icc;

	(void)state;
	cl_buf_init(&curve, BUILD_MAX);
	cl_buf_add(&curve, "curv\0\0\0", 8);
	build_u32(&curve, 3);
	build_u16(&curve, 0);
	build_u16(&curve, 0x4000);
	build_u16(&curve, 0xFFFF);
	make_profile(&icc, srgb, cl_buf_str(&curve));
	assert_true(cl_profile_read(&profile, cl_buf_str(&icc)));
	assert_true(profile.light[0][0] <= 0);
	/* 51 / 255 * 2 = 0.4 of the first step. */
	assert_true(profile.light[1][51] > 0.0999 &&
		    profile.light[1][51] < 0.1001);
	assert_true(profile.light[2][255] >= 1);
	cl_buf_release(&icc);
	cl_buf_release(&curve);
}

static void what_changes_nothing_is_none(void **state)
{
	struct cl_profile profile;
	struct cl_buf icc;

	(void)state;
	make_profile(&icc, srgb, SRGB_CURVE);
	assert_false(cl_profile_read(&profile, cl_buf_str(&icc)));
	cl_buf_release(&icc);
}

static void other_kinds_are_none(void **state)
{
	struct cl_profile profile;
	struct cl_buf icc;

	(void)state;
	make_profile(&icc, adobe, ADOBE_CURVE);
	for (size_t len = 0; len < icc.len; len++)
		assert_false(cl_profile_read(
			&profile, cl_str_sub(cl_buf_str(&icc), 0, len)));
	memcpy(icc.data + 16, "CMYK", 4);
	assert_false(cl_profile_read(&profile, cl_buf_str(&icc)));
	cl_buf_release(&icc);
}

/* Whatever the numbers are, colours come out. */
static void any_byte_may_be_wrong(void **state)
{
	static const uint8_t bytes[] = { 0, 1, 0x7F, 0x80, 0xFF };
	struct cl_profile profile;
	struct cl_buf icc;
	size_t read = 0;

	(void)state;
	make_profile(&icc, p3, SRGB_CURVE);
	for (size_t i = 0; i < 5 * icc.len; i++) {
		char kept = icc.data[i / 5];

		icc.data[i / 5] = (char)bytes[i % 5];
		if (cl_profile_read(&profile, cl_buf_str(&icc))) {
			(void)convert(&profile, 0xC8783C);
			read++;
		}
		icc.data[i / 5] = kept;
	}
	assert_true(read > 500);
	cl_buf_release(&icc);
}

static void check_thumbnail(const struct draw *d, bool embedded)
{
	struct cutline_thumbnail *t;
	struct cl_buf file;
	struct cl_source s;
	struct seen seen;

	draw_jpeg(&file, d);
	cl_source_memory(&s, cl_buf_str(&file));
	assert_int_equal(cl_thumbnail_make(&s, 100, &t, NULL), CUTLINE_OK);
	assert_int_equal(t->embedded, embedded);
	seen = draw_see((struct cl_str){ (const char *)t->jpeg, t->len });
	for (int i = 0; i < 4; i++)
		assert_true(draw_apart(seen.fields[i], adobe_colours[i][1]) <=
			    10);
	cutline_thumbnail_free(t);
	cl_buf_release(&file);
}

static void a_thumbnail_is_in_srgb(void **state)
{
	struct draw d = { .width = 320, .height = 320 };
	struct draw small = { .width = 160, .height = 160 };
	struct cl_buf icc;
	struct cl_buf jpeg;

	(void)state;
	make_profile(&icc, adobe, ADOBE_CURVE);
	for (int i = 0; i < 4; i++)
		d.fields[i] = small.fields[i] = adobe_colours[i][0];
	d.profile = cl_buf_str(&icc);
	check_thumbnail(&d, false);
	draw_jpeg(&jpeg, &small);
	d.thumbnail = cl_buf_str(&jpeg);
	check_thumbnail(&d, true);
	cl_buf_release(&jpeg);
	cl_buf_release(&icc);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(adobe_rgb_becomes_srgb),
		cmocka_unit_test(display_p3_becomes_srgb),
		cmocka_unit_test(a_curve_may_be_a_table),
		cmocka_unit_test(what_changes_nothing_is_none),
		cmocka_unit_test(other_kinds_are_none),
		cmocka_unit_test(any_byte_may_be_wrong),
		cmocka_unit_test(a_thumbnail_is_in_srgb),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
