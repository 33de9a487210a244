/* SPDX-License-Identifier: MIT */
/*
 * Import walks, asks the catalog which files it knows as they are, reads the
 * others and puts them in, in batches. What is committed stays, whatever
 * happens next, and the next import begins with the files that are not in.
 *
 * Missing are the files at or below a path that was asked for and not met,
 * if the path is there and every folder below it could be read: a disk that is
 * not in its place, or a folder locked away, tells nothing of its files.
 *
 * The catalog may lie in the folder that is imported. Its files are not opened:
 * closing a descriptor of them would drop the locks that SQLite holds on them
 * for this process (POSIX, fcntl), and another writer could break in.
 */
#include "cutline/import.h"

#include "base/error.h"
#include "import/asked.h"
#include "import/batch.h"
#include "import/beside.h"
#include "import/file.h"
#include "import/kinds.h"
#include "import/tell.h"

struct import {
	struct cutline_catalog *catalog; /* NULL: nothing is known */
	struct cutline_import_counts *counts;
	struct cutline_error *err;
	bool dry_run;
	struct cl_teller teller;
	struct cl_import_batch batch;
	struct cl_asked asked;
	struct cl_walk walk;
	struct stat own; /* the catalog's file */
	bool has_own;
};

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

static void count_outcome(struct import *im, enum cutline_put_outcome outcome)
{
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
}

static enum cutline_status put(struct import *im,
			       const struct cl_walk_entry *entry,
			       const struct cutline_file_stamp *stamp,
			       const struct cutline_photo *photo,
			       enum cutline_file_state state)
{
	enum cutline_put_outcome outcome = state == CUTLINE_FILE_NEW
						   ? CUTLINE_PUT_NEW
						   : CUTLINE_PUT_CHANGED;
	enum cutline_status status = CUTLINE_OK;

	if (!im->dry_run)
		status = cutline_catalog_put(im->catalog, entry->path, stamp,
					     photo, &outcome, im->err);
	if (status)
		return status;
	count_outcome(im, outcome);
	cl_tell_warnings(&im->teller, entry->path, photo);
	return CUTLINE_OK;
}

/* What is left of a file without a picture goes into the catalog, so that its
 * caption can be found, and yet it failed: every import shall name it again.
 * An inode that no file has sees to that. */
static enum cutline_status
put_without_picture(struct import *im, const struct cl_walk_entry *entry,
		    struct cutline_file_stamp stamp,
		    const struct cutline_photo *photo, const char *why)
{
	enum cutline_put_outcome outcome;
	enum cutline_status status = CUTLINE_OK;

	stamp.inode = 0;
	if (!im->dry_run)
		status = cutline_catalog_put(im->catalog, entry->path, &stamp,
					     photo, &outcome, im->err);
	if (!status)
		cl_tell_failed(&im->teller, entry->path, why);
	return status;
}

/* The file is read now, by content, whatever it is. */
static enum cutline_status read_file(struct import *im,
				     const struct cl_walk_entry *entry,
				     struct cl_beside *beside,
				     enum cutline_file_state state)
{
	enum cutline_status status = CUTLINE_OK;
	struct cutline_error why = { 0 };
	struct cutline_file_stamp stamp;
	struct cutline_photo *photo;

	switch (cl_file_read(entry, beside, &photo, &stamp, &why)) {
	case CL_FILE_NOMEM:
		return cl_nomem(im->err);
	case CL_FILE_FAILED:
		cl_tell_failed(&im->teller, entry->path, why.text);
		break;
	case CL_FILE_NO_IMAGE:
		cl_kinds_count(im->counts, entry->name, false);
		break;
	case CL_FILE_RAW:
		cl_kinds_count(im->counts, entry->name, true);
		break;
	case CL_FILE_NO_PICTURE:
		cl_beside_take(beside);
		status = put_without_picture(im, entry, stamp, photo, why.text);
		break;
	case CL_FILE_PHOTO:
		cl_beside_take(beside);
		status = put(im, entry, &stamp, photo, state);
		break;
	}
	cutline_photo_free(photo);
	return status;
}

static enum cutline_status look_at(struct import *im,
				   const struct cl_walk_entry *entry,
				   struct cl_beside *beside)
{
	struct cutline_file_stamp stamp = cl_file_stamp(&entry->st);
	enum cutline_file_state state = CUTLINE_FILE_NEW;
	enum cutline_status status = cl_import_batch_begin(&im->batch, im->err);

