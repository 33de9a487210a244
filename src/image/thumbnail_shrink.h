/* SPDX-License-Identifier: MIT */
#ifndef CL_IMAGE_THUMBNAIL_SHRINK_H
#define CL_IMAGE_THUMBNAIL_SHRINK_H

#include "image/thumbnail_pixels.h"

/* A picture on its way to a smaller one, fed row by row. */
struct cl_shrink {
	uint32_t from_width, from_height;
	struct cl_pixels *to;
	uint32_t *row;  /* owned: one row, shrunk in its width only */
	uint64_t *sums; /* owned: the row of to that is being summed */
	uint32_t rows;  /* fed so far */
	uint32_t done;  /* rows of to that are finished */
};

/* to must be initialised and no larger than from. False: out of memory. */
bool cl_shrink_init(struct cl_shrink *s, uint32_t from_width,
		    uint32_t from_height, struct cl_pixels *to);
void cl_shrink_release(struct cl_shrink *s);

/* Feed the next row, which has to's channels. */
void cl_shrink_feed(struct cl_shrink *s, const uint8_t *row);

#endif
