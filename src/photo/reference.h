/* SPDX-License-Identifier: MIT */
#ifndef CL_PHOTO_REFERENCE_H
#define CL_PHOTO_REFERENCE_H

#include "photo/draft.h"

/* Once the caption is read: find the references that other fields hold. */
void cl_reference_find(struct cl_draft *d);

#endif
