/* SPDX-License-Identifier: MIT */
/*
 * The parts of a caption that something was read from, each with what a person
 * calls it.
 */
#ifndef CL_CLI_MARKS_H
#define CL_CLI_MARKS_H

#include "base/buf.h"
#include "cli/out.h"
#include "cutline/caption.h"

struct cl_mark {
	struct cutline_span span;
	const char *label; /* ASCII */
	enum cl_style style;
	bool doubted; /* shown by a question mark after the label */
	int rank;     /* of marks of one span only those of the lowest stay */
};

/* The longest label, in columns. */
#define CL_MARK_LABEL_MAX 11

/* What a field is called beside a caption: the query language's short word for
 * one value of it, "venue" for sublocation. */
const char *cl_mark_label(enum cutline_field field);
enum cl_style cl_mark_style(enum cutline_field field);

/* A confidence in percent: at most 99, since nothing is certain; and whether it
 * is so low that a person should look. */
int cl_mark_percent(double confidence);
bool cl_mark_doubted(double confidence);

/* Append a struct cl_mark for each part, by where it starts, of those that
 * start together the shorter first. Returns their number; 0 when the buffer
 * failed. */
size_t cl_marks_of(const struct cutline_caption *caption, struct cl_buf *out);

#endif
