/* SPDX-License-Identifier: MIT */
/*
 * PNG, TIFF, WebP, HEIC, AVIF and GIF that are wrong, and what stands behind a
 * JPEG's end. The packed ones are pieces of a stream of zeros, repeated, so
 * that a few KB hold many MB and no library is needed.
 */
#include <string.h>

#include "forge/forge.h"
#include "forge/hostile.h"

static void put_u16le(struct forge_buf *out, unsigned value)
{
	forge_put_u8(out, value & 0xff);
	forge_put_u8(out, value >> 8 & 0xff);
}

static void put_u32le(struct forge_buf *out, uint32_t value)
{
	put_u16le(out, value & 0xffff);
	put_u16le(out, value >> 16);
}

static void begin_png(struct forge_buf *out)
{
	forge_put(out,
		  "\x89PNG\r\n\x1a\n\0\0\0\15IHDR\0\0\0\1\0\0\0\1\10\0\0\0"
		  "\0\x3a\x7e\x9b\x55",
		  33);
}

static void end_png(struct forge_buf *out)
{
	forge_put(out,
		  "\0\0\0\12IDAT\x78\x9c\x63\0\0\0\2\0\1"
		  "\0\x48\xaf\xa4\x71\0\0\0\0IEND\xae\x42\x60\x82",
		  34);
}

static void put_chunk(struct forge_buf *out, const char *type, const void *body,
		      size_t len)
{
	forge_put_u32be(out, (uint32_t)len);
	forge_put_text(out, type);
	forge_put(out, body, len);
	forge_put_u32be(out, 0);
}

/* Writes bits from the lowest on, as deflate does. */
struct bits {
	struct forge_buf *out;
	unsigned word, count;
};

static void put_bits(struct bits *b, unsigned value, unsigned count)
{
	b->word |= value << b->count;
	b->count += count;
	while (b->count >= 8) {
		forge_put_u8(b->out, b->word & 0xff);
		b->word >>= 8;
		b->count -= 8;
	}
}

/*
 * A zlib stream of 258 zeros so many times, in 12 bits each: one block with
 * deflate's fixed codes, a literal 0 and then copies of length 258 (code 285:
 * 11000101) from distance 1 (code 0), whose bits go out highest first.
 */
static void put_zeros(struct forge_buf *out, size_t times)
{
	struct bits b = { out, 0, 0 };

	forge_put(out, "\x78\xda", 2);
	put_bits(&b, 3, 3);
	put_bits(&b, 0x0c, 8);
	while (times-- > 0) {
		put_bits(&b, 0xa3, 8);
		put_bits(&b, 0, 5);
	}
	put_bits(&b, 0, 7);
	put_bits(&b, 0, 8);
}

/* Nine texts of a gigabyte together, in 6 MB. */
void forge_bad_png_packed(struct forge_buf *out)
{
	struct forge_buf body = { 0 };

	begin_png(out);
	for (int i = 0; i < 9; i++) {
		forge_buf_clear(&body);
		if (i % 2)
			forge_put(&body, "Raw profile type iptc\0\0", 23);
		else
			forge_put(&body, "XML:com.adobe.xmp\0\1\0\0\0", 22);
		put_zeros(&body, 420000);
		put_chunk(out, i % 2 ? "zTXt" : "iTXt", body.data, body.len);
	}
	forge_buf_release(&body);
	end_png(out);
}

/* A text that is longer than the file, and one longer than any. */
void forge_bad_png_lengths(struct forge_buf *out)
{
	begin_png(out);
	forge_put(out, "\0\0\0\26iTXtXML:com.adobe.xmp\0\1\0\0\0\0\0\0\0", 34);
	forge_put(out, "\0\0\0\0eXIf\0\0\0\0", 12);
	forge_put(out,
		  "\xff\xff\xff\xff"
		  "eXIfMM\0*\0\0\0\10",
		  16);
}

void forge_bad_png_many_chunks(struct forge_buf *out)
{
	begin_png(out);
	for (int i = 0; i < 200000; i++)
		put_chunk(out, "tEXt", "k\0v", 3);
	end_png(out);
}

/* Two million digits that are no digits, and some that are. */
void forge_bad_png_profile(struct forge_buf *out)
{
	struct forge_buf body = { 0 };

	begin_png(out);
	forge_put(&body, "Raw profile type exif\0\nexif\n4294967295\n", 40);
	forge_put_fill(&body, 'g', 1000000);
	forge_put_fill(&body, '4', 1000001);
	for (int i = 0; i < 20; i++)
		put_chunk(out, "tEXt", body.data, i ? 3000 : body.len);
	forge_buf_release(&body);
	end_png(out);
}

