/* SPDX-License-Identifier: MIT */
/* "Did you mean …": the nearest of some names to one that is not there. */
#ifndef CL_BASE_NEAREST_H
#define CL_BASE_NEAREST_H

#include "base/str.h"

/*
 * A running search: feed every candidate, then look at best. A name counts as
 * near when it is the start of the other, or when swaps, changes, insertions
 * and deletions of a letter lead there in at most a third of its length (one
 * for short names). ASCII case does not matter.
 */
struct cl_nearest {
	struct cl_str name;
	const char *best; /* NULL: none is near */
	size_t distance;
};

struct cl_nearest cl_nearest_to(struct cl_str name);
void cl_nearest_try(struct cl_nearest *nearest, const char *candidate);

#endif
