/* SPDX-License-Identifier: MIT */
/*
 * Whether an embedded thumbnail still shows the picture is told from its upper
 * edge, since that is all of a large picture that can be decoded in no time:
 * the lightness of the first row of blocks, up to its middle, in eight cells
 * from left to right. libjpeg would take several times as long, since it can
 * only decode whole rows, and makes pixels of them.
 *
 * A block of the thumbnail reaches farther down in the picture than one of the
 * picture does. So of the thumbnail's only the upper lines are wanted, perhaps
 * less than one. Their mean is that of the block and what its first waves from
 * top to bottom (the coefficients whose horizontal frequency is 0) add to it
 * up there.
 *
 * A thumbnail is sharpened, lightened and compressed on its own, so only a
 * plain difference counts. Two pictures under one even sky agree.
 */
#include "image/thumbnail_edge.h"

#include <math.h>
#include <string.h>

#include "image/thumbnail_huffman.h"

/* Greatest mean difference of the cells, of 255. */
#define MEAN_MAX 20
#define MEAN_FAR 65536 /* no mean is so far from the middle */
#define SEGMENTS_MAX 1000
#define PARTS_MAX 3

/* First try what the source surely has at hand; a row of a large picture is
 * seldom longer than the second. */
#define SCAN_NEAR ((size_t)6 << 10)
#define SCAN_FAR ((size_t)128 << 10)

enum {
	SOF0 = 0xC0,
	SOF1 = 0xC1,
	DHT = 0xC4,
	EOI = 0xD9,
	SOS = 0xDA,
	DQT = 0xDB,
	DRI = 0xDD,
};

struct part {
	uint8_t id, across, down, quant, dc, ac;
};

struct reader {
	struct cl_source *s;
	int64_t at;
	uint32_t steps[4][CL_WAVES];    /* of each quantization table */
	struct cl_huffman tables[2][4]; /* for means, for the rest */
	struct part parts[PARTS_MAX];
	unsigned count;
	uint32_t width;
	unsigned restart;
};

static bool take_steps(struct reader *r, const uint8_t *p, size_t len)
{
	while (len > 0) {
		size_t wide = p[0] >> 4 ? 2 : 1;
		size_t size = 1 + 64 * wide;

		if (len < size || (p[0] & 15) > 3)
			return false;
		for (int i = 0; i < CL_WAVES; i++) {
			const uint8_t *at = p + 1 + wide * cl_wave_places[i];

			r->steps[p[0] & 15][i] =
				wide == 2 ? (uint32_t)(at[0] << 8 | at[1])
					  : at[0];
		}
		p += size;
		len -= size;
	}
	return true;
}

static bool take_tables(struct reader *r, const uint8_t *p, size_t len)
{
	while (len > 0) {
		size_t used;

		if (p[0] >> 4 > 1 || (p[0] & 15) > 3)
			return false;
		used = cl_huffman_read(&r->tables[p[0] >> 4][p[0] & 15], p + 1,
				       len - 1);
		if (used == 0)
			return false;
		p += used + 1;
		len -= used + 1;
	}
	return true;
}

static bool take_frame(struct reader *r, const uint8_t *p, size_t len)
{
	if (len < 6 || p[0] != 8 || r->count > 0 || p[5] > PARTS_MAX ||
	    len < 6 + 3 * (size_t)p[5])
		return false;
	r->width = (uint32_t)(p[3] << 8 | p[4]);
	r->count = p[5];
	p += 6;
	for (unsigned i = 0; i < r->count; i++, p += 3) {
		r->parts[i] = (struct part){ .id = p[0],
					     .across = p[1] >> 4,
					     .down = p[1] & 15,
					     .quant = p[2] & 3 };
		if (p[1] >> 4 == 0 || p[1] >> 4 > 4 || (p[1] & 15) == 0 ||
		    (p[1] & 15) > 4)
			return false;
	}
	return r->width > 0;
}

/* All parts in one scan, in the frame's order; a part by itself is one block
 * a unit. */
static bool take_scan(struct reader *r, const uint8_t *p, size_t len)
{
	if (r->count == 0 || len < 1 || p[0] != r->count ||
	    len < 1 + 2 * (size_t)r->count)
		return false;
	for (unsigned i = 0; i < r->count; i++) {
		if (p[1 + 2 * i] != r->parts[i].id)
			return false;
		r->parts[i].dc = p[2 + 2 * i] >> 4 & 3;
		r->parts[i].ac = p[2 + 2 * i] & 3;
	}
	if (r->count == 1)
		r->parts[0].across = r->parts[0].down = 1;
	return true;
}

static bool take_body(struct reader *r, uint8_t marker, const uint8_t *p,
		      size_t len)
{
	switch (marker) {
	case DQT:
		return take_steps(r, p, len);
	case DHT:
		return take_tables(r, p, len);
	case SOF0:
	case SOF1:
		return take_frame(r, p, len);
	case SOS:
		return take_scan(r, p, len);
	case DRI:
		r->restart = len >= 2 ? (unsigned)(p[0] << 8 | p[1]) : 0;
		return true;
	default:
		return marker > DRI; /* another frame, or a stray marker */
	}
}

