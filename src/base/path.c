/* SPDX-License-Identifier: MIT */
#define _XOPEN_SOURCE 700 /* realpath */
#include "base/path.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Where in path the last ".." part ends; 0 if it has none. */
static size_t end_of_parents(struct cl_str path)
{
	struct cl_str rest = path, part;
	size_t end = 0;

	while (cl_str_split(&rest, '/', &part))
		if (cl_str_eq(part, CL_STR("..")))
			end = (size_t)(part.ptr - path.ptr) + part.len;
	return end;
}

static enum cutline_status add_folder(struct cl_buf *out, struct cl_str path,
				      struct cutline_error *err)
{
	enum cutline_status status = CUTLINE_OK;
	char *real;
	struct cl_buf head;

	cl_buf_init(&head, 1u << 16);
	cl_buf_add_str(&head, path);
	if (head.failed) {
		cl_buf_release(&head);
		return cl_nomem(err);
	}
	real = realpath(cl_buf_cstr(&head), NULL);
	if (real)
		cl_buf_add_cstr(out, real);
	else
		status = cl_fail(
			err, errno == ENOENT ? CUTLINE_NOT_FOUND : CUTLINE_IO,
			"cannot find %s: %s", cl_buf_cstr(&head),
			strerror(errno));
	free(real);
	cl_buf_release(&head);
	return status;
}

/* Append the parts of path, each behind one slash. */
static void add_parts(struct cl_buf *out, struct cl_str path)
{
	struct cl_str part;

	while (cl_str_split(&path, '/', &part)) {
		if (part.len == 0 || cl_str_eq(part, CL_STR(".")))
			continue;
		if (!cl_str_ends(cl_buf_str(out), CL_STR("/")))
			cl_buf_add_char(out, '/');
		cl_buf_add_str(out, part);
	}
}

enum cutline_status cl_path_absolute(const char *path, struct cl_buf *out,
				     struct cutline_error *err)
{
	struct cl_str whole = cl_str_from(path);
	size_t parents = end_of_parents(whole);
	enum cutline_status status = CUTLINE_OK;

	if (parents > 0)
		status = add_folder(out, cl_str_sub(whole, 0, parents), err);
	else if (whole.len == 0 || whole.ptr[0] != '/')
		status = add_folder(out, CL_STR("."), err);
	if (status)
		return status;
	add_parts(out, cl_str_sub(whole, parents, whole.len));
	if (out->len == 0)
		cl_buf_add_char(out, '/');
	return out->failed ? cl_nomem(err) : CUTLINE_OK;
}
