/* SPDX-License-Identifier: MIT */
#include "catalog/schema.h"

#include <stdio.h>
#include <string.h>

#include "catalog/db.h"

static bool is_in(const struct cl_schema_object *object, int version)
{
	return object->first <= version &&
	       (object->last == 0 || version <= object->last);
}

enum cutline_status cl_schema_create(struct cutline_catalog *catalog,
				     struct cutline_error *err)
{
	for (size_t i = 0; i < cl_schema_object_count; i++) {
		const struct cl_schema_object *object = &cl_schema_objects[i];
		enum cutline_status status = CUTLINE_OK;

		if (is_in(object, CL_SCHEMA_VERSION))
			status = cl_db_exec(catalog, object->sql, err);
		if (status != CUTLINE_OK)
			return status;
	}
	return cl_db_exec(catalog,
			  "INSERT INTO counter VALUES ('photo', 0);"
			  "INSERT INTO words (words, rank)"
			  " VALUES ('hashsize', 16777216)",
			  err);
}

/* The kind of object, as DROP wants it: the word after CREATE. */
static enum cutline_status drop(struct cutline_catalog *catalog,
				const struct cl_schema_object *object,
				struct cutline_error *err)
{
	static const char create[] = "CREATE ";
	const char *kind = object->sql + sizeof(create) - 1;
	char sql[96];

	(void)snprintf(sql, sizeof(sql), "DROP %.*s %s",
		       (int)strcspn(kind, " "), kind, object->name);
	return cl_db_exec(catalog, sql, err);
}

enum cutline_status cl_schema_step(struct cutline_catalog *catalog, int from,
				   struct cutline_error *err)
{
	enum cutline_status status = CUTLINE_OK;
	char pragma[48];

	for (size_t i = 0; i < cl_schema_object_count && !status; i++)
		if (cl_schema_objects[i].last == from)
			status = drop(catalog, &cl_schema_objects[i], err);
	for (size_t i = 0; i < cl_schema_object_count && !status; i++)
		if (cl_schema_objects[i].first == from + 1)
			status = cl_db_exec(catalog, cl_schema_objects[i].sql,
					    err);
	if (status != CUTLINE_OK)
		return status;
	(void)snprintf(pragma, sizeof(pragma), "PRAGMA user_version=%d",
		       from + 1);
	return cl_db_exec(catalog, pragma, err);
}

static bool is_ours(sqlite3_stmt *stmt, int version)
{
	struct cl_str name = cl_column(stmt, 0);
	struct cl_str sql = cl_column(stmt, 1);

	for (size_t i = 0; i < cl_schema_object_count; i++)
		if (is_in(&cl_schema_objects[i], version) &&
		    cl_str_eq(name, cl_str_from(cl_schema_objects[i].name)))
			return cl_str_eq(sql,
					 cl_str_from(cl_schema_objects[i].sql));
	return false;
}

static size_t count_of(int version)
{
	size_t count = 0;

	for (size_t i = 0; i < cl_schema_object_count; i++)
		count += is_in(&cl_schema_objects[i], version);
	return count;
}

enum cutline_status cl_schema_check(struct cutline_catalog *catalog,
				    int version, struct cutline_error *err)
{
	size_t found = 0;
	enum cutline_status status;
	sqlite3_stmt *stmt;
	bool row;

	status = cl_db_prepare(
		catalog, CL_STR("SELECT name, sql FROM main.sqlite_schema"),
		&stmt, err);
	if (status != CUTLINE_OK)
		return status;
	while ((status = cl_db_step(catalog, stmt, &row, err)) == CUTLINE_OK &&
	       row)
		found += is_ours(stmt, version);
	sqlite3_finalize(stmt);
	if (status != CUTLINE_OK || found == count_of(version))
		return status;
	cl_fail(err, CUTLINE_DAMAGED,
		"%s: its tables are not those that cutline makes",
		catalog->path);
	cl_db_hint_restore(err);
	return CUTLINE_DAMAGED;
}
