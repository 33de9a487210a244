/* SPDX-License-Identifier: MIT */
#include "catalog/fields.h"

#include "catalog/columns.h"

const enum cutline_field cl_words_fields[CL_WORDS_FIELDS] = {
	CUTLINE_CREATORS,
	CUTLINE_AGENCIES,
	CUTLINE_SUBLOCATION,
	CUTLINE_CITY,
	CUTLINE_PROVINCE_STATE,
	CUTLINE_COUNTRY,
	CUTLINE_EVENTS,
	CUTLINE_PERSONS,
	CUTLINE_REFERENCES,
	CUTLINE_RESTRICTIONS,
	CUTLINE_CAPTION,
	CUTLINE_HEADLINE,
	CUTLINE_TITLE,
	CUTLINE_CREDIT_LINE,
	CUTLINE_COPYRIGHT_NOTICE,
	CUTLINE_COUNTRY_CODE,
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
};

_Static_assert(CL_WORDS_FIELDS + 2 == CL_WORDS_COLUMN_COUNT,
	       "the distributors and the files' names follow");

static const uint8_t bits[CUTLINE_PHOTO_FIELDS] = {
	[CUTLINE_CREATORS] = 0,       [CUTLINE_AGENCIES] = 1,
	[CUTLINE_DATE_CREATED] = 2,   [CUTLINE_SUBLOCATION] = 3,
	[CUTLINE_CITY] = 4,           [CUTLINE_PROVINCE_STATE] = 5,
	[CUTLINE_COUNTRY] = 6,        [CUTLINE_EVENTS] = 7,
	[CUTLINE_PERSONS] = 8,        [CUTLINE_REFERENCES] = 9,
	[CUTLINE_RESTRICTIONS] = 10,  [CUTLINE_CAPTION] = 11,
	[CUTLINE_HEADLINE] = 12,      [CUTLINE_TITLE] = 13,
	[CUTLINE_CREDIT_LINE] = 14,   [CUTLINE_COPYRIGHT_NOTICE] = 15,
	[CUTLINE_COUNTRY_CODE] = 16,  [CUTLINE_CAPTURED] = 17,
	[CUTLINE_GPS] = 18,           [CUTLINE_KEYWORDS] = 19,
	[CUTLINE_USAGE_TERMS] = 20,   [CUTLINE_INSTRUCTIONS] = 21,
	[CUTLINE_LICENSOR] = 22,      [CUTLINE_WEB_STATEMENT] = 23,
	[CUTLINE_SOURCE] = 24,        [CUTLINE_DIGITAL_SOURCE_TYPE] = 25,
	[CUTLINE_ALT_TEXT] = 26,      [CUTLINE_CAPTION_WRITER] = 27,
	[CUTLINE_CREATOR_TITLE] = 28, [CUTLINE_CAMERA] = 29,
};

uint64_t cl_field_bit(enum cutline_field field)
{
	return 1ull << bits[field];
}

bool cl_field_is_name(enum cutline_field field)
{
	switch ((int)field) {
	case CUTLINE_CREATORS:
	case CUTLINE_AGENCIES:
	case CUTLINE_SUBLOCATION:
	case CUTLINE_CITY:
	case CUTLINE_PROVINCE_STATE:
	case CUTLINE_COUNTRY:
	case CUTLINE_EVENTS:
	case CUTLINE_PERSONS:
	case CUTLINE_KEYWORDS:
		return true;
	default:
		return false;
	}
}

/* Dates, times and positions count by their values, all else by its items. */
static bool is_filled(const struct cutline_photo *photo,
		      enum cutline_field field)
{
	if (field == CUTLINE_DATE_CREATED)
		return photo->date.shape != CUTLINE_DATE_NONE;
	if (field == CUTLINE_CAPTURED)
		return photo->captured.date.shape != CUTLINE_DATE_NONE;
	if (field == CUTLINE_GPS)
		return photo->has_gps;
	return photo->fields[field].count > 0;
}

uint64_t cl_photo_filled(const struct cutline_photo *photo)
{
	uint64_t filled = 0;

	for (unsigned i = 0; i < CUTLINE_PHOTO_FIELDS; i++)
		if (is_filled(photo, (enum cutline_field)i))
			filled |= cl_field_bit((enum cutline_field)i);
	return filled;
}

uint64_t cl_photo_conflicts(const struct cutline_photo *photo)
{
	uint64_t conflicts = 0;

	for (unsigned i = 0; i < CUTLINE_PHOTO_FIELDS; i++)
		if (photo->conflict[i])
			conflicts |= cl_field_bit((enum cutline_field)i);
	return conflicts;
}
