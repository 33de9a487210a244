/* SPDX-License-Identifier: MIT */
/* From rows to records. */
#ifndef CL_CATALOG_ROW_H
#define CL_CATALOG_ROW_H

#include "base/arena.h"
#include "base/error.h"
#include "catalog/handle.h"

/*
 * Fill photo, which is all zero, with what its speaking file says. Without
 * paths, values, locations. *found is false when there is no such photo.
 */
CUTLINE_MUST_USE enum cutline_status
cl_row_load(struct cutline_catalog *catalog, int64_t id,
	    struct cutline_photo *photo, struct cl_arena *arena, bool *found,
	    struct cutline_error *err);

/* Add its paths and locations, the speaking one first. */
CUTLINE_MUST_USE enum cutline_status
cl_row_load_locations(struct cutline_catalog *catalog,
		      struct cutline_photo *photo, struct cl_arena *arena,
		      struct cutline_error *err);

/* Add what all its files say. */
CUTLINE_MUST_USE enum cutline_status
cl_row_load_values(struct cutline_catalog *catalog, struct cutline_photo *photo,
		   struct cl_arena *arena, struct cutline_error *err);

#endif
