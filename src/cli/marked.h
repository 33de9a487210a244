/* SPDX-License-Identifier: MIT */
/* A text with its parts marked, for a terminal. */
#ifndef CL_CLI_MARKED_H
#define CL_CLI_MARKED_H

#include "cli/marks.h"

/* Print text in rows of at most so many columns (12 or more), indent more to
 * their left, and under each row what its marked parts are. The marks are in
 * the order of cl_marks_of(). Takes time linear in text and marks. */
void cl_print_marked(struct cl_str text, const struct cl_mark *marks,
		     size_t count, size_t indent, size_t columns);

/* The same without marks, where the cursor is at indent already. Returns the
 * columns of the last row, which is not ended. */
size_t cl_print_rows(struct cl_str text, size_t indent, size_t columns);

#endif
