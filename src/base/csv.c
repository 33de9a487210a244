/* SPDX-License-Identifier: MIT */
#include "base/csv.h"

#include "base/utf8.h"

/* The full-width forms of the same four signs: Excel folds them. */
static bool starts_full_width(struct cl_str s)
{
	static const struct cl_str signs[] = {
		CL_STR_INIT("\xEF\xBC\x8B"), /* U+FF0B, plus */
		CL_STR_INIT("\xEF\xBC\x8D"), /* U+FF0D, minus */
		CL_STR_INIT("\xEF\xBC\x9D"), /* U+FF1D, equals */
		CL_STR_INIT("\xEF\xBC\xA0"), /* U+FF20, at */
	};

	for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++)
		if (cl_str_starts(s, signs[i]))
			return true;
	return false;
}

static bool needs_guard(struct cl_str s)
{
	while (s.len > 0 && s.ptr[0] == '\'')
		s = cl_str_sub(s, 1, s.len);
	if (s.len == 0)
		return false;
	switch (s.ptr[0]) {
	case '=':
	case '+':
	case '-':
	case '@':
	case '\t':
	case '\r':
	case '\n':
		return true;
	default:
		return starts_full_width(s);
	}
}

/* Semicolon and TAB too: where they part the cells of a spreadsheet's locale,
 * quotes keep the cell in one piece. */
static bool needs_quotes(struct cl_str s)
{
	for (size_t i = 0; i < s.len; i++) {
		char c = s.ptr[i];

		if (c == ',' || c == '"' || c == '\r' || c == '\n' ||
		    c == ';' || c == '\t')
			return true;
	}
	return s.len > 0 && (s.ptr[0] == ' ' || s.ptr[s.len - 1] == ' ');
}

static void add_quoted(struct cl_buf *out, struct cl_str s)
{
	for (size_t from = 0; from < s.len;) {
		size_t to = cl_str_find_char(s, '"', from);

		if (to < s.len)
			to++;
		cl_utf8_add_valid(out, cl_str_sub(s, from, to));
		if (s.ptr[to - 1] == '"')
			cl_buf_add_char(out, '"');
		from = to;
	}
}

void cl_csv_add(struct cl_buf *out, struct cl_str cell, bool first)
{
	bool quotes = needs_quotes(cell);

	if (!first)
		cl_buf_add_char(out, ',');
	if (quotes)
		cl_buf_add_char(out, '"');
	if (needs_guard(cell))
		cl_buf_add_char(out, '\'');
	add_quoted(out, cell);
	if (quotes)
		cl_buf_add_char(out, '"');
}

void cl_csv_add_cstr(struct cl_buf *out, const char *cell, bool first)
{
	cl_csv_add(out, cl_str_from(cell), first);
}

void cl_csv_end(struct cl_buf *out)
{
	cl_buf_add_cstr(out, "\r\n");
}
