/* SPDX-License-Identifier: MIT */
/* Photos and captions as the commands print them. */
#ifndef CL_CLI_PRINT_H
#define CL_CLI_PRINT_H

#include "base/str.h"
#include "cutline/photo.h"

/* A photo found: on a terminal two rows that fit it; else one line, its parts
 * whole and parted by tabs. */
void cl_print_photo_line(const struct cutline_photo *photo);

void cl_print_photo_csv_head(void);
void cl_print_photo_csv(const struct cutline_photo *photo);

/* One JSON line; all adds values and locations. */
void cl_print_photo_json(const struct cutline_photo *photo, bool all);

/* Everything known of a photo, for a person. */
void cl_print_photo(const struct cutline_photo *photo);

/* A caption and what was read in it; explain adds rule, place and confidence.
 * Where there is a terminal, or colour is asked for, cl_print_caption_view().
 */
void cl_print_caption(const struct cutline_caption *caption, const char *name,
		      bool explain);

/* The same with the parts of the text marked, in rows that fit. */
void cl_print_caption_view(const struct cutline_caption *caption,
			   const char *name, bool explain);

#endif
