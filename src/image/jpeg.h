/* SPDX-License-Identifier: MIT */
#ifndef CL_IMAGE_JPEG_H
#define CL_IMAGE_JPEG_H

#include "image/blocks.h"
#include "image/identity.h"

/* Read a JPEG: its metadata blocks, size in pixels and image data. False when
 * it has no image data; *why then says so in words. */
bool cl_jpeg_read(struct cl_source *s, struct cl_blocks *blocks,
		  struct cl_extents *extents, const char **why);

#endif
