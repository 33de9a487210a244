/* SPDX-License-Identifier: MIT */
/*
 * Any number of different pictures for the price of a few.
 *
 * With a restart marker after each row of blocks, and one set of tables, every
 * row of a JPEG is coded by itself. So each scene is encoded a few times, with
 * another grain each time, and a picture is made by choosing each of its rows
 * from one of these. All of it decodes without a warning, and no two pictures
 * share their data.
 */
#ifndef BENCH_SCANS_H
#define BENCH_SCANS_H

#include "forge/forge.h"

#define BENCH_SCENES 14
#define BENCH_EXPOSURES 8
#define BENCH_ROWS 27
#define BENCH_WIDTH 640
#define BENCH_HEIGHT (16 * BENCH_ROWS)

struct bench_scans {
	struct forge_buf header; /* SOI to SOS, the same for all */
	struct forge_buf rows[BENCH_SCENES][BENCH_EXPOSURES][BENCH_ROWS];
	struct forge_buf thumbnails[BENCH_SCENES];
};

void bench_scans_init(struct bench_scans *scans, uint32_t seed);
void bench_scans_release(struct bench_scans *scans);

/* Picture number index, of scene index % BENCH_SCENES, without metadata. */
void bench_scans_put(struct forge_buf *out, const struct bench_scans *scans,
		     uint64_t index, uint64_t seed);

#endif
