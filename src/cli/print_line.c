/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "base/csv.h"
#include "base/json.h"
#include "base/utf8.h"
#include "cli/layout.h"
#include "cli/out.h"
#include "cli/print.h"
#include "photo/json.h"

/* What a spreadsheet gets, in this order; lists are joined by "; ". */
static const enum cutline_field csv_fields[] = {
	CUTLINE_DATE_CREATED, CUTLINE_CAPTURED,    CUTLINE_CREATORS,
	CUTLINE_AGENCIES,     CUTLINE_CREDIT_LINE, CUTLINE_HEADLINE,
	CUTLINE_CAPTION,      CUTLINE_EVENTS,      CUTLINE_PERSONS,
	CUTLINE_SUBLOCATION,  CUTLINE_CITY,        CUTLINE_PROVINCE_STATE,
	CUTLINE_COUNTRY,      CUTLINE_KEYWORDS,    CUTLINE_RESTRICTIONS,
};
#define CSV_FIELD_COUNT (sizeof(csv_fields) / sizeof(csv_fields[0]))

static const char *path_of(const struct cutline_photo *photo)
{
	return photo->path_count > 0 ? photo->paths[0] : "";
}

/* The words to tell a photo by. */
static const char *words_of(const struct cutline_photo *photo)
{
	static const enum cutline_field fields[] = {
		CUTLINE_CAPTION,
		CUTLINE_HEADLINE,
		CUTLINE_TITLE,
	};

	for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++) {
		const char *text = cutline_photo_first(photo, fields[i]);

		if (text)
			return text;
	}
	return NULL;
}

/* The credit line, or the names that would make one. */
static void add_credit(struct cl_buf *out, const struct cutline_photo *photo)
{
	static const enum cutline_field fields[] = {
		CUTLINE_CREATORS,
		CUTLINE_AGENCIES,
	};
	const char *line = cutline_photo_first(photo, CUTLINE_CREDIT_LINE);
	size_t start = out->len;

	if (line) {
		cl_layout_line(out, cl_str_from(line));
		return;
	}
	for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++) {
		const struct cutline_photo_field *f = &photo->fields[fields[i]];

		for (size_t k = 0; k < f->count; k++) {
			if (out->len > start)
				cl_buf_add_cstr(out, k > 0 ? ", " : "/");
			cl_layout_line(out, cl_str_from(f->items[k]));
		}
	}
}

static void print_tabbed(const struct cutline_photo *photo)
{
	const char *words = words_of(photo);
	struct cl_buf buf;

	cl_buf_init(&buf, SIZE_MAX);
	cl_buf_addf(&buf, "%lld\t", (long long)photo->id);
	cl_buf_add_cstr(&buf, cutline_photo_first(photo, CUTLINE_DATE_CREATED));
	cl_buf_add_char(&buf, '\t');
	add_credit(&buf, photo);
	cl_buf_add_char(&buf, '\t');
	cl_layout_line(&buf, cl_str_from(words));
	cl_buf_add_char(&buf, '\t');
	cl_utf8_add_visible(&buf, cl_str_from(path_of(photo)));
	cl_buf_add_char(&buf, '\n');
	cl_out_buf(&buf);
	cl_buf_release(&buf);
}

/* A cell of the first row, then two blanks. */
static void print_cell(struct cl_str text, size_t columns, enum cl_style style)
{
	struct cl_buf cell;

	cl_buf_init(&cell, SIZE_MAX);
	cl_layout_cell(&cell, text, columns);
	cl_out_check(&cell);
	cl_out_style(style);
	cl_out_text(cl_buf_str(&cell));
	cl_out_style(CL_STYLE_PLAIN);
	cl_out_cstr("  ");
	cl_buf_release(&cell);
}

static void print_file(const struct cutline_photo *photo, size_t columns)
{
	const char *missing = photo->missing ? " (missing)" : "";
	const char *path = path_of(photo);
	const char *slash = strrchr(path, '/');
	struct cl_buf name;
	struct cl_buf cut;

	cl_buf_init(&name, SIZE_MAX);
	cl_buf_init(&cut, SIZE_MAX);
	cl_utf8_add_visible(&name, cl_str_from(slash ? slash + 1 : path));
	(void)cl_layout_cut_middle(&cut, cl_buf_str(&name),
				   columns - strlen(missing));
	cl_out_check(&cut);
	cl_out_style(photo->missing ? CL_STYLE_ALERT : CL_STYLE_MINOR);
	cl_out_text(cl_buf_str(&cut));
	cl_out_cstr(missing);
	cl_out_style(CL_STYLE_PLAIN);
	cl_out_cstr("\n");
	cl_buf_release(&cut);
	cl_buf_release(&name);
}

