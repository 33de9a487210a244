/* SPDX-License-Identifier: MIT */
/*
 * A caption for a person at a terminal: the text with its parts marked, and
 * what was read from them, under the same short words and colours:
 *
 *	  creator      Ana Lima
 *	  city         Cannes
 *	  country      France
 *	  event        “Pause” photocall (87 % sure)
 *
 * Whatever is less than fairly sure says so. To explain, each value tells of
 * the words it came from, its rule and how sure that is, and the rules are told
 * in plain words at the end. Never is anything 100 % sure.
 */
#include <string.h>

#include "caption/rule.h"
#include "cli/layout.h"
#include "cli/marked.h"
#include "cli/out.h"
#include "cli/print.h"

#define INDENT 2
#define RULE_COLUMN 20

/* The words that a value was read from are a hint, not a text to read. */
#define WORDS_COLUMNS 60

/* More rules than one caption can need. */
#define RULES_MAX 64

struct view {
	const struct cutline_caption *caption;
	bool explain;
	size_t columns; /* of the terminal */
	size_t value;   /* the column where values begin */
	const char *rules[RULES_MAX];
	size_t rule_count;
	bool said; /* anything */
};

/* Longer rows are hard to follow. */
#define COLUMNS_MAX 120

/* In fewer columns than NARROW a label has a row of its own. */
#define NARROW 40
#define NARROW_COLUMN 4
#define WIDE_COLUMN (INDENT + CL_MARK_LABEL_MAX + 2)

/* Columns from one on; the last stays empty, as some terminals wrap early. */
static size_t room_from(const struct view *v, size_t column)
{
	return v->columns > column + 13 ? v->columns - column - 1 : 12;
}

/* The label of a value, or none where it is that of the value before. */
static void print_label(struct view *v, const char *label, enum cl_style style)
{
	size_t column = 0;

	v->said = true;
	if (label[0]) {
		cl_out_spaces(INDENT);
		cl_out_style(style);
		cl_out_cstr(label);
		cl_out_style(CL_STYLE_PLAIN);
		column = INDENT + strlen(label);
	}
	if (column >= v->value) {
		cl_out_cstr("\n");
		column = 0;
	}
	cl_out_spaces(v->value - column);
}

/* A value, and after it a remark in a style of its own. */
static void print_line(const struct view *v, const struct cl_buf *line,
		       const char *remark, enum cl_style style)
{
	const size_t room = room_from(v, v->value);
	size_t used;

	cl_out_check(line);
	used = cl_print_rows(cl_buf_str(line), v->value, room);
	if (remark[0]) {
		if (used + 1 + cl_layout_width(cl_str_from(remark)) > room) {
			cl_out_cstr("\n");
			cl_out_spaces(v->value);
		} else {
			cl_out_cstr(" ");
		}
		cl_out_style(style);
		cl_out_cstr(remark);
		cl_out_style(CL_STYLE_PLAIN);
	}
	cl_out_cstr("\n");
}

/* A row that tells more of the value above it. */
static void print_under(const struct view *v, const struct cl_buf *line)
{
	const size_t column = v->value + INDENT;

	cl_out_check(line);
	cl_out_spaces(column);
	cl_out_style(CL_STYLE_MINOR);
	(void)cl_print_rows(cl_buf_str(line), column, room_from(v, column));
	cl_out_style(CL_STYLE_PLAIN);
	cl_out_cstr("\n");
}

static void note_rule(struct view *v, const char *rule)
{
	for (size_t i = 0; i < v->rule_count; i++)
		if (strcmp(v->rules[i], rule) == 0)
			return;
	if (v->rule_count < RULES_MAX)
		v->rules[v->rule_count++] = rule;
}

static void add_words(struct cl_buf *line, const struct view *v,
		      const struct cutline_value *value)
{
	const struct cl_str text = { v->caption->text, v->caption->text_len };
	struct cl_buf words;

	cl_buf_init(&words, SIZE_MAX);
	cl_layout_line(&words,
		       cl_str_sub(text, value->span.start, value->span.end));
	cl_out_check(&words);
	if (strcmp(cl_buf_cstr(&words), value->text) == 0) {
		cl_buf_add_cstr(line, ", as written");
	} else if (words.len > 0) {
		cl_buf_add_cstr(line, ", from “");
		(void)cl_layout_cut_middle(line, cl_buf_str(&words),
					   WORDS_COLUMNS);
		cl_buf_add_cstr(line, "”");
	}
	cl_buf_release(&words);
}

/* "by dateline, 98 % sure, from “CANNES”" */
static void print_evidence(struct view *v, const struct cutline_value *value)
{
	struct cl_buf line;

	cl_buf_init(&line, SIZE_MAX);
	if (value->rule) {
		note_rule(v, value->rule);
		cl_buf_addf(&line, "by %s, ", value->rule);
	}
	cl_buf_addf(&line, "%d %% sure", cl_mark_percent(value->confidence));
	add_words(&line, v, value);
	print_under(v, &line);
	cl_buf_release(&line);
}

static void add_remark(struct cl_buf *remark, const struct cutline_value *value,
		       bool inferred, bool explain)
{
	if (inferred)
		cl_buf_add_cstr(remark, "(inferred");
	if (cl_mark_doubted(value->confidence) && !explain)
		cl_buf_addf(remark, "%s%d %% sure", inferred ? ", " : "(",
			    cl_mark_percent(value->confidence));
	if (remark->len > 0)
		cl_buf_add_char(remark, ')');
}

