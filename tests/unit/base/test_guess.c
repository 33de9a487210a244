/* SPDX-License-Identifier: MIT */
#include "base/guess.h"

#include "unit/test.h"

static void check(struct cl_str text, enum cl_encoding want)
{
	struct cl_evidence e = { 0 };

	cl_evidence_add(&e, text);
	if (cl_evidence_judge(&e) != want)
		print_error("%.*s: %d for Windows-1252, %d for MacRoman\n",
			    CL_STR_ARG(text), e.cp1252, e.macroman);
	assert_int_equal(cl_evidence_judge(&e), want);
}

/* Each beyond ASCII in its encoding's own bytes. */
static void macroman_is_told(void **state)
{
	static const struct cl_str texts[] = {
		CL_STR_INIT("Sk\x8Cne"),
		CL_STR_INIT("\x80ngar"),
		CL_STR_INIT("Andr\x8E Dupont"),
		CL_STR_INIT("Garc\x92"
			    "a"),
		CL_STR_INIT("Espa\x96"
			    "a"),
		CL_STR_INIT("M\x9Fnchen"),
		CL_STR_INIT("K\x9Aln"),
		CL_STR_INIT("Fran\x8Dois"),
		CL_STR_INIT("\x83"
			    "cole"),
		CL_STR_INIT("Stra\xA7"
			    "e"),
		CL_STR_INIT("S\xBFren"),
		CL_STR_INIT("It\xD5s a \xD2"
			    "Good Day\xD3 for all"),
		CL_STR_INIT("Paris \xD0 The day"),
		CL_STR_INIT("S\x8Bo Jos\x8E"),
	};

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		check(texts[i], CL_ENC_MACROMAN);
}

static void windows_is_told(void **state)
{
	static const struct cl_str texts[] = {
		CL_STR_INIT("Sk\xE5ne"),
		CL_STR_INIT("\xC4ngar"),
		CL_STR_INIT("Andr\xE9 Dupont"),
		CL_STR_INIT("Garc\xED"
			    "a"),
		CL_STR_INIT("Espa\xF1"
			    "a"),
		CL_STR_INIT("M\xFCnchen"),
		CL_STR_INIT("K\xF6ln"),
		CL_STR_INIT("Fran\xE7ois"),
		CL_STR_INIT("\xC9"
			    "cole"),
		CL_STR_INIT("CAF\xC9"),
		CL_STR_INIT("Stra\xDF"
			    "e"),
		CL_STR_INIT("S\xF8ren"),
		CL_STR_INIT("It\x92s a \x93"
			    "Good Day\x94 for all"),
		CL_STR_INIT("Paris \x96 The day"),
		CL_STR_INIT("Du\x9A"
			    "an, Toma\x9A"),
		CL_STR_INIT("the players\x92 bench"),
		CL_STR_INIT("rock \x92n\x92 roll"),
		CL_STR_INIT("the \x91"
			    "Big Four\x92 ..."),
		CL_STR_INIT("a wait\x85 and more"),
		CL_STR_INIT("\xA9 2010 The Press"),
		CL_STR_INIT("c\x9C"
			    "ur"),
		CL_STR_INIT("5 \x80"),
		CL_STR_INIT("\x92"),
		CL_STR_INIT("\xA1Hola! \xBFQu\xE9?"),
		/* Not ours, but nearer to it than the other. */
		CL_STR_INIT("Lud\xEC"
			    "k Mal\xFD, P\xF8\xED"
			    "bram"),
		CL_STR_INIT("\xCC\xEE\xF1\xEA\xE2\xE0"),
	};

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		check(texts[i], CL_ENC_CP1252);
}

static void texts_of_a_block_are_added_up(void **state)
{
	struct cl_evidence e = { 0 };

	(void)state;
	assert_false(cl_evidence_is_weak(&e));
	cl_evidence_add(&e, CL_STR("\xA9 Press")); /* the same in both */
	assert_false(cl_evidence_is_weak(&e));
	cl_evidence_add(&e, CL_STR("\x92"));
	assert_true(cl_evidence_is_weak(&e));
	assert_int_equal(cl_evidence_judge(&e), CL_ENC_CP1252);
	cl_evidence_add(&e, CL_STR("Malm\xC3\xB6")); /* says nothing */
	assert_true(cl_evidence_is_weak(&e));
	cl_evidence_add(&e, CL_STR("Malm\x9A"));
	cl_evidence_add(&e, CL_STR("Sk\x8Cne"));
	assert_false(cl_evidence_is_weak(&e));
	assert_int_equal(cl_evidence_judge(&e), CL_ENC_MACROMAN);
}

static void check_mixed(struct cl_str in, const char *want)
{
	struct cl_buf out;

	cl_buf_init(&out, 100);
	cl_utf8_add_mixed(&out, in, CL_ENC_CP1252);
	assert_string_equal(cl_buf_cstr(&out), want);
	cl_buf_release(&out);
}

static void only_what_is_no_utf8_is_replaced(void **state)
{
	(void)state;
	check_mixed(CL_STR("\xC3\xB6 \x96 \xEF\xBF\xBD \xF6"),
		    "\xC3\xB6 \xE2\x80\x93 \xEF\xBF\xBD \xC3\xB6");
	check_mixed(CL_STR("\xE2\x80"), "\xC3\xA2\xE2\x82\xAC");
	check_mixed(CL_STR(""), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(macroman_is_told),
		cmocka_unit_test(windows_is_told),
		cmocka_unit_test(texts_of_a_block_are_added_up),
		cmocka_unit_test(only_what_is_no_utf8_is_replaced),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
