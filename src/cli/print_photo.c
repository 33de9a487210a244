/* SPDX-License-Identifier: MIT */
/*
 * A photo for a person: the files, then each field with what was chosen and
 * where it comes from, and under it what was not chosen and why:
 *
 *	date_created     2023-04-17                    caption: stated
 *	                 not 2023-04-18                exif:DateTimeOriginal: …
 */
#include <string.h>

#include "base/utf8.h"
#include "cli/layout.h"
#include "cli/out.h"
#include "cli/print.h"

#define FIELD_COLUMNS 22

static void print_wrapped(const struct cl_buf *line)
{
	cl_layout_wrap(cl_buf_str(line), FIELD_COLUMNS, cl_out_columns() - 1);
}

static void print_name(const char *name, enum cl_style style)
{
	cl_out_style(style);
	cl_outf("%-*s", FIELD_COLUMNS, name);
	cl_out_style(CL_STYLE_PLAIN);
}

/* ---- the picture and its files ---- */

static void print_path(const char *path, const char *remark)
{
	print_name("", CL_STYLE_PLAIN);
	cl_out_textz(path);
	if (remark[0]) {
		cl_out_style(CL_STYLE_ALERT);
		cl_out_cstr(remark);
		cl_out_style(CL_STYLE_PLAIN);
	}
	cl_out_cstr("\n");
}

static void print_files(const struct cutline_photo *p)
{
	for (size_t i = 0; i < p->location_count; i++)
		print_path(p->locations[i].path,
			   p->locations[i].missing ? " (missing)" : "");
	for (size_t i = 0; p->location_count == 0 && i < p->path_count; i++)
		print_path(p->paths[i], "");
}

static void print_head(const struct cutline_photo *p)
{
	const char *path = p->path_count > 0 ? p->paths[0] : "";
	const char *slash = strrchr(path, '/');

	cl_out_style(CL_STYLE_HEAD);
	if (p->id != 0)
		cl_outf("photo %lld  ", (long long)p->id);
	cl_out_textz(slash ? slash + 1 : path);
	cl_out_style(CL_STYLE_PLAIN);
	cl_outf("  %s", p->type ? p->type : "unknown");
	if (p->width > 0 && p->height > 0)
		cl_outf(" %u × %u", p->width, p->height);
	cl_outf(", %lld bytes\n", (long long)p->bytes);
	print_files(p);
	if (p->identity)
		print_path(p->identity, "");
}

/* ---- fields ---- */

static void add_items(struct cl_buf *line, const char *const *items,
		      const char *const *notes, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (i > 0)
			cl_buf_add_cstr(line, "; ");
		cl_layout_line(line, cl_str_from(items[i]));
		if (notes && notes[i]) {
			cl_buf_add_cstr(line, " (");
			cl_layout_line(line, cl_str_from(notes[i]));
			cl_buf_add_cstr(line, ")");
		}
	}
}

/* What a source says, and what is read in it where that differs. */
static void add_value(struct cl_buf *line, const struct cutline_photo_value *v)
{
	add_items(line, v->items, NULL, v->count);
	if (v->read) {
		cl_buf_add_cstr(line, " → ");
		if (v->read_count == 0)
			cl_buf_add_cstr(line, "nothing");
		add_items(line, v->read, NULL, v->read_count);
	}
}

/* "[iim:By-line in b.jpg: a placeholder]" */
static void add_source(struct cl_buf *line, const struct cutline_photo_value *v,
		       bool many_files)
{
	const char *slash = v->location ? strrchr(v->location, '/') : NULL;

	cl_buf_addf(line, "  [%s", v->origin);
	if (many_files && v->location) {
		cl_buf_add_cstr(line, " in ");
		cl_utf8_add_visible(
			line, cl_str_from(slash ? slash + 1 : v->location));
	}
	if (v->why && v->why[0])
		cl_buf_addf(line, ": %s", v->why);
	cl_buf_add_cstr(line, "]");
}

static void print_value(const struct cutline_photo *p,
			const struct cutline_photo_value *v)
{
	struct cl_buf line;

	cl_buf_init(&line, SIZE_MAX);
	cl_buf_add_cstr(&line, v->chosen ? "✓ " : "· ");
	add_value(&line, v);
	add_source(&line, v, p->location_count > 1);
	print_name("", CL_STYLE_PLAIN);
	cl_out_style(v->chosen ? CL_STYLE_PLAIN : CL_STYLE_MINOR);
	print_wrapped(&line);
	cl_out_style(CL_STYLE_PLAIN);
	cl_buf_release(&line);
}

/* Whether a field has more to tell than its one chosen value. */
static size_t count_values(const struct cutline_photo *p,
			   enum cutline_field field)
{
	size_t count = 0;

	for (size_t i = 0; i < p->value_count; i++)
		count += p->values[i].field == field;
	return count;
}

static const struct cutline_photo_value *
chosen_value(const struct cutline_photo *p, enum cutline_field field)
{
	for (size_t i = 0; i < p->value_count; i++)
		if (p->values[i].field == field && p->values[i].chosen)
			return &p->values[i];
	return NULL;
}

static void print_chosen(const struct cutline_photo *p,
			 enum cutline_field field, bool with_source)
{
	const struct cutline_photo_field *f = &p->fields[field];
	const struct cutline_photo_value *v = chosen_value(p, field);
	struct cl_buf line;

	cl_buf_init(&line, SIZE_MAX);
	print_name(cutline_field_name(field), CL_STYLE_FIELD);
	if (f->count == 0)
		cl_buf_add_cstr(&line, "–");
	add_items(&line, f->items, f->notes, f->count);
	if (with_source && v)
		add_source(&line, v, p->location_count > 1);
	else if (with_source && f->origin)
		cl_buf_addf(&line, "  [%s]", f->origin);
	if (p->conflict[field])
		cl_buf_add_cstr(&line, "  (sources disagree)");
	print_wrapped(&line);
	cl_buf_release(&line);
}

static void print_field(const struct cutline_photo *p, enum cutline_field field)
{
	size_t count = count_values(p, field);

	if (p->fields[field].count == 0 && count == 0)
		return;
	print_chosen(p, field, count < 2);
	if (count < 2 && p->fields[field].count > 0)
		return;
	for (size_t i = 0; i < p->value_count; i++)
		if (p->values[i].field == field)
			print_value(p, &p->values[i]);
}

static void print_warnings(const struct cutline_photo *p)
{
	for (size_t i = 0; i < p->warning_count; i++) {
		struct cl_buf line;

		cl_buf_init(&line, SIZE_MAX);
		cl_layout_line(&line, cl_str_from(p->warnings[i]));
		print_name("warning", CL_STYLE_ALERT);
		print_wrapped(&line);
		cl_buf_release(&line);
	}
}

void cl_print_photo(const struct cutline_photo *photo)
{
	/* What one looks for first; the others follow in their order. */
	static const enum cutline_field first[] = {
		CUTLINE_CAPTION,
		CUTLINE_CREDIT_LINE,
	};

	print_head(photo);
	for (size_t i = 0; i < sizeof(first) / sizeof(first[0]); i++)
		print_field(photo, first[i]);
	for (int f = 0; f < CUTLINE_PHOTO_FIELDS; f++)
		if (f != CUTLINE_CAPTION && f != CUTLINE_CREDIT_LINE)
			print_field(photo, (enum cutline_field)f);
	print_warnings(photo);
}
