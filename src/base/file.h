/* SPDX-License-Identifier: MIT */
/*
 * Opening and reading files that strangers made. Opening never blocks (a FIFO,
 * a device) and accepts regular files only; reading is by pread, never mmap, so
 * that a file that shrinks meanwhile costs an error and no signal.
 */
#ifndef CL_BASE_FILE_H
#define CL_BASE_FILE_H

#include "base/buf.h"
#include "base/error.h"

struct stat;

/* Open a regular file for reading, close-on-exec. at_fd is a folder's
 * descriptor or AT_FDCWD. CUTLINE_NOT_FOUND, CUTLINE_FORMAT (no regular file),
 * CUTLINE_IO. On success *fd is the caller's and *st, unless NULL, holds its
 * fstat. */
CUTLINE_MUST_USE enum cutline_status cl_file_open(int at_fd, const char *path,
						  int *fd, struct stat *st,
						  struct cutline_error *err);

/* Read *len bytes at offset, retried on EINTR and short reads; afterwards *len
 * is how many came, fewer only at the end of the file. path is for the
 * message. */
CUTLINE_MUST_USE enum cutline_status cl_file_pread(int fd, const char *path,
						   int64_t offset, void *data,
						   size_t *len,
						   struct cutline_error *err);

/* Read all of fd (a pipe too) into buf; CUTLINE_LIMIT past buf->max. */
CUTLINE_MUST_USE enum cutline_status
cl_file_read_all(int fd, const char *path, struct cl_buf *buf,
		 struct cutline_error *err);

#endif
