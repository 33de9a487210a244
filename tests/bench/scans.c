/* SPDX-License-Identifier: MIT */
#include "bench/scans.h"

#include <string.h>

/* Rows whose choice spells the picture's number, so that none repeats. */
#define NUMBER_ROWS 6

/* The position behind the SOS segment. */
static size_t find_scan(const struct forge_buf *jpeg)
{
	size_t at = 2;

	while (at + 4 <= jpeg->len) {
		const uint8_t *p = jpeg->data + at;

		at += 2 + ((size_t)p[2] << 8 | p[3]);
		if (p[1] == 0xda)
			return at;
	}
	forge_die("has no scan", "bench picture");
}

/* Cut the scan at its restart markers. */
static void cut_rows(struct forge_buf rows[BENCH_ROWS],
		     const struct forge_buf *jpeg)
{
	size_t from = find_scan(jpeg);
	size_t n = 0;

	for (size_t at = from; at + 1 < jpeg->len; at++) {
		unsigned marker = jpeg->data[at + 1];

		if (jpeg->data[at] != 0xff || marker < 0xd0 || marker > 0xd9)
			continue;
		if (n == BENCH_ROWS)
			forge_die("has too many rows", "bench picture");
		forge_put(&rows[n++], jpeg->data + from, at - from);
		from = at + 2;
	}
	if (n != BENCH_ROWS)
		forge_die("has too few rows", "bench picture");
}

static void add_scan(struct bench_scans *scans, unsigned scene,
		     const struct forge_drawing *drawing)
{
	struct forge_buf jpeg = { 0 };
	size_t scan;

	forge_scan_make(&jpeg, drawing, 1);
	scan = find_scan(&jpeg);
	if (!scans->header.len)
		forge_put(&scans->header, jpeg.data, scan);
	if (scans->header.len != scan ||
	    memcmp(scans->header.data, jpeg.data, scan) != 0)
		forge_die("has tables of its own", drawing->scene);
	cut_rows(scans->rows[scene][drawing->exposure], &jpeg);
	forge_buf_release(&jpeg);
}

void bench_scans_init(struct bench_scans *scans, uint32_t seed)
{
	struct forge_drawing drawing = {
		.grain = 18,
		.width_px = BENCH_WIDTH,
		.height_px = BENCH_HEIGHT,
		.quality = 78,
		.restart_rows = true,
	};
	struct forge_drawing small;

	memset(scans, 0, sizeof(*scans));
	for (unsigned i = 0; i < BENCH_SCENES && forge_scenes[i]; i++) {
		drawing.scene = forge_scenes[i];
		drawing.seed = seed + 3 * i;
		for (unsigned k = 0; k < BENCH_EXPOSURES; k++) {
			drawing.exposure = k;
			add_scan(scans, i, &drawing);
		}
		small = drawing;
		small.grain = 8;
		small.quality = 85;
		forge_thumbnail_make(&scans->thumbnails[i], &small, 1);
	}
}

void bench_scans_release(struct bench_scans *scans)
{
	for (unsigned i = 0; i < BENCH_SCENES; i++) {
		for (unsigned k = 0; k < BENCH_EXPOSURES * BENCH_ROWS; k++)
			forge_buf_release(&scans->rows[i][k / BENCH_ROWS]
						      [k % BENCH_ROWS]);
		forge_buf_release(&scans->thumbnails[i]);
	}
	forge_buf_release(&scans->header);
}

void bench_scans_put(struct forge_buf *out, const struct bench_scans *scans,
		     uint64_t index, uint64_t seed)
{
	unsigned scene = (unsigned)(index % BENCH_SCENES);
	uint64_t number = index / BENCH_SCENES;
	uint64_t dice = seed ^ index << 20;

	forge_put_buf(out, &scans->header);
	for (unsigned i = 0; i < BENCH_ROWS; i++) {
		uint64_t pick = i < NUMBER_ROWS ? number : forge_next(&dice);

		number /= BENCH_EXPOSURES;
		if (i > 0)
			forge_put_u16be(out, 0xffd0 + (i - 1) % 8);
		forge_put_buf(out,
			      &scans->rows[scene][pick % BENCH_EXPOSURES][i]);
	}
	forge_put_u16be(out, 0xffd9);
}
