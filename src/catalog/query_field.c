/* SPDX-License-Identifier: MIT */
#include "base/nearest.h"
#include "catalog/fields.h"
#include "catalog/query.h"

/* Short words for fields of the record. */
struct alias {
	const char *word;
	enum cutline_field field;
};

static const struct alias aliases[] = {
	{ "by", CUTLINE_CREATORS },
	{ "creator", CUTLINE_CREATORS },
	{ "photographer", CUTLINE_CREATORS },
	{ "agency", CUTLINE_AGENCIES },
	{ "event", CUTLINE_EVENTS },
	{ "person", CUTLINE_PERSONS },
	{ "venue", CUTLINE_SUBLOCATION },
	{ "state", CUTLINE_PROVINCE_STATE },
	{ "keyword", CUTLINE_KEYWORDS },
	{ "restriction", CUTLINE_RESTRICTIONS },
	{ "reference", CUTLINE_REFERENCES },
	{ "date", CUTLINE_DATE_CREATED },
	{ "credit", CUTLINE_CREDIT_LINE },
	{ "copyright", CUTLINE_COPYRIGHT_NOTICE },
	{ "writer", CUTLINE_CAPTION_WRITER },
};

#define ALIAS_COUNT (sizeof(aliases) / sizeof(aliases[0]))

/* Words of the language that are no field of the record. */
static const struct cl_query_field others[] = {
	{ "any", CL_ASK_WORDS, "", 0 },
	{ "via", CL_ASK_AGENCY, "via", 0 },
	{ "file", CL_ASK_WORDS, "file", 0 },
	{ "in", CL_ASK_PLACE, "sublocation city province_state country", 0 },
	{ "folder", CL_ASK_FOLDER, NULL, 0 },
	{ "added", CL_ASK_ADDED, NULL, 0 },
	{ "has", CL_ASK_HAS, NULL, 0 },
	{ "missing", CL_ASK_MISSING, NULL, 0 },
	{ "conflict", CL_ASK_CONFLICT, NULL, 0 },
	{ "id", CL_ASK_ID, NULL, 0 },
	{ "type", CL_ASK_TYPE, NULL, 0 },
};

#define OTHER_COUNT (sizeof(others) / sizeof(others[0]))

static enum cl_query_ask ask_of(enum cutline_field field)
{
	switch ((int)field) {
	case CUTLINE_DATE_CREATED:
		return CL_ASK_DATE;
	case CUTLINE_CAPTURED:
		return CL_ASK_CAPTURED;
	case CUTLINE_AGENCIES:
		return CL_ASK_AGENCY;
	case CUTLINE_COUNTRY:
		return CL_ASK_COUNTRY;
	case CUTLINE_PROVINCE_STATE:
		return CL_ASK_STATE;
	case CUTLINE_COUNTRY_CODE:
		return CL_ASK_CODE;
	case CUTLINE_GPS:
		return CL_ASK_NOTHING;
	default:
		return CL_ASK_WORDS;
	}
}

static void set_record_field(enum cutline_field f, struct cl_query_field *field)
{
	field->name = cutline_field_name(f);
	field->ask = ask_of(f);
	field->columns = field->name;
	field->bits = cl_field_bit(f);
}

static void set_places(struct cl_query_field *field)
{
	field->bits = cl_field_bit(CUTLINE_SUBLOCATION) |
		      cl_field_bit(CUTLINE_CITY) |
		      cl_field_bit(CUTLINE_PROVINCE_STATE) |
		      cl_field_bit(CUTLINE_COUNTRY);
}

bool cl_query_field_find(struct cl_str name, struct cl_query_field *field)
{
	enum cutline_field f;

	if (cutline_field_find(name.ptr, name.len, &f)) {
		set_record_field(f, field);
		return true;
	}
	for (size_t i = 0; i < ALIAS_COUNT; i++) {
		if (!cl_str_eq_nocase(name, cl_str_from(aliases[i].word)))
			continue;
		set_record_field(aliases[i].field, field);
		return true;
	}
	for (size_t i = 0; i < OTHER_COUNT; i++) {
		if (!cl_str_eq_nocase(name, cl_str_from(others[i].name)))
			continue;
		*field = others[i];
		if (field->ask == CL_ASK_PLACE)
			set_places(field);
		return true;
	}
	return false;
}

const char *cl_query_field_nearest(struct cl_str name)
{
	struct cl_nearest nearest = cl_nearest_to(name);

	for (size_t i = 0; i < ALIAS_COUNT; i++)
		cl_nearest_try(&nearest, aliases[i].word);
	for (size_t i = 0; i < OTHER_COUNT; i++)
		cl_nearest_try(&nearest, others[i].name);
	for (unsigned i = 0; i < CUTLINE_PHOTO_FIELDS; i++)
		cl_nearest_try(&nearest,
			       cutline_field_name((enum cutline_field)i));
	return nearest.best;
}
