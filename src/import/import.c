/* SPDX-License-Identifier: MIT */
/*
 * Import walks, asks the catalog which files it knows as they are, reads the
 * others and puts them in, in batches. What is committed stays, whatever
 * happens next; a batch that the system refuses is rolled back and leaves the
 * counts as they were at the last commit, and the next import begins with the
 * files that are not in.
 *
 * The catalog may lie in the folder that is imported. Its files are not opened:
 * closing a descriptor of them would drop the locks that SQLite holds on them
 * for this process (POSIX, fcntl), and another writer could break in.
 */
#include "cutline/import.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/path.h"
#include "import/file.h"
#include "import/kinds.h"

static const unsigned batch_files = 2000;
static const int64_t batch_ns = 2000000000;
static const int64_t progress_ns = 100000000;

struct import {
	struct cutline_catalog *catalog; /* NULL: nothing is known */
	const struct cutline_import_options *options;
	struct cutline_import_counts *counts;
	struct cutline_import_counts committed;
	struct cutline_error *err;
	struct cl_walk walk;
	struct cl_arena arena;
	const char **paths; /* as asked for, absolute */
	const char **files; /* those that are files, sorted */
	size_t count, file_count;
	struct stat own; /* the catalog's file */
	bool has_own, in_batch;
	unsigned in_batch_files;
	int64_t batch_began, told;
};

