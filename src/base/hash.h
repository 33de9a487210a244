/* SPDX-License-Identifier: MIT */
/* XXH3: for identity of content, not for security. */
#ifndef CL_BASE_HASH_H
#define CL_BASE_HASH_H

#include <stddef.h>
#include <stdint.h>

struct cl_hash;

/* 128 bits, fed piece by piece; NULL when out of memory. */
struct cl_hash *cl_hash_new(void);
void cl_hash_add(struct cl_hash *hash, const void *data, size_t len);
void cl_hash_hex(const struct cl_hash *hash, char out[33]);
void cl_hash_free(struct cl_hash *hash);

/* 64 bits of something short; seed chains several. */
uint64_t cl_hash_short(const void *data, size_t len, uint64_t seed);

#endif
