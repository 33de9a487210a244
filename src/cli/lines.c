/* SPDX-License-Identifier: MIT */
#include "cli/lines.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "base/error.h"
#include "base/utf8.h"

void cl_lines_init(struct cl_lines *lines, int fd, const char *path, size_t max)
{
	*lines = (struct cl_lines){ .fd = fd, .path = path, .max = max };
	cl_buf_init(&lines->buf, SIZE_MAX);
}

void cl_lines_release(struct cl_lines *lines)
{
	cl_buf_release(&lines->buf);
}

/* What was handed out makes room for what comes. */
static enum cutline_status fill(struct cl_lines *l, struct cutline_error *err)
{
	char piece[65536];
	ssize_t n;

	if (l->at > 0) {
		memmove(l->buf.data, l->buf.data + l->at, l->buf.len - l->at);
		cl_buf_truncate(&l->buf, l->buf.len - l->at);
		l->at = 0;
	}
	do {
		n = read(l->fd, piece, sizeof(piece));
	} while (n < 0 && errno == EINTR);
	if (n < 0)
		return cl_fail(err, CUTLINE_IO, "cannot read %s: %s", l->path,
			       strerror(errno));
	l->ended = n == 0;
	cl_buf_add(&l->buf, piece, (size_t)n);
	return l->buf.failed ? cl_nomem(err) : CUTLINE_OK;
}

enum cutline_status cl_lines_next(struct cl_lines *lines, struct cl_str *line,
				  bool *cut, bool *more,
				  struct cutline_error *err)
{
	struct cl_str rest;
	size_t looked = 0;
	size_t end;

	for (;;) {
		enum cutline_status status;

		rest = cl_str_sub(cl_buf_str(&lines->buf), lines->at,
				  lines->buf.len);
		end = cl_str_find_char(rest, '\n', looked);
		if (end < rest.len || lines->ended)
			break;
		/* Of a line that is too long only the beginning is kept; one
		 * byte more, to know it by. */
		looked = rest.len;
		if (looked > lines->max + 1) {
			looked = lines->max + 1;
			cl_buf_truncate(&lines->buf, lines->at + looked);
		}
		status = fill(lines, err);
		if (status)
			return status;
	}
	*line = cl_str_sub(rest, 0, end);
	*more = rest.len > 0;
	lines->at += end < rest.len ? end + 1 : end;
	if (lines->number++ == 0)
		(void)cl_str_skip(line, CL_STR(CL_UTF8_BOM));
	if (cl_str_ends(*line, CL_STR("\r")))
		line->len--;
	*cut = line->len > lines->max;
	if (*cut)
		line->len = lines->max;
	return CUTLINE_OK;
}
