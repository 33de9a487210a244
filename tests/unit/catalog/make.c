/* SPDX-License-Identifier: MIT */
#include "unit/catalog/make.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "photo/record.h"
#include "unit/test.h"

static char folder[64];

const char *make_folder(void)
{
	(void)snprintf(folder, sizeof(folder), "/tmp/cutline-test-XXXXXX");
	assert_non_null(mkdtemp(folder));
	return folder;
}

const char *make_path(const char *name)
{
	static char path[8][256];
	static unsigned next;
	char *p = path[next++ % 8];

	(void)snprintf(p, 256, "%s/%s", folder, name);
	return p;
}

static void remove_below(const char *path)
{
	DIR *dir = opendir(path);
	struct dirent *entry;
	char below[512];

	while (dir && (entry = readdir(dir))) {
		if (strcmp(entry->d_name, ".") == 0 ||
		    strcmp(entry->d_name, "..") == 0)
			continue;
		(void)snprintf(below, sizeof(below), "%s/%s", path,
			       entry->d_name);
		if (unlink(below) != 0)
			remove_below(below);
	}
	if (dir)
		(void)closedir(dir);
	(void)rmdir(path);
}

void remove_folder(void)
{
	remove_below(folder);
}

static void fill_field(struct cl_arena *arena, struct cutline_photo_field *f,
		       const char *items)
{
	struct cl_str rest = cl_str_from(items);
	struct cl_str part;
	const char **list = cl_arena_array(arena, 16, sizeof(*list));

	assert_non_null(list);
	while (cl_str_split(&rest, '|', &part))
		list[f->count++] = cl_arena_dup(arena, part);
	f->items = list;
	f->origin = "caption";
}

static void fill_credit(struct cl_arena *arena, struct cutline_credit *credit,
			const char *via)
{
	struct cutline_credit_part *part =
		cl_arena_array(arena, 1, sizeof(*part));

	assert_non_null(part);
	part->role = CUTLINE_ROLE_DISTRIBUTOR;
	part->name = via;
	credit->parts = part;
	credit->count = 1;
	credit->line = via;
}

static void fill_values(struct cl_arena *arena, struct cutline_photo *photo)
{
	struct cutline_photo_value *values =
		cl_arena_array(arena, CUTLINE_PHOTO_FIELDS, sizeof(*values));

	assert_non_null(values);
	for (unsigned i = 0; i < CUTLINE_PHOTO_FIELDS; i++) {
		if (photo->fields[i].count == 0)
			continue;
		values[photo->value_count++] = (struct cutline_photo_value){
			.field = (enum cutline_field)i,
			.items = photo->fields[i].items,
			.count = photo->fields[i].count,
			.origin = "caption",
			.confidence = 0.9,
			.chosen = true,
			.why = "the only one",
		};
	}
	photo->values = values;
}

struct cutline_photo *make_photo(const struct made *made)
{
	struct cutline_photo *photo = cl_photo_new();
	struct cl_arena *arena;

	assert_non_null(photo);
	arena = cl_photo_arena(photo);
	photo->identity = made->identity;
	photo->type = "jpeg";
	photo->width = 1600;
	photo->height = 1067;
	if (made->date)
		assert_int_equal(cutline_date_parse(made->date,
						    strlen(made->date),
						    &photo->date, NULL),
				 CUTLINE_OK);
	if (made->captured)
		assert_true(cutline_moment_read(made->captured,
						strlen(made->captured),
						&photo->captured));
	if (made->via)
		fill_credit(arena, &photo->credit, made->via);
	photo->has_gps = made->gps;
	photo->latitude = made->gps ? 43.551234567 : 0;
	photo->longitude = made->gps ? -7.02 : 0;
	photo->conflict[CUTLINE_DATE_CREATED] = made->conflict;
	for (size_t i = 0; i < 8 && made->fields[i].items; i++)
		fill_field(arena, &photo->fields[made->fields[i].field],
			   made->fields[i].items);
	fill_values(arena, photo);
	return photo;
}

struct cutline_catalog *open_catalog(const char *path,
				     enum cutline_catalog_mode mode)
{
	struct cutline_catalog *catalog = NULL;
	struct cutline_error err = { 0 };

	if (cutline_catalog_open(path, mode, &catalog, &err) != CUTLINE_OK)
		fail_msg("%s", err.text);
	return catalog;
}

enum cutline_put_outcome put_made(struct cutline_catalog *catalog,
				  const struct made *made)
{
	struct cutline_file_stamp stamp = { 81234, made->mtime_ns, 7, 0 };
	enum cutline_put_outcome outcome = CUTLINE_PUT_NEW;
	struct cutline_photo *photo = make_photo(made);
	struct cutline_error err = { 0 };

	if (cutline_catalog_begin(catalog, &err) != CUTLINE_OK ||
	    cutline_catalog_put(catalog, made->path, &stamp, photo, &outcome,
				&err) != CUTLINE_OK ||
	    cutline_catalog_commit(catalog, &err) != CUTLINE_OK)
		fail_msg("%s", err.text);
	cutline_photo_free(photo);
	return outcome;
}

static void list_hits(struct cutline_hits *hits, char *out, size_t size)
{
	const struct cutline_photo *photo = NULL;
	struct cutline_error err = { 0 };
	enum cutline_status status;
	size_t len = 0;

	out[0] = '\0';
	while ((status = cutline_hits_next(hits, &photo, &err)) == CUTLINE_OK &&
	       photo)
		len += (size_t)snprintf(out + len, size - len, "%s%lld",
					len > 0 ? " " : "",
					(long long)photo->id);
	if (status != CUTLINE_OK)
		(void)snprintf(out, size, "error: %s", err.text);
}

const char *find(struct cutline_catalog *catalog, const char *query,
		 enum cutline_sort sort)
{
	static char out[4096];
	struct cutline_search_options options = { .sort = sort };
	struct cutline_query *q = NULL;
	struct cutline_hits *hits = NULL;
	struct cutline_error err = { 0 };
	uint64_t count;
	size_t found = 0;

	if (cutline_query_parse(query, strlen(query), &q, NULL, &err) !=
		    CUTLINE_OK ||
	    cutline_catalog_search(catalog, q, &options, &hits, &err) !=
		    CUTLINE_OK) {
		(void)snprintf(out, sizeof(out), "error: %s", err.text);
	} else {
		list_hits(hits, out, sizeof(out));
		cutline_hits_close(hits);
		for (const char *c = out; *c; c++)
			found += *c == ' ';
		found += out[0] != '\0';
		if (cutline_catalog_count(catalog, q, &count, &err) !=
		    CUTLINE_OK)
			fail_msg("%s", err.text);
		assert_int_equal(count, found);
	}
	cutline_query_free(q);
	return out;
}

static void print_problem(void *context, const char *problem)
{
	(void)context;
	print_message("# %s\n", problem);
}

void check_sound(struct cutline_catalog *catalog)
{
	struct cutline_error err = { 0 };

	if (cutline_catalog_verify(catalog, print_problem, NULL, NULL, &err) !=
	    CUTLINE_OK)
		fail_msg("%s", err.text);
}
