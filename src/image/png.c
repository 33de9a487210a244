/* SPDX-License-Identifier: MIT */
/*
 * PNG (ISO/IEC 15948) chunks: eXIf holds a TIFF structure, text chunks XMP and
 * other blocks (see png_text.c).
 */
#include <string.h>

#include "image/containers.h"
#include "image/png_text.h"

#define SIGNATURE 8
#define CHUNKS_MAX 100000

struct walk {
	struct cl_source *s;
	struct cl_blocks *blocks;
	struct cl_png_texts texts;
	int64_t first, end; /* of the IDAT chunks */
};

static uint32_t u32be(const uint8_t *p)
{
	return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 |
	       (uint32_t)p[2] << 8 | p[3];
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

static bool is_text(struct cl_str type)
{
	return cl_str_eq(type, CL_STR("tEXt")) ||
	       cl_str_eq(type, CL_STR("zTXt")) ||
	       cl_str_eq(type, CL_STR("iTXt"));
}

static void take_size(struct walk *w, int64_t at)
{
	const uint8_t *p = cl_source_get(w->s, at, 8);

	if (!p)
		return;
	w->blocks->record->image.width = u32be(p);
	w->blocks->record->image.height = u32be(p + 4);
}

static void take_data(struct walk *w, struct cl_str type, int64_t at,
		      int64_t len)
{
	if (cl_str_eq(type, CL_STR("IDAT"))) {
		if (w->first == 0)
			w->first = at;
		w->end = at + len;
	} else if (cl_str_eq(type, CL_STR("IHDR"))) {
		take_size(w, at);
	} else if (cl_str_eq(type, CL_STR("eXIf"))) {
		take_exif(w, at, len);
	} else if (is_text(type)) {
		cl_png_text(&w->texts, type, at, len);
	}
}

/* Read the chunk at *at and step over it; false at the last. */
static bool take_chunk(struct walk *w, int64_t *at)
{
	const uint8_t *p = cl_source_get(w->s, *at, 8);
	char name[4];
	int64_t len;

	if (!p) {
		cl_record_warn(w->blocks->record, "the PNG file is cut off");
		return false;
	}
	len = u32be(p);
	/* The window may move. */
	memcpy(name, p + 4, 4);
	*at += 8;
	if (memcmp(name, "IEND", 4) == 0)
		return false;
	take_data(w, (struct cl_str){ name, 4 }, *at, len);
	*at += len + 4;
	return true;
}

void cl_png_read(struct cl_source *s, struct cl_blocks *blocks,
		 struct cl_extents *extents)
{
	struct walk w = {
		.s = s,
		.blocks = blocks,
		.texts = { .s = s, .blocks = blocks },
	};
	int64_t at = SIGNATURE;

	for (int i = 0; i < CHUNKS_MAX && take_chunk(&w, &at); i++)
		continue;
	cl_png_profiles(&w.texts);
	cl_extents_add(extents, w.first, w.end - w.first);
}
