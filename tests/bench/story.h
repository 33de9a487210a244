/* SPDX-License-Identifier: MIT */
/*
 * What the pictures of a large made-up archive are of: who photographed whom,
 * at which occasion, where and when, in the words of five agencies.
 */
#ifndef BENCH_STORY_H
#define BENCH_STORY_H

#include "forge/forge.h"

struct bench_story {
	struct forge_fields fields; /* its strings point into what follows */
	char by_line[64], person[2][64], event[96];
	char date[80], spoken[64], gps[48], gps_time[32];
	char reference[32], caption[640];
};

void bench_story_make(struct bench_story *story, uint64_t index, uint64_t seed);

#endif