static void print_value(struct view *v, const struct cutline_value *value,
			bool inferred)
{
	struct cl_buf line;
	struct cl_buf remark;

	cl_buf_init(&line, SIZE_MAX);
	cl_buf_init(&remark, 100);
	cl_layout_line(&line, cl_str_from(value->text));
	if (value->position)
		cl_buf_addf(&line, " (%s)", value->position);
	if (value->kind)
		cl_buf_addf(&line, " (%s)", value->kind);
	add_remark(&remark, value, inferred, v->explain);
	cl_out_check(&remark);
	print_line(v, &line, cl_buf_cstr(&remark),
		   inferred ? CL_STYLE_MINOR : CL_STYLE_ALERT);
	if (v->explain)
		print_evidence(v, value);
	cl_buf_release(&remark);
	cl_buf_release(&line);
}

static void print_values(struct view *v, enum cutline_field field,
			 const struct cutline_values *values, bool inferred)
{
	for (size_t i = 0; i < values->count; i++) {
		print_label(v, i == 0 ? cl_mark_label(field) : "",
			    cl_mark_style(field));
		print_value(v, &values->items[i], inferred);
	}
}

/* The credit as it would be printed, and its parts. */
static void print_credit(struct view *v)
{
	const struct cutline_credit *credit = &v->caption->credit;
	struct cl_buf line;

	if (!credit->line)
		return;
	cl_buf_init(&line, SIZE_MAX);
	cl_layout_line(&line, cl_str_from(credit->line));
	print_label(v, "credit", CL_STYLE_OTHER);
	print_line(v, &line, "", CL_STYLE_PLAIN);
	for (size_t i = 0; v->explain && i < credit->count; i++) {
		const struct cutline_credit_part *part = &credit->parts[i];

		cl_buf_clear(&line);
		cl_buf_addf(&line, "%s: ", cutline_role_name(part->role));
		cl_layout_line(&line, cl_str_from(part->name));
		print_under(v, &line);
	}
	cl_buf_release(&line);
}

static void print_dates(struct view *v)
{
	const struct cutline_caption *c = v->caption;
	struct cl_buf line;

	cl_buf_init(&line, SIZE_MAX);
	for (size_t i = 0; i < c->date_count; i++) {
		char date[CUTLINE_DATE_TEXT_MAX];

		cutline_date_write(&c->dates[i].date, date);
		cl_buf_clear(&line);
		cl_buf_addf(&line, "%s (%s)", date,
			    cutline_date_role_name(c->dates[i].role));
		print_label(v, i == 0 ? "all dates" : "", CL_STYLE_OTHER);
		print_line(v, &line, "", CL_STYLE_PLAIN);
	}
	cl_buf_release(&line);
}

/* A rule, and what it goes by: beside it where there is room, else below. */
static void print_rule(const struct view *v, const char *name)
{
	const char *text = cl_rule_text(name);
	const size_t width = strlen(name);
	size_t column = RULE_COLUMN;

	cl_out_spaces(INDENT);
	cl_out_textz(name);
	if (text && v->columns < 60) {
		column = 2 * INDENT;
		cl_out_cstr("\n");
		cl_out_spaces(column);
	} else if (text && INDENT + width + 2 > RULE_COLUMN) {
		cl_out_cstr("\n");
		cl_out_spaces(column);
	} else if (text) {
		cl_out_spaces(RULE_COLUMN - INDENT - width);
	}
	(void)cl_print_rows(cl_str_from(text), column, room_from(v, column));
	cl_out_cstr("\n");
}

/* Each rule that read something. */
static void print_rules(const struct view *v)
{
	if (v->rule_count > 0)
		cl_out_cstr("\n");
	for (size_t i = 0; i < v->rule_count; i++)
		print_rule(v, v->rules[i]);
}

static void print_caption(const struct view *v)
{
	const struct cl_str text = { v->caption->text, v->caption->text_len };
	struct cl_buf marks;
	size_t count;

	if (cl_str_trim(text).len == 0)
		return;
	cl_buf_init(&marks, SIZE_MAX);
	count = cl_marks_of(v->caption, &marks);
	cl_out_check(&marks);
	cl_print_marked(text, (const void *)marks.data, count, INDENT,
			room_from(v, INDENT));
	cl_out_cstr("\n");
	cl_buf_release(&marks);
}

void cl_print_caption_view(const struct cutline_caption *caption,
			   const char *name, bool explain)
{
	struct view v = {
		.caption = caption,
		.explain = explain,
		.columns = cl_out_columns(),
	};

	if (v.columns > COLUMNS_MAX)
		v.columns = COLUMNS_MAX;
	v.value = v.columns < NARROW ? NARROW_COLUMN : WIDE_COLUMN;
	cl_out_style(CL_STYLE_HEAD);
	cl_out_textz(name);
	cl_out_style(CL_STYLE_PLAIN);
	cl_out_cstr("\n");
	print_caption(&v);
	for (int f = 0; f < CUTLINE_CAPTION_FIELDS; f++) {
		print_values(&v, (enum cutline_field)f, &caption->fields[f],
			     false);
		print_values(&v, (enum cutline_field)f, &caption->inferred[f],
			     true);
		if (f == CUTLINE_AGENCIES)
			print_credit(&v);
	}
	if (explain)
		print_dates(&v);
	if (!v.said) {
		cl_out_spaces(INDENT);
		(void)cl_print_rows(CL_STR("nothing was read in it"), INDENT,
				    room_from(&v, INDENT));
		cl_out_cstr("\n");
	}
	if (explain)
		print_rules(&v);
}
