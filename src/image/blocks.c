/* SPDX-License-Identifier: MIT */
/*
 * Three kinds of blocks come in parts. Photoshop's resources are one stream,
 * cut wherever a segment was full. An EXIF block that does not begin with a
 * TIFF header goes on where the one before it ended. An extended XMP packet
 * (XMP Specification part 3, section 1.1.3.1) is stored in parts that each
 * name the whole by a GUID and say their place in it; the standard packet
 * names the same GUID in xmpNote:HasExtendedXMP.
 */
#include "image/blocks.h"

#include <stdlib.h>
#include <string.h>

#include "image/exif.h"
#include "image/iim.h"
#include "image/xmp.h"

/* Files have one block of a kind, rarely two or three. */
#define BLOCKS_MAX 8u

#define GUID_LEN 32
#define PART_HEADER (GUID_LEN + 8)

void cl_blocks_release(struct cl_blocks *b)
{
	cl_arena_release(&b->arena);
}

static bool charge(struct cl_blocks *b, int64_t len)
{
	if (len <= (int64_t)(CUTLINE_IMAGE_METADATA_MAX - b->total)) {
		b->total += (size_t)len;
		return true;
	}
	if (!b->too_much)
		cl_record_warn(b->record,
			       "more than %u bytes of metadata; the rest is "
			       "not read",
			       CUTLINE_IMAGE_METADATA_MAX);
	b->too_much = true;
	return false;
}

void cl_blocks_add(struct cl_blocks *b, enum cl_block_kind kind,
		   struct cl_str bytes, bool continues)
{
	struct cl_block *block;

	if (bytes.len == 0 || !charge(b, (int64_t)bytes.len))
		return;
	block = cl_arena_alloc(&b->arena, sizeof(*block));
	if (block)
		block->bytes.ptr = cl_arena_dup(&b->arena, bytes);
	if (!block || !block->bytes.ptr) {
		b->record->failed = true;
		return;
	}
	block->bytes.len = bytes.len;
	block->kind = kind;
	block->continues = continues;
	if (b->last)
		b->last->next = block;
	else
		b->first = block;
	b->last = block;
}

void cl_blocks_add_at(struct cl_blocks *b, enum cl_block_kind kind,
		      struct cl_source *s, int64_t offset, int64_t len)
{
	const uint8_t *p;
	size_t got;

	if (len <= 0)
		return;
	if (len > CL_SOURCE_PIECE)
		len = CL_SOURCE_PIECE;
	p = cl_source_peek(s, offset, (size_t)len, &got);
	if ((int64_t)got < len)
		cl_record_warn(b->record, "a metadata block is cut off");
	if (p)
		cl_blocks_add(b, kind, (struct cl_str){ (const char *)p, got },
			      false);
}

/* All the bytes from block on that belong together: those of its kind, up to
 * the next that does not continue it unless all are one. */
static struct cl_str join(struct cl_blocks *b, const struct cl_block *block,
			  bool all_are_one)
{
	const struct cl_block *end = block->next;
	size_t len = block->bytes.len;
	char *whole;

	for (; end; end = end->next) {
		if (end->kind != block->kind)
			continue;
		if (!end->continues && !all_are_one)
			break;
		len += end->bytes.len;
	}
	if (len == block->bytes.len)
		return block->bytes;
	whole = cl_arena_alloc(&b->arena, len);
	if (!whole) {
		b->record->failed = true;
		return (struct cl_str){ 0 };
	}
	len = 0;
	for (const struct cl_block *i = block; i != end; i = i->next) {
		if (i->kind != block->kind)
			continue;
		memcpy(whole + len, i->bytes.ptr, i->bytes.len);
		len += i->bytes.len;
	}
	return (struct cl_str){ whole, len };
}

struct part {
	size_t at;
	struct cl_str bytes;
};

static int compare_parts(const void *a, const void *b)
{
	size_t left = ((const struct part *)a)->at;
	size_t right = ((const struct part *)b)->at;

	return left < right ? -1 : left > right;
}

static size_t u32be(const char *p)
{
	const uint8_t *u = (const uint8_t *)p;

	return (size_t)u[0] << 24 | (size_t)u[1] << 16 | (size_t)u[2] << 8 |
	       u[3];
}

static bool is_part_of(const struct cl_block *block, const char *guid)
{
	return block->kind == CL_BLOCK_XMP_MORE &&
	       block->bytes.len > PART_HEADER &&
	       memcmp(block->bytes.ptr, guid, GUID_LEN) == 0;
}

