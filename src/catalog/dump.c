/* SPDX-License-Identifier: MIT */
/*
 * What people made, a row a line. A line's members are those of the row, but
 * for numbers that depend on the catalog: photos are named by identity, changes
 * by their order; batches keep their numbers, since changes belong to them and
 * people name them. load.c reads all this back.
 */
#include "catalog/db.h"

#define TIME(column) "strftime('%Y-%m-%dT%H:%M:%SZ', " column ", 'unixepoch')"

static const char *const dumps[] = {
	"SELECT json_object('format', 1, 'kind', 'batch', 'batch', id, "
	"'made', " TIME("made") ", 'command', command, 'undoes', undoes) "
				"FROM batch ORDER BY id",
	"SELECT json_object('format', 1, 'kind', 'change', 'batch', batch_id, "
	"'of', kind, 'photo', nullif(identity, ''), 'field', field, "
	"'name', name, 'old', json(old), 'new', json(new)) "
	"FROM change ORDER BY id",
	"SELECT json_object('format', 1, 'kind', 'edit', 'photo', identity, "
	"'field', field, 'items', json(items)) "
	"FROM edit ORDER BY identity, field",
	"SELECT json_object('format', 1, 'kind', 'alias', 'field', field, "
	"'name', name, 'means', means) FROM alias ORDER BY field, folded",
	"SELECT json_object('format', 1, 'kind', 'decision', "
	"'document', document, 'caption', caption, "
	"'photo', nullif(identity, ''), 'verdict', verdict, "
	"'parsed', json(parsed)) "
	"FROM decision ORDER BY document, caption, identity",
	"SELECT json_object('format', 1, 'kind', 'search', 'name', name, "
	"'query', query) FROM saved_search ORDER BY name",
};

struct dump {
	bool (*line)(void *context, const char *text, size_t len);
	void *context;
};

static enum cutline_status dump_table(struct cutline_catalog *catalog,
				      const char *sql, const struct dump *dump,
				      struct cutline_error *err)
{
	enum cutline_status status;
	sqlite3_stmt *stmt;
	bool row;

	status = cl_db_prepare(catalog, cl_str_from(sql), &stmt, err);
	if (status != CUTLINE_OK)
		return status;
	while ((status = cl_db_step(catalog, stmt, &row, err)) == CUTLINE_OK &&
	       row) {
		struct cl_str line = cl_column(stmt, 0);

		if (!dump->line(dump->context, line.ptr, line.len)) {
			status = cl_fail(err, CUTLINE_STOPPED, "stopped");
			break;
		}
	}
	sqlite3_finalize(stmt);
	return status;
}

enum cutline_status
cutline_catalog_dump(struct cutline_catalog *catalog,
		     bool (*line)(void *context, const char *text, size_t len),
		     void *context, struct cutline_error *err)
{
	const struct dump dump = { line, context };
	bool alone = sqlite3_get_autocommit(catalog->db) != 0;
	enum cutline_status status = CUTLINE_OK;

	/* One moment for all tables. */
	if (alone)
		status = cl_db_exec(catalog, "BEGIN", err);
	for (size_t i = 0;
	     i < sizeof(dumps) / sizeof(dumps[0]) && status == CUTLINE_OK; i++)
		status = dump_table(catalog, dumps[i], &dump, err);
	if (alone)
		(void)sqlite3_exec(catalog->db, "ROLLBACK", NULL, NULL, NULL);
	return status;
}
