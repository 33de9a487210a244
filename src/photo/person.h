/* SPDX-License-Identifier: MIT */
#ifndef CL_PHOTO_PERSON_H
#define CL_PHOTO_PERSON_H

#include "base/str.h"
#include "cutline/photo.h"

/* How two ways of writing a name differ: NONE, SPELLING, NAME or REAL. */
enum cutline_difference cl_person_differs(struct cl_str a, struct cl_str b);

#endif
