/* SPDX-License-Identifier: MIT */
#include "catalog/verify_words.h"

#include "catalog/db.h"
#include "catalog/index.h"
#include "catalog/schema.h"

static const char set_up[] =
	"SAVEPOINT verify;"
	"CREATE VIRTUAL TABLE temp.again USING fts5(" CL_WORDS_COLUMNS
	", content='', tokenize='unicode61 remove_diacritics 2');"
	"CREATE VIRTUAL TABLE temp.are USING fts5vocab('main', 'words', "
	"'instance');"
	"CREATE VIRTUAL TABLE temp.should USING fts5vocab('temp', 'again', "
	"'instance');";

static const char tear_down[] = "ROLLBACK TO verify; RELEASE verify";

static const char add_sql[] = "INSERT INTO temp.again (rowid, " CL_WORDS_COLUMNS
			      ") VALUES (?1, " CL_WORDS_VALUES ")";

static enum cutline_status build(struct cutline_catalog *catalog,
				 struct cutline_error *err)
{
	enum cutline_status status;
	sqlite3_stmt *photos = NULL;
	sqlite3_stmt *add = NULL;
	bool row;

	status = cl_db_prepare(catalog,
			       CL_STR("SELECT id, sort FROM photo ORDER BY "
				      "sort"),
			       &photos, err);
	if (status == CUTLINE_OK)
		status =
			cl_db_prepare(catalog, cl_str_from(add_sql), &add, err);
	while (status == CUTLINE_OK) {
		status = cl_db_step(catalog, photos, &row, err);
		if (status != CUTLINE_OK || !row)
			break;
		status = cl_index_write(catalog, add,
					sqlite3_column_int64(photos, 0),
					sqlite3_column_int64(photos, 1), err);
	}
	sqlite3_finalize(photos);
	sqlite3_finalize(add);
	return status;
}

/* One cursor over the words of an index, in order. */
struct cursor {
	sqlite3_stmt *stmt;
	bool row;
};

static enum cutline_status open_cursor(struct cutline_catalog *catalog,
				       const char *sql, struct cursor *c,
				       struct cutline_error *err)
{
	enum cutline_status status =
		cl_db_prepare(catalog, cl_str_from(sql), &c->stmt, err);

	if (status == CUTLINE_OK)
		status = cl_db_step(catalog, c->stmt, &c->row, err);
	return status;
}

static int compare(const struct cursor *a, const struct cursor *b)
{
	int order;

	if (!a->row || !b->row)
		return b->row - a->row;
	order = cl_str_cmp(cl_column(a->stmt, 0), cl_column(b->stmt, 0));
	for (int i = 1; i <= 2 && order == 0; i++) {
		int64_t x = sqlite3_column_int64(a->stmt, i);
		int64_t y = sqlite3_column_int64(b->stmt, i);

		order = (x > y) - (x < y);
	}
	if (order == 0)
		order = cl_str_cmp(cl_column(a->stmt, 3),
				   cl_column(b->stmt, 3));
	return order;
}

/* Both give (term, photo, place, column); within one photo's term the order is
 * that of columns and places in both. */
static enum cutline_status merge(struct cutline_catalog *catalog,
				 struct cursor *a, struct cursor *b,
				 uint64_t *differing, struct cutline_error *err)
{
	enum cutline_status status = CUTLINE_OK;

	while (status == CUTLINE_OK && (a->row || b->row)) {
		int order = compare(a, b);

		*differing += order != 0;
		if (order <= 0)
			status = cl_db_step(catalog, a->stmt, &a->row, err);
		if (order >= 0 && status == CUTLINE_OK)
			status = cl_db_step(catalog, b->stmt, &b->row, err);
	}
	return status;
}

static enum cutline_status compare_all(struct cutline_catalog *catalog,
				       uint64_t *differing,
				       struct cutline_error *err)
{
	struct cursor are = { 0 };
	struct cursor should = { 0 };
	enum cutline_status status = open_cursor(
		catalog, "SELECT term, doc, offset, col FROM temp.are", &are,
		err);

	if (status == CUTLINE_OK)
		status = open_cursor(catalog,
				     "SELECT term, doc, offset, col "
				     "FROM temp.should",
				     &should, err);
	if (status == CUTLINE_OK)
		status = merge(catalog, &are, &should, differing, err);
	sqlite3_finalize(are.stmt);
	sqlite3_finalize(should.stmt);
	return status;
}

/* All within one savepoint, that is given up: then no temporary row is made
 * safe by itself, and the tables go. */
static enum cutline_status verify(struct cutline_catalog *catalog,
				  uint64_t *differing,
				  struct cutline_error *err)
{
	enum cutline_status status = cl_db_exec(catalog, set_up, err);

	if (status == CUTLINE_OK)
		status = build(catalog, err);
	if (status == CUTLINE_OK)
		status = compare_all(catalog, differing, err);
	(void)sqlite3_exec(catalog->db, tear_down, NULL, NULL, NULL);
	return status;
}

enum cutline_status cl_verify_words(struct cutline_catalog *catalog,
				    uint64_t *differing,
				    struct cutline_error *err)
{
	enum cutline_status status;

	*differing = 0;
	/* Temporary tables count as writing too. */
	status = cl_db_exec(catalog, "PRAGMA query_only=OFF", err);
	if (status == CUTLINE_OK)
		status = verify(catalog, differing, err);
	if (!catalog->writable && status == CUTLINE_OK)
		status = cl_db_exec(catalog, "PRAGMA query_only=ON", err);
	return status;
}
