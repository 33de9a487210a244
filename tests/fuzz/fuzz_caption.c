/* SPDX-License-Identifier: MIT */
/* Any bytes make a record whose strings are UTF-8, whose spans lie in the text
 * between characters, and whose confidences are chances. */
#include "base/utf8.h"
#include "cutline/caption.h"
#include "fuzz/fuzz.h"

static void check_span(const struct cutline_caption *c,
		       const struct cutline_span *span)
{
	assert(span->start <= span->end);
	assert(span->end <= c->text_len);
	assert(cl_utf8_valid((struct cl_str){ c->text + span->start,
					      span->end - span->start }));
}

static void check_values(const struct cutline_caption *c,
			 const struct cutline_values *values, bool list)
{
	assert(list || values->count <= 1);
	for (size_t i = 0; i < values->count; i++) {
		const struct cutline_value *v = &values->items[i];

		assert(v->text && v->text[0]);
		assert(cl_utf8_valid(cl_str_from(v->text)));
		assert(v->rule);
		assert(v->confidence >= 0 && v->confidence <= 1);
		check_span(c, &v->span);
	}
}

static void check(const struct cutline_caption *c)
{
	assert(cl_utf8_valid((struct cl_str){ c->text, c->text_len }));
	assert(c->text[c->text_len] == '\0');
	for (int f = 0; f < CUTLINE_CAPTION_FIELDS; f++) {
		bool list = cutline_field_is_list((enum cutline_field)f);

		check_values(c, &c->fields[f], list);
		check_values(c, &c->inferred[f], list);
	}
	for (size_t i = 0; i < c->date_count; i++) {
		char text[CUTLINE_DATE_TEXT_MAX];
		struct cutline_date date;

		check_span(c, &c->dates[i].span);
		cutline_date_write(&c->dates[i].date, text);
		assert(cutline_date_parse(text, cl_str_from(text).len, &date,
					  NULL) == CUTLINE_OK);
	}
	for (size_t i = 0; i < c->credit.count; i++)
		assert(cutline_role_name(c->credit.parts[i].role));
}

/* The first byte says whether there is a document date, and whether the bytes
 * are a credit field. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct cutline_caption_options opts = { 0 };
	struct cutline_caption *c;
	char field[256];
	const char *by_lines[1] = { field };
	size_t n;

	if (size == 0)
		return 0;
	n = size - 1 < sizeof(field) - 1 ? size - 1 : sizeof(field) - 1;
	for (size_t i = 0; i < n; i++)
		field[i] = (char)data[i + 1];
	field[n] = '\0';
	if (data[0] & 1)
		opts.document_date = cutline_date_of_day(2023, 4, 19);
	if (data[0] & 2) {
		opts.fields.by_lines = by_lines;
		opts.fields.by_line_count = 1;
		opts.fields.credit = field;
	}
	if (cutline_caption_parse((const char *)data + 1, size - 1, &opts, &c,
				  NULL) == CUTLINE_OK)
		check(c);
	cutline_caption_free(c);
	return 0;
}