static void put_tag(struct forge_buf *out, unsigned tag, unsigned type,
		    uint32_t count, uint32_t value)
{
	put_u16le(out, tag);
	put_u16le(out, type);
	put_u32le(out, count);
	put_u32le(out, value);
}

static void begin_tiff(struct forge_buf *out, unsigned count)
{
	forge_put(out, "II*\0\10\0\0\0", 8);
	put_u16le(out, count);
}

/* Directories that name themselves and each other. */
void forge_bad_tiff_loop(struct forge_buf *out)
{
	begin_tiff(out, 6);
	put_tag(out, 0x0100, 4, 1, 1);
	put_tag(out, 0x0101, 4, 1, 1);
	put_tag(out, 0x014a, 4, 1, 8);
	put_tag(out, 0x014a, 13, 0xffffffff, 8);
	put_tag(out, 0x8769, 4, 1, 8);
	put_tag(out, 0x8825, 4, 1, 8);
	put_u32le(out, 8);
}

/* A chain of 5,000 directories, the last of which names the first. */
void forge_bad_tiff_chain(struct forge_buf *out)
{
	forge_put(out, "II*\0\10\0\0\0", 8);
	for (uint32_t i = 0; i < 5000; i++) {
		uint32_t next = 8 + 18 * (i + 1);

		put_u16le(out, 1);
		put_tag(out, 0x014a, 4, 1, next);
		put_u32le(out, i < 4999 ? next : 8);
	}
}

void forge_bad_tiff_entries(struct forge_buf *out)
{
	begin_tiff(out, 65535);
	for (unsigned i = 0; i < 65535; i++)
		put_tag(out, i % 2 ? 0x010e : 0x02bc, 2, 60000, 8);
	put_u32le(out, 0);
}

/* Blocks and strips of many gigabytes. */
void forge_bad_tiff_lengths(struct forge_buf *out)
{
	begin_tiff(out, 6);
	put_tag(out, 0x0111, 4, 0x80000000, 8);
	put_tag(out, 0x0117, 4, 0x80000000, 8);
	put_tag(out, 0x02bc, 1, 0xffffffff, 8);
	put_tag(out, 0x83bb, 4, 0xffffffff, 8);
	put_tag(out, 0x8649, 12, 0x40000000, 8);
	put_tag(out, 0x8769, 4, 1, 0xfffffff0);
	put_u32le(out, 0);
	forge_put_fill(out, 0, 100);
}

/* As many strips as may be, each of all the file. */
void forge_bad_tiff_strips(struct forge_buf *out)
{
	begin_tiff(out, 2);
	put_tag(out, 0x0111, 3, 100000, 38);
	put_tag(out, 0x0117, 4, 100000, 200038);
	put_u32le(out, 0);
	for (int i = 0; i < 100000; i++)
		put_u16le(out, 8);
	forge_put_fill(out, 0xff, 400000);
}

void forge_bad_webp_lengths(struct forge_buf *out)
{
	forge_put(out, "RIFF\4\0\0\0WEBPVP8X\12\0\0\0\14\0\0\0\0\0\0\0\0\0",
		  30);
	forge_put(out, "XMP \377\377\377\377<x:xmpmeta", 18);
	forge_put(out, "EXIF\0\0\0\0EXIF\1\0\0\0M\0", 18);
}

void forge_bad_webp_many_chunks(struct forge_buf *out)
{
	forge_put(out, "RIFF\377\377\377\177WEBP", 12);
	for (int i = 0; i < 100000; i++)
		forge_put(out, i % 2 ? "ANMF\377\377\377\3" : "EXIF\2\0\0\0MM",
			  i % 2 ? 8 : 10);
}

static void begin_heif(struct forge_buf *out)
{
	forge_put(out, "\0\0\0\20ftypheic\0\0\0\0", 16);
}

/* Boxes one inside the other, as deep as they are long. */
void forge_bad_heif_nested(struct forge_buf *out)
{
	uint32_t depth = 100000;

	begin_heif(out);
	forge_put_u32be(out, 12 + 8 * depth);
	forge_put(out, "meta\0\0\0\0", 8);
	for (uint32_t i = depth; i > 0; i--) {
		forge_put_u32be(out, 8 * i);
		forge_put_text(out, i % 2 ? "iprp" : "ipco");
	}
}

/* Items, locations and associations, each as many as may be said, and no
 * bytes for them. */
