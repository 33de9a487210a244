/* SPDX-License-Identifier: MIT */
/* Directories of a TIFF structure (TIFF 6.0 section 2), checked. */
#ifndef CL_IMAGE_IFD_H
#define CL_IMAGE_IFD_H

#include "image/source.h"

#define CL_IFD_ENTRIES 512

struct cl_tiff {
	struct cl_source *s;
	bool big; /* byte order: MM */
};

struct cl_ifd_entry {
	uint16_t tag;
	uint16_t type;
	uint32_t count;
	uint32_t value; /* as a number: inline value or offset */
	int64_t at;     /* where the value lies */
	uint64_t size;  /* its bytes; 0 for an unknown type */
};

struct cl_ifd {
	struct cl_ifd_entry entries[CL_IFD_ENTRIES];
	size_t count;
	uint32_t next;
	bool damaged; /* it was longer than the block or the limit */
};

/* Read the header; false when it is none. *first is where the first directory
 * lies. magic is the number that must stand in it, 42 for TIFF. */
bool cl_tiff_open(struct cl_tiff *t, struct cl_source *s, uint16_t magic,
		  uint32_t *first);

uint16_t cl_tiff_u16(const struct cl_tiff *t, const uint8_t *p);
uint32_t cl_tiff_u32(const struct cl_tiff *t, const uint8_t *p);

/* Read a directory; false when there is none at offset. */
bool cl_ifd_read(const struct cl_tiff *t, uint32_t offset, struct cl_ifd *ifd);

/* The first entry with that tag, or NULL. */
const struct cl_ifd_entry *cl_ifd_find(const struct cl_ifd *ifd, uint16_t tag);

/* A number of an entry of type BYTE, SHORT, LONG or IFD; 0 when there is
 * none. */
uint32_t cl_ifd_number(const struct cl_tiff *t, const struct cl_ifd_entry *e,
		       uint32_t index);

#endif
