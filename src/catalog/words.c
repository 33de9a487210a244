/* SPDX-License-Identifier: MIT */
#include "catalog/words.h"

#include "base/fold.h"
#include "catalog/db.h"
#include "catalog/fields.h"
#include "cutline/names.h"

#define VIA CL_WORDS_FIELDS
#define FILE_NAME (CL_WORDS_FIELDS + 1)

static void add_item(struct cl_buf *out, size_t start, const char *text)
{
	if (out->len > start)
		cl_buf_add_cstr(out, CL_WORDS_BREAK);
	cl_fold_add_search(out, cl_str_from(text));
}

/* An agency, and the name it is best printed by where that is another, so that
 * agency:AFP finds "Agence France-Presse". */
static void add_agency(struct cl_buf *out, size_t start, const char *text)
{
	struct cutline_agency agency;
	struct cl_str name = cl_str_from(text);

	add_item(out, start, text);
	if (cutline_agency_find(name.ptr, name.len, &agency) &&
	    !cl_str_eq_nocase(name, cl_str_from(agency.name)))
		add_item(out, start, agency.name);
}

static void add_field(struct cl_buf *out, const struct cutline_photo *photo,
		      enum cutline_field field)
{
	const struct cutline_photo_field *f = &photo->fields[field];
	size_t start = out->len;

	if (field == CUTLINE_COUNTRY_CODE && f->count > 0)
		cl_buf_add_cstr(out, CL_WORDS_CODE_MARK);
	if (field == CUTLINE_COUNTRY_CODE)
		start = out->len;
	for (size_t i = 0; i < f->count; i++) {
		if (field == CUTLINE_AGENCIES)
			add_agency(out, start, f->items[i]);
		else
			add_item(out, start, f->items[i]);
	}
}

static void add_distributors(struct cl_buf *out,
			     const struct cutline_credit *credit)
{
	size_t start = out->len;

	for (size_t i = 0; i < credit->count; i++)
		if (credit->parts[i].role == CUTLINE_ROLE_DISTRIBUTOR)
			add_agency(out, start, credit->parts[i].name);
}

void cl_words_begin(struct cl_buf *out, struct cl_words *words,
		    const struct cutline_photo *photo)
{
	words->start = out->len;
	for (size_t i = 0; i < CL_WORDS_FIELDS; i++) {
		add_field(out, photo, cl_words_fields[i]);
		words->ends[i] = out->len;
	}
	add_distributors(out, &photo->credit);
	words->ends[VIA] = out->len;
	words->ends[FILE_NAME] = out->len;
}

void cl_words_add_name(struct cl_buf *out, struct cl_words *words,
		       struct cl_str name)
{
	if (out->len > words->ends[VIA])
		cl_buf_add_cstr(out, CL_WORDS_BREAK);
	cl_fold_add_search(out, name);
	words->ends[FILE_NAME] = out->len;
}

void cl_words_bind(struct cutline_catalog *catalog, const struct cl_buf *text,
		   const struct cl_words *words, sqlite3_stmt *stmt, int at)
{
	struct cl_str all = cl_buf_str(text);
	size_t start = words->start;

	for (int i = 0; i < CL_WORDS_COLUMN_COUNT; i++) {
		cl_bind_text(catalog, stmt, at + i,
			     cl_str_sub(all, start, words->ends[i]));
		start = words->ends[i];
	}
}
