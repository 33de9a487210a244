/* SPDX-License-Identifier: MIT */
#ifndef CL_PHOTO_PLACE_H
#define CL_PHOTO_PLACE_H

#include "photo/draft.h"

/* Read a candidate of city, province_state, country or country_code. */
void cl_place_read(struct cl_draft *d, size_t at);

/* How two spellings of a place of a field's kind differ. */
enum cutline_difference cl_place_differs(enum cutline_field field,
					 struct cl_str a, struct cl_str b);

#endif
