/* SPDX-License-Identifier: MIT */
#ifndef CL_BASE_PATH_H
#define CL_BASE_PATH_H

#include "base/buf.h"
#include "base/error.h"

/* Append the absolute form of a path, the one the catalog stores: from the
 * root, without "." parts and doubled or trailing slashes. Links stay as they
 * are, save those before a "..", which only the system can resolve. The path
 * need not exist unless it has a "..". CUTLINE_IO, CUTLINE_NOT_FOUND,
 * CUTLINE_NOMEM. */
CUTLINE_MUST_USE enum cutline_status
cl_path_absolute(const char *path, struct cl_buf *out,
		 struct cutline_error *err);

#endif
