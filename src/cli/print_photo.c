/* SPDX-License-Identifier: MIT */
/*
 * A photo for a person: the files, then each field with what was chosen, and
 * under it where that comes from, which sources contradict it, which say the
 * same, and what others say that is harmless or does not count. Fields with a
 * contradiction are told first of all:
 *
 *	disputed              date_created
 *	date_created          2024-01-27
 *	                      ✓ xmp:photoshop:DateCreated: fields come first
 *	                      ≠ JANUARY 20 → 2024-01-20 [caption: …]
 *	                      = iim:DateCreated “20240127”
 *	                      ≈ 2024:01:28 [exif:DateTimeOriginal: …]
 */
#include <string.h>

#include "base/utf8.h"
#include "cli/layout.h"
#include "cli/out.h"
#include "cli/print.h"

#define FIELD_COLUMNS 22

static void print_wrapped(const struct cl_buf *line)
{
	cl_out_check(line);
	cl_layout_wrap(cl_buf_str(line), FIELD_COLUMNS, cl_out_columns() - 1);
}

static void print_name(const char *name, enum cl_style style)
{
	cl_out_style(style);
	cl_outf("%-*s", FIELD_COLUMNS, name);
	cl_out_style(CL_STYLE_PLAIN);
}

/* The picture and its files. */

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

/* Fields. */

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

/* "iim:By-line in b.jpg" */
static void add_origin(struct cl_buf *line, const struct cutline_photo *p,
		       const struct cutline_photo_value *v)
{
	const char *slash = v->location ? strrchr(v->location, '/') : NULL;

	cl_buf_add_cstr(line, v->origin);
	if (p->location_count < 2 || !v->location)
		return;
	cl_buf_add_cstr(line, " in ");
	cl_utf8_add_visible(line, cl_str_from(slash ? slash + 1 : v->location));
}

