/* SPDX-License-Identifier: MIT */
/* A file or pipe, read line by line as it comes, in bounded memory. */
#ifndef CL_CLI_LINES_H
#define CL_CLI_LINES_H

#include "base/buf.h"
#include "cutline/status.h"

struct cl_lines {
	int fd;
	const char *path;  /* for messages */
	size_t max;        /* of a line, in bytes */
	struct cl_buf buf; /* read and not yet handed out */
	size_t at;         /* how much of it was handed out */
	bool ended;
	uint64_t number; /* of the line handed out last */
};

void cl_lines_init(struct cl_lines *lines, int fd, const char *path,
		   size_t max);
void cl_lines_release(struct cl_lines *lines);

/*
 * The next line without its end (LF or CR LF), on loan until the next call;
 * *more is false after the last. One longer than max comes cut off at max,
 * with *cut true, and the rest of it is passed over. CUTLINE_IO; CUTLINE_NOMEM.
 */
CUTLINE_MUST_USE enum cutline_status cl_lines_next(struct cl_lines *lines,
						   struct cl_str *line,
						   bool *cut, bool *more,
						   struct cutline_error *err);

#endif
