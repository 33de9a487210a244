/* SPDX-License-Identifier: MIT */
/*
 * Plain text and Markdown. Every line is a unit, and so is what three blanks or
 * more set apart in a line (text taken from a page has lost its markup so).
 * Lines that were broken by hand are joined again. An image in Markdown is one,
 * and what it says instead of itself a unit.
 */
#include "document/unit.h"

#include "base/utf8.h"
#include "date/month.h"

static size_t line_end(struct cl_str s, size_t at)
{
	return cl_str_find_char(s, '\n', at);
}

static bool is_gap(struct cl_str s, size_t at)
{
	return at + 2 < s.len && cl_is_space(s.ptr[at]) &&
	       cl_is_space(s.ptr[at + 1]) && cl_is_space(s.ptr[at + 2]);
}

static size_t trim_end(struct cl_str s, size_t start, size_t end)
{
	while (end > start && cl_is_space(s.ptr[end - 1]))
		end--;
	return end;
}

/* "![A pier](pier.jpg "The pier")": the unit becomes what stands in the square
 * brackets; the address, or NULL. */
static const char *take_image(struct cl_units *u, struct cl_unit *unit)
{
	struct cl_str s = cl_str_sub(u->text, 0, unit->end);
	size_t close, end;
	const char *image;

	if (!cl_str_starts(cl_str_sub(s, unit->start, s.len), CL_STR("![")))
		return NULL;
	close = cl_str_find(s, CL_STR("]("), unit->start);
	end = close + 2;
	if (close >= s.len || s.ptr[s.len - 1] != ')')
		return NULL;
	while (end + 1 < s.len && !cl_is_space(s.ptr[end]))
		end++;
	image = cl_arena_dup(u->arena, cl_str_sub(s, close + 2, end));
	if (!image)
		u->failed = true;
	unit->start += 2;
	unit->end = close;
	unit->adjoins = false;
	return image;
}

/* "*The pier*", "_The pier_": without the signs of Markdown. */
static void strip_emphasis(struct cl_str s, struct cl_unit *unit)
{
	while (unit->end - unit->start > 2 &&
	       s.ptr[unit->start] == s.ptr[unit->end - 1] &&
	       (s.ptr[unit->start] == '*' || s.ptr[unit->start] == '_')) {
		unit->start++;
		unit->end--;
	}
}

/* Add one unit; image is what Markdown shows before it. */
static void add_piece(struct cl_units *u, struct cl_unit *unit,
		      const char **image)
{
	const char *shown = take_image(u, unit);

	if (shown)
		*image = shown;
	unit->image = *image;
	strip_emphasis(u->text, unit);
	if (unit->end > unit->start)
		cl_units_add(u, unit);
	if (!shown)
		*image = NULL;
}

/* Add the units of one paragraph, cut at its gaps. */
static void add_pieces(struct cl_units *u, size_t start, size_t end,
		       bool adjoins, const char **image)
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
		unit.end = trim_end(s, unit.start, at);
		if (unit.end > unit.start)
			add_piece(u, &unit, image);
		adjoins = true;
	}
}

void cl_units_from_text(struct cl_units *u)
{
	struct cl_str s = u->text;
	struct cl_wrap wrap = cl_wrap_of(s);
	const char *image = NULL;
	bool adjoins = false;
	size_t at = cl_head_date(s, &u->date);

	if (at == 0 && cl_str_starts(s, CL_STR(CL_UTF8_BOM)))
		at = sizeof(CL_UTF8_BOM) - 1;
	while (at < s.len) {
		size_t start = at, end = line_end(s, at);

		while (end < s.len && cl_wrap_goes_on(&wrap, s, start, end)) {
			start = end + 1;
			end = line_end(s, start);
		}
		if (cl_str_trim(cl_str_sub(s, at, end)).len == 0) {
			adjoins = false;
		} else {
			add_pieces(u, at, end, adjoins, &image);
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