static void add_why(struct cl_buf *line, const struct cutline_photo_value *v)
{
	if (v->why && v->why[0])
		cl_buf_addf(line, ": %s", v->why);
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

/* Whether a source's own words are what the field shows. */
static bool says_it(const struct cutline_photo_field *f,
		    const struct cutline_photo_value *v)
{
	return same_list(v->items, v->count, f->items, f->count);
}

static bool same_meaning(const struct cutline_photo_value *a,
			 const struct cutline_photo_value *b)
{
	return same_list(a->read ? a->read : a->items,
			 a->read ? a->read_count : a->count,
			 b->read ? b->read : b->items,
			 b->read ? b->read_count : b->count);
}

/* Whether what is read in them is what the field shows, or, where that is
 * joined of several sources, what one of those gives. */
static bool agrees(const struct cutline_photo *p, enum cutline_field field,
		   const struct cutline_photo_value *v)
{
	const struct cutline_photo_field *f = &p->fields[field];

	if (same_list(v->read ? v->read : v->items,
		      v->read ? v->read_count : v->count, f->items, f->count))
		return true;
	for (size_t i = 0; i < p->value_count; i++)
		if (p->values[i].field == field && p->values[i].chosen &&
		    same_meaning(&p->values[i], v))
			return true;
	return false;
}

static void print_under(const struct cl_buf *line, enum cl_style style)
{
	print_name("", CL_STYLE_PLAIN);
	cl_out_style(style);
	print_wrapped(line);
	cl_out_style(CL_STYLE_PLAIN);
}

static bool contradicts(const struct cutline_photo_value *v)
{
	return v->difference == CUTLINE_DIFFERENCE_REAL;
}

/* ✓ chosen, ≠ contradicts that, ≈ differs harmlessly, · does not count. */
static const char *mark_of(const struct cutline_photo_value *v)
{
	if (v->chosen)
		return "✓ ";
	if (contradicts(v))
		return "≠ ";
	return v->difference != CUTLINE_DIFFERENCE_NONE ? "≈ " : "· ";
}

static enum cl_style style_of(const struct cutline_photo_value *v)
{
	if (v->chosen)
		return CL_STYLE_PLAIN;
	return contradicts(v) ? CL_STYLE_ALERT : CL_STYLE_MINOR;
}

/* One row for a source whose words were chosen, or are others. */
static void print_value(const struct cutline_photo *p,
			const struct cutline_photo_field *f,
			const struct cutline_photo_value *v)
{
	struct cl_buf line;

	cl_buf_init(&line, SIZE_MAX);
	cl_buf_add_cstr(&line, mark_of(v));
	if (v->chosen && says_it(f, v)) {
		add_origin(&line, p, v);
		add_why(&line, v);
	} else {
		add_value(&line, v);
		cl_buf_add_cstr(&line, " [");
		add_origin(&line, p, v);
		add_why(&line, v);
		cl_buf_add_cstr(&line, "]");
	}
	print_under(&line, style_of(v));
	cl_buf_release(&line);
}

/* One row for all sources that mean the same as was chosen. */
static void print_agreeing(const struct cutline_photo *p,
			   enum cutline_field field)
{
	const struct cutline_photo_field *f = &p->fields[field];
	struct cl_buf line;

	cl_buf_init(&line, SIZE_MAX);
	for (size_t i = 0; i < p->value_count; i++) {
		const struct cutline_photo_value *v = &p->values[i];

		if (v->field != field || v->chosen || !agrees(p, field, v))
			continue;
		cl_buf_add_cstr(&line, line.len > 0 ? ", " : "= ");
		add_origin(&line, p, v);
		if (!v->read && f->count == v->count)
			continue;
		cl_buf_add_cstr(&line, " “");
		add_items(&line, v->items, NULL, v->count);
		cl_buf_add_cstr(&line, "”");
	}
	if (line.len > 0)
		print_under(&line, CL_STYLE_MINOR);
	cl_buf_release(&line);
}

static void print_chosen(const struct cutline_photo *p,
			 enum cutline_field field,
			 const struct cutline_photo_value *only)
{
	const struct cutline_photo_field *f = &p->fields[field];
	struct cl_buf line;

	cl_buf_init(&line, SIZE_MAX);
	print_name(cutline_field_name(field),
		   p->conflict[field] ? CL_STYLE_ALERT : CL_STYLE_FIELD);
	if (f->count == 0)
		cl_buf_add_cstr(&line, "–");
	add_items(&line, f->items, f->notes, f->count);
	if (only && f->count > 0) {
		cl_buf_add_cstr(&line, " [");
		add_origin(&line, p, only);
		cl_buf_add_cstr(&line, "]");
	}
	print_wrapped(&line);
	cl_buf_release(&line);
}

/* The one value that sources give a field, if it is one and was chosen. */
static const struct cutline_photo_value *
only_value(const struct cutline_photo *p, enum cutline_field field,
	   size_t *count)
{
	const struct cutline_photo_value *only = NULL;

	*count = 0;
	for (size_t i = 0; i < p->value_count; i++) {
		if (p->values[i].field != field)
			continue;
		only = &p->values[i];
		++*count;
	}
	return *count == 1 && only->chosen && says_it(&p->fields[field], only)
		       ? only
		       : NULL;
}

enum rows {
	ROWS_CHOSEN,
	ROWS_CONTRADICTING,
	ROWS_OTHER,
};

static void print_rows(const struct cutline_photo *p, enum cutline_field field,
		       enum rows rows)
{
	for (size_t i = 0; i < p->value_count; i++) {
		const struct cutline_photo_value *v = &p->values[i];
		enum rows its = ROWS_OTHER;

		if (v->field != field)
			continue;
		if (v->chosen)
			its = ROWS_CHOSEN;
		else if (contradicts(v))
			its = ROWS_CONTRADICTING;
		else if (agrees(p, field, v))
			continue;
		if (its == rows)
			print_value(p, &p->fields[field], v);
	}
}

static bool print_field(const struct cutline_photo *p, enum cutline_field field)
{
	const struct cutline_photo_field *f = &p->fields[field];
	size_t count;
	const struct cutline_photo_value *only = only_value(p, field, &count);

	if (f->count == 0 && count == 0)
		return false;
	print_chosen(p, field, only);
	if (only)
		return true;
	print_rows(p, field, ROWS_CHOSEN);
	print_rows(p, field, ROWS_CONTRADICTING);
	print_agreeing(p, field);
	print_rows(p, field, ROWS_OTHER);
	return true;
}

/* Which fields are contradicted, so that one need not look for them. */
static void print_disputed(const struct cutline_photo *p)
{
	struct cl_buf line;

	cl_buf_init(&line, SIZE_MAX);
	for (int f = 0; f < CUTLINE_PHOTO_FIELDS; f++) {
		if (!p->conflict[f])
			continue;
		if (line.len > 0)
			cl_buf_add_cstr(&line, ", ");
		cl_buf_add_cstr(&line,
				cutline_field_name((enum cutline_field)f));
	}
	if (line.len > 0) {
		print_name("disputed", CL_STYLE_ALERT);
		print_wrapped(&line);
	}
	cl_buf_release(&line);
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
	bool any = false;

	print_head(photo);
	print_disputed(photo);
	for (size_t i = 0; i < sizeof(first) / sizeof(first[0]); i++)
		any = print_field(photo, first[i]) || any;
	for (int f = 0; f < CUTLINE_PHOTO_FIELDS; f++)
		if (f != CUTLINE_CAPTION && f != CUTLINE_CREDIT_LINE)
			any = print_field(photo, (enum cutline_field)f) || any;
	if (!any)
		print_path("The file says nothing about the picture.", "");
	print_warnings(photo);
}
