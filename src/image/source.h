/* SPDX-License-Identifier: MIT */
/*
 * The bytes of a picture, from a file or from memory, seen through a window.
 * Readers ask for the piece they want where it lies and never hold the whole
 * file: a walk that goes straight on is served by large reads, a jump by small
 * ones, and the beginning and the end, once read, stay at hand. There is a
 * budget of bytes, so that no file, however it is made, costs more than reading
 * that much.
 */
#ifndef CL_IMAGE_SOURCE_H
#define CL_IMAGE_SOURCE_H

#include "base/error.h"
#include "base/str.h"

/* The most that is read of one file, and in one piece. */
#define CL_SOURCE_BUDGET (96 << 20)
#define CL_SOURCE_PIECE (16u << 20)

struct cl_source {
	int fd;              /* -1: memory */
	const char *path;    /* for messages */
	int64_t size;        /* of the whole */
	const uint8_t *data; /* the window, or all of the memory */
	int64_t at;          /* where the window begins */
	size_t len;          /* bytes in the window */
	uint8_t *window;     /* owned; NULL for memory */
	size_t cap;
	uint8_t *head; /* owned; the file's beginning, kept */
	size_t head_len;
	uint8_t *tail; /* owned; its end, kept */
	size_t tail_len;
	int64_t budget;
	/* A read that failed, sticky; the reason is in err. */
	enum cutline_status status;
	struct cutline_error *err;
};

void cl_source_file(struct cl_source *s, int fd, const char *path, int64_t size,
		    struct cutline_error *err);
void cl_source_memory(struct cl_source *s, struct cl_str bytes);
void cl_source_release(struct cl_source *s);

/* Bytes at offset, up to want; *got says how many, fewer only at the end of
 * the file. Valid until the next call. NULL with *got 0 when there are none,
 * the budget is used up or reading failed (see status). */
const uint8_t *cl_source_peek(struct cl_source *s, int64_t offset, size_t want,
			      size_t *got);

/* The same for exactly len bytes; NULL when there are fewer. */
const uint8_t *cl_source_get(struct cl_source *s, int64_t offset, size_t len);

#endif
