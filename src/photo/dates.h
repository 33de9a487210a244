/* SPDX-License-Identifier: MIT */
#ifndef CL_PHOTO_DATES_H
#define CL_PHOTO_DATES_H

#include "photo/draft.h"

/* Read the day, or the whole moment, that a candidate says. */
void cl_dates_read(struct cl_draft *d, struct cl_candidate *c);

/* Give a caption's date without a year that of the file's dates, when day and
 * month are theirs. */
void cl_dates_complete(struct cl_draft *d, struct cl_candidate *c);

/* Do two dates exclude each other, a day of grace left to time zones? */
bool cl_dates_disagree(const struct cutline_date *a,
		       const struct cutline_date *b);

#endif
