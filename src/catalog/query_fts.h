/* SPDX-License-Identifier: MIT */
/* The part of a query that the full-text index answers. */
#ifndef CL_CATALOG_QUERY_FTS_H
#define CL_CATALOG_QUERY_FTS_H

#include "catalog/query.h"

/* FTS5's parser has a stack of a hundred symbols; each level takes three. */
#define CL_FTS_DEPTH 16

/* Whether the index alone can answer a tree. A NOT needs something beside it
 * to be taken from. */
bool cl_fts_can(const struct cl_query_node *node);

/* Whether it could also as one child of a new AND or OR. */
bool cl_fts_can_join(const struct cl_query_node *node);

/* Write its expression in FTS5's language. */
void cl_fts_write(struct cl_buf *out, const struct cl_query_node *node);

#endif
