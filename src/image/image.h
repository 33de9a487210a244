/* SPDX-License-Identifier: MIT */
#ifndef CL_IMAGE_IMAGE_H
#define CL_IMAGE_IMAGE_H

#include "cutline/image.h"
#include "image/source.h"

/* cutline_image_read() from a source, which may be memory. */
CUTLINE_MUST_USE enum cutline_status cl_picture_read(struct cl_source *s,
						     struct cutline_image **out,
						     struct cutline_error *err);

#endif
