/* SPDX-License-Identifier: MIT */
/*
 * How long a look-up in the gazetteer takes, beside a peer in the same run: a
 * linear scan that folds as the look-up does and compares with every name. Each
 * figure is per call, over batches of calls, so that the clock costs nothing;
 * p50 and p99 are of the batches.
 *
 *	bench_place [BATCHES]
 */
#include "cutline/place.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/fold.h"
#include "place/lookup.h"

/* Odd, so that batches begin at different names. */
#define CALLS 101
#define BATCHES 2000
#define BATCHES_MOST 100000

struct figures {
	double p50, p99; /* microseconds a call */
};

static const char *const words[] = {
	"Cannes",       "NEW YORK",      "Ft. Worth",  "München",
	"Sao Paulo",    "Springfield",   "photocall",  "Ana Lima",
	"St. Louis",    "Kyiv",          "Washington", "Aix-en-Provence",
	"the",          "Łódź",          "Calif.",     "Rio de Janeiro",
	"Getty Images", "Gelsenkirchen", "Istanbul",
};
#define WORDS (sizeof(words) / sizeof(words[0]))

static double now_us(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

static int compare(const void *a, const void *b)
{
	const double *x = a;
	const double *y = b;

	return *x < *y ? -1 : *x > *y;
}

static size_t by_city(size_t i)
{
	struct cutline_city city;
	const char *word = words[i % WORDS];

	return cutline_city_find(word, strlen(word), &city, 1);
}

static size_t by_state(size_t i)
{
	struct cutline_state state;
	const char *word = words[i % WORDS];

	return cutline_state_find(word, strlen(word), NULL, &state);
}

static size_t by_country(size_t i)
{
	struct cutline_country country;
	const char *word = words[i % WORDS];

	return cutline_country_find(word, strlen(word), &country);
}

/* Every city's own name in turn: no cache holds them all. */
static size_t by_any_city(size_t i)
{
	size_t row = i * 7919 % cl_city_row_count;
	const char *name = cl_place_string(cl_city_rows[row].name);
	struct cutline_city city;

	return cutline_city_find(name, strlen(name), &city, 1);
}

static size_t by_scan(size_t i)
{
	char memory[CL_PLACE_FOLDED_MAX];
	struct cl_str folded = { memory, 0 };
	size_t found = 0;

	folded.len = cl_fold_to(memory, sizeof(memory),
				cl_str_from(words[i % WORDS]));
	for (size_t k = 1; k < cl_place_name_count; k++) {
		const struct cl_place_name *name = &cl_place_names[k];

		found += name->len == folded.len &&
			 !memcmp(cl_place_string(name->text), memory,
				 folded.len);
	}
	return found;
}

static size_t by_position(size_t i)
{
	struct cutline_city city;
	const struct cl_city_row *row =
		&cl_city_rows[i * 7919 % cl_city_row_count];

	return cutline_city_nearest(row->latitude / 10000.0,
				    row->longitude / 10000.0, 50, &city, NULL);
}

/* Where hardly anything lies: the band stays as wide as it can be. */
static size_t by_ocean(size_t i)
{
	struct cutline_city city;

	return cutline_city_nearest(35.0 + (double)(i % 10), -40.0, 500, &city,
				    NULL);
}

static struct figures measure(size_t (*call)(size_t), size_t batches,
			      size_t calls, double *times)
{
	struct figures figures;
	size_t found = 0;

	for (size_t i = 0; i < batches; i++) {
		double start = now_us();

		for (size_t k = 0; k < calls; k++)
			found += call(i * calls + k);
		times[i] = (now_us() - start) / (double)calls;
	}
	qsort(times, batches, sizeof(*times), compare);
	figures.p50 = times[batches / 2];
	figures.p99 = times[batches * 99 / 100];
	/* What is found is looked at, so that no call can be left out. */
	if (found == SIZE_MAX)
		puts("");
	return figures;
}

static const struct {
	const char *what;
	size_t (*call)(size_t);
	size_t share; /* of the batches, for what is slow */
} cases[] = {
	{ "city by name", by_city, 1 },
	{ "city by name, all in turn", by_any_city, 1 },
	{ "state by name", by_state, 1 },
	{ "country by name", by_country, 1 },
	{ "peer: linear scan", by_scan, 100 },
	{ "nearest city", by_position, 1 },
	{ "nearest city, mid-ocean", by_ocean, 20 },
};

int main(int argc, char **argv)
{
	static double times[BATCHES_MOST];
	uint32_t batches = BATCHES;

	if (argc > 1 &&
	    (!cl_str_to_u32(cl_str_from(argv[1]), BATCHES_MOST, &batches) ||
	     batches < 100)) {
		fprintf(stderr, "usage: bench_place [BATCHES, from 100]\n");
		return 2;
	}
	printf("%-28s %10s %10s\n", "microseconds a call", "p50", "p99");
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct figures f = measure(
			cases[i].call, batches / cases[i].share, CALLS, times);

		printf("%-28s %10.3f %10.3f\n", cases[i].what, f.p50, f.p99);
	}
	return 0;
}
