/* SPDX-License-Identifier: MIT */
#ifndef CL_CATALOG_BATCH_H
#define CL_CATALOG_BATCH_H

#include "base/error.h"
#include "catalog/handle.h"

/* Refuse when no batch has begun. */
CUTLINE_MUST_USE enum cutline_status
cl_batch_require(struct cutline_catalog *catalog, struct cutline_error *err);

#endif
