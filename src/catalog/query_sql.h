/* SPDX-License-Identifier: MIT */
/*
 * A query as SQL. No byte of the query stands in the SQL: every text, number
 * and full-text expression is a bound parameter, and in the full-text
 * expressions words stand in quotes, between names of columns that are ours.
 */
#ifndef CL_CATALOG_QUERY_SQL_H
#define CL_CATALOG_QUERY_SQL_H

#include "catalog/query.h"

/* A parameter: text, or a number when text.ptr is NULL. */
struct cl_sql_value {
	struct cl_str text;
	int64_t number;
};

/* The parts of a statement over photos, `p`, and their words, `words`. */
struct cl_sql {
	struct cl_arena arena;
	struct cl_str with;  /* "WITH … " or empty */
	struct cl_str from;  /* what follows FROM */
	struct cl_str where; /* a condition, never empty */
	bool ranked;         /* `words` is in FROM, with a MATCH in WHERE */
	bool words_only;     /* the MATCH is all of WHERE */
	struct cl_sql_value *values; /* of ?1, ?2, … */
	size_t value_count;
};

/* Compile a query; sql is all zero and to be released in any case. Fails with
 * CUTLINE_NOMEM only. */
CUTLINE_MUST_USE enum cutline_status
cl_sql_compile(struct cl_sql *sql, const struct cutline_query *query,
	       struct cutline_error *err);

void cl_sql_release(struct cl_sql *sql);

#endif
