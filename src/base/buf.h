/* SPDX-License-Identifier: MIT */
/*
 * A growing byte buffer that gets its largest size at birth. One that would
 * outgrow it, or finds no memory, turns to a failed state: it drops its
 * contents and ignores what follows, so a writer asks once, at the end.
 * The contents always end in a NUL that len does not count.
 */
#ifndef CL_BASE_BUF_H
#define CL_BASE_BUF_H

#include "base/str.h"

struct cl_buf {
	char *data; /* NULL while empty */
	size_t len;
	size_t cap;
	size_t max;
	bool failed;
	bool too_long; /* failed because of max, not of memory */
};

void cl_buf_init(struct cl_buf *buf, size_t max);
void cl_buf_release(struct cl_buf *buf);
void cl_buf_clear(struct cl_buf *buf); /* empty and no longer failed */

void cl_buf_add(struct cl_buf *buf, const void *data, size_t len);
void cl_buf_add_str(struct cl_buf *buf, struct cl_str s);
void cl_buf_add_cstr(struct cl_buf *buf, const char *s); /* NULL adds nothing */
void cl_buf_add_char(struct cl_buf *buf, char c);
void cl_buf_addf(struct cl_buf *buf, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* Cut back to len, which must not exceed the present one. */
void cl_buf_truncate(struct cl_buf *buf, size_t len);

/* What is in it; empty when failed. Valid until the next change. */
struct cl_str cl_buf_str(const struct cl_buf *buf);
const char *cl_buf_cstr(const struct cl_buf *buf); /* never NULL */

#endif
