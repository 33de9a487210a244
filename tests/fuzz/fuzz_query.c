/* SPDX-License-Identifier: MIT */
/* A query is read or refused; what was read is written so that it reads back
 * as itself, and SQLite takes the SQL it becomes. */
#include "fuzz/fuzz.h"

#include <string.h>

#include <sqlite3.h>

#include "catalog/db.h"
#include "catalog/match_date.h"
#include "catalog/query_sql.h"
#include "catalog/schema.h"
#include "catalog/search.h"

/* Empty tables in memory, made once: an input changes nothing in them. */
static struct cutline_catalog *open_tables(void)
{
	static struct cutline_catalog catalog;
	static char name[] = ":memory:";

	if (catalog.db)
		return &catalog;
	catalog.path = name;
	assert(sqlite3_open(name, &catalog.db) == SQLITE_OK);
	assert(cl_match_date_register(catalog.db) == SQLITE_OK);
	assert(cl_schema_create(&catalog, NULL) == CUTLINE_OK);
	return &catalog;
}

static void run(const struct cutline_query *query)
{
	struct cutline_catalog *catalog = open_tables();
	struct cl_sql sql = { 0 };
	sqlite3_stmt *stmt = NULL;
	int64_t count;

	assert(cl_sql_compile(&sql, query, NULL) == CUTLINE_OK);
	{
		struct cl_str parts[] = {
			sql.with,  CL_STR("SELECT count(*) FROM "),
			sql.from,  CL_STR(" WHERE "),
			sql.where,
		};

		assert(cl_search_prepare(catalog, &sql, parts, 5, &stmt,
					 NULL) == CUTLINE_OK);
	}
	assert(cl_db_first(catalog, stmt, &count, NULL) == CUTLINE_OK);
	assert(count == 0);
	sqlite3_finalize(stmt);
	cl_sql_release(&sql);
}

/* A whole reading may have more brackets and bytes than are read. */
static void read_back(const char *text)
{
	struct cutline_query *query = NULL;
	enum cutline_status status =
		cutline_query_parse(text, strlen(text), &query, NULL, NULL);

	assert(status == CUTLINE_OK || status == CUTLINE_LIMIT);
	if (query)
		assert(strcmp(cutline_query_text(query), text) == 0);
	cutline_query_free(query);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct cutline_query *query = NULL;
	struct cutline_error err = { 0 };
	size_t at = 0;
	enum cutline_status status = cutline_query_parse(
		(const char *)data, size, &query, &at, &err);

	if (status != CUTLINE_OK) {
		assert(!query && err.text[0]);
		assert(status == CUTLINE_LIMIT || status == CUTLINE_FORMAT);
		assert(at <= size);
		return 0;
	}
	read_back(cutline_query_text(query));
	run(query);
	cutline_query_free(query);
	return 0;
}
