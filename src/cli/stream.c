/* SPDX-License-Identifier: MIT */
#include "cli/stream.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/utf8.h"

static void write_all(struct cl_stream *s, const char *data, size_t len)
{
	while (len > 0 && s->error == 0) {
		ssize_t n = write(s->fd, data, len);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0) {
			s->error = errno;
			return;
		}
		data += n;
		len -= (size_t)n;
	}
}

bool cl_stream_flush(struct cl_stream *s)
{
	write_all(s, s->data, s->len);
	s->len = 0;
	return s->error == 0;
}

void cl_stream_put(struct cl_stream *s, struct cl_str bytes)
{
	if (bytes.len > sizeof(s->data) - s->len)
		(void)cl_stream_flush(s);
	if (bytes.len > sizeof(s->data)) {
		write_all(s, bytes.ptr, bytes.len);
		return;
	}
	if (bytes.len > 0)
		memcpy(s->data + s->len, bytes.ptr, bytes.len);
	s->len += bytes.len;
}

void cl_stream_cstr(struct cl_stream *s, const char *bytes)
{
	cl_stream_put(s, cl_str_from(bytes));
}

void cl_stream_text(struct cl_stream *s, struct cl_str text)
{
	char visible[CL_VISIBLE_MAX];
	uint32_t code;

	for (size_t at = 0, len; at < text.len; at += len) {
		struct cl_str shown = { visible, 0 };

		len = cl_utf8_decode(text, at, &code);
		shown.len = cl_utf8_visible(cl_str_sub(text, at, at + len),
					    code, visible);
		cl_stream_put(s, shown);
	}
}

static void put_json_escape(struct cl_stream *s, uint32_t code)
{
	char escape[16];
	int len;

	if (code < 0x10000)
		len = snprintf(escape, sizeof(escape), "\\u%04x", code);
	else
		len = snprintf(escape, sizeof(escape), "\\u%04x\\u%04x",
			       0xD7C0 + (code >> 10), 0xDC00 + (code & 0x3FF));
	cl_stream_put(s, (struct cl_str){ escape, (size_t)len });
}

void cl_stream_json(struct cl_stream *s, struct cl_str line)
{
	char visible[CL_VISIBLE_MAX];
	uint32_t code;

	for (size_t at = 0, len; at < line.len; at += len) {
		struct cl_str c;

		len = cl_utf8_decode(line, at, &code);
		c = cl_str_sub(line, at, at + len);
		if (len > 1 && cl_utf8_visible(c, code, visible) > 0 &&
		    visible[0] == '\\')
			put_json_escape(s, code);
		else
			cl_stream_put(s, c);
	}
}
