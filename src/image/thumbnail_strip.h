/* SPDX-License-Identifier: MIT */
#ifndef CL_IMAGE_THUMBNAIL_STRIP_H
#define CL_IMAGE_THUMBNAIL_STRIP_H

#include "base/buf.h"

/* What the frame of a small JPEG says. */
struct cl_thumbnail_frame {
	uint32_t width, height;
	unsigned components;
};

/* Copy a JPEG to out without what is not needed to decode it. False, with out
 * in any state, when it is not a whole baseline JPEG of one scan. */
bool cl_thumbnail_strip(struct cl_str jpeg, struct cl_buf *out,
			struct cl_thumbnail_frame *frame);

#endif
