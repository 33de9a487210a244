/* SPDX-License-Identifier: MIT */
/*
 * The containers other than JPEG. Each finds the metadata blocks, the size in
 * pixels and where the image data lies; what is damaged is a remark, and what
 * was found before it stands.
 */
#ifndef CL_IMAGE_CONTAINERS_H
#define CL_IMAGE_CONTAINERS_H

#include "image/blocks.h"
#include "image/identity.h"

void cl_gif_read(struct cl_source *s, struct cl_blocks *blocks,
		 struct cl_extents *extents);
void cl_heif_read(struct cl_source *s, struct cl_blocks *blocks,
		  struct cl_extents *extents);
void cl_png_read(struct cl_source *s, struct cl_blocks *blocks,
		 struct cl_extents *extents);
void cl_webp_read(struct cl_source *s, struct cl_blocks *blocks,
		  struct cl_extents *extents);

/* False if it is a camera's raw file in TIFF's clothes. */
bool cl_tiff_read(struct cl_source *s, struct cl_blocks *blocks,
		  struct cl_extents *extents);

#endif
