/* SPDX-License-Identifier: MIT */
#ifndef CL_CAPTION_JSON_H
#define CL_CAPTION_JSON_H

#include "base/json.h"
#include "cutline/caption.h"

/* Write a caption as one object, "format" 1. id and span (the caption's place
 * in its document) are left out when NULL. */
void cl_caption_json(struct cl_json *j, const struct cutline_caption *c,
		     const char *id, const struct cutline_span *span);

/* The members after "id", for an object that the caller opens and ends. */
void cl_caption_json_members(struct cl_json *j, const struct cutline_caption *c,
			     const struct cutline_span *span);

#endif
