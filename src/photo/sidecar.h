/* SPDX-License-Identifier: MIT */
#ifndef CL_PHOTO_SIDECAR_H
#define CL_PHOTO_SIDECAR_H

#include "photo/draft.h"

#define CL_SIDECAR_PREFIX "sidecar:"

/* Find out which was edited last, the picture or its sidecar. */
void cl_sidecar_order(struct cl_draft *d);

/* Mark a value as one of the sidecar of a number. */
void cl_sidecar_mark(struct cl_draft *d, struct cl_candidate *c,
		     unsigned number);

/* Put what a sidecar only repeats of EXIF behind it, once all is collected. */
void cl_sidecar_settle(struct cl_draft *d);

/* Why a sidecar's value won over the picture's own, or the other way round. */
const char *cl_sidecar_why_first(const struct cl_draft *d,
				 const struct cl_candidate *c);

/* Do two sources contradict each other, or is one known to replace the other?
 */
bool cl_sidecar_replaces(const struct cl_draft *d, const struct cl_candidate *a,
			 const struct cl_candidate *b);

#endif
