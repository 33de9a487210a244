/* SPDX-License-Identifier: MIT */
/*
 * The one door to the heap. No module but base calls malloc; libraries that
 * take an allocator (libexif, expat, zlib) are given these. Test programs put
 * tests/fail_alloc.c in their place and so let the n-th allocation fail.
 */
#ifndef CL_BASE_ALLOC_H
#define CL_BASE_ALLOC_H

#include <stddef.h>

void *cl_alloc(size_t size); /* not zeroed; size 0 counts as 1 */
void *cl_alloc_zero(size_t count, size_t size); /* NULL on overflow too */
void *cl_realloc(void *p, size_t size);
void cl_free(void *p);

#endif
