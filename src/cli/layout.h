/* SPDX-License-Identifier: MIT */
/* Text in columns of a terminal, measured as it shows it. */
#ifndef CL_CLI_LAYOUT_H
#define CL_CLI_LAYOUT_H

#include "base/buf.h"

/* Append text on one line: white space folded, controls made visible. */
void cl_layout_line(struct cl_buf *out, struct cl_str text);

/* Append line (made by cl_layout_line()) in at most so many columns, cut and
 * ended with "…" if it is longer. Returns the columns it takes. */
size_t cl_layout_cut(struct cl_buf *out, struct cl_str line, size_t columns);

/* The same, cut in the middle: a file's name is known by its end. */
size_t cl_layout_cut_middle(struct cl_buf *out, struct cl_str line,
			    size_t columns);

/* cl_layout_cut() in exactly so many columns, filled with blanks. */
void cl_layout_cell(struct cl_buf *out, struct cl_str line, size_t columns);

/* Columns of text as it is shown: controls made visible, white space as it
 * is. */
size_t cl_layout_width(struct cl_str text);

/* One row of a text that is broken between words, beside wide characters, or
 * where it must be: bytes at to the result, at most so many columns, runs of
 * white space counting one. *next is where the next row begins, text.len after
 * the last. text ends in no white space, and none is at at. Columns at least
 * 12. */
size_t cl_layout_row(struct cl_str text, size_t at, size_t columns,
		     size_t *next);

/* Print line (made by cl_layout_line()) broken between words; every row after
 * the first starts indent columns in. The first starts where the cursor is,
 * which is taken to be indent too. */
void cl_layout_wrap(struct cl_str line, size_t indent, size_t columns);

#endif
