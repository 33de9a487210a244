/* SPDX-License-Identifier: MIT */
#ifndef CL_PLACE_CITY_H
#define CL_PLACE_CITY_H

#include "cutline/place.h"
#include "place/tables.h"

void cl_city_fill(const struct cl_city_row *row, struct cutline_city *out);

#endif
