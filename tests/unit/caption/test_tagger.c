/* SPDX-License-Identifier: MIT */
#include "unit/test.h"

#include <string.h>

#include "base/buf.h"
#include "base/word.h"
#include "caption/grammar.h"
#include "caption/tagger.h"
#include "caption/tagger_table.h"

struct read {
	struct cl_arena arena;
	struct cl_parse p;
	struct cutline_caption_options opts;
	struct cl_memo memo;
	struct cl_seen *seen;
	uint8_t *owners;
};

static void look(struct read *r, const char *text)
{
	memset(r, 0, sizeof(*r));
	r->p.arena = &r->arena;
	r->p.text = cl_str_from(text);
	r->p.opts = &r->opts;
	r->p.memo = &r->memo;
	r->owners = cl_grammars(&r->p);
	assert_non_null(r->owners);
	r->seen = cl_observe(&r->p, r->owners, r->p.count);
	assert_non_null(r->seen);
}

static void words_are_seen_folded(void **state)
{
	char word[CL_SEEN_WORD_MAX];
	struct read r;

	(void)state;
	look(&r, "RALLY Calif. 2023");
	assert_int_equal(cl_seen_word(&r.p, 0, word), 5);
	assert_memory_equal(word, "rally", 5);
	assert_int_equal(cl_seen_word(&r.p, 1, word), 5);
	assert_memory_equal(word, "calif", 5);
	assert_int_equal(cl_seen_word(&r.p, 2, word), 4);
	assert_memory_equal(word, "0000", 4);
	cl_arena_release(&r.arena);
}

static void neighbours_and_runs_are_seen(void **state)
{
	struct read r;

	(void)state;
	look(&r, "singer Ana Maria Lima sings at Club Mona");
	assert_int_equal(r.seen[2].before, 0);
	assert_int_equal(r.seen[2].after, 4);
	assert_int_equal(r.seen[2].from, 1);
	assert_int_equal(r.seen[2].to, 4);
	assert_int_equal(r.seen[0].before, CL_NO_TOKEN);
	assert_int_equal(r.seen[7].after, CL_NO_TOKEN);
	assert_int_equal(r.seen[1].number[CL_SEE_LEFT],
			 r.seen[0].number[CL_SEE_WORD]);
	assert_int_not_equal(r.seen[1].number[CL_SEE_RUN],
			     r.seen[2].number[CL_SEE_RUN]);
	cl_arena_release(&r.arena);
}

static void the_grammars_reading_is_seen(void **state)
{
	struct read r;
	uint16_t none, first, next;

	(void)state;
	look(&r, "Rita Caldwell arrives. (Photo by Ines Calder/AFP)");
	none = r.seen[2].number[CL_SEE_RULE];
	first = r.seen[0].number[CL_SEE_RULE];
	next = r.seen[1].number[CL_SEE_RULE];
	assert_int_equal(first, none + 1 + 2 * CL_TAG_PERSON);
	assert_int_equal(next, first + 1);
	cl_arena_release(&r.arena);
}

static void known_names_are_seen(void **state)
{
	const unsigned names = CL_SEE_NAMES - CL_SEE_NUMBERS;
	struct read r;

	(void)state;
	look(&r, "Norway, Oslo, Getty Images, Lindqvist");
	assert_int_not_equal(r.seen[0].bits[names], 0);
	assert_int_not_equal(r.seen[2].bits[names], 0);
	assert_int_not_equal(r.seen[0].bits[names], r.seen[2].bits[names]);
	assert_int_not_equal(r.seen[4].bits[names], 0);
	assert_int_not_equal(r.seen[5].bits[names], r.seen[4].bits[names]);
	assert_int_equal(r.seen[7].bits[names], 0);
	cl_arena_release(&r.arena);
}

