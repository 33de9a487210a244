/* SPDX-License-Identifier: MIT */
#ifndef CL_CAPTION_SCAN_H
#define CL_CAPTION_SCAN_H

#include "base/arena.h"
#include "cutline/caption.h"

/* Where credits stand in a text, which is valid UTF-8 of at most
 * CUTLINE_CAPTION_MAX bytes: their bytes with the brackets round them, in
 * order. What `document` tells captions by. */
CUTLINE_MUST_USE enum cutline_status
cl_caption_credits(struct cl_str text, struct cl_arena *arena,
		   struct cutline_span **spans, size_t *count);

#endif
