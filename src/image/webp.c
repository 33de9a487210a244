/* SPDX-License-Identifier: MIT */
/*
 * WebP (RFC 9649): RIFF chunks, of which EXIF and "XMP " hold metadata and
 * VP8, VP8L, ALPH and ANMF the picture.
 */
#include "image/containers.h"

#define FIRST_CHUNK 12
#define CHUNKS_MAX 16384

struct walk {
	struct cl_source *s;
	struct cl_blocks *blocks;
	struct cl_extents *extents;
};

static uint32_t u24le(const uint8_t *p)
{
	return (uint32_t)p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16;
}

static void set_size(struct walk *w, uint32_t width, uint32_t height)
{
	struct cutline_image *image = &w->blocks->record->image;

	if (image->width > 0)
		return;
	image->width = width;
	image->height = height;
}

static void take_size(struct walk *w, struct cl_str type, int64_t at)
{
	const uint8_t *p = cl_source_get(w->s, at, 10);

	if (!p)
		return;
	if (cl_str_eq(type, CL_STR("VP8X"))) {
		set_size(w, u24le(p + 4) + 1, u24le(p + 7) + 1);
	} else if (cl_str_eq(type, CL_STR("VP8L"))) {
		uint32_t bits = u24le(p + 1) | (uint32_t)p[4] << 24;

		set_size(w, (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1);
	} else if (cl_str_eq(type, CL_STR("VP8 "))) {
		set_size(w, (uint32_t)(p[6] | (p[7] & 0x3F) << 8),
			 (uint32_t)(p[8] | (p[9] & 0x3F) << 8));
	}
}

static void take_exif(struct walk *w, int64_t at, int64_t len)
{
	const uint8_t *p = cl_source_get(w->s, at, 6);
	struct cl_str head = { (const char *)p, p ? 6 : 0 };

	/* Some programs keep JPEG's header. */
	if (cl_str_starts(head, CL_STR("Exif\0")) && len > 6) {
		at += 6;
		len -= 6;
	}
	cl_blocks_add_at(w->blocks, CL_BLOCK_EXIF, w->s, at, len);
}

static bool take_chunk(struct walk *w, int64_t *at)
{
	const uint8_t *p = cl_source_get(w->s, *at, 8);
	char name[4];
	struct cl_str type = { name, 4 };
	int64_t len;

	if (!p)
		return false;
	for (size_t i = 0; i < 4; i++)
		name[i] = (char)p[i];
	len = u24le(p + 4) | (int64_t)p[7] << 24;
	*at += 8;
	if (cl_str_eq(type, CL_STR("EXIF"))) {
		take_exif(w, *at, len);
	} else if (cl_str_eq(type, CL_STR("XMP "))) {
		cl_blocks_add_at(w->blocks, CL_BLOCK_XMP, w->s, *at, len);
	} else if (cl_str_eq(type, CL_STR("VP8X"))) {
		take_size(w, type, *at);
	} else if (cl_str_starts(type, CL_STR("VP8")) ||
		   cl_str_eq(type, CL_STR("ALPH")) ||
		   cl_str_eq(type, CL_STR("ANMF"))) {
		take_size(w, type, *at);
		cl_extents_add(w->extents, *at, len);
	}
	*at += len + len % 2;
	if (*at - len % 2 > w->s->size)
		cl_record_warn(w->blocks->record, "the WebP file is cut off");
	return true;
}

void cl_webp_read(struct cl_source *s, struct cl_blocks *blocks,
		  struct cl_extents *extents)
{
	struct walk w = { s, blocks, extents };
	int64_t at = FIRST_CHUNK;

	for (int i = 0; i < CHUNKS_MAX && take_chunk(&w, &at); i++)
		continue;
}
