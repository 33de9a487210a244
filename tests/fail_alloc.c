/* SPDX-License-Identifier: MIT */
#include "fail_alloc.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/alloc.h"

static long calls;
static long live;
static long left = -1;

void fail_alloc_after(long n)
{
	calls = 0;
	left = n;
}

long fail_alloc_count(void)
{
	return calls;
}

long fail_alloc_live(void)
{
	return live;
}

static bool fails_now(void)
{
	calls++;
	return left >= 0 && left-- == 0;
}

static void *count_live(void *p)
{
	if (p)
		live++;
	return p;
}

void *cl_alloc(size_t size)
{
	return fails_now() ? NULL : count_live(malloc(size ? size : 1));
}

void *cl_alloc_zero(size_t count, size_t size)
{
	if (fails_now() || (size && count > SIZE_MAX / size))
		return NULL;
	return count_live(count && size ? calloc(count, size) : calloc(1, 1));
}

void *cl_realloc(void *p, size_t size)
{
	void *moved;

	if (fails_now())
		return NULL;
	moved = realloc(p, size ? size : 1);
	if (!p)
		(void)count_live(moved);
	return moved;
}

void cl_free(void *p)
{
	if (p)
		live--;
	free(p);
}
