/* SPDX-License-Identifier: MIT */
/*
 * Plain text and Markdown. Every line is a unit, and so is what three blanks or
 * more set apart in a line (text taken from a page has lost its markup so).
 * Lines that were broken by hand are joined again: the line before is of usual
 * width and stops in the middle of a sentence.
 */
#include "document/unit.h"

#include <string.h>

#include "base/utf8.h"
#include "date/month.h"

/* A line broken by hand is between these widths. */
#define WRAP_MIN 40
#define WRAP_MAX 100

void cl_units_add(struct cl_units *u, const struct cl_unit *unit)
{
	struct cl_unit *larger;

	if (u->count == u->cap) {
		size_t cap = u->cap ? u->cap * 2 : 16;

		larger = cl_arena_array(u->arena, cap, sizeof(*larger));
		if (!larger) {
			u->failed = true;
			return;
		}
		if (u->count)
			memcpy(larger, u->items, u->count * sizeof(*larger));
		u->items = larger;
		u->cap = cap;
	}
	u->items[u->count++] = *unit;
}

static size_t line_end(struct cl_str s, size_t at)
{
	return cl_str_find_char(s, '\n', at);
}

/* Does the line that ends at end go on in the next? */
static bool goes_on(struct cl_str s, size_t start, size_t end)
{
	size_t next = end + 1, last = end;

	while (last > start && cl_is_space(s.ptr[last - 1]))
		last--;
	if (last - start < WRAP_MIN || last - start > WRAP_MAX ||
	    next >= s.len || cl_is_space(s.ptr[next]))
		return false;
	return strchr(".!?:)\"", s.ptr[last - 1]) == NULL ||
	       cl_is_lower(s.ptr[next]);
}

static bool is_gap(struct cl_str s, size_t at)
{
	return at + 2 < s.len && cl_is_space(s.ptr[at]) &&
	       cl_is_space(s.ptr[at + 1]) && cl_is_space(s.ptr[at + 2]);
}

/* Add the units of one paragraph, cut at its gaps. */
static void add_pieces(struct cl_units *u, size_t start, size_t end,
		       bool adjoins)
{
	struct cl_str s = cl_str_sub(u->text, 0, end);
	size_t at = start;

	while (at < end) {
		struct cl_unit unit = { .adjoins = adjoins };

		while (at < end && cl_is_space(s.ptr[at]))
			at++;
		unit.start = at;
		while (at < end && !is_gap(s, at))
			at++;
		unit.end = at;
		while (unit.end > unit.start &&
		       cl_is_space(s.ptr[unit.end - 1]))
			unit.end--;
		if (unit.end > unit.start)
			cl_units_add(u, &unit);
		adjoins = true;
	}
}

void cl_units_from_text(struct cl_units *u)
{
	struct cl_str s = u->text;
	bool adjoins = false;
	size_t at = cl_head_date(s, &u->date);

	if (at == 0 && cl_str_starts(s, CL_STR(CL_UTF8_BOM)))
		at = sizeof(CL_UTF8_BOM) - 1;
	while (at < s.len) {
		size_t start = at, end = line_end(s, at);

		while (end < s.len && goes_on(s, start, end)) {
			start = end + 1;
			end = line_end(s, start);
		}
		if (cl_str_trim(cl_str_sub(s, at, end)).len == 0) {
			adjoins = false;
		} else {
			add_pieces(u, at, end, adjoins);
			adjoins = true;
		}
		at = end + 1;
	}
}

/* The date at the head. */

static const struct cl_str date_words[] = {
	CL_STR_INIT("date"),      CL_STR_INIT("published on"),
	CL_STR_INIT("published"), CL_STR_INIT("posted on"),
	CL_STR_INIT("posted"),    CL_STR_INIT("updated"),
};

static bool read_iso(struct cl_str *s, struct cutline_date *date)
{
	if (s->len < 10 ||
	    cutline_date_parse(s->ptr, 10, date, NULL) != CUTLINE_OK)
		return false;
	*s = cl_str_sub(*s, 10, s->len);
	return true;
}

static bool read_number(struct cl_str *s, uint32_t max, uint32_t *n)
{
	size_t len = 0;

	while (len < s->len && cl_is_digit(s->ptr[len]))
		len++;
	if (!cl_str_to_u32(cl_str_sub(*s, 0, len), max, n))
		return false;
	*s = cl_str_trim(cl_str_sub(*s, len, s->len));
	cl_str_skip(s, CL_STR(","));
	*s = cl_str_trim(*s);
	return true;
}

static bool read_month(struct cl_str *s, int *month)
{
	size_t len = 0;

	while (len < s->len && cl_is_alpha(s->ptr[len]))
		len++;
	if (!cl_month_find(cl_str_sub(*s, 0, len), month))
		return false;
	*s = cl_str_sub(*s, len, s->len);
	cl_str_skip(s, CL_STR("."));
	*s = cl_str_trim(*s);
	return true;
}

/* "April 3, 2023" or "3 April 2023". */
static bool read_words(struct cl_str *s, struct cutline_date *date)
{
	uint32_t day, year;
	int month;
	bool ok;

	if (s->len && cl_is_digit(s->ptr[0]))
		ok = read_number(s, 31, &day) && read_month(s, &month);
	else
		ok = read_month(s, &month) && read_number(s, 31, &day);
	if (!ok || !read_number(s, 2100, &year) || year < 1800 ||
	    !cutline_day_exists((int)year, month, (int)day))
		return false;
	*date = cutline_date_of_day((int)year, month, (int)day);
	return true;
}

size_t cl_head_date(struct cl_str text, struct cutline_date *date)
{
	for (size_t i = 0; i < sizeof(date_words) / sizeof(date_words[0]);
	     i++) {
		size_t from = cl_str_starts(text, CL_STR(CL_UTF8_BOM)) ? 3 : 0;
		struct cl_str s;

		while (from < text.len && from < 64 &&
		       cl_is_space(text.ptr[from]))
			from++;
		s = cl_str_sub(text, from,
			       from + 64 < text.len ? from + 64 : text.len);
		if (!cl_str_skip_nocase(&s, date_words[i]))
			continue;
		cl_str_skip(&s, CL_STR(":"));
		if (s.len == 0 || !cl_is_space(s.ptr[0]))
			continue;
		while (s.len && cl_is_space(s.ptr[0]))
			s = cl_str_sub(s, 1, s.len);
		if (read_iso(&s, date) || read_words(&s, date))
			return (size_t)(s.ptr - text.ptr);
	}
	return 0;
}
