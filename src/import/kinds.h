/* SPDX-License-Identifier: MIT */
#ifndef CL_IMPORT_KINDS_H
#define CL_IMPORT_KINDS_H

#include "cutline/import.h"

/* Does the name end as images of the kinds that are read do (".jpg")? */
bool cl_has_image_name(const char *name);

/* Count a file that is not read by its kind: what its name ends in, in capitals
 * for raw files. */
void cl_kinds_count(struct cutline_import_counts *counts, const char *name,
		    bool raw);

/* Put the most frequent kinds first. */
void cl_kinds_sort(struct cutline_import_counts *counts);

#endif
