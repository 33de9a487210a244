/* SPDX-License-Identifier: MIT */
#include "base/buf.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/alloc.h"

void cl_buf_init(struct cl_buf *buf, size_t max)
{
	*buf = (struct cl_buf){ .max = max };
}

void cl_buf_release(struct cl_buf *buf)
{
	cl_free(buf->data);
	cl_buf_init(buf, buf->max);
}

void cl_buf_clear(struct cl_buf *buf)
{
	buf->len = 0;
	buf->failed = false;
	buf->too_long = false;
	if (buf->data)
		buf->data[0] = '\0';
}

static void fail(struct cl_buf *buf, bool too_long)
{
	cl_free(buf->data);
	*buf = (struct cl_buf){ .max = buf->max,
				.failed = true,
				.too_long = too_long };
}

/* Doubling keeps appending linear. */
static bool grow(struct cl_buf *buf, size_t extra)
{
	size_t need;
	size_t cap = buf->cap ? buf->cap : 64;
	char *data;

	if (buf->failed)
		return false;
	if (extra > buf->max || buf->len > buf->max - extra) {
		fail(buf, true);
		return false;
	}
	if (__builtin_add_overflow(buf->len + extra, 1, &need)) {
		fail(buf, true);
		return false;
	}
	if (need <= buf->cap)
		return true;
	while (cap < need)
		cap = cap > SIZE_MAX / 2 ? need : cap * 2;
	data = cl_realloc(buf->data, cap);
	if (!data) {
		fail(buf, false);
		return false;
	}
	buf->data = data;
	buf->cap = cap;
	return true;
}

/* Room for extra bytes and the NUL. A failed buffer has none. */
static inline bool reserve(struct cl_buf *buf, size_t extra)
{
	if (extra < buf->cap - buf->len && extra <= buf->max - buf->len)
		return true;
	return grow(buf, extra);
}

void cl_buf_add(struct cl_buf *buf, const void *data, size_t len)
{
	if (!reserve(buf, len))
		return;
	if (len > 0)
		memcpy(buf->data + buf->len, data, len);
	buf->len += len;
	buf->data[buf->len] = '\0';
}

void cl_buf_add_str(struct cl_buf *buf, struct cl_str s)
{
	cl_buf_add(buf, s.ptr, s.len);
}

void cl_buf_add_cstr(struct cl_buf *buf, const char *s)
{
	cl_buf_add_str(buf, cl_str_from(s));
}

void cl_buf_add_char(struct cl_buf *buf, char c)
{
	if (!reserve(buf, 1))
		return;
	buf->data[buf->len++] = c;
	buf->data[buf->len] = '\0';
}

void cl_buf_addf(struct cl_buf *buf, const char *format, ...)
{
	va_list args;
	int len;

	va_start(args, format);
	len = vsnprintf(NULL, 0, format, args);
	va_end(args);
	if (len < 0 || !reserve(buf, (size_t)len))
		return;
	va_start(args, format);
	(void)vsnprintf(buf->data + buf->len, (size_t)len + 1, format, args);
	va_end(args);
	buf->len += (size_t)len;
}

void cl_buf_truncate(struct cl_buf *buf, size_t len)
{
	if (len >= buf->len)
		return;
	buf->len = len;
	buf->data[len] = '\0';
}

struct cl_str cl_buf_str(const struct cl_buf *buf)
{
	return (struct cl_str){ buf->data, buf->len };
}

const char *cl_buf_cstr(const struct cl_buf *buf)
{
	return buf->data ? buf->data : "";
}
