/* SPDX-License-Identifier: MIT */
#ifndef CL_PHOTO_POSITION_H
#define CL_PHOTO_POSITION_H

#include "cutline/image.h"

/* Where a picture was taken, by its file: EXIF's position, else XMP's. */
struct cl_position {
	double latitude, longitude; /* degrees, north and east positive */
	const char *origin;         /* "exif:GPS", "xmp:exif:GPSLatitude" */
	bool is_exif;
};

/* False when the file tells none. */
bool cl_position_find(const struct cutline_image *image,
		      struct cl_position *out);

#endif
