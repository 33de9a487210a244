/* SPDX-License-Identifier: MIT */
/*
 * The segments of a JPEG (ITU-T T.81 annex B) up to the first scan. Real files
 * bend the rules and are read all the same: any number of fill bytes, zeros or
 * other junk between segments, several blocks of one kind, blocks in parts,
 * headers in other versions' spelling.
 *
 * Image data begins behind the header of the first scan; where it ends is told
 * in jpeg_end.c, what may stand behind it in jpeg_trailer.c. Metadata between
 * two scans or in a second picture is not the picture's and not read.
 */
#include "image/jpeg.h"

#include <string.h>

/* Nobody has this much before the first scan. */
#define HEADER_MAX ((int64_t)32 << 20)
#define LOOSE_MAX ((int64_t)4 << 20)
#define SEGMENTS_MAX 100000
#define NEAR ((size_t)256)
#define ODD_HEADER_MAX 64 /* bytes before a packet, and its start */

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
	struct cl_jpeg_layout *layout; /* or NULL */
	int64_t at;
	int64_t junk; /* bytes that belong to no segment */
	int64_t fill; /* those that may stand before a marker */
	size_t segments;
	int64_t scan;   /* where the first scan's data begins; 0: not found */
	int64_t second; /* where another picture begins, by an MPF index */
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

/* Whether a packet begins behind a header that is not the specification's:
 * "XMP", NUL, "://ns.adobe.com/xap/1.0/" or a blank before the NUL. */
static bool has_packet(struct cl_str bytes)
{
	static const struct cl_str starts[] = {
		CL_STR_INIT("<?xpacket"),
		CL_STR_INIT("<x:xmpmeta"),
		CL_STR_INIT("<rdf:RDF"),
	};
	struct cl_str head = cl_str_sub(bytes, 0, ODD_HEADER_MAX);

	for (size_t i = 0; i < sizeof(starts) / sizeof(starts[0]); i++)
		if (cl_str_find(head, starts[i], 0) < head.len)
			return true;
	return false;
}

static void take_app1(struct cl_blocks *b, struct cl_str bytes)
{
	if (bytes.len > 6 && cl_str_starts(bytes, CL_STR("Exif\0"))) {
		bytes = cl_str_sub(bytes, 6, bytes.len);
		cl_blocks_add(b, CL_BLOCK_EXIF, bytes,
			      !is_tiff(bytes) && has_exif(b));
	} else if (skip_header(&bytes,
			       CL_STR("http://ns.adobe.com/xap/1.0/\0"))) {
		cl_blocks_add(b, CL_BLOCK_XMP, bytes, false);
	} else if (skip_header(&bytes,
			       CL_STR("http://ns.adobe.com/xmp/extension/"
				      "\0"))) {
		cl_blocks_add(b, CL_BLOCK_XMP_MORE, bytes, false);
	} else if (has_packet(bytes)) {
		cl_blocks_add(b, CL_BLOCK_XMP, bytes, false);
	}
}

static void take_app13(struct cl_blocks *b, struct cl_str bytes)
{
	if (skip_header(&bytes, CL_STR("Photoshop 3.0\0")) ||
	    skip_header(&bytes, CL_STR("Adobe_Photoshop2.5:")))
		cl_blocks_add(b, CL_BLOCK_IRB, bytes, false);
	else if (cl_str_starts(bytes, CL_STR("8BIM")))
		cl_blocks_add(b, CL_BLOCK_IRB, bytes, false);
	else if (bytes.len >= 5 && bytes.ptr[0] == 0x1C && bytes.ptr[1] > 0 &&
		 bytes.ptr[1] < 10)
		cl_blocks_add(b, CL_BLOCK_IIM, bytes, false);
}

void cl_jpeg_take(struct cl_blocks *blocks, uint8_t marker, struct cl_str bytes)
{
	if (marker == APP1)
		take_app1(blocks, bytes);
	else if (marker == APP13)
		take_app13(blocks, bytes);
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

/* Note a segment whose length field is at w->at. */
static void note(struct walk *w, uint8_t marker, size_t len)
{
	struct cl_jpeg_layout *l = w->layout;

	if (!l || w->blocks->record->failed)
		return;
	if (l->count == l->cap) {
		size_t cap = l->cap ? 2 * l->cap : 32;
		struct cl_jpeg_segment *list =
			cl_arena_array(l->arena, cap, sizeof(*list));

		if (!list) {
			w->blocks->record->failed = true;
			return;
		}
		if (l->count > 0)
			memcpy(list, l->segments, l->count * sizeof(*list));
		l->segments = list;
		l->cap = cap;
	}
	l->segments[l->count++] =
		(struct cl_jpeg_segment){ w->at - 2, len + 2, marker };
}

static void take(struct walk *w, uint8_t marker, struct cl_str bytes)
{
	static const struct cl_str mpf = CL_STR_INIT("MPF\0");

	cl_jpeg_take(w->blocks, marker, bytes);
	if (is_frame(marker))
		take_frame(w, bytes);
	if (marker == APP2 && w->second == 0 && cl_str_starts(bytes, mpf))
		w->second =
			cl_jpeg_second(cl_str_sub(bytes, mpf.len, bytes.len),
				       w->at + 2 + (int64_t)mpf.len);
}

/* Read the segment whose length field is at w->at and step over it. False when
 * the file ends inside it. */
static bool take_segment(struct walk *w, uint8_t marker)
{
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
	if (wanted)
		take(w, marker,
		     (struct cl_str){ (const char *)p + 2, got - 2 });
	note(w, marker, len);
	w->at += (int64_t)len;
	if (w->at > w->s->size)
		return false;
	if (marker == SOS)
		w->scan = w->at;
	return true;
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
		if (w->scan)
			return NULL;
	}
	return is_lost(w) ? "no image data where it should begin"
			  : "it is cut off before the image data";
}

static void find_image_data(struct walk *w, struct cl_extents *extents)
{
	int64_t end = cl_jpeg_end(w->s, w->scan, w->second);

	if (end == 0) {
		cl_record_warn(w->blocks->record, "the image data is cut off");
		end = w->s->size;
	}
	if (end < w->s->size)
		cl_jpeg_trailer(w->s, w->blocks, end);
	cl_extents_add(extents, w->scan, end - w->scan);
	if (w->layout) {
		w->layout->scan = w->scan;
		w->layout->end = end;
	}
}

bool cl_jpeg_read(struct cl_source *s, struct cl_blocks *blocks,
		  struct cl_extents *extents, struct cl_jpeg_layout *layout,
		  const char **why)
{
	struct walk w = { .s = s, .blocks = blocks, .layout = layout };

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
