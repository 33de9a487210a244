/* SPDX-License-Identifier: MIT */
#ifndef CL_CAPTION_DATELINE_H
#define CL_CAPTION_DATELINE_H

#include "caption/parse.h"

/* Read what stands before the caption proper: FILE, the dateline. Sets
 * p->body. */
void cl_dateline_find(struct cl_parse *p);

#endif