/* The parts of the packet named guid; *size is how long it says it is. */
static struct part *find_parts(struct cl_blocks *b, const char *guid,
			       size_t *count, size_t *size)
{
	struct part *parts;
	size_t n = 0;

	*count = 0;
	for (const struct cl_block *i = b->first; i; i = i->next)
		n += is_part_of(i, guid);
	if (n == 0)
		return NULL;
	parts = cl_arena_array(&b->arena, n, sizeof(*parts));
	if (!parts) {
		b->record->failed = true;
		return NULL;
	}
	for (const struct cl_block *i = b->first; i; i = i->next) {
		if (!is_part_of(i, guid))
			continue;
		*size = u32be(i->bytes.ptr + GUID_LEN);
		parts[*count].at = u32be(i->bytes.ptr + GUID_LEN + 4);
		parts[*count].bytes =
			cl_str_sub(i->bytes, PART_HEADER, i->bytes.len);
		(*count)++;
	}
	qsort(parts, n, sizeof(*parts), compare_parts);
	return parts;
}

/* The extended packet named guid; empty, with a remark, unless its parts give
 * every byte exactly once. */
static struct cl_str join_extended(struct cl_blocks *b, const char *guid)
{
	struct part *parts;
	size_t count;
	size_t size = 0;
	size_t at = 0;
	char *whole;

	parts = find_parts(b, guid, &count, &size);
	for (size_t i = 0; parts && i < count; i++) {
		if (parts[i].at != at)
			break;
		at += parts[i].bytes.len;
	}
	if (!parts || at != size || size > CUTLINE_IMAGE_METADATA_MAX) {
		cl_record_warn(b->record, "the extended XMP is incomplete and "
					  "was not read");
		return (struct cl_str){ 0 };
	}
	whole = cl_arena_alloc(&b->arena, size);
	if (!whole) {
		b->record->failed = true;
		return (struct cl_str){ 0 };
	}
	for (size_t i = 0; i < count; i++)
		memcpy(whole + parts[i].at, parts[i].bytes.ptr,
		       parts[i].bytes.len);
	return (struct cl_str){ whole, size };
}

static void read_xmp(struct cl_blocks *b, struct cl_str packet)
{
	char guid[CL_XMP_GUID_MAX] = "";
	struct cl_str more;

	cl_xmp_read(b->record, packet, guid);
	/* Only the packet that counts may be extended. */
	if (strlen(guid) == GUID_LEN && b->record->xmp_blocks == 0) {
		more = join_extended(b, guid);
		if (more.len > 0)
			cl_xmp_read(b->record, more, NULL);
	}
	b->record->xmp_blocks++;
}

static void read_exif(struct cl_blocks *b, const struct cl_block *block)
{
	struct cl_source s;

	cl_source_memory(&s, join(b, block, false));
	cl_exif_read(b->record, &s);
}

/* Whether one more block may be read of a kind of which n were. */
static bool is_one_too_many(struct cl_blocks *b, unsigned n, const char *kind)
{
	if (n == BLOCKS_MAX)
		cl_record_warn(b->record,
			       "more than %u %s blocks; the rest is not read",
			       BLOCKS_MAX, kind);
	return n >= BLOCKS_MAX;
}

static void read_all_exif(struct cl_blocks *b)
{
	for (const struct cl_block *i = b->first; i; i = i->next) {
		if (i->kind != CL_BLOCK_EXIF || i->continues)
			continue;
		if (is_one_too_many(b, b->record->exif_blocks, "EXIF"))
			break;
		read_exif(b, i);
	}
}

static void read_all_iim(struct cl_blocks *b)
{
	bool irb_done = false;

	for (const struct cl_block *i = b->first; i; i = i->next) {
		if (i->kind == CL_BLOCK_IRB && !irb_done) {
			cl_irb_read(b->record, join(b, i, true));
			irb_done = true;
		} else if (i->kind == CL_BLOCK_IIM) {
			cl_iim_read(b->record, i->bytes);
		}
	}
}

static void read_all_xmp(struct cl_blocks *b)
{
	for (const struct cl_block *i = b->first; i; i = i->next) {
		if (i->kind != CL_BLOCK_XMP)
			continue;
		if (is_one_too_many(b, b->record->xmp_blocks, "XMP"))
			break;
		read_xmp(b, i->bytes);
	}
}

void cl_blocks_read(struct cl_blocks *b)
{
	read_all_exif(b);
	read_all_iim(b);
	cl_irb_check_digest(b->record);
	read_all_xmp(b);
}
