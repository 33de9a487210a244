/* SPDX-License-Identifier: MIT */
/*
 * Dictionaries: `name` holds the names that photos share, `source` what is
 * said of where a value came from (its field, its origin, why it won or lost),
 * of which there are a few hundred in all.
 */
#ifndef CL_CATALOG_DICTIONARY_H
#define CL_CATALOG_DICTIONARY_H

#include "base/error.h"
#include "catalog/handle.h"

/* The id of a name of a field, put in when it is not known. */
CUTLINE_MUST_USE enum cutline_status
cl_name_add(struct cutline_catalog *catalog, enum cutline_field field,
	    const char *text, int64_t *id, struct cutline_error *err);

/* The same of a value's field, origin and why. */
CUTLINE_MUST_USE enum cutline_status
cl_source_add(struct cutline_catalog *catalog,
	      const struct cutline_photo_value *value, int64_t *id,
	      struct cutline_error *err);

/* Fill a value's field, origin and why, with strings of the arena. False when
 * memory fails or there is no such source. */
bool cl_source_read(struct cutline_catalog *catalog, int64_t id,
		    struct cl_arena *arena, struct cutline_photo_value *value);

/* Forget ids that a rollback may have taken back. */
void cl_dictionary_forget(struct cutline_catalog *catalog);

#endif
