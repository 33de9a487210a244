/* SPDX-License-Identifier: MIT */
/*
 * Kept are tables, frame, scan and Adobe's segment, which says how the colours
 * are coded. Anything else, metadata, comments, what follows the end marker,
 * stays behind, so that the copy is a picture and nothing but a picture.
 */
#include "image/thumbnail_strip.h"

#include <string.h>

#include "base/cursor.h"

#define SEGMENTS_MAX 64

enum {
	SOF0 = 0xC0,
	SOF1 = 0xC1,
	DHT = 0xC4,
	RST0 = 0xD0,
	RST7 = 0xD7,
	SOI = 0xD8,
	EOI = 0xD9,
	SOS = 0xDA,
	DQT = 0xDB,
	DRI = 0xDD,
	APP0 = 0xE0,
	APP14 = 0xEE,
	APP15 = 0xEF,
	COM = 0xFE,
};

static bool take_frame(struct cl_thumbnail_frame *frame, const uint8_t *p,
		       size_t len)
{
	if (len < 6 || p[0] != 8 || frame->width > 0)
		return false;
	frame->height = (uint32_t)(p[1] << 8 | p[2]);
	frame->width = (uint32_t)(p[3] << 8 | p[4]);
	frame->components = p[5];
	return frame->width > 0 && frame->height > 0;
}

/* The bytes of the scan that begins at the cursor, up to its end marker; 0
 * when there is none or another scan follows. */
static size_t scan_len(const struct cl_cursor *c)
{
	const uint8_t *p = c->at;

	while (c->end - p >= 2) {
		p = memchr(p, 0xFF, (size_t)(c->end - p) - 1);
		if (!p)
			return 0;
		if (p[1] == EOI)
			return (size_t)(p - c->at);
		if (p[1] == 0xFF)
			p++;
		else if (p[1] == 0 || (p[1] >= RST0 && p[1] <= RST7))
			p += 2;
		else
			return 0;
	}
	return 0;
}

static bool take_scan(struct cl_cursor *c, struct cl_buf *out)
{
	size_t len = scan_len(c);

	cl_buf_add(out, c->at, len);
	cl_buf_add(out, "\xFF\xD9", 2);
	return len > 0;
}

/* Go over the segment that begins at the cursor, copying it if it is needed.
 * *marker is 0 when that cannot be. */
static void take_segment(struct cl_cursor *c, struct cl_buf *out,
			 struct cl_thumbnail_frame *frame, uint8_t *marker)
{
	const uint8_t *start = c->at;
	bool wanted;
	size_t len;

	*marker = cl_take_u8(c) == 0xFF ? cl_take_u8(c) : 0;
	len = cl_take_u16be(c);
	if (len < 2 || !cl_take_bytes(c, len - 2))
		*marker = 0;
	switch (*marker) {
	case SOF0:
	case SOF1:
		wanted = take_frame(frame, start + 4, len - 2);
		break;
	case DHT:
	case SOS:
	case DQT:
	case DRI:
	case APP14:
		wanted = true;
		break;
	default:
		wanted = false;
		break;
	}
	if (wanted)
		cl_buf_add(out, start, len + 2);
	else if (*marker != COM && (*marker < APP0 || *marker > APP15))
		*marker = 0;
}

bool cl_thumbnail_strip(struct cl_str jpeg, struct cl_buf *out,
			struct cl_thumbnail_frame *frame)
{
	struct cl_cursor c = cl_cursor_over(jpeg.ptr, jpeg.len);
	uint8_t marker = 1;

	*frame = (struct cl_thumbnail_frame){ 0 };
	if (cl_take_u16be(&c) != (0xFF00 | SOI))
		return false;
	cl_buf_add(out, "\xFF\xD8", 2);
	for (int i = 0; i < SEGMENTS_MAX && marker > 0 && marker != SOS; i++)
		take_segment(&c, out, frame, &marker);
	return marker == SOS && frame->width > 0 && take_scan(&c, out);
}
