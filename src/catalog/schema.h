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
#include "catalog/handle.h"

#define CL_APPLICATION_ID 0x6375746C /* "cutl" */
#define CL_SCHEMA_VERSION 1

/* The columns of the full-text index: a photo's text fields in the order of
 * cl_words_fields (fields.h), then the distributors of its credit, then its
 * files' names. */
#define CL_WORDS_COLUMNS                                     \
 "creators, agencies, sublocation, city, province_state, "   \
 "country, events, persons, \"references\", restrictions, "  \
 "caption, headline, title, credit_line, copyright_notice, " \
 "country_code, keywords, usage_terms, instructions, "       \
 "licensor, web_statement, source, digital_source_type, "    \
 "alt_text, caption_writer, creator_title, camera, via, file"
#define CL_WORDS_COLUMN_COUNT 29
#define CL_WORDS_VALUES                                         \
 "?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15,?16,?17,?18," \
 "?19,?20,?21,?22,?23,?24,?25,?26,?27,?28,?29,?30"

/* Make all tables, within a transaction. */
CUTLINE_MUST_USE enum cutline_status
cl_schema_create(struct cutline_catalog *catalog, struct cutline_error *err);

/* Check that the tables are those that cl_schema_create() makes, since a
 * stranger's file may hold others of the same names. */
CUTLINE_MUST_USE enum cutline_status
cl_schema_check(struct cutline_catalog *catalog, struct cutline_error *err);

#endif
