/* SPDX-License-Identifier: MIT */
#ifndef CL_PHOTO_DIFFER_H
#define CL_PHOTO_DIFFER_H

#include "photo/draft.h"

/* How what c says differs from what the winner of the same field says. */
enum cutline_difference cl_differ(struct cl_draft *d,
				  const struct cl_candidate *winner,
				  const struct cl_candidate *c);

/* Is the field compared at all, and with the caption's value too? */
bool cl_differ_compares(enum cutline_field field, bool caption);

#endif
