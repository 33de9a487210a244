/* SPDX-License-Identifier: MIT */
/* RFC 1321. */
#include "forge/md5.h"

#include <string.h>

/* 2^32 times |sin(i + 1)|, section 3.4. */
static const uint32_t sines[64] = {
	0xd76aa478, 0xe8c7b756, 0x242070db, 0xc1bdceee, 0xf57c0faf, 0x4787c62a,
	0xa8304613, 0xfd469501, 0x698098d8, 0x8b44f7af, 0xffff5bb1, 0x895cd7be,
	0x6b901122, 0xfd987193, 0xa679438e, 0x49b40821, 0xf61e2562, 0xc040b340,
	0x265e5a51, 0xe9b6c7aa, 0xd62f105d, 0x02441453, 0xd8a1e681, 0xe7d3fbc8,
	0x21e1cde6, 0xc33707d6, 0xf4d50d87, 0x455a14ed, 0xa9e3e905, 0xfcefa3f8,
	0x676f02d9, 0x8d2a4c8a, 0xfffa3942, 0x8771f681, 0x6d9d6122, 0xfde5380c,
	0xa4beea44, 0x4bdecfa9, 0xf6bb4b60, 0xbebfbc70, 0x289b7ec6, 0xeaa127fa,
	0xd4ef3085, 0x04881d05, 0xd9d4d039, 0xe6db99e5, 0x1fa27cf8, 0xc4ac5665,
	0xf4292244, 0x432aff97, 0xab9423a7, 0xfc93a039, 0x655b59c3, 0x8f0ccc92,
	0xffeff47d, 0x85845dd1, 0x6fa87e4f, 0xfe2ce6e0, 0xa3014314, 0x4e0811a1,
	0xf7537e82, 0xbd3af235, 0x2ad7d2bb, 0xeb86d391
};

static const uint8_t turns[16] = { 7, 12, 17, 22, 5, 9,  14, 20,
				   4, 11, 16, 23, 6, 10, 15, 21 };

static uint32_t word(const uint8_t *p)
{
	return (uint32_t)p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 |
	       (uint32_t)p[3] << 24;
}

static uint32_t mixed(unsigned i, const uint32_t s[4], unsigned *at)
{
	uint32_t b = s[1], c = s[2], d = s[3];

	switch (i / 16) {
	case 0:
		*at = i;
		return (b & c) | (~b & d);
	case 1:
		*at = (5 * i + 1) % 16;
		return (b & d) | (c & ~d);
	case 2:
		*at = (3 * i + 5) % 16;
		return b ^ c ^ d;
	default:
		*at = 7 * i % 16;
		return c ^ (b | ~d);
	}
}

static void block(uint32_t state[4], const uint8_t *data)
{
	uint32_t s[4];

	memcpy(s, state, sizeof(s));
	for (unsigned i = 0; i < 64; i++) {
		unsigned at, turn = turns[i / 16 * 4 + i % 4];
		uint32_t f = mixed(i, s, &at);

		f += s[0] + sines[i] + word(data + 4 * (size_t)at);
		s[0] = s[3];
		s[3] = s[2];
		s[2] = s[1];
		s[1] += f << turn | f >> (32 - turn);
	}
	for (int i = 0; i < 4; i++)
		state[i] += s[i];
}

void forge_md5(const uint8_t *data, size_t len, uint8_t digest[16])
{
	uint32_t state[4] = { 0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476 };
	size_t whole = len / 64 * 64, rest = len - whole;
	size_t end = rest < 56 ? 64 : 128;
	uint8_t tail[128] = { 0 };

	for (size_t i = 0; i < whole; i += 64)
		block(state, data + i);
	if (rest)
		memcpy(tail, data + whole, rest);
	tail[rest] = 0x80;
	for (size_t i = 0; i < 8; i++)
		tail[end - 8 + i] = (uint8_t)((uint64_t)len * 8 >> 8 * i);
	for (size_t i = 0; i < end; i += 64)
		block(state, tail + i);
	for (size_t i = 0; i < 16; i++)
		digest[i] = (uint8_t)(state[i / 4] >> 8 * (i % 4));
}
