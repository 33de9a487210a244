/* SPDX-License-Identifier: MIT */
/*
 * GIF89a blocks. XMP stands in an application extension as it is, without the
 * lengths of sub-blocks; behind it 258 bytes lead a reader who takes its
 * characters for lengths to the terminator (XMP Specification part 3, section
 * 1.1.2).
 *
 * Of a long animation the first FAR bytes of its images count, however much
 * stands between them, so that metadata does not move that limit. What stands
 * between them has one of its own, in sub-blocks, each of which costs a look.
 */
#include "image/containers.h"

#define HEADER 13
#define MAGIC_TRAILER 257
#define APPLICATION 11
#define FAR ((int64_t)16 << 20)
#define BLOCKS_MAX 65536
#define SUB_BLOCKS_MAX ((int64_t)2 << 20)

struct walk {
	struct cl_source *s;
	struct cl_blocks *blocks;
	struct cl_extents *extents;
	int64_t at;
	int64_t pictures;   /* bytes of image blocks so far */
	int64_t sub_blocks; /* that may still come in extensions */
	bool stopped;       /* an extension has too many, or is too long */
};

/* Over sub-blocks up to and with the terminator; false when the file ends
 * first, or limit bytes or *left sub-blocks have been passed. */
static bool skip_sub_blocks(struct walk *w, int64_t limit, int64_t *left)
{
	int64_t stop = w->at + limit;

	while (*left > 0 && w->at < stop) {
		const uint8_t *p = cl_source_get(w->s, w->at, 1);

		if (!p)
			return false;
		w->at += 1 + p[0];
		*left -= 1;
		if (p[0] == 0)
			return true;
	}
	return false;
}

static int64_t color_table(uint8_t flags)
{
	return flags & 0x80 ? 3 * ((int64_t)2 << (flags & 7)) : 0;
}

static bool take_extension(struct walk *w)
{
	const uint8_t *p = cl_source_get(w->s, w->at, 3 + APPLICATION);
	struct cl_str head = { (const char *)p, p ? 3 + APPLICATION : 0 };
	bool xmp = cl_str_eq(head, CL_STR("!\xFF\x0BXMP DataXMP"));
	int64_t begin = w->at + 3 + APPLICATION;
	int64_t end;

	w->at += xmp ? 3 + APPLICATION : 2;
	end = w->at + FAR;
	if (!skip_sub_blocks(w, FAR, &w->sub_blocks)) {
		w->stopped = w->at >= end || w->sub_blocks == 0;
		return false;
	}
	end = w->at - 1 - MAGIC_TRAILER;
	if (xmp && end > begin)
		cl_blocks_add_at(w->blocks, CL_BLOCK_XMP, w->s, begin,
				 end - begin);
	return true;
}

static bool take_image(struct walk *w)
{
	const uint8_t *p = cl_source_get(w->s, w->at, 10);
	int64_t left = FAR - w->pictures;
	int64_t sub_blocks = left;
	int64_t begin = w->at;
	bool whole;

	if (!p)
		return false;
	w->at += 11 + color_table(p[9]);
	whole = skip_sub_blocks(w, left, &sub_blocks);
	if (w->at > w->s->size)
		w->at = w->s->size;
	cl_extents_add(w->extents, begin,
		       w->at - begin < left ? w->at - begin : left);
	w->pictures += w->at - begin;
	return whole && w->pictures < FAR;
}

static bool take_block(struct walk *w)
{
	const uint8_t *p = cl_source_get(w->s, w->at, 1);

	if (p && *p == '!')
		return take_extension(w);
	return p && *p == ',' && take_image(w);
}

void cl_gif_read(struct cl_source *s, struct cl_blocks *blocks,
		 struct cl_extents *extents)
{
	struct walk w = { .s = s,
			  .blocks = blocks,
			  .extents = extents,
			  .sub_blocks = SUB_BLOCKS_MAX };
	const uint8_t *p = cl_source_get(s, 0, HEADER);
	int i = 0;

	if (!p) {
		cl_record_warn(blocks->record, "the GIF file is cut off");
		return;
	}
	blocks->record->image.width = (uint32_t)(p[6] | p[7] << 8);
	blocks->record->image.height = (uint32_t)(p[8] | p[9] << 8);
	w.at = HEADER + color_table(p[10]);
	while (i < BLOCKS_MAX && take_block(&w))
		i++;
	if (w.pictures >= FAR)
		return;
	p = cl_source_get(s, w.at, 1);
	if (w.stopped || (i == BLOCKS_MAX && p && *p != ';'))
		cl_record_warn(blocks->record,
			       "the GIF file has more blocks than are read");
	else if (!p || *p != ';')
		cl_record_warn(blocks->record, "the GIF file is cut off");
}
