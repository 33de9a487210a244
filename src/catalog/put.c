/* SPDX-License-Identifier: MIT */
/*
 * Putting a file in. Its path may be known or not, its picture (the identity)
 * may be known or not:
 *
 *	path new, picture new      a photo with one location
 *	path new, picture known    the photo's file if that is gone from its
 *	                           old path (moved), else one more location
 *	path known, same picture   the location's record is replaced
 *	path known, other picture  the location goes to that picture's photo,
 *	                           and a photo left without any is removed
 *
 * Whether a file is gone is asked of the file system at that moment, since the
 * sweep that marks the missing comes only at the end of an import.
 */
#include <sys/stat.h>

#include "base/alloc.h"
#include "catalog/batch.h"
#include "catalog/db.h"
#include "catalog/dictionary.h"
#include "catalog/due.h"
#include "catalog/fields.h"
#include "catalog/index.h"
#include "catalog/path.h"
#include "catalog/photo_row.h"
#include "catalog/record.h"
#include "catalog/row.h"
#include "catalog/stamp.h"

/* A file on its way in. */
struct putting {
	struct cutline_catalog *catalog;
	const char *path;
	const struct cutline_file_stamp *stamp;
	const struct cutline_photo *photo;
	struct cl_known_file known;
	int64_t photo_id;    /* of its picture; 0: none yet */
	int64_t location_id; /* where it goes; 0: a new one */
	bool alone;          /* the first location of a new photo */
	enum cutline_put_outcome outcome;
};

static int richness(const struct cutline_photo *photo)
{
	uint64_t filled = cl_photo_filled(photo);
	int count = 0;

	for (; filled; filled &= filled - 1)
		count++;
	return count;
}

static bool is_gone(const char *path)
{
	struct stat st;

	return lstat(path, &st) != 0;
}

/* Find a location of the photo whose file is gone, by preference one of the
 * same name. Of a picture with very many copies some are asked only; then a
 * moved one may count as new, and its old place as missing. */
static enum cutline_status find_gone(struct putting *p, struct cl_str name,
				     struct cutline_error *err)
{
	struct cl_buf path;
	enum cutline_status status;
	sqlite3_stmt *stmt;
	bool row;

	status = cl_db_slot(
		p->catalog, CL_SLOT_LOCATION_PLACES,
		"SELECT l.id, f.path, l.name FROM (SELECT * FROM (SELECT id, "
		"folder_id, name FROM location WHERE photo_id = ?1 AND "
		"name = ?2 LIMIT 16) UNION ALL SELECT * FROM (SELECT id, "
		"folder_id, name FROM location WHERE photo_id = ?1 LIMIT 16)) "
		"l JOIN folder f ON f.id = l.folder_id",
		&stmt, err);
	if (status != CUTLINE_OK)
		return status;
	cl_bind_int(p->catalog, stmt, 1, p->photo_id);
	cl_bind_blob(p->catalog, stmt, 2, name);
	cl_buf_init(&path, 1u << 16);
	while ((status = cl_db_step(p->catalog, stmt, &row, err)) ==
		       CUTLINE_OK &&
	       row) {
		cl_buf_clear(&path);
		cl_buf_add_str(&path, cl_column(stmt, 1));
		cl_buf_add_char(&path, '/');
		cl_buf_add_str(&path, cl_column(stmt, 2));
		if (!path.failed && is_gone(cl_buf_cstr(&path))) {
			p->location_id = sqlite3_column_int64(stmt, 0);
			p->outcome = CUTLINE_PUT_MOVED;
			sqlite3_reset(stmt);
			break;
		}
	}
	cl_buf_release(&path);
	return status;
}

static void bind_location(struct putting *p, sqlite3_stmt *stmt,
			  int64_t folder_id, struct cl_str name)
{
	struct cutline_catalog *catalog = p->catalog;

	cl_bind_int(catalog, stmt, 1, p->photo_id);
	cl_bind_int(catalog, stmt, 2, folder_id);
	cl_bind_blob(catalog, stmt, 3, name);
	cl_bind_int(catalog, stmt, 4, p->stamp->bytes);
	cl_bind_int(catalog, stmt, 5, p->stamp->mtime_ns);
	cl_bind_int(catalog, stmt, 6, (int64_t)cl_stamp_inode(p->stamp));
	cl_bind_int(catalog, stmt, 7, richness(p->photo));
	cl_bind_int(catalog, stmt, 8, p->alone);
	if (p->location_id != 0)
		cl_bind_int(catalog, stmt, 9, p->location_id);
}

static enum cutline_status write_location(struct putting *p,
					  struct cutline_error *err)
{
	struct cutline_catalog *catalog = p->catalog;
	bool add = p->location_id == 0;
	enum cutline_status status;
	struct cl_str folder;
	struct cl_str name;
	sqlite3_stmt *stmt;
	int64_t folder_id;

	cl_path_split(p->path, &folder, &name);
	status = cl_folder_add(catalog, folder, &folder_id, err);
	if (status == CUTLINE_OK && add)
		status = cl_db_slot(catalog, CL_SLOT_LOCATION_ADD,
				    "INSERT INTO location (photo_id, "
				    "folder_id, name, bytes, mtime_ns, inode, "
				    "richness, missing, speaks) VALUES "
				    "(?1, ?2, ?3, ?4, ?5, ?6, ?7, 0, ?8)",
				    &stmt, err);
	else if (status == CUTLINE_OK)
		status = cl_db_slot(
			catalog, CL_SLOT_LOCATION_UPDATE,
			"UPDATE location SET photo_id = ?1, folder_id = ?2, "
			"name = ?3, bytes = ?4, mtime_ns = ?5, inode = ?6, "
			"richness = ?7, missing = 0, speaks = ?8 OR "
			"(speaks AND photo_id = ?1) WHERE id = ?9",
			&stmt, err);
	if (status != CUTLINE_OK)
		return status;
	bind_location(p, stmt, folder_id, name);
	status = cl_db_run(catalog, stmt, err);
	if (add)
		p->location_id = sqlite3_last_insert_rowid(catalog->db);
	return status;
}

