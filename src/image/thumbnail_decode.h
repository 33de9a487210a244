/* SPDX-License-Identifier: MIT */
#ifndef CL_IMAGE_THUMBNAIL_DECODE_H
#define CL_IMAGE_THUMBNAIL_DECODE_H

#include "base/error.h"
#include "image/source.h"
#include "image/thumbnail_pixels.h"

/* What is decoded of a JPEG: its colours made RGB, no profile applied, as it
 * lies. */
struct cl_decoded {
	struct cl_pixels pixels; /* to be released */
	uint32_t width, height;  /* of the whole picture */
	bool damaged;
};

/* Decode the JPEG in s so that its longer side is side, or as it is when it
 * is smaller. The reason of a failure names what. */
CUTLINE_MUST_USE enum cutline_status
cl_thumbnail_decode(struct cl_source *s, uint32_t side, struct cl_decoded *out,
		    const char *what, struct cutline_error *err);

#endif
