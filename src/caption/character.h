/* SPDX-License-Identifier: MIT */
/* What kinds of characters there are to the reader of tokens. Nearly all of a
 * caption is ASCII, which a table tells. */
#ifndef CL_CAPTION_CHARACTER_H
#define CL_CAPTION_CHARACTER_H

#include "base/str.h"
#include "base/utf8.h"

/* Kinds of the bytes of ASCII; the others have none. */
#define CL_C_CAPITAL 1u
#define CL_C_SMALL 2u
#define CL_C_DIGIT 4u
#define CL_C_BLANK 8u
#define CL_C_JOINT 16u /* may join two halves of a word */
#define CL_C_WIDE 32u  /* no ASCII */

#define CL_C_LETTER (CL_C_CAPITAL | CL_C_SMALL)
#define CL_C_WORD (CL_C_LETTER | CL_C_DIGIT)

extern const uint8_t cl_character_kinds[256];

static inline unsigned cl_kind_of(char c)
{
	return cl_character_kinds[(uint8_t)c];
}

/* The same of any character. Letters are those of any script: whatever outside
 * ASCII is neither punctuation nor a sign nor a blank. */
bool cl_is_capital(uint32_t code);
bool cl_is_letter(uint32_t code);
bool cl_is_blank(uint32_t code);
bool cl_is_apostrophe(uint32_t code);

/* Does the character join what stands before and after it to one word? */
bool cl_joins(uint32_t code, uint32_t before, uint32_t after);

/* What a sign stands for; see struct cl_token. */
char cl_stand_in(uint32_t code);

/* The character at at and its length; past the end 0 of length 0. */
static inline uint32_t cl_code_at(struct cl_str text, size_t at, size_t *len)
{
	uint32_t code;

	*len = at < text.len;
	if (at >= text.len)
		return 0;
	if ((uint8_t)text.ptr[at] < 0x80)
		return (uint8_t)text.ptr[at];
	*len = cl_utf8_decode(text, at, &code);
	return code;
}

#endif
