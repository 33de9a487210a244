/* SPDX-License-Identifier: MIT */
#ifndef CL_PHOTO_MISREAD_H
#define CL_PHOTO_MISREAD_H

#include "base/str.h"

enum cl_misread {
	CL_MISREAD_NO,
	CL_MISREAD_MAYBE, /* the same but for a few letters beyond ASCII */
	CL_MISREAD_SURE,  /* and each of these tells how it was lost */
};

/* Is one text the other with letters lost in a wrong encoding? */
enum cl_misread cl_misread(struct cl_str a, struct cl_str b);

#endif
