/* SPDX-License-Identifier: MIT */
/*
 * Buffered writing to a descriptor. The first error is kept and ends the
 * writing, so that whoever writes asks once, at the end.
 */
#ifndef CL_CLI_STREAM_H
#define CL_CLI_STREAM_H

#include <stdarg.h>

#include "base/str.h"

#define CL_STREAM_SIZE 16384

struct cl_stream {
	int fd;
	int error; /* errno of the first failure, or 0 */
	size_t len;
	char data[CL_STREAM_SIZE];
};

/* Bytes as they are. */
void cl_stream_put(struct cl_stream *s, struct cl_str bytes);
void cl_stream_cstr(struct cl_stream *s, const char *bytes);

/* Text of strangers, see cl_utf8_add_visible(): no byte of it obeyed. */
void cl_stream_text(struct cl_stream *s, struct cl_str text);

/* A JSON line. Its strings hide no C0 control already; what else a terminal
 * might obey is written as \uXXXX, which means the same. */
void cl_stream_json(struct cl_stream *s, struct cl_str line);

/* Write out what is held. False once anything failed. */
bool cl_stream_flush(struct cl_stream *s);

#endif
