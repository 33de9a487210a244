/* SPDX-License-Identifier: MIT */
/*
 * Memory for one record: pieces are taken, never given back singly, and all go
 * at once. A parser therefore needs no clean-up paths. All zero is a valid
 * empty arena.
 *
 * A build with CL_ARENA_BLOCK=1 makes every piece an allocation of its own, so
 * that AddressSanitizer sees one byte too many and a test of failing
 * allocations reaches every call.
 */
#ifndef CL_BASE_ARENA_H
#define CL_BASE_ARENA_H

#include "base/str.h"

struct cl_arena_block;

struct cl_arena {
	struct cl_arena_block *blocks; /* newest first */
	size_t used;                   /* in the newest block */
	size_t total;                  /* bytes asked for so far */
	size_t max; /* refuse to hold more than this; 0: no limit */
};

/* A zeroed piece aligned for any type; NULL when out of memory or past max. */
void *cl_arena_alloc(struct cl_arena *arena, size_t size);

/* The same for count elements; the product is checked. */
void *cl_arena_array(struct cl_arena *arena, size_t count, size_t size);

/* A piece that is not zeroed, for an array whose length is not known yet; and
 * what such a piece does not need of its end given back, while no other piece
 * has been taken since. */
void *cl_arena_raw(struct cl_arena *arena, size_t size);
void cl_arena_shrink(struct cl_arena *arena, size_t from, size_t to);

/* Copies that end in NUL; NULL when out of memory. */
char *cl_arena_dup(struct cl_arena *arena, struct cl_str s);
char *cl_arena_printf(struct cl_arena *arena, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* The bytes it holds, asked for or not. */
size_t cl_arena_held(const struct cl_arena *arena);

/* Forget all pieces but keep the newest block for what comes next. */
void cl_arena_clear(struct cl_arena *arena);
void cl_arena_release(struct cl_arena *arena);

#endif
