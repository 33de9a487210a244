/* SPDX-License-Identifier: MIT */
#ifndef CL_IMAGE_JPEG_H
#define CL_IMAGE_JPEG_H

#include "image/blocks.h"
#include "image/identity.h"

struct cl_jpeg_segment {
	int64_t at; /* of its marker's 0xFF, the last of them */
	size_t len; /* marker and length field included */
	uint8_t marker;
};

/*
 * Where everything in the file lies, for who writes it anew: SOI, the segments
 * in order, between them bytes that belong to none, image data, trailer. The
 * last segment is that of the first scan, and the image data begins behind it.
 */
struct cl_jpeg_layout {
	struct cl_arena *arena; /* for the list; the caller's, set before */
	struct cl_jpeg_segment *segments;
	size_t count, cap;
	int64_t scan, end; /* the image data, its end marker included */
};

/* Read a JPEG: its metadata blocks, size in pixels and image data. False when
 * it has no image data; *why then says so in words. layout, unless NULL, is
 * filled as far as the walk came. */
bool cl_jpeg_read(struct cl_source *s, struct cl_blocks *blocks,
		  struct cl_extents *extents, struct cl_jpeg_layout *layout,
		  const char **why);

/*
 * The end of the image data that begins at scan, its end marker included; 0
 * when there is none, the file's size when it is too far away. second is where
 * an MPF index says that another picture begins, 0 without such an index.
 */
int64_t cl_jpeg_end(struct cl_source *s, int64_t scan, int64_t second);

/* Where an MPF index, which lies at base in the file, says that the picture
 * behind the first begins; at least 1, even when it says nothing. */
int64_t cl_jpeg_second(struct cl_str index, int64_t base);

/* Add what metadata stands behind the image data, which ends at end. */
void cl_jpeg_trailer(struct cl_source *s, struct cl_blocks *blocks,
		     int64_t end);

/* Add the block in a segment APP1 or APP13, if it is one. */
void cl_jpeg_take(struct cl_blocks *blocks, uint8_t marker,
		  struct cl_str bytes);

#endif
