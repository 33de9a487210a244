/* SPDX-License-Identifier: MIT */
/*
 * A photo as JSON. Keys stand in one fixed order, fields under their names;
 * what is absent is null or an empty list, so that a reader need not ask
 * whether a key is there.
 *
 * A path is bytes and JSON is Unicode: one that is not UTF-8 is written with
 * U+FFFD and once more as base64, beside "path" under "path_bytes", beside
 * "paths" under "paths_bytes" (null where the path itself will do).
 */
#include "photo/json.h"

#include <string.h>

#include "base/utf8.h"

static void add_one(struct cl_json *j, const struct cutline_photo *p,
		    enum cutline_field field)
{
	cl_json_key_cstr(j, cutline_field_name(field),
			 cutline_photo_first(p, field));
}

static void add_list(struct cl_json *j, const struct cutline_photo *p,
		     enum cutline_field field)
{
	const struct cutline_photo_field *f = &p->fields[field];

	cl_json_key_list(j, cutline_field_name(field), f->items, f->count);
}

/* A list whose items carry a note; the note goes first when it is a kind. */
static void add_noted(struct cl_json *j, const struct cutline_photo *p,
		      enum cutline_field field, const char *text_key)
{
	const struct cutline_photo_field *f = &p->fields[field];
	bool person = field == CUTLINE_PERSONS;

	cl_json_key(j, cutline_field_name(field));
	cl_json_array(j);
	for (size_t i = 0; i < f->count; i++) {
		const char *note = f->notes ? f->notes[i] : NULL;

		cl_json_object(j);
		if (!person)
			cl_json_key_cstr(j, "kind", note ? note : "other");
		cl_json_key_cstr(j, text_key, f->items[i]);
		if (person)
			cl_json_key_cstr(j, "position", note);
		cl_json_end(j);
	}
	cl_json_end(j);
}

static bool is_utf8(const char *path)
{
	return cl_utf8_valid(cl_str_from(path));
}

static void add_path(struct cl_json *j, const char *path)
{
	cl_json_key_cstr(j, "path", path);
	if (!path || is_utf8(path))
		return;
	cl_json_key(j, "path_bytes");
	cl_json_base64(j, path, strlen(path));
}

static void add_paths(struct cl_json *j, const struct cutline_photo *p)
{
	bool all_utf8 = true;

	add_path(j, p->path_count > 0 ? p->paths[0] : NULL);
	cl_json_key_list(j, "paths", p->paths, p->path_count);
	for (size_t i = 0; i < p->path_count; i++)
		all_utf8 = all_utf8 && is_utf8(p->paths[i]);
	if (all_utf8)
		return;
	cl_json_key(j, "paths_bytes");
	cl_json_array(j);
	for (size_t i = 0; i < p->path_count; i++) {
		if (is_utf8(p->paths[i]))
			cl_json_null(j);
		else
			cl_json_base64(j, p->paths[i], strlen(p->paths[i]));
	}
	cl_json_end(j);
}

static void add_file(struct cl_json *j, const struct cutline_photo *p)
{
	cl_json_key_int(j, "format", 1);
	cl_json_key_int(j, "id", p->id);
	add_paths(j, p);
	cl_json_key_bool(j, "missing", p->missing);
	cl_json_key_cstr(j, "identity", p->identity);
	cl_json_key_cstr(j, "type", p->type);
	cl_json_key_int(j, "bytes", p->bytes);
	cl_json_key_int(j, "width", p->width);
	cl_json_key_int(j, "height", p->height);
	cl_json_key_int(j, "orientation", p->orientation);
}

static void add_credit(struct cl_json *j, const struct cutline_credit *credit)
{
	cl_json_key(j, "credit");
	cl_json_array(j);
	for (size_t i = 0; i < credit->count; i++) {
		cl_json_object(j);
		cl_json_key_cstr(j, "role",
				 cutline_role_name(credit->parts[i].role));
		cl_json_key_cstr(j, "name", credit->parts[i].name);
		cl_json_end(j);
	}
	cl_json_end(j);
}

static void add_gps(struct cl_json *j, const struct cutline_photo *p)
{
	cl_json_key(j, "gps");
	if (!p->has_gps) {
		cl_json_null(j);
		return;
	}
	cl_json_array(j);
	cl_json_real(j, p->latitude, 7);
	cl_json_real(j, p->longitude, 7);
	cl_json_end(j);
}

static void add_rights(struct cl_json *j, const struct cutline_photo *p)
{
	static const enum cutline_field fields[] = {
		CUTLINE_USAGE_TERMS, CUTLINE_INSTRUCTIONS,
		CUTLINE_LICENSOR,    CUTLINE_WEB_STATEMENT,
		CUTLINE_SOURCE,      CUTLINE_DIGITAL_SOURCE_TYPE,
	};

	cl_json_key(j, "rights");
	cl_json_object(j);
	for (size_t i = 0; i < sizeof(fields) / sizeof(*fields); i++)
		add_one(j, p, fields[i]);
	cl_json_end(j);
}

