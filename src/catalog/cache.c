/* SPDX-License-Identifier: MIT */
#include "catalog/cache.h"

#include <string.h>

#include "base/alloc.h"

/* FNV-1a. A file chooses its names and could make them collide: the worst is a
 * walk over as many entries as it brought. */
static uint64_t hash_of(struct cl_str key)
{
	uint64_t hash = 14695981039346656037u;

	for (size_t i = 0; i < key.len; i++)
		hash = (hash ^ (uint8_t)key.ptr[i]) * 1099511628211u;
	return hash;
}

/* Where a key is, or the free place where it would be; room > 0. */
static size_t find(const struct cl_cache *cache, struct cl_str key,
		   uint64_t hash)
{
	size_t at = hash & (cache->room - 1);

	for (;; at = (at + 1) & (cache->room - 1)) {
		const struct cl_cache_entry *e = &cache->entries[at];

		if (!e->key || (e->hash == hash && e->len == key.len &&
				memcmp(e->key, key.ptr, key.len) == 0))
			return at;
	}
}

int64_t cl_cache_get(const struct cl_cache *cache, struct cl_str key)
{
	if (cache->room == 0)
		return 0;
	return cache->entries[find(cache, key, hash_of(key))].id;
}

static bool grow(struct cl_cache *cache)
{
	struct cl_cache old = *cache;
	size_t room = old.room ? old.room * 2 : 256;
	struct cl_cache_entry *entries = cl_alloc_zero(room, sizeof(*entries));

	if (!entries)
		return false;
	cache->entries = entries;
	cache->room = room;
	for (size_t i = 0; i < old.room; i++) {
		const struct cl_cache_entry *e = &old.entries[i];

		if (e->key)
			entries[find(cache, (struct cl_str){ e->key, e->len },
				     e->hash)] = *e;
	}
	cl_free(old.entries);
	return true;
}

void cl_cache_put(struct cl_cache *cache, struct cl_str key, int64_t id)
{
	uint64_t hash = hash_of(key);
	char *copy;

	if (cache->count == CL_CACHE_MAX)
		cl_cache_release(cache);
	if (cache->count * 2 >= cache->room && !grow(cache))
		return;
	copy = cl_arena_dup(&cache->arena, key);
	if (!copy)
		return;
	cache->entries[find(cache, key, hash)] =
		(struct cl_cache_entry){ copy, key.len, hash, id };
	cache->count++;
}

void cl_cache_release(struct cl_cache *cache)
{
	cl_free(cache->entries);
	cl_arena_release(&cache->arena);
	*cache = (struct cl_cache){ 0 };
}