static enum cutline_status write_sources(struct putting *p,
					 struct cutline_error *err)
{
	struct cutline_catalog *catalog = p->catalog;
	size_t count = p->photo->value_count;
	int64_t *ids = cl_alloc(count * sizeof(*ids));
	enum cutline_status status = CUTLINE_OK;

	if (!ids)
		return cl_nomem(err);
	for (size_t i = 0; i < count && status == CUTLINE_OK; i++)
		status = cl_source_add(catalog, &p->photo->values[i], &ids[i],
				       err);
	cl_buf_clear(&catalog->sources);
	if (status == CUTLINE_OK)
		cl_record_write_sources(&catalog->sources, p->photo, ids);
	cl_free(ids);
	return status;
}

static enum cutline_status write_record(struct putting *p,
					struct cutline_error *err)
{
	struct cutline_catalog *catalog = p->catalog;
	enum cutline_status status = write_sources(p, err);
	sqlite3_stmt *stmt;

	if (status != CUTLINE_OK)
		return status;
	cl_buf_clear(&catalog->chosen);
	cl_record_write(&catalog->chosen, p->photo);
	if (catalog->chosen.failed || catalog->sources.failed)
		return cl_nomem(err);
	status = cl_db_slot(catalog, CL_SLOT_RECORD_SET,
			    "INSERT INTO record VALUES (?1, ?2, ?3) "
			    "ON CONFLICT (location_id) DO UPDATE SET "
			    "chosen = ?2, sources = ?3",
			    &stmt, err);
	if (status != CUTLINE_OK)
		return status;
	cl_bind_int(catalog, stmt, 1, p->location_id);
	cl_bind_text(catalog, stmt, 2, cl_buf_str(&catalog->chosen));
	cl_bind_text(catalog, stmt, 3, cl_buf_str(&catalog->sources));
	return cl_db_run(catalog, stmt, err);
}

static enum cutline_status put_new(struct putting *p, struct cutline_error *err)
{
	struct cl_str folder;
	struct cl_str name;
	enum cutline_status status;
	int64_t sort;

	cl_path_split(p->path, &folder, &name);
	p->alone = true;
	status = cl_photo_insert(p->catalog, name, p->photo, &p->photo_id,
				 &sort, err);
	if (status == CUTLINE_OK)
		status = write_location(p, err);
	if (status == CUTLINE_OK)
		status = write_record(p, err);
	if (status == CUTLINE_OK)
		status = cl_index_add(p->catalog, p->photo_id, sort, p->photo,
				      err);
	return status;
}

/* Where the file goes when its path or picture is known; whichever photos
 * change are due to be written anew. */
static enum cutline_status put_known(struct putting *p,
				     struct cutline_error *err)
{
	int64_t left = p->known.photo_id; /* by a known path, perhaps */
	bool leaves = p->known.id != 0 && left != p->photo_id;
	bool photo_is_new = p->photo_id == 0;
	enum cutline_status status = CUTLINE_OK;
	struct cl_str folder;
	struct cl_str name;

	cl_path_split(p->path, &folder, &name);
	p->location_id = p->known.id;
	p->outcome = p->known.id != 0 ? CUTLINE_PUT_CHANGED : CUTLINE_PUT_NEW;
	if (leaves)
		status = cl_due_add(p->catalog, left, err);
	if (status == CUTLINE_OK)
		status = cl_due_add(p->catalog, p->photo_id, err);
	if (status == CUTLINE_OK && p->known.id == 0)
		status = find_gone(p, name, err);
	if (status == CUTLINE_OK && photo_is_new)
		status = put_new(p, err);
	else if (status == CUTLINE_OK)
		status = write_location(p, err);
	if (status == CUTLINE_OK && !photo_is_new)
		status = write_record(p, err);
	return status;
}

static enum cutline_status put(struct putting *p, struct cutline_error *err)
{
	enum cutline_status status =
		cl_file_find(p->catalog, p->path, &p->known, err);

	if (status == CUTLINE_OK)
		status = cl_photo_find(p->catalog, p->photo->identity,
				       &p->photo_id, err);
	if (status == CUTLINE_OK && p->known.id == 0 && p->photo_id == 0)
		status = put_new(p, err);
	else if (status == CUTLINE_OK)
		status = put_known(p, err);
	if (status == CUTLINE_OK &&
	    !cl_seen_add(&p->catalog->seen, p->location_id))
		status = cl_nomem(err);
	return status;
}

enum cutline_status cutline_catalog_put(struct cutline_catalog *catalog,
					const char *path,
					const struct cutline_file_stamp *stamp,
					const struct cutline_photo *photo,
					enum cutline_put_outcome *outcome,
					struct cutline_error *err)
{
	struct putting p = {
		.catalog = catalog,
		.path = path,
		.stamp = stamp,
		.photo = photo,
		.outcome = CUTLINE_PUT_NEW,
	};
	enum cutline_status status = cl_batch_require(catalog, err);

	if (status != CUTLINE_OK)
		return status;
	status = put(&p, err);
	if (status != CUTLINE_OK) {
		cutline_catalog_rollback(catalog);
		return status;
	}
	*outcome = p.outcome;
	return CUTLINE_OK;
}
