/* SPDX-License-Identifier: MIT */
#ifndef CL_IMAGE_THUMBNAIL_H
#define CL_IMAGE_THUMBNAIL_H

#include "cutline/image.h"
#include "image/source.h"

/* cutline_image_thumbnail() from a source, which may be memory. */
CUTLINE_MUST_USE enum cutline_status
cl_thumbnail_make(struct cl_source *s, uint32_t side,
		  struct cutline_thumbnail **out, struct cutline_error *err);

#endif
