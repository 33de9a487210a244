/* SPDX-License-Identifier: MIT */
/* EXIF blocks written by hand, so that they can be wrong. Always Motorola. */
#include <string.h>

#include "forge/forge.h"
#include "forge/hostile.h"

#define TIFF_MAX 65527

static void put_entry(struct forge_buf *tiff, unsigned tag, unsigned type,
		      uint32_t count, uint32_t value)
{
	forge_put_u16be(tiff, tag);
	forge_put_u16be(tiff, type);
	forge_put_u32be(tiff, count);
	forge_put_u32be(tiff, value);
}

/* The head of a block whose first directory, at 8, says to have count. */
static void begin(struct forge_buf *tiff, unsigned count)
{
	forge_put_text(tiff, "MM");
	forge_put_u16be(tiff, 42);
	forge_put_u32be(tiff, 8);
	forge_put_u16be(tiff, count);
}

static void finish(struct forge_buf *out, struct forge_buf *tiff)
{
	forge_put_u16be(out, 0xffd8);
	forge_segment(out, 0xffe1, "Exif\0", 6, tiff->data, tiff->len);
	forge_put_picture(out);
	forge_buf_release(tiff);
}

void forge_bad_exif_loop(struct forge_buf *out)
{
	struct forge_buf tiff = { 0 };

	begin(&tiff, 3);
	put_entry(&tiff, 0x014a, 4, 1, 8);
	put_entry(&tiff, 0x8769, 4, 1, 8);
	put_entry(&tiff, 0x8825, 4, 1, 8);
	forge_put_u32be(&tiff, 8);
	finish(out, &tiff);
}

void forge_bad_exif_entries(struct forge_buf *out)
{
	struct forge_buf tiff = { 0 };

	begin(&tiff, 65535);
	for (unsigned i = 0; tiff.len + 12 <= TIFF_MAX; i++)
		put_entry(&tiff, 0x9000 + i % 0x1000, 3, 1, i << 16);
	finish(out, &tiff);
}

void forge_bad_exif_counts(struct forge_buf *out)
{
	static const unsigned tags[] = { 0x010e, 0x010f, 0x0110, 0x011a,
					 0x0132, 0x013b, 0x8298 };
	struct forge_buf tiff = { 0 };
	unsigned count = sizeof(tags) / sizeof(*tags);

	begin(&tiff, count + 2);
	/* Types 5 and 12 have eight bytes: 34 GB each. */
	for (unsigned i = 0; i < count; i++)
		put_entry(&tiff, tags[i], i % 2 ? 5 : 2, 0xffffffff,
			  i % 2 ? 0xffffffff : 10);
	put_entry(&tiff, 0x8769, 4, 1, 0xfffffffe);
	put_entry(&tiff, 0x8825, 12, 0x40000000, 0x80000000);
	forge_put_u32be(&tiff, 0xffffffff);
	finish(out, &tiff);
}

/* Sizes that are small once 32 bits have run over. */
void forge_bad_exif_wrapping_size(struct forge_buf *out)
{
	struct forge_buf tiff = { 0 };

	begin(&tiff, 4);
	put_entry(&tiff, 0x010e, 5, 0x20000001, 62);
	put_entry(&tiff, 0x010f, 4, 0x40000002, 62);
	put_entry(&tiff, 0x0110, 3, 0x80000004, 62);
	put_entry(&tiff, 0x013b, 2, 32, 0xffffffe8);
	forge_put_u32be(&tiff, 0);
	forge_put_fill(&tiff, 'x', 64);
	finish(out, &tiff);
}

/* One value of 30 KB that two thousand entries all claim. */
void forge_bad_exif_shared_value(struct forge_buf *out)
{
	struct forge_buf tiff = { 0 };
	unsigned count = 2000;
	uint32_t value = 10 + 12 * count + 4;

	begin(&tiff, count);
	for (unsigned i = 0; i < count; i++)
		put_entry(&tiff, 0xc000 + i, 7, 30000, value);
	forge_put_u32be(&tiff, 0);
	forge_put_fill(&tiff, 'x', 30000);
	finish(out, &tiff);
}

/* The start of a maker's own directory, which then leads astray. */
static void put_makernote(struct forge_buf *tiff, const char *head, size_t len)
{
	forge_put(tiff, head, len);
	forge_put_u16be(tiff, 0x7fff);
	for (unsigned i = 0; i < 16; i++)
		put_entry(tiff, i, 1 + i % 12, 0x10000000 + i, 0xfffffff0 + i);
	forge_put_u32be(tiff, 8);
}

