/* SPDX-License-Identifier: MIT */
#ifndef CL_IMPORT_LISTING_H
#define CL_IMPORT_LISTING_H

#include "base/arena.h"

/* What a name in a folder is known to be without asking further. */
enum cl_entry_type {
	CL_ENTRY_UNKNOWN,
	CL_ENTRY_FILE,
	CL_ENTRY_FOLDER,
	CL_ENTRY_LINK,
	CL_ENTRY_OTHER, /* FIFO, socket, device */
};

struct cl_entry {
	const char *name; /* bytes as the system has them */
	enum cl_entry_type type;
	bool taken; /* a sidecar that belongs to a picture */
};

struct cl_listing {
	/* Sorted by name, byte for byte; then the sidecars, which are sorted by
	 * stem, and of one stem ".xmp" before ".XMP". */
	struct cl_entry *entries;
	size_t files; /* how many come before the sidecars */
	size_t count;
};

/* Read the folder that fd is open for; it stays open. 0, or an errno. */
int cl_listing_read(int fd, struct cl_arena *arena, struct cl_listing *out);

/* A sidecar's name without its ".xmp"; and where those with a stem begin, if
 * there are any. */
struct cl_str cl_listing_stem(const struct cl_entry *sidecar);
size_t cl_listing_sidecar(const struct cl_listing *list, struct cl_str stem);

#endif