void forge_bad_heif_counts(struct forge_buf *out)
{
	static const char boxes[] =
		"\0\0\0\16pitm\0\0\0\0\0\1"
		"\0\0\0\20iinf\1\0\0\0\377\377\377\377"
		"\0\0\0\24iprp\0\0\0\10ipco\0\0\0\0"
		"\0\0\0\30iloc\2\0\0\0\210\210\377\377\377\377\0\0\0\1\0\1"
		"\0\0\0\1free";

	begin_heif(out);
	forge_put_u32be(out, (uint32_t)(12 + sizeof(boxes) - 1));
	forge_put(out, "meta\0\0\0\0", 8);
	forge_put(out, boxes, sizeof(boxes) - 1);
}

/* Each of 4,000 times 255 associations names the last of many properties. */
void forge_bad_heif_properties(struct forge_buf *out)
{
	uint32_t properties = 30000, links = 4000, each = 255;
	uint32_t ipco = 8 + 8 * properties;
	uint32_t ipma = 16 + links * (3 + 2 * each);

	begin_heif(out);
	forge_put_u32be(out, 12 + 14 + 8 + ipco + ipma);
	forge_put(out, "meta\0\0\0\0\0\0\0\16pitm\0\0\0\0\0\1", 22);
	forge_put_u32be(out, 8 + ipco + ipma);
	forge_put_text(out, "iprp");
	forge_put_u32be(out, ipco);
	forge_put_text(out, "ipco");
	for (uint32_t i = 0; i < properties; i++)
		forge_put(out, "\0\0\0\10free", 8);
	forge_put_u32be(out, ipma);
	forge_put(out, "ipma\0\0\0\1", 8);
	forge_put_u32be(out, links);
	for (uint32_t i = 0; i < links; i++) {
		forge_put(out, "\0\1\377", 3);
		for (uint32_t k = 0; k < each; k++)
			forge_put_u16be(out, properties);
	}
}

void forge_bad_gif_sub_blocks(struct forge_buf *out)
{
	forge_put(out, "GIF89a\1\0\1\0\0\0\0,\0\0\0\0\1\0\1\0\0\2", 24);
	forge_put_fill(out, 1, 4000000);
}

/* Extensions of one letter a sub-block, none of them too long. */
void forge_bad_gif_extensions(struct forge_buf *out)
{
	forge_put(out, "GIF89a\1\0\1\0\0\0\0", 13);
	for (int i = 0; i < 3; i++) {
		forge_put(out, "!\376", 2);
		forge_put_fill(out, 1, 16000000);
		forge_put_u8(out, 0);
	}
	forge_put(out, ",\0\0\0\0\1\0\1\0\0\2\0;", 13);
}

void forge_bad_gif_blocks(struct forge_buf *out)
{
	forge_put(out, "GIF89a\1\0\1\0\0\0\0", 13);
	for (int i = 0; i < 300000; i++)
		forge_put(out, "!\377\0", 3);
}

/* Places outside, a footer that counts itself, and one more than may be. */
void forge_bad_trailer_afcp(struct forge_buf *out)
{
	size_t start;

	forge_put_u16be(out, 0xffd8);
	forge_put_picture(out);
	start = out->len;
	forge_put(out, "AXS!\1\0\377\377\0\0\0\0", 12);
	for (int i = 0; i < 1000; i++)
		forge_put(out, "IPTC\377\377\377\377\0\0\0\2", 12);
	forge_put_text(out, "AXS!");
	forge_put_u32be(out, (uint32_t)start);
	forge_put_u32be(out, 0);
}

void forge_bad_trailer_fotostation(struct forge_buf *out)
{
	forge_put_u16be(out, 0xffd8);
	forge_put_picture(out);
	for (int i = 0; i < 10000; i++)
		forge_put(out, "\0\1\0\0\0\12\xa1\xb2\xc3\xd4", 10);
}

/* An index of pictures that names itself, the scan and the end. */
void forge_bad_mpf(struct forge_buf *out)
{
	forge_put_u16be(out, 0xffd8);
	forge_segment(out, 0xffe2, "MPF", 4,
		      "MM\0*\0\0\0\10\0\1\xb0\2\0\7\377\377\377\360\0\0\0\32"
		      "\0\0\0\0\0\0\0\0\0\0\0\1\0\0\0\1\0\0\0\0"
		      "\0\0\0\0\377\377\377\377\377\377\377\377",
		      54);
	forge_put_picture(out);
	forge_put_text(out, "not a picture");
}
