/* SPDX-License-Identifier: MIT */
/*
 * Where the image data of a JPEG ends: at its first end marker. That can only
 * be told by going through the data, which costs as much as reading the file,
 * so it is done only where nothing simpler tells:
 *
 * - A file that ends with the marker, zeros behind it forgiven, ends there.
 * - One that says it holds several pictures (CIPA DC-007, Multi-Picture
 *   Format) names where the second begins. If one does begin there and the
 *   marker stands before it, the first ends at that.
 *
 * Programs that write metadata change nothing in the data, and what cameras
 * and editors append behind it does not count: the end is the same with it and
 * without. Only of a file that somebody glued another JPEG to, without an
 * index, is that one taken for a part.
 */
#include <string.h>

#include "image/ifd.h"
#include "image/jpeg.h"

/* How far the end marker is looked for, and how much padding may follow: as
 * much as the identity reads of the end. */
#define SCAN_MAX ((int64_t)80 << 20)
#define PADDING_MAX ((size_t)16 << 10)
#define PIECE ((size_t)32 << 10)
/* No picture has that much data without a byte 0xFF: a block of 64 pixels
 * takes two bits at least, so that it were 500 megapixels of one colour. */
#define QUIET_MAX ((size_t)2 << 20)

#define TAG_MP_ENTRY 0xB002
#define MP_ENTRY ((size_t)16)
#define PICTURES_MAX ((size_t)16)

enum {
	SOF0 = 0xC0,
	RST0 = 0xD0,
	SOI = 0xD8,
	EOI = 0xD9,
};

int64_t cl_jpeg_second(struct cl_str index, int64_t base)
{
	const struct cl_ifd_entry *list;
	int64_t least = 0;
	struct cl_source s;
	struct cl_tiff t;
	struct cl_ifd ifd;
	uint32_t first;

	cl_source_memory(&s, index);
	if (!cl_tiff_open(&t, &s, 42, &first) || !cl_ifd_read(&t, first, &ifd))
		return 1;
	list = cl_ifd_find(&ifd, TAG_MP_ENTRY);
	for (size_t i = 0;
	     list && i < PICTURES_MAX && (i + 1) * MP_ENTRY <= list->size;
	     i++) {
		const uint8_t *p = cl_source_get(
			&s, list->at + (int64_t)(i * MP_ENTRY), MP_ENTRY);
		int64_t offset = p ? cl_tiff_u32(&t, p + 8) : 0;

		if (offset > 0 && (least == 0 || offset < least))
			least = offset;
	}
	return least ? base + least : 1;
}

/* The end marker that the bytes before end close with, zeros behind it
 * forgiven: where it ends. 0 when they do not. */
static int64_t marker_before(struct cl_source *s, int64_t scan, int64_t end)
{
	int64_t from = end - (int64_t)PADDING_MAX;
	const uint8_t *p;
	size_t got;

	if (from < scan)
		from = scan;
	if (from >= end)
		return 0;
	p = cl_source_peek(s, from, (size_t)(end - from), &got);
	if (!p || (int64_t)got < end - from)
		return 0;
	while (got > 0 && p[got - 1] == 0)
		got--;
	if (got < 2 || p[got - 1] != EOI || p[got - 2] != 0xFF)
		return 0;
	return from + (int64_t)got;
}

static bool is_picture(struct cl_source *s, int64_t at)
{
	const uint8_t *p = cl_source_get(s, at, 3);

	return p && p[0] == 0xFF && p[1] == SOI && p[2] == 0xFF;
}

/* Step over the marker at *at inside the image data: data, or a segment
 * between two scans. True at the end marker. */
static bool step_marker(struct cl_source *s, uint8_t marker, int64_t *at)
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
	p = cl_source_get(s, *at, 2);
	if (p)
		*at += p[0] << 8 | p[1];
	return false;
}

/* The next 0xFF that is no data, that is, without 0 behind it; NULL when there
 * is none in these bytes. */
static const uint8_t *find_marker(const uint8_t *p, size_t len)
{
	const uint8_t *last = p + len - 1;

	while (p < last) {
		p = memchr(p, 0xFF, (size_t)(last - p));
		if (!p || p[1] != 0)
			return p;
		p += 2;
	}
	return NULL;
}

/* The first end marker in the image data, found by going through it: where it
 * ends, or 0 when there is none. The file's size when it is too long. */
static int64_t search(struct cl_source *s, int64_t scan)
{
	int64_t at = scan;
	size_t quiet = 0;

	while (at < scan + SCAN_MAX && quiet < QUIET_MAX) {
		size_t got;
		const uint8_t *p = cl_source_peek(s, at, PIECE, &got);
		const uint8_t *found;

		if (!p || got < 2)
			return s->fd >= 0 && s->budget < (int64_t)PIECE
				       ? s->size
				       : 0;
		quiet = memchr(p, 0xFF, got) ? 0 : quiet + got;
		found = find_marker(p, got);
		if (!found) {
			/* The last byte again, unless it is data's second. */
			at += (int64_t)got - (p[got - 1] == 0xFF);
			continue;
		}
		at += found - p;
		if (step_marker(s, found[1], &at))
			return at + 2;
	}
	return s->size;
}

int64_t cl_jpeg_end(struct cl_source *s, int64_t scan, int64_t second)
{
	int64_t end = 0;

	if (second == 0)
		end = marker_before(s, scan, s->size);
	else if (second > scan && is_picture(s, second))
		end = marker_before(s, scan, second);
	return end ? end : search(s, scan);
}
