/* SPDX-License-Identifier: MIT */
#ifndef CL_CAPTION_RECORD_H
#define CL_CAPTION_RECORD_H

#include "base/arena.h"
#include "cutline/caption.h"

/* The arena that a parsed caption lives in, for whoever measures it. */
const struct cl_arena *cl_caption_arena(const struct cutline_caption *caption);

#endif
