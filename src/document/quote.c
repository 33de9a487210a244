/* SPDX-License-Identifier: MIT */
/* Lines of a letter or of Markdown that are quoted, each with "> " at its head:
 * the marks are left out, so that captions run on from line to line. */
#include "document/unit.h"

/* So many lines must be quoted. */
#define QUOTED_MIN 2

/* The marks at the head of a line: ">", "> > ". */
static size_t marks_len(struct cl_str s, size_t at)
{
	size_t end = at;

	while (end < s.len && s.ptr[end] == '>')
		end += end + 1 < s.len && s.ptr[end + 1] == ' ' ? 2 : 1;
	return end - at;
}

static size_t count_quoted(struct cl_str s)
{
	size_t count = 0;

	for (size_t at = 0; at < s.len; at = cl_str_find_char(s, '\n', at) + 1)
		count += s.ptr[at] == '>';
	return count;
}

bool cl_units_unquote(struct cl_units *u)
{
	struct cl_str s = u->text;
	struct cl_buf text, map;
	bool head = true, ok;

	if (count_quoted(s) < QUOTED_MIN)
		return true;
	cl_buf_init(&text, s.len + 1);
	cl_buf_init(&map, (s.len + 1) * sizeof(uint32_t));
	for (size_t at = 0; at < s.len; at++) {
		uint32_t place;

		at += head ? marks_len(s, at) : 0;
		if (at >= s.len)
			break;
		place = (uint32_t)at;
		head = s.ptr[at] == '\n';
		cl_buf_add_char(&text, s.ptr[at]);
		cl_buf_add(&map, &place, sizeof(place));
	}
	ok = cl_units_hand_over(u, &text, &map);
	cl_buf_release(&text);
	cl_buf_release(&map);
	return ok;
}
