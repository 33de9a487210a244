/* SPDX-License-Identifier: MIT */
#include "image/ifd.h"

/* Bytes of one component by type; 129 is Exif 3.0's UTF-8. */
static unsigned type_size(uint16_t type)
{
	static const uint8_t sizes[14] = {
		0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4,
	};

	if (type == 129)
		return 1;
	return type < sizeof(sizes) ? sizes[type] : 0;
}

uint16_t cl_tiff_u16(const struct cl_tiff *t, const uint8_t *p)
{
	return (uint16_t)(t->big ? p[0] << 8 | p[1] : p[1] << 8 | p[0]);
}

uint32_t cl_tiff_u32(const struct cl_tiff *t, const uint8_t *p)
{
	uint32_t first = cl_tiff_u16(t, p);
	uint32_t second = cl_tiff_u16(t, p + 2);

	return t->big ? first << 16 | second : second << 16 | first;
}

bool cl_tiff_open(struct cl_tiff *t, struct cl_source *s, uint16_t magic,
		  uint32_t *first)
{
	const uint8_t *p = cl_source_get(s, 0, 8);

	if (!p || p[0] != p[1] || (p[0] != 'I' && p[0] != 'M'))
		return false;
	t->s = s;
	t->big = p[0] == 'M';
	*first = cl_tiff_u32(t, p + 4);
	return cl_tiff_u16(t, p + 2) == magic;
}

static void read_entry(const struct cl_tiff *t, const uint8_t *p, int64_t at,
		       struct cl_ifd_entry *e)
{
	e->tag = cl_tiff_u16(t, p);
	e->type = cl_tiff_u16(t, p + 2);
	e->count = cl_tiff_u32(t, p + 4);
	e->value = cl_tiff_u32(t, p + 8);
	e->size = (uint64_t)e->count * type_size(e->type);
	e->at = e->size > 4 ? (int64_t)e->value : at + 8;
}

bool cl_ifd_read(const struct cl_tiff *t, uint32_t offset, struct cl_ifd *ifd)
{
	const uint8_t *p = cl_source_get(t->s, offset, 2);
	size_t count;
	size_t got;

	ifd->count = 0;
	ifd->next = 0;
	ifd->damaged = false;
	if (!p || offset < 8)
		return false;
	count = cl_tiff_u16(t, p);
	if (count > CL_IFD_ENTRIES) {
		count = CL_IFD_ENTRIES;
		ifd->damaged = true;
	}
	p = cl_source_peek(t->s, (int64_t)offset + 2, 12 * count + 4, &got);
	if (got < 12 * count) {
		count = got / 12;
		ifd->damaged = true;
	}
	for (size_t i = 0; i < count; i++)
		read_entry(t, p + 12 * i, (int64_t)offset + 2 + 12 * (int64_t)i,
			   &ifd->entries[i]);
	ifd->count = count;
	if (!ifd->damaged && got >= 12 * count + 4)
		ifd->next = cl_tiff_u32(t, p + 12 * count);
	return true;
}

const struct cl_ifd_entry *cl_ifd_find(const struct cl_ifd *ifd, uint16_t tag)
{
	for (size_t i = 0; i < ifd->count; i++)
		if (ifd->entries[i].tag == tag)
			return &ifd->entries[i];
	return NULL;
}

uint32_t cl_ifd_number(const struct cl_tiff *t, const struct cl_ifd_entry *e,
		       uint32_t index)
{
	unsigned size;
	const uint8_t *p;

	if (!e || index >= e->count ||
	    (e->type != 1 && e->type != 3 && e->type != 4 && e->type != 13))
		return 0;
	size = type_size(e->type);
	p = cl_source_get(t->s, e->at + (int64_t)index * size, size);
	if (!p)
		return 0;
	if (size == 1)
		return p[0];
	return size == 2 ? cl_tiff_u16(t, p) : cl_tiff_u32(t, p);
}
