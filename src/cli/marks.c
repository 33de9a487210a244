/* SPDX-License-Identifier: MIT */
/*
 * Marked are the words of each value; the dates that are not the picture's
 * ("issued"); and those parts of a credit that are no value of a field
 * ("qualifier"). Where a value has the very same words it goes before these.
 */
#include "cli/marks.h"

#include <stdlib.h>
#include <string.h>

static const struct {
	const char *label;
	enum cl_style style;
} fields[CUTLINE_CAPTION_FIELDS] = {
	[CUTLINE_CREATORS] = { "creator", CL_STYLE_CREATOR },
	[CUTLINE_AGENCIES] = { "agency", CL_STYLE_AGENCY },
	[CUTLINE_DATE_CREATED] = { "date", CL_STYLE_DATE },
	[CUTLINE_SUBLOCATION] = { "venue", CL_STYLE_PLACE },
	[CUTLINE_CITY] = { "city", CL_STYLE_PLACE },
	[CUTLINE_PROVINCE_STATE] = { "state", CL_STYLE_PLACE },
	[CUTLINE_COUNTRY] = { "country", CL_STYLE_PLACE },
	[CUTLINE_EVENTS] = { "event", CL_STYLE_EVENT },
	[CUTLINE_PERSONS] = { "person", CL_STYLE_PERSON },
	[CUTLINE_REFERENCES] = { "reference", CL_STYLE_OTHER },
	[CUTLINE_RESTRICTIONS] = { "restriction", CL_STYLE_LIMIT },
};

const char *cl_mark_label(enum cutline_field field)
{
	return fields[field].label;
}

enum cl_style cl_mark_style(enum cutline_field field)
{
	return fields[field].style;
}

/* Values less sure than this in percent are doubted. */
#define FAIRLY_SURE 90

int cl_mark_percent(double confidence)
{
	int percent = (int)(confidence * 100 + 0.5);

	return percent > 99 ? 99 : percent;
}

bool cl_mark_doubted(double confidence)
{
	return cl_mark_percent(confidence) < FAIRLY_SURE;
}

enum {
	RANK_VALUE,
	RANK_BESIDE,
};

static void add(struct cl_buf *out, const struct cutline_caption *c,
		struct cutline_span span, struct cl_mark mark)
{
	if (span.end <= span.start || span.end > c->text_len)
		return;
	mark.span = span;
	cl_buf_add(out, &mark, sizeof(mark));
}

static void add_values(struct cl_buf *out, const struct cutline_caption *c,
		       enum cutline_field field)
{
	for (size_t i = 0; i < c->fields[field].count; i++) {
		const struct cutline_value *value = &c->fields[field].items[i];

		add(out, c, value->span,
		    (struct cl_mark){
			    .label = fields[field].label,
			    .style = fields[field].style,
			    .doubted = cl_mark_doubted(value->confidence),
			    .rank = RANK_VALUE });
	}
}

static void add_dates(struct cl_buf *out, const struct cutline_caption *c)
{
	for (size_t i = 0; i < c->date_count; i++)
		if (c->dates[i].role != CUTLINE_DATE_ROLE_CREATED)
			add(out, c, c->dates[i].span,
			    (struct cl_mark){ .label = cutline_date_role_name(
						      c->dates[i].role),
					      .style = CL_STYLE_OTHER,
					      .rank = RANK_BESIDE });
}

static void add_parts(struct cl_buf *out, const struct cutline_caption *c)
{
	for (size_t i = 0; i < c->credit.count; i++)
		add(out, c, c->credit.parts[i].span,
		    (struct cl_mark){
			    .label = cutline_role_name(c->credit.parts[i].role),
			    .style = CL_STYLE_OTHER,
			    .rank = RANK_BESIDE });
}

static int compare(const void *one, const void *other)
{
	const struct cl_mark *a = one;
	const struct cl_mark *b = other;

	if (a->span.start != b->span.start)
		return a->span.start < b->span.start ? -1 : 1;
	if (a->span.end != b->span.end)
		return a->span.end < b->span.end ? -1 : 1;
	if (a->rank != b->rank)
		return a->rank - b->rank;
	return strcmp(a->label, b->label);
}

static bool same_span(const struct cl_mark *a, const struct cl_mark *b)
{
	return a->span.start == b->span.start && a->span.end == b->span.end;
}

/* Of each span the marks of the lowest rank, each label once; the number left.
 */
static size_t settle(struct cl_mark *marks, size_t count)
{
	size_t kept = 0;

	for (size_t i = 0; i < count; i++) {
		const struct cl_mark *last = kept ? &marks[kept - 1] : NULL;

		if (last && same_span(last, &marks[i]) &&
		    (last->rank < marks[i].rank ||
		     strcmp(last->label, marks[i].label) == 0))
			continue;
		marks[kept++] = marks[i];
	}
	return kept;
}

size_t cl_marks_of(const struct cutline_caption *caption, struct cl_buf *out)
{
	struct cl_mark *marks;
	size_t count;

	for (int f = 0; f < CUTLINE_CAPTION_FIELDS; f++)
		add_values(out, caption, (enum cutline_field)f);
	add_dates(out, caption);
	add_parts(out, caption);
	count = out->len / sizeof(*marks);
	if (count == 0)
		return 0;
	marks = (void *)out->data;
	qsort(marks, count, sizeof(*marks), compare);
	count = settle(marks, count);
	cl_buf_truncate(out, count * sizeof(*marks));
	return count;
}