static int64_t now_ns(void)
{
	struct timespec t;

	(void)clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

static void tell_failed(struct import *im, const char *path, const char *why)
{
	const struct cutline_import_events *e = &im->options->events;

	im->counts->failed++;
	if (e->failed)
		e->failed(e->context, path, why);
}

static void tell_warnings(struct import *im, const char *path,
			  const struct cutline_photo *photo)
{
	const struct cutline_import_events *e = &im->options->events;

	im->counts->warned += photo->warning_count > 0;
	for (size_t i = 0; e->warned && i < photo->warning_count; i++)
		e->warned(e->context, path, photo->warnings[i]);
}

static void tell_progress(struct import *im)
{
	const struct cutline_import_events *e = &im->options->events;
	int64_t now;

	if (!e->progress)
		return;
	now = now_ns();
	if (now - im->told < progress_ns)
		return;
	im->told = now;
	e->progress(e->context, im->counts);
}

static bool is_stopped(const struct import *im)
{
	const struct cutline_import_events *e = &im->options->events;

	return e->stop && e->stop(e->context);
}

static enum cutline_status begin(struct import *im)
{
	enum cutline_status status;

	if (im->in_batch || im->options->dry_run)
		return CUTLINE_OK;
	status = cutline_catalog_begin(im->catalog, im->err);
	im->in_batch = !status;
	im->in_batch_files = 0;
	im->batch_began = now_ns();
	return status;
}

static enum cutline_status commit(struct import *im)
{
	enum cutline_status status;

	if (!im->in_batch)
		return CUTLINE_OK;
	status = cutline_catalog_commit(im->catalog, im->err);
	if (status)
		return status;
	im->in_batch = false;
	im->committed = *im->counts;
	return CUTLINE_OK;
}

static enum cutline_status commit_if_due(struct import *im)
{
	im->in_batch_files++;
	if (im->in_batch_files < batch_files &&
	    now_ns() - im->batch_began < batch_ns)
		return CUTLINE_OK;
	return commit(im);
}

static void give_up(struct import *im)
{
	if (!im->in_batch)
		return;
	cutline_catalog_rollback(im->catalog);
	im->in_batch = false;
	*im->counts = im->committed;
}

/* The catalog itself, or what SQLite keeps beside it. */
static bool is_own(const struct import *im, const struct cl_walk_entry *entry)
{
	static const char *const endings[] = { "-wal", "-shm", "-journal" };
	struct cl_str name = cl_str_from(entry->name);

	if (im->has_own && entry->st.st_dev == im->own.st_dev &&
	    entry->st.st_ino == im->own.st_ino)
		return true;
	for (size_t i = 0; i < sizeof(endings) / sizeof(*endings); i++)
		if (cl_str_ends(name, cl_str_from(endings[i])))
			return true;
	return false;
}

static void count_dry(struct import *im, enum cutline_file_state state)
{
	if (state == CUTLINE_FILE_NEW)
		im->counts->fresh++;
	else
		im->counts->changed++;
}

static enum cutline_status put(struct import *im, const char *path,
			       const struct cutline_file_stamp *stamp,
			       const struct cutline_photo *photo)
{
	enum cutline_put_outcome outcome = CUTLINE_PUT_NEW;
	enum cutline_status status = cutline_catalog_put(
		im->catalog, path, stamp, photo, &outcome, im->err);

	if (status)
		return status;
	switch (outcome) {
	case CUTLINE_PUT_NEW:
		im->counts->fresh++;
		break;
	case CUTLINE_PUT_CHANGED:
		im->counts->changed++;
		break;
	case CUTLINE_PUT_MOVED:
		im->counts->moved++;
		break;
	}
	return CUTLINE_OK;
}

/* What is left of a file without a picture goes into the catalog, so that its
 * caption can be found, and yet it failed: every import shall name it again.
 * An inode that no file has sees to that. */
static enum cutline_status
put_without_picture(struct import *im, const char *path,
		    struct cutline_file_stamp stamp,
		    const struct cutline_photo *photo)
{
	enum cutline_put_outcome outcome;

	stamp.inode = 0;
	if (im->options->dry_run)
		return CUTLINE_OK;
	return cutline_catalog_put(im->catalog, path, &stamp, photo, &outcome,
				   im->err);
}

static enum cutline_status read_file(struct import *im,
				     const struct cl_walk_entry *entry,
				     enum cutline_file_state state)
{
	enum cutline_status status = CUTLINE_OK;
	struct cutline_error why = { 0 };
	struct cutline_file_stamp stamp;
	struct cutline_photo *photo;

	switch (cl_file_read(entry, &photo, &stamp, &why)) {
	case CL_FILE_NOMEM:
		return cl_nomem(im->err);
	case CL_FILE_FAILED:
		tell_failed(im, entry->path, why.text);
		return CUTLINE_OK;
	case CL_FILE_NO_IMAGE:
		cl_kinds_count(im->counts, entry->name, false);
		return CUTLINE_OK;
	case CL_FILE_RAW:
		cl_kinds_count(im->counts, entry->name, true);
		return CUTLINE_OK;
	case CL_FILE_NO_PICTURE:
		status = put_without_picture(im, entry->path, stamp, photo);
		if (!status)
			tell_failed(im, entry->path, why.text);
		cutline_photo_free(photo);
		return status;
	case CL_FILE_PHOTO:
		break;
	}
	if (im->options->dry_run)
		count_dry(im, state);
	else
		status = put(im, entry->path, &stamp, photo);
	if (!status)
		tell_warnings(im, entry->path, photo);
	cutline_photo_free(photo);
	return status;
}

static enum cutline_status look_at(struct import *im,
				   const struct cl_walk_entry *entry)
{
	struct cutline_file_stamp stamp = cl_file_stamp(&entry->st);
	enum cutline_file_state state = CUTLINE_FILE_NEW;
	enum cutline_status status = begin(im);

	if (!status && im->catalog)
		status = cutline_catalog_file_state(im->catalog, entry->path,
						    &stamp, &state, im->err);
	if (status)
		return status;
	if (state == CUTLINE_FILE_SAME) {
		im->counts->same++;
		return CUTLINE_OK;
	}
	return read_file(im, entry, state);
}

static int by_text(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* A file that was asked for by its own path was read then. */
static bool was_asked_for(const struct import *im, const char *path)
{
	return im->file_count > 0 && bsearch(&path, im->files, im->file_count,
					     sizeof(*im->files), by_text);
}

static enum cutline_status import_found(struct import *im,
					const struct cl_walk_entry *entry)
{
	enum cutline_status status = CUTLINE_OK;

	if (is_own(im, entry))
		cl_kinds_count(im->counts, entry->name, false);
	else
		status = look_at(im, entry);
	if (!status && im->in_batch)
		status = commit_if_due(im);
	tell_progress(im);
	return status;
}

/* All at or below one path. */
static enum cutline_status import_path(struct import *im, const char *path)
{
	struct cl_walk_entry entry;
	enum cl_walk_found found = cl_walk_begin(&im->walk, path, &entry);
	bool is_file = found == CL_WALK_FILE;
	enum cutline_status status = CUTLINE_OK;

	if (found == CL_WALK_END)
		found = cl_walk_next(&im->walk, &entry);
	for (; found != CL_WALK_END && !status;
	     found = cl_walk_next(&im->walk, &entry)) {
		if (is_stopped(im))
			return cl_fail(im->err, CUTLINE_STOPPED, "stopped");
		if (found == CL_WALK_NOMEM)
			return cl_nomem(im->err);
		if (found == CL_WALK_TROUBLE)
			tell_failed(im, entry.path, entry.why);
		else if (is_file || !was_asked_for(im, entry.path))
			status = import_found(im, &entry);
	}
	return status;
}

static enum cutline_status import_all(struct import *im)
{
	enum cutline_status status = CUTLINE_OK;
	const char *link;

	for (size_t i = 0; i < im->count && !status; i++)
		if (i == 0 || strcmp(im->paths[i], im->paths[i - 1]) != 0)
			status = import_path(im, im->paths[i]);
	while (!status && (link = cl_walk_link(&im->walk)))
		status = import_path(im, link);
	return status;
}

static enum cutline_status sweep(struct import *im)
{
	enum cutline_status status = CUTLINE_OK;

	for (size_t i = 0; i < im->count && !status; i++) {
		uint64_t missing = 0;

		if (!cl_walk_was_whole(&im->walk, im->paths[i]))
			continue;
		status = begin(im);
		if (!status)
			status = cutline_catalog_sweep(
				im->catalog, im->paths[i], &missing, im->err);
		im->counts->missing += missing;
	}
	return status;
}

static enum cutline_status make_absolute(struct import *im,
					 const char *const *paths, size_t count)
{
	struct cl_buf path;
	enum cutline_status status = CUTLINE_OK;

	im->paths = cl_arena_array(&im->arena, count, sizeof(*im->paths));
	im->files = cl_arena_array(&im->arena, count, sizeof(*im->files));
	if (!im->paths || !im->files)
		return cl_nomem(im->err);
	cl_buf_init(&path, CL_WALK_PATH_MAX);
	for (size_t i = 0; i < count && !status; i++) {
		struct cutline_error why;

		cl_buf_clear(&path);
		status = cl_path_absolute(paths[i], &path, &why);
		if (status == CUTLINE_NOMEM) {
			(void)cl_nomem(im->err);
		} else if (status) {
			tell_failed(im, paths[i], why.text);
			status = CUTLINE_OK;
		} else {
			im->paths[im->count++] =
				cl_arena_dup(&im->arena, cl_buf_str(&path));
			if (!im->paths[im->count - 1])
				status = cl_nomem(im->err);
		}
	}
	cl_buf_release(&path);
	return status;
}

/* Which of the paths are files, so that their folder's walk passes them. */
static void sort_paths(struct import *im)
{
	for (size_t i = 0; i < im->count; i++) {
		struct stat st;

		if (stat(im->paths[i], &st) == 0 && S_ISREG(st.st_mode))
			im->files[im->file_count++] = im->paths[i];
	}
	if (im->count > 1)
		qsort(im->paths, im->count, sizeof(*im->paths), by_text);
	if (im->file_count > 1)
		qsort(im->files, im->file_count, sizeof(*im->files), by_text);
}

static enum cutline_status run(struct import *im, const char *const *paths,
			       size_t count)
{
	enum cutline_status status = make_absolute(im, paths, count);

	if (status)
		return status;
	sort_paths(im);
	status = import_all(im);
	if (!status && !im->options->dry_run)
		status = sweep(im);
	if (status == CUTLINE_STOPPED) {
		enum cutline_status last = commit(im);

		return last ? last : status;
	}
	return status ? status : commit(im);
}

enum cutline_status cutline_import(struct cutline_catalog *catalog,
				   const char *const *paths, size_t count,
				   const struct cutline_import_options *options,
				   struct cutline_import_counts *counts,
				   struct cutline_error *err)
{
	static const struct cutline_import_options defaults = { 0 };
	struct import im = {
		.catalog = catalog,
		.options = options ? options : &defaults,
		.counts = counts,
		.err = err,
	};
	const char *own = catalog ? cutline_catalog_path(catalog) : NULL;
	enum cutline_status status;

	*counts = (struct cutline_import_counts){ 0 };
	im.has_own = own && stat(own, &im.own) == 0;
	cl_walk_init(&im.walk);
	status = run(&im, paths, count);
	give_up(&im);
	cl_kinds_sort(counts);
	cl_walk_release(&im.walk);
	cl_arena_release(&im.arena);
	return status;
}
