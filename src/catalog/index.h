/* SPDX-License-Identifier: MIT */
/* What a photo can be found by: its words and its names. */
#ifndef CL_CATALOG_INDEX_H
#define CL_CATALOG_INDEX_H

#include "base/error.h"
#include "catalog/handle.h"

/* Put a photo's words (at the rowid `sort`) and names in; its locations must
 * be in the catalog. */
CUTLINE_MUST_USE enum cutline_status
cl_index_add(struct cutline_catalog *catalog, int64_t id, int64_t sort,
	     const struct cutline_photo *photo, struct cutline_error *err);

/* Take them out. The index stores no text, so this must come before anything
 * is changed that cl_index_add() looked at; see due.h. */
CUTLINE_MUST_USE enum cutline_status
cl_index_remove(struct cutline_catalog *catalog, int64_t id,
		struct cutline_error *err);

/* Forget what waits: after a rollback. */
void cl_index_forget(struct cutline_catalog *catalog);

/* Give a photo another number in the order: lift it off its old one, then drop
 * it on the new one. */
CUTLINE_MUST_USE enum cutline_status
cl_index_lift(struct cutline_catalog *catalog, int64_t id,
	      struct cutline_error *err);
CUTLINE_MUST_USE enum cutline_status
cl_index_drop(struct cutline_catalog *catalog, int64_t id, int64_t sort,
	      struct cutline_error *err);

/* Give a photo's words to another statement: ?1 gets sort, ?2 to ?30 the
 * columns. */
CUTLINE_MUST_USE enum cutline_status
cl_index_write(struct cutline_catalog *catalog, sqlite3_stmt *stmt, int64_t id,
	       int64_t sort, struct cutline_error *err);

/* Write what is due and put in the words that wait, see due.h and pending.h:
 * before a commit or a search. */
CUTLINE_MUST_USE enum cutline_status
cl_index_flush(struct cutline_catalog *catalog, struct cutline_error *err);

/* Set photo.sort alone. */
CUTLINE_MUST_USE enum cutline_status
cl_index_set_sort(struct cutline_catalog *catalog, int64_t id, int64_t sort,
		  struct cutline_error *err);

/* A number that no photo in the order has. */
int64_t cl_index_aside(int64_t id);

#endif
