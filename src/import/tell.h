/* SPDX-License-Identifier: MIT */
/* What an import counts and tells while it runs. */
#ifndef CL_IMPORT_TELL_H
#define CL_IMPORT_TELL_H

#include "cutline/import.h"

struct cl_teller {
	const struct cutline_import_events *events;
	struct cutline_import_counts *counts;
	int64_t told_ns; /* when progress was told last */
};

/* A clock that is never set. */
int64_t cl_clock_ns(void);

void cl_tell_failed(struct cl_teller *t, const char *path, const char *why);
void cl_tell_warnings(struct cl_teller *t, const char *path,
		      const struct cutline_photo *photo);
void cl_tell_progress(struct cl_teller *t); /* now and then */

/* Does the caller want the import to stop? */
bool cl_tell_stop(const struct cl_teller *t);

#endif
