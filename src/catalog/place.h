/* SPDX-License-Identifier: MIT */
/* The order of time, as numbers. */
#ifndef CL_CATALOG_PLACE_H
#define CL_CATALOG_PLACE_H

#include "base/error.h"
#include "catalog/handle.h"

/* When a photo was made, for sorting. */
struct cl_time {
	bool dated;
	int32_t day;   /* the first the date may mean */
	int64_t clock; /* nanosecond of that day by the camera, or -1 */
};

struct cl_time cl_time_of(const struct cutline_photo *photo);

/* The number that puts photo id where it belongs among the others; theirs may
 * change to make room. The photo itself need not be in the catalog. */
CUTLINE_MUST_USE enum cutline_status
cl_place(struct cutline_catalog *catalog, int64_t id,
	 const struct cl_time *time, int64_t *sort, struct cutline_error *err);

#endif
