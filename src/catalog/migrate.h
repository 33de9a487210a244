/* SPDX-License-Identifier: MIT */
/*
 * Bringing a catalog of an earlier schema to the present one.
 *
 * Nobody asks for it, so it must be safe: nothing is changed before a checked
 * copy of the catalog lies beside it; the change is one transaction, so that
 * whatever happens the catalog is of the one schema or of the other.
 */
#ifndef CL_CATALOG_MIGRATE_H
#define CL_CATALOG_MIGRATE_H

#include "base/error.h"
#include "catalog/handle.h"

/* Bring the catalog, whose schema is of that version, to CL_SCHEMA_VERSION;
 * catalog->upgraded then names the copy. Another program may do the same at
 * that moment. */
CUTLINE_MUST_USE enum cutline_status cl_migrate(struct cutline_catalog *catalog,
						int64_t version,
						struct cutline_error *err);

#endif
