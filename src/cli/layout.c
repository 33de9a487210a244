/* SPDX-License-Identifier: MIT */
#include "cli/layout.h"

#include "base/utf8.h"
#include "cli/out.h"

void cl_layout_line(struct cl_buf *out, struct cl_str text)
{
	bool blank = false;

	text = cl_str_trim(text);
	for (size_t at = 0; at < text.len;) {
		size_t from = at;

		while (at < text.len && !cl_is_space(text.ptr[at]))
			at++;
		if (blank)
			cl_buf_add_char(out, ' ');
		cl_utf8_add_visible(out, cl_str_sub(text, from, at));
		while (at < text.len && cl_is_space(text.ptr[at]))
			at++;
		blank = true;
	}
}

/* How many bytes of line fit; *used the columns they take. */
static size_t fit(struct cl_str line, size_t columns, size_t *used)
{
	size_t at = 0;

	*used = 0;
	while (at < line.len) {
		uint32_t code;
		size_t len = cl_utf8_decode(line, at, &code);
		size_t width = cl_utf8_width(cl_str_sub(line, at, at + len));

		if (*used + width > columns)
			break;
		*used += width;
		at += len;
	}
	return at;
}

size_t cl_layout_cut(struct cl_buf *out, struct cl_str line, size_t columns)
{
	size_t used;
	size_t len = fit(line, columns, &used);

	if (len == line.len || columns == 0) {
		cl_buf_add_str(out, cl_str_sub(line, 0, len));
		return used;
	}
	line = cl_str_trim(cl_str_sub(line, 0, fit(line, columns - 1, &used)));
	cl_buf_add_str(out, line);
	cl_buf_add_cstr(out, "…");
	return cl_utf8_width(line) + 1;
}

/* Where the end of line begins that fits. */
static size_t fit_end(struct cl_str line, size_t columns)
{
	size_t all = cl_utf8_width(line);
	size_t at = 0;

	while (at < line.len && all > columns) {
		uint32_t code;
		size_t len = cl_utf8_decode(line, at, &code);

		all -= cl_utf8_width(cl_str_sub(line, at, at + len));
		at += len;
	}
	return at;
}

size_t cl_layout_cut_middle(struct cl_buf *out, struct cl_str line,
			    size_t columns)
{
	size_t used;
	size_t width = cl_utf8_width(line);
	struct cl_str head;
	struct cl_str tail;

	if (width <= columns) {
		cl_buf_add_str(out, line);
		return width;
	}
	if (columns < 3)
		return cl_layout_cut(out, line, columns);
	head = cl_str_sub(line, 0, fit(line, (columns - 1) / 2, &used));
	tail = cl_str_sub(line, fit_end(line, columns - 1 - used), line.len);
	cl_buf_add_str(out, head);
	cl_buf_add_cstr(out, "…");
	cl_buf_add_str(out, tail);
	return used + 1 + cl_utf8_width(tail);
}

void cl_layout_cell(struct cl_buf *out, struct cl_str line, size_t columns)
{
	size_t used = cl_layout_cut(out, line, columns);

	for (; used < columns; used++)
		cl_buf_add_char(out, ' ');
}

size_t cl_layout_width(struct cl_str text)
{
	char visible[CL_VISIBLE_MAX];
	size_t columns = 0;
	uint32_t code;

	for (size_t at = 0, len; at < text.len; at += len) {
		struct cl_str shown = { visible, 0 };

		if ((uint8_t)text.ptr[at] - 0x20u < 0x5F) {
			columns++;
			len = 1;
			continue;
		}
		len = cl_utf8_decode(text, at, &code);
		shown.len = cl_utf8_visible(cl_str_sub(text, at, at + len),
					    code, visible);
		columns += cl_utf8_width(shown);
	}
	return columns;
}

size_t cl_layout_row(struct cl_str text, size_t at, size_t columns,
		     size_t *next)
{
	size_t end = at; /* where it can best be broken so far */
	size_t used = 0;
	size_t width = 0;
	size_t i = at;

	*next = at;
	while (i < text.len) {
		size_t before = width;
		size_t len;

		if (cl_is_space(text.ptr[i])) {
			end = i;
			while (i < text.len && cl_is_space(text.ptr[i]))
				i++;
			*next = i;
			used++;
			width = 0;
			continue;
		}
		len = cl_utf8_cluster(text, i);
		width = cl_layout_width(cl_str_sub(text, i, i + len));
		if (i > *next && i > at && (before == 2 || width == 2))
			end = *next = i;
		if (used + width > columns && i > at) {
			if (end == at)
				end = *next = i;
			return end;
		}
		used += width;
		i += len;
	}
	return *next = text.len;
}

void cl_layout_wrap(struct cl_str line, size_t indent, size_t columns)
{
	size_t room = columns > indent + 20 ? columns - indent : 20;
	size_t left = room;
	struct cl_str word;

	for (bool first = true; cl_str_split(&line, ' ', &word);
	     first = false) {
		size_t width = cl_utf8_width(word);

		if (!first && width + 1 > left) {
			cl_out_cstr("\n");
			cl_out_spaces(indent);
			left = room;
		} else if (!first) {
			cl_out_cstr(" ");
			left--;
		}
		cl_out_text(word);
		left = width < left ? left - width : 0;
	}
	cl_out_cstr("\n");
}
