/* SPDX-License-Identifier: MIT */
#include "import/batch.h"

#include "import/tell.h"

enum cutline_status cl_import_batch_begin(struct cl_import_batch *b,
					  struct cutline_error *err)
{
	enum cutline_status status;

	if (b->open || !b->catalog)
		return CUTLINE_OK;
	status = cutline_catalog_begin(b->catalog, err);
	b->open = !status;
	b->files = 0;
	b->began_ns = cl_clock_ns();
	return status;
}

enum cutline_status cl_import_batch_commit(struct cl_import_batch *b,
					   struct cutline_error *err)
{
	enum cutline_status status;

	if (!b->open)
		return CUTLINE_OK;
	status = cutline_catalog_commit(b->catalog, err);
	if (status)
		return status;
	b->open = false;
	b->committed = *b->counts;
	return CUTLINE_OK;
}

enum cutline_status cl_import_batch_file(struct cl_import_batch *b,
					 struct cutline_error *err)
{
	static const unsigned most_files = 2000;
	static const int64_t longest_ns = 2000000000;

	b->files++;
	if (!b->open ||
	    (b->files < most_files && cl_clock_ns() - b->began_ns < longest_ns))
		return CUTLINE_OK;
	return cl_import_batch_commit(b, err);
}

void cl_import_batch_give_up(struct cl_import_batch *b)
{
	if (!b->open)
		return;
	cutline_catalog_rollback(b->catalog);
	b->open = false;
	*b->counts = b->committed;
}
