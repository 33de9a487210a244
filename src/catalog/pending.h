/* SPDX-License-Identifier: MIT */
/*
 * Changes of the full-text index that wait for their batch to end: words to be
 * put in, and words to be taken out, which need the same text. FTS5 writes out
 * what it holds whenever a rowid is lower than the last, and before many a
 * statement that has nothing to do with it, so a batch's changes go in together
 * and sorted by rowid: that made putting in photos of mixed dates several
 * times as fast. Words that are taken back while they wait cost nothing.
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
	bool take_out;
	struct cl_words words;
};

/* Where in the list the words to be put in of a photo are, by id. */
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

/* Add words to be put in of a photo that has none in the list; NULL when out of
 * memory. */
struct cl_pending_photo *cl_pending_add(struct cl_pending *pending, int64_t id);

/* Add words to be taken out. */
struct cl_pending_photo *cl_pending_add_removal(struct cl_pending *pending,
						int64_t id);

/* The words to be put in of a photo, or NULL. */
struct cl_pending_photo *cl_pending_find(const struct cl_pending *pending,
					 int64_t id);

/* Take them back. */
void cl_pending_remove(struct cl_pending *pending, int64_t id);

/* Sort by `sort`, taking out before putting in; only reading and clearing may
 * follow. */
void cl_pending_sort(struct cl_pending *pending);

void cl_pending_clear(struct cl_pending *pending);
void cl_pending_release(struct cl_pending *pending);

#endif
