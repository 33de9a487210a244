/* SPDX-License-Identifier: MIT */
#include "document/jsonl.h"

#include <jansson.h>
#include <stdio.h>

#include "base/utf8.h"

/* A line being read; the first failure stays. */
struct reader {
	json_t *object;
	struct cl_arena *arena;
	struct cutline_error *err;
	enum cutline_status status;
};

static void refuse(struct reader *r, const char *key, const char *why)
{
	if (!r->status)
		r->status =
			cl_fail(r->err, CUTLINE_FORMAT, "“%s” %s", key, why);
}

/* What stands under a key; NULL for what is absent. */
static json_t *member(const struct reader *r, const char *key)
{
	json_t *value = json_object_get(r->object, key);

	return json_is_null(value) ? NULL : value;
}

/* A string as ours: it may hold any character, NUL too. */
static struct cl_str keep(struct reader *r, const json_t *value)
{
	struct cl_str s = { json_string_value(value),
			    json_string_length(value) };

	s.ptr = cl_arena_dup(r->arena, s);
	if (!s.ptr) {
		if (!r->status)
			r->status = cl_nomem(r->err);
		return (struct cl_str){ 0 };
	}
	return s;
}

static struct cl_str read_string(struct reader *r, const char *key)
{
	const json_t *value = member(r, key);

	if (!value)
		return (struct cl_str){ 0 };
	if (!json_is_string(value)) {
		refuse(r, key, "is no string");
		return (struct cl_str){ 0 };
	}
	return keep(r, value);
}

/* An empty field counts as absent. */
static const char *read_field(struct reader *r, const char *key)
{
	struct cl_str s = read_string(r, key);

	return s.len > 0 ? s.ptr : NULL;
}

static void read_by_lines(struct reader *r, struct cutline_credit_fields *out)
{
	const json_t *value = member(r, "by_line");
	size_t count = json_is_array(value) ? json_array_size(value) : 1;
	const char **lines;

	if (!value)
		return;
	lines = cl_arena_array(r->arena, count, sizeof(*lines));
	if (!lines) {
		r->status = cl_nomem(r->err);
		return;
	}
	for (size_t i = 0; i < count && !r->status; i++) {
		const json_t *one =
			json_is_array(value) ? json_array_get(value, i) : value;

		if (!json_is_string(one))
			refuse(r, "by_line", "is no string or list of them");
		else if (json_string_length(one) > 0)
			lines[out->by_line_count++] = keep(r, one).ptr;
	}
	out->by_lines = lines;
}

static void read_id(struct reader *r, struct cl_jsonl *out)
{
	const json_t *value = member(r, "id");

	if (!value)
		return;
	out->id_is_number = json_is_integer(value);
	if (out->id_is_number)
		out->id = cl_arena_printf(r->arena, "%lld",
					  (long long)json_integer_value(value));
	else if (json_is_string(value))
		out->id = keep(r, value).ptr;
	else
		refuse(r, "id", "is no string or whole number");
	if (!out->id && !r->status)
		r->status = cl_nomem(r->err);
}

static void read_date(struct reader *r, struct cl_jsonl *out)
{
	struct cl_str date = read_string(r, "document_date");

	if (date.len > 0 &&
	    cutline_date_parse(date.ptr, date.len, &out->document_date, NULL))
		refuse(r, "document_date", "is no date");
}

static void read_all(struct reader *r, struct cl_jsonl *out)
{
	out->text = read_string(r, "text");
	read_id(r, out);
	read_date(r, out);
	read_by_lines(r, &out->fields);
	out->fields.credit = read_field(r, "credit");
	out->fields.source = read_field(r, "source");
	if (r->status)
		return;
	if (out->text.len > CUTLINE_CAPTION_MAX)
		r->status = cl_fail(r->err, CUTLINE_LIMIT,
				    "“text” is longer than %u bytes",
				    CUTLINE_CAPTION_MAX);
	else if (!member(r, "text") && out->fields.by_line_count == 0 &&
		 !out->fields.credit && !out->fields.source)
		r->status = cl_fail(r->err, CUTLINE_FORMAT,
				    "it has neither “text” nor “by_line”, "
				    "“credit” or “source”");
}

/* jansson takes UTF-8 only. */
static json_t *load(struct cl_str line, enum cutline_status *status,
		    struct cutline_error *err)
{
	json_error_t why;
	json_t *object = NULL;
	struct cl_buf valid;

	cl_buf_init(&valid, (size_t)CL_JSONL_MAX * 3);
	if (!cl_utf8_valid(line)) {
		cl_utf8_add_valid(&valid, line);
		line = cl_buf_str(&valid);
	}
	if (valid.failed) {
		*status = cl_nomem(err);
	} else {
		object = json_loadb(line.len ? line.ptr : "", line.len,
				    JSON_ALLOW_NUL, &why);
		if (!object)
			*status = cl_fail(err, CUTLINE_FORMAT,
					  "it is no JSON object: %s", why.text);
	}
	cl_buf_release(&valid);
	return object;
}

enum cutline_status cl_jsonl_read(struct cl_str line, struct cl_arena *arena,
				  struct cl_jsonl *out,
				  struct cutline_error *err)
{
	struct reader r = { .arena = arena, .err = err };

	*out = (struct cl_jsonl){ 0 };
	if (line.len > CL_JSONL_MAX)
		return cl_fail(err, CUTLINE_LIMIT, "it is longer than %u bytes",
			       CL_JSONL_MAX);
	r.object = load(line, &r.status, err);
	if (json_is_object(r.object))
		read_all(&r, out);
	else if (r.object)
		r.status = cl_fail(err, CUTLINE_FORMAT, "it is no JSON object");
	json_decref(r.object);
	return r.status;
}
