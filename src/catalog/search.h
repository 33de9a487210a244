/* SPDX-License-Identifier: MIT */
/* Statements over the photos a query matches. */
#ifndef CL_CATALOG_SEARCH_H
#define CL_CATALOG_SEARCH_H

#include "catalog/handle.h"
#include "catalog/query_sql.h"

/* Prepare a statement put together of parts, with the values of sql bound,
 * which must outlive it. */
CUTLINE_MUST_USE enum cutline_status
cl_search_prepare(struct cutline_catalog *catalog, const struct cl_sql *sql,
		  const struct cl_str *parts, size_t count, sqlite3_stmt **stmt,
		  struct cutline_error *err);

#endif
