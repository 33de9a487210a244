/* SPDX-License-Identifier: MIT */
/*
 * The metadata blocks that a container holds, in order, copied out of it. A
 * walker of a container only finds them; what is in them is read afterwards,
 * so that every container is read by the same code.
 */
#ifndef CL_IMAGE_BLOCKS_H
#define CL_IMAGE_BLOCKS_H

#include "image/record.h"
#include "image/source.h"

enum cl_block_kind {
	CL_BLOCK_EXIF,     /* a TIFF structure */
	CL_BLOCK_IRB,      /* Photoshop's image resources; all are one */
	CL_BLOCK_IIM,      /* IIM datasets by themselves */
	CL_BLOCK_XMP,      /* a packet */
	CL_BLOCK_XMP_MORE, /* a part of an extended packet, with its header */
};

struct cl_block {
	enum cl_block_kind kind;
	bool continues; /* the block before this one of its kind */
	struct cl_str bytes;
	struct cl_block *next;
};

struct cl_blocks {
	struct cl_record *record; /* for remarks */
	struct cl_arena arena;
	struct cl_block *first, *last;
	size_t total; /* bytes in all */
	bool too_much;
};

void cl_blocks_release(struct cl_blocks *b);

/* Copy a block. Past CUTLINE_IMAGE_METADATA_MAX in all, it is passed over with
 * a remark. */
void cl_blocks_add(struct cl_blocks *b, enum cl_block_kind kind,
		   struct cl_str bytes, bool continues);

/* The same from a place in the file. */
void cl_blocks_add_at(struct cl_blocks *b, enum cl_block_kind kind,
		      struct cl_source *s, int64_t offset, int64_t len);

/* Read all blocks into the record. */
void cl_blocks_read(struct cl_blocks *b);

#endif
