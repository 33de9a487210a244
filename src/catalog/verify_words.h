/* SPDX-License-Identifier: MIT */
#ifndef CL_CATALOG_VERIFY_WORDS_H
#define CL_CATALOG_VERIFY_WORDS_H

#include "base/error.h"
#include "catalog/handle.h"

/* Build the full-text index once more, in a temporary database, and count the
 * places (a word in a column of a photo) that only one of the two has. */
CUTLINE_MUST_USE enum cutline_status
cl_verify_words(struct cutline_catalog *catalog, uint64_t *differing,
		struct cutline_error *err);

#endif
