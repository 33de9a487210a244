/* SPDX-License-Identifier: MIT */
/*
 * Turns the facts of src/place into constants:
 *
 *	gen SOURCE-FOLDER OUTPUT
 *
 * Runs at build time on the building machine. What does not fit together (an
 * exonym of no city, a division of no country) ends the build with its line.
 */
#include <stdio.h>
#include <string.h>

#include "place/gen/emit.h"
#include "place/gen/load.h"

#define PATH_LONGEST 4096

static const struct {
	void (*load)(struct facts *f, const char *path);
	const char *file;
} sources[] = {
	{ load_countries, "countries.tsv" },
	{ load_country_names, "country_names.tsv" },
	{ load_admin1, "admin1.tsv" },
	{ load_us_states, "us_states.tsv" },
	{ load_divisions, "canada.tsv" },
	{ load_divisions, "nations.tsv" },
	{ load_divisions, "counties.tsv" },
	{ load_divisions, "divisions.tsv" },
	{ load_cities, "gazetteer-wide.tsv" },
	{ load_cities, "additions.tsv" },
};

static void load(struct facts *f, const char *folder,
		 void (*load_file)(struct facts *f, const char *path),
		 const char *file)
{
	char path[PATH_LONGEST];

	snprintf(path, sizeof(path), "%s/%s", folder, file);
	load_file(f, path);
}

static void count_people(struct facts *f)
{
	for (size_t i = 0; i < f->city_count; i++) {
		const struct city *city = &f->cities[i];

		f->countries[city->country].population += city->population;
		if (city->state != SIZE_MAX)
			f->states[city->state].population += city->population;
	}
}

int main(int argc, char **argv)
{
	struct facts f = { .countries = NULL };
	FILE *out;

	if (argc != 3) {
		fprintf(stderr, "usage: gen SOURCE-FOLDER OUTPUT\n");
		return 2;
	}
	for (size_t i = 0; i < sizeof(sources) / sizeof(sources[0]); i++)
		load(&f, argv[1], sources[i].load, sources[i].file);
	count_people(&f);
	facts_sort_names(&f, CITY);
	load(&f, argv[1], load_exonyms, "exonyms.tsv");
	for (int kind = 0; kind < KINDS; kind++)
		facts_sort_names(&f, (enum kind)kind);
	out = fopen(argv[2], "w");
	if (!out) {
		perror(argv[2]);
		return 1;
	}
	emit(&f, out);
	if (fclose(out)) {
		perror(argv[2]);
		return 1;
	}
	facts_release(&f);
	return 0;
}
