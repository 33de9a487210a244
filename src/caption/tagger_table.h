/* SPDX-License-Identifier: MIT */
/* The weights of tagger.model, compiled by mktagger.py. */
#ifndef CL_CAPTION_TAGGER_TABLE_H
#define CL_CAPTION_TAGGER_TABLE_H

#include <string.h>

#include "caption/tagger.h"

/* The vocabulary: words by their numbers, from 2 on, as base/word.h has them,
 * with the numbers of their beginnings and ends. */
struct cl_known_word {
	uint64_t part[CL_SEEN_WORD_MAX / 8];
	uint16_t prefix, suffix; /* 0: none known */
};

extern const struct cl_known_word cl_known_words[];

/* Their numbers by hash; 0: free. */
extern const uint16_t cl_word_slots[];
extern const uint32_t cl_word_mask;

/* Beginnings and ends by hash; key 0: free. */
struct cl_part_slot {
	uint32_t key; /* three bytes, the first the lowest */
	uint16_t number;
};

#define CL_PART_SLOTS 4096u
#define CL_PART_HASH(key) ((uint32_t)(key)*2654435769u >> 20)

extern const struct cl_part_slot cl_prefixes[CL_PART_SLOTS];
extern const struct cl_part_slot cl_suffixes[CL_PART_SLOTS];

/*
 * Weights are of the sixteen tags that mean something, each less the weight of
 * nothing, which is 0 therefore: first of the beginnings of the eight kinds,
 * then of their insides. So a row is sixteen bytes, and eight weights go into
 * a register at a time.
 */
#define CL_LANES (2 * CL_TAG_KINDS)
#define CL_NOTHING CL_LANES
#define CL_WEIGHT_UNIT 24 /* weights of 1.0 are this */

/* Every value of every template leads to a row; no two are the same, and the
 * first is all 0. */
extern const uint16_t cl_row_of[];
extern const int8_t cl_rows[][CL_LANES];
extern const int16_t cl_bias[CL_LANES];

static inline void add_row(int16_t sum[CL_LANES], uint32_t value)
{
	const int8_t *row = cl_rows[cl_row_of[value]];

	for (int k = 0; k < CL_LANES; k++)
		sum[k] = (int16_t)(sum[k] + row[k]);
}

/* A sight of bits: each bit set is a value, these standing so far apart. */
static inline void add_rows(int16_t sum[CL_LANES], uint32_t value,
			    uint32_t bits, uint32_t apart)
{
	for (; bits; bits &= bits - 1)
		add_row(sum, value + (uint32_t)__builtin_ctz(bits) * apart);
}

/* The weights of a token by all that is seen of it and around it: the sum of
 * its rows. */
void cl_weigh(const struct cl_seen *seen, int16_t score[CL_LANES]);

/* Steps from a tag to the next one's: from any to a beginning; from a beginning
 * or inside on to the inside of its kind, the only way there; from any to
 * nothing. */
struct cl_steps {
	int16_t begin[CL_LANES + 1][CL_TAG_KINDS];
	int16_t on[CL_LANES];
	int16_t out[CL_LANES + 1];
};

/* The same as odds. */
struct cl_step_odds {
	float begin[CL_LANES + 1][CL_TAG_KINDS];
	float on[CL_LANES];
	float out[CL_LANES + 1];
	float back[CL_TAG_KINDS][CL_LANES + 1]; /* begin turned round */
};

extern const struct cl_steps cl_steps;
extern const struct cl_step_odds cl_step_odds;

/* The odds of a score that is less by so much than the best of its token. */
#define CL_POWERS 512
extern const float cl_powers[CL_POWERS + 1];

/* How often a value is right whose least chance lies between two knots, by the
 * captions it did not learn from. */
#define CL_KNOTS 16
extern const size_t cl_knot_count;
extern const float cl_knots[];
extern const float cl_chances[CL_TAG_KINDS][CL_KNOTS];

#endif
