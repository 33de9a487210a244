/* SPDX-License-Identifier: MIT */
#ifndef CL_IMAGE_EXIF_H
#define CL_IMAGE_EXIF_H

#include "image/ifd.h"
#include "image/record.h"

/* Read a TIFF structure's EXIF tags into the record as its next EXIF block.
 * The source is the block, or a TIFF file. */
void cl_exif_read(struct cl_record *r, struct cl_source *s);

#endif
