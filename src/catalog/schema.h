/* SPDX-License-Identifier: MIT */
/*
 * The tables of a catalog.
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
#define CL_SCHEMA_VERSION 1

/* Make all tables, within a transaction. */
CUTLINE_MUST_USE enum cutline_status
cl_schema_create(struct cutline_catalog *catalog, struct cutline_error *err);

/* Check that the tables are those that cl_schema_create() makes, since a
 * stranger's file may hold others of the same names. */
CUTLINE_MUST_USE enum cutline_status
cl_schema_check(struct cutline_catalog *catalog, struct cutline_error *err);

#endif
