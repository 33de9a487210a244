/* SPDX-License-Identifier: MIT */
#include "catalog/batch.h"

#include "catalog/db.h"
#include "catalog/dictionary.h"
#include "catalog/due.h"
#include "catalog/index.h"
#include "catalog/path.h"
#include "catalog/photo_row.h"

enum cutline_status cl_batch_require(struct cutline_catalog *catalog,
				     struct cutline_error *err)
{
	if (catalog->in_batch)
		return CUTLINE_OK;
	return cl_fail(err, CUTLINE_IO, "%s: no batch of writing has begun",
		       catalog->path);
}

enum cutline_status cutline_catalog_begin(struct cutline_catalog *catalog,
					  struct cutline_error *err)
{
	enum cutline_status status;

	if (!catalog->writable)
		return cl_fail(err, CUTLINE_IO, "%s was opened for reading",
			       catalog->path);
	if (catalog->in_batch)
		return cl_fail(err, CUTLINE_IO,
			       "%s: a batch of writing has begun already",
			       catalog->path);
	status = cl_db_exec(catalog, "BEGIN IMMEDIATE", err);
	catalog->in_batch = status == CUTLINE_OK;
	return status;
}

enum cutline_status cutline_catalog_commit(struct cutline_catalog *catalog,
					   struct cutline_error *err)
{
	enum cutline_status status = cl_batch_require(catalog, err);

	if (status == CUTLINE_OK)
		status = cl_index_flush(catalog, err);
	if (status == CUTLINE_OK)
		status = cl_photo_save_counter(catalog, err);
	if (status == CUTLINE_OK)
		status = cl_db_exec(catalog, "COMMIT", err);
	if (status != CUTLINE_OK)
		cutline_catalog_rollback(catalog);
	catalog->in_batch = false;
	return status;
}

void cutline_catalog_rollback(struct cutline_catalog *catalog)
{
	if (!catalog->in_batch)
		return;
	for (size_t i = 0; i < CL_SLOT_COUNT; i++)
		if (catalog->slots[i])
			sqlite3_reset(catalog->slots[i]);
	/* SQLite may have rolled back already; then this says so in vain. */
	(void)sqlite3_exec(catalog->db, "ROLLBACK", NULL, NULL, NULL);
	cl_folder_forget(catalog);
	cl_dictionary_forget(catalog);
	cl_index_forget(catalog);
	cl_due_forget(catalog);
	catalog->counted = false;
	catalog->in_batch = false;
}
