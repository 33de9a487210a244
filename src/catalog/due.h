/* SPDX-License-Identifier: MIT */
/*
 * Photos whose files have changed in this batch and whose rows, words and names
 * are due to be written anew. That happens once for each, before the batch is
 * committed or anything is searched, however many of its files change: of a
 * picture with ten thousand copies each would otherwise be paid for with a look
 * at all.
 */
#ifndef CL_CATALOG_DUE_H
#define CL_CATALOG_DUE_H

#include "base/error.h"
#include "catalog/handle.h"

/* Note a photo, and take its words and names out of the index. This comes
 * before the change, since the index stores no text. 0 is no photo. */
CUTLINE_MUST_USE enum cutline_status cl_due_add(struct cutline_catalog *catalog,
						int64_t id,
						struct cutline_error *err);

/* Whether a photo is due: without words in the index, perhaps without a file
 * that speaks for it, or without any. */
bool cl_due_has(const struct cutline_catalog *catalog, int64_t id);

/* Say that it is not any more. */
void cl_due_done(struct cutline_catalog *catalog, int64_t id);

/* Write all anew that is due. */
CUTLINE_MUST_USE enum cutline_status
cl_due_settle(struct cutline_catalog *catalog, struct cutline_error *err);

/* Forget what is due: after a rollback. */
void cl_due_forget(struct cutline_catalog *catalog);

#endif
