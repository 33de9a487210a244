/* SPDX-License-Identifier: MIT */
/*
 * The segments of a JPEG (ITU-T T.81 annex B) up to the first scan. Real files
 * bend the rules and are read all the same: any number of fill bytes, zeros or
 * other junk between segments, several blocks of one kind, blocks in parts,
 * headers in other versions' spelling.
 *
 * Image data begins behind the header of the first scan and ends at the end
 * marker of the main image. Where that is can only be told by going through
 * the data; it is done only for files that do not simply end with the marker
 * (zeros after it are forgiven) or that say they hold several pictures (MPF),
 * so a usual file is not read through. All other files end where they end.
 * Programs that write metadata change nothing in there, and what cameras and
 * editors append behind the end marker does not count.
 */
#include "image/jpeg.h"

#include <string.h>

/* Nobody has this much before the first scan. */
#define HEADER_MAX ((int64_t)32 << 20)
#define LOOSE_MAX ((int64_t)4 << 20)
#define SEGMENTS_MAX 100000
/* How far the end marker is looked for, and how much padding may follow: as
 * much as the identity reads of the end. */
#define SCAN_MAX ((int64_t)24 << 20)
#define PADDING_MAX ((size_t)16 << 10)
#define PIECE ((size_t)32 << 10)
#define NEAR ((size_t)256)

enum {
	SOF0 = 0xC0,
	DHT = 0xC4,
	JPG = 0xC8,
	DAC = 0xCC,
	SOF15 = 0xCF,
	RST0 = 0xD0,
	RST7 = 0xD7,
	SOI = 0xD8,
	EOI = 0xD9,
	SOS = 0xDA,
	APP1 = 0xE1,
	APP2 = 0xE2,
	APP13 = 0xED,
	TEM = 0x01,
};

struct walk {
	struct cl_source *s;
	struct cl_blocks *blocks;
	int64_t at;
	int64_t junk; /* bytes that belong to no segment */
	int64_t fill; /* those that may stand before a marker */
	size_t segments;
	int64_t scan; /* where the first scan's data begins; 0: not found */
	bool several; /* an MPF index was seen */
};

/* Look for a marker in len bytes; how many to step over, the marker's two
 * included. *marker stays 0 when there is none. */
static size_t find_marker(struct walk *w, const uint8_t *p, size_t len,
			  uint8_t *marker)
{
	const uint8_t *ff = memchr(p, 0xFF, len - 1);
	size_t at = ff ? (size_t)(ff - p) : len - 1;
	size_t fill = at;

	w->junk += (int64_t)at;
	while (fill + 2 < len && p[fill] == 0xFF && p[fill + 1] == 0xFF)
		fill++;
	w->fill += (int64_t)(fill - at);
	if (!ff)
		return at;
	if (p[fill + 1] == 0xFF) {
		w->fill++;
		return fill + 1;
	}
	if (p[fill + 1] == 0)
		w->junk += 2;
	*marker = p[fill + 1];
	return fill + 2;
}

static bool is_lost(const struct walk *w)
{
	return w->at >= HEADER_MAX || w->junk + w->fill > LOOSE_MAX ||
	       w->segments > SEGMENTS_MAX;
}

/* Go to the next marker and over it. False at the end of the file. */
static bool next_marker(struct walk *w, uint8_t *marker)
{
	*marker = 0;
	w->segments++;
	while (*marker == 0 && !is_lost(w)) {
		size_t got;
		const uint8_t *p = cl_source_peek(w->s, w->at, NEAR, &got);

		if (!p || got < 2)
			return false;
		w->at += (int64_t)find_marker(w, p, got, marker);
	}
	return *marker != 0;
}

static bool skip_header(struct cl_str *bytes, struct cl_str header)
{
	return cl_str_skip(bytes, header);
}

static bool is_tiff(struct cl_str bytes)
{
	return cl_str_starts(bytes, CL_STR("II")) ||
	       cl_str_starts(bytes, CL_STR("MM"));
}

static bool has_exif(const struct cl_blocks *b)
{
	for (const struct cl_block *i = b->first; i; i = i->next)
		if (i->kind == CL_BLOCK_EXIF)
			return true;
	return false;
}

static void take_app1(struct walk *w, struct cl_str bytes)
{
	struct cl_blocks *b = w->blocks;

	if (bytes.len > 6 && cl_str_starts(bytes, CL_STR("Exif\0"))) {
		bytes = cl_str_sub(bytes, 6, bytes.len);
		cl_blocks_add(b, CL_BLOCK_EXIF, bytes,
			      !is_tiff(bytes) && has_exif(b));
	} else if (skip_header(&bytes,
			       CL_STR("http://ns.adobe.com/xap/1.0/\0")) ||
		   cl_str_starts(bytes, CL_STR("<?xpacket")) ||
		   cl_str_starts(bytes, CL_STR("<x:xmpmeta"))) {
		cl_blocks_add(b, CL_BLOCK_XMP, bytes, false);
	} else if (skip_header(&bytes,
			       CL_STR("http://ns.adobe.com/xmp/extension/"
				      "\0"))) {
		cl_blocks_add(b, CL_BLOCK_XMP_MORE, bytes, false);
	}
}

static void take_app13(struct walk *w, struct cl_str bytes)
{
	if (skip_header(&bytes, CL_STR("Photoshop 3.0\0")) ||
	    skip_header(&bytes, CL_STR("Adobe_Photoshop2.5:")))
		cl_blocks_add(w->blocks, CL_BLOCK_IRB, bytes, false);
	else if (cl_str_starts(bytes, CL_STR("8BIM")))
		cl_blocks_add(w->blocks, CL_BLOCK_IRB, bytes, false);
	else if (bytes.len >= 5 && bytes.ptr[0] == 0x1C && bytes.ptr[1] > 0 &&
		 bytes.ptr[1] < 10)
		cl_blocks_add(w->blocks, CL_BLOCK_IIM, bytes, false);
}

