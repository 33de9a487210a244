/* SPDX-License-Identifier: MIT */
#include "image/thumbnail_huffman.h"

#include <string.h>

const uint8_t cl_wave_places[CL_WAVES] = { 0, 2, 3, 9, CL_WAVE_LAST };

/* The same the other way round. */
static const uint8_t wave_at[CL_WAVE_LAST + 1] = {
	0, 0, 1, 2, 0, 0, 0, 0, 0, 3, 4,
};

size_t cl_huffman_read(struct cl_huffman *table, const uint8_t *p, size_t len)
{
	uint32_t code = 0;
	size_t count = 0;

	if (len < 16)
		return 0;
	for (int i = 0; i < 16; i++)
		count += p[i];
	if (count > 256 || count > len - 16)
		return 0;
	memset(table, 0, sizeof(*table));
	memcpy(table->values, p + 16, count);
	count = 0;
	for (unsigned n = 1; n <= 16; n++) {
		code <<= 1;
		table->shift[n] = (int32_t)count - (int32_t)code;
		for (unsigned i = 0; i < p[n - 1]; i++, code++, count++) {
			uint32_t first = n <= 8 ? code << (8 - n) : 256;

			for (uint32_t k = 0; n <= 8 && k < 1u << (8 - n); k++)
				if (first + k < 256)
					table->look[first + k] =
						(uint16_t)(n << 8 |
							   table->values
								   [count]);
		}
		table->end[n] = code << (16 - n);
	}
	return 16 + count;
}

/* Have at least 32 bits. A marker, or the end, gives zeros: fewer than 48 of
 * those may be asked for in advance. */
static void fill(struct cl_bits *b)
{
	while (b->left <= 48) {
		uint8_t byte = 0;

		if (b->at < b->end && b->at[0] != 0xFF)
			byte = *b->at++;
		else if (b->end - b->at >= 2 && b->at[1] == 0) {
			byte = 0xFF;
			b->at += 2;
		} else if (b->missing++ > 8) {
			b->failed = true;
		}
		b->bits = b->bits << 8 | byte;
		b->left += 8;
	}
}

static unsigned peek16(const struct cl_bits *b)
{
	return (unsigned)(b->bits >> (b->left - 16)) & 0xFFFF;
}

static unsigned take(struct cl_bits *b, unsigned count)
{
	b->left -= count;
	return (unsigned)(b->bits >> b->left) & ((1u << count) - 1);
}

static unsigned take_code(struct cl_bits *b, const struct cl_huffman *table)
{
	unsigned next;
	unsigned short_code;

	if (b->left < 32)
		fill(b);
	next = peek16(b);
	short_code = table->look[next >> 8];
	if (short_code > 0) {
		b->left -= short_code >> 8;
		return short_code & 0xFF;
	}
	for (unsigned n = 9; n <= 16; n++) {
		if (next < table->end[n]) {
			int32_t at =
				table->shift[n] + (int32_t)(next >> (16 - n));

			b->left -= n;
			return table->values[at & 0xFF];
		}
	}
	b->failed = true;
	b->left -= 16;
	return 0;
}

/* A number of so many bits, of which those that begin with 0 are negative
 * (F.2.2.1). */
static int take_number(struct cl_bits *b, unsigned size)
{
	int number;

	if (size == 0)
		return 0;
	number = (int)take(b, size);
	return number < 1 << (size - 1) ? number - (1 << size) + 1 : number;
}

void cl_bits_block(struct cl_bits *b, const struct cl_huffman *dc,
		   const struct cl_huffman *ac, int waves[CL_WAVES])
{
	unsigned size = take_code(b, dc);

	memset(waves, 0, CL_WAVES * sizeof(*waves));
	if (size > 15)
		b->failed = true;
	else
		waves[0] = take_number(b, size);
	for (unsigned k = 1; k < 64 && !b->failed; k++) {
		unsigned code = take_code(b, ac);

		if (code == 0)
			break;
		k += code >> 4;
		if (k > CL_WAVE_LAST || wave_at[k] == 0)
			b->left -= code & 15;
		else
			waves[wave_at[k]] = take_number(b, code & 15);
	}
}
