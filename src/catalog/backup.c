/* SPDX-License-Identifier: MIT */
#include <sys/stat.h>

#include "catalog/copy.h"
#include "catalog/db.h"

enum cutline_status cutline_catalog_backup(struct cutline_catalog *catalog,
					   const char *path, bool replace,
					   struct cutline_error *err)
{
	struct stat own;
	struct stat other;

	if (catalog->in_batch)
		return cl_fail(err, CUTLINE_BUSY,
			       "%s: a batch of writing has begun",
			       catalog->path);
	if (stat(catalog->path, &own) == 0 && stat(path, &other) == 0 &&
	    own.st_dev == other.st_dev && own.st_ino == other.st_ino) {
		cl_fail(err, CUTLINE_CONFLICT, "%s is the catalog itself",
			path);
		cl_hint(err, "name another file for the copy");
		return CUTLINE_CONFLICT;
	}
	return cl_copy_write(catalog, path, replace, err);
}
