/* SPDX-License-Identifier: MIT */
/*
 * What stands between a stranger's EXIF block and libexif. From the block a
 * new one is built that holds the tags we read and nothing else, each once, in
 * at most three directories (main, Exif, GPS) that lie one after the other:
 *
 * - pointers are followed once, to a directory not yet seen, one level deep;
 * - of a directory at most 512 entries are looked at;
 * - a value must lie inside the block; a text that runs out of it is cut;
 * - the values together are at most VALUES_MAX, so that libexif, which reads
 *   no more than 64 KiB, sees all of them;
 * - Exif 3.0's UTF-8 type (129), which libexif does not know, becomes ASCII;
 * - MakerNotes, previews and thumbnails, where the bugs live, stay behind.
 *
 * libexif's memory is thereby bounded too: each of 240 entries at most, and
 * the values. What is left out of a damaged block is a remark.
 */
#include "image/exif_clean.h"

#include <string.h>

#define TYPE_ASCII 2
#define TYPE_SRATIONAL 10
#define TYPE_UTF8 129
#define TAG_EXIF 0x8769
#define TAG_GPS 0x8825
#define HEADER 8
#define VALUES_MAX ((size_t)56 << 10)

struct pointers {
	uint32_t exif, gps;
};

static bool has_entry(const struct cl_exif_clean *c, enum cl_exif_dir dir,
		      uint16_t tag)
{
	for (size_t i = 0; i < c->count[dir]; i++)
		if (c->entries[dir][i].tag == tag)
			return true;
	return false;
}

/* Types that libexif knows and we can print. */
static bool is_readable(const struct cl_ifd_entry *e)
{
	return e->size > 0 &&
	       (e->type <= TYPE_SRATIONAL || e->type == TYPE_UTF8);
}

/* The value as far as it lies in the block and there is room for it: all of
 * it, or of one made of bytes the beginning. NULL when that is nothing. */
static const uint8_t *value_of(const struct cl_exif_clean *c,
			       const struct cl_tiff *t,
			       const struct cl_ifd_entry *e, size_t *size)
{
	size_t room = VALUES_MAX - c->values.len;
	const uint8_t *p;

	if (e->size < room)
		room = (size_t)e->size;
	p = cl_source_peek(t->s, e->at, room, size);
	if (*size == 0 || (*size < e->size && e->size != e->count))
		return NULL;
	return p;
}

static void keep(struct cl_exif_clean *c, struct cl_record *r,
		 const struct cl_tiff *t, enum cl_exif_dir dir,
		 const struct cl_ifd_entry *e)
{
	const struct cl_exif_tag *tag =
		cl_exif_tag_find(e->tag, dir == CL_EXIF_DIR_GPS);
	struct cl_exif_entry *out;
	const uint8_t *p;
	size_t size;

	if (!tag || !is_readable(e) || has_entry(c, dir, e->tag))
		return;
	p = value_of(c, t, e, &size);
	if (size < e->size)
		cl_record_warn(r,
			       "%s runs out of its EXIF block or is too long",
			       tag->name);
	if (!p)
		return;
	out = &c->entries[dir][c->count[dir]++];
	out->tag = e->tag;
	out->type = e->type == TYPE_UTF8 ? TYPE_ASCII : e->type;
	out->count = e->size == e->count ? (uint32_t)size : e->count;
	out->size = size;
	out->at = c->values.len;
	cl_buf_add(&c->values, p, size);
}

static void read_dir(struct cl_exif_clean *c, struct cl_record *r,
		     const struct cl_tiff *t, enum cl_exif_dir dir,
		     uint32_t offset, struct pointers *to)
{
	static const char *const names[CL_EXIF_DIRS] = { "main", "Exif",
							 "GPS" };
	struct cl_ifd ifd;

	if (!cl_ifd_read(t, offset, &ifd)) {
		cl_record_warn(r, "the EXIF block's %s directory is missing",
			       names[dir]);
		return;
	}
	if (ifd.damaged)
		cl_record_warn(r, "the EXIF block's %s directory is damaged",
			       names[dir]);
	for (size_t i = 0; i < ifd.count; i++) {
		const struct cl_ifd_entry *e = &ifd.entries[i];

		if (e->tag == TAG_EXIF && to->exif == 0)
			to->exif = e->value;
		else if (e->tag == TAG_GPS && to->gps == 0)
			to->gps = e->value;
		else
			keep(c, r, t, dir, e);
	}
}

