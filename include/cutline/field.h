/* SPDX-License-Identifier: MIT */
/**
 * @file
 * The fields of a record, and their names: one spelling in C, SQL, JSON, HTML
 * and the query language. The names are those of the IPTC Photo Metadata
 * Standard in lower case.
 */
#ifndef CUTLINE_FIELD_H
#define CUTLINE_FIELD_H

#include <cutline/status.h>

/** The fields that captions and photos have in common come first. */
enum cutline_field {
	CUTLINE_CREATORS,
	CUTLINE_AGENCIES,
	CUTLINE_DATE_CREATED,
	CUTLINE_SUBLOCATION,
	CUTLINE_CITY,
	CUTLINE_PROVINCE_STATE,
	CUTLINE_COUNTRY,
	CUTLINE_EVENTS,
	CUTLINE_PERSONS,
	CUTLINE_REFERENCES,
	CUTLINE_RESTRICTIONS,
	/** How many fields a caption can fill. */
	CUTLINE_CAPTION_FIELDS,

	CUTLINE_CAPTION = CUTLINE_CAPTION_FIELDS,
	CUTLINE_HEADLINE,
	CUTLINE_TITLE,
	CUTLINE_CREDIT_LINE,
	CUTLINE_COPYRIGHT_NOTICE,
	CUTLINE_COUNTRY_CODE,
	CUTLINE_CAPTURED,
	CUTLINE_GPS,
	CUTLINE_KEYWORDS,
	CUTLINE_USAGE_TERMS,
	CUTLINE_INSTRUCTIONS,
	CUTLINE_LICENSOR,
	CUTLINE_WEB_STATEMENT,
	CUTLINE_SOURCE,
	CUTLINE_DIGITAL_SOURCE_TYPE,
	CUTLINE_ALT_TEXT,
	CUTLINE_CAPTION_WRITER,
	CUTLINE_CREATOR_TITLE,
	CUTLINE_CAMERA,
	/** How many fields a photo has. */
	CUTLINE_PHOTO_FIELDS,
};

/** A field's name, "date_created"; NULL for a number that is no field. */
CUTLINE_API const char *cutline_field_name(enum cutline_field field);

/** Whether a field holds a list (creators, keywords), not one value. */
CUTLINE_API bool cutline_field_is_list(enum cutline_field field);

/**
 * Find a field by its name.
 *
 * @param name  ASCII, any case, need not end in NUL
 * @param len   bytes in name
 * @param out   the field, set when the result is true
 *
 * @return whether there is one
 */
CUTLINE_API bool cutline_field_find(const char *name, size_t len,
				    enum cutline_field *out);

#endif