static bool is_frame(uint8_t marker)
{
	return marker >= SOF0 && marker <= SOF15 && marker != DHT &&
	       marker != JPG && marker != DAC;
}

static void take_frame(struct walk *w, struct cl_str bytes)
{
	const uint8_t *p = (const uint8_t *)bytes.ptr;
	struct cutline_image *image = &w->blocks->record->image;

	if (bytes.len < 6 || image->width > 0)
		return;
	image->height = (uint32_t)(p[1] << 8 | p[2]);
	image->width = (uint32_t)(p[3] << 8 | p[4]);
}

/* Read the segment whose length field is at w->at and step over it. False when
 * the file ends inside it. */
static bool take_segment(struct walk *w, uint8_t marker)
{
	struct cl_str bytes;
	size_t got;
	size_t len;
	bool wanted = marker == APP1 || marker == APP2 || marker == APP13 ||
		      is_frame(marker);
	const uint8_t *p = cl_source_get(w->s, w->at, 2);

	if (!p)
		return false;
	len = (size_t)(p[0] << 8 | p[1]);
	if (len < 2) {
		w->junk += 2;
		return true;
	}
	p = cl_source_peek(w->s, w->at, wanted ? len : 2, &got);
	if (!p || got < 2)
		return false;
	bytes = (struct cl_str){ (const char *)p + 2, got - 2 };
	if (marker == APP1)
		take_app1(w, bytes);
	else if (marker == APP13)
		take_app13(w, bytes);
	else if (marker == APP2 && cl_str_starts(bytes, CL_STR("MPF\0")))
		w->several = true;
	else if (is_frame(marker))
		take_frame(w, bytes);
	w->at += (int64_t)len;
	return w->at <= w->s->size;
}

/* Walk up to the first scan; the reason when there is none. */
static const char *find_scan(struct walk *w)
{
	uint8_t marker;

	w->at = 2;
	while (next_marker(w, &marker)) {
		bool alone = (marker >= RST0 && marker <= SOI) || marker == TEM;

		if (marker == EOI)
			return "it ends without image data";
		if (alone)
			continue;
		if (!take_segment(w, marker))
			return "it is cut off before the image data";
		if (marker == SOS) {
			w->scan = w->at;
			return NULL;
		}
	}
	return is_lost(w) ? "no image data where it should begin"
			  : "it is cut off before the image data";
}

/* The end of the file without zeros behind an end marker; 0 when it does not
 * end so. */
static int64_t plain_end(struct walk *w)
{
	int64_t from = w->s->size - (int64_t)PADDING_MAX;
	const uint8_t *p;
	size_t got;

	if (from < w->scan)
		from = w->scan;
	p = cl_source_peek(w->s, from, PADDING_MAX, &got);
	while (got > 0 && p[got - 1] == 0)
		got--;
	if (got < 2 || p[got - 1] != EOI || p[got - 2] != 0xFF)
		return 0;
	return from + (int64_t)got;
}

/* Step over the marker at *at inside the image data: data, or a segment
 * between two scans. True at the end marker. */
static bool step_marker(struct walk *w, uint8_t marker, int64_t *at)
{
	const uint8_t *p;

	if (marker == EOI)
		return true;
	if (marker == 0xFF) {
		*at += 1;
		return false;
	}
	*at += 2;
	if (marker < SOF0 || (marker >= RST0 && marker <= SOI))
		return false;
	p = cl_source_get(w->s, *at, 2);
	if (p)
		*at += p[0] << 8 | p[1];
	return false;
}

/* The first end marker in the image data, found by going through it; 0 when
 * there is none. */
static int64_t search_end(struct walk *w)
{
	int64_t at = w->scan;
	int64_t stop = w->scan + SCAN_MAX;

	while (at < stop) {
		size_t got;
		size_t i = 0;
		const uint8_t *p = cl_source_peek(w->s, at, PIECE, &got);
		const uint8_t *ff = NULL;

		if (!p || got < 2)
			return 0;
		while (i + 1 < got) {
			ff = memchr(p + i, 0xFF, got - 1 - i);
			if (!ff || ff[1] != 0)
				break;
			i = (size_t)(ff - p) + 2;
			ff = NULL;
		}
		if (!ff) {
			at += (int64_t)(i + 1 < got ? got - 1 : i);
			continue;
		}
		at += ff - p;
		if (step_marker(w, ff[1], &at))
			return at + 2;
	}
	return 0;
}

static void find_image_data(struct walk *w, struct cl_extents *extents)
{
	int64_t end = plain_end(w);

	if (end == 0 || w->several) {
		int64_t first = search_end(w);

		if (first > 0)
			end = first;
		else if (end == 0 && w->s->size - w->scan < SCAN_MAX)
			cl_record_warn(w->blocks->record,
				       "the image data is cut off");
	}
	if (end == 0)
		end = w->s->size;
	cl_extents_add(extents, w->scan, end - w->scan);
}

bool cl_jpeg_read(struct cl_source *s, struct cl_blocks *blocks,
		  struct cl_extents *extents, const char **why)
{
	struct walk w = { .s = s, .blocks = blocks };

	*why = find_scan(&w);
	if (*why)
		return false;
	if (w.junk > 0)
		cl_record_warn(blocks->record,
			       "%lld stray bytes between the segments",
			       (long long)w.junk);
	find_image_data(&w, extents);
	return true;
}
