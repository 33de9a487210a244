/* SPDX-License-Identifier: MIT */
#include "catalog/db.h"

/* Problems that a person can do something about; the rest is damage or ours to
 * mend. */
static enum cutline_status fail_disk(struct cutline_catalog *catalog, int rc,
				     struct cutline_error *err)
{
	switch (rc & 0xFF) {
	case SQLITE_FULL:
		cl_fail(err, CUTLINE_IO, "the disk of %s is full",
			catalog->path);
		cl_hint(err, "free some space and run the command again; what "
			     "was saved before stays");
		break;
	case SQLITE_READONLY:
	case SQLITE_PERM:
		cl_fail(err, CUTLINE_IO, "%s cannot be written", catalog->path);
		cl_hint(err, "look at the permissions of the file and of its "
			     "folder");
		break;
	case SQLITE_CANTOPEN:
		cl_fail(err, CUTLINE_IO, "%s cannot be opened", catalog->path);
		cl_hint(err, "look at the permissions of the file and of its "
			     "folder");
		break;
	default:
		cl_fail(err, CUTLINE_IO,
			"%s: the system refused to read or write it (%s)",
			catalog->path, sqlite3_errmsg(catalog->db));
		cl_hint(err, "look at the disk, and run the command again; "
			     "what was saved before stays");
		break;
	}
	return CUTLINE_IO;
}

void cl_db_hint_restore(struct cutline_error *err)
{
	cl_hint(err, "“cutline restore FILE” puts a backup in its place; or "
		     "import the folders into a new catalog");
}

enum cutline_status cl_db_fail(struct cutline_catalog *catalog, int rc,
			       struct cutline_error *err)
{
	switch (rc & 0xFF) {
	case SQLITE_NOMEM:
		return cl_nomem(err);
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		cl_fail(err, CUTLINE_BUSY,
			"%s is being written by another program",
			catalog->path);
		cl_hint(err, "try again when that is done");
		return CUTLINE_BUSY;
	case SQLITE_FULL:
	case SQLITE_READONLY:
	case SQLITE_PERM:
	case SQLITE_CANTOPEN:
	case SQLITE_IOERR:
		return fail_disk(catalog, rc, err);
	default:
		cl_fail(err, CUTLINE_DAMAGED, "%s is damaged (%s)",
			catalog->path, sqlite3_errmsg(catalog->db));
		cl_db_hint_restore(err);
		return CUTLINE_DAMAGED;
	}
}

enum cutline_status cl_db_exec(struct cutline_catalog *catalog, const char *sql,
			       struct cutline_error *err)
{
	int rc = sqlite3_exec(catalog->db, sql, NULL, NULL, NULL);

	return rc == SQLITE_OK ? CUTLINE_OK : cl_db_fail(catalog, rc, err);
}

enum cutline_status cl_db_prepare(struct cutline_catalog *catalog,
				  struct cl_str sql, sqlite3_stmt **stmt,
				  struct cutline_error *err)
{
	int rc = sqlite3_prepare_v3(catalog->db, sql.ptr, (int)sql.len, 0, stmt,
				    NULL);

	return rc == SQLITE_OK ? CUTLINE_OK : cl_db_fail(catalog, rc, err);
}

enum cutline_status cl_db_slot(struct cutline_catalog *catalog,
			       enum cl_slot slot, const char *sql,
			       sqlite3_stmt **stmt, struct cutline_error *err)
{
	sqlite3_stmt **kept = &catalog->slots[slot];

	if (!*kept) {
		int rc = sqlite3_prepare_v3(catalog->db, sql, -1,
					    SQLITE_PREPARE_PERSISTENT, kept,
					    NULL);

		if (rc != SQLITE_OK)
			return cl_db_fail(catalog, rc, err);
	}
	sqlite3_reset(*kept);
	sqlite3_clear_bindings(*kept);
	*stmt = *kept;
	return CUTLINE_OK;
}

static void note_bind(struct cutline_catalog *catalog, int rc)
{
	if (catalog->bind_rc == SQLITE_OK)
		catalog->bind_rc = rc;
}

void cl_bind_int(struct cutline_catalog *catalog, sqlite3_stmt *stmt, int at,
		 int64_t n)
{
	note_bind(catalog, sqlite3_bind_int64(stmt, at, n));
}

void cl_bind_text(struct cutline_catalog *catalog, sqlite3_stmt *stmt, int at,
		  struct cl_str s)
{
	note_bind(catalog,
		  sqlite3_bind_text64(stmt, at, s.ptr ? s.ptr : "", s.len,
				      SQLITE_STATIC, SQLITE_UTF8));
}

void cl_bind_blob(struct cutline_catalog *catalog, sqlite3_stmt *stmt, int at,
		  struct cl_str s)
{
	note_bind(catalog, sqlite3_bind_blob64(stmt, at, s.ptr ? s.ptr : "",
					       s.len, SQLITE_STATIC));
}

enum cutline_status cl_db_step(struct cutline_catalog *catalog,
			       sqlite3_stmt *stmt, bool *row,
			       struct cutline_error *err)
{
	int rc = catalog->bind_rc;

	*row = false;
	catalog->bind_rc = SQLITE_OK;
	if (rc == SQLITE_OK)
		rc = sqlite3_step(stmt);
	if (rc == SQLITE_ROW) {
		*row = true;
		return CUTLINE_OK;
	}
	if (rc != SQLITE_DONE)
		cl_db_fail(catalog, rc, err);
	sqlite3_reset(stmt);
	if (rc == SQLITE_DONE)
		return CUTLINE_OK;
	return cl_db_fail(catalog, rc, NULL);
}

enum cutline_status cl_db_run(struct cutline_catalog *catalog,
			      sqlite3_stmt *stmt, struct cutline_error *err)
{
	enum cutline_status status;
	bool row;

	do
		status = cl_db_step(catalog, stmt, &row, err);
	while (status == CUTLINE_OK && row);
	return status;
}

enum cutline_status cl_db_first(struct cutline_catalog *catalog,
				sqlite3_stmt *stmt, int64_t *number,
				struct cutline_error *err)
{
	bool row;
	enum cutline_status status = cl_db_step(catalog, stmt, &row, err);

	*number = 0;
	if (status == CUTLINE_OK && row) {
		*number = sqlite3_column_int64(stmt, 0);
		sqlite3_reset(stmt);
	}
	return status;
}

enum cutline_status cl_db_number(struct cutline_catalog *catalog,
				 const char *sql, int64_t *number,
				 struct cutline_error *err)
{
	sqlite3_stmt *stmt;
	enum cutline_status status =
		cl_db_prepare(catalog, cl_str_from(sql), &stmt, err);

	if (status != CUTLINE_OK)
		return status;
	status = cl_db_first(catalog, stmt, number, err);
	sqlite3_finalize(stmt);
	return status;
}

struct cl_str cl_column(sqlite3_stmt *stmt, int at)
{
	const char *data = sqlite3_column_blob(stmt, at);
	int len = sqlite3_column_bytes(stmt, at);

	if (!data || len <= 0)
		return (struct cl_str){ 0 };
	return (struct cl_str){ data, (size_t)len };
}
