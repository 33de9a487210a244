/* SPDX-License-Identifier: MIT */
#include "catalog/stamp.h"

#include "catalog/db.h"
#include "catalog/path.h"

uint64_t cl_stamp_inode(const struct cutline_file_stamp *stamp)
{
	return stamp->inode ^ stamp->sidecars;
}

enum cutline_status cl_file_find(struct cutline_catalog *catalog,
				 const char *path, struct cl_known_file *file,
				 struct cutline_error *err)
{
	struct cl_str folder;
	struct cl_str name;
	enum cutline_status status;
	sqlite3_stmt *stmt;
	int64_t folder_id;
	bool row;

	*file = (struct cl_known_file){ 0 };
	cl_path_split(path, &folder, &name);
	status = cl_folder_find(catalog, folder, &folder_id, err);
	if (status != CUTLINE_OK || folder_id == 0)
		return status;
	status = cl_db_slot(catalog, CL_SLOT_FILE,
			    "SELECT id, photo_id, bytes, mtime_ns, inode, "
			    "missing FROM location "
			    "WHERE folder_id = ?1 AND name = ?2",
			    &stmt, err);
	if (status != CUTLINE_OK)
		return status;
	cl_bind_int(catalog, stmt, 1, folder_id);
	cl_bind_blob(catalog, stmt, 2, name);
	status = cl_db_step(catalog, stmt, &row, err);
	if (status != CUTLINE_OK || !row)
		return status;
	file->id = sqlite3_column_int64(stmt, 0);
	file->photo_id = sqlite3_column_int64(stmt, 1);
	file->bytes = sqlite3_column_int64(stmt, 2);
	file->mtime_ns = sqlite3_column_int64(stmt, 3);
	file->inode = (uint64_t)sqlite3_column_int64(stmt, 4);
	file->missing = sqlite3_column_int(stmt, 5) != 0;
	sqlite3_reset(stmt);
	return CUTLINE_OK;
}

enum cutline_status
cutline_catalog_file_state(struct cutline_catalog *catalog, const char *path,
			   const struct cutline_file_stamp *stamp,
			   enum cutline_file_state *state,
			   struct cutline_error *err)
{
	struct cl_known_file file;
	enum cutline_status status = cl_file_find(catalog, path, &file, err);

	if (status != CUTLINE_OK)
		return status;
	if (file.id != 0 && !cl_seen_add(&catalog->seen, file.id))
		return cl_nomem(err);
	if (file.id == 0)
		*state = CUTLINE_FILE_NEW;
	else if (file.missing || file.bytes != stamp->bytes ||
		 file.mtime_ns != stamp->mtime_ns ||
		 file.inode != cl_stamp_inode(stamp))
		*state = CUTLINE_FILE_CHANGED;
	else
		*state = CUTLINE_FILE_SAME;
	return CUTLINE_OK;
}

enum cutline_status cutline_catalog_find_path(struct cutline_catalog *catalog,
					      const char *path, int64_t *id,
					      struct cutline_error *err)
{
	struct cl_known_file file;
	enum cutline_status status = cl_file_find(catalog, path, &file, err);

	if (status != CUTLINE_OK)
		return status;
	if (file.id == 0) {
		cl_fail(err, CUTLINE_NOT_FOUND, "%s is not in the catalog %s",
			path, catalog->path);
		cl_hint(err, "put it in with: cutline import FILE");
		return CUTLINE_NOT_FOUND;
	}
	*id = file.photo_id;
	return CUTLINE_OK;
}
