/* SPDX-License-Identifier: MIT */
/*
 * A growing run of bytes. All zero is empty. Stops the program when there is
 * no memory: the tests need no other answer.
 */
#ifndef FORGE_BUF_H
#define FORGE_BUF_H

#include <stddef.h>
#include <stdint.h>

struct forge_buf {
	uint8_t *data;
	size_t len, size;
};

void forge_put(struct forge_buf *buf, const void *bytes, size_t len);
void forge_put_text(struct forge_buf *buf, const char *text);
void forge_put_fill(struct forge_buf *buf, int byte, size_t count);
void forge_put_u8(struct forge_buf *buf, unsigned value);
void forge_put_u16be(struct forge_buf *buf, unsigned value);
void forge_put_u32be(struct forge_buf *buf, uint32_t value);
void forge_put_buf(struct forge_buf *buf, const struct forge_buf *other);
/* Empty it, keeping the memory for the next use. */
void forge_buf_clear(struct forge_buf *buf);
void forge_buf_release(struct forge_buf *buf);

/* Make a file, or replace it. Stops the program on failure. */
void forge_buf_write(const struct forge_buf *buf, const char *path);

/* Say why on standard error and stop. */
__attribute__((noreturn)) void forge_die(const char *what, const char *which);

#endif
