/* SPDX-License-Identifier: MIT */
/*
 * Statements of the catalog, and what SQLite's result codes mean for a person.
 *
 * A bind that fails is remembered and reported by the next step, so that a
 * row of binds needs no checks of its own. Bound text and blobs must live
 * until the statement is reset.
 */
#ifndef CL_CATALOG_DB_H
#define CL_CATALOG_DB_H

#include "base/error.h"
#include "catalog/handle.h"

/* Report SQLite's result code rc, which is no success. */
enum cutline_status cl_db_fail(struct cutline_catalog *catalog, int rc,
			       struct cutline_error *err);

/* Add to an error, that a catalog is damaged, how a person gets out of it. */
void cl_db_hint_restore(struct cutline_error *err);

/* Run statements that give no rows. */
CUTLINE_MUST_USE enum cutline_status cl_db_exec(struct cutline_catalog *catalog,
						const char *sql,
						struct cutline_error *err);

/* The one number that sql gives; 0 when it gives no row. */
CUTLINE_MUST_USE enum cutline_status
cl_db_number(struct cutline_catalog *catalog, const char *sql, int64_t *number,
	     struct cutline_error *err);

/* A new statement, for sqlite3_finalize(). */
CUTLINE_MUST_USE enum cutline_status
cl_db_prepare(struct cutline_catalog *catalog, struct cl_str sql,
	      sqlite3_stmt **stmt, struct cutline_error *err);

/* The statement kept in a slot, prepared from sql at its first use; reset and
 * unbound. */
CUTLINE_MUST_USE enum cutline_status
cl_db_slot(struct cutline_catalog *catalog, enum cl_slot slot, const char *sql,
	   sqlite3_stmt **stmt, struct cutline_error *err);

void cl_bind_int(struct cutline_catalog *catalog, sqlite3_stmt *stmt, int at,
		 int64_t n);
void cl_bind_text(struct cutline_catalog *catalog, sqlite3_stmt *stmt, int at,
		  struct cl_str s);
void cl_bind_blob(struct cutline_catalog *catalog, sqlite3_stmt *stmt, int at,
		  struct cl_str s);

/* Fetch the next row; after the last, *row is false and the statement reset. */
CUTLINE_MUST_USE enum cutline_status cl_db_step(struct cutline_catalog *catalog,
						sqlite3_stmt *stmt, bool *row,
						struct cutline_error *err);

/* Run to the end, passing over rows, and reset. */
CUTLINE_MUST_USE enum cutline_status cl_db_run(struct cutline_catalog *catalog,
					       sqlite3_stmt *stmt,
					       struct cutline_error *err);

/* The first column of the one row that stmt gives, or 0 for none; reset. */
CUTLINE_MUST_USE enum cutline_status
cl_db_first(struct cutline_catalog *catalog, sqlite3_stmt *stmt,
	    int64_t *number, struct cutline_error *err);

/* A column's bytes, valid until the next step. */
struct cl_str cl_column(sqlite3_stmt *stmt, int at);

/* The longest text the catalog writes or reads as one value. */
#define CL_DB_TEXT_MAX (64u << 20)

#endif
