/* SPDX-License-Identifier: MIT */
#ifndef CL_PHOTO_DATES_H
#define CL_PHOTO_DATES_H

#include "photo/draft.h"

/* Read the day, or the whole moment, that a candidate says. */
void cl_dates_read(struct cl_draft *d, struct cl_candidate *c);

/* Give a caption's date without a year that of the file's dates, when day and
 * month are theirs. */
void cl_dates_complete(struct cl_draft *d, struct cl_candidate *c);

/* Once the caption is read: take out the days of fields that its words call
 * those of issue. */
void cl_dates_drop_issue(struct cl_draft *d);

/* Is the field's day and time that of the last change to the file? */
bool cl_dates_is_change(const struct cl_draft *d, const struct cl_candidate *c);

/* How two candidates' days differ, and two clock readings. */
enum cutline_difference cl_dates_differ(const struct cl_candidate *winner,
					const struct cl_candidate *c);
enum cutline_difference cl_moments_differ(const struct cutline_moment *a,
					  const struct cutline_moment *b);

#endif
