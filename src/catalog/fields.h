/* SPDX-License-Identifier: MIT */
/* How the fields of a photo stand in the catalog. */
#ifndef CL_CATALOG_FIELDS_H
#define CL_CATALOG_FIELDS_H

#include "cutline/photo.h"

/* The fields of text, in the order of the full-text index's first columns. */
#define CL_WORDS_FIELDS 27
extern const enum cutline_field cl_words_fields[CL_WORDS_FIELDS];

/* A field's bit in photo.filled and photo.conflicts. The numbers stand in
 * files: they never change, whatever becomes of the enum. */
uint64_t cl_field_bit(enum cutline_field field);

/* Whether a field's values are kept in the dictionary `name`, for facets. */
bool cl_field_is_name(enum cutline_field field);

/* The fields of a photo that hold something, or are in conflict. */
uint64_t cl_photo_filled(const struct cutline_photo *photo);
uint64_t cl_photo_conflicts(const struct cutline_photo *photo);

#endif
