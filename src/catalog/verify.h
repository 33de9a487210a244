/* SPDX-License-Identifier: MIT */
#ifndef CL_CATALOG_VERIFY_H
#define CL_CATALOG_VERIFY_H

#include "base/error.h"
#include "catalog/handle.h"

/* Count what a catalog of whatever version holds. */
CUTLINE_MUST_USE enum cutline_status
cl_verify_count(struct cutline_catalog *catalog,
		struct cutline_catalog_info *info, struct cutline_error *err);

#endif
