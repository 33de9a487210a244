/* SPDX-License-Identifier: MIT */
#include "catalog/due.h"

#include "base/alloc.h"
#include "catalog/index.h"
#include "catalog/path.h"
#include "catalog/photo_row.h"

static bool append(struct cl_due *due, int64_t id)
{
	if (due->count == due->room) {
		size_t room = due->room ? due->room * 2 : 64;
		int64_t *ids = cl_realloc(due->ids, room * sizeof(*ids));

		if (!ids)
			return false;
		due->ids = ids;
		due->room = room;
	}
	due->ids[due->count++] = id;
	return true;
}

enum cutline_status cl_due_add(struct cutline_catalog *catalog, int64_t id,
			       struct cutline_error *err)
{
	enum cutline_status status;

	if (id == 0 || cl_due_has(catalog, id))
		return CUTLINE_OK;
	status = cl_index_remove(catalog, id, err);
	if (status != CUTLINE_OK)
		return status;
	if (!append(&catalog->due, id) || !cl_seen_add(&catalog->due.set, id))
		return cl_nomem(err);
	return CUTLINE_OK;
}

bool cl_due_has(const struct cutline_catalog *catalog, int64_t id)
{
	return catalog->due.count > 0 && cl_seen_has(&catalog->due.set, id);
}

void cl_due_done(struct cutline_catalog *catalog, int64_t id)
{
	cl_seen_drop(&catalog->due.set, id);
}

enum cutline_status cl_due_settle(struct cutline_catalog *catalog,
				  struct cutline_error *err)
{
	struct cl_due *due = &catalog->due;
	enum cutline_status status = CUTLINE_OK;

	for (size_t i = 0; i < due->count && status == CUTLINE_OK; i++)
		if (cl_seen_has(&due->set, due->ids[i]))
			status = cl_photo_refresh(catalog, due->ids[i], err);
	if (status == CUTLINE_OK)
		due->count = 0;
	return status;
}

void cl_due_forget(struct cutline_catalog *catalog)
{
	struct cl_due *due = &catalog->due;

	for (size_t i = 0; i < due->count; i++)
		cl_seen_drop(&due->set, due->ids[i]);
	due->count = 0;
}
