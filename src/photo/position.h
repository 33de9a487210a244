/* SPDX-License-Identifier: MIT */
#ifndef CL_PHOTO_POSITION_H
#define CL_PHOTO_POSITION_H

#include "photo/draft.h"

/* Where a picture was taken, as one source of its file has it. */
struct cl_position {
	double latitude, longitude; /* degrees, north and east positive */
	const char *origin;         /* "exif:GPS", "xmp:exif:GPSLatitude" */
	unsigned level;             /* 1: of the place, not of the camera */
	bool is_sidecar;            /* origin is without "sidecar:" */
};

#define CL_POSITIONS_MAX 4

/* All there are, EXIF's first, the sidecar's last; how many. */
size_t cl_position_find(const struct cutline_image *image,
			struct cl_position out[CL_POSITIONS_MAX]);

/* How far two candidates of the position lie apart. */
enum cutline_difference cl_positions_differ(const struct cl_candidate *a,
					    const struct cl_candidate *b);

#endif
