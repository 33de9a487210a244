/* SPDX-License-Identifier: MIT */
/*
 * A credit list for programs and spreadsheets: a record for each photo, in the
 * order of the style. Lists are joined by "; " in CSV.
 */
#include <string.h>

#include "base/csv.h"
#include "base/json.h"
#include "base/utf8.h"
#include "credits/list.h"

static void add_joined(struct cl_credits_sink *sink, const char *const *items,
		       size_t count, struct cl_buf *cell)
{
	cl_buf_clear(cell);
	for (size_t i = 0; i < count; i++) {
		if (i > 0)
			cl_buf_add_cstr(cell, "; ");
		cl_buf_add_cstr(cell, items[i]);
	}
	if (cell->failed)
		sink->status = CUTLINE_NOMEM;
	cl_csv_add(&sink->buf, cl_buf_str(cell), false);
}

static void add_id(struct cl_buf *buf, int64_t id)
{
	if (id != 0)
		cl_buf_addf(buf, "%lld", (long long)id);
}

void cl_credits_write_csv(const struct cutline_credits *credits,
			  struct cl_credits_sink *sink)
{
	struct cl_buf cell;

	cl_buf_init(&cell, SIZE_MAX);
	cl_buf_add_cstr(&sink->buf,
			"photo,path,creators,agencies,credit_line\r\n");
	for (size_t i = 0; i < credits->count && cl_credits_flush(sink); i++) {
		const struct cl_credits_entry *e = &credits->entries[i];

		add_id(&sink->buf, e->id);
		cl_csv_add_cstr(&sink->buf, e->path, false);
		add_joined(sink, e->creators, e->creator_count, &cell);
		add_joined(sink, e->agencies, e->agency_count, &cell);
		cl_csv_add_cstr(&sink->buf, e->line, false);
		cl_csv_end(&sink->buf);
	}
	cl_buf_release(&cell);
}

static void add_object(struct cl_json *j, const struct cl_credits_entry *e)
{
	cl_json_object(j);
	cl_json_key_int(j, "format", 1);
	cl_json_key(j, "photo");
	if (e->id != 0)
		cl_json_int(j, e->id);
	else
		cl_json_null(j);
	cl_json_key_cstr(j, "path", e->path);
	if (!cl_utf8_valid(cl_str_from(e->path))) {
		cl_json_key(j, "path_bytes");
		cl_json_base64(j, e->path, strlen(e->path));
	}
	cl_json_key_list(j, "creators", e->creators, e->creator_count);
	cl_json_key_list(j, "agencies", e->agencies, e->agency_count);
	cl_json_key_cstr(j, "credit_line", e->line);
	cl_json_end(j);
}

void cl_credits_write_json(const struct cutline_credits *credits,
			   struct cl_credits_sink *sink)
{
	for (size_t i = 0; i < credits->count && cl_credits_flush(sink); i++) {
		struct cl_json j;

		cl_json_init(&j, &sink->buf);
		add_object(&j, &credits->entries[i]);
		cl_buf_add_char(&sink->buf, '\n');
	}
}