/* Read on to the first scan. */
static bool read_head(struct reader *r)
{
	uint8_t marker = 0;

	for (int i = 0; i < SEGMENTS_MAX && marker != SOS; i++) {
		const uint8_t *p = cl_source_get(r->s, r->at, 4);
		size_t len;

		if (!p || p[0] != 0xFF)
			return false;
		if (p[1] == 0xFF) {
			r->at++;
			continue;
		}
		marker = p[1];
		len = (size_t)(p[2] << 8 | p[3]);
		if (len < 2)
			return false;
		if (marker <= DRI) {
			p = cl_source_get(r->s, r->at + 4, len - 2);
			if (!p && len > 2)
				return false;
		}
		if (!take_body(r, marker, p, len - 2))
			return false;
		r->at += 2 + (int64_t)len;
	}
	return marker == SOS;
}

static uint32_t half_of_blocks(const struct reader *r)
{
	return (r->width + 15) / 16;
}

/* The sums of coefficients, and of how many blocks, by cell. */
struct sums {
	int64_t waves[CL_EDGE_CELLS][CL_WAVES];
	int count[CL_EDGE_CELLS];
};

static void add_block(struct sums *sums, uint32_t cell,
		      const int waves[CL_WAVES])
{
	for (int i = 0; i < CL_WAVES; i++)
		sums->waves[cell][i] += waves[i];
	sums->count[cell]++;
}

/* One unit of the scan. Only the upper blocks of the first part count. */
static void read_unit(const struct reader *r, struct cl_bits *b,
		      int means[PARTS_MAX], uint32_t unit, struct sums *sums)
{
	uint32_t across = r->parts[0].across;
	uint32_t blocks = half_of_blocks(r);

	for (unsigned i = 0; i < r->count; i++) {
		const struct part *part = &r->parts[i];
		unsigned count = (unsigned)part->across * part->down;

		for (unsigned k = 0; k < count; k++) {
			uint32_t x = unit * across + k;
			int waves[CL_WAVES];

			cl_bits_block(b, &r->tables[0][part->dc],
				      &r->tables[1][part->ac], waves);
			means[i] += waves[0];
			if (means[i] > MEAN_FAR || means[i] < -MEAN_FAR)
				b->failed = true;
			waves[0] = means[i];
			if (i == 0 && k < across && x < blocks)
				add_block(sums, x * CL_EDGE_CELLS / blocks,
					  waves);
		}
	}
}

/* Go behind the restart marker that must be next. */
static void restart(struct cl_bits *b, int means[PARTS_MAX])
{
	const uint8_t *p = b->at;

	/* Bytes that were taken in advance end at the marker. */
	if (b->end - p < 2 || p[0] != 0xFF || (p[1] & 0xF8) != 0xD0)
		b->failed = true;
	*b = (struct cl_bits){ .at = p + (b->failed ? 0 : 2),
			       .end = b->end,
			       .failed = b->failed };
	memset(means, 0, PARTS_MAX * sizeof(*means));
}

static bool read_row(const struct reader *r, size_t most, struct sums *sums)
{
	int means[PARTS_MAX] = { 0 };
	uint32_t widest = 1;
	uint32_t units;
	struct cl_bits b = { 0 };
	size_t got;

	*sums = (struct sums){ 0 };
	b.at = cl_source_peek(r->s, r->at, most, &got);
	if (!b.at)
		return false;
	b.end = b.at + got;
	for (unsigned i = 0; i < r->count; i++)
		if (r->parts[i].across > widest)
			widest = r->parts[i].across;
	if (r->parts[0].across != widest)
		return false;
	units = (half_of_blocks(r) + widest - 1) / widest;
	for (uint32_t i = 0; i < units && !b.failed; i++) {
		if (r->restart > 0 && i > 0 && i % r->restart == 0)
			restart(&b, means);
		read_unit(r, &b, means, i, sums);
	}
	return !b.failed;
}

/* What a wave of so many half turns in 8 lines has in the mean of the first
 * lines (A.3.3). */
static double wave_share(int wave, double lines)
{
	double turn = acos(-1) * wave * lines / 8;

	if (wave == 0)
		return 1.0 / 8;
	return sqrt(0.5) / 4 * (turn > 0 ? sin(turn) / turn : 1);
}

static void set_cells(struct cl_edge *edge, const struct reader *r,
		      const struct sums *sums, double lines)
{
	const uint32_t *steps = r->steps[r->parts[0].quant];
	double level = 0;

	/* A narrow picture has fewer blocks than there are cells. */
	for (int i = 0; i < CL_EDGE_CELLS; i++) {
		if (sums->count[i] > 0)
			level = 128;
		for (int k = 0; sums->count[i] > 0 && k < CL_WAVES; k++)
			level += wave_share(k, lines) * steps[k] *
				 (double)sums->waves[i][k] / sums->count[i];
		edge->cells[i] = level;
	}
}

bool cl_edge_read(struct cl_edge *edge, struct cl_source *s, double lines)
{
	struct reader r = { .s = s, .at = 2 };
	struct sums sums;

	if (!read_head(&r) ||
	    (!read_row(&r, SCAN_NEAR, &sums) && !read_row(&r, SCAN_FAR, &sums)))
		return false;
	set_cells(edge, &r, &sums, lines);
	return true;
}

bool cl_edge_agree(const struct cl_edge *a, const struct cl_edge *b)
{
	double sum = 0;

	for (int i = 0; i < CL_EDGE_CELLS; i++)
		sum += fabs(a->cells[i] - b->cells[i]);
	return sum <= MEAN_MAX * CL_EDGE_CELLS;
}
