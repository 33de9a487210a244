/* SPDX-License-Identifier: MIT */
#ifndef CL_PHOTO_CONFLICT_H
#define CL_PHOTO_CONFLICT_H

#include "photo/draft.h"

/* Mark the fields in which a source disagrees with the chosen value. */
void cl_conflicts(struct cl_draft *d);

#endif
