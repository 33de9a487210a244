/* SPDX-License-Identifier: MIT */
#ifndef CL_PHOTO_CAPTION_TEXT_H
#define CL_PHOTO_CAPTION_TEXT_H

#include "photo/draft.h"

/* Choose the caption's text, read it, and make a candidate of all it says. */
void cl_caption_text(struct cl_draft *d);

/* Give the persons that a field names the positions that the caption gives
 * them. */
void cl_caption_positions(struct cl_draft *d);

#endif
