/* SPDX-License-Identifier: MIT */
#ifndef CL_PHOTO_COLLECT_H
#define CL_PHOTO_COLLECT_H

#include "photo/draft.h"

/* Make a candidate of every tag that says something of a field, and read it. */
void cl_collect(struct cl_draft *d);

#endif
