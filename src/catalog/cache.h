/* SPDX-License-Identifier: MIT */
/*
 * The ids of texts that come again and again (names, origins), so that the
 * catalog is not asked for each of them. What is lost here is only asked once
 * more: putting in fails silently, and a full cache starts anew.
 */
#ifndef CL_CATALOG_CACHE_H
#define CL_CATALOG_CACHE_H

#include "base/arena.h"

#define CL_CACHE_MAX 65536 /* texts */

struct cl_cache_entry {
	const char *key; /* NULL: free */
	size_t len;
	uint64_t hash;
	int64_t id;
};

/* All zero is an empty cache. */
struct cl_cache {
	struct cl_cache_entry *entries;
	size_t room; /* a power of two */
	size_t count;
	struct cl_arena arena; /* of the keys */
};

/* The id of a text, or 0. */
int64_t cl_cache_get(const struct cl_cache *cache, struct cl_str key);

/* Note the id of a text that is not in the cache. */
void cl_cache_put(struct cl_cache *cache, struct cl_str key, int64_t id);

void cl_cache_release(struct cl_cache *cache); /* empty, to be used again */

#endif