static void a_caption_is_tagged(void **state)
{
	static const enum cl_tag_kind wanted[] = {
		CL_TAG_PERSON,  CL_TAG_EVENT,  CL_TAG_CITY,
		CL_TAG_CREATOR, CL_TAG_AGENCY,
	};
	struct cl_tagged *tagged;
	struct read r;
	size_t count;

	(void)state;
	look(&r, "Rita Caldwell arrives at the Marlow Awards in Oslo. (Photo "
		 "by Ines Calder/AFP)");
	tagged = cl_tag(&r.p, r.seen, r.p.count, &count);
	assert_non_null(tagged);
	assert_int_equal(count, 5);
	for (size_t i = 0; i < count; i++) {
		assert_int_equal(tagged[i].kind, wanted[i]);
		assert_true(tagged[i].from < tagged[i].to);
		assert_true(tagged[i].sure > 0.5f && tagged[i].sure <= 1.0f);
	}
	cl_arena_release(&r.arena);
}

/* What stands after the tokens that the tagger reads is the grammars'. */
static void a_long_text_keeps_its_end(void **state)
{
	struct cutline_caption *c;
	struct cl_buf text;

	(void)state;
	cl_buf_init(&text, 1 << 20);
	for (unsigned i = 0; i < CL_TAGGED_MAX; i++)
		cl_buf_add_cstr(&text, "walks ");
	cl_buf_add_cstr(&text, "(Photo by Ines Calder/AFP)");
	assert_false(text.failed);
	assert_int_equal(
		cutline_caption_parse(text.data, text.len, NULL, &c, NULL),
		CUTLINE_OK);
	assert_int_equal(c->fields[CUTLINE_CREATORS].count, 1);
	assert_string_equal(c->fields[CUTLINE_CREATORS].items[0].text,
			    "Ines Calder");
	cutline_caption_free(c);
	cl_buf_release(&text);
}

/* Words are hashed by mktagger.py as by base/word.h. */
static void words_stand_where_they_are_looked_up(void **state)
{
	(void)state;
	for (uint32_t at = 0; at <= cl_word_mask; at++) {
		const struct cl_known_word *k =
			&cl_known_words[cl_word_slots[at]];
		char bytes[CL_SEEN_WORD_MAX];
		uint32_t from;

		if (!cl_word_slots[at])
			continue;
		for (size_t i = 0; i < CL_SEEN_WORD_MAX / 8; i++)
			cl_store_8(bytes + 8 * i, k->part[i]);
		from = cl_word_of((struct cl_str){ bytes, sizeof(bytes) }).hash;
		for (from &= cl_word_mask; from != at;
		     from = (from + 1) & cl_word_mask)
			assert_true(cl_word_slots[from] > 0);
	}
}

/* A word the table has and one it has not, of the same beginning and end. */
static void ends_are_seen_of_any_word(void **state)
{
	struct read r;

	(void)state;
	look(&r, "wedding wedxyzqing");
	assert_true(r.seen[0].number[CL_SEE_WORD] > 1);
	assert_int_equal(r.seen[1].number[CL_SEE_WORD], 0);
	assert_true(r.seen[0].number[CL_SEE_SUFFIX] > 1);
	assert_int_equal(r.seen[1].number[CL_SEE_PREFIX],
			 r.seen[0].number[CL_SEE_PREFIX]);
	assert_int_equal(r.seen[1].number[CL_SEE_SUFFIX],
			 r.seen[0].number[CL_SEE_SUFFIX]);
	cl_arena_release(&r.arena);
}

static void the_table_is_whole(void **state)
{
	(void)state;
	for (int k = 0; k < CL_LANES; k++)
		assert_int_equal(cl_rows[0][k], 0);
	for (int k = 1; k < CL_POWERS; k++)
		assert_true(cl_powers[k] < cl_powers[k - 1]);
	assert_true(cl_powers[CL_POWERS] == 0);
	for (int kind = 0; kind < CL_TAG_KINDS; kind++)
		for (size_t k = 1; k + 1 < cl_knot_count; k++)
			assert_true(cl_chances[kind][k] >=
				    cl_chances[kind][k - 1]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_are_seen_folded),
		cmocka_unit_test(neighbours_and_runs_are_seen),
		cmocka_unit_test(the_grammars_reading_is_seen),
		cmocka_unit_test(known_names_are_seen),
		cmocka_unit_test(a_caption_is_tagged),
		cmocka_unit_test(a_long_text_keeps_its_end),
		cmocka_unit_test(words_stand_where_they_are_looked_up),
		cmocka_unit_test(ends_are_seen_of_any_word),
		cmocka_unit_test(the_table_is_whole),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
