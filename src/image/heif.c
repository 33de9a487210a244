/* SPDX-License-Identifier: MIT */
/*
 * HEIC and AVIF (ISO/IEC 23008-12): the meta box lists items and says where
 * their bytes lie. An item of type "Exif" holds four bytes, which say how far
 * behind them a TIFF structure begins; one of type "mime" and content type
 * application/rdf+xml an XMP packet; all others but "uri " are the picture,
 * its tiles, its depth map or its thumbnail. Metadata that says (by a reference
 * "cdsc") that it describes another item than the primary one is not the
 * picture's. The size is the property ispe of the primary item.
 */
#include <stdlib.h>

#include "base/cursor.h"
#include "image/containers.h"

#define BOXES_MAX 256
#define META_MAX ((int64_t)4 << 20)
#define ITEMS_MAX 4096
#define EXTENTS_OF_ITEM_MAX 256
#define PROPERTIES_MAX 4096u

enum kind {
	KIND_IMAGE,
	KIND_EXIF,
	KIND_XMP,
	KIND_OTHER,
};

struct item {
	uint32_t id;
	enum kind kind;
};

struct box {
	struct cl_str type;
	struct cl_cursor body;
	int64_t at; /* of the body in the file */
};

struct size {
	uint32_t width, height;
};

struct walk {
	struct cl_source *s;
	struct cl_blocks *blocks;
	struct cl_extents *extents;
	const uint8_t *meta; /* copy of the meta box's body */
	int64_t meta_at;
	int64_t idat_at;
	uint32_t primary;
	struct item *items;
	size_t count;
	struct size *sizes; /* by number of the property; 0 where it is none */
	size_t size_count;
};

/* The next box inside another. */
static bool take_box(struct walk *w, struct cl_cursor *c, struct box *out)
{
	size_t left = cl_cursor_left(c);
	uint64_t size = cl_take_u32be(c);
	size_t header = 8;

	out->type.ptr = (const char *)cl_take_bytes(c, 4);
	out->type.len = 4;
	if (size == 1) {
		size = (uint64_t)cl_take_u32be(c) << 32;
		size |= cl_take_u32be(c);
		header = 16;
	}
	if (c->past_end || (size != 0 && size < header))
		return false;
	if (size == 0 || size > left)
		size = left;
	out->at = w->meta_at + (c->at - w->meta);
	out->body = cl_cursor_over(c->at, (size_t)size - header);
	cl_skip(c, (size_t)size - header);
	return true;
}

/* The version of a full box; its flags are the low 24 bits. */
static unsigned take_version(struct cl_cursor *c, uint32_t *flags)
{
	uint32_t word = cl_take_u32be(c);

	if (flags)
		*flags = word & 0xFFFFFF;
	return word >> 24;
}

static uint32_t take_id(struct cl_cursor *c, bool is_long)
{
	return is_long ? cl_take_u32be(c) : cl_take_u16be(c);
}

/* A number of 0, 4 or 8 bytes. */
static uint64_t take_sized(struct cl_cursor *c, unsigned size)
{
	uint64_t high = 0;

	if (size == 8)
		high = (uint64_t)cl_take_u32be(c) << 32;
	return size == 4 || size == 8 ? high | cl_take_u32be(c) : 0;
}

static struct cl_str take_text(struct cl_cursor *c)
{
	struct cl_str rest = { (const char *)c->at, cl_cursor_left(c) };
	size_t len = cl_str_find_char(rest, '\0', 0);

	cl_skip(c, len < rest.len ? len + 1 : len);
	return cl_str_sub(rest, 0, len);
}

static enum kind kind_of(struct cl_str type, struct cl_cursor *rest)
{
	struct cl_str content;

	if (cl_str_eq(type, CL_STR("Exif")))
		return KIND_EXIF;
	if (cl_str_eq(type, CL_STR("uri ")))
		return KIND_OTHER;
	if (!cl_str_eq(type, CL_STR("mime")))
		return KIND_IMAGE;
	(void)take_text(rest);
	content = take_text(rest);
	return cl_str_eq(content, CL_STR("application/rdf+xml")) ? KIND_XMP
								 : KIND_OTHER;
}

static void take_item(struct walk *w, struct cl_cursor c)
{
	unsigned version = take_version(&c, NULL);
	uint32_t id;
	struct cl_str type = { 0 };

	if (version < 2 || w->count == ITEMS_MAX)
		return;
	id = take_id(&c, version > 2);
	cl_skip(&c, 2);
	type.ptr = (const char *)cl_take_bytes(&c, 4);
	if (!type.ptr)
		return;
	type.len = 4;
	w->items[w->count].id = id;
	w->items[w->count].kind = kind_of(type, &c);
	w->count++;
}

static int compare_items(const void *a, const void *b)
{
	uint32_t left = ((const struct item *)a)->id;
	uint32_t right = ((const struct item *)b)->id;

	return left < right ? -1 : left > right;
}

