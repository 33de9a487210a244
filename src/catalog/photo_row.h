/* SPDX-License-Identifier: MIT */
/* Rows of the table `photo`: what a photo's files make of it. */
#ifndef CL_CATALOG_PHOTO_ROW_H
#define CL_CATALOG_PHOTO_ROW_H

#include "base/error.h"
#include "catalog/handle.h"

/* The photo of an identity; 0 when there is none. */
CUTLINE_MUST_USE enum cutline_status
cl_photo_find(struct cutline_catalog *catalog, const char *identity,
	      int64_t *id, struct cutline_error *err);

/* Write down the last id that was given: before a commit. */
CUTLINE_MUST_USE enum cutline_status
cl_photo_save_counter(struct cutline_catalog *catalog,
		      struct cutline_error *err);

/* A new photo with a new id, for a file of that name; its location and words
 * are yet to come. */
CUTLINE_MUST_USE enum cutline_status
cl_photo_insert(struct cutline_catalog *catalog, struct cl_str name,
		const struct cutline_photo *photo, int64_t *id, int64_t *sort,
		struct cutline_error *err);

/* After a change of its locations, with its words taken out before: choose
 * which file speaks, write the photo anew and put its words in. A photo without
 * locations is removed. */
CUTLINE_MUST_USE enum cutline_status
cl_photo_refresh(struct cutline_catalog *catalog, int64_t id,
		 struct cutline_error *err);

#endif
