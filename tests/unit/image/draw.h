/* SPDX-License-Identifier: MIT */
/* JPEG files of four coloured fields, and what is seen in one. */
#ifndef CUTLINE_TESTS_UNIT_IMAGE_DRAW_H
#define CUTLINE_TESTS_UNIT_IMAGE_DRAW_H

#include "base/buf.h"

/* Colours 0xRRGGBB of the fields as they are stored: above left, above right,
 * below left, below right. */
struct draw {
	unsigned width, height;
	uint32_t fields[4];
	unsigned components; /* 1, 3 (0 too), or 4 for CMYK */
	bool ycck;           /* of four, as YCCK */
	bool plain_cmyk;     /* without Adobe's segment, not inverted */
	bool rgb;            /* of three, not as YCbCr */
	bool progressive;
	/* Coefficients in two scans each, beside that of the means; grey. */
	unsigned bands;
	unsigned restart;     /* rows of blocks between restart markers */
	unsigned orientation; /* 0: without EXIF, unless a thumbnail is there */
	struct cl_str thumbnail;
	unsigned thumbnail_orientation; /* in its own directory; 0: none */
	struct cl_str profile;
};

/* Initialises out. */
void draw_jpeg(struct cl_buf *out, const struct draw *d);

struct seen {
	unsigned width, height;
	uint32_t fields[4]; /* the middle of each quarter */
};

/* Decode a whole JPEG; asserts that it is one, without a warning and without
 * any APP segment but JFIF's and Adobe's. */
struct seen draw_see(struct cl_str jpeg);

/* Greatest difference of a channel between two colours. */
unsigned draw_apart(uint32_t a, uint32_t b);

#endif
