/* SPDX-License-Identifier: MIT */
#include "base/word.h"

uint32_t cl_hash_of(struct cl_str s)
{
	uint64_t hash = s.len;

	for (size_t at = 0; at < s.len; at += 8) {
		hash ^= cl_load(s.ptr + at, s.len - at);
		hash *= 0x9E3779B97F4A7C15u;
		hash ^= hash >> 32;
	}
	return (uint32_t)hash;
}