	stamp.sidecars = beside->stamp;
	if (!status && im->catalog)
		status = cutline_catalog_file_state(im->catalog, entry->path,
						    &stamp, &state, im->err);
	if (status)
		return status;
	if (state == CUTLINE_FILE_SAME) {
		im->counts->same++;
		cl_beside_take(beside);
		return CUTLINE_OK;
	}
	return read_file(im, entry, beside, state);
}

static enum cutline_status import_found(struct import *im,
					const struct cl_walk_entry *entry)
{
	enum cutline_status status = CUTLINE_OK;
	struct cl_beside beside = { 0 };

	if (is_own(im, entry))
		cl_kinds_count(im->counts, entry->name, false);
	else if (cl_beside_find(&beside, entry, im->has_own ? &im->own : NULL))
		status = look_at(im, entry, &beside);
	else
		status = cl_nomem(im->err);
	cl_beside_release(&beside);
	if (!status)
		status = cl_import_batch_file(&im->batch, im->err);
	cl_tell_progress(&im->teller);
	return status;
}

/* A file that is left to its own path, or a sidecar to that of its picture. */
static bool is_left(struct import *im, const struct cl_walk_entry *entry,
		    bool is_file)
{
	struct cl_beside beside;

	if (is_file)
		return cl_asked_has_picture(&im->asked, entry->path);
	if (!cl_asked_has_file(&im->asked, entry->path))
		return false;
	if (cl_beside_find(&beside, entry, NULL))
		cl_beside_take(&beside);
	cl_beside_release(&beside);
	return true;
}

/* All at or below one path. A file that was asked for by its own path is left
 * to that. */
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
		if (cl_tell_stop(&im->teller))
			return cl_fail(im->err, CUTLINE_STOPPED, "stopped");
		if (found == CL_WALK_NOMEM)
			return cl_nomem(im->err);
		if (found == CL_WALK_TROUBLE)
			cl_tell_failed(&im->teller, entry.path, entry.why);
		else if (!is_left(im, &entry, is_file))
			status = import_found(im, &entry);
	}
	return status;
}

static enum cutline_status import_all(struct import *im)
{
	enum cutline_status status = CUTLINE_OK;
	const char *link;

	for (size_t i = 0; i < im->asked.count && !status; i++)
		status = import_path(im, im->asked.paths[i]);
	while (!status && (link = cl_walk_link(&im->walk)))
		status = import_path(im, link);
	return status;
}

static enum cutline_status sweep(struct import *im)
{
	enum cutline_status status = CUTLINE_OK;

	for (size_t i = 0; i < im->asked.count && !status; i++) {
		const char *path = im->asked.paths[i];
		uint64_t missing = 0;

		if (!cl_walk_was_whole(&im->walk, path))
			continue;
		status = cl_import_batch_begin(&im->batch, im->err);
		if (!status)
			status = cutline_catalog_sweep(im->catalog, path,
						       &missing, im->err);
		im->counts->missing += missing;
	}
	return status;
}

static enum cutline_status run(struct import *im, const char *const *paths,
			       size_t count)
{
	enum cutline_status status, last;

	status = cl_asked_init(&im->asked, paths, count, &im->teller, im->err);
	if (!status)
		status = import_all(im);
	if (!status && !im->dry_run)
		status = sweep(im);
	if (status && status != CUTLINE_STOPPED)
		return status;
	last = cl_import_batch_commit(&im->batch, im->err);
	return last ? last : status;
}

enum cutline_status cutline_import(struct cutline_catalog *catalog,
				   const char *const *paths, size_t count,
				   const struct cutline_import_options *options,
				   struct cutline_import_counts *counts,
				   struct cutline_error *err)
{
	static const struct cutline_import_options defaults = { 0 };
	const struct cutline_import_options *o = options ? options : &defaults;
	struct import im = {
		.catalog = catalog,
		.counts = counts,
		.err = err,
		.dry_run = o->dry_run,
		.teller = { .events = &o->events, .counts = counts },
		.batch = { .catalog = o->dry_run ? NULL : catalog,
			   .counts = counts },
	};
	const char *own = catalog ? cutline_catalog_path(catalog) : NULL;
	enum cutline_status status;

	*counts = (struct cutline_import_counts){ 0 };
	im.has_own = own && stat(own, &im.own) == 0;
	cl_walk_init(&im.walk);
	status = run(&im, paths, count);
	cl_import_batch_give_up(&im.batch);
	cl_kinds_sort(counts);
	cl_walk_release(&im.walk);
	cl_asked_release(&im.asked);
	return status;
}
