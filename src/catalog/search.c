/* SPDX-License-Identifier: MIT */
/*
 * A search is one statement that gives ids, in order, and one look-up of the
 * record for each that is asked for; while the first is open, both see the
 * catalog as it was when the search began.
 */
#include "catalog/search.h"

#include "base/alloc.h"
#include "catalog/db.h"
#include "catalog/index.h"
#include "catalog/query_sql.h"
#include "catalog/row.h"
#include "photo/record.h"

struct cutline_hits {
	struct cutline_catalog *catalog;
	struct cl_sql sql;
	sqlite3_stmt *stmt;
	struct cutline_photo *photo;
};

/*
 * Weights of the columns in relevance, in the order of CL_WORDS_COLUMNS: who
 * and what a picture shows counts most, then its headline, then where it was
 * and who made it, then the caption; the fine print and the file's name least.
 */
#define WEIGHTS                                                   \
 "2, 1, 2, 2, 1, 1, 4, 4, 1, 0.5, 1, 3, 3, 0.5, 0.5, 1, 2, 0.2, " \
 "0.5, 0.2, 0.2, 0.5, 0.2, 1, 0.2, 0.2, 0.2, 0.5, 0.5"

static const char *order_of(const struct cl_sql *sql, enum cutline_sort sort)
{
	switch (sort) {
	case CUTLINE_SORT_OLDEST:
		return "p.sort < 0, p.sort";
	case CUTLINE_SORT_RELEVANCE:
		if (sql->ranked)
			return "bm25(words, " WEIGHTS "), w.rowid DESC";
		break;
	case CUTLINE_SORT_NAME:
		return "p.name COLLATE NOCASE, p.name, "
		       "(SELECT f.path FROM location l JOIN folder f ON "
		       "f.id = l.folder_id WHERE l.photo_id = p.id AND "
		       "l.speaks), p.id";
	case CUTLINE_SORT_ADDED:
		return "p.id DESC";
	case CUTLINE_SORT_NEWEST:
		break;
	}
	return sql->ranked ? "w.rowid DESC" : "p.sort DESC";
}

enum cutline_status cl_search_prepare(struct cutline_catalog *catalog,
				      const struct cl_sql *sql,
				      const struct cl_str *parts, size_t count,
				      sqlite3_stmt **stmt,
				      struct cutline_error *err)
{
	struct cl_buf text;
	enum cutline_status status = cl_index_flush(catalog, err);

	if (status != CUTLINE_OK)
		return status;
	cl_buf_init(&text, CL_DB_TEXT_MAX);
	for (size_t i = 0; i < count; i++)
		cl_buf_add_str(&text, parts[i]);
	if (text.failed)
		status = cl_nomem(err);
	else
		status = cl_db_prepare(catalog, cl_buf_str(&text), stmt, err);
	cl_buf_release(&text);
	if (status != CUTLINE_OK)
		return status;
	for (size_t i = 0; i < sql->value_count; i++) {
		const struct cl_sql_value *v = &sql->values[i];

		if (v->text.ptr)
			cl_bind_text(catalog, *stmt, (int)i + 1, v->text);
		else
			cl_bind_int(catalog, *stmt, (int)i + 1, v->number);
	}
	return CUTLINE_OK;
}

static enum cutline_status
prepare_hits(struct cutline_hits *hits,
	     const struct cutline_search_options *options,
	     struct cutline_error *err)
{
	const struct cl_sql *sql = &hits->sql;
	int at = (int)sql->value_count;
	struct cl_str parts[] = {
		sql->with,
		CL_STR("SELECT p.id FROM "),
		sql->from,
		CL_STR(" WHERE "),
		sql->where,
		CL_STR(" ORDER BY "),
		cl_str_from(order_of(sql, options->sort)),
		CL_STR(" LIMIT :limit OFFSET :offset"),
	};
	enum cutline_status status = cl_search_prepare(
		hits->catalog, sql, parts, sizeof(parts) / sizeof(parts[0]),
		&hits->stmt, err);

