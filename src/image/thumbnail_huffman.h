/* SPDX-License-Identifier: MIT */
/*
 * The least of a JPEG decoder: how light blocks are, one after the other, in a
 * sequential scan (ITU-T T.81 annex F.2.2). Whatever the bytes are, a
 * block takes no more than 64 codes.
 */
#ifndef CL_IMAGE_THUMBNAIL_HUFFMAN_H
#define CL_IMAGE_THUMBNAIL_HUFFMAN_H

#include "base/str.h"

struct cl_huffman {
	uint16_t look[256]; /* by the next 8 bits: length and value; or 0 */
	uint8_t values[256];
	/* By length: the code behind the last one, as 16 bits; and what leads
	 * from a code to its value. */
	uint32_t end[18];
	int32_t shift[17];
};

/* Read a table, its 16 counts first; how many bytes it takes, 0 when it is
 * none. */
size_t cl_huffman_read(struct cl_huffman *table, const uint8_t *p, size_t len);

struct cl_bits {
	const uint8_t *at, *end;
	uint64_t bits; /* left are the low ones */
	unsigned left;
	unsigned missing; /* zeros given for bytes that are not there */
	bool failed;      /* a code that is none, or too many of those */
};

/* The coefficients of a block that tell its lightness from top to bottom: the
 * mean, here its difference from that of the block before, and the first four
 * waves; and where in a block's order they stand. */
#define CL_WAVES 5
#define CL_WAVE_LAST 10
extern const uint8_t cl_wave_places[CL_WAVES];

/* Go over a block. */
void cl_bits_block(struct cl_bits *b, const struct cl_huffman *dc,
		   const struct cl_huffman *ac, int waves[CL_WAVES]);

#endif
