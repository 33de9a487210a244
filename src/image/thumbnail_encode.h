/* SPDX-License-Identifier: MIT */
#ifndef CL_IMAGE_THUMBNAIL_ENCODE_H
#define CL_IMAGE_THUMBNAIL_ENCODE_H

#include "base/buf.h"
#include "base/error.h"
#include "image/thumbnail_pixels.h"

/* Write RGB pixels to out as a JPEG without any metadata. CUTLINE_NOMEM. */
CUTLINE_MUST_USE enum cutline_status
cl_thumbnail_encode(const struct cl_pixels *p, struct cl_buf *out,
		    struct cutline_error *err);

#endif
