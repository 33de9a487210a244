/* SPDX-License-Identifier: MIT */
#include "base/arena.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "base/alloc.h"

#ifndef CL_ARENA_BLOCK
# define CL_ARENA_BLOCK 8192
#endif

struct cl_arena_block {
	struct cl_arena_block *older;
	size_t size; /* bytes in data */
	max_align_t data[];
};

static bool grow(struct cl_arena *arena, size_t size)
{
	struct cl_arena_block *block;
	size_t room = size > CL_ARENA_BLOCK ? size : CL_ARENA_BLOCK;
	size_t whole;

	if (__builtin_add_overflow(room, sizeof(*block), &whole))
		return false;
	block = cl_alloc(whole);
	if (!block)
		return false;
	block->older = arena->blocks;
	block->size = room;
	arena->blocks = block;
	arena->used = 0;
	return true;
}

/* Whole multiples of the strictest alignment, so every piece is aligned. A
 * debug build keeps the true size for the sanitizer to watch. */
static bool round_up(size_t size, size_t *out)
{
	size_t align = CL_ARENA_BLOCK > 1 ? _Alignof(max_align_t) : 1;

	if (__builtin_add_overflow(size ? size : 1, align - 1, out))
		return false;
	*out -= *out % align;
	return true;
}

void *cl_arena_raw(struct cl_arena *arena, size_t size)
{
	size_t room;
	char *piece;

	if (!round_up(size, &room))
		return NULL;
	if (arena->max &&
	    (room > arena->max || arena->total > arena->max - room))
		return NULL;
	if (!arena->blocks || arena->blocks->size - arena->used < room)
		if (!grow(arena, room))
			return NULL;
	piece = (char *)arena->blocks->data + arena->used;
	arena->used += room;
	arena->total += room;
	return piece;
}

void *cl_arena_alloc(struct cl_arena *arena, size_t size)
{
	void *piece = cl_arena_raw(arena, size);

	if (piece)
		memset(piece, 0, size);
	return piece;
}

void cl_arena_shrink(struct cl_arena *arena, size_t from, size_t to)
{
	size_t room, kept;

	if (CL_ARENA_BLOCK <= 1 || !round_up(from, &room) ||
	    !round_up(to, &kept))
		return;
	arena->used -= room - kept;
	arena->total -= room - kept;
}

void *cl_arena_array(struct cl_arena *arena, size_t count, size_t size)
{
	size_t whole;

	if (__builtin_mul_overflow(count, size, &whole))
		return NULL;
	return cl_arena_alloc(arena, whole);
}

char *cl_arena_dup(struct cl_arena *arena, struct cl_str s)
{
	char *copy;

	if (s.len == SIZE_MAX)
		return NULL;
	copy = cl_arena_raw(arena, s.len + 1);
	if (!copy)
		return NULL;
	if (s.len > 0)
		memcpy(copy, s.ptr, s.len);
	copy[s.len] = '\0';
	return copy;
}

char *cl_arena_printf(struct cl_arena *arena, const char *format, ...)
{
	va_list args;
	char *text;
	int len;

	va_start(args, format);
	len = vsnprintf(NULL, 0, format, args);
	va_end(args);
	if (len < 0)
		return NULL;
	text = cl_arena_alloc(arena, (size_t)len + 1);
	if (!text)
		return NULL;
	va_start(args, format);
	(void)vsnprintf(text, (size_t)len + 1, format, args);
	va_end(args);
	return text;
}

size_t cl_arena_held(const struct cl_arena *arena)
{
	size_t held = 0;

	for (struct cl_arena_block *b = arena->blocks; b; b = b->older)
		held += sizeof(*b) + b->size;
	return held;
}

static void free_from(struct cl_arena_block *block)
{
	while (block) {
		struct cl_arena_block *older = block->older;

		cl_free(block);
		block = older;
	}
}

void cl_arena_release(struct cl_arena *arena)
{
	free_from(arena->blocks);
	*arena = (struct cl_arena){ .max = arena->max };
}

void cl_arena_clear(struct cl_arena *arena)
{
	/* In a debug build a block kept would be shared by pieces to come,
	 * which lie in it unaligned. */
	if (CL_ARENA_BLOCK <= 1) {
		cl_arena_release(arena);
		return;
	}
	if (arena->blocks) {
		free_from(arena->blocks->older);
		arena->blocks->older = NULL;
	}
	arena->used = 0;
	arena->total = 0;
}
