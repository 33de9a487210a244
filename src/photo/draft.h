/* SPDX-License-Identifier: MIT */
/*
 * A photo in the making: every value some source gives a field, a candidate,
 * until one of them is chosen. What runs out of memory sets failed and yields
 * NULL, so that steps read straight on and the builder asks once, at the end.
 */
#ifndef CL_PHOTO_DRAFT_H
#define CL_PHOTO_DRAFT_H

#include "base/arena.h"
#include "cutline/photo.h"
#include "photo/tags.h"

enum cl_standing {
	CL_STANDS, /* may be chosen */
	CL_CUT,    /* its end is lost: chosen only when nothing whole is */
	CL_OUT,    /* never chosen: a placeholder, a camera's own text */
};

/* Where a sidecar's value stands to the picture's own of its kind. */
enum cl_place {
	CL_BEFORE = -1,
	CL_AMONG = 0, /* the picture's own */
	CL_BEHIND = 1,
};

/* How far down the list of its block a value stands: cl_source's levels, then
 * these. */
enum {
	CL_LEVEL_DERIVED = 4, /* says it by the way: a code a country */
	CL_LEVEL_BLOCK = 16,  /* in a second block of its kind, and so on */
};

/* So many items of a list are compared with those of another; a file made to
 * hold thousands costs no more. */
#define CL_COMPARE_MAX 64

struct cl_candidate {
	struct cutline_photo_value value;
	const char *const *notes;       /* beside what is read, or NULL */
	const struct cl_source *source; /* NULL for the caption's */
	enum cl_source_block block;
	unsigned level;
	enum cl_standing standing;
	bool is_sidecar;
	enum cl_place place;
	bool at_limit; /* an item fills its IIM dataset */
	struct cutline_date date;
	struct cutline_moment moment;
	double latitude, longitude; /* of a position */
	size_t next; /* of the same field, its number plus 1; 0: none */
};

struct cl_credit_memo;

struct cl_draft {
	const struct cutline_image *image;
	struct cutline_photo *photo;
	struct cl_arena *arena; /* the photo's */
	const char *path;       /* in it */
	struct cl_candidate *candidates;
	size_t count, capacity;
	/* For each field its first candidate, its last, and the chosen one:
	 * their numbers plus 1; 0: none. */
	size_t first[CUTLINE_PHOTO_FIELDS];
	size_t last[CUTLINE_PHOTO_FIELDS];
	size_t chosen[CUTLINE_PHOTO_FIELDS];
	struct cutline_caption *caption; /* the chosen text, read; or NULL */
	struct cl_credit_memo *credits;
	bool edits_are_dated; /* both the picture's and its sidecar's */
	bool sidecar_is_old;  /* the picture's is later */
	bool failed;
};

void cl_draft_init(struct cl_draft *d, const struct cutline_image *image,
		   struct cutline_photo *photo, const char *path);
void cl_draft_release(struct cl_draft *d);

/* A further candidate, empty but for field and location; pointers to earlier
 * ones are void after it. NULL when out of memory. */
struct cl_candidate *cl_draft_add(struct cl_draft *d, enum cutline_field field);

/* The candidates of a field, one after the other, NULL after the last; begins
 * with NULL. */
struct cl_candidate *cl_draft_next(const struct cl_draft *d,
				   enum cutline_field field,
				   const struct cl_candidate *after);

/* A further candidate that the same tag gives another field. */
struct cl_candidate *cl_draft_derive(struct cl_draft *d, size_t from,
				     enum cutline_field field, unsigned level);

char *cl_draft_dup(struct cl_draft *d, struct cl_str s);
const char **cl_draft_list(struct cl_draft *d, size_t count);

/* Copy a list of parsed values. */
const char *const *cl_draft_texts(struct cl_draft *d,
				  const struct cutline_values *values);

/* Set what is read in c; forgotten when it is what c's items say already. */
void cl_candidate_read(struct cl_candidate *c, const char *const *read,
		       size_t count);
void cl_candidate_read_one(struct cl_draft *d, struct cl_candidate *c,
			   const char *text);

/* Take c out of the choice. */
void cl_candidate_drop(struct cl_candidate *c, const char *why);

/* What c comes to: read if there is one, else its items. */
const char *const *cl_candidate_says(const struct cl_candidate *c,
				     size_t *count);

/* The first of these, or "". */
struct cl_str cl_candidate_first(const struct cl_candidate *c);

#endif
