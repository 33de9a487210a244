/* SPDX-License-Identifier: MIT */
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static enum cutline_status fail_errno(struct cutline_error *err,
				      const char *what, const char *path)
{
	int code = errno;
	enum cutline_status status = CUTLINE_IO;

	if (code == ENOENT || code == ENOTDIR)
		status = CUTLINE_NOT_FOUND;
	cl_fail(err, status, "cannot %s %s: %s", what, path, strerror(code));
	cl_hint(err, "%s", cl_errno_advice(code));
	return status;
}

static enum cutline_status check_regular(int fd, const char *path,
					 struct stat *st,
					 struct cutline_error *err)
{
	if (fstat(fd, st) != 0)
		return fail_errno(err, "stat", path);
	if (!S_ISREG(st->st_mode))
		return cl_fail(err, CUTLINE_FORMAT, "%s is no regular file",
			       path);
	return CUTLINE_OK;
}

enum cutline_status cl_file_open(int at_fd, const char *path, int *fd,
				 struct stat *st, struct cutline_error *err)
{
	struct stat own;
	enum cutline_status status;
	int opened;

	*fd = -1;
	do {
		opened = openat(at_fd, path,
				O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
	} while (opened < 0 && errno == EINTR);
	if (opened < 0)
		return fail_errno(err, "open", path);
	status = check_regular(opened, path, st ? st : &own, err);
	if (status) {
		(void)close(opened);
		return status;
	}
	*fd = opened;
	return CUTLINE_OK;
}

enum cutline_status cl_file_pread(int fd, const char *path, int64_t offset,
				  void *data, size_t *len,
				  struct cutline_error *err)
{
	size_t wanted = *len;
	char *to = data;

	*len = 0;
	while (*len < wanted) {
		ssize_t n = pread(fd, to + *len, wanted - *len,
				  (off_t)(offset + (int64_t)*len));

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return fail_errno(err, "read", path);
		if (n == 0)
			break;
		*len += (size_t)n;
	}
	return CUTLINE_OK;
}

enum cutline_status cl_file_read_all(int fd, const char *path,
				     struct cl_buf *buf,
				     struct cutline_error *err)
{
	char piece[16384];

	for (;;) {
		ssize_t n = read(fd, piece, sizeof(piece));

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return fail_errno(err, "read", path);
		if (n == 0)
			return CUTLINE_OK;
		cl_buf_add(buf, piece, (size_t)n);
		if (buf->too_long)
			return cl_fail(err, CUTLINE_LIMIT,
				       "%s is longer than %zu bytes", path,
				       buf->max);
		if (buf->failed)
			return cl_nomem(err);
	}
}
