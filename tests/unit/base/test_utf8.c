/* SPDX-License-Identifier: MIT */
#include "base/utf8.h"

#include <string.h>

#include "unit/test.h"

#define FFFD "\xEF\xBF\xBD"

static struct cl_str bytes_of(const char *s)
{
	return cl_str_from(s);
}

/* Every code goes out and comes back; surrogates and what lies above Unicode
 * go out as U+FFFD. */
static void every_character_comes_back(void **state)
{
	(void)state;
	for (uint32_t code = 0; code < 0x110100; code++) {
		char out[4];
		size_t len = cl_utf8_encode(code, out);
		uint32_t back;
		bool none =
			code > 0x10FFFF || (code >= 0xD800 && code < 0xE000);

		if (cl_utf8_decode((struct cl_str){ out, len }, 0, &back) !=
			    len ||
		    back != (none ? CL_REPLACEMENT : code) ||
		    !cl_utf8_valid((struct cl_str){ out, len }))
			fail_msg("U+%04X does not come back", code);
	}
}

/* The rows of Unicode's tables 3-8 to 3-11, and cuts: each maximal prefix
 * becomes one U+FFFD. */
static void malformed_runs_become_one_replacement_each(void **state)
{
	static const struct {
		const char *in;
		const char *out;
	} rows[] = {
		{ "\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41",
		  FFFD FFFD FFFD FFFD FFFD FFFD FFFD FFFD "A" },
		{ "\xED\xA0\x80\xED\xBF\xBF\xED\xAF\x41",
		  FFFD FFFD FFFD FFFD FFFD FFFD FFFD FFFD "A" },
		{ "\xF4\x91\x92\x93\xFF\x41\x80\xBF\x42",
		  FFFD FFFD FFFD FFFD FFFD "A" FFFD FFFD "B" },
		{ "\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41",
		  FFFD FFFD FFFD FFFD "A" },
		{ "a\xC3", "a" FFFD },
		{ "a\xE2\x82", "a" FFFD },
		{ "a\xF0\x9F\x98", "a" FFFD },
		{ "\xC3\xC3\xA9", FFFD "\xC3\xA9" },
		{ "\xF5\x80", FFFD FFFD },
		{ "\xC1\xBF", FFFD FFFD },
		{ "x" FFFD "y", "x" FFFD "y" },
		{ "\xF2\x80\xBD\r", FFFD "\r" },
		{ "\xF2\x80\xBD", FFFD },
		{ "\xEF\xBF", FFFD },
		{ "\xEF\xBF\xEF\xBF\xBD", FFFD FFFD },
		{ "\xF4\x8F\xBF\xBF", "\xF4\x8F\xBF\xBF" },
		{ "\xEE\x80\x80", "\xEE\x80\x80" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct cl_str in = bytes_of(rows[i].in);
		struct cl_buf out;

		cl_buf_init(&out, 256);
		cl_utf8_add_valid(&out, in);
		assert_string_equal(cl_buf_cstr(&out), rows[i].out);
		assert_int_equal(cl_utf8_valid(in),
				 cl_str_eq(in, bytes_of(rows[i].out)));
		assert_int_equal(cl_utf8_count(in),
				 cl_utf8_count(cl_buf_str(&out)));
		cl_buf_release(&out);
	}
}

static void a_nul_inside_becomes_a_replacement(void **state)
{
	struct cl_buf out;

	(void)state;
	cl_buf_init(&out, 64);
	cl_utf8_add_valid(&out, CL_STR("a\0b"));
	assert_string_equal(cl_buf_cstr(&out), "a" FFFD "b");
	cl_buf_release(&out);
}

static void cut_keeps_characters_whole(void **state)
{
	struct cl_str s = CL_STR("a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80z");
	static const size_t len[] = { 0, 1, 1, 3, 3, 3, 6, 6, 6, 6, 10, 11 };

	(void)state;
	for (size_t max = 0; max < sizeof(len) / sizeof(len[0]); max++)
		assert_int_equal(cl_utf8_cut(s, max).len, len[max]);
	assert_int_equal(cl_utf8_cut(s, 99).len, s.len);
	/* Bytes that form no character may be cut anywhere. */
	assert_int_equal(cl_utf8_cut(CL_STR("\x80\x80\x80\x80\x80\x80"), 5).len,
			 5);
}

static void controls_are_shown_and_not_obeyed(void **state)
{
	static const struct {
		const char *in;
		const char *out;
	} rows[] = {
		{ "plain, \xC3\xA9", "plain, \xC3\xA9" },
		{ "\033[31mred", "\\x1b[31mred" },
		{ "a\nb\tc\rd\x7F", "a\\nb\\tc\\x0dd\\x7f" },
		{ "\xC2\x9B", "\\x9b" },
		{ "\xE2\x80\xAE", "\\u202e" },
		{ "\xE2\x81\xA6", "\\u2066" },
		{ "\xE2\x80\x8B", "\\u200b" },
		{ "\xEF\xBB\xBF", "\\ufeff" },
		{ "\xF3\xA0\x81\x81", "\\U000e0041" },
		{ "\xFF\xC3", "\\xff\\xc3" },
		{ "\xF0\x9F\x98", "\\xf0\\x9f\\x98" },
		{ FFFD, FFFD },
		/* An emoji family holds joiners: it stays whole. */
		{ "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x9A\x80",
		  "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x9A\x80" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct cl_buf out;

		cl_buf_init(&out, 256);
		cl_utf8_add_visible(&out, bytes_of(rows[i].in));
		assert_string_equal(cl_buf_cstr(&out), rows[i].out);
		cl_buf_release(&out);
	}
}

static void width_is_in_columns(void **state)
{
	(void)state;
	assert_int_equal(cl_utf8_width(CL_STR("abc")), 3);
	assert_int_equal(cl_utf8_width(CL_STR("\xC3\xA9")), 1);
	assert_int_equal(cl_utf8_width(CL_STR("e\xCC\x81")), 1);
	assert_int_equal(cl_utf8_width(CL_STR("\xE6\x9D\xB1\xE4\xBA\xAC")), 4);
	assert_int_equal(cl_utf8_width((struct cl_str){ 0 }), 0);
}

static void expect_clusters(const char *text, const size_t *lengths)
{
	struct cl_str s = cl_str_from(text);
	size_t at = 0;

	for (; *lengths; lengths++) {
		assert_true(at < s.len);
		assert_int_equal(cl_utf8_cluster(s, at), *lengths);
		at += *lengths;
	}
	assert_int_equal(at, s.len);
}

static void what_a_reader_takes_for_one_stays_together(void **state)
{
	char marks[1 + 2 * 40 + 1] = "e";
	static const size_t simple[] = { 1, 3, 1, 0 };
	static const size_t flag[] = { 8, 8, 0 };
	static const size_t joined[] = { 18, 1, 0 };
	static const size_t malformed[] = { 1, 1, 1, 0 };
	static const size_t long_one[] = { 63, 18, 0 };

	(void)state;
	/* é as letter and accent; two flags; a family; a stray byte. */
	expect_clusters("ae\xCC\x81"
			"b",
			simple);
	expect_clusters("\xF0\x9F\x87\xA9\xF0\x9F\x87\xAA"
			"\xF0\x9F\x87\xAB\xF0\x9F\x87\xB7",
			flag);
	expect_clusters("\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA9"
			"\xE2\x80\x8D\xF0\x9F\x91\xA7"
			"a",
			joined);
	expect_clusters("a\xFF"
			"b",
			malformed);
	/* Accents without end are cut. */
	for (size_t i = 0; i < 40; i++)
		memcpy(marks + 1 + 2 * i, "\xCC\x81", 2);
	marks[81] = '\0';
	expect_clusters(marks, long_one);
}

static void ascii_is_told_apart(void **state)
{
	(void)state;
	assert_true(cl_utf8_is_ascii(CL_STR("abc\x7F")));
	assert_false(cl_utf8_is_ascii(CL_STR("abc\x80")));
	assert_true(cl_utf8_valid((struct cl_str){ 0 }));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_character_comes_back),
		cmocka_unit_test(malformed_runs_become_one_replacement_each),
		cmocka_unit_test(a_nul_inside_becomes_a_replacement),
		cmocka_unit_test(cut_keeps_characters_whole),
		cmocka_unit_test(controls_are_shown_and_not_obeyed),
		cmocka_unit_test(width_is_in_columns),
		cmocka_unit_test(what_a_reader_takes_for_one_stays_together),
		cmocka_unit_test(ascii_is_told_apart),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
