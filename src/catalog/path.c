/* SPDX-License-Identifier: MIT */
#include "catalog/path.h"

#include <string.h>

#include "base/alloc.h"
#include "base/fold.h"
#include "catalog/db.h"

void cl_path_split(const char *path, struct cl_str *folder, struct cl_str *name)
{
	const char *slash = strrchr(path, '/');

	if (!slash) {
		*folder = (struct cl_str){ 0 };
		*name = cl_str_from(path);
		return;
	}
	*folder = (struct cl_str){ path, (size_t)(slash - path) };
	*name = cl_str_from(slash + 1);
}

void cl_folder_forget(struct cutline_catalog *catalog)
{
	catalog->folder_id = 0;
}

/* The path is kept for the next file; a failed buffer only costs a search. */
static void remember(struct cutline_catalog *catalog, struct cl_str folder,
		     int64_t id)
{
	cl_buf_clear(&catalog->folder);
	cl_buf_add_str(&catalog->folder, folder);
	catalog->folder_id = catalog->folder.failed ? 0 : id;
}

enum cutline_status cl_folder_find(struct cutline_catalog *catalog,
				   struct cl_str folder, int64_t *id,
				   struct cutline_error *err)
{
	enum cutline_status status;
	sqlite3_stmt *stmt;

	if (catalog->folder_id != 0 &&
	    cl_str_eq(folder, cl_buf_str(&catalog->folder))) {
		*id = catalog->folder_id;
		return CUTLINE_OK;
	}
	status =
		cl_db_slot(catalog, CL_SLOT_FOLDER_FIND,
			   "SELECT id FROM folder WHERE path = ?1", &stmt, err);
	if (status != CUTLINE_OK)
		return status;
	cl_bind_blob(catalog, stmt, 1, folder);
	status = cl_db_first(catalog, stmt, id, err);
	if (status == CUTLINE_OK && *id != 0)
		remember(catalog, folder, *id);
	return status;
}

static enum cutline_status add_words(struct cutline_catalog *catalog,
				     struct cl_str folder, int64_t id,
				     struct cutline_error *err)
{
	enum cutline_status status;
	sqlite3_stmt *stmt;

	cl_buf_clear(&catalog->words);
	cl_fold_add_search(&catalog->words, folder);
	if (catalog->words.failed)
		return cl_nomem(err);
	status = cl_db_slot(catalog, CL_SLOT_FOLDER_WORDS,
			    "INSERT INTO folder_words (rowid, path) "
			    "VALUES (?1, ?2)",
			    &stmt, err);
	if (status != CUTLINE_OK)
		return status;
	cl_bind_int(catalog, stmt, 1, id);
	cl_bind_text(catalog, stmt, 2, cl_buf_str(&catalog->words));
	return cl_db_run(catalog, stmt, err);
}

enum cutline_status cl_folder_add(struct cutline_catalog *catalog,
				  struct cl_str folder, int64_t *id,
				  struct cutline_error *err)
{
	sqlite3_stmt *stmt;
	enum cutline_status status = cl_folder_find(catalog, folder, id, err);

	if (status != CUTLINE_OK || *id != 0)
		return status;
	status =
		cl_db_slot(catalog, CL_SLOT_FOLDER_ADD,
			   "INSERT INTO folder (path) VALUES (?1)", &stmt, err);
	if (status != CUTLINE_OK)
		return status;
	cl_bind_blob(catalog, stmt, 1, folder);
	status = cl_db_run(catalog, stmt, err);
	if (status != CUTLINE_OK)
		return status;
	*id = sqlite3_last_insert_rowid(catalog->db);
	remember(catalog, folder, *id);
	return add_words(catalog, folder, *id, err);
}

bool cl_seen_add(struct cl_seen *seen, int64_t id)
{
	size_t byte = (size_t)id / 8;

	if (byte >= seen->size) {
		size_t size = byte + byte / 2 + 64;
		uint8_t *bits = cl_realloc(seen->bits, size);

		if (!bits)
			return false;
		memset(bits + seen->size, 0, size - seen->size);
		seen->bits = bits;
		seen->size = size;
	}
	seen->bits[byte] |= (uint8_t)(1u << (id % 8));
	return true;
}

void cl_seen_drop(struct cl_seen *seen, int64_t id)
{
	size_t byte = (size_t)id / 8;

	if (byte < seen->size)
		seen->bits[byte] &= (uint8_t) ~(1u << (id % 8));
}

bool cl_seen_has(const struct cl_seen *seen, int64_t id)
{
	size_t byte = (size_t)id / 8;

	return byte < seen->size && (seen->bits[byte] >> (id % 8) & 1);
}
