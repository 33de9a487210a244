/* SPDX-License-Identifier: MIT */
#include "cutline/field.h"

#include "base/str.h"

struct field {
	const char *name;
	bool is_list;
};

static const struct field fields[CUTLINE_PHOTO_FIELDS] = {
	[CUTLINE_CREATORS] = { "creators", true },
	[CUTLINE_AGENCIES] = { "agencies", true },
	[CUTLINE_DATE_CREATED] = { "date_created", false },
	[CUTLINE_SUBLOCATION] = { "sublocation", false },
	[CUTLINE_CITY] = { "city", false },
	[CUTLINE_PROVINCE_STATE] = { "province_state", false },
	[CUTLINE_COUNTRY] = { "country", false },
	[CUTLINE_EVENTS] = { "events", true },
	[CUTLINE_PERSONS] = { "persons", true },
	[CUTLINE_REFERENCES] = { "references", true },
	[CUTLINE_RESTRICTIONS] = { "restrictions", true },
	[CUTLINE_CAPTION] = { "caption", false },
	[CUTLINE_HEADLINE] = { "headline", false },
	[CUTLINE_TITLE] = { "title", false },
	[CUTLINE_CREDIT_LINE] = { "credit_line", false },
	[CUTLINE_COPYRIGHT_NOTICE] = { "copyright_notice", false },
	[CUTLINE_COUNTRY_CODE] = { "country_code", false },
	[CUTLINE_CAPTURED] = { "captured", false },
	[CUTLINE_GPS] = { "gps", false },
	[CUTLINE_KEYWORDS] = { "keywords", true },
	[CUTLINE_USAGE_TERMS] = { "usage_terms", false },
	[CUTLINE_INSTRUCTIONS] = { "instructions", false },
	[CUTLINE_LICENSOR] = { "licensor", false },
	[CUTLINE_WEB_STATEMENT] = { "web_statement", false },
	[CUTLINE_SOURCE] = { "source", false },
	[CUTLINE_DIGITAL_SOURCE_TYPE] = { "digital_source_type", false },
	[CUTLINE_ALT_TEXT] = { "alt_text", false },
	[CUTLINE_CAPTION_WRITER] = { "caption_writer", false },
	[CUTLINE_CREATOR_TITLE] = { "creator_title", false },
	[CUTLINE_CAMERA] = { "camera", false },
};

const char *cutline_field_name(enum cutline_field field)
{
	if ((unsigned)field >= CUTLINE_PHOTO_FIELDS)
		return NULL;
	return fields[field].name;
}

bool cutline_field_is_list(enum cutline_field field)
{
	return (unsigned)field < CUTLINE_PHOTO_FIELDS && fields[field].is_list;
}

bool cutline_field_find(const char *name, size_t len, enum cutline_field *out)
{
	struct cl_str wanted = { name, len };

	for (unsigned i = 0; i < CUTLINE_PHOTO_FIELDS; i++) {
		if (!cl_str_eq_nocase(wanted, cl_str_from(fields[i].name)))
			continue;
		*out = (enum cutline_field)i;
		return true;
	}
	return false;
}
