/* SPDX-License-Identifier: MIT */
#ifndef CL_PHOTO_PLACE_H
#define CL_PHOTO_PLACE_H

#include "photo/draft.h"

/* Read a candidate of city, province_state, country or country_code. */
void cl_place_read(struct cl_draft *d, size_t at);

/* Do two spellings name different places of a field's kind? */
bool cl_place_disagrees(enum cutline_field field, struct cl_str a,
			struct cl_str b);

#endif
