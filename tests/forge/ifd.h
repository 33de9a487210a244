/* SPDX-License-Identifier: MIT */
/*
 * A TIFF directory in the making: entries in the order they are added, which
 * must be that of their tags, and the values too long to stand in them.
 */
#ifndef FORGE_IFD_H
#define FORGE_IFD_H

#include "forge/forge.h"

#define FORGE_IFD_MAX 40

enum forge_tiff_type {
	FORGE_BYTE = 1,
	FORGE_ASCII = 2,
	FORGE_SHORT = 3,
	FORGE_LONG = 4,
	FORGE_RATIONAL = 5,
	FORGE_UNDEFINED = 7,
};

struct forge_ifd_entry {
	unsigned tag, type;
	uint32_t count;
	uint8_t inside[4]; /* a value of at most four bytes */
	bool outside;
	size_t at; /* a longer one, in values */
};

struct forge_ifd {
	struct forge_ifd_entry entries[FORGE_IFD_MAX];
	size_t count;
	struct forge_buf values;
	bool little;
};

void forge_tiff_u16(struct forge_buf *out, bool little, unsigned value);
void forge_tiff_u32(struct forge_buf *out, bool little, uint32_t value);

void forge_ifd_add(struct forge_ifd *d, unsigned tag, enum forge_tiff_type type,
		   uint32_t count, const struct forge_buf *value);
/* Nothing is added for NULL or an empty text. */
void forge_ifd_text(struct forge_ifd *d, unsigned tag, const char *text);
void forge_ifd_bytes(struct forge_ifd *d, unsigned tag,
		     enum forge_tiff_type type, const char *bytes, size_t len);
void forge_ifd_short(struct forge_ifd *d, unsigned tag, unsigned number);
void forge_ifd_long(struct forge_ifd *d, unsigned tag, uint32_t number);
/* numbers: count pairs of numerator and denominator. */
void forge_ifd_rationals(struct forge_ifd *d, unsigned tag,
			 const uint32_t *numbers, uint32_t count);
void forge_ifd_rational(struct forge_ifd *d, unsigned tag, uint32_t over,
			uint32_t under);
/* Change a value that was not known when its entry was made. */
void forge_ifd_set_long(struct forge_ifd *d, unsigned tag, size_t number);

/* Bytes it takes, with its long values. */
size_t forge_ifd_size(const struct forge_ifd *d);
/*
 * Append it, its long values behind it, and release it. at is where it stands
 * in the TIFF block, next where the one it links to does.
 */
void forge_ifd_put(struct forge_buf *out, struct forge_ifd *d, size_t at,
		   size_t next);

#endif
