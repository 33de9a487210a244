/* SPDX-License-Identifier: MIT */
/*
 * Reading back the JSON that the catalog wrote. Total: any bytes in; what is
 * no JSON, or nested deeper than CL_JSON_TREE_DEPTH, gives no tree. Linear in
 * time.
 */
#ifndef CL_CATALOG_JSON_TREE_H
#define CL_CATALOG_JSON_TREE_H

#include "base/arena.h"
#include "base/error.h"

#define CL_JSON_TREE_DEPTH 16

enum cl_node_type {
	CL_NODE_NULL,
	CL_NODE_FALSE,
	CL_NODE_TRUE,
	CL_NODE_NUMBER,
	CL_NODE_STRING,
	CL_NODE_ARRAY,
	CL_NODE_OBJECT,
};

/* A value; members and elements are a list. All lives in the arena. */
struct cl_node {
	enum cl_node_type type;
	size_t count; /* of children */
	const char *key;
	const char *text; /* of a string; the digits of a number */
	struct cl_node *first;
	struct cl_node *next;
};

/* CUTLINE_OK, CUTLINE_FORMAT or CUTLINE_NOMEM. */
CUTLINE_MUST_USE enum cutline_status cl_json_tree_read(struct cl_arena *arena,
						       struct cl_str text,
						       struct cl_node **root);

/* The member of that name, or NULL; node may be NULL or no object. */
const struct cl_node *cl_node_get(const struct cl_node *node, const char *key);

/* A string's text, or NULL; node may be NULL. */
const char *cl_node_text(const struct cl_node *node);

/* A number, or 0. */
int64_t cl_node_int(const struct cl_node *node);
double cl_node_real(const struct cl_node *node);

#endif
