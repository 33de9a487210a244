/* SPDX-License-Identifier: MIT */
#ifndef CL_IMAGE_PNG_TEXT_H
#define CL_IMAGE_PNG_TEXT_H

#include "image/blocks.h"

#define CL_PNG_PROFILES 8

/* What the text chunks of a PNG hold, while it is walked. */
struct cl_png_texts {
	struct cl_source *s;
	struct cl_blocks *blocks;
	size_t inflated; /* bytes so far */
	/* Raw profiles, which are read last. */
	struct cl_png_profile {
		char type; /* first letter of the chunk's */
		int64_t at, len;
	} profiles[CL_PNG_PROFILES];
	size_t count;
};

/* Read the chunk tEXt, zTXt or iTXt at at if it holds an XMP packet; note it
 * for later if it holds a raw profile. */
void cl_png_text(struct cl_png_texts *t, struct cl_str type, int64_t at,
		 int64_t len);

/* When the walk is over: read the raw profiles. */
void cl_png_profiles(struct cl_png_texts *t);

#endif