static void print_words(const char *words, size_t columns)
{
	struct cl_buf line;
	struct cl_buf cut;

	cl_buf_init(&line, SIZE_MAX);
	cl_buf_init(&cut, SIZE_MAX);
	cl_layout_line(&line, cl_str_from(words ? words : "(no caption)"));
	(void)cl_layout_cut(&cut, cl_buf_str(&line), columns);
	cl_out_check(&line);
	cl_out_check(&cut);
	cl_out_style(words ? CL_STYLE_PLAIN : CL_STYLE_MINOR);
	cl_out_text(cl_buf_str(&cut));
	cl_out_style(CL_STYLE_PLAIN);
	cl_out_cstr("\n");
	cl_buf_release(&cut);
	cl_buf_release(&line);
}

/* Number, date, credit, file; under them the caption. */
static void print_rows(const struct cutline_photo *photo)
{
	const size_t before = 5 + 2 + 10 + 2;
	const char *date = cutline_photo_first(photo, CUTLINE_DATE_CREATED);
	size_t columns = cl_out_columns();
	size_t rest = columns > before + 30 ? columns - before - 3 : 30;
	size_t credit = rest * 6 / 10;
	struct cl_buf line;

	cl_buf_init(&line, SIZE_MAX);
	cl_out_style(CL_STYLE_HEAD);
	cl_outf("%5lld  ", (long long)photo->id);
	cl_out_style(CL_STYLE_PLAIN);
	print_cell(cl_str_from(date ? date : "no date"), 10, CL_STYLE_FIELD);
	add_credit(&line, photo);
	cl_out_check(&line);
	if (line.len == 0)
		print_cell(CL_STR("no credit"), credit, CL_STYLE_ALERT);
	else
		print_cell(cl_buf_str(&line), credit, CL_STYLE_PLAIN);
	print_file(photo, rest - credit);
	cl_out_spaces(7);
	print_words(words_of(photo), columns > 37 ? columns - 8 : 29);
	cl_buf_release(&line);
}

void cl_print_photo_line(const struct cutline_photo *photo)
{
	if (cl_out_is_terminal())
		print_rows(photo);
	else
		print_tabbed(photo);
}

void cl_print_photo_csv_head(void)
{
	cl_out_cstr("photo,path");
	for (size_t i = 0; i < CSV_FIELD_COUNT; i++) {
		cl_out_cstr(",");
		cl_out_cstr(cutline_field_name(csv_fields[i]));
	}
	cl_out_cstr("\r\n");
}

void cl_print_photo_csv(const struct cutline_photo *photo)
{
	struct cl_buf row;
	struct cl_buf cell;

	cl_buf_init(&row, SIZE_MAX);
	cl_buf_init(&cell, SIZE_MAX);
	cl_buf_addf(&row, "%lld", (long long)photo->id);
	cl_csv_add_cstr(&row, path_of(photo), false);
	for (size_t i = 0; i < CSV_FIELD_COUNT; i++) {
		const struct cutline_photo_field *f =
			&photo->fields[csv_fields[i]];

		cl_buf_clear(&cell);
		for (size_t k = 0; k < f->count; k++) {
			if (k > 0)
				cl_buf_add_cstr(&cell, "; ");
			cl_buf_add_cstr(&cell, f->items[k]);
		}
		cl_out_check(&cell);
		cl_csv_add(&row, cl_buf_str(&cell), false);
	}
	cl_csv_end(&row);
	cl_out_buf(&row);
	cl_buf_release(&cell);
	cl_buf_release(&row);
}

void cl_print_photo_json(const struct cutline_photo *photo, bool all)
{
	struct cl_buf line;
	struct cl_json j;

	cl_buf_init(&line, SIZE_MAX);
	cl_json_init(&j, &line);
	cl_photo_json(&j, photo, all);
	cl_out_json(&line);
	cl_buf_release(&line);
}
