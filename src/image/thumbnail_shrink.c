/* SPDX-License-Identifier: MIT */
/*
 * Each pixel of the small picture is the mean of the area it covers of the
 * large one. To weigh pixels that lie across an edge exactly, lengths are
 * measured in units of which a pixel of the large picture has as many as the
 * small picture has pixels, and the other way round: 5 pixels to 2 are 10
 * units, pixel 2 covers 4 to 6, and one unit of it belongs to each side.
 */
#include "image/thumbnail_shrink.h"

#include <string.h>

#include "base/alloc.h"

bool cl_shrink_init(struct cl_shrink *s, uint32_t from_width,
		    uint32_t from_height, struct cl_pixels *to)
{
	size_t count = (size_t)to->width * to->channels;

	*s = (struct cl_shrink){
		.from_width = from_width,
		.from_height = from_height,
		.to = to,
		.row = cl_alloc_zero(count, sizeof(*s->row)),
		.sums = cl_alloc_zero(count, sizeof(*s->sums)),
	};
	return s->row && s->sums;
}

void cl_shrink_release(struct cl_shrink *s)
{
	cl_free(s->row);
	cl_free(s->sums);
	s->row = NULL;
	s->sums = NULL;
}

/* The sums of a row have at most 255 times from_width, 24 bits. */
static void shrink_row(struct cl_shrink *s, const uint8_t *from)
{
	const unsigned channels = s->to->channels;
	const uint32_t unit = s->to->width;
	uint32_t *to = s->row;
	uint32_t left = s->from_width; /* units that *to still wants */

	memset(s->row, 0, (size_t)unit * channels * sizeof(*s->row));
	for (uint32_t x = 0; x < s->from_width; x++) {
		uint32_t part = unit < left ? unit : left;

		for (unsigned c = 0; c < channels; c++)
			to[c] += part * from[c];
		left -= part;
		if (left == 0) {
			to += channels;
			left = s->from_width;
			part = unit - part;
			for (unsigned c = 0; part > 0 && c < channels; c++)
				to[c] += part * from[c];
			left -= part;
		}
		from += channels;
	}
}

static void add_row(struct cl_shrink *s, uint32_t weight)
{
	size_t count = (size_t)s->to->width * s->to->channels;

	for (size_t i = 0; i < count; i++)
		s->sums[i] += (uint64_t)weight * s->row[i];
}

static void finish_row(struct cl_shrink *s)
{
	size_t count = (size_t)s->to->width * s->to->channels;
	uint8_t *to = s->to->data + s->done * count;
	uint64_t area = (uint64_t)s->from_width * s->from_height;

	for (size_t i = 0; i < count; i++)
		to[i] = (uint8_t)((s->sums[i] + area / 2) / area);
	memset(s->sums, 0, count * sizeof(*s->sums));
	s->done++;
}

void cl_shrink_feed(struct cl_shrink *s, const uint8_t *row)
{
	const uint32_t unit = s->to->height;
	uint64_t begin = (uint64_t)s->rows * unit;
	uint64_t edge = (uint64_t)(s->done + 1) * s->from_height;
	uint32_t part = unit;

	if (s->rows == s->from_height)
		return;
	if (begin + unit >= edge)
		part = (uint32_t)(edge - begin);
	shrink_row(s, row);
	add_row(s, part);
	s->rows++;
	if (begin + unit < edge)
		return;
	finish_row(s);
	if (part < unit)
		add_row(s, unit - part);
}
