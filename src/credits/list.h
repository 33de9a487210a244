/* SPDX-License-Identifier: MIT */
/* A credit list inside: its entries, sorted, and what a style makes of one. */
#ifndef CL_CREDITS_LIST_H
#define CL_CREDITS_LIST_H

#include "base/arena.h"
#include "base/buf.h"
#include "cutline/credits.h"

/* A photo's part in the list. Strings live in the list's arena. */
struct cl_credits_entry {
	int64_t id;
	const char *path;
	const char *file; /* its last part */
	const char *const *creators;
	size_t creator_count;
	const char *const *agencies;
	size_t agency_count;
	const char *line; /* the credit for print; NULL: none */
	bool missing;     /* neither photographer nor agency */
	bool same_file;   /* another photo of the list has this file name */

	/* Made by the style: the heading of the section it stands in, and
	 * the words before its file name; NULL where the style has none. */
	const char *head, *label;
	const char *head_key, *label_key, *file_key; /* folded */
};

/* What distinguishes a style. */
struct cl_credits_rules {
	/* Set head and label of an entry; false when out of memory. */
	bool (*name)(struct cl_arena *arena, struct cl_credits_entry *entry);
	/* A list of files with the credit of each, not of credits with the
	 * files of each. */
	bool files_first;
	const char *no_head; /* heading of those without one, or NULL */
};

struct cutline_credits {
	const struct cl_credits_rules *rules;
	struct cl_arena arena;
	struct cl_credits_entry *entries;
	size_t count, cap;
	size_t missing;
	int64_t *ids; /* of the photos added, a hash table; 0: free */
	size_t id_count, id_cap;
	bool sorted;
};

/* The rules of a style; NULL when there is none of that name. */
const struct cl_credits_rules *cl_credits_rules_find(const char *name);

/* Where pieces go. A writer that meets a failed buffer or a false from write
 * goes on to no effect; the status tells in the end. */
struct cl_credits_sink {
	struct cl_buf buf;
	bool (*write)(void *context, const char *data, size_t len);
	void *context;
	enum cutline_status status;
};

/* Hand on what has gathered; false when the writing is over. */
bool cl_credits_flush(struct cl_credits_sink *sink);

/* One entry after another in the order of the list. */
void cl_credits_write_text(const struct cutline_credits *credits,
			   struct cl_credits_sink *sink);
void cl_credits_write_csv(const struct cutline_credits *credits,
			  struct cl_credits_sink *sink);
void cl_credits_write_json(const struct cutline_credits *credits,
			   struct cl_credits_sink *sink);

#endif
