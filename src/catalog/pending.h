/* SPDX-License-Identifier: MIT */
/*
 * Words that wait for their batch to end. FTS5 writes out what it holds
 * whenever a rowid is lower than the last, so a batch's words go in sorted by
 * rowid: that made putting in photos of mixed dates several times as fast.
 * A photo that changes again meanwhile costs nothing in the index.
 */
#ifndef CL_CATALOG_PENDING_H
#define CL_CATALOG_PENDING_H

#include "base/buf.h"
#include "catalog/words.h"

/* So much text waits at most. */
#define CL_PENDING_MAX (32u << 20)

/* The words of one photo; sort may change while they wait. */
struct cl_pending_photo {
	int64_t id; /* 0: taken back */
	int64_t sort;
	struct cl_words words;
};

/* A photo's place in the list, by id. */
struct cl_pending_key {
	int64_t id;
	size_t at;
};

/* All zero but for the buffer's limit is an empty list. */
struct cl_pending {
	struct cl_pending_photo *photos;
	struct cl_pending_key *keys; /* sorted */
	size_t count;
	size_t key_count;
	size_t room;
	struct cl_buf text;
};

/* Add a photo, which is not in the list, whose words end the text; NULL when
 * out of memory. */
struct cl_pending_photo *cl_pending_add(struct cl_pending *pending, int64_t id);

/* The photo of that id, or NULL. */
struct cl_pending_photo *cl_pending_find(const struct cl_pending *pending,
					 int64_t id);

/* Take a photo back. */
void cl_pending_remove(struct cl_pending *pending, int64_t id);

/* Sort by `sort`; only reading and clearing may follow. */
void cl_pending_sort(struct cl_pending *pending);

void cl_pending_clear(struct cl_pending *pending);
void cl_pending_release(struct cl_pending *pending);

#endif
