/* SPDX-License-Identifier: MIT */
#include "forge/ifd.h"

#include <string.h>

void forge_tiff_u16(struct forge_buf *out, bool little, unsigned value)
{
	forge_put_u16be(out, little ? (value & 0xff) << 8 | value >> 8 : value);
}

void forge_tiff_u32(struct forge_buf *out, bool little, uint32_t value)
{
	forge_tiff_u16(out, little, little ? value & 0xffff : value >> 16);
	forge_tiff_u16(out, little, little ? value >> 16 : value & 0xffff);
}

void forge_ifd_add(struct forge_ifd *d, unsigned tag, enum forge_tiff_type type,
		   uint32_t count, const struct forge_buf *value)
{
	struct forge_ifd_entry *e = &d->entries[d->count++];

	if (d->count > FORGE_IFD_MAX)
		forge_die("too many entries", "EXIF directory");
	*e = (struct forge_ifd_entry){ .tag = tag,
				       .type = type,
				       .count = count };
	if (value->len <= sizeof(e->inside)) {
		if (value->len)
			memcpy(e->inside, value->data, value->len);
		return;
	}
	e->outside = true;
	e->at = d->values.len;
	forge_put_buf(&d->values, value);
	forge_put_fill(&d->values, 0, value->len % 2);
}

void forge_ifd_text(struct forge_ifd *d, unsigned tag, const char *text)
{
	struct forge_buf value = { 0 };

	if (!text || !*text)
		return;
	forge_put(&value, text, strlen(text) + 1);
	forge_ifd_add(d, tag, FORGE_ASCII, (uint32_t)value.len, &value);
	forge_buf_release(&value);
}

void forge_ifd_bytes(struct forge_ifd *d, unsigned tag,
		     enum forge_tiff_type type, const char *bytes, size_t len)
{
	struct forge_buf value = { 0 };

	forge_put(&value, bytes, len);
	forge_ifd_add(d, tag, type, (uint32_t)len, &value);
	forge_buf_release(&value);
}

void forge_ifd_short(struct forge_ifd *d, unsigned tag, unsigned number)
{
	struct forge_buf value = { 0 };

	forge_tiff_u16(&value, d->little, number);
	forge_ifd_add(d, tag, FORGE_SHORT, 1, &value);
	forge_buf_release(&value);
}

void forge_ifd_long(struct forge_ifd *d, unsigned tag, uint32_t number)
{
	struct forge_buf value = { 0 };

	forge_tiff_u32(&value, d->little, number);
	forge_ifd_add(d, tag, FORGE_LONG, 1, &value);
	forge_buf_release(&value);
}

void forge_ifd_rationals(struct forge_ifd *d, unsigned tag,
			 const uint32_t *numbers, uint32_t count)
{
	struct forge_buf value = { 0 };

	for (uint32_t i = 0; i < 2 * count; i++)
		forge_tiff_u32(&value, d->little, numbers[i]);
	forge_ifd_add(d, tag, FORGE_RATIONAL, count, &value);
	forge_buf_release(&value);
}

void forge_ifd_rational(struct forge_ifd *d, unsigned tag, uint32_t over,
			uint32_t under)
{
	const uint32_t numbers[2] = { over, under };

	forge_ifd_rationals(d, tag, numbers, 1);
}

size_t forge_ifd_size(const struct forge_ifd *d)
{
	return 2 + 12 * d->count + 4 + d->values.len;
}

void forge_ifd_set_long(struct forge_ifd *d, unsigned tag, size_t number)
{
	struct forge_buf value = { 0 };

	forge_tiff_u32(&value, d->little, (uint32_t)number);
	for (size_t i = 0; i < d->count; i++) {
		if (d->entries[i].tag == tag)
			memcpy(d->entries[i].inside, value.data, 4);
	}
	forge_buf_release(&value);
}

void forge_ifd_put(struct forge_buf *out, struct forge_ifd *d, size_t at,
		   size_t next)
{
	size_t values = at + forge_ifd_size(d) - d->values.len;

	forge_tiff_u16(out, d->little, (unsigned)d->count);
	for (size_t i = 0; i < d->count; i++) {
		const struct forge_ifd_entry *e = &d->entries[i];

		forge_tiff_u16(out, d->little, e->tag);
		forge_tiff_u16(out, d->little, e->type);
		forge_tiff_u32(out, d->little, e->count);
		if (e->outside)
			forge_tiff_u32(out, d->little,
				       (uint32_t)(values + e->at));
		else
			forge_put(out, e->inside, 4);
	}
	forge_tiff_u32(out, d->little, (uint32_t)next);
	forge_put_buf(out, &d->values);
	forge_buf_release(&d->values);
}
