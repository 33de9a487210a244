/* SPDX-License-Identifier: MIT */
#include "forge/buf.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

_Noreturn void forge_die(const char *what, const char *which)
{
	fprintf(stderr, "forge: %s: %s\n", which, what);
	exit(2);
}

static void make_room(struct forge_buf *buf, size_t more)
{
	size_t size = buf->size ? buf->size : 4096;
	uint8_t *data;

	if (buf->size - buf->len >= more && buf->data)
		return;
	while (size - buf->len < more)
		size *= 2;
	data = realloc(buf->data, size);
	if (!data)
		forge_die("out of memory", "buffer");
	buf->data = data;
	buf->size = size;
}

void forge_put(struct forge_buf *buf, const void *bytes, size_t len)
{
	if (len == 0)
		return;
	make_room(buf, len);
	memcpy(buf->data + buf->len, bytes, len);
	buf->len += len;
}

void forge_put_text(struct forge_buf *buf, const char *text)
{
	forge_put(buf, text, strlen(text));
}

void forge_put_fill(struct forge_buf *buf, int byte, size_t count)
{
	if (count == 0)
		return;
	make_room(buf, count);
	memset(buf->data + buf->len, byte, count);
	buf->len += count;
}

void forge_put_u8(struct forge_buf *buf, unsigned value)
{
	uint8_t byte = (uint8_t)value;

	forge_put(buf, &byte, 1);
}

void forge_put_u16be(struct forge_buf *buf, unsigned value)
{
	uint8_t bytes[2] = { (uint8_t)(value >> 8), (uint8_t)value };

	forge_put(buf, bytes, sizeof(bytes));
}

void forge_put_u32be(struct forge_buf *buf, uint32_t value)
{
	forge_put_u16be(buf, value >> 16);
	forge_put_u16be(buf, value & 0xffff);
}

void forge_put_buf(struct forge_buf *buf, const struct forge_buf *other)
{
	forge_put(buf, other->data, other->len);
}

void forge_buf_clear(struct forge_buf *buf)
{
	buf->len = 0;
}

void forge_buf_release(struct forge_buf *buf)
{
	free(buf->data);
	*buf = (struct forge_buf){ 0 };
}

void forge_buf_write(const struct forge_buf *buf, const char *path)
{
	FILE *file = fopen(path, "wb");
	int failed;

	if (!file)
		forge_die(strerror(errno), path);
	failed = fwrite(buf->data, 1, buf->len, file) != buf->len;
	if (fclose(file) != 0 || failed)
		forge_die("cannot be written", path);
}