static void take_items(struct walk *w, struct cl_cursor c)
{
	unsigned version = take_version(&c, NULL);
	struct box box;

	(void)take_id(&c, version > 0);
	if (w->items)
		return;
	w->items =
		cl_arena_array(&w->blocks->arena, ITEMS_MAX, sizeof(*w->items));
	if (!w->items) {
		w->blocks->record->failed = true;
		return;
	}
	while (take_box(w, &c, &box))
		if (cl_str_eq(box.type, CL_STR("infe")))
			take_item(w, box.body);
	qsort(w->items, w->count, sizeof(*w->items), compare_items);
}

static enum kind find_kind(const struct walk *w, uint32_t id)
{
	struct item key = { .id = id };
	const struct item *found =
		w->count ? bsearch(&key, w->items, w->count, sizeof(*w->items),
				   compare_items)
			 : NULL;

	return found ? found->kind : KIND_OTHER;
}

static void use_extent(struct walk *w, enum kind kind, int64_t at, int64_t len)
{
	const uint8_t *p;
	int64_t skip;

	if (at < 0 || at > w->s->size)
		return;
	if (len <= 0 || len > w->s->size - at)
		len = w->s->size - at;
	if (kind == KIND_IMAGE) {
		cl_extents_add(w->extents, at, len);
	} else if (kind == KIND_XMP) {
		cl_blocks_add_at(w->blocks, CL_BLOCK_XMP, w->s, at, len);
	} else if (kind == KIND_EXIF) {
		p = cl_source_get(w->s, at, 4);
		skip = p ? 4 + ((int64_t)p[0] << 24 | p[1] << 16 | p[2] << 8 |
				p[3])
			 : len;
		cl_blocks_add_at(w->blocks, CL_BLOCK_EXIF, w->s, at + skip,
				 len - skip);
	}
}

/* Metadata of another item than the primary does not count. */
static void take_description(struct walk *w, struct cl_cursor c, bool is_long)
{
	struct item key = { .id = take_id(&c, is_long) };
	unsigned count = cl_take_u16be(&c);
	struct item *found;

	for (unsigned i = 0; i < count && !c.past_end; i++)
		if (take_id(&c, is_long) == w->primary)
			return;
	if (count == 0 || c.past_end || w->count == 0)
		return;
	found = bsearch(&key, w->items, w->count, sizeof(*w->items),
			compare_items);
	if (found && found->kind != KIND_IMAGE)
		found->kind = KIND_OTHER;
}

static void take_references(struct walk *w, struct cl_cursor c)
{
	unsigned version = take_version(&c, NULL);
	struct box box;

	while (w->primary != 0 && take_box(w, &c, &box))
		if (cl_str_eq(box.type, CL_STR("cdsc")))
			take_description(w, box.body, version > 0);
}

struct sizes {
	unsigned version, offset, length, base, index;
};

/* One item of iloc. Of metadata in several pieces only the first is read:
 * nobody has been seen to write more. */
static void take_location(struct walk *w, struct cl_cursor *c,
			  const struct sizes *sizes)
{
	enum kind kind = find_kind(w, take_id(c, sizes->version == 2));
	unsigned method = sizes->version > 0 ? cl_take_u16be(c) & 15 : 0;
	uint64_t base;
	unsigned count;

	cl_skip(c, 2);
	base = take_sized(c, sizes->base);
	count = cl_take_u16be(c);
	for (unsigned i = 0; i < count && !c->past_end; i++) {
		uint64_t offset;
		uint64_t len;

		if (sizes->version > 0)
			(void)take_sized(c, sizes->index);
		offset = take_sized(c, sizes->offset) + base;
		len = take_sized(c, sizes->length);
		if (method == 1)
			offset += (uint64_t)w->idat_at;
		if (c->past_end || method > 1 || i >= EXTENTS_OF_ITEM_MAX ||
		    (i > 0 && kind != KIND_IMAGE))
			continue;
		use_extent(w, kind, (int64_t)offset, (int64_t)len);
	}
}

static void take_locations(struct walk *w, struct cl_cursor c)
{
	struct sizes sizes = { .version = take_version(&c, NULL) };
	unsigned a = cl_take_u8(&c);
	unsigned b = cl_take_u8(&c);
	uint32_t count = take_id(&c, sizes.version == 2);

	sizes.offset = a >> 4;
	sizes.length = a & 15;
	sizes.base = b >> 4;
	sizes.index = b & 15;
	for (uint32_t i = 0; i < count && i < ITEMS_MAX && !c.past_end; i++)
		take_location(w, &c, &sizes);
}