static void add_fields(struct cl_json *j, const struct cutline_photo *p)
{
	add_one(j, p, CUTLINE_CAPTION);
	add_one(j, p, CUTLINE_HEADLINE);
	add_one(j, p, CUTLINE_TITLE);
	add_list(j, p, CUTLINE_CREATORS);
	add_list(j, p, CUTLINE_AGENCIES);
	add_one(j, p, CUTLINE_CREDIT_LINE);
	add_credit(j, &p->credit);
	add_one(j, p, CUTLINE_COPYRIGHT_NOTICE);
	add_one(j, p, CUTLINE_DATE_CREATED);
	add_one(j, p, CUTLINE_CAPTURED);
	add_one(j, p, CUTLINE_SUBLOCATION);
	add_one(j, p, CUTLINE_CITY);
	add_one(j, p, CUTLINE_PROVINCE_STATE);
	add_one(j, p, CUTLINE_COUNTRY);
	add_one(j, p, CUTLINE_COUNTRY_CODE);
	add_gps(j, p);
	add_list(j, p, CUTLINE_EVENTS);
	add_noted(j, p, CUTLINE_PERSONS, "name");
	add_list(j, p, CUTLINE_KEYWORDS);
	add_noted(j, p, CUTLINE_REFERENCES, "value");
	add_noted(j, p, CUTLINE_RESTRICTIONS, "text");
	add_one(j, p, CUTLINE_ALT_TEXT);
	add_one(j, p, CUTLINE_CAPTION_WRITER);
	add_one(j, p, CUTLINE_CREATOR_TITLE);
	add_one(j, p, CUTLINE_CAMERA);
	add_rights(j, p);
}

static void add_judgement(struct cl_json *j, const struct cutline_photo *p)
{
	cl_json_key(j, "origin");
	cl_json_object(j);
	for (unsigned f = 0; f < CUTLINE_PHOTO_FIELDS; f++)
		if (p->fields[f].origin)
			cl_json_key_cstr(
				j, cutline_field_name((enum cutline_field)f),
				p->fields[f].origin);
	cl_json_end(j);
	cl_json_key(j, "conflicts");
	cl_json_array(j);
	for (unsigned f = 0; f < CUTLINE_PHOTO_FIELDS; f++)
		if (p->conflict[f])
			cl_json_cstr(j,
				     cutline_field_name((enum cutline_field)f));
	cl_json_end(j);
	cl_json_key_list(j, "warnings", p->warnings, p->warning_count);
}

static void add_value(struct cl_json *j, const struct cutline_photo_value *v)
{
	cl_json_object(j);
	cl_json_key_list(j, "value", v->items, v->count);
	if (v->read)
		cl_json_key_list(j, "read", v->read, v->read_count);
	cl_json_key_cstr(j, "origin", v->origin);
	cl_json_key_cstr(j, "location", v->location);
	if (v->span.end > v->span.start) {
		cl_json_key(j, "span");
		cl_json_array(j);
		cl_json_int(j, (int64_t)v->span.start);
		cl_json_int(j, (int64_t)v->span.end);
		cl_json_end(j);
	}
	cl_json_key(j, "confidence");
	cl_json_real(j, v->confidence, 2);
	cl_json_key_bool(j, "chosen", v->chosen);
	cl_json_key_cstr(j, "why", v->why);
	if (v->difference)
		cl_json_key_cstr(j, "difference",
				 cutline_difference_name(v->difference));
	if (v->inferred)
		cl_json_key_bool(j, "inferred", true);
	cl_json_end(j);
}

static void add_values(struct cl_json *j, const struct cutline_photo *p)
{
	cl_json_key(j, "values");
	cl_json_object(j);
	for (unsigned f = 0; f < CUTLINE_PHOTO_FIELDS; f++) {
		bool open = false;

		for (size_t i = 0; i < p->value_count; i++) {
			if ((unsigned)p->values[i].field != f)
				continue;
			if (!open) {
				cl_json_key(j, cutline_field_name(
						       p->values[i].field));
				cl_json_array(j);
			}
			open = true;
			add_value(j, &p->values[i]);
		}
		if (open)
			cl_json_end(j);
	}
	cl_json_end(j);
}

static bool same(const char *a, const char *b)
{
	return a && b && strcmp(a, b) == 0;
}

/* One tag may speak for several fields (By-line names agencies too); what the
 * file says of it is written once. */
static bool said_before(const struct cutline_photo *p, size_t at)
{
	for (size_t i = 0; i < at; i++)
		if (same(p->values[i].origin, p->values[at].origin) &&
		    same(p->values[i].location, p->values[at].location))
			return true;
	return false;
}

static void add_sayings(struct cl_json *j, const struct cutline_photo *p,
			const char *path)
{
	cl_json_key(j, "says");
	cl_json_object(j);
	for (size_t i = 0; i < p->value_count; i++) {
		const struct cutline_photo_value *v = &p->values[i];

		if (!same(v->location, path) || same(v->origin, "caption") ||
		    said_before(p, i))
			continue;
		cl_json_key_list(j, v->origin, v->items, v->count);
	}
	cl_json_end(j);
}

static void add_locations(struct cl_json *j, const struct cutline_photo *p)
{
	cl_json_key(j, "locations");
	cl_json_array(j);
	for (size_t i = 0; i < p->location_count; i++) {
		const struct cutline_photo_location *at = &p->locations[i];

		cl_json_object(j);
		add_path(j, at->path);
		cl_json_key_int(j, "bytes", at->bytes);
		cl_json_key_int(j, "mtime_ns", at->mtime_ns);
		cl_json_key_bool(j, "missing", at->missing);
		cl_json_key_bool(j, "speaks", at->speaks);
		add_sayings(j, p, at->path);
		cl_json_end(j);
	}
	cl_json_end(j);
}

void cl_photo_json(struct cl_json *j, const struct cutline_photo *p, bool all)
{
	cl_json_object(j);
	add_file(j, p);
	add_fields(j, p);
	add_judgement(j, p);
	if (all) {
		add_values(j, p);
		add_locations(j, p);
	}
	cl_json_end(j);
}
