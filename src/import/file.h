/* SPDX-License-Identifier: MIT */
#ifndef CL_IMPORT_FILE_H
#define CL_IMPORT_FILE_H

#include "cutline/catalog.h"
#include "import/beside.h"
#include "import/walk.h"

/* What reading a file came to. */
enum cl_file_outcome {
	CL_FILE_PHOTO,
	CL_FILE_NO_PICTURE, /* a photo, of which only metadata is left: err */
	CL_FILE_NO_IMAGE,   /* and nothing in its name says that it should be */
	CL_FILE_RAW,        /* told, not read */
	CL_FILE_FAILED,     /* see err */
	CL_FILE_NOMEM,
};

struct cutline_file_stamp cl_file_stamp(const struct stat *st);

/* Read a file that the walk met, and its sidecars. A photo comes with the stamp
 * that the file had before and after; err says why it has no picture. */
enum cl_file_outcome cl_file_read(const struct cl_walk_entry *entry,
				  struct cl_beside *beside,
				  struct cutline_photo **photo,
				  struct cutline_file_stamp *stamp,
				  struct cutline_error *err);

#endif
