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
};

struct cl_listing {
	struct cl_entry *entries; /* sorted by name, byte for byte */
	size_t count;
};

/* Read the folder that fd is open for; it stays open. 0, or an errno. */
int cl_listing_read(int fd, struct cl_arena *arena, struct cl_listing *out);

#endif
