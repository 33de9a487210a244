/* SPDX-License-Identifier: MIT */
/*
 * PNG (ISO/IEC 15948) chunks: eXIf holds a TIFF structure, iTXt with the
 * keyword "XML:com.adobe.xmp" an XMP packet. Compressed text is not read.
 */
#include "image/containers.h"

#define SIGNATURE 8
#define CHUNKS_MAX 100000

struct walk {
	struct cl_source *s;
	struct cl_blocks *blocks;
	int64_t first, end; /* of the IDAT chunks */
};

static uint32_t u32be(const uint8_t *p)
{
	return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 |
	       (uint32_t)p[2] << 8 | p[3];
}

/* Behind the keyword: compression flag and method, language, translated
 * keyword, each text ending in NUL. */
static void take_text(struct walk *w, int64_t at, int64_t len)
{
	static const struct cl_str keyword = CL_STR_INIT("XML:com.adobe.xmp\0");
	size_t got;
	const uint8_t *p = cl_source_peek(w->s, at, 256, &got);
	struct cl_str head = { (const char *)p, got };
	size_t skip;

	if ((int64_t)head.len > len)
		head.len = (size_t)len;
	if (!cl_str_starts(head, keyword))
		return;
	skip = keyword.len + 2;
	if (skip > head.len)
		return;
	if (head.ptr[keyword.len] != 0) {
		cl_record_warn(w->blocks->record,
			       "the XMP packet is compressed and was not read");
		return;
	}
	for (int i = 0; i < 2; i++)
		skip = cl_str_find_char(head, '\0', skip) + 1;
	if (skip <= head.len)
		cl_blocks_add_at(w->blocks, CL_BLOCK_XMP, w->s,
				 at + (int64_t)skip, len - (int64_t)skip);
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

static void take_size(struct walk *w, int64_t at)
{
	const uint8_t *p = cl_source_get(w->s, at, 8);

	if (!p)
		return;
	w->blocks->record->image.width = u32be(p);
	w->blocks->record->image.height = u32be(p + 4);
}

/* Read the chunk at *at and step over it; false at the last. */
static bool take_chunk(struct walk *w, int64_t *at)
{
	const uint8_t *p = cl_source_get(w->s, *at, 8);
	struct cl_str type;
	int64_t len;

	if (!p) {
		cl_record_warn(w->blocks->record, "the PNG file is cut off");
		return false;
	}
	len = u32be(p);
	type = (struct cl_str){ (const char *)p + 4, 4 };
	*at += 8;
	if (cl_str_eq(type, CL_STR("IEND")))
		return false;
	if (cl_str_eq(type, CL_STR("IDAT"))) {
		if (w->first == 0)
			w->first = *at;
		w->end = *at + len;
	} else if (cl_str_eq(type, CL_STR("IHDR"))) {
		take_size(w, *at);
	} else if (cl_str_eq(type, CL_STR("eXIf"))) {
		take_exif(w, *at, len);
	} else if (cl_str_eq(type, CL_STR("iTXt"))) {
		take_text(w, *at, len);
	}
	*at += len + 4;
	return true;
}

void cl_png_read(struct cl_source *s, struct cl_blocks *blocks,
		 struct cl_extents *extents)
{
	struct walk w = { .s = s, .blocks = blocks };
	int64_t at = SIGNATURE;

	for (int i = 0; i < CHUNKS_MAX && take_chunk(&w, &at); i++)
		continue;
	cl_extents_add(extents, w.first, w.end - w.first);
}
