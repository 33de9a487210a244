/* SPDX-License-Identifier: MIT */
/*
 * What is known of the world by name: venues.txt, events.txt and people.txt,
 * compiled. A name is found by the key of names/key.h, so that case, accents
 * and punctuation do not matter. The table has no names but what two hashes of
 * their keys leave: the place where a name stands, and 29 bits more to tell it
 * by.
 */
#ifndef CL_CAPTION_NAMED_H
#define CL_CAPTION_NAMED_H

#include "base/word.h"
#include "names/key.h"

/* What a name may be, as bits; more than one is possible. */
#define CL_NAMED_VENUE 1u
#define CL_NAMED_EVENT 2u
#define CL_NAMED_PERSON 4u
#define CL_NAMED_ANY 7u
#define CL_NAMED_KINDS 3u

#define CL_NAMED_FIRST_BITS 65536u
#define CL_NAMED_PREFIX_BITS 131072u

/* Open addressing by the key's hash; a slot is cl_hash_of() the key, in the
 * lowest bits what it is; 0: free. */
extern const uint32_t cl_named_slots[];
extern const uint32_t cl_named_size;
extern const uint32_t cl_named_first[CL_NAMED_FIRST_BITS / 32];
extern const uint32_t cl_named_prefixes[CL_NAMED_PREFIX_BITS / 32];

/* May a name begin with this word, which is of ASCII letters and digits only?
 * Rarely true of one that does not; never false of one that does. */
static inline bool cl_named_begins(const struct cl_word *word)
{
	uint32_t bit = word->hash % CL_NAMED_FIRST_BITS;

	return cl_named_first[bit / 32] >> bit % 32 & 1;
}

/* May a name begin with these words, or be them? As sure. */
static inline bool cl_named_goes_on(const struct cl_key *key)
{
	uint32_t bit = key->hash % CL_NAMED_PREFIX_BITS;

	return cl_named_prefixes[bit / 32] >> bit % 32 & 1;
}

/* What the name of this key is, 0 when it is not known. */
unsigned cl_named_find(const struct cl_key *key);

#endif
