/* SPDX-License-Identifier: MIT */
#ifndef CL_IMAGE_THUMBNAIL_PROFILE_H
#define CL_IMAGE_THUMBNAIL_PROFILE_H

#include "base/str.h"
#include "image/thumbnail_pixels.h"

/* What an RGB profile of the simple kind says: how much light each value of
 * a channel is, and how much of sRGB's lights a channel's is. */
struct cl_profile {
	double light[3][256];
	double matrix[3][3]; /* sRGB's channels by the profile's */
};

/* Read an ICC profile. False when it is not of that kind, damaged, or does
 * what sRGB does: when there is nothing to be done. */
bool cl_profile_read(struct cl_profile *profile, struct cl_str icc);

/* Make pixels of its space, RGB, those of sRGB. */
void cl_profile_apply(const struct cl_profile *profile, struct cl_pixels *p);

#endif
