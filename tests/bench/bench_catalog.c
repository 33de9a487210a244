/* SPDX-License-Identifier: MIT */
/*
 * What the catalog costs without the reading of files: putting photos in,
 * asking after unchanged files, searching, counting, verifying. The photos are
 * made up by a fixed recipe, with dates in no order and 54 values each. Times
 * are of CPU; those of queries the best of five, the whole of parsing,
 * searching and reading 50 records.
 *
 *	bench_catalog [PHOTOS] [FOLDER]
 */
#include "cutline/catalog.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "photo/record.h"

#define PHOTOS 20000
#define BATCH 1000
#define ROUNDS 5

static const char *const queries[] = {
	"golden",
	"\"golden globe\"",
	"by:first5",
	"number77",
	"golden -number77",
	"golden date:2005..2007",
	"date:2005",
	"has:city",
	"missing:creators",
	"country:usa",
	"beverly hilton",
	"num*",
	"",
};

static const char *const facets[] = { "by",   "event",  "city",
				      "year", "folder", "camera" };

static double cpu_us(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

static unsigned next_random(unsigned below)
{
	static unsigned seed = 1;

	seed = seed * 1664525u + 1013904223u;
	return (seed >> 8) % below;
}

static _Noreturn void give_up(const char *why)
{
	fprintf(stderr, "bench_catalog: %s\n", why);
	exit(1);
}

static void check(enum cutline_status status, const struct cutline_error *err)
{
	if (status != CUTLINE_OK)
		give_up(err->text);
}

static void set(struct cutline_photo *photo, enum cutline_field field,
		const char *text)
{
	struct cl_arena *arena = cl_photo_arena(photo);
	const char **items = cl_arena_array(arena, 1, sizeof(*items));

	if (!items || !(items[0] = cl_arena_dup(arena, cl_str_from(text))))
		give_up("no memory");
	photo->fields[field].items = items;
	photo->fields[field].count = 1;
	photo->fields[field].origin = "iim:City";
}

static void set_time(struct cutline_photo *photo)
{
	char date[CUTLINE_DATE_TEXT_MAX];
	char captured[CUTLINE_MOMENT_TEXT_MAX];

	photo->date =
		cutline_date_of_day_number(12000 + (int)next_random(7000));
	cutline_date_write(&photo->date, date);
	(void)snprintf(captured, sizeof(captured), "%sT%02u:%02u:%02u", date,
		       next_random(24), next_random(60), next_random(60));
	(void)cutline_moment_read(captured, strlen(captured), &photo->captured);
	set(photo, CUTLINE_DATE_CREATED, date);
	set(photo, CUTLINE_CAPTURED, captured);
}

static void set_texts(struct cutline_photo *photo)
{
	char text[512];

	(void)snprintf(text, sizeof(text),
		       "LOS ANGELES, CA - JANUARY 16: Number%u Name%u attends "
		       "the %uth Annual Golden Globe Awards held at the "
		       "Beverly Hilton Hotel on January 16, 2011 in Beverly "
		       "Hills, California, word%u word%u. (Photo by First%u "
		       "Last%u/Getty Images)",
		       next_random(5000), next_random(5000), next_random(80),
		       next_random(30000), next_random(3000), next_random(500),
		       next_random(50));
	set(photo, CUTLINE_CAPTION, text);
	(void)snprintf(text, sizeof(text), "First%u Last%u", next_random(500),
		       next_random(50));
	set(photo, CUTLINE_CREATORS, text);
	(void)snprintf(text, sizeof(text), "%uth Annual Golden Globe Awards",
		       next_random(80));
	set(photo, CUTLINE_EVENTS, text);
	(void)snprintf(text, sizeof(text), "Number%u Name%u", next_random(5000),
		       next_random(5000));
	set(photo, CUTLINE_PERSONS, text);
}

static void set_constants(struct cutline_photo *photo)
{
	set(photo, CUTLINE_AGENCIES, "Getty Images");
	set(photo, CUTLINE_CITY, "Beverly Hills");
	set(photo, CUTLINE_PROVINCE_STATE, "California");
	set(photo, CUTLINE_COUNTRY, "United States");
	set(photo, CUTLINE_COUNTRY_CODE, "US");
	set(photo, CUTLINE_KEYWORDS, "awards");
	set(photo, CUTLINE_HEADLINE, "Golden Globe Awards Arrivals");
	set(photo, CUTLINE_CAMERA, "Canon EOS");
	set(photo, CUTLINE_CREDIT_LINE, "First Last/Getty Images");
	set(photo, CUTLINE_COPYRIGHT_NOTICE, "2011 Getty Images");
	set(photo, CUTLINE_INSTRUCTIONS, "NO SALES");
	set(photo, CUTLINE_SOURCE, "Getty");
}

/* Each field from three blocks. */
static void set_values(struct cutline_photo *photo)
{
	static const char *const origins[] = { "iim:City", "xmp:dc:subject",
					       "caption" };
	struct cutline_photo_value *values =
		cl_arena_array(cl_photo_arena(photo), 3 * CUTLINE_PHOTO_FIELDS,
			       sizeof(*values));

	if (!values)
		give_up("no memory");
	photo->values = values;
	for (unsigned f = 0; f < CUTLINE_PHOTO_FIELDS; f++) {
		if (photo->fields[f].count == 0)
			continue;
		for (unsigned i = 0; i < 3; i++)
			values[photo->value_count++] =
				(struct cutline_photo_value){
					.field = (enum cutline_field)f,
					.items = photo->fields[f].items,
					.count = 1,
					.origin = origins[i],
					.confidence = 0.9,
					.chosen = i == 0,
					.why = "the field comes first",
				};
	}
}

static struct cutline_photo *make_photo(int number)
{
	struct cutline_photo *photo = cl_photo_new();

	if (!photo)
		give_up("no memory");
	photo->identity = cl_arena_printf(
		cl_photo_arena(photo), "xxh3:%08x%08x%08x%08x",
		(unsigned)number * 2654435761u, (unsigned)number * 40503u, 0u,
		(unsigned)number);
	photo->type = "jpeg";
	photo->width = 1600;
	photo->height = 1067;
	set_time(photo);
	set_texts(photo);
	set_constants(photo);
	set_values(photo);
	return photo;
}

static void make_path(char out[128], int number)
{
	(void)snprintf(out, 128, "/archive/photos/folder%d/img%06d.jpg",
		       number / 100, number);
}

static double put_all(struct cutline_catalog *catalog, int photos)
{
	struct cutline_error err = { 0 };
	enum cutline_put_outcome outcome;
	char path[128];
	double used = 0;

	check(cutline_catalog_begin(catalog, &err), &err);
	for (int i = 0; i < photos; i++) {
		struct cutline_file_stamp stamp = { 80000 + i, i, 7, 0 };
		struct cutline_photo *photo = make_photo(i);
		double begun = cpu_us();

		make_path(path, i);
		check(cutline_catalog_put(catalog, path, &stamp, photo,
					  &outcome, &err),
		      &err);
		if (i % BATCH == BATCH - 1) {
			check(cutline_catalog_commit(catalog, &err), &err);
			check(cutline_catalog_begin(catalog, &err), &err);
		}
		used += cpu_us() - begun;
		cutline_photo_free(photo);
	}
	used -= cpu_us();
	check(cutline_catalog_commit(catalog, &err), &err);
	return used + cpu_us();
}

static double ask_all(struct cutline_catalog *catalog, int photos)
{
	struct cutline_error err = { 0 };
	enum cutline_file_state state;
	double begun = cpu_us();
	char path[128];

	for (int i = 0; i < photos; i++) {
		struct cutline_file_stamp stamp = { 80000 + i, i, 7, 0 };

		make_path(path, i);
		check(cutline_catalog_file_state(catalog, path, &stamp, &state,
						 &err),
		      &err);
		if (state != CUTLINE_FILE_SAME)
			give_up("a file that was put in is not the same");
	}
	return cpu_us() - begun;
}

static int search(struct cutline_catalog *catalog, const char *text)
{
	const struct cutline_search_options options = { .limit = 50 };
	struct cutline_error err = { 0 };
	const struct cutline_photo *photo;
	struct cutline_query *query;
	struct cutline_hits *hits;
	int found = -1;

	check(cutline_query_parse(text, strlen(text), &query, NULL, &err),
	      &err);
	check(cutline_catalog_search(catalog, query, &options, &hits, &err),
	      &err);
	do {
		check(cutline_hits_next(hits, &photo, &err), &err);
		found++;
	} while (photo);
	cutline_hits_close(hits);
	cutline_query_free(query);
	return found;
}

static uint64_t count(struct cutline_catalog *catalog, const char *text)
{
	struct cutline_error err = { 0 };
	struct cutline_query *query;
	uint64_t n;

	check(cutline_query_parse(text, strlen(text), &query, NULL, &err),
	      &err);
	check(cutline_catalog_count(catalog, query, &n, &err), &err);
	cutline_query_free(query);
	return n;
}

static void time_query(struct cutline_catalog *catalog, const char *text)
{
	double first = 1e9;
	double all = 1e9;
	uint64_t n = 0;
	int found = 0;

	for (int i = 0; i < ROUNDS; i++) {
		double begun = cpu_us();
		double used;

		found = search(catalog, text);
		used = cpu_us() - begun;
		first = used < first ? used : first;
		begun = cpu_us();
		n = count(catalog, text);
		used = cpu_us() - begun;
		all = used < all ? used : all;
	}
	printf("%-24s first %2d: %7.3f ms   count %7.3f ms: %llu\n", text,
	       found, first / 1e3, all / 1e3, (unsigned long long)n);
}

static void time_facet(struct cutline_catalog *catalog, const char *field)
{
	struct cutline_error err = { 0 };
	struct cutline_facets *found;
	struct cutline_query *query;
	double begun = cpu_us();

	check(cutline_query_parse("", 0, &query, NULL, &err), &err);
	check(cutline_catalog_facets(catalog, field, query, 20, &found, &err),
	      &err);
	printf("facets %-17s %7.3f ms: %llu values\n", field,
	       (cpu_us() - begun) / 1e3, (unsigned long long)found->distinct);
	cutline_facets_free(found);
	cutline_query_free(query);
}

static void run(struct cutline_catalog *catalog, int photos)
{
	struct cutline_error err = { 0 };
	double begun;

	printf("put             %7.1f us a photo\n",
	       put_all(catalog, photos) / photos);
	printf("unchanged       %7.2f us a file\n",
	       ask_all(catalog, photos) / photos);
	for (size_t i = 0; i < sizeof(queries) / sizeof(queries[0]); i++)
		time_query(catalog, queries[i]);
	for (size_t i = 0; i < sizeof(facets) / sizeof(facets[0]); i++)
		time_facet(catalog, facets[i]);
	begun = cpu_us();
	check(cutline_catalog_verify(catalog, NULL, NULL, NULL, &err), &err);
	printf("verify          %7.1f us a photo\n",
	       (cpu_us() - begun) / photos);
}

int main(int argc, char **argv)
{
	int photos = argc > 1 ? (int)strtol(argv[1], NULL, 10) : PHOTOS;
	char folder[512];
	char path[600];
	struct cutline_error err = { 0 };
	struct cutline_catalog *catalog;

	(void)snprintf(folder, sizeof(folder), "%s/bench-catalog-XXXXXX",
		       argc > 2 ? argv[2] : "/tmp");
	if (photos <= 0 || !mkdtemp(folder))
		give_up("usage: bench_catalog [PHOTOS] [FOLDER]");
	(void)snprintf(path, sizeof(path), "%s/catalog.db", folder);
	check(cutline_catalog_open(path, CUTLINE_CATALOG_CREATE, &catalog,
				   &err),
	      &err);
	run(catalog, photos);
	cutline_catalog_close(catalog);
	(void)unlink(path);
	(void)rmdir(folder);
	return 0;
}
