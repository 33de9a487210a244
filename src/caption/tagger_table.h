/* SPDX-License-Identifier: MIT */
/* The weights of tagger.model, compiled by mktagger.py. */
#ifndef CL_CAPTION_TAGGER_TABLE_H
#define CL_CAPTION_TAGGER_TABLE_H

#include "caption/tagger.h"

/* An open-addressing table of words; the slot's number is the word's. */
struct cl_vocabulary_slot {
	const char *word; /* NULL: free */
	uint16_t number;
};

extern const struct cl_vocabulary_slot *const cl_vocabularies[CL_VOCS];
extern const uint32_t cl_vocabulary_masks[CL_VOCS];

/* A template looks at one sight of one token near by, or at two together. Its
 * rows begin at base: one for each value, or for each pair of values. */
struct cl_template {
	uint8_t sight, other; /* other: CL_SIGHTS for none */
	int8_t at, other_at;  /* tokens to the right */
	uint16_t values;      /* of other; 1 for none */
	uint32_t base;
};

extern const struct cl_template cl_templates[];
extern const size_t cl_template_count;

/* The weights of a row: from its start to the next row's. */
struct cl_weight {
	uint8_t tag;
	int8_t weight; /* in CL_WEIGHT_UNIT */
};

#define CL_WEIGHT_UNIT 24 /* weights of 1.0 are this */

extern const uint32_t cl_rows[]; /* where each begins in cl_weights */
extern const struct cl_weight cl_weights[];
extern const int16_t cl_bias[CL_TAGS];
extern const int16_t cl_transitions[CL_TAGS][CL_TAGS];

/* The same as odds; and those of a score that is less by so much than the best
 * of its token. */
#define CL_POWERS 512
extern const float cl_transition_odds[CL_TAGS][CL_TAGS];
extern const float cl_powers[CL_POWERS];

/* How often a value is right whose least chance lies between two knots, by the
 * captions it did not learn from. */
#define CL_KNOTS 16
extern const size_t cl_knot_count;
extern const float cl_knots[];
extern const float cl_chances[CL_TAG_KINDS][CL_KNOTS];

#endif
