/* SPDX-License-Identifier: MIT */
#ifndef CL_NAMES_AGENCY_H
#define CL_NAMES_AGENCY_H

#include "base/word.h"
#include "cutline/names.h"
#include "names/agency_table.h"
#include "names/key.h"

/* Find an organisation by the key of its name, without "the" and "Inc". */
bool cl_agency_by_key(const struct cl_key *key, struct cutline_agency *out);

/* May a name's key begin with this one? As sure as the next. */
static inline bool cl_agency_goes_on(const struct cl_key *key)
{
	uint32_t bit = key->hash % CL_AGENCY_PREFIX_BITS;

	return cl_agency_prefixes[bit / 32] >> bit % 32 & 1;
}

/* May a name in the table begin with this word of a text? Rarely true of one
 * that does not; never false of one that does. The first is for words of ASCII
 * letters and digits only, of at most CL_WORD_MAX bytes, the other for any. */
static inline bool cl_agency_begins(const struct cl_word *word)
{
	uint32_t bit = word->hash % CL_AGENCY_FIRST_BITS;

	return cl_agency_first[bit / 32] >> bit % 32 & 1;
}

bool cl_agency_may_begin(struct cl_str word);

#endif
