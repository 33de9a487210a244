/* SPDX-License-Identifier: MIT */
#ifndef CL_IMAGE_THUMBNAIL_EMBEDDED_H
#define CL_IMAGE_THUMBNAIL_EMBEDDED_H

#include "base/buf.h"
#include "image/thumbnail_head.h"
#include "image/thumbnail_strip.h"

/* What the EXIF block has to say about thumbnails. */
struct cl_embedded {
	unsigned orientation; /* of the picture; 0 unknown */
	bool usable;          /* jpeg holds a thumbnail of this picture */
	struct cl_buf jpeg;   /* without metadata; to be released */
	struct cl_thumbnail_frame frame;
};

/* Read it, and judge the thumbnail for a longer side of side: see
 * cutline_image_thumbnail(). Whatever fails only makes it unusable; what is
 * damaged behind its first row of blocks is not noticed. */
void cl_embedded_read(struct cl_embedded *e, struct cl_source *s,
		      const struct cl_thumbnail_head *head, uint32_t side);
void cl_embedded_release(struct cl_embedded *e);

#endif