	if (status != CUTLINE_OK)
		return status;
	cl_bind_int(hits->catalog, hits->stmt, at + 1,
		    options->limit > 0 ? options->limit : -1);
	cl_bind_int(hits->catalog, hits->stmt, at + 2,
		    options->offset > 0 ? options->offset : 0);
	return CUTLINE_OK;
}

enum cutline_status
cutline_catalog_search(struct cutline_catalog *catalog,
		       const struct cutline_query *query,
		       const struct cutline_search_options *options,
		       struct cutline_hits **out, struct cutline_error *err)
{
	static const struct cutline_search_options defaults = { 0 };
	struct cutline_hits *hits = cl_alloc_zero(1, sizeof(*hits));
	enum cutline_status status;

	*out = NULL;
	if (!hits)
		return cl_nomem(err);
	hits->catalog = catalog;
	hits->photo = cl_photo_new();
	status = hits->photo ? cl_sql_compile(&hits->sql, query, err)
			     : cl_nomem(err);
	if (status == CUTLINE_OK)
		status = prepare_hits(hits, options ? options : &defaults, err);
	if (status != CUTLINE_OK) {
		cutline_hits_close(hits);
		return status;
	}
	*out = hits;
	return CUTLINE_OK;
}

static enum cutline_status load(struct cutline_hits *hits, bool *found,
				struct cutline_error *err)
{
	struct cl_arena *arena = cl_photo_arena(hits->photo);
	enum cutline_status status;

	*hits->photo = (struct cutline_photo){ 0 };
	cl_arena_clear(arena);
	status = cl_row_load(hits->catalog, sqlite3_column_int64(hits->stmt, 0),
			     hits->photo, arena, found, err);
	if (status == CUTLINE_OK && *found)
		status = cl_row_load_locations(hits->catalog, hits->photo,
					       arena, err);
	hits->photo->locations = NULL;
	hits->photo->location_count = 0;
	return status;
}

enum cutline_status cutline_hits_next(struct cutline_hits *hits,
				      const struct cutline_photo **photo,
				      struct cutline_error *err)
{
	enum cutline_status status;
	bool found = false;
	bool row;

	*photo = NULL;
	do {
		status = cl_db_step(hits->catalog, hits->stmt, &row, err);
		if (status == CUTLINE_OK && row)
			status = load(hits, &found, err);
	} while (status == CUTLINE_OK && row && !found);
	if (status == CUTLINE_OK && row)
		*photo = hits->photo;
	return status;
}

void cutline_hits_close(struct cutline_hits *hits)
{
	if (!hits)
		return;
	sqlite3_finalize(hits->stmt);
	cl_sql_release(&hits->sql);
	cutline_photo_free(hits->photo);
	cl_free(hits);
}

enum cutline_status cutline_catalog_count(struct cutline_catalog *catalog,
					  const struct cutline_query *query,
					  uint64_t *count,
					  struct cutline_error *err)
{
	struct cl_sql sql = { 0 };
	sqlite3_stmt *stmt = NULL;
	int64_t number = 0;
	enum cutline_status status = cl_sql_compile(&sql, query, err);

	if (status == CUTLINE_OK) {
		struct cl_str parts[] = {
			sql.with,
			CL_STR("SELECT count(*) FROM "),
			sql.words_only ? CL_STR("words") : sql.from,
			CL_STR(" WHERE "),
			sql.where,
		};

		status = cl_search_prepare(catalog, &sql, parts, 5, &stmt, err);
	}
	if (status == CUTLINE_OK)
		status = cl_db_first(catalog, stmt, &number, err);
	if (status == CUTLINE_OK)
		*count = (uint64_t)number;
	sqlite3_finalize(stmt);
	cl_sql_release(&sql);
	return status;
}
