/* SPDX-License-Identifier: MIT */
#include "caption/json.h"

/* NULL and the empty span are those of what stands in no text: null. */
static void put_span(struct cl_json *j, const struct cutline_span *span)
{
	cl_json_key(j, "span");
	if (!span || span->end == 0) {
		cl_json_null(j);
		return;
	}
	cl_json_array(j);
	cl_json_int(j, (int64_t)span->start);
	cl_json_int(j, (int64_t)span->end);
	cl_json_end(j);
}

static void put_list(struct cl_json *j, const char *key,
		     const struct cutline_values *values)
{
	cl_json_key(j, key);
	cl_json_array(j);
	for (size_t i = 0; i < values->count; i++)
		cl_json_cstr(j, values->items[i].text);
	cl_json_end(j);
}

static void put_one(struct cl_json *j, const char *key,
		    const struct cutline_values *values)
{
	cl_json_key_cstr(j, key, values->count ? values->items[0].text : NULL);
}

static void put_credit(struct cl_json *j, const struct cutline_credit *credit)
{
	cl_json_key_cstr(j, "credit_line", credit->line);
	cl_json_key(j, "credit");
	cl_json_array(j);
	for (size_t i = 0; i < credit->count; i++) {
		const struct cutline_credit_part *part = &credit->parts[i];

		cl_json_object(j);
		cl_json_key_cstr(j, "role", cutline_role_name(part->role));
		cl_json_key_cstr(j, "name", part->name);
		cl_json_end(j);
	}
	cl_json_end(j);
}

static void put_dates(struct cl_json *j, const struct cutline_caption *c)
{
	cl_json_key(j, "dates");
	cl_json_array(j);
	for (size_t i = 0; i < c->date_count; i++) {
		const struct cutline_caption_date *date = &c->dates[i];
		char text[CUTLINE_DATE_TEXT_MAX];

		cutline_date_write(&date->date, text);
		cl_json_object(j);
		cl_json_key_cstr(j, "role", cutline_date_role_name(date->role));
		cl_json_key_cstr(j, "edtf", text);
		put_span(j, &date->span);
		cl_json_end(j);
	}
	cl_json_end(j);
}

static void put_persons(struct cl_json *j, const struct cutline_values *values)
{
	cl_json_key(j, "persons");
	cl_json_array(j);
	for (size_t i = 0; i < values->count; i++) {
		cl_json_object(j);
		cl_json_key_cstr(j, "name", values->items[i].text);
		cl_json_key_cstr(j, "position", values->items[i].position);
		cl_json_end(j);
	}
	cl_json_end(j);
}

/* References and restrictions: the kind and, under key, the text. */
static void put_kinds(struct cl_json *j, const char *name, const char *key,
		      const struct cutline_values *values)
{
	cl_json_key(j, name);
	cl_json_array(j);
	for (size_t i = 0; i < values->count; i++) {
		cl_json_object(j);
		cl_json_key_cstr(j, "kind", values->items[i].kind);
		cl_json_key_cstr(j, key, values->items[i].text);
		cl_json_end(j);
	}
	cl_json_end(j);
}

static void put_inferred(struct cl_json *j, const struct cutline_caption *c)
{
	cl_json_key(j, "inferred");
	cl_json_object(j);
	for (int f = 0; f < CUTLINE_CAPTION_FIELDS; f++) {
		const char *name = cutline_field_name((enum cutline_field)f);

		if (!c->inferred[f].count)
			continue;
		if (cutline_field_is_list((enum cutline_field)f))
			put_list(j, name, &c->inferred[f]);
		else
			put_one(j, name, &c->inferred[f]);
	}
	cl_json_end(j);
}

static void put_evidence(struct cl_json *j, const struct cutline_caption *c)
{
	cl_json_key(j, "evidence");
	cl_json_object(j);
	for (int f = 0; f < CUTLINE_CAPTION_FIELDS; f++) {
		const struct cutline_values *values = &c->fields[f];

		if (!values->count)
			continue;
		cl_json_key(j, cutline_field_name((enum cutline_field)f));
		cl_json_array(j);
		for (size_t i = 0; i < values->count; i++) {
			cl_json_object(j);
			cl_json_key_cstr(j, "value", values->items[i].text);
			put_span(j, &values->items[i].span);
			cl_json_key(j, "confidence");
			cl_json_real(j, values->items[i].confidence, 2);
			cl_json_key_cstr(j, "rule", values->items[i].rule);
			cl_json_end(j);
		}
		cl_json_end(j);
	}
	cl_json_end(j);
}

void cl_caption_json_members(struct cl_json *j, const struct cutline_caption *c,
			     const struct cutline_span *span)
{
	cl_json_key(j, "text");
	cl_json_str(j, (struct cl_str){ c->text, c->text_len });
	put_span(j, span);
	put_list(j, "creators", &c->fields[CUTLINE_CREATORS]);
	put_list(j, "agencies", &c->fields[CUTLINE_AGENCIES]);
	put_credit(j, &c->credit);
	put_one(j, "date_created", &c->fields[CUTLINE_DATE_CREATED]);
	put_dates(j, c);
	put_one(j, "sublocation", &c->fields[CUTLINE_SUBLOCATION]);
	put_one(j, "city", &c->fields[CUTLINE_CITY]);
	put_one(j, "province_state", &c->fields[CUTLINE_PROVINCE_STATE]);
	put_one(j, "country", &c->fields[CUTLINE_COUNTRY]);
	cl_json_key_cstr(j, "country_code", c->country_code);
	put_list(j, "events", &c->fields[CUTLINE_EVENTS]);
	put_persons(j, &c->fields[CUTLINE_PERSONS]);
	put_kinds(j, "references", "value", &c->fields[CUTLINE_REFERENCES]);
	put_kinds(j, "restrictions", "text", &c->fields[CUTLINE_RESTRICTIONS]);
	put_inferred(j, c);
	put_evidence(j, c);
}

void cl_caption_json(struct cl_json *j, const struct cutline_caption *c,
		     const char *id, const struct cutline_span *span)
{
	cl_json_object(j);
	cl_json_key_int(j, "format", 1);
	cl_json_key_cstr(j, "id", id);
	cl_caption_json_members(j, c, span);
	cl_json_end(j);
}
