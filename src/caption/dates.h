/* SPDX-License-Identifier: MIT */
#ifndef CL_CAPTION_DATES_H
#define CL_CAPTION_DATES_H

#include "caption/parse.h"

/* Read one date that begins at token i: the token after it, or i. A weekday
 * before it belongs to it; a weekday alone does not count. */
uint32_t cl_date_at(const struct cl_parse *p, uint32_t i,
		    struct cutline_date *date);

/* Find the dates of a caption, judge which is the picture's, claim them. */
void cl_dates_find(struct cl_parse *p);

#endif
