/* SPDX-License-Identifier: MIT */
/*
 * Print what the tagger would see of captions, for train.py: JSON Lines on
 * standard input, as `cutline parse --input=jsonl` takes them. For each
 * caption a line "caption ID"; a line for each token: its bytes, its first
 * owner, its kind, its words and numbers, between tabs; a line "name FROM TO
 * KIND NAME" for each known country and state, tokens counted from 0; and an
 * empty line.
 */
#include <stdio.h>
#include <stdlib.h>

#include "caption/grammar.h"
#include "caption/tagger.h"
#include "cutline/place.h"
#include "document/jsonl.h"

static void put_word(const struct cl_parse *p, uint32_t i)
{
	char word[CL_SEEN_WORD_MAX];
	size_t len = i == CL_NO_TOKEN ? 0 : cl_seen_word(p, i, word);

	if (len == 0)
		putchar('#');
	else if (len == 1 && word[0] == '#')
		putchar('#'); /* the sign, not the edge: "##" */
	for (size_t k = 0; k < len; k++)
		putchar(word[k] == ' ' ? '_' : word[k]);
}

static void put_token(const struct cl_parse *p, const struct cl_seen *s,
		      uint32_t i, uint8_t owner)
{
	const struct cl_token *t = &p->tokens[i];

	printf("%u\t%u\t%u\t%u\t", t->start, t->end, owner, t->kind);
	put_word(p, i);
	putchar('\t');
	put_word(p, s->before);
	putchar('\t');
	put_word(p, s->after);
	putchar('\t');
	put_word(p, s->from ? s->from - 1 : CL_NO_TOKEN);
	putchar('\t');
	put_word(p, s->to - 1);
	putchar('\t');
	put_word(p, s->to < p->count ? s->to : CL_NO_TOKEN);
	putchar('\t');
	put_word(p, s->outer);
	putchar('\t');
	put_word(p, s->outer == CL_NO_TOKEN || s->outer == 0 ? CL_NO_TOKEN
							     : s->outer - 1);
	printf("\t%u\t%u\t%u\t%u\t%u\t%u\t%u\n", s->number[CL_SEE_SHAPE],
	       s->number[CL_SEE_OWNER], s->number[CL_SEE_RULE],
	       s->number[CL_SEE_RUN], s->bits[0], s->bits[1], s->bits[2]);
}

static void put_names(const struct cl_parse *p, uint32_t i)
{
	for (uint32_t end = i + 1; end <= i + 4 && end <= p->count; end++) {
		struct cl_str s = cl_text_of(p, i, end);
		struct cutline_country country;
		struct cutline_state state;

		if (cutline_country_find(s.ptr, s.len, &country))
			printf("name\t%u\t%u\tcountry\t%s\n", i, end,
			       country.name);
		if (cutline_state_find(s.ptr, s.len, NULL, &state))
			printf("name\t%u\t%u\tprovince_state\t%s\n", i, end,
			       state.name);
	}
}

static void put_caption(const struct cl_jsonl *in, struct cl_arena *arena)
{
	struct cutline_caption_options opts = { .document_date =
							in->document_date };
	struct cl_memo memo = { 0 };
	struct cl_parse p = {
		.arena = arena, .text = in->text, .opts = &opts, .memo = &memo
	};
	uint8_t *owners = cl_grammars(&p);
	struct cl_seen *seen = owners ? cl_observe(&p, owners, p.count) : NULL;

	if (!seen)
		exit(1);
	printf("caption\t%s\n", in->id);
	for (uint32_t i = 0; i < p.count; i++)
		put_token(&p, &seen[i], i, owners[i]);
	for (uint32_t i = 0; i < p.count; i++)
		if (cl_has_flag(&p, i, CL_F_CAP))
			put_names(&p, i);
	putchar('\n');
}

int main(void)
{
	char *line = NULL;
	size_t room = 0;
	ssize_t len;

	while ((len = getline(&line, &room, stdin)) > 0) {
		struct cl_arena arena = { 0 };
		struct cutline_error err;
		struct cl_jsonl in;

		if (cl_jsonl_read((struct cl_str){ line, (size_t)len }, &arena,
				  &in, &err)) {
			fprintf(stderr, "observe: %s\n", err.text);
			return 1;
		}
		put_caption(&in, &arena);
		cl_arena_release(&arena);
	}
	free(line);
	return 0;
}
