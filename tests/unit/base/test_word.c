/* SPDX-License-Identifier: MIT */
#include "base/word.h"

#include "unit/test.h"

static bool same(const char *a, const char *b)
{
	struct cl_word x = cl_word_of(cl_str_from(a));
	struct cl_word y = cl_word_of(cl_str_from(b));
	bool parts = true;

	for (size_t i = 0; i < CL_WORD_MAX / 8; i++)
		parts &= x.part[i] == y.part[i];
	if (parts)
		assert_int_equal(x.hash, y.hash);
	return parts;
}

static void bytes_stand_from_the_lowest_up(void **state)
{
	struct cl_word w = cl_word_of(CL_STR("abcdefghi"));

	(void)state;
	assert_int_equal(w.part[0], 0x6867666564636261u);
	assert_int_equal(w.part[1], 'i');
	assert_int_equal(w.part[2], 0);
}

static void every_length_has_its_bytes(void **state)
{
	static const char text[] = "abcdefghijklmnopqrstuvwx";

	(void)state;
	for (size_t len = 0; len <= CL_WORD_MAX; len++) {
		struct cl_word w = cl_word_of((struct cl_str){ text, len });

		for (size_t i = 0; i < CL_WORD_MAX; i++)
			assert_int_equal(w.part[i / 8] >> 8 * (i % 8) & 0xFF,
					 i < len ? text[i] : 0);
	}
}

static void case_of_ascii_does_not_count(void **state)
{
	(void)state;
	assert_true(same("AZ-[az]'09", "az-[AZ]'09"));
	assert_true(same("KÖLN", "kÖln"));
	assert_false(same("KÖLN", "köln"));
	assert_false(same("@", "`"));
	assert_false(same("[", "{"));
}

static void bytes_past_the_last_are_dropped(void **state)
{
	(void)state;
	assert_true(
		same("abcdefghijklmnopqrstuvwxyz", "abcdefghijklmnopqrstuvwx"));
	assert_false(
		same("abcdefghijklmnopqrstuvw", "abcdefghijklmnopqrstuvwx"));
}

static void any_text_has_a_hash(void **state)
{
	static const char text[] = "saint germain en laye";
	uint32_t whole = cl_hash_of(CL_STR("saint germain en laye"));

	(void)state;
	assert_int_equal(cl_hash_of(cl_str_from(text)), whole);
	for (size_t len = 0; len < sizeof(text) - 1; len++)
		assert_int_not_equal(cl_hash_of((struct cl_str){ text, len }),
				     whole);
	assert_int_not_equal(cl_hash_of(CL_STR("Saint germain en laye")),
			     whole);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(bytes_stand_from_the_lowest_up),
		cmocka_unit_test(every_length_has_its_bytes),
		cmocka_unit_test(case_of_ascii_does_not_count),
		cmocka_unit_test(bytes_past_the_last_are_dropped),
		cmocka_unit_test(any_text_has_a_hash),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
