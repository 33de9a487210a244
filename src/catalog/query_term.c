/* SPDX-License-Identifier: MIT */
/*
 * Terms whose value is more than words: days, fields, numbers.
 *
 * A day is a date in EDTF ("2023", "2023-04", "195X", "XXXX-04-17",
 * "2002/2004"), or a range with two full stops, open at either end. The x of an
 * unknown digit may be small.
 */
#include <string.h>

#include "catalog/query.h"

static enum cutline_status no_date(struct cl_str text,
				   struct cutline_error *err)
{
	cl_fail(err, CUTLINE_FORMAT, "“%.*s” is no date", CL_STR_ARG(text));
	cl_hint(err, "write 2023, 2023-04, 2023-04-17, 195X, 2002..2004, "
		     "2002.. or ..2004");
	return CUTLINE_FORMAT;
}

static bool read_date(struct cl_str text, struct cutline_date *date)
{
	char copy[CUTLINE_DATE_TEXT_MAX];

	if (text.len == 0 || text.len >= sizeof(copy))
		return false;
	for (size_t i = 0; i < text.len; i++)
		copy[i] = text.ptr[i] == 'x' ? 'X' : text.ptr[i];
	return cutline_date_parse(copy, text.len, date, NULL) == CUTLINE_OK &&
	       date->shape != CUTLINE_DATE_NONE;
}

static enum cutline_status read_range(struct cl_str text, size_t dots,
				      struct cutline_date *date,
				      struct cutline_error *err)
{
	struct cl_str low = cl_str_sub(text, 0, dots);
	struct cl_str high = cl_str_sub(text, dots + 2, text.len);
	struct cutline_date from = { 0 };
	struct cutline_date to = { 0 };
	int32_t first;
	int32_t last;

	if ((low.len > 0 &&
	     (!read_date(low, &from) || from.shape != CUTLINE_DATE_POINT)) ||
	    (high.len > 0 &&
	     (!read_date(high, &to) || to.shape != CUTLINE_DATE_POINT)))
		return no_date(text, err);
	if (low.len > 0 && high.len > 0) {
		date->shape = CUTLINE_DATE_RANGE;
	} else if (low.len > 0) {
		date->shape = CUTLINE_DATE_OPEN_END;
	} else if (high.len > 0) {
		date->shape = CUTLINE_DATE_OPEN_START;
	} else {
		return no_date(text, err);
	}
	date->from = from.from;
	date->to = to.from;
	if (!cutline_date_bounds(date, &first, &last) || first > last)
		return cl_fail(err, CUTLINE_FORMAT,
			       "“%.*s” ends before it begins, or lacks a year",
			       CL_STR_ARG(text));
	return CUTLINE_OK;
}

static enum cutline_status read_days(struct cl_query_node *term,
				     struct cutline_error *err)
{
	size_t dots = cl_str_find(term->text, CL_STR(".."), 0);

	if (dots < term->text.len &&
	    cl_str_find_char(term->text, '/', 0) == term->text.len)
		return read_range(term->text, dots, &term->date, err);
	return read_date(term->text, &term->date) ? CUTLINE_OK
						  : no_date(term->text, err);
}

static enum cutline_status read_field(struct cl_query_node *term,
				      struct cutline_error *err)
{
	struct cl_query_field field = { 0 };
	const char *nearest;

	if (term->field.ask == CL_ASK_CONFLICT &&
	    cl_str_eq_nocase(term->text, CL_STR("any"))) {
		term->bits = UINT64_MAX >> 1;
		return CUTLINE_OK;
	}
	if (cl_query_field_find(term->text, &field) &&
	    (field.bits || strcmp(field.name, "file") == 0)) {
		term->bits = field.bits;
		term->text = cl_str_from(field.name);
		return CUTLINE_OK;
	}
	nearest = cl_query_field_nearest(term->text);
	if (nearest && cl_str_eq_nocase(term->text, cl_str_from(nearest)))
		nearest = NULL; /* a field, but none that a photo has */
	cl_fail(err, CUTLINE_FORMAT, "%s: knows no field “%.*s”",
		term->field.name, CL_STR_ARG(term->text));
	if (nearest)
		cl_hint(err, "did you mean %s:%s?", term->field.name, nearest);
	else
		cl_hint(err, "name a field of a photo, such as creators, "
			     "date, gps");
	return CUTLINE_FORMAT;
}

static enum cutline_status read_number(struct cl_query_node *term,
				       struct cutline_error *err)
{
	if (cl_str_to_i64(term->text, &term->number))
		return CUTLINE_OK;
	return cl_fail(err, CUTLINE_FORMAT, "“%.*s” is no photo's number",
		       CL_STR_ARG(term->text));
}

enum cutline_status cl_query_term_read(struct cl_query_node *term,
				       struct cutline_error *err)
{
	switch (term->field.ask) {
	case CL_ASK_DATE:
	case CL_ASK_CAPTURED:
	case CL_ASK_ADDED:
		return read_days(term, err);
	case CL_ASK_HAS:
	case CL_ASK_MISSING:
	case CL_ASK_CONFLICT:
		return read_field(term, err);
	case CL_ASK_ID:
		return read_number(term, err);
	case CL_ASK_NOTHING:
		cl_fail(err, CUTLINE_FORMAT, "%s: has no words to search for",
			term->field.name);
		cl_hint(err, "ask has:%s or missing:%s", term->field.name,
			term->field.name);
		return CUTLINE_FORMAT;
	default:
		return CUTLINE_OK;
	}
}
