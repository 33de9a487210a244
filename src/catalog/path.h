/* SPDX-License-Identifier: MIT */
/* Paths as the catalog keeps them: a folder, each stored once, and a name. */
#ifndef CL_CATALOG_PATH_H
#define CL_CATALOG_PATH_H

#include "base/error.h"
#include "catalog/handle.h"

/* Cut an absolute path into folder ("" for the root) and name. */
void cl_path_split(const char *path, struct cl_str *folder,
		   struct cl_str *name);

/* A folder's id; 0 when it is not known. */
CUTLINE_MUST_USE enum cutline_status
cl_folder_find(struct cutline_catalog *catalog, struct cl_str folder,
	       int64_t *id, struct cutline_error *err);

/* The same, put in when it is not known. */
CUTLINE_MUST_USE enum cutline_status
cl_folder_add(struct cutline_catalog *catalog, struct cl_str folder,
	      int64_t *id, struct cutline_error *err);

/* Forget the folder last asked for: after a rollback. */
void cl_folder_forget(struct cutline_catalog *catalog);

/* Note a location as seen, and ask. Noting fails for want of memory only. */
CUTLINE_MUST_USE bool cl_seen_add(struct cl_seen *seen, int64_t id);
void cl_seen_drop(struct cl_seen *seen, int64_t id);
bool cl_seen_has(const struct cl_seen *seen, int64_t id);

#endif
