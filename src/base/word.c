/* SPDX-License-Identifier: MIT */
#include "base/word.h"

#include <string.h>

static uint64_t load_8(const char *bytes)
{
	uint64_t value;

	memcpy(&value, bytes, sizeof(value));
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	value = __builtin_bswap64(value);
#endif
	return value;
}

static uint64_t load_4(const char *bytes)
{
	uint32_t value;

	memcpy(&value, bytes, sizeof(value));
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	value = __builtin_bswap32(value);
#endif
	return value;
}

static uint64_t byte_at(const char *bytes, size_t i)
{
	return (uint64_t)(uint8_t)bytes[i] << 8 * i;
}

/* At most eight bytes, the first the lowest. Pieces may overlap, since they
 * agree where they do. */
static uint64_t load(const char *bytes, size_t len)
{
	if (len >= 8)
		return load_8(bytes);
	if (len >= 4)
		return load_4(bytes) | load_4(bytes + len - 4) << 8 * (len - 4);
	if (len == 0)
		return 0;
	return byte_at(bytes, 0) | byte_at(bytes, len / 2) |
	       byte_at(bytes, len - 1);
}

/* ASCII capitals to small letters in all eight bytes at once: adding lifts the
 * letters, and nothing else of ASCII, over the highest bit. */
static uint64_t to_lower(uint64_t bytes)
{
	const uint64_t ones = 0x0101010101010101u;
	uint64_t low = bytes & 0x7F * ones;
	uint64_t from_a = low + (0x80 - 'A') * ones;
	uint64_t past_z = low + (0x7F - 'Z') * ones;
	uint64_t capital = from_a & ~past_z & ~bytes & 0x80 * ones;

	return bytes | capital >> 2;
}

struct cl_word cl_word_of(struct cl_str s)
{
	struct cl_word w = { { 0 }, 0 };
	uint64_t sum;

	w.part[0] = to_lower(load(s.ptr, s.len));
	if (s.len > 8)
		w.part[1] = to_lower(load(s.ptr + 8, s.len - 8));
	if (s.len > 16)
		w.part[2] = to_lower(load(s.ptr + 16, s.len - 16));
	sum = w.part[0] * 0x9E3779B97F4A7C15u +
	      w.part[1] * 0xC2B2AE3D27D4EB4Fu + w.part[2] * 0x165667B19E3779F9u;
	w.hash = (uint32_t)(sum >> 32);
	return w;
}

uint32_t cl_hash_of(struct cl_str s)
{
	uint64_t hash = s.len;

	for (size_t at = 0; at < s.len; at += 8) {
		hash ^= load(s.ptr + at, s.len - at);
		hash *= 0x9E3779B97F4A7C15u;
		hash ^= hash >> 32;
	}
	return (uint32_t)hash;
}
