/* SPDX-License-Identifier: MIT */
/*
 * Lines broken by hand. Where all lines of a text are short, one was broken if
 * the next one's first word would have made it longer than the longest; it may
 * then end with a sentence, too, if others end in the middle of one. Else only
 * a line of usual width goes on that ends in a comma, or where the next begins
 * with a small letter.
 */
#include "document/unit.h"

#include <string.h>

/* A line broken by hand is between these widths. */
#define WRAP_MIN 40
#define WRAP_MAX 100

/* So many lines must end in the middle of a sentence before one is joined that
 * ends with it. */
#define OPEN_MIN 2

/* So many bytes at the head of a text tell how its lines are broken. */
#define WRAP_LOOK 65536

static size_t last_of(struct cl_str s, size_t start, size_t end)
{
	while (end > start && cl_is_space(s.ptr[end - 1]))
		end--;
	return end;
}

struct cl_wrap cl_wrap_of(struct cl_str text)
{
	struct cl_str s = cl_str_sub(text, 0, WRAP_LOOK);
	struct cl_wrap wrap = { 0 };
	size_t at = 0;

	while (at < s.len) {
		size_t end = cl_str_find_char(s, '\n', at);
		size_t last = last_of(s, at, end);

		wrap.width = last - at > wrap.width ? last - at : wrap.width;
		if (last - at >= WRAP_MIN && end + 1 < s.len &&
		    cl_is_lower(s.ptr[end + 1]))
			wrap.open++;
		at = end + 1;
	}
	if (wrap.width > WRAP_MAX)
		wrap.width = 0;
	return wrap;
}

/* Is the last word a small one, so that the sentence can hardly end in it? */
static bool ends_small(struct cl_str s, size_t start, size_t last)
{
	size_t at = last;

	while (at > start && !cl_is_space(s.ptr[at - 1]))
		at--;
	return cl_is_lower(s.ptr[at]);
}

static size_t first_word(struct cl_str s, size_t at)
{
	size_t end = at;

	while (end < s.len && end < at + WRAP_MAX && !cl_is_space(s.ptr[end]))
		end++;
	return end - at;
}

bool cl_wrap_goes_on(const struct cl_wrap *wrap, struct cl_str text,
		     size_t start, size_t end)
{
	size_t next = end + 1, last = last_of(text, start, end);
	bool stop;

	if (last - start < WRAP_MIN || last - start > WRAP_MAX ||
	    next >= text.len || cl_is_space(text.ptr[next]))
		return false;
	if (cl_is_lower(text.ptr[next]) || text.ptr[last - 1] == ',')
		return true;
	stop = strchr(".!?:)\"", text.ptr[last - 1]) != NULL;
	if (!wrap->width ||
	    last - start + 1 + first_word(text, next) <= wrap->width)
		return false;
	if (stop)
		return wrap->open >= OPEN_MIN && text.ptr[last - 1] != ')';
	return wrap->open > 0 || ends_small(text, start, last);
}
