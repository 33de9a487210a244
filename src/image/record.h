/* SPDX-License-Identifier: MIT */
/*
 * The record of a picture while it is being filled. Readers add tags and
 * remarks and never ask whether it worked: want of memory is noted once, in
 * failed, and whoever made the record looks at the end.
 */
#ifndef CL_IMAGE_RECORD_H
#define CL_IMAGE_RECORD_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/guess.h"
#include "base/utf8.h"
#include "cutline/date.h"
#include "cutline/image.h"

/* More remarks than this nobody reads. */
#define CL_RECORD_WARNINGS 32

struct cl_record {
	struct cutline_image image; /* first: the public face of it */
	struct cl_arena arena;      /* lives as long as the record */
	struct cl_buf text;         /* for decoding one value */
	struct cutline_tag *tags;
	size_t tag_cap;
	const char *warnings[CL_RECORD_WARNINGS];
	const char *sidecars[CUTLINE_IMAGE_SIDECARS_MAX];
	struct cutline_moment sidecar_dates[CUTLINE_IMAGE_SIDECARS_MAX];
	bool tags_full;
	bool failed; /* out of memory */
	/* The first IIM block and Photoshop's digest of it, borrowed while the
	 * file is read. */
	struct cl_str iim, digest;
	unsigned exif_blocks, iim_blocks, xmp_blocks;
	/* What texts of the present block are in that are not UTF-8. */
	enum cl_encoding fallback;
};

struct cl_record *cl_record_new(void); /* NULL when out of memory */
void cl_record_free(struct cl_record *r);

/* Where a value comes from. name must live as long as the record. */
struct cl_origin {
	const char *name;
	unsigned block;
	bool at_limit;
	/* For the record only; by cl_record_add() from the encoding. */
	bool guessed;
	enum cutline_charset charset;
};

/* Decide on the fallback of a block, kind "EXIF", by its texts; a remark if
 * it is not the usual one or not sure. */
void cl_record_judge(struct cl_record *r, const struct cl_evidence *e,
		     const char *kind);

/* Add a value, which is in the given encoding, without blanks and NULs at its
 * end; an empty one adds nothing. One above CUTLINE_IMAGE_VALUE_MAX is cut at
 * a character, with a remark. */
void cl_record_add(struct cl_record *r, struct cl_origin origin,
		   struct cl_str bytes, enum cl_encoding encoding);

/* The same for a value that does not say what it is in: UTF-8 when it is valid
 * UTF-8, the record's fallback otherwise. A last character cut in two is
 * forgiven if there are whole ones beyond ASCII before it: else it may be a
 * letter of its own. */
void cl_record_add_guessed(struct cl_record *r, struct cl_origin origin,
			   struct cl_str bytes);

/* Text without a last UTF-8 character of which only the beginning is there. */
struct cl_str cl_whole_characters(struct cl_str bytes);

/* Add a remark; what a file says in it is shown visibly. */
void cl_record_warn(struct cl_record *r, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

#endif
