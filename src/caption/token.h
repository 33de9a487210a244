/* SPDX-License-Identifier: MIT */
/*
 * Tokens: the words, numbers and signs of a caption, found in one pass that all
 * grammars share.
 *
 * A word holds its inner apostrophes, hyphens and full stops ("O'Hare",
 * "Ferreira-Quint", "U.S.", "16.1") and the full stop of an abbreviation
 * ("Calif.", "J."). A possessive "'s" is a token of its own. Dashes of every
 * length and the hyphen between blanks are one sign. Brackets and quotation
 * marks know their partners.
 */
#ifndef CL_CAPTION_TOKEN_H
#define CL_CAPTION_TOKEN_H

#include "base/arena.h"
#include "caption/lexicon.h"

#define CL_NO_TOKEN UINT32_MAX

enum cl_token_kind {
	CL_T_WORD,
	CL_T_NUMBER, /* begins with a digit: 7, 16.1, 24-06-2014, 12th, 1950s */
	CL_T_POSSESSIVE,
	CL_T_DASH,
	CL_T_OPEN,  /* ( [ */
	CL_T_CLOSE, /* ) ] */
	CL_T_QUOTE_OPEN,
	CL_T_QUOTE_CLOSE,
	CL_T_SIGN, /* any other; sign tells which */
};

/* Flags of a token. */
#define CL_F_CAP 1u       /* begins with a capital */
#define CL_F_UPPER 2u     /* two letters or more, all capitals */
#define CL_F_DOT 4u       /* the full stop of an abbreviation belongs to it */
#define CL_F_SPACE 8u     /* white space before it */
#define CL_F_LINE 16u     /* begins a line */
#define CL_F_SENTENCE 32u /* begins a sentence */
#define CL_F_INITIAL 64u  /* one letter with or without its full stop */
#define CL_F_AGENCY 128u  /* the name of a known agency may begin here */
#define CL_F_DIGITS 256u  /* a word that has digits */
#define CL_F_PLACE 512u   /* the name of a place may begin here */
#define CL_F_NAMED 1024u  /* a name of caption/named.h may begin here */

/* Which grammar has read a token. What is claimed by one is no longer seen by
 * those after it. */
enum cl_owner {
	CL_FREE,
	CL_BY_CREDIT,
	CL_BY_RESTRICTION,
	CL_BY_REFERENCE,
	CL_BY_BOILERPLATE,
	CL_BY_DATELINE,
	CL_BY_DATE,
	CL_BY_PLACE,
	CL_BY_VENUE,
	CL_BY_EVENT,
	CL_BY_PERSON,
};

struct cl_token {
	uint32_t start, end; /* bytes in the text */
	uint32_t classes;    /* CL_W_ of a word */
	uint64_t lists;      /* CL_L_ of a word */
	uint32_t mate;       /* of brackets and quotes, or CL_NO_TOKEN */
	uint32_t stem;       /* bytes of a word without its full stop */
	uint16_t flags;
	uint8_t kind;
	uint8_t owner;
	char first;    /* a word's first byte, ASCII letters small */
	uint8_t month; /* 1 to 12 of the name of one, else 0 */
	char sign; /* ASCII stand-in of a sign: c for the copyright sign, e for
		    * an ellipsis, x for what has none; 0 in words */
};

/* Cut text, which is valid UTF-8, into tokens, of which no more than about max
 * are made; after the last stands one that is all zero. NULL when out of
 * memory. */
struct cl_token *cl_tokens(struct cl_str text, struct cl_arena *arena,
			   uint32_t max, uint32_t *count);

#endif
