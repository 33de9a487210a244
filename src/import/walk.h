/* SPDX-License-Identifier: MIT */
/*
 * All files at or below some paths, folder by folder, names in byte order, and
 * in each folder the sidecars last that were not taken (see beside.h).
 *
 * Links to folders are walked after everything else, so that a file is met
 * under its own path where that lies in the walk too; no folder is entered
 * twice. FIFOs, sockets and devices are passed over without being opened.
 */
#ifndef CL_IMPORT_WALK_H
#define CL_IMPORT_WALK_H

#include <sys/stat.h>

#include "base/buf.h"
#include "import/inodes.h"
#include "import/listing.h"

/* The deepest nesting of folders, and the bytes of the longest path then. */
#define CL_WALK_DEPTH_MAX 4096
#define CL_WALK_PATH_MAX ((CL_WALK_DEPTH_MAX + 64) * 256u)

struct cl_walk_folder;

/* All zero but for cl_walk_init(). */
struct cl_walk {
	struct cl_walk_folder *folders; /* open ones, outermost first */
	size_t depth, room;
	struct cl_buf path; /* of the innermost, then of the entry */
	struct cl_inodes entered;
	struct cl_arena arena; /* of the following */
	const char **links;    /* to folders, to be walked later */
	size_t link_count, link_room, links_done;
	const char **unread; /* folders that could not be read */
	size_t unread_count, unread_room;
	char why[160];
};

enum cl_walk_found {
	CL_WALK_FILE,    /* a regular file, or a link to one */
	CL_WALK_TROUBLE, /* something that cannot be reached, see why */
	CL_WALK_END,     /* of what was begun */
	CL_WALK_NOMEM,
};

/* What was met; path, name and why live until the next call. */
struct cl_walk_entry {
	int at_fd; /* name is relative to it */
	const char *name;
	const char *path;
	struct stat st; /* of a file */
	/* Its folder's names; NULL for a file that was begun with. */
	const struct cl_listing *list;
	const char *why;
};

void cl_walk_init(struct cl_walk *walk);
void cl_walk_release(struct cl_walk *walk);

/* Begin with a path. A folder gives END here and its files then by
 * cl_walk_next(); a file is found at once. */
enum cl_walk_found cl_walk_begin(struct cl_walk *walk, const char *path,
				 struct cl_walk_entry *entry);
enum cl_walk_found cl_walk_next(struct cl_walk *walk,
				struct cl_walk_entry *entry);

/* The next link to a folder that was put off, or NULL. */
const char *cl_walk_link(struct cl_walk *walk);

/* Was every folder at or below path read? */
bool cl_walk_was_whole(const struct cl_walk *walk, const char *path);

#endif
