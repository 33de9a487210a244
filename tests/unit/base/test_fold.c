/* SPDX-License-Identifier: MIT */
#include "base/fold.h"

#include <string.h>

#include "fail_alloc.h"
#include "unit/test.h"

struct row {
	const char *in;
	const char *name;
	const char *search;
};

static const struct row rows[] = {
	{ "Ana LIMA", "ana lima", "ana lima" },
	{ "N\u00FA\u00F1ez", "nunez", "nunez" },
	{ "Nu\u0301n\u0303ez", "nunez", "nunez" },
	{ "\u0141\u00F3d\u017A", "lodz", "lodz" },
	{ "S\u00F8ren \u00C6r\u00F8", "soren aero", "soren aero" },
	{ "Stra\u00DFe STRASSE \u1E9E", "strasse strasse ss",
	  "strasse strasse ss" },
	{ "\u00DE\u00F3r \u0110\u1EB7ng \u0152uvre", "thor dang oeuvre",
	  "thor dang oeuvre" },
	{ "O\u2019Neill", "oneill", "o\u2019neill" },
	{ "O'Neill", "oneill", "o'neill" },
	{ "\u201CPourquoi\u201D", "pourquoi", "\u201Cpourquoi\u201D" },
	{ "U.S.A.", "usa", "u.s.a." },
	{ "Day-Lewis", "day lewis", "day-lewis" },
	{ "Day\u2013Lewis", "day lewis", "day\u2013lewis" },
	{ "AFP/Getty", "afp getty", "afp/getty" },
	{ "  a \t\n b\u00A0c  ", "a b c", "a b c" },
	{ "", "", "" },
	{ "...", "", "..." },
	{ "\uFB01lm \uFF21", "film a", "film a" },
	{ "\u0130stanbul", "istanbul", "istanbul" },
	{ "\u0391\u03A3 \u03B1\u03C2", "\u03B1\u03C3 \u03B1\u03C3",
	  "\u03B1\u03C3 \u03B1\u03C3" },
	{ "\u6771\u4EAC", "\u6771\u4EAC", "\u6771\u4EAC" },
};

static void spellings_of_one_name_meet(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct cl_buf out;

		cl_buf_init(&out, 256);
		cl_fold_add(&out, cl_str_from(rows[i].in));
		assert_string_equal(cl_buf_cstr(&out), rows[i].name);
		cl_buf_clear(&out);
		cl_fold_add_search(&out, cl_str_from(rows[i].in));
		assert_string_equal(cl_buf_cstr(&out), rows[i].search);
		cl_buf_release(&out);
	}
}

static void folding_appends(void **state)
{
	struct cl_buf out;

	(void)state;
	cl_buf_init(&out, 256);
	cl_buf_add_cstr(&out, "x:");
	cl_fold_add(&out, CL_STR(" -A"));
	assert_string_equal(cl_buf_cstr(&out), "x:a");
	cl_buf_release(&out);
}

static void different_names_stay_different(void **state)
{
	(void)state;
	assert_true(cl_fold_eq(CL_STR("J. SMITH"), CL_STR("j smith")));
	assert_false(cl_fold_eq(CL_STR("Anna"), CL_STR("Ana")));
	assert_false(cl_fold_eq(CL_STR("a b"), CL_STR("ab")));
	assert_true(cl_fold_eq((struct cl_str){ 0 }, CL_STR("-")));
}

/* Comparing agrees with folding, for every pair of the table. */
static void equal_is_what_folds_to_the_same(void **state)
{
	const size_t count = sizeof(rows) / sizeof(rows[0]);

	(void)state;
	fail_alloc_after(0);
	for (size_t i = 0; i < count * count; i++) {
		const struct row *a = &rows[i / count];
		const struct row *b = &rows[i % count];

		assert_int_equal(
			cl_fold_eq(cl_str_from(a->in), cl_str_from(b->in)),
			strcmp(a->name, b->name) == 0);
	}
	assert_int_equal(fail_alloc_count(), 0);
	fail_alloc_after(-1);
	assert_true(cl_fold_eq(CL_STR("\uFDFA x"), CL_STR("\uFDFA-\u00A0X")));
	assert_false(cl_fold_eq(CL_STR("\uFDFA x"), CL_STR("\uFDFA xy")));
}

static void malformed_bytes_part_words(void **state)
{
	struct cl_buf out;

	(void)state;
	cl_buf_init(&out, 256);
	cl_fold_add(&out, CL_STR("A\xFF\xC3z"));
	assert_string_equal(cl_buf_cstr(&out), "a z");
	cl_buf_release(&out);
}

static void every_allocation_may_fail(void **state)
{
	struct cl_arena arena = { 0 };
	char *folded;
	long n = 0;

	(void)state;
	do {
		fail_alloc_after(n++);
		folded = cl_fold_dup(&arena, CL_STR("\u0141\u00F3d\u017A"));
		fail_alloc_after(-1);
	} while (!folded && n < 10);
	assert_int_equal(n, 3);
	assert_string_equal(folded, "lodz");
	cl_arena_release(&arena);
	assert_int_equal(fail_alloc_live(), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(spellings_of_one_name_meet),
		cmocka_unit_test(folding_appends),
		cmocka_unit_test(different_names_stay_different),
		cmocka_unit_test(equal_is_what_folds_to_the_same),
		cmocka_unit_test(malformed_bytes_part_words),
		cmocka_unit_test(every_allocation_may_fail),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
