/* SPDX-License-Identifier: MIT */
#ifndef CL_PHOTO_CHOOSE_H
#define CL_PHOTO_CHOOSE_H

#include "photo/draft.h"

/* Choose among a field's candidates, say why, and fill the photo's field. */
void cl_choose(struct cl_draft *d, enum cutline_field field);

/* The one chosen, or NULL. */
const struct cl_candidate *cl_chosen(const struct cl_draft *d,
				     enum cutline_field field);

/* Do two candidates come to the same? */
bool cl_candidates_equal(const struct cl_candidate *a,
			 const struct cl_candidate *b);

#endif
