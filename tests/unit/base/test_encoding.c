/* SPDX-License-Identifier: MIT */
#include "base/utf8.h"

#include "unit/test.h"

#define FFFD "\xEF\xBF\xBD"

static void reads_as(struct cl_str in, enum cl_encoding encoding,
		     const char *expected)
{
	struct cl_buf out;

	cl_buf_init(&out, 4096);
	cl_utf8_add_from(&out, in, encoding);
	assert_string_equal(cl_buf_cstr(&out), expected);
	cl_buf_release(&out);
}

static void bytes_of_older_desks_are_read(void **state)
{
	(void)state;
	reads_as(CL_STR("Nu\xF1"
			"ez"),
		 CL_ENC_LATIN1,
		 "Nu\xC3\xB1"
		 "ez");
	reads_as(CL_STR("\x93Oscar\x94 \x80"), CL_ENC_CP1252,
		 "\xE2\x80\x9COscar\xE2\x80\x9D \xE2\x82\xAC");
	reads_as(CL_STR("\x81\xFF"), CL_ENC_CP1252, "\xC2\x81\xC3\xBF");
	reads_as(CL_STR("N\x9C\x96"
			"ez \xD2x\xD3 \xDB"),
		 CL_ENC_MACROMAN,
		 "N\xC3\xBA\xC3\xB1"
		 "ez \xE2\x80\x9Cx\xE2\x80\x9D \xE2\x82\xAC");
	reads_as(CL_STR("\x93"), CL_ENC_LATIN1, "\xC2\x93");
	reads_as(CL_STR("a\xFF"), CL_ENC_UTF8, "a" FFFD);
}

/* Twelve places of each table against what iconv gives for them. */
static void tables_agree_with_the_vendors(void **state)
{
	static const struct {
		uint8_t byte;
		uint32_t cp1252;
		uint32_t mac;
	} rows[] = {
		{ 0x80, 0x20AC, 0x00C4 }, { 0x85, 0x2026, 0x00D6 },
		{ 0x8E, 0x017D, 0x00E9 }, { 0x92, 0x2019, 0x00ED },
		{ 0x99, 0x2122, 0x00F4 }, { 0x9F, 0x0178, 0x00FC },
		{ 0xA0, 0x00A0, 0x2020 }, { 0xB7, 0x00B7, 0x2211 },
		{ 0xC7, 0x00C7, 0x00AB }, { 0xD1, 0x00D1, 0x2014 },
		{ 0xE9, 0x00E9, 0x00C8 }, { 0xFF, 0x00FF, 0x02C7 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct cl_str in = { (const char *)&rows[i].byte, 1 };
		char out[5] = { 0 };

		(void)cl_utf8_encode(rows[i].cp1252, out);
		reads_as(in, CL_ENC_CP1252, out);
		out[1] = out[2] = out[3] = '\0';
		(void)cl_utf8_encode(rows[i].mac, out);
		reads_as(in, CL_ENC_MACROMAN, out);
	}
}

static void utf16_is_read_in_both_orders(void **state)
{
	(void)state;
	reads_as(CL_STR("A\0\xAC\x20\x3D\xD8\x00\xDE"), CL_ENC_UTF16LE,
		 "A\xE2\x82\xAC\xF0\x9F\x98\x80");
	reads_as(CL_STR("\0A\x20\xAC\xD8\x3D\xDE\x00"), CL_ENC_UTF16BE,
		 "A\xE2\x82\xAC\xF0\x9F\x98\x80");
}

static void lone_surrogates_and_odd_ends_do_no_harm(void **state)
{
	(void)state;
	reads_as(CL_STR("\xD8\x3D\0A"), CL_ENC_UTF16BE, FFFD "A");
	reads_as(CL_STR("\xDE\x00\0A"), CL_ENC_UTF16BE, FFFD "A");
	reads_as(CL_STR("\0A\xD8\x3D"), CL_ENC_UTF16BE, "A" FFFD);
	reads_as(CL_STR("\0A\xD8\x3D\xDE"), CL_ENC_UTF16BE, "A" FFFD);
	reads_as(CL_STR("\0A\x20"), CL_ENC_UTF16BE, "A");
	reads_as(CL_STR("\0\0\0B"), CL_ENC_UTF16BE, FFFD "B");
	reads_as((struct cl_str){ 0 }, CL_ENC_UTF16LE, "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(bytes_of_older_desks_are_read),
		cmocka_unit_test(tables_agree_with_the_vendors),
		cmocka_unit_test(utf16_is_read_in_both_orders),
		cmocka_unit_test(lone_surrogates_and_odd_ends_do_no_harm),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
