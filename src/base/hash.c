/* SPDX-License-Identifier: MIT */
#include "base/hash.h"

#include <stdio.h>
#include <xxhash.h>

struct cl_hash;

/* XXH3's state wants an alignment that cl_alloc does not give: its own
 * constructor knows. */
static XXH3_state_t *state_of(struct cl_hash *hash)
{
	return (XXH3_state_t *)(void *)hash;
}

struct cl_hash *cl_hash_new(void)
{
	XXH3_state_t *state = XXH3_createState();

	if (state)
		(void)XXH3_128bits_reset(state);
	return (struct cl_hash *)(void *)state;
}

void cl_hash_add(struct cl_hash *hash, const void *data, size_t len)
{
	if (len > 0)
		(void)XXH3_128bits_update(state_of(hash), data, len);
}

void cl_hash_hex(const struct cl_hash *hash, char out[33])
{
	const XXH3_state_t *state = (const void *)hash;
	XXH128_hash_t h = XXH3_128bits_digest(state);

	(void)snprintf(out, 33, "%016llx%016llx", (unsigned long long)h.high64,
		       (unsigned long long)h.low64);
}

void cl_hash_free(struct cl_hash *hash)
{
	(void)XXH3_freeState(state_of(hash));
}

uint64_t cl_hash_short(const void *data, size_t len, uint64_t seed)
{
	return XXH3_64bits_withSeed(data, len, seed);
}
