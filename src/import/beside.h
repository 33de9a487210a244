/* SPDX-License-Identifier: MIT */
/*
 * The sidecars beside a file. In a folder that is walked they are looked for
 * among its names, so that a folder without any costs nothing; beside a file
 * that was asked for by its own path the system is asked for each name.
 *
 * In a walked folder the sidecars come after all other files, and those that
 * were taken by a picture do not come at all: the others are like any file that
 * is no picture.
 */
#ifndef CL_IMPORT_BESIDE_H
#define CL_IMPORT_BESIDE_H

#include "cutline/image.h"
#include "import/walk.h"

struct cl_beside_file {
	const char *name; /* as in struct cl_walk_entry, relative to at_fd */
	struct cl_entry *listed; /* in its folder's list; NULL: not walked */
	struct stat st;
};

/* All zero is none. */
struct cl_beside {
	struct cl_arena arena;
	struct cl_beside_file files[CUTLINE_IMAGE_SIDECARS_MAX];
	size_t count;
	uint64_t stamp; /* of them all: see struct cutline_file_stamp */
};

/* Find the sidecars of a file. One that is `own` (the catalog's file, or NULL)
 * is none. False when out of memory. */
bool cl_beside_find(struct cl_beside *b, const struct cl_walk_entry *entry,
		    const struct stat *own);
void cl_beside_release(struct cl_beside *b);

/* The file is a picture, and these are its sidecars. */
void cl_beside_take(const struct cl_beside *b);

/* Read them into the picture's record, and change the stamp if one could not be
 * read, so that the next import tries again. Fails with CUTLINE_NOMEM only. */
CUTLINE_MUST_USE enum cutline_status
cl_beside_read(struct cl_beside *b, const struct cl_walk_entry *entry,
	       struct cutline_image *image, struct cutline_error *err);

#endif
