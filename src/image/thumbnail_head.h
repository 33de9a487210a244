/* SPDX-License-Identifier: MIT */
#ifndef CL_IMAGE_THUMBNAIL_HEAD_H
#define CL_IMAGE_THUMBNAIL_HEAD_H

#include "image/source.h"

/* What the segments of a JPEG before its first scan say to who wants to see
 * it. Places are in the file; a length of 0 means there is none. */
struct cl_thumbnail_head {
	uint32_t width, height;
	unsigned components;
	bool sequential; /* Huffman codes, 8 bits, baseline or extended */
	int64_t exif_at; /* of the first TIFF structure */
	size_t exif_len;
	int64_t profile_at; /* of an ICC profile in one piece */
	size_t profile_len;
};

/* False when there is no frame to be found that way: the file is damaged, or
 * odd, and only a decoder can tell. */
bool cl_thumbnail_head_read(struct cl_thumbnail_head *head,
			    struct cl_source *s);

#endif
