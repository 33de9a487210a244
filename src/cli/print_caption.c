/* SPDX-License-Identifier: MIT */
#include "base/utf8.h"
#include "cli/layout.h"
#include "cli/out.h"
#include "cli/print.h"

#define FIELD_COLUMNS 18

static void print_name(const char *name)
{
	cl_out_cstr("  ");
	cl_out_style(CL_STYLE_FIELD);
	cl_outf("%-*s", FIELD_COLUMNS - 2, name);
	cl_out_style(CL_STYLE_PLAIN);
}

static void print_line(const char *name, const struct cl_buf *line)
{
	cl_out_check(line);
	print_name(name);
	cl_layout_wrap(cl_buf_str(line), FIELD_COLUMNS, cl_out_columns() - 1);
}

/* " [dateline, bytes 0–6, 0.99]" */
static void add_evidence(struct cl_buf *line, const struct cutline_value *v)
{
	cl_buf_addf(line, " [%s", v->rule ? v->rule : "");
	if (v->span.end > v->span.start)
		cl_buf_addf(line, ", bytes %zu–%zu", v->span.start,
			    v->span.end);
	cl_buf_addf(line, ", %.2f]", v->confidence);
}

/* One row a value; the field's name stands before the first. */
static void print_values(const char *name, const struct cutline_values *values,
			 const char *after, bool explain)
{
	for (size_t i = 0; i < values->count; i++) {
		const struct cutline_value *v = &values->items[i];
		struct cl_buf line;

		cl_buf_init(&line, SIZE_MAX);
		cl_layout_line(&line, cl_str_from(v->text));
		if (v->position)
			cl_buf_addf(&line, " (%s)", v->position);
		if (v->kind)
			cl_buf_addf(&line, " (%s)", v->kind);
		cl_buf_add_cstr(&line, after);
		if (explain)
			add_evidence(&line, v);
		print_line(i == 0 ? name : "", &line);
		cl_buf_release(&line);
	}
}

static void print_text(const struct cutline_caption *c)
{
	const struct cl_str text = { c->text, c->text_len };
	struct cl_buf line;

	if (c->text_len == 0)
		return;
	cl_buf_init(&line, SIZE_MAX);
	cl_layout_line(&line, text);
	cl_out_check(&line);
	cl_out_cstr("  ");
	cl_layout_wrap(cl_buf_str(&line), 2, cl_out_columns() - 1);
	cl_buf_release(&line);
}

static void print_credit(const struct cutline_caption *c, bool explain)
{
	struct cl_buf line;

	if (!c->credit.line)
		return;
	cl_buf_init(&line, SIZE_MAX);
	cl_layout_line(&line, cl_str_from(c->credit.line));
	print_line("credit_line", &line);
	for (size_t i = 0; explain && i < c->credit.count; i++) {
		const struct cutline_credit_part *part = &c->credit.parts[i];

		cl_buf_clear(&line);
		cl_buf_addf(&line, "%s: ", cutline_role_name(part->role));
		cl_layout_line(&line, cl_str_from(part->name));
		print_line("", &line);
	}
	cl_buf_release(&line);
}

static void print_dates(const struct cutline_caption *c)
{
	for (size_t i = 0; i < c->date_count; i++) {
		const struct cutline_caption_date *d = &c->dates[i];
		char date[CUTLINE_DATE_TEXT_MAX];
		struct cl_buf line;

		cutline_date_write(&d->date, date);
		cl_buf_init(&line, 1000);
		cl_buf_addf(&line, "%s (%s)", date,
			    cutline_date_role_name(d->role));
		print_line(i == 0 ? "dates" : "", &line);
		cl_buf_release(&line);
	}
}

void cl_print_caption(const struct cutline_caption *caption, const char *name,
		      bool explain)
{
	if (cl_out_is_terminal() || cl_out_has_color()) {
		cl_print_caption_view(caption, name, explain);
		return;
	}
	cl_out_style(CL_STYLE_HEAD);
	cl_out_textz(name);
	cl_out_style(CL_STYLE_PLAIN);
	cl_out_cstr("\n");
	print_text(caption);
	for (int f = 0; f < CUTLINE_CAPTION_FIELDS; f++) {
		const char *field = cutline_field_name((enum cutline_field)f);

		print_values(field, &caption->fields[f], "", explain);
		print_values(field, &caption->inferred[f], " (inferred)",
			     explain);
		if (f == CUTLINE_AGENCIES)
			print_credit(caption, explain);
	}
	if (explain)
		print_dates(caption);
}