void forge_bad_exif_makernotes(struct forge_buf *out)
{
	static const struct {
		const char *text;
		size_t len;
	} heads[] = {
		{ "Canon", 5 },
		{ "Nikon\0\2\20\0\0MM\0*\0\0\0\10", 18 },
		{ "OLYMP\0\1\0", 8 },
		{ "OLYMPUS\0MM\3\0", 12 },
		{ "FUJIFILM\14\0\0\0", 12 },
		{ "Apple iOS\0\0\1MM", 14 },
		{ "AOC\0MM", 6 },
	};
	struct forge_buf tiff = { 0 };
	unsigned count = sizeof(heads) / sizeof(*heads);
	size_t values = 10 + 12 + 4 + 2 + 12 * count + 4;
	size_t each = 256;

	begin(&tiff, 1);
	put_entry(&tiff, 0x8769, 4, 1, 26);
	forge_put_u32be(&tiff, 0);
	forge_put_u16be(&tiff, count);
	for (unsigned i = 0; i < count; i++)
		put_entry(&tiff, 0x927c, 7, (uint32_t)each,
			  (uint32_t)(values + each * i));
	forge_put_u32be(&tiff, 0);
	for (unsigned i = 0; i < count; i++) {
		put_makernote(&tiff, heads[i].text, heads[i].len);
		forge_put_fill(&tiff, 0xff, values + each * (i + 1) - tiff.len);
	}
	finish(out, &tiff);
}

/* EXIF 3.0's type 129, which older libraries do not know. No harm meant. */
void forge_bad_exif_utf8_type(struct forge_buf *out)
{
	static const char caption[] = "F\303\244hre im Hafen";
	static const char artist[] = "J\303\270rn \303\205s";
	struct forge_buf tiff = { 0 };
	uint32_t at = 10 + 24 + 4;

	begin(&tiff, 2);
	put_entry(&tiff, 0x010e, 129, sizeof(caption), at);
	put_entry(&tiff, 0x013b, 129, sizeof(artist), at + sizeof(caption));
	forge_put_u32be(&tiff, 0);
	forge_put(&tiff, caption, sizeof(caption));
	forge_put(&tiff, artist, sizeof(artist));
	finish(out, &tiff);
}

void forge_bad_exif_thumbnail(struct forge_buf *out)
{
	struct forge_buf tiff = { 0 };

	begin(&tiff, 1);
	put_entry(&tiff, 0x0112, 3, 1, 1 << 16);
	forge_put_u32be(&tiff, 26);
	forge_put_u16be(&tiff, 3);
	put_entry(&tiff, 0x0103, 3, 1, 6 << 16);
	put_entry(&tiff, 0x0201, 4, 1, 0xfffffff0);
	put_entry(&tiff, 0x0202, 4, 1, 0x20);
	forge_put_u32be(&tiff, 0);
	finish(out, &tiff);
}

/* Whoever divides first and asks later. */
void forge_bad_exif_zero_rationals(struct forge_buf *out)
{
	struct forge_buf tiff = { 0 };
	uint32_t values = 10 + 36 + 4 + 2 + 48 + 4;

	begin(&tiff, 3);
	put_entry(&tiff, 0x011a, 5, 1, values);
	put_entry(&tiff, 0x011b, 5, 1, values);
	put_entry(&tiff, 0x8825, 4, 1, 50);
	forge_put_u32be(&tiff, 0);
	forge_put_u16be(&tiff, 4);
	put_entry(&tiff, 1, 2, 2, 0x4e000000);
	put_entry(&tiff, 2, 5, 3, values);
	put_entry(&tiff, 3, 2, 2, 0x45000000);
	put_entry(&tiff, 4, 5, 3, values);
	forge_put_u32be(&tiff, 0);
	for (int i = 0; i < 3; i++) {
		forge_put_u32be(&tiff, 0xffffffff);
		forge_put_u32be(&tiff, 0);
	}
	finish(out, &tiff);
}

/* A directory that ends in the middle of an entry. */
void forge_bad_exif_cut(struct forge_buf *out)
{
	struct forge_buf tiff = { 0 };

	begin(&tiff, 9);
	put_entry(&tiff, 0x0112, 3, 1, 1 << 16);
	forge_put_text(&tiff, "\1\16");
	finish(out, &tiff);
}
