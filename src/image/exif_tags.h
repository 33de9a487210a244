/* SPDX-License-Identifier: MIT */
#ifndef CL_IMAGE_EXIF_TAGS_H
#define CL_IMAGE_EXIF_TAGS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum cl_exif_kind {
	CL_EXIF_TEXT,
	CL_EXIF_COPYRIGHT, /* photographer, NUL, editor */
	CL_EXIF_COMMENT,   /* eight bytes of encoding, then text */
	CL_EXIF_UTF16,     /* Windows' XP tags: UTF-16LE in bytes */
	CL_EXIF_NUMBER,
};

struct cl_exif_tag {
	uint16_t tag;
	enum cl_exif_kind kind;
	const char *name;
};

/* The tags we read: those of the main directory and the Exif directory, in
 * one table since writers mix them up, and those of the GPS directory. */
#define CL_EXIF_TAGS_MAX 80
const struct cl_exif_tag *cl_exif_tag_find(uint16_t tag, bool gps);

#endif
