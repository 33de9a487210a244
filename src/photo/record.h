/* SPDX-License-Identifier: MIT */
/*
 * A photo record and the arena it lives in. Whoever fills a record (the
 * building below, the catalog) takes its strings and arrays from there.
 */
#ifndef CL_PHOTO_RECORD_H
#define CL_PHOTO_RECORD_H

#include "base/arena.h"
#include "cutline/photo.h"

struct cl_photo_record {
	struct cutline_photo photo; /* first: the public pointer is this one */
	struct cl_arena arena;
};

/* An empty record, for cutline_photo_free(); NULL when out of memory. */
struct cutline_photo *cl_photo_new(void);

/* The arena of a record made by cl_photo_new(). */
struct cl_arena *cl_photo_arena(struct cutline_photo *photo);

#endif
