/* SPDX-License-Identifier: MIT */
/*
 * What one file says of its photo, as it stands in the table `record`: JSON in
 * two columns, both written from a struct cutline_photo and read back into one.
 *
 * chosen: what a list of hits shows,
 *
 *	{"type":"jpeg","width":1600,"height":1067,"orientation":1,
 *	 "date":"2023-04-17","captured":"2023-04-17T14:03:22","gps":[43.5,7.0],
 *	 "fields":{"creators":{"items":["Ana Lima"],"origin":"iim:By-line"}},
 *	 "credit":{"line":"Ana Lima/AFP","parts":[["creator","Ana Lima"]]},
 *	 "conflicts":["date_created"],"warnings":[]}
 *
 * sources: every value of every field,
 *
 *	[{"s":12,"chosen":true},{"s":31,"like":0},{"s":7,"items":["ANA LIMA"],
 *	  "read":["Ana Lima"],"confidence":0.9,"start":3,"end":9}]
 *
 * where "s" is the row of the table `source` that says field, origin and why.
 * Items that are those chosen for the field are left out, and those of an
 * earlier value of the field are named by its number ("like"), so that a
 * caption which stands in three blocks stands here once. No confidence means 1.
 */
#ifndef CL_CATALOG_RECORD_H
#define CL_CATALOG_RECORD_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/error.h"
#include "cutline/photo.h"

void cl_record_write(struct cl_buf *out, const struct cutline_photo *photo);

/* ids: beside each value its row in `source`. */
void cl_record_write_sources(struct cl_buf *out,
			     const struct cutline_photo *photo,
			     const int64_t *ids);

/* Fill a photo's fields from `chosen`; strings come from the arena. Fails with
 * CUTLINE_DAMAGED or CUTLINE_NOMEM. */
CUTLINE_MUST_USE enum cutline_status cl_record_read(struct cutline_photo *photo,
						    struct cl_arena *arena,
						    struct cl_str chosen);

/* Values, to be appended to those of other files. */
struct cl_record_values {
	struct cutline_photo_value *items;
	size_t count;
};

/* Whoever knows the rows of `source`: fill a value's field, origin and why;
 * false when that fails. */
struct cl_record_lookup {
	bool (*call)(void *context, int64_t id, struct cl_arena *arena,
		     struct cutline_photo_value *value);
	void *context;
};

/* Read `sources` of a file; photo holds what that file chose. */
CUTLINE_MUST_USE enum cutline_status
cl_record_read_sources(struct cl_record_values *values, struct cl_arena *arena,
		       struct cl_str sources, const struct cutline_photo *photo,
		       const struct cl_record_lookup *lookup);

#endif
