/* SPDX-License-Identifier: MIT */
/*
 * A reader of binary data with a sticky flag: reading past the end yields zero
 * and sets past_end, so a parser reads straight on, like the standard's table,
 * and asks once.
 */
#ifndef CL_BASE_CURSOR_H
#define CL_BASE_CURSOR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct cl_cursor {
	const uint8_t *at;
	const uint8_t *end;
	bool past_end;
};

struct cl_cursor cl_cursor_over(const void *data, size_t len);
size_t cl_cursor_left(const struct cl_cursor *c);

uint8_t cl_take_u8(struct cl_cursor *c);
uint16_t cl_take_u16be(struct cl_cursor *c);
uint32_t cl_take_u32be(struct cl_cursor *c);
uint16_t cl_take_u16le(struct cl_cursor *c);
uint32_t cl_take_u32le(struct cl_cursor *c);

/* Borrow len bytes and step over them; NULL and past_end when there are
 * fewer. */
const uint8_t *cl_take_bytes(struct cl_cursor *c, size_t len);
void cl_skip(struct cl_cursor *c, size_t len);

#endif
