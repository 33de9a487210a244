/* SPDX-License-Identifier: MIT */
/*
 * A plain walk over the segments, much simpler than jpeg.c: a file that does
 * not keep to the rules has only lost the short way to a thumbnail.
 */
#include "image/thumbnail_head.h"

#define SEGMENTS_MAX 1000

enum {
	SOF0 = 0xC0,
	SOF1 = 0xC1,
	DHT = 0xC4,
	JPG = 0xC8,
	DAC = 0xCC,
	SOF15 = 0xCF,
	SOI = 0xD8,
	SOS = 0xDA,
	APP1 = 0xE1,
	APP2 = 0xE2,
};

#define EXIF_HEADER CL_STR("Exif\0")
#define EXIF_HEADER_LEN 6
/* The name, then which piece this is, and of how many. */
#define ICC_HEADER CL_STR("ICC_PROFILE\0\1\1")

static void take_app1(struct cl_thumbnail_head *head, int64_t at,
		      struct cl_str start, size_t len)
{
	if (head->exif_len > 0 || len <= EXIF_HEADER_LEN ||
	    !cl_str_starts(start, EXIF_HEADER))
		return;
	head->exif_at = at + EXIF_HEADER_LEN;
	head->exif_len = len - EXIF_HEADER_LEN;
}

static void take_app2(struct cl_thumbnail_head *head, int64_t at,
		      struct cl_str start, size_t len)
{
	const struct cl_str header = ICC_HEADER;

	if (head->profile_len > 0 || !cl_str_starts(start, header))
		return;
	head->profile_at = at + (int64_t)header.len;
	head->profile_len = len - header.len;
}

static void take_frame(struct cl_thumbnail_head *head, uint8_t marker,
		       const uint8_t *p)
{
	head->sequential = (marker == SOF0 || marker == SOF1) && p[0] == 8;
	head->height = (uint32_t)(p[1] << 8 | p[2]);
	head->width = (uint32_t)(p[3] << 8 | p[4]);
	head->components = p[5];
}

static bool is_frame(uint8_t marker)
{
	return marker >= SOF0 && marker <= SOF15 && marker != DHT &&
	       marker != JPG && marker != DAC;
}

/* Read the segment at *at and step over it. False at the first scan, and
 * where no segment is. */
static bool take_segment(struct cl_thumbnail_head *head, struct cl_source *s,
			 int64_t *at)
{
	size_t got;
	size_t len;
	const uint8_t *p = cl_source_peek(s, *at, 20, &got);
	struct cl_str start;

	if (!p || got < 4 || p[0] != 0xFF)
		return false;
	if (p[1] == 0xFF) {
		++*at;
		return true;
	}
	if (p[1] < SOF0 || p[1] == SOS || p[1] == SOI)
		return false;
	len = (size_t)(p[2] << 8 | p[3]);
	if (len < 2)
		return false;
	len -= 2;
	start = cl_str_sub((struct cl_str){ (const char *)p, got }, 4, 4 + len);
	if (p[1] == APP1)
		take_app1(head, *at + 4, start, len);
	else if (p[1] == APP2)
		take_app2(head, *at + 4, start, len);
	else if (is_frame(p[1]) && start.len >= 6)
		take_frame(head, p[1], (const uint8_t *)start.ptr);
	*at += (int64_t)len + 4;
	return true;
}

bool cl_thumbnail_head_read(struct cl_thumbnail_head *head, struct cl_source *s)
{
	int64_t at = 2;

	*head = (struct cl_thumbnail_head){ 0 };
	for (int i = 0; i < SEGMENTS_MAX; i++)
		if (!take_segment(head, s, &at))
			break;
	return head->width > 0 && head->height > 0;
}
