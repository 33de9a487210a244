/* SPDX-License-Identifier: MIT */
#ifndef CL_PHOTO_CLOCK_H
#define CL_PHOTO_CLOCK_H

#include "photo/draft.h"

/* Why a clock reading is not to be believed; NULL when it may be. */
const char *cl_clock_doubt(const struct cl_draft *d,
			   const struct cl_candidate *c);

/* Is the picture a scan, so that the file's dates are the scanner's? */
bool cl_clock_is_scan(const struct cutline_image *image);

/* Give a reading without its offset from UTC the one that the GPS time tells;
 * whether it did. */
bool cl_clock_infer_offset(const struct cutline_image *image,
			   struct cutline_moment *moment);

#endif
