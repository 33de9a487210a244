/* SPDX-License-Identifier: MIT */
/*
 * Tables as text: cells parted by commas, semicolons or tabs, in quotation
 * marks where they hold such or a line's end, a mark inside doubled. A table
 * begins with a line of short names, and its other lines have as many cells; a
 * cell that begins with a blank is prose's, not a table's. Every cell is a
 * unit; one that is but a credit belongs to the cell before it.
 */
#include "document/unit.h"

#define NAME_MAX 40
#define CELLS_MAX 64
#define ROWS_TRIED 8

struct table {
	struct cl_str s;
	char separator;
	size_t at;
};

struct cell {
	size_t start, end; /* quotation marks left out */
	bool quoted;
	bool last; /* of its line */
};

/* Read the cell at t->at and move on. */
static struct cell next_cell(struct table *t)
{
	struct cl_str s = t->s;
	struct cell c = { .start = t->at };
	size_t at = t->at;

	if (at < s.len && s.ptr[at] == '"') {
		c.quoted = true;
		c.start = ++at;
		while (at < s.len && (s.ptr[at] != '"' ||
				      (at + 1 < s.len && s.ptr[at + 1] == '"')))
			at += s.ptr[at] == '"' ? 2 : 1;
		c.end = at < s.len ? at : s.len;
	}
	while (at < s.len && s.ptr[at] != t->separator && s.ptr[at] != '\n')
		at++;
	if (!c.quoted)
		c.end = at;
	c.last = at >= s.len || s.ptr[at] == '\n';
	t->at = at < s.len ? at + 1 : s.len;
	return c;
}

/* The cells of the next line, or 0 when it is none of a table. */
static size_t count_cells(struct table *t, bool names)
{
	size_t count = 0;
	struct cell c;

	do {
		c = next_cell(t);
		if (++count > CELLS_MAX ||
		    (names && (c.end == c.start || c.end - c.start > NAME_MAX)))
			return 0;
		if (!c.quoted && c.end > c.start && t->s.ptr[c.start] == ' ')
			return 0;
	} while (!c.last);
	return count;
}

static bool is_table(struct table t)
{
	size_t count = count_cells(&t, true), rows = 0;

	if (count < 2)
		return false;
	while (t.at < t.s.len && rows < ROWS_TRIED) {
		if (count_cells(&t, false) != count)
			return false;
		rows++;
	}
	return rows > 0;
}

static void put(const struct table *t, size_t at, struct cl_buf *text,
		struct cl_buf *map)
{
	uint32_t place = (uint32_t)at;

	cl_buf_add(text, &t->s.ptr[at], 1);
	cl_buf_add(map, &place, sizeof(place));
}

static void add_cell(struct cl_units *u, const struct table *t, struct cell c,
		     struct cl_buf *text, struct cl_buf *map)
{
	struct cl_unit unit = { .start = text->len, .adjoins = u->count > 0 };

	while (c.end > c.start && cl_is_space(t->s.ptr[c.end - 1]))
		c.end--;
	for (size_t i = c.start; i < c.end; i++) {
		put(t, i, text, map);
		i += c.quoted && t->s.ptr[i] == '"' && i + 1 < c.end;
	}
	unit.end = text->len;
	if (unit.end == unit.start)
		return;
	cl_units_add(u, &unit);
	cl_buf_add_char(text, '\n');
	cl_buf_add(map, &(uint32_t){ (uint32_t)c.start }, sizeof(uint32_t));
}

static void read_rows(struct cl_units *u, struct table t)
{
	struct cl_buf text, map;
	size_t first;

	cl_buf_init(&text, t.s.len * 2 + 64);
	cl_buf_init(&map, t.s.len * 8 + 256);
	count_cells(&t, true);
	while (t.at < t.s.len) {
		struct cell c;

		first = u->count;
		do {
			c = next_cell(&t);
			add_cell(u, &t, c, &text, &map);
		} while (!c.last);
		if (u->count > first)
			u->items[first].adjoins = false;
	}
	if (!cl_units_hand_over(u, &text, &map))
		u->failed = true;
	cl_buf_release(&text);
	cl_buf_release(&map);
}

bool cl_units_from_table(struct cl_units *u)
{
	static const char separators[] = { '\t', ';', ',' };
	struct table t = { .s = u->text };

	for (size_t i = 0; i < sizeof(separators); i++) {
		t.separator = separators[i];
		if (is_table(t)) {
			read_rows(u, t);
			return true;
		}
	}
	return false;
}
