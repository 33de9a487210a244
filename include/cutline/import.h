/* SPDX-License-Identifier: MIT */
/**
 * @file
 * Import: folders of pictures into a catalog.
 */
#ifndef CUTLINE_IMPORT_H
#define CUTLINE_IMPORT_H

#include <cutline/catalog.h>

/** Files of a kind that is not read: "NEF", "xmp", "pdf". */
struct cutline_import_kind {
	char name[16];
	uint64_t count;
};

#define CUTLINE_IMPORT_KINDS 64

/** What an import has done so far. */
struct cutline_import_counts {
	uint64_t fresh; /**< "new" */
	uint64_t changed, same, moved, missing, failed;
	uint64_t warned;  /**< imported although their metadata is damaged */
	uint64_t skipped; /**< no pictures: see kinds */
	/** Skipped files by kind, most first; the last may be "other". */
	struct cutline_import_kind kinds[CUTLINE_IMPORT_KINDS];
	size_t kind_count;
};

/** What an import tells while it runs. Each may be NULL. */
struct cutline_import_events {
	void *context;
	/** Now and then, at most some ten times a second. */
	void (*progress)(void *context,
			 const struct cutline_import_counts *counts);
	/** A file or folder that could not be read, or is no image although
	 * its name says so. */
	void (*failed)(void *context, const char *path, const char *why);
	/** A file that was imported, with remarks. */
	void (*warned)(void *context, const char *path, const char *warning);
	/** Asked between files; true ends the import after a commit. */
	bool (*stop)(void *context);
};

struct cutline_import_options {
	bool dry_run; /**< read everything, write nothing */
	struct cutline_import_events events;
};

/**
 * Import files and folders, folders with all below them.
 *
 * Files are known by content. Those whose size, time and inode are as they
 * were are not read again. Symbolic links to folders are followed once; FIFOs,
 * sockets and devices are passed over. Hidden folders are read like others.
 * One bad file costs that file. Files gone since the last import are marked
 * missing, never deleted. A name that an image usually has (.jpg) with other
 * content is a failure; any other file that is no image is counted as skipped.
 * Sidecars are read with their picture, see cutline_image_find_sidecars(), and
 * a picture is read again when one of them comes, changes or goes. XMP files
 * beside no picture are counted as skipped; one that is damaged is a warning.
 * A JPEG that is cut off before its image data is a failure too, each time, but
 * what its metadata says is catalogued.
 *
 * @param catalog  opened for writing; if options say dry_run, for reading, or
 *                 NULL where there is none yet
 * @param paths    files and folders, as given; stored absolute
 * @param count    how many
 * @param options  borrowed for the call; NULL: all zero
 * @param counts   filled also on failure, with what was done until then
 * @param err      filled on failure
 *
 * @return CUTLINE_OK, also when files failed (see counts); CUTLINE_STOPPED
 *         when events.stop asked for it; CUTLINE_BUSY, CUTLINE_IO,
 *         CUTLINE_DAMAGED for trouble with the catalog: what was committed
 *         stays, and a rerun goes on; CUTLINE_NOMEM
 */
CUTLINE_API CUTLINE_MUST_USE enum cutline_status
cutline_import(struct cutline_catalog *catalog, const char *const *paths,
	       size_t count, const struct cutline_import_options *options,
	       struct cutline_import_counts *counts, struct cutline_error *err);

#endif
