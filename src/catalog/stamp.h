/* SPDX-License-Identifier: MIT */
#ifndef CL_CATALOG_STAMP_H
#define CL_CATALOG_STAMP_H

#include "base/error.h"
#include "catalog/handle.h"

/* A file as the catalog knows it. */
struct cl_known_file {
	int64_t id; /* of the location; 0: not known */
	int64_t photo_id;
	int64_t bytes, mtime_ns;
	uint64_t inode; /* see cl_stamp_inode() */
	bool missing;
};

/* What stands in the column `inode`. The sidecars' number is mixed into it: a
 * file is only ever asked whether it is as it was, and few have sidecars. */
uint64_t cl_stamp_inode(const struct cutline_file_stamp *stamp);

CUTLINE_MUST_USE enum cutline_status
cl_file_find(struct cutline_catalog *catalog, const char *path,
	     struct cl_known_file *file, struct cutline_error *err);

#endif
