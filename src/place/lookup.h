/* SPDX-License-Identifier: MIT */
/* Names in the tables. Nothing here touches the heap. */
#ifndef CL_PLACE_LOOKUP_H
#define CL_PLACE_LOOKUP_H

#include "cutline/place.h"
#include "place/tables.h"

#include "base/word.h"

/* A name as it stands in a text, folded, and what it may mean. */
struct cl_place_query {
	struct cl_str text;
	char folded[CL_PLACE_FOLDED_MAX];
	size_t len;
	const struct cl_place_name *name; /* an empty one when not found */
};

/* Look a name up once, for all the questions below. */
void cl_place_look_up(struct cl_place_query *q, struct cl_str text);

/* The answers of cutline_country_find(), _state_find() and _city_find(). out
 * of the first two may be NULL. */
bool cl_place_country(const struct cl_place_query *q,
		      struct cutline_country *out);
bool cl_place_state(const struct cl_place_query *q, const char *country_code,
		    struct cutline_state *out);
size_t cl_place_city(const struct cl_place_query *q, struct cutline_city *out,
		     size_t max);

/* Whether a folded phrase is the name of a country, division or city or its
 * first words: "new" is ("New York"), "new yo" is not. */
bool cl_place_is_prefix(struct cl_str folded);

/* May a name begin with this word, which is folded when it is of ASCII letters
 * and digits only? Rarely true of one that does not; never false of one that
 * does. */
static inline bool cl_place_begins(const struct cl_word *word)
{
	uint32_t bit = word->hash % CL_PLACE_FIRST_BITS;

	return cl_place_first[bit / 32] >> bit % 32 & 1;
}

/* The entry of a folded name, the empty one when there is none. */
const struct cl_place_name *cl_place_find(struct cl_str folded);

/* Whether a text meets a key's rule. */
bool cl_place_counts(const struct cl_place_key *key, struct cl_str text);

/* A string of the tables. */
const char *cl_place_string(uint32_t offset);

#endif
