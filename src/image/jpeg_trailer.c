/* SPDX-License-Identifier: MIT */
/*
 * Metadata behind the end of a JPEG's image data. Desks' programs of the last
 * century put IIM there, to leave the picture itself as it was:
 *
 * - AFCP (AXS File Concatenation Protocol) ends the file with "AXS!" or, in
 *   little endian, "AXS*", and where it begins; there the same signature
 *   stands before a list of blocks: name, length, place in the file. Programs
 *   that rewrite the file leave those places stale; then it is looked for
 *   right behind the image data, and they count from there.
 * - FotoStation ends it with records, each with a footer: kind (1: IIM),
 *   length, 0xA1B2C3D4.
 * - Others append a segment APP1 or APP13, or Photoshop's resources, as they
 *   are.
 *
 * Pictures behind the picture are passed over with all that is in them.
 */
#include "base/cursor.h"
#include "image/jpeg.h"

#define BLOCKS_MAX 16
#define AFCP_HEADER 12
#define AFCP_ENTRY 12
#define FOTOSTATION_FOOTER 10
#define FOTOSTATION_MARK 0xA1B2C3D4u
#define FOTOSTATION_IIM 1
#define SEGMENTS_MAX 64
#define RESOURCES_MAX ((int64_t)1 << 20)

struct trailer {
	struct cl_source *s;
	struct cl_blocks *blocks;
	int64_t begin, end; /* what of the file may belong to it */
};

static bool take_segment(struct trailer *t)
{
	const uint8_t *p = cl_source_get(t->s, t->begin, 4);
	uint8_t marker = p ? p[1] : 0;
	size_t got;
	size_t len;

	if (!p || p[0] != 0xFF || marker < 0xE0 || marker > 0xEF)
		return false;
	len = (size_t)(p[2] << 8 | p[3]);
	p = cl_source_peek(t->s, t->begin + 2, len, &got);
	if (!p || len < 2 || got < len)
		return false;
	cl_jpeg_take(t->blocks, marker,
		     (struct cl_str){ (const char *)p + 2, len - 2 });
	t->begin += 2 + (int64_t)len;
	return true;
}

static void take_resources(struct trailer *t)
{
	static const struct cl_str header = CL_STR_INIT("Photoshop 3.0\0");
	int64_t len = t->end - t->begin;
	size_t got;
	const uint8_t *p = cl_source_peek(t->s, t->begin, header.len, &got);
	struct cl_str head = { (const char *)p, got };

	if (len > RESOURCES_MAX)
		len = RESOURCES_MAX;
	if (cl_str_eq(head, header))
		cl_blocks_add_at(t->blocks, CL_BLOCK_IRB, t->s,
				 t->begin + (int64_t)header.len,
				 len - (int64_t)header.len);
	else if (cl_str_starts(head, CL_STR("8BIM")))
		cl_blocks_add_at(t->blocks, CL_BLOCK_IRB, t->s, t->begin, len);
}

static uint32_t u32(const uint8_t *p, bool big)
{
	struct cl_cursor c = cl_cursor_over(p, 4);

	return big ? cl_take_u32be(&c) : cl_take_u32le(&c);
}

static bool is_afcp(const uint8_t *p)
{
	return p && p[0] == 'A' && p[1] == 'X' && p[2] == 'S' &&
	       (p[3] == '!' || p[3] == '*');
}

/* The IIM of an AFCP list at start, which thinks it is at from. */
static void take_afcp_list(struct trailer *t, int64_t start, int64_t from)
{
	const uint8_t *p = cl_source_get(t->s, start, AFCP_HEADER);
	bool big = p && p[3] == '!';
	unsigned count =
		p ? (unsigned)(big ? p[6] << 8 | p[7] : p[7] << 8 | p[6]) : 0;

	for (unsigned i = 0; i < count && i < BLOCKS_MAX; i++) {
		int64_t at = start + AFCP_HEADER + (int64_t)i * AFCP_ENTRY;
		struct cl_str name;

		p = cl_source_get(t->s, at, AFCP_ENTRY);
		if (!p)
			return;
		name = (struct cl_str){ (const char *)p, 4 };
		if (cl_str_eq(name, CL_STR("IPTC")))
			cl_blocks_add_at(t->blocks, CL_BLOCK_IIM, t->s,
					 u32(p + 8, big) + start - from,
					 u32(p + 4, big));
	}
}

/* AFCP at the end; what is before it may be another trailer. */
static bool take_afcp(struct trailer *t)
{
	const uint8_t *p =
		cl_source_get(t->s, t->end - AFCP_HEADER, AFCP_HEADER);
	int64_t from;
	int64_t start;

	if (!is_afcp(p))
		return false;
	from = u32(p + 4, p[3] == '!');
	start = from;
	if (start < t->begin || start >= t->end ||
	    !is_afcp(cl_source_get(t->s, start, AFCP_HEADER)))
		start = t->begin;
	if (!is_afcp(cl_source_get(t->s, start, AFCP_HEADER)))
		return false;
	take_afcp_list(t, start, from);
	t->end = start;
	return true;
}

static bool take_fotostation(struct trailer *t)
{
	const uint8_t *p = cl_source_get(t->s, t->end - FOTOSTATION_FOOTER,
					 FOTOSTATION_FOOTER);
	int64_t len;
	int64_t at;

	if (!p || u32(p + 6, true) != FOTOSTATION_MARK)
		return false;
	len = u32(p + 2, true);
	at = t->end - len;
	if (len < FOTOSTATION_FOOTER || at < t->begin)
		return false;
	if ((p[0] << 8 | p[1]) == FOTOSTATION_IIM)
		cl_blocks_add_at(t->blocks, CL_BLOCK_IIM, t->s, at,
				 len - FOTOSTATION_FOOTER);
	t->end = at;
	return true;
}

void cl_jpeg_trailer(struct cl_source *s, struct cl_blocks *blocks, int64_t end)
{
	struct trailer t = { s, blocks, end, s->size };
	const uint8_t *p;

	for (int i = 0; i < SEGMENTS_MAX && take_segment(&t); i++)
		continue;
	for (int i = 0; i < BLOCKS_MAX; i++)
		if (t.end - t.begin < FOTOSTATION_FOOTER ||
		    !(take_afcp(&t) || take_fotostation(&t)))
			break;
	p = cl_source_get(s, t.begin, 4);
	if (p && t.begin < t.end)
		take_resources(&t);
}
