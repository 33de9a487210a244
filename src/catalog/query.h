/* SPDX-License-Identifier: MIT */
/*
 * A query as a tree, between its reading (query.c) and its SQL (query_sql.c).
 */
#ifndef CL_CATALOG_QUERY_H
#define CL_CATALOG_QUERY_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/error.h"
#include "cutline/catalog.h"

enum cl_query_kind {
	CL_QUERY_AND,
	CL_QUERY_OR,
	CL_QUERY_NOT,
	CL_QUERY_TERM,
};

/* What a field of the language asks. */
enum cl_query_ask {
	CL_ASK_WORDS,    /* the full-text index */
	CL_ASK_AGENCY,   /* the same, by other names too */
	CL_ASK_COUNTRY,  /* the same, by name or code */
	CL_ASK_STATE,    /* likewise */
	CL_ASK_CODE,     /* the same, country_code */
	CL_ASK_PLACE,    /* the same, any level */
	CL_ASK_FOLDER,   /* words of a folder's path */
	CL_ASK_DATE,     /* days */
	CL_ASK_CAPTURED, /* days */
	CL_ASK_ADDED,    /* days */
	CL_ASK_HAS,      /* a field */
	CL_ASK_MISSING,  /* a field */
	CL_ASK_CONFLICT, /* a field */
	CL_ASK_ID,       /* a number */
	CL_ASK_TYPE,     /* an image type */
	CL_ASK_NOTHING,  /* a record field one can only ask has: of */
};

/* A field of the query language. */
struct cl_query_field {
	const char *name; /* "" for words without a field */
	enum cl_query_ask ask;
	const char *columns; /* of the full-text index, for CL_ASK_WORDS */
	uint64_t bits;       /* cl_field_bit() of what has: asks; 0: nothing */
};

struct cl_query_node {
	enum cl_query_kind kind;
	struct cl_query_node *first; /* children of AND, OR, NOT */
	struct cl_query_node *next;  /* sibling */
	/* Of a term: */
	struct cl_query_field field;
	struct cl_str text;   /* UTF-8, without quotes and star */
	struct cl_str folded; /* of words: as the index has them */
	bool prefix;
	struct cutline_date date; /* for days */
	int64_t number;           /* CL_ASK_ID */
	uint64_t bits;            /* has, missing, conflict */
};

struct cutline_query {
	struct cl_arena arena;
	struct cl_query_node *root; /* NULL: every photo */
	const char *text;
};

/* Find a field by its name or short word, any case. */
bool cl_query_field_find(struct cl_str name, struct cl_query_field *field);

/* The nearest name to one that is unknown, or NULL. */
const char *cl_query_field_nearest(struct cl_str name);

/* Complete a term of such a field: read its date, number, field name. On
 * failure err says why. */
CUTLINE_MUST_USE enum cutline_status
cl_query_term_read(struct cl_query_node *term, struct cutline_error *err);

/* Write a tree so that reading it again gives the same tree. */
void cl_query_write(struct cl_buf *out, const struct cl_query_node *node);

#endif
