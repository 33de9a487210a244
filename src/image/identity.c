/* SPDX-License-Identifier: MIT */
/*
 * The identity of a picture is a hash of its image data, so that it stays the
 * same when metadata is written or the file moves. What counts as image data:
 *
 * - JPEG: from behind the header of the first scan to the end of the main
 *   image's data, so neither the segments before nor what other programs
 *   append after it, but for the cases that jpeg_end.c names;
 * - PNG: from the first IDAT chunk to the end of the last;
 * - WebP: the VP8, VP8L, ALPH and ANMF chunks;
 * - TIFF: strips or tiles of the first image; HEIC and AVIF: the extents of
 *   all items that are not metadata; GIF: the first 16 MiB
 *   of its image blocks;
 * - a file in which none is found: all of its bytes.
 *
 * The pieces are taken as one stream. Hashed are its length (8 bytes, little
 * endian) and its first, last and middle 16 KiB, or all of it when it is no
 * longer than 48 KiB. Different pictures that agree in all that have never
 * been seen: compressed data differs nearly everywhere.
 */
#include "image/identity.h"

#include <string.h>

#include "base/alloc.h"
#include "base/hash.h"

#define SAMPLE ((int64_t)16 << 10)

void cl_extents_add(struct cl_extents *e, int64_t offset, int64_t len)
{
	if (len <= 0 || e->failed || e->count == CL_EXTENTS_MAX)
		return;
	if (e->count == e->cap) {
		size_t cap = e->cap ? 2 * e->cap : 8;
		struct cl_extent *list =
			cl_realloc(e->list, cap * sizeof(*list));

		if (!list) {
			e->failed = true;
			return;
		}
		e->list = list;
		e->cap = cap;
	}
	e->list[e->count].offset = offset;
	e->list[e->count].len = len;
	e->count++;
}

void cl_extents_release(struct cl_extents *e)
{
	cl_free(e->list);
	*e = (struct cl_extents){ 0 };
}

/* Hash the bytes from from to to of the stream. */
static void add_range(struct cl_hash *hash, struct cl_source *s,
		      const struct cl_extents *e, int64_t from, int64_t to)
{
	int64_t at = 0; /* of the extent in the stream */

	for (size_t i = 0; i < e->count && at < to; i++) {
		const struct cl_extent *x = &e->list[i];
		int64_t begin = from > at ? from - at : 0;
		int64_t end = to - at < x->len ? to - at : x->len;
		const uint8_t *p;
		size_t got;

		at += x->len;
		if (begin >= end)
			continue;
		p = cl_source_peek(s, x->offset + begin, (size_t)(end - begin),
				   &got);
		if (p)
			cl_hash_add(hash, p, got);
	}
}

/* Extents cut to what the file has, so that lengths that a header invents
 * cannot overflow, and their sum. */
static int64_t clip(const struct cl_extents *e, int64_t size)
{
	int64_t total = 0;

	for (size_t i = 0; i < e->count; i++) {
		struct cl_extent *x = &e->list[i];

		if (x->offset < 0 || x->offset > size)
			x->offset = size;
		if (x->len > size - x->offset)
			x->len = size - x->offset;
		total += x->len;
	}
	return total;
}

static void add_samples(struct cl_hash *hash, struct cl_source *s,
			const struct cl_extents *e, int64_t total)
{
	uint8_t length[8];

	for (unsigned i = 0; i < 8; i++)
		length[i] = (uint8_t)((uint64_t)total >> (8 * i));
	cl_hash_add(hash, length, sizeof(length));
	if (total <= 3 * SAMPLE) {
		add_range(hash, s, e, 0, total);
		return;
	}
	add_range(hash, s, e, 0, SAMPLE);
	add_range(hash, s, e, total - SAMPLE, total);
	add_range(hash, s, e, (total - SAMPLE) / 2, (total + SAMPLE) / 2);
}

void cl_identity_set(struct cl_record *r, struct cl_source *s,
		     const struct cl_extents *extents)
{
	struct cl_extent all = { 0, s->size };
	const struct cl_extents whole = { .list = &all, .count = 1 };
	int64_t total = clip(extents, s->size);
	struct cl_hash *hash = cl_hash_new();
	char text[5 + 33] = "xxh3:";

	if (hash && total > 0)
		add_samples(hash, s, extents, total);
	else if (hash)
		add_samples(hash, s, &whole, s->size);
	if (hash) {
		cl_hash_hex(hash, text + 5);
		r->image.identity = cl_arena_dup(&r->arena, cl_str_from(text));
	}
	if (!r->image.identity || extents->failed)
		r->failed = true;
	cl_hash_free(hash);
}
