/* SPDX-License-Identifier: MIT */
/*
 * Writing in batches: so many files or seconds a commit. A batch that the
 * system refuses leaves the counts as they were at the last commit.
 */
#ifndef CL_IMPORT_BATCH_H
#define CL_IMPORT_BATCH_H

#include "cutline/import.h"

struct cl_import_batch {
	struct cutline_catalog *catalog; /* NULL: nothing is written */
	struct cutline_import_counts *counts;
	struct cutline_import_counts committed;
	bool open;
	unsigned files;
	int64_t began_ns;
};

/* Begin, unless one is open. */
CUTLINE_MUST_USE enum cutline_status
cl_import_batch_begin(struct cl_import_batch *b, struct cutline_error *err);

CUTLINE_MUST_USE enum cutline_status
cl_import_batch_commit(struct cl_import_batch *b, struct cutline_error *err);

/* One file more; commits when it is time. */
CUTLINE_MUST_USE enum cutline_status
cl_import_batch_file(struct cl_import_batch *b, struct cutline_error *err);

/* Roll back what is open. */
void cl_import_batch_give_up(struct cl_import_batch *b);

#endif
