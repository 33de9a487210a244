/* SPDX-License-Identifier: MIT */
/*
 * The key of a name: what is left to compare when case, accents, blanks and
 * punctuation are gone. "Getty Images" and "GettyImages" have one key, and so
 * have "picture-alliance" and "Picture Alliance". Of the signs only & + ! stay.
 * It needs no memory and takes a few nanoseconds a letter, which is why credits
 * are not looked up by base's general folding.
 */
#ifndef CL_NAMES_KEY_H
#define CL_NAMES_KEY_H

#include "base/str.h"

#define CL_KEY_MAX 200

struct cl_key {
	char text[CL_KEY_MAX];
	size_t len;
	uint32_t hash; /* FNV-1a of text */
};

/* The key of a name; bytes of the key past CL_KEY_MAX are dropped. */
void cl_key_of(struct cl_str name, struct cl_key *key);

/* The same piece by piece: an empty key, and a further piece of the name. */
void cl_key_begin(struct cl_key *key);
void cl_key_add(struct cl_key *key, struct cl_str piece);

/* False when two names that begin so have not one key; the cheapest test. */
static inline bool cl_key_begins_alike(char a, char b)
{
	return cl_to_lower(a) == cl_to_lower(b) ||
	       !(cl_is_alpha(a) || cl_is_digit(a)) ||
	       !(cl_is_alpha(b) || cl_is_digit(b));
}

/* Whether two names have one key. */
bool cl_key_eq(struct cl_str a, struct cl_str b);

/* The base letter of a Latin letter with accent or stroke, as lower case ASCII
 * text; NULL for any other character. */
const char *cl_key_letter(uint32_t code);

#endif
