/* SPDX-License-Identifier: MIT */
#ifndef CL_IMAGE_SNIFF_H
#define CL_IMAGE_SNIFF_H

#include "cutline/image.h"
#include "image/source.h"

/* What kind of file it is, by its first bytes. A raw file that is TIFF inside
 * may still be found to be one when its directories are read. */
enum cutline_image_type cl_sniff(struct cl_source *s);

#endif
