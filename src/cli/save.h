/* SPDX-License-Identifier: MIT */
/*
 * A file that replaces another whole or not at all: written under another name
 * beside it, brought to the disk, then renamed. What is no regular file
 * (/dev/stdout, a FIFO) is written to directly.
 */
#ifndef CL_CLI_SAVE_H
#define CL_CLI_SAVE_H

#include "base/arena.h"
#include "cli/stream.h"

struct cl_save {
	const char *path;
	char *other; /* the name it is written under, or NULL */
	struct cl_stream stream;
	struct cl_arena arena;
};

/* False after saying why it cannot be written. */
bool cl_save_open(struct cl_save *save, const char *path);

/* Put it in its place; or, without keep, leave things as they were. False
 * after saying what failed. */
bool cl_save_close(struct cl_save *save, bool keep);

#endif
