/* SPDX-License-Identifier: MIT */
/*
 * A TIFF file is one EXIF structure, read where it lies, with IIM, Photoshop's
 * resources and XMP in tags of its first directory. IIM is typed LONG by some
 * programs and then stands with its bytes swapped.
 *
 * Camera raw files are mostly TIFF too. One is told by DNG's version tag or by
 * a directory whose pixels are the sensor's.
 */
#include <string.h>

#include "image/containers.h"
#include "image/exif.h"

enum {
	TAG_WIDTH = 0x0100,
	TAG_HEIGHT = 0x0101,
	TAG_PHOTOMETRIC = 0x0106,
	TAG_STRIP_OFFSETS = 0x0111,
	TAG_STRIP_COUNTS = 0x0117,
	TAG_TILE_OFFSETS = 0x0144,
	TAG_TILE_COUNTS = 0x0145,
	TAG_SUB_IFDS = 0x014A,
	TAG_XMP = 0x02BC,
	TAG_IIM = 0x83BB,
	TAG_IRB = 0x8649,
	TAG_DNG_VERSION = 0xC612,
	TYPE_LONG = 4,
	COLOR_FILTER_ARRAY = 32803,
	LINEAR_RAW = 34892,
};

#define SUB_IFDS_MAX 4

static bool is_sensor_data(const struct cl_tiff *t, const struct cl_ifd *ifd)
{
	uint32_t kind = cl_ifd_number(t, cl_ifd_find(ifd, TAG_PHOTOMETRIC), 0);

	return kind == COLOR_FILTER_ARRAY || kind == LINEAR_RAW;
}

static bool is_raw(const struct cl_tiff *t, const struct cl_ifd *ifd)
{
	const struct cl_ifd_entry *subs = cl_ifd_find(ifd, TAG_SUB_IFDS);
	struct cl_ifd sub;

	if (cl_ifd_find(ifd, TAG_DNG_VERSION) || is_sensor_data(t, ifd))
		return true;
	for (uint32_t i = 0; subs && i < subs->count && i < SUB_IFDS_MAX; i++) {
		uint32_t at = cl_ifd_number(t, subs, i);

		if (at && cl_ifd_read(t, at, &sub) && is_sensor_data(t, &sub))
			return true;
	}
	return false;
}

static void add_block(struct cl_blocks *b, enum cl_block_kind kind,
		      const struct cl_tiff *t, const struct cl_ifd_entry *e)
{
	if (e && e->size > 0)
		cl_blocks_add_at(b, kind, t->s, e->at,
				 e->size > CL_SOURCE_PIECE ? CL_SOURCE_PIECE
							   : (int64_t)e->size);
}

static void swap_longs(char *bytes, size_t len)
{
	for (size_t i = 0; i + 4 <= len; i += 4) {
		char word[4] = { bytes[i + 3], bytes[i + 2], bytes[i + 1],
				 bytes[i] };

		memcpy(bytes + i, word, 4);
	}
}

static void add_iim(struct cl_blocks *b, const struct cl_tiff *t,
		    const struct cl_ifd_entry *e)
{
	struct cl_str bytes;
	const uint8_t *p;
	size_t got;
	char *swapped;

	p = e && e->type == TYPE_LONG ? cl_source_get(t->s, e->at, 4) : NULL;
	if (!p || p[0] == 0x1C || p[3] != 0x1C || e->size > CL_SOURCE_PIECE) {
		add_block(b, CL_BLOCK_IIM, t, e);
		return;
	}
	p = cl_source_peek(t->s, e->at, (size_t)e->size, &got);
	bytes = (struct cl_str){ (const char *)p, got };
	swapped = cl_arena_dup(&b->arena, bytes);
	if (!swapped) {
		b->record->failed = true;
		return;
	}
	swap_longs(swapped, bytes.len);
	bytes.ptr = swapped;
	cl_blocks_add(b, CL_BLOCK_IIM, bytes, false);
}

/* The numbers of an entry, at most CL_EXTENTS_MAX, read in one go. */
static uint32_t *numbers(struct cl_blocks *b, const struct cl_tiff *t,
			 const struct cl_ifd_entry *e, size_t count)
{
	uint32_t *list = cl_arena_array(&b->arena, count, sizeof(*list));

	if (!list)
		b->record->failed = true;
	for (size_t i = 0; list && i < count; i++)
		list[i] = cl_ifd_number(t, e, (uint32_t)i);
	return list;
}

static void add_strips(struct cl_blocks *b, struct cl_extents *extents,
		       const struct cl_tiff *t, const struct cl_ifd *ifd,
		       const uint16_t tags[2])
{
	const struct cl_ifd_entry *at = cl_ifd_find(ifd, tags[0]);
	const struct cl_ifd_entry *len = cl_ifd_find(ifd, tags[1]);
	size_t count = at && len ? at->count : 0;
	const uint32_t *offsets;
	const uint32_t *lengths;

	if (count > 0 && len->count < count)
		count = len->count;
	if (count > CL_EXTENTS_MAX)
		count = CL_EXTENTS_MAX;
	if (count == 0 || at->at > t->s->size || len->at > t->s->size)
		return;
	offsets = numbers(b, t, at, count);
	lengths = numbers(b, t, len, count);
	for (size_t i = 0; offsets && lengths && i < count; i++)
		cl_extents_add(extents, offsets[i], lengths[i]);
}

bool cl_tiff_read(struct cl_source *s, struct cl_blocks *blocks,
		  struct cl_extents *extents)
{
	static const uint16_t strips[2] = { TAG_STRIP_OFFSETS,
					    TAG_STRIP_COUNTS };
	static const uint16_t tiles[2] = { TAG_TILE_OFFSETS, TAG_TILE_COUNTS };
	struct cutline_image *image = &blocks->record->image;
	struct cl_tiff t;
	struct cl_ifd ifd;
	uint32_t first;

	if (!cl_tiff_open(&t, s, 42, &first) || !cl_ifd_read(&t, first, &ifd)) {
		cl_record_warn(blocks->record,
			       "the TIFF file has no directory");
		return true;
	}
	if (is_raw(&t, &ifd))
		return false;
	image->width = cl_ifd_number(&t, cl_ifd_find(&ifd, TAG_WIDTH), 0);
	image->height = cl_ifd_number(&t, cl_ifd_find(&ifd, TAG_HEIGHT), 0);
	cl_exif_read(blocks->record, s);
	/* The tag of its own counts before what Photoshop keeps. */
	add_iim(blocks, &t, cl_ifd_find(&ifd, TAG_IIM));
	add_block(blocks, CL_BLOCK_IRB, &t, cl_ifd_find(&ifd, TAG_IRB));
	add_block(blocks, CL_BLOCK_XMP, &t, cl_ifd_find(&ifd, TAG_XMP));
	add_strips(blocks, extents, &t, &ifd, strips);
	if (extents->count == 0)
		add_strips(blocks, extents, &t, &ifd, tiles);
	return true;
}
