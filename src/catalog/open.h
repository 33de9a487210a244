/* SPDX-License-Identifier: MIT */
/* What can be said of a catalog's file before SQLite sees it. */
#ifndef CL_CATALOG_OPEN_H
#define CL_CATALOG_OPEN_H

#include "base/error.h"
#include "catalog/handle.h"

/*
 * Look at the first bytes of the file. A file that is no catalog of ours is
 * refused here, since SQLite may change a file by opening it: roll it back,
 * take over its log.
 *
 * CUTLINE_OK: it is one, or *absent: there is nothing or an empty file.
 * CUTLINE_FORMAT, CUTLINE_UNSUPPORTED, CUTLINE_DAMAGED, CUTLINE_IO.
 */
CUTLINE_MUST_USE enum cutline_status
cl_open_peek(const char *path, bool *absent, struct cutline_error *err);

/* Report a version of the schema that this program does not know. */
enum cutline_status cl_open_newer(const char *path, int64_t version,
				  struct cutline_error *err);

/* The path as SQLite should see it: "./" keeps it from taking "file:x" or
 * ":memory:" for more than a name. NULL when out of memory. */
char *cl_open_path(const char *path);

/* Open and touch the file at catalog->path, so that what is wrong shows now; a
 * result code of SQLite. catalog->db is to be closed in any case. */
CUTLINE_MUST_USE int cl_open_file(struct cutline_catalog *catalog,
				  enum cutline_catalog_mode mode);

/* Make the folders above path, mode 0700. */
CUTLINE_MUST_USE enum cutline_status
cl_open_make_folders(const char *path, struct cutline_error *err);

#endif
