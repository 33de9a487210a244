/* SPDX-License-Identifier: MIT */
#include "base/nearest.h"

/* Names of options, commands, fields: none is longer. */
#define NAME_MAX_LEN 32

static size_t min3(size_t a, size_t b, size_t c)
{
	size_t ab = a < b ? a : b;

	return ab < c ? ab : c;
}

static bool same(char a, char b)
{
	return cl_to_lower(a) == cl_to_lower(b);
}

/* Edit distance with swaps of neighbours (optimal string alignment). */
static size_t distance(struct cl_str a, struct cl_str b)
{
	size_t rows[3][NAME_MAX_LEN + 1];
	size_t *before = rows[0];
	size_t *above = rows[1];
	size_t *row = rows[2];

	for (size_t j = 0; j <= b.len; j++)
		row[j] = j;
	for (size_t i = 1; i <= a.len; i++) {
		size_t *spare = before;

		before = above;
		above = row;
		row = spare;
		row[0] = i;
		for (size_t j = 1; j <= b.len; j++) {
			bool eq = same(a.ptr[i - 1], b.ptr[j - 1]);

			row[j] = min3(above[j] + 1, row[j - 1] + 1,
				      above[j - 1] + !eq);
			if (i > 1 && j > 1 &&
			    same(a.ptr[i - 1], b.ptr[j - 2]) &&
			    same(a.ptr[i - 2], b.ptr[j - 1]) &&
			    before[j - 2] + 1 < row[j])
				row[j] = before[j - 2] + 1;
		}
	}
	return row[b.len];
}

struct cl_nearest cl_nearest_to(struct cl_str name)
{
	return (struct cl_nearest){
		.name = name,
		.distance = (name.len < 6 ? 1 : name.len / 3) + 1,
	};
}

/* A beginning is as good as one wrong letter. */
static size_t measure(struct cl_str name, struct cl_str candidate)
{
	bool begins = cl_str_starts_nocase(candidate, name) ||
		      cl_str_starts_nocase(name, candidate);

	if (begins && name.len > 1 && candidate.len > 1)
		return 1;
	return distance(name, candidate);
}

void cl_nearest_try(struct cl_nearest *nearest, const char *candidate)
{
	struct cl_str other = cl_str_from(candidate);
	size_t d;

	if (nearest->name.len == 0 || nearest->name.len > NAME_MAX_LEN ||
	    other.len > NAME_MAX_LEN)
		return;
	d = measure(nearest->name, other);
	if (d < nearest->distance) {
		nearest->distance = d;
		nearest->best = candidate;
	}
}
