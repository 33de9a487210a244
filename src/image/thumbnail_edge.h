/* SPDX-License-Identifier: MIT */
#ifndef CL_IMAGE_THUMBNAIL_EDGE_H
#define CL_IMAGE_THUMBNAIL_EDGE_H

#include "image/source.h"

#define CL_EDGE_CELLS 8

/* How bright the left half of a picture's upper edge is, from left to right:
 * the mean of each of its parts, out of 255. */
struct cl_edge {
	double cells[CL_EDGE_CELLS];
};

/* Read that half of the first row of blocks of a sequential JPEG, of these the
 * upper lines of 8. False when it is damaged or of another kind. */
bool cl_edge_read(struct cl_edge *edge, struct cl_source *s, double lines);

/* Whether both can be of one picture. */
bool cl_edge_agree(const struct cl_edge *a, const struct cl_edge *b);

#endif
