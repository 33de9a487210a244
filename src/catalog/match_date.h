/* SPDX-License-Identifier: MIT */
/* A function for SQL: date_overlaps(EDTF, EDTF). */
#ifndef CL_CATALOG_MATCH_DATE_H
#define CL_CATALOG_MATCH_DATE_H

#include <sqlite3.h>

/* Make it known to a connection; the result is SQLite's. */
int cl_match_date_register(sqlite3 *db);

#endif
