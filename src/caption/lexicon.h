/* SPDX-License-Identifier: MIT */
/* The words the caption grammars know: lexicon.txt, compiled. */
#ifndef CL_CAPTION_LEXICON_H
#define CL_CAPTION_LEXICON_H

#include "base/word.h"

/* Classes of words. One word may be of several. */
#define CL_W_MONTH (1u << 0)
#define CL_W_WEEKDAY (1u << 1)
#define CL_W_ARTICLE (1u << 2)
#define CL_W_PREP (1u << 3)
#define CL_W_CONJ (1u << 4)
#define CL_W_PRON (1u << 5)
#define CL_W_AUX (1u << 6)
#define CL_W_STOP (1u << 7)  /* capitalised only because it opens a sentence */
#define CL_W_TITLE (1u << 8) /* stands before a name */
#define CL_W_RANK (1u << 9)  /* service ranks, for credits */
#define CL_W_ROLE (1u << 10) /* what a person does */
#define CL_W_RELATION (1u << 11)   /* wife, son */
#define CL_W_PARTICLE (1u << 12)   /* van, bin: inside names */
#define CL_W_SUFFIX (1u << 13)     /* Jr., III */
#define CL_W_EVENT (1u << 14)      /* may belong to the name of an occasion */
#define CL_W_EVENTHEAD (1u << 15)  /* is an occasion by itself */
#define CL_W_VENUE (1u << 16)      /* head of the name of a place */
#define CL_W_GEO (1u << 17)        /* a place that is no building */
#define CL_W_ORG (1u << 18)        /* head of an organisation's name */
#define CL_W_TEAM (1u << 19)       /* nicknames of teams */
#define CL_W_VERB (1u << 20)       /* what people in captions do */
#define CL_W_POSITION (1u << 21)   /* left, front */
#define CL_W_PHOTO (1u << 22)      /* photo, Foto */
#define CL_W_PHOTOSTRIP (1u << 23) /* dropped from agency names */
#define CL_W_QUALIFIER (1u << 24)  /* Pool, Handout */
#define CL_W_DIRECTION (1u << 25)  /* northern */
#define CL_W_NATION (1u << 26)     /* American */
#define CL_W_REGION (1u << 27)     /* province, county */
#define CL_W_ORDINAL (1u << 28)    /* first, two */
#define CL_W_CREDIT (1u << 29)     /* by, courtesy */
#define CL_W_ABBR (1u << 30)       /* ends in a full stop */
#define CL_W_GIVEN (1u << 31)      /* given names */

/* Lists of words; lexicon.txt says what each is for. A word may be in several.
 */
#define CL_L_ABOARD (UINT64_C(1) << 0)
#define CL_L_BETWEEN (UINT64_C(1) << 1)
#define CL_L_BOILER (UINT64_C(1) << 2)
#define CL_L_CIRCA (UINT64_C(1) << 3)
#define CL_L_COFFIN (UINT64_C(1) << 4)
#define CL_L_CREDIT_ASIDE (UINT64_C(1) << 5)
#define CL_L_CREDIT_BY (UINT64_C(1) << 6)
#define CL_L_CREDIT_GIVEN (UINT64_C(1) << 7)
#define CL_L_CREDIT_GIVER (UINT64_C(1) << 8)
#define CL_L_CREDIT_JOINT (UINT64_C(1) << 9)
#define CL_L_CREDIT_LINK (UINT64_C(1) << 10)
#define CL_L_CREDIT_NOISE (UINT64_C(1) << 11)
#define CL_L_CREDIT_OPENER (UINT64_C(1) << 12)
#define CL_L_CREDIT_PLACE (UINT64_C(1) << 13)
#define CL_L_DECADE (UINT64_C(1) << 14)
#define CL_L_DEPICTION (UINT64_C(1) << 15)
#define CL_L_ENGLISH (UINT64_C(1) << 16)
#define CL_L_EVENT_BEFORE (UINT64_C(1) << 17)
#define CL_L_EVENT_LINK (UINT64_C(1) << 18)
#define CL_L_EVENT_PART (UINT64_C(1) << 19)
#define CL_L_FOREIGN_PREP (UINT64_C(1) << 20)
#define CL_L_GERMAN (UINT64_C(1) << 21)
#define CL_L_GIFT (UINT64_C(1) << 22)
#define CL_L_HOUSE (UINT64_C(1) << 23)
#define CL_L_IN_TIME (UINT64_C(1) << 24)
#define CL_L_IN_YEAR (UINT64_C(1) << 25)
#define CL_L_ISSUED (UINT64_C(1) << 26)
#define CL_L_KEEPER (UINT64_C(1) << 27)
#define CL_L_LEFT_TO_RIGHT (UINT64_C(1) << 28)
#define CL_L_MADE (UINT64_C(1) << 29)
#define CL_L_MENTION (UINT64_C(1) << 30)
#define CL_L_NORTHERN (UINT64_C(1) << 31)
#define CL_L_NUMBER_WORD (UINT64_C(1) << 32)
#define CL_L_OF_SHOWN (UINT64_C(1) << 33)
#define CL_L_ORG_END (UINT64_C(1) << 34)
#define CL_L_ORG_FOR (UINT64_C(1) << 35)
#define CL_L_OTHER_DAY (UINT64_C(1) << 36)
#define CL_L_PLACE_KIND (UINT64_C(1) << 37)
#define CL_L_PLACE_PREP (UINT64_C(1) << 38)
#define CL_L_PROVIDED (UINT64_C(1) << 39)
#define CL_L_ROMANCE (UINT64_C(1) << 40)
#define CL_L_SEASON (UINT64_C(1) << 41)
#define CL_L_SHIP (UINT64_C(1) << 42)
#define CL_L_TAKEN (UINT64_C(1) << 43)
#define CL_L_TODAY (UINT64_C(1) << 44)
#define CL_L_VENUE_FIRST (UINT64_C(1) << 45)
#define CL_L_VENUE_JOINT (UINT64_C(1) << 46)
#define CL_L_VENUE_OF (UINT64_C(1) << 47)
#define CL_L_WITH (UINT64_C(1) << 48)
#define CL_L_WITH_ARTICLE (UINT64_C(1) << 49)
#define CL_L_GIVEN_NAME (UINT64_C(1) << 50) /* given_names.txt */

struct cl_lexicon_word {
	uint64_t part[CL_WORD_MAX / 8]; /* as in struct cl_word */
	uint32_t classes;
	uint64_t lists;
};

/* The words, after one at 0 that is of no class; and by hash their numbers,
 * 0 where there is none. */
extern const struct cl_lexicon_word cl_lexicon_words[];
extern const uint16_t cl_lexicon_slots[];
extern const uint32_t cl_lexicon_mask; /* a power of two less one */

/* What is known of a word of at most CL_WORD_MAX bytes, ASCII case ignored; one
 * of no class and list when nothing is. */
const struct cl_lexicon_word *cl_lexicon_find(const struct cl_word *word);

#endif
