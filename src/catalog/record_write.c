/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "base/json.h"
#include "catalog/record.h"

static void write_list(struct cl_json *j, const char *key,
		       const char *const *items, size_t count)
{
	cl_json_key(j, key);
	cl_json_array(j);
	for (size_t i = 0; i < count; i++)
		cl_json_cstr(j, items[i]);
	cl_json_end(j);
}

static bool same_list(const char *const *a, size_t a_count,
		      const char *const *b, size_t b_count)
{
	if (a_count != b_count)
		return false;
	for (size_t i = 0; i < a_count; i++)
		if (strcmp(a[i], b[i]) != 0)
			return false;
	return true;
}

static void write_field(struct cl_json *j, enum cutline_field field,
			const struct cutline_photo_field *f)
{
	if (f->count == 0)
		return;
	cl_json_key(j, cutline_field_name(field));
	cl_json_object(j);
	write_list(j, "items", f->items, f->count);
	if (f->notes)
		write_list(j, "notes", f->notes, f->count);
	if (f->origin)
		cl_json_key_cstr(j, "origin", f->origin);
	cl_json_end(j);
}

static void write_time(struct cl_json *j, const struct cutline_photo *photo)
{
	char date[CUTLINE_DATE_TEXT_MAX];
	char moment[CUTLINE_MOMENT_TEXT_MAX];

	cutline_date_write(&photo->date, date);
	if (date[0])
		cl_json_key_cstr(j, "date", date);
	cutline_moment_write(&photo->captured, moment);
	if (moment[0])
		cl_json_key_cstr(j, "captured", moment);
}

static void write_gps(struct cl_json *j, const struct cutline_photo *photo)
{
	if (!photo->has_gps)
		return;
	cl_json_key(j, "gps");
	cl_json_array(j);
	cl_json_real(j, photo->latitude, 9);
	cl_json_real(j, photo->longitude, 9);
	cl_json_end(j);
}

static void write_credit(struct cl_json *j, const struct cutline_credit *credit)
{
	if (credit->count == 0 && !credit->line)
		return;
	cl_json_key(j, "credit");
	cl_json_object(j);
	if (credit->line)
		cl_json_key_cstr(j, "line", credit->line);
	cl_json_key(j, "parts");
	cl_json_array(j);
	for (size_t i = 0; i < credit->count; i++) {
		cl_json_array(j);
		cl_json_cstr(j, cutline_role_name(credit->parts[i].role));
		cl_json_cstr(j, credit->parts[i].name);
		cl_json_end(j);
	}
	cl_json_end(j);
	cl_json_end(j);
}

static void write_conflicts(struct cl_json *j,
			    const struct cutline_photo *photo)
{
	cl_json_key(j, "conflicts");
	cl_json_array(j);
	for (unsigned i = 0; i < CUTLINE_PHOTO_FIELDS; i++)
		if (photo->conflict[i])
			cl_json_cstr(j,
				     cutline_field_name((enum cutline_field)i));
	cl_json_end(j);
}

void cl_record_write(struct cl_buf *out, const struct cutline_photo *photo)
{
	struct cl_json j;

	cl_json_init(&j, out);
	j.compact = true;
	cl_json_object(&j);
	cl_json_key_cstr(&j, "type", photo->type ? photo->type : "unknown");
	cl_json_key_int(&j, "width", photo->width);
	cl_json_key_int(&j, "height", photo->height);
	cl_json_key_int(&j, "orientation", photo->orientation);
	write_time(&j, photo);
	write_gps(&j, photo);
	cl_json_key(&j, "fields");
	cl_json_object(&j);
	for (unsigned i = 0; i < CUTLINE_PHOTO_FIELDS; i++)
		write_field(&j, (enum cutline_field)i, &photo->fields[i]);
	cl_json_end(&j);
	write_credit(&j, &photo->credit);
	write_conflicts(&j, photo);
	write_list(&j, "warnings", photo->warnings, photo->warning_count);
	cl_json_end(&j);
}

/* The first earlier value of the field with the same items; `at` itself when
 * there is none. */
static size_t like(const struct cutline_photo *photo, size_t at)
{
	const struct cutline_photo_value *v = &photo->values[at];

	for (size_t i = 0; i < at; i++)
		if (photo->values[i].field == v->field &&
		    same_list(v->items, v->count, photo->values[i].items,
			      photo->values[i].count))
			return i;
	return at;
}

static void write_items(struct cl_json *j, const struct cutline_photo *photo,
			size_t at)
{
	const struct cutline_photo_value *v = &photo->values[at];
	const struct cutline_photo_field *f = &photo->fields[v->field];
	size_t earlier;

	if (same_list(v->items, v->count, f->items, f->count))
		return;
	earlier = like(photo, at);
	if (earlier < at)
		cl_json_key_int(j, "like", (int64_t)earlier);
	else
		write_list(j, "items", v->items, v->count);
}

static void write_value(struct cl_json *j, const struct cutline_photo *photo,
			size_t at, int64_t id)
{
	const struct cutline_photo_value *v = &photo->values[at];

	cl_json_object(j);
	cl_json_key_int(j, "s", id);
	write_items(j, photo, at);
	if (v->read)
		write_list(j, "read", v->read, v->read_count);
	if (v->span.end > 0) {
		cl_json_key_int(j, "start", (int64_t)v->span.start);
		cl_json_key_int(j, "end", (int64_t)v->span.end);
	}
	if (v->confidence < 1) {
		cl_json_key(j, "confidence");
		cl_json_real(j, v->confidence, 4);
	}
	if (v->chosen)
		cl_json_key_bool(j, "chosen", true);
	if (v->difference)
		cl_json_key_cstr(j, "differs",
				 cutline_difference_name(v->difference));
	if (v->inferred)
		cl_json_key_bool(j, "inferred", true);
	cl_json_end(j);
}

void cl_record_write_sources(struct cl_buf *out,
			     const struct cutline_photo *photo,
			     const int64_t *ids)
{
	struct cl_json j;

	cl_json_init(&j, out);
	j.compact = true;
	cl_json_array(&j);
	for (size_t i = 0; i < photo->value_count; i++)
		write_value(&j, photo, i, ids[i]);
	cl_json_end(&j);
}
