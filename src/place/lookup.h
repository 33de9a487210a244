/* SPDX-License-Identifier: MIT */
/* Names in the tables. Nothing here touches the heap. */
#ifndef CL_PLACE_LOOKUP_H
#define CL_PLACE_LOOKUP_H

#include "base/str.h"
#include "place/tables.h"

/* A name as it stands in a text, folded, and how it is written there. */
struct cl_place_query {
	char folded[CL_PLACE_FOLDED_MAX];
	size_t len;
	bool capital;  /* its first letter is one */
	bool capitals; /* all letters are */
	bool stop;     /* it holds a full stop */
};

/* False when the name is empty or too long for any place. */
bool cl_place_query_init(struct cl_place_query *q, struct cl_str name);

/* Keys of exactly the folded name: from *first, so many as returned. */
size_t cl_place_find(const struct cl_place_keys *keys, struct cl_str folded,
		     size_t *first);

/* Whether the text meets a key's rule. */
bool cl_place_counts(const struct cl_place_key *key,
		     const struct cl_place_query *q);

/* Whether a folded phrase is the name of a country, division or city or its
 * first words: "new" is ("New York"), "new yo" is not. */
bool cl_place_is_prefix(struct cl_str folded);

/* A string of the tables. */
const char *cl_place_string(uint32_t offset);

#endif
