/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "base/alloc.h"
#include "catalog/batch.h"
#include "catalog/db.h"
#include "catalog/due.h"
#include "catalog/path.h"

/* A file that is gone, and its photo. */
struct gone {
	int64_t id;
	int64_t photo_id;
};

struct gone_list {
	struct gone *items;
	size_t count;
	size_t room;
};

static bool add(struct gone_list *list, int64_t id, int64_t photo_id)
{
	if (list->count == list->room) {
		size_t room = list->room ? list->room * 2 : 64;
		struct gone *items =
			cl_realloc(list->items, room * sizeof(*items));

		if (!items)
			return false;
		list->items = items;
		list->room = room;
	}
	list->items[list->count++] = (struct gone){ id, photo_id };
	return true;
}

/* Folders below P lie between "P/" and "P0", since 0 follows the slash; P as a
 * file has the name after its last slash in the folder before it. */
static const char below_sql[] =
	"SELECT l.id, l.photo_id, l.missing FROM folder f "
	"JOIN location l ON l.folder_id = f.id "
	"WHERE f.path = ?1 OR (f.path > ?2 AND f.path < ?3) "
	"UNION ALL "
	"SELECT l.id, l.photo_id, l.missing FROM folder f "
	"JOIN location l ON l.folder_id = f.id "
	"WHERE f.path = ?4 AND l.name = ?5";

struct bounds {
	struct cl_str folder;
	struct cl_str name;
	struct cl_buf low;
	struct cl_buf high;
};

static void find_bounds(struct bounds *b, struct cl_str path)
{
	cl_buf_add_str(&b->low, path);
	cl_buf_add_char(&b->low, '/');
	cl_buf_add_str(&b->high, path);
	cl_buf_add_char(&b->high, '0');
	for (b->name = path; b->name.len > 0;) {
		size_t slash = cl_str_find_char(b->name, '/', 0);

		if (slash == b->name.len)
			break;
		b->name = cl_str_sub(b->name, slash + 1, b->name.len);
	}
	if (path.len > b->name.len)
		b->folder = cl_str_sub(path, 0, path.len - b->name.len - 1);
}

static enum cutline_status collect(struct cutline_catalog *catalog,
				   struct cl_str path, const struct bounds *b,
				   struct gone_list *list,
				   struct cutline_error *err)
{
	enum cutline_status status;
	sqlite3_stmt *stmt;
	bool row;

	status = cl_db_slot(catalog, CL_SLOT_BELOW, below_sql, &stmt, err);
	if (status != CUTLINE_OK)
		return status;
	cl_bind_blob(catalog, stmt, 1, path);
	cl_bind_blob(catalog, stmt, 2, cl_buf_str(&b->low));
	cl_bind_blob(catalog, stmt, 3, cl_buf_str(&b->high));
	cl_bind_blob(catalog, stmt, 4, b->folder);
	cl_bind_blob(catalog, stmt, 5, b->name);
	while ((status = cl_db_step(catalog, stmt, &row, err)) == CUTLINE_OK &&
	       row) {
		int64_t id = sqlite3_column_int64(stmt, 0);

		if (sqlite3_column_int(stmt, 2) != 0 ||
		    cl_seen_has(&catalog->seen, id))
			continue;
		if (!add(list, id, sqlite3_column_int64(stmt, 1))) {
			sqlite3_reset(stmt);
			return cl_nomem(err);
		}
	}
	return status;
}

static enum cutline_status mark(struct cutline_catalog *catalog,
				const struct gone *gone,
				struct cutline_error *err)
{
	sqlite3_stmt *stmt;
	enum cutline_status status = cl_due_add(catalog, gone->photo_id, err);

	if (status == CUTLINE_OK)
		status = cl_db_slot(catalog, CL_SLOT_LOCATION_MARK,
				    "UPDATE location SET missing = 1 "
				    "WHERE id = ?1",
				    &stmt, err);
	if (status != CUTLINE_OK)
		return status;
	cl_bind_int(catalog, stmt, 1, gone->id);
	return cl_db_run(catalog, stmt, err);
}

static enum cutline_status sweep(struct cutline_catalog *catalog,
				 struct cl_str path, struct gone_list *list,
				 struct cutline_error *err)
{
	enum cutline_status status = CUTLINE_OK;
	struct bounds b = { 0 };

	cl_buf_init(&b.low, 1u << 16);
	cl_buf_init(&b.high, 1u << 16);
	find_bounds(&b, path);
	if (b.low.failed || b.high.failed)
		status = cl_nomem(err);
	if (status == CUTLINE_OK)
		status = collect(catalog, path, &b, list, err);
	for (size_t i = 0; i < list->count && status == CUTLINE_OK; i++)
		status = mark(catalog, &list->items[i], err);
	cl_buf_release(&b.low);
	cl_buf_release(&b.high);
	return status;
}

enum cutline_status cutline_catalog_sweep(struct cutline_catalog *catalog,
					  const char *path, uint64_t *missing,
					  struct cutline_error *err)
{
	struct cl_str p = cl_str_from(path);
	struct gone_list list = { 0 };
	enum cutline_status status = cl_batch_require(catalog, err);

	if (status != CUTLINE_OK)
		return status;
	while (p.len > 0 && p.ptr[p.len - 1] == '/')
		p.len--;
	status = sweep(catalog, p, &list, err);
	if (status != CUTLINE_OK)
		cutline_catalog_rollback(catalog);
	else
		*missing = list.count;
	cl_free(list.items);
	return status;
}
