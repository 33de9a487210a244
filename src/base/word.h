/* SPDX-License-Identifier: MIT */
/*
 * A word in three integers: its bytes, ASCII letters small, and NUL after them.
 * Two words of at most CL_WORD_MAX bytes are the same but for case exactly if
 * their integers are, and three multiplications make a hash of them. Tables of
 * words are made and looked up by it.
 *
 * What is asked of eight bytes at once is answered in the highest bit of each.
 */
#ifndef CL_BASE_WORD_H
#define CL_BASE_WORD_H

#include <string.h>

#include "base/str.h"

/* Of a longer one the first so many bytes are taken. */
#define CL_WORD_MAX 24

struct cl_word {
	uint64_t part[CL_WORD_MAX / 8]; /* the first byte is the lowest */
	uint32_t hash;
};

/* A hash of any text, all bytes as they are. */
uint32_t cl_hash_of(struct cl_str s);

#define CL_EACH_BYTE 0x0101010101010101u

/* Eight bytes, the first the lowest. */
static inline uint64_t cl_load_8(const char *bytes)
{
	uint64_t value;

	memcpy(&value, bytes, sizeof(value));
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	value = __builtin_bswap64(value);
#endif
	return value;
}

static inline uint64_t cl_load_4(const char *bytes)
{
	uint32_t value;

	memcpy(&value, bytes, sizeof(value));
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	value = __builtin_bswap32(value);
#endif
	return value;
}

static inline void cl_store_8(char *bytes, uint64_t value)
{
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	value = __builtin_bswap64(value);
#endif
	memcpy(bytes, &value, sizeof(value));
}

/* The same of at most len bytes, the others 0. Pieces that are loaded may
 * overlap, since they agree where they do. */
static inline uint64_t cl_load(const char *bytes, size_t len)
{
	const uint8_t *b = (const uint8_t *)bytes;

	if (len >= 8)
		return cl_load_8(bytes);
	if (len >= 4)
		return cl_load_4(bytes) | cl_load_4(bytes + len - 4)
						  << 8 * (len - 4);
	if (len == 0)
		return 0;
	return b[0] | (uint64_t)b[len / 2] << 8 * (len / 2) |
	       (uint64_t)b[len - 1] << 8 * (len - 1);
}

/* Which bytes are from first to last, two of ASCII? Adding lifts those of ASCII
 * that are over the highest bit. */
static inline uint64_t cl_bytes_in(uint64_t bytes, char first, char last)
{
	uint64_t low = bytes & 0x7F * CL_EACH_BYTE;
	uint64_t reach = low + (uint64_t)(0x80 - first) * CL_EACH_BYTE;
	uint64_t pass = low + (uint64_t)(0x7F - last) * CL_EACH_BYTE;

	return reach & ~pass & ~bytes & 0x80 * CL_EACH_BYTE;
}

/* How many bytes stand before the first that answers yes. */
static inline unsigned cl_bytes_before(uint64_t answer)
{
	return answer ? (unsigned)__builtin_ctzll(answer) / 8 : 8;
}

static inline uint64_t cl_letters_in(uint64_t bytes)
{
	return cl_bytes_in(bytes | 0x20 * CL_EACH_BYTE, 'a', 'z');
}

/* Of bytes that are letters: the bit that tells small ones lifted up. */
static inline uint64_t cl_capitals_in(uint64_t bytes, uint64_t letters)
{
	return letters & ~(bytes << 2);
}

static inline unsigned cl_count_bytes(uint64_t answer)
{
	return (unsigned)((answer >> 7) * CL_EACH_BYTE >> 56);
}

static inline uint64_t cl_lower_8(uint64_t bytes)
{
	return bytes | cl_letters_in(bytes) >> 2;
}

static inline struct cl_word cl_word_of(struct cl_str s)
{
	struct cl_word w = { { cl_lower_8(cl_load(s.ptr, s.len)) }, 0 };
	uint64_t sum = w.part[0] * 0x9E3779B97F4A7C15u;

	if (s.len > 8) {
		w.part[1] = cl_lower_8(cl_load(s.ptr + 8, s.len - 8));
		sum += w.part[1] * 0xC2B2AE3D27D4EB4Fu;
	}
	if (s.len > 16) {
		w.part[2] = cl_lower_8(cl_load(s.ptr + 16, s.len - 16));
		sum += w.part[2] * 0x165667B19E3779F9u;
	}
	w.hash = (uint32_t)(sum >> 32);
	return w;
}

#endif
