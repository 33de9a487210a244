/* SPDX-License-Identifier: MIT */
#include "image/thumbnail_pixels.h"

#include <string.h>

#include "base/alloc.h"

bool cl_pixels_init(struct cl_pixels *p, uint32_t width, uint32_t height,
		    unsigned channels)
{
	p->width = width;
	p->height = height;
	p->channels = channels;
	p->data = cl_alloc_zero((size_t)width * height, channels);
	return p->data;
}

void cl_pixels_release(struct cl_pixels *p)
{
	cl_free(p->data);
	p->data = NULL;
}

void cl_pixels_from_cmyk(struct cl_pixels *p, bool inverted)
{
	size_t count = (size_t)p->width * p->height;
	unsigned flip = inverted ? 0 : 255;

	for (size_t i = 0; i < count; i++) {
		const uint8_t *from = p->data + 4 * i;
		unsigned light = from[3] ^ flip;
		uint8_t *to = p->data + 3 * i;

		for (int c = 0; c < 3; c++)
			to[c] = (uint8_t)(((from[c] ^ flip) * light + 127) /
					  255);
	}
	p->channels = 3;
}

/* Where the pixel that belongs at x, y of the upright picture is stored
 * (TIFF 6.0, tag 274): which sides of the stored picture are the upright
 * one's top and left. */
static size_t place(const struct cl_pixels *p, unsigned orientation, uint32_t x,
		    uint32_t y)
{
	bool swapped = orientation >= 5;
	uint32_t column = swapped ? y : x;
	uint32_t row = swapped ? x : y;

	if (orientation == 2 || orientation == 3 || orientation == 7 ||
	    orientation == 8)
		column = p->width - 1 - column;
	if (orientation == 3 || orientation == 4 || orientation == 6 ||
	    orientation == 7)
		row = p->height - 1 - row;
	return (size_t)row * p->width + column;
}

bool cl_pixels_turn(struct cl_pixels *p, unsigned orientation)
{
	struct cl_pixels to;
	bool swapped = orientation >= 5;
	uint8_t *at;

	if (orientation < 2 || orientation > 8)
		return true;
	if (!cl_pixels_init(&to, swapped ? p->height : p->width,
			    swapped ? p->width : p->height, p->channels))
		return false;
	at = to.data;
	for (uint32_t y = 0; y < to.height; y++) {
		for (uint32_t x = 0; x < to.width; x++) {
			memcpy(at,
			       p->data + p->channels *
						 place(p, orientation, x, y),
			       p->channels);
			at += p->channels;
		}
	}
	cl_pixels_release(p);
	*p = to;
	return true;
}
