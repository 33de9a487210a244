/* SPDX-License-Identifier: MIT */
#include "base/cursor.h"

struct cl_cursor cl_cursor_over(const void *data, size_t len)
{
	const uint8_t *at = data;

	return (struct cl_cursor){ at, len ? at + len : at, false };
}

size_t cl_cursor_left(const struct cl_cursor *c)
{
	return (size_t)(c->end - c->at);
}

const uint8_t *cl_take_bytes(struct cl_cursor *c, size_t len)
{
	const uint8_t *bytes = c->at;

	if (cl_cursor_left(c) < len) {
		c->at = c->end;
		c->past_end = true;
		return NULL;
	}
	if (len > 0)
		c->at += len;
	return bytes;
}

void cl_skip(struct cl_cursor *c, size_t len)
{
	(void)cl_take_bytes(c, len);
}

uint8_t cl_take_u8(struct cl_cursor *c)
{
	const uint8_t *b = cl_take_bytes(c, 1);

	return b ? b[0] : 0;
}

uint16_t cl_take_u16be(struct cl_cursor *c)
{
	const uint8_t *b = cl_take_bytes(c, 2);

	return b ? (uint16_t)(b[0] << 8 | b[1]) : 0;
}

uint32_t cl_take_u32be(struct cl_cursor *c)
{
	const uint8_t *b = cl_take_bytes(c, 4);

	if (!b)
		return 0;
	return (uint32_t)b[0] << 24 | (uint32_t)b[1] << 16 |
	       (uint32_t)b[2] << 8 | b[3];
}

uint16_t cl_take_u16le(struct cl_cursor *c)
{
	const uint8_t *b = cl_take_bytes(c, 2);

	return b ? (uint16_t)(b[1] << 8 | b[0]) : 0;
}

uint32_t cl_take_u32le(struct cl_cursor *c)
{
	const uint8_t *b = cl_take_bytes(c, 4);

	if (!b)
		return 0;
	return (uint32_t)b[3] << 24 | (uint32_t)b[2] << 16 |
	       (uint32_t)b[1] << 8 | b[0];
}