/* Note the sizes among the properties, by their number from 1 on. */
static void take_sizes(struct walk *w, struct cl_cursor ipco)
{
	struct cl_cursor c = ipco;
	struct box box;
	size_t count = 0;

	while (count < PROPERTIES_MAX && take_box(w, &c, &box))
		count++;
	w->sizes =
		cl_arena_array(&w->blocks->arena, count + 1, sizeof(*w->sizes));
	if (!w->sizes) {
		w->blocks->record->failed = true;
		return;
	}
	w->size_count = count + 1;
	for (size_t n = 1; n <= count && take_box(w, &ipco, &box); n++) {
		if (!cl_str_eq(box.type, CL_STR("ispe")))
			continue;
		(void)take_version(&box.body, NULL);
		w->sizes[n].width = cl_take_u32be(&box.body);
		w->sizes[n].height = cl_take_u32be(&box.body);
	}
}

static void use_property(struct walk *w, unsigned n)
{
	struct cutline_image *image = &w->blocks->record->image;

	if (n >= w->size_count || image->width > 0)
		return;
	image->width = w->sizes[n].width;
	image->height = w->sizes[n].height;
}

static void take_associations(struct walk *w, struct cl_cursor c)
{
	uint32_t flags;
	unsigned version = take_version(&c, &flags);
	uint32_t count = cl_take_u32be(&c);

	for (uint32_t i = 0; i < count && i < ITEMS_MAX && !c.past_end; i++) {
		uint32_t id = take_id(&c, version > 0);
		unsigned properties = cl_take_u8(&c);

		for (unsigned k = 0; k < properties; k++) {
			unsigned n = flags & 1 ? cl_take_u16be(&c) & 0x7FFF
					       : cl_take_u8(&c) & 0x7F;

			if (id == w->primary)
				use_property(w, n);
		}
	}
}

static void take_properties(struct walk *w, struct cl_cursor c)
{
	struct box box;

	while (take_box(w, &c, &box)) {
		if (cl_str_eq(box.type, CL_STR("ipco")) && !w->sizes)
			take_sizes(w, box.body);
		else if (cl_str_eq(box.type, CL_STR("ipma")))
			take_associations(w, box.body);
	}
}

/* The child of meta with that type; its body is empty when there is none. */
static struct box find(struct walk *w, struct cl_cursor meta,
		       struct cl_str type)
{
	struct box box;

	while (take_box(w, &meta, &box))
		if (cl_str_eq(box.type, type))
			return box;
	return (struct box){ 0 };
}

static void take_meta(struct walk *w, struct cl_cursor meta)
{
	struct cl_cursor pitm;

	(void)take_version(&meta, NULL);
	pitm = find(w, meta, CL_STR("pitm")).body;
	w->primary = take_id(&pitm, take_version(&pitm, NULL) > 0);
	w->idat_at = find(w, meta, CL_STR("idat")).at;
	take_items(w, find(w, meta, CL_STR("iinf")).body);
	take_references(w, find(w, meta, CL_STR("iref")).body);
	take_properties(w, find(w, meta, CL_STR("iprp")).body);
	take_locations(w, find(w, meta, CL_STR("iloc")).body);
}

/* Copy the body of the meta box, since reading on moves the window. */
static void read_meta(struct walk *w, int64_t at, int64_t len)
{
	size_t got;
	const uint8_t *p;

	if (len > META_MAX)
		len = META_MAX;
	p = cl_source_peek(w->s, at, (size_t)len, &got);
	w->meta = (const uint8_t *)cl_arena_dup(
		&w->blocks->arena, (struct cl_str){ (const char *)p, got });
	w->meta_at = at;
	if (w->meta)
		take_meta(w, cl_cursor_over(w->meta, got));
	else
		w->blocks->record->failed = true;
}

static bool is_meta(const uint8_t *type)
{
	return cl_str_eq((struct cl_str){ (const char *)type, 4 },
			 CL_STR("meta"));
}

void cl_heif_read(struct cl_source *s, struct cl_blocks *blocks,
		  struct cl_extents *extents)
{
	struct walk w = { .s = s, .blocks = blocks, .extents = extents };
	int64_t at = 0;

	for (int i = 0; i < BOXES_MAX; i++) {
		const uint8_t *p = cl_source_get(s, at, 16);
		struct cl_cursor c = cl_cursor_over(p, p ? 16 : 0);
		uint64_t size = cl_take_u32be(&c);
		int64_t header = 8;

		cl_skip(&c, 4);
		if (size == 1) {
			size = (uint64_t)cl_take_u32be(&c) << 32;
			size |= cl_take_u32be(&c);
			header = 16;
		}
		if (!p || (size != 0 && size < (uint64_t)header) ||
		    size > (uint64_t)(s->size - at))
			break;
		if (is_meta(p + 4)) {
			read_meta(&w, at + header,
				  size ? (int64_t)size - header
				       : s->size - at - header);
			return;
		}
		if (size == 0)
			break;
		at += (int64_t)size;
	}
	cl_record_warn(blocks->record, "the file has no list of its parts");
}
