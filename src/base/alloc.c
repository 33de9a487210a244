/* SPDX-License-Identifier: MIT */
#include "base/alloc.h"

#include <stdlib.h>

void *cl_alloc(size_t size)
{
	return malloc(size ? size : 1);
}

void *cl_alloc_zero(size_t count, size_t size)
{
	return calloc(count ? count : 1, size ? size : 1);
}

void *cl_realloc(void *p, size_t size)
{
	return realloc(p, size ? size : 1);
}

void cl_free(void *p)
{
	free(p);
}
