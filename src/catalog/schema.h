/* SPDX-License-Identifier: MIT */
/*
 * The tables of a catalog; schema_table.c says what each is for.
 *
 * What is read from files can be read again, so none of it is precious; facts
 * that people make get tables of their own. Ids are given by us and never used
 * again, types are STRICT, dates EDTF text beside day numbers, records JSON:
 * another SQL database could hold the same.
 */
#ifndef CL_CATALOG_SCHEMA_H
#define CL_CATALOG_SCHEMA_H

#include "base/error.h"
#include "catalog/columns.h"
#include "catalog/handle.h"

#define CL_APPLICATION_ID 0x6375746C /* "cutl" */
#define CL_SCHEMA_VERSION 2

/* A table, index or view, and in which versions of the schema it is; last 0:
 * in the present one too. */
struct cl_schema_object {
	const char *name;
	int first, last;
	const char *sql;
};

extern const struct cl_schema_object cl_schema_objects[];
extern const size_t cl_schema_object_count;

/* Make all tables, within a transaction. */
CUTLINE_MUST_USE enum cutline_status
cl_schema_create(struct cutline_catalog *catalog, struct cutline_error *err);

/* Bring the tables of a version to the next, within a transaction. */
CUTLINE_MUST_USE enum cutline_status
cl_schema_step(struct cutline_catalog *catalog, int from,
	       struct cutline_error *err);

/* Check that the tables are those of a version, since a stranger's file may
 * hold others of the same names. */
CUTLINE_MUST_USE enum cutline_status
cl_schema_check(struct cutline_catalog *catalog, int version,
		struct cutline_error *err);

#endif
