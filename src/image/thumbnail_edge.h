/* SPDX-License-Identifier: MIT */
#ifndef CL_IMAGE_THUMBNAIL_EDGE_H
#define CL_IMAGE_THUMBNAIL_EDGE_H

#include "image/source.h"

#define CL_EDGE_CELLS 16

/* How bright the upper edge of a picture is, from left to right. */
struct cl_edge {
	uint8_t cells[CL_EDGE_CELLS];
};

/* Decode the upper edge of a sequential JPEG: the first of parts equal strips,
 * of at least a row of blocks. False when that cannot be done without a
 * warning. */
bool cl_edge_read(struct cl_edge *edge, struct cl_source *s, uint32_t parts);

/* Whether both can be of one picture. */
bool cl_edge_agree(const struct cl_edge *a, const struct cl_edge *b);

#endif