/* The header and the directories, before they are written in one piece. */
struct dirs {
	bool big;
	size_t len;
	uint8_t bytes[HEADER + 12 * 2 +
		      CL_EXIF_DIRS * (6 + 12 * CL_EXIF_TAGS_MAX)];
};

static void put16(struct dirs *d, uint32_t n)
{
	uint8_t *to = d->bytes + d->len;

	to[0] = (uint8_t)(d->big ? n >> 8 : n);
	to[1] = (uint8_t)(d->big ? n : n >> 8);
	d->len += 2;
}

static void put32(struct dirs *d, uint32_t n)
{
	put16(d, d->big ? n >> 16 : n & 0xFFFF);
	put16(d, d->big ? n & 0xFFFF : n >> 16);
}

static void put_entry(struct dirs *d, const struct cl_exif_clean *c,
		      const struct cl_exif_entry *e, size_t values_at)
{
	put16(d, e->tag);
	put16(d, e->type);
	put32(d, e->count);
	if (e->size > 4) {
		put32(d, (uint32_t)(values_at + e->at));
		return;
	}
	memset(d->bytes + d->len, 0, 4);
	if (e->size > 0)
		memcpy(d->bytes + d->len, c->values.data + e->at, e->size);
	d->len += 4;
}

static void put_pointer(struct dirs *d, uint32_t tag, size_t to)
{
	put16(d, tag);
	put16(d, 4);
	put32(d, 1);
	put32(d, (uint32_t)to);
}

static void put_dir(struct dirs *d, const struct cl_exif_clean *c,
		    enum cl_exif_dir dir, size_t values_at)
{
	for (size_t i = 0; i < c->count[dir]; i++)
		put_entry(d, c, &c->entries[dir][i], values_at);
	put32(d, 0);
}

/* The directories one after the other, then the values. An empty one is
 * written all the same: it costs six bytes. */
static void build(struct cl_exif_clean *c)
{
	const size_t *n = c->count;
	size_t exif_at = HEADER + 6 + 12 * (n[CL_EXIF_DIR_MAIN] + 2);
	size_t gps_at = exif_at + 6 + 12 * n[CL_EXIF_DIR_EXIF];
	size_t values_at = gps_at + 6 + 12 * n[CL_EXIF_DIR_GPS];
	struct dirs d;

	d.big = c->big;
	d.bytes[0] = d.bytes[1] = c->big ? 'M' : 'I';
	d.len = 2;
	put16(&d, 42);
	put32(&d, HEADER);
	put16(&d, (uint32_t)n[CL_EXIF_DIR_MAIN] + 2);
	put_pointer(&d, TAG_EXIF, exif_at);
	put_pointer(&d, TAG_GPS, gps_at);
	put_dir(&d, c, CL_EXIF_DIR_MAIN, values_at);
	put16(&d, (uint32_t)n[CL_EXIF_DIR_EXIF]);
	put_dir(&d, c, CL_EXIF_DIR_EXIF, values_at);
	put16(&d, (uint32_t)n[CL_EXIF_DIR_GPS]);
	put_dir(&d, c, CL_EXIF_DIR_GPS, values_at);
	cl_buf_add(&c->block, "Exif\0", 6);
	cl_buf_add(&c->block, d.bytes, d.len);
	cl_buf_add_str(&c->block, cl_buf_str(&c->values));
}

bool cl_exif_clean(struct cl_exif_clean *c, struct cl_record *r,
		   struct cl_source *s)
{
	struct cl_tiff t;
	struct pointers to = { 0 };
	uint32_t first;

	memset(c->count, 0, sizeof(c->count));
	cl_buf_init(&c->values, VALUES_MAX);
	cl_buf_init(&c->block, (size_t)64 << 10);
	if (!cl_tiff_open(&t, s, 42, &first))
		return false;
	c->big = t.big;
	read_dir(c, r, &t, CL_EXIF_DIR_MAIN, first, &to);
	if (to.exif != 0 && to.exif != first)
		read_dir(c, r, &t, CL_EXIF_DIR_EXIF, to.exif, &to);
	if (to.gps != 0 && to.gps != first && to.gps != to.exif)
		read_dir(c, r, &t, CL_EXIF_DIR_GPS, to.gps, &to);
	if (!c->values.failed)
		build(c);
	if (c->block.failed || c->values.failed)
		r->failed = true;
	return true;
}

void cl_exif_clean_release(struct cl_exif_clean *c)
{
	cl_buf_release(&c->values);
	cl_buf_release(&c->block);
}
