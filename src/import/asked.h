/* SPDX-License-Identifier: MIT */
/* The paths that an import was asked for. */
#ifndef CL_IMPORT_ASKED_H
#define CL_IMPORT_ASKED_H

#include "base/arena.h"
#include "import/tell.h"

struct cl_asked {
	struct cl_arena arena;
	const char **paths; /* absolute, sorted, each once */
	size_t count;
	const char **files; /* those that are files, sorted */
	size_t file_count;
};

/* Make the paths absolute; one that cannot be is told as failed. */
CUTLINE_MUST_USE enum cutline_status
cl_asked_init(struct cl_asked *asked, const char *const *paths, size_t count,
	      struct cl_teller *teller, struct cutline_error *err);
void cl_asked_release(struct cl_asked *asked);

/* Is path one of the files? */
bool cl_asked_has_file(const struct cl_asked *asked, const char *path);

/* Is path a sidecar's, and one of the files a picture that it belongs to? */
bool cl_asked_has_picture(const struct cl_asked *asked, const char *path);

#endif
