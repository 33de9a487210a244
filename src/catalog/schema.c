/* SPDX-License-Identifier: MIT */
#include "catalog/schema.h"

#include <string.h>

#include "catalog/db.h"

struct object {
	const char *name;
	const char *sql;
};

/*
 * photo.sort is the photo's place in the order of time and the rowid of its
 * words, see place.c; it changes when the date does. `filled` and `conflicts`
 * hold a bit a field, see fields.c. The wide texts stand in a table of their
 * own, so that walking over files or photos touches narrow rows only.
 */
static const struct object objects[] = {
	{ "counter", "CREATE TABLE counter (\n"
		     " name TEXT PRIMARY KEY,\n"
		     " value INTEGER NOT NULL\n"
		     ") STRICT, WITHOUT ROWID" },
	{ "folder", "CREATE TABLE folder (\n"
		    " id INTEGER PRIMARY KEY,\n"
		    " path BLOB NOT NULL UNIQUE\n"
		    ") STRICT" },
	{ "photo", "CREATE TABLE photo (\n"
		   " id INTEGER PRIMARY KEY,\n"
		   " sort INTEGER NOT NULL UNIQUE,\n"
		   " identity TEXT NOT NULL UNIQUE,\n"
		   " missing INTEGER NOT NULL,\n"
		   " added INTEGER NOT NULL,\n"
		   " added_day INTEGER NOT NULL,\n"
		   " type TEXT NOT NULL,\n"
		   " date_created TEXT,\n"
		   " date_lower INTEGER,\n"
		   " date_upper INTEGER,\n"
		   " clock INTEGER NOT NULL,\n"
		   " captured_lower INTEGER,\n"
		   " captured_upper INTEGER,\n"
		   " filled INTEGER NOT NULL,\n"
		   " conflicts INTEGER NOT NULL,\n"
		   " name TEXT NOT NULL\n"
		   ") STRICT" },
	{ "photo_time", "CREATE INDEX photo_time ON photo "
			"(date_lower, clock)" },
	{ "location", "CREATE TABLE location (\n"
		      " id INTEGER PRIMARY KEY,\n"
		      " photo_id INTEGER NOT NULL REFERENCES photo (id),\n"
		      " folder_id INTEGER NOT NULL REFERENCES folder (id),\n"
		      " name BLOB NOT NULL,\n"
		      " bytes INTEGER NOT NULL,\n"
		      " mtime_ns INTEGER NOT NULL,\n"
		      " inode INTEGER NOT NULL,\n"
		      " missing INTEGER NOT NULL,\n"
		      " speaks INTEGER NOT NULL,\n"
		      " richness INTEGER NOT NULL,\n"
		      " UNIQUE (folder_id, name)\n"
		      ") STRICT" },
	{ "location_photo", "CREATE INDEX location_photo ON location "
			    "(photo_id)" },
	{ "record", "CREATE TABLE record (\n"
		    " location_id INTEGER PRIMARY KEY"
		    " REFERENCES location (id),\n"
		    " chosen TEXT NOT NULL,\n"
		    " sources TEXT NOT NULL\n"
		    ") STRICT" },
	{ "name", "CREATE TABLE name (\n"
		  " id INTEGER PRIMARY KEY,\n"
		  " field TEXT NOT NULL,\n"
		  " text TEXT NOT NULL,\n"
		  " UNIQUE (field, text)\n"
		  ") STRICT" },
	{ "photo_name", "CREATE TABLE photo_name (\n"
			" photo_id INTEGER NOT NULL REFERENCES photo (id),\n"
			" name_id INTEGER NOT NULL REFERENCES name (id),\n"
			" PRIMARY KEY (photo_id, name_id)\n"
			") STRICT, WITHOUT ROWID" },
	{ "source", "CREATE TABLE source (\n"
		    " id INTEGER PRIMARY KEY,\n"
		    " field TEXT NOT NULL,\n"
		    " origin TEXT NOT NULL,\n"
		    " why TEXT NOT NULL,\n"
		    " UNIQUE (field, origin, why)\n"
		    ") STRICT" },
	{ "words", "CREATE VIRTUAL TABLE words USING fts5(" CL_WORDS_COLUMNS
		   ", content='', "
		   "tokenize='unicode61 remove_diacritics 2')" },
	{ "folder_words", "CREATE VIRTUAL TABLE folder_words USING fts5("
			  "path, content='', "
			  "tokenize='unicode61 remove_diacritics 2')" },
};

#define OBJECT_COUNT (sizeof(objects) / sizeof(objects[0]))

enum cutline_status cl_schema_create(struct cutline_catalog *catalog,
				     struct cutline_error *err)
{
	for (size_t i = 0; i < OBJECT_COUNT; i++) {
		enum cutline_status status =
			cl_db_exec(catalog, objects[i].sql, err);

		if (status != CUTLINE_OK)
			return status;
	}
	return cl_db_exec(catalog,
			  "INSERT INTO counter VALUES ('photo', 0);"
			  "INSERT INTO words (words, rank)"
			  " VALUES ('hashsize', 16777216)",
			  err);
}

static bool is_ours(sqlite3_stmt *stmt)
{
	struct cl_str name = cl_column(stmt, 0);
	struct cl_str sql = cl_column(stmt, 1);

	for (size_t i = 0; i < OBJECT_COUNT; i++)
		if (cl_str_eq(name, cl_str_from(objects[i].name)))
			return cl_str_eq(sql, cl_str_from(objects[i].sql));
	return false;
}

enum cutline_status cl_schema_check(struct cutline_catalog *catalog,
				    struct cutline_error *err)
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
		found += is_ours(stmt);
	sqlite3_finalize(stmt);
	if (status != CUTLINE_OK || found == OBJECT_COUNT)
		return status;
	cl_fail(err, CUTLINE_DAMAGED,
		"%s: its tables are not those that cutline makes",
		catalog->path);
	cl_hint(err, "put a backup in its place, or import the folders into a "
		     "new catalog");
	return CUTLINE_DAMAGED;
}
