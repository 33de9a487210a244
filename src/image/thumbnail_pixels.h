/* SPDX-License-Identifier: MIT */
#ifndef CL_IMAGE_THUMBNAIL_PIXELS_H
#define CL_IMAGE_THUMBNAIL_PIXELS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A small picture, row by row, a byte a channel. */
struct cl_pixels {
	uint32_t width, height;
	unsigned channels; /* 3 or 4 */
	uint8_t *data;     /* owned */
};

bool cl_pixels_init(struct cl_pixels *p, uint32_t width, uint32_t height,
		    unsigned channels); /* false: out of memory */
void cl_pixels_release(struct cl_pixels *p);

/* CMYK, inverted as Adobe's programs write it or not, to RGB, in place: the
 * plain formula, no colour management. */
void cl_pixels_from_cmyk(struct cl_pixels *p, bool inverted);

/* Stand it upright, Exif's orientation saying how it lies. False when out of
 * memory; then it is as before. */
bool cl_pixels_turn(struct cl_pixels *p, unsigned orientation);

#endif
