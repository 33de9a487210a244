/* SPDX-License-Identifier: MIT */
#ifndef CL_IMAGE_IDENTITY_H
#define CL_IMAGE_IDENTITY_H

#include "image/record.h"
#include "image/source.h"

/* Where image data lies in a file, in the order of the picture. */
struct cl_extent {
	int64_t offset, len;
};

/* More pieces than this are left out of the identity. */
#define CL_EXTENTS_MAX 65536

struct cl_extents {
	struct cl_extent *list; /* owned */
	size_t count, cap;
	bool failed;
};

void cl_extents_add(struct cl_extents *e, int64_t offset, int64_t len);
void cl_extents_release(struct cl_extents *e);

/* Set the record's identity. */
void cl_identity_set(struct cl_record *r, struct cl_source *s,
		     const struct cl_extents *extents);

#endif
