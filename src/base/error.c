/* SPDX-License-Identifier: MIT */
#include "base/error.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"

/* Escapes may quadruple a text, and the heap is out of bounds here: a fixed
 * buffer takes the formatted text, and characters move over one by one until
 * the place is full. */
__attribute__((format(printf, 3, 0))) static void
set_text(char *out, size_t size, const char *format, va_list args)
{
	char raw[512];
	struct cl_str rest;
	size_t len = 0;
	int n = vsnprintf(raw, sizeof(raw), format, args);

	if (n < 0)
		n = 0;
	rest = (struct cl_str){ raw, (size_t)n };
	if (rest.len >= sizeof(raw))
		rest = cl_utf8_cut((struct cl_str){ raw, sizeof(raw) - 1 },
				   sizeof(raw) - 2);
	for (size_t at = 0, step; at < rest.len; at += step) {
		char visible[CL_VISIBLE_MAX];
		uint32_t code;
		size_t room;

		step = cl_utf8_decode(rest, at, &code);
		room = cl_utf8_visible(cl_str_sub(rest, at, at + step), code,
				       visible);
		if (len + room >= size)
			break;
		memcpy(out + len, visible, room);
		len += room;
	}
	out[len] = '\0';
}

enum cutline_status cl_fail(struct cutline_error *err,
			    enum cutline_status status, const char *format, ...)
{
	va_list args;

	if (!err)
		return status;
	err->status = status;
	err->hint[0] = '\0';
	va_start(args, format);
	set_text(err->text, sizeof(err->text), format, args);
	va_end(args);
	return status;
}

enum cutline_status cl_nomem(struct cutline_error *err)
{
	return cl_fail(err, CUTLINE_NOMEM, "out of memory");
}

void cl_hint(struct cutline_error *err, const char *format, ...)
{
	va_list args;

	if (!err)
		return;
	va_start(args, format);
	set_text(err->hint, sizeof(err->hint), format, args);
	va_end(args);
}

const char *cl_errno_advice(int code)
{
	switch (code) {
	case ENOENT:
	case ENOTDIR:
		return "look for a slip in the name";
	case EISDIR:
		return "name a file, not a folder";
	case EACCES:
	case EPERM:
		return "look at the permissions of the file and its folders";
	case EROFS:
		return "choose a place that can be written to";
	case ENOSPC:
	case EDQUOT:
	case EFBIG:
		return "free some space, then do it again";
	case EMFILE:
	case ENFILE:
	case ENOMEM:
		return "close other programs, then do it again";
	default:
		return "look whether the disk is sound and connected";
	}
}
