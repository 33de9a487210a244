/* SPDX-License-Identifier: MIT */
#ifndef CL_IMAGE_EXIF_CLEAN_H
#define CL_IMAGE_EXIF_CLEAN_H

#include "image/exif_tags.h"
#include "image/ifd.h"
#include "image/record.h"

enum cl_exif_dir {
	CL_EXIF_DIR_MAIN,
	CL_EXIF_DIR_EXIF,
	CL_EXIF_DIR_GPS,
	CL_EXIF_DIRS,
};

struct cl_exif_entry {
	uint16_t tag, type;
	uint32_t count;
	size_t at; /* its value among the values */
	size_t size;
};

/* A checked copy of an EXIF block, holding only what we read. */
struct cl_exif_clean {
	bool big;
	struct cl_exif_entry entries[CL_EXIF_DIRS][CL_EXIF_TAGS_MAX];
	size_t count[CL_EXIF_DIRS];
	struct cl_buf values;
	struct cl_buf block; /* "Exif", two NULs and the new structure */
};

/* Make the copy of what the source holds. False when it is no TIFF structure;
 * want of memory is noted in the record. */
bool cl_exif_clean(struct cl_exif_clean *c, struct cl_record *r,
		   struct cl_source *s);
void cl_exif_clean_release(struct cl_exif_clean *c);

#endif
