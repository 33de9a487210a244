/* SPDX-License-Identifier: MIT */
/*
 * The learned reader: settles who is shown, at what occasion, where, and who
 * must be credited, from what the grammars saw.
 *
 * The grammars know forms; which of two readings of a run of capitals is the
 * likelier one depends on many small signs at once. A linear-chain conditional
 * random field weighs them: every token gets a tag (nothing, or the beginning
 * or the inside of one of eight kinds of value), and the tags of a whole
 * caption are chosen together. What it sees of a token is in observe.c, among
 * it the grammars' own reading; what it learned is in tagger.model, made by
 * tests/gold/train.sh from labelled captions and compiled to a table. It is a
 * sum of whole numbers and a few float operations in a fixed order: the same
 * caption gives the same tags everywhere.
 *
 * Lafferty, McCallum, Pereira: Conditional Random Fields (ICML 2001).
 */
#ifndef CL_CAPTION_TAGGER_H
#define CL_CAPTION_TAGGER_H

#include "caption/parse.h"

/* The kinds of values, in the order of their tags: 0 is none, 1 + 2k begins a
 * value of kind k, 2 + 2k goes on with it. */
enum cl_tag_kind {
	CL_TAG_PERSON,
	CL_TAG_EVENT,
	CL_TAG_SUBLOCATION,
	CL_TAG_CITY,
	CL_TAG_STATE,
	CL_TAG_COUNTRY,
	CL_TAG_CREATOR,
	CL_TAG_AGENCY,
	CL_TAG_KINDS,
};

#define CL_TAGS (1 + 2 * CL_TAG_KINDS)

/* Tokens after this many are left to the grammars: no caption is so long. */
#define CL_TAGGED_MAX 2000u

/* What is seen of a token. Words are numbers of the table's vocabulary. A
 * value of 0 says nothing, 1 is what stands before and after the text. */
enum cl_sight {
	CL_SEE_WORD,
	CL_SEE_PREFIX, /* its first three bytes */
	CL_SEE_SUFFIX, /* its last three bytes */
	CL_SEE_BEFORE, /* the last small word before it */
	CL_SEE_AFTER,  /* the next small word */
	CL_SEE_SHAPE,  /* capitals, digits, which sign */
	CL_SEE_OWNER,  /* which grammar claimed it first */
	CL_SEE_RULE,   /* the tag that the grammars' values give it */
	CL_SEE_RUN,   /* its place in a run of capitals, and the run's length */
	CL_SEE_LEFT,  /* the word before the run */
	CL_SEE_HEAD,  /* the run's last word */
	CL_SEE_RIGHT, /* the word after it */
	CL_SEE_OUTER, /* before the roles and titles before the run: "of" */
	CL_SEE_FARTHER, /* and the word before that: "supporters" */
	CL_SEE_NUMBERS,
	/* sets of bits */
	CL_SEE_CLASSES = CL_SEE_NUMBERS, /* of the lexicon */
	CL_SEE_NAMES,                    /* known places and agencies */
	CL_SEE_STANCE,                   /* where in the caption */
	CL_SIGHTS,
};

struct cl_seen {
	uint16_t number[CL_SEE_NUMBERS];
	uint32_t bits[CL_SIGHTS - CL_SEE_NUMBERS];
	uint32_t before, after; /* those small words, or CL_NO_TOKEN */
	uint32_t outer;         /* the word before its roles, or CL_NO_TOKEN */
	uint32_t from, to;      /* the run of capitals; to itself is after it */
};

/* How many values a number of shape has. */
#define CL_SHAPES 40

/* The length of a word or number as the vocabulary has it, written to out:
 * ASCII letters small, digits 0, no final full stop. */
#define CL_SEEN_WORD_MAX 24
size_t cl_seen_word(const struct cl_parse *p, uint32_t i,
		    char out[CL_SEEN_WORD_MAX]);

/* So many before the first and after the last are there too, and say so. */
#define CL_SEEN_AROUND 2u

/* See the first count tokens; owners are the tokens' owners before the
 * grammars of occasions, places and people claimed any. NULL, and failed, when
 * there is no memory. */
struct cl_seen *cl_observe(struct cl_parse *p, const uint8_t *owners,
			   uint32_t count);

/* A value the tagger sees. */
struct cl_tagged {
	uint32_t from, to;
	enum cl_tag_kind kind;
	float sure; /* the chance that it is right */
};

/* Tag what was seen. The values, in order, in the arena. */
struct cl_tagged *cl_tag(struct cl_parse *p, const struct cl_seen *seen,
			 uint32_t count, size_t *found);

/* The field of a kind. */
enum cutline_field cl_tag_field(enum cl_tag_kind kind);

#endif
