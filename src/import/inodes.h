/* SPDX-License-Identifier: MIT */
/* A set of files and folders by what the system knows them by. */
#ifndef CL_IMPORT_INODES_H
#define CL_IMPORT_INODES_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

struct cl_inode {
	dev_t dev;
	ino_t ino;
	bool used;
};

/* All zero is the empty set. */
struct cl_inodes {
	struct cl_inode *slots; /* a power of two of them */
	size_t room, count;
};

void cl_inodes_release(struct cl_inodes *set);

/* Put one in; *fresh tells whether it was new. False when out of memory. */
bool cl_inodes_add(struct cl_inodes *set, dev_t dev, ino_t ino, bool *fresh);

#endif
