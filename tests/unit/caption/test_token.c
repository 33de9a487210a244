/* SPDX-License-Identifier: MIT */
#include "caption/token.h"

#include "unit/test.h"

#include <string.h>

struct tokens {
	struct cl_arena arena;
	struct cl_str text;
	struct cl_token *items;
	uint32_t count;
};

static struct tokens cut(const char *text)
{
	struct tokens t = { .text = cl_str_from(text) };

	t.items = cl_tokens(t.text, &t.arena, UINT32_MAX, &t.count);
	assert_non_null(t.items);
	return t;
}

static void check(const char *text, const char *const *want)
{
	struct tokens t = cut(text);
	uint32_t n = 0;

	while (want[n])
		n++;
	assert_int_equal(t.count, n);
	for (uint32_t i = 0; i < n; i++) {
		size_t len = t.items[i].end - t.items[i].start;

		assert_int_equal(len, strlen(want[i]));
		assert_memory_equal(text + t.items[i].start, want[i], len);
	}
	cl_arena_release(&t.arena);
}

static void words_hold_their_inner_signs(void **state)
{
	(void)state;
	check("O'Hare Ferreira-Quint's U.S. 16.1 Q&A el-Din",
	      (const char *const[]){ "O'Hare", "Ferreira-Quint", "'s", "U.S.",
				     "16.1", "Q&A", "el-Din", NULL });
}

static void abbreviations_keep_their_full_stop(void **state)
{
	(void)state;
	check("Calif. J. Smith ran.",
	      (const char *const[]){ "Calif.", "J.", "Smith", "ran", ".",
				     NULL });
}

static void credits_part_at_their_hyphen(void **state)
{
	(void)state;
	check("Berg-USA TODAY 1941-Paris 2147Nick",
	      (const char *const[]){ "Berg", "-", "USA", "TODAY", "1941", "-",
				     "Paris", "2147", "Nick", NULL });
}

static void dashes_of_every_length_are_one(void **state)
{
	struct tokens t = cut("a -- b – c --- d");

	(void)state;
	assert_int_equal(t.count, 7);
	for (uint32_t i = 1; i < 7; i += 2)
		assert_int_equal(t.items[i].kind, CL_T_DASH);
	cl_arena_release(&t.arena);
}

static void brackets_and_quotes_know_their_partners(void **state)
{
	struct tokens t = cut("(a [b] \"c\" (");

	(void)state;
	assert_int_equal(t.items[0].mate, CL_NO_TOKEN);
	assert_int_equal(t.items[2].mate, 4);
	assert_int_equal(t.items[4].mate, 2);
	assert_int_equal(t.items[5].kind, CL_T_QUOTE_OPEN);
	assert_int_equal(t.items[5].mate, 7);
	assert_int_equal(t.items[8].mate, CL_NO_TOKEN);
	cl_arena_release(&t.arena);
}

static void sentences_and_lines_begin(void **state)
{
	struct tokens t = cut("In Tyler, Texas. He\nran in Leeds, Tenn. She");

	(void)state;
	assert_true(t.items[5].flags & CL_F_SENTENCE);  /* He */
	assert_true(t.items[6].flags & CL_F_LINE);      /* ran */
	assert_true(t.items[11].flags & CL_F_SENTENCE); /* She */
	assert_false(t.items[10].flags & CL_F_SENTENCE);
	cl_arena_release(&t.arena);
}

static void capitals_of_other_letters_count(void **state)
{
	struct tokens t = cut("Élan ÉLAN ŁÓDŹ łódź 中国");

	(void)state;
	assert_true(t.items[0].flags & CL_F_CAP);
	assert_true(t.items[1].flags & CL_F_UPPER);
	assert_true(t.items[2].flags & CL_F_UPPER);
	assert_false(t.items[3].flags & CL_F_CAP);
	assert_int_equal(t.items[4].kind, CL_T_WORD);
	cl_arena_release(&t.arena);
}

static void words_have_classes(void **state)
{
	struct tokens t = cut("GALA gala Vice-captain xyzzy");

	(void)state;
	assert_true(t.items[0].classes & CL_W_EVENTHEAD);
	assert_int_equal(t.items[0].classes, t.items[1].classes);
	assert_true(t.items[2].classes & CL_W_ROLE);
	assert_int_equal(t.items[3].classes, 0);
	cl_arena_release(&t.arena);
}

static void no_more_than_asked_for_are_made(void **state)
{
	struct tokens t = { .text = CL_STR("(one) two, three") };

	(void)state;
	t.items = cl_tokens(t.text, &t.arena, 2, &t.count);
	assert_non_null(t.items);
	assert_int_equal(t.count, 2);
	assert_int_equal(t.items[0].mate, CL_NO_TOKEN);
	cl_arena_release(&t.arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_hold_their_inner_signs),
		cmocka_unit_test(no_more_than_asked_for_are_made),
		cmocka_unit_test(abbreviations_keep_their_full_stop),
		cmocka_unit_test(credits_part_at_their_hyphen),
		cmocka_unit_test(dashes_of_every_length_are_one),
		cmocka_unit_test(brackets_and_quotes_know_their_partners),
		cmocka_unit_test(sentences_and_lines_begin),
		cmocka_unit_test(capitals_of_other_letters_count),
		cmocka_unit_test(words_have_classes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
