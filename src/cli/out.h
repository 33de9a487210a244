/* SPDX-License-Identifier: MIT */
/*
 * Standard output: results and nothing else. What is text of strangers goes
 * through cl_out_text(); colour and layout appear only on a terminal.
 */
#ifndef CL_CLI_OUT_H
#define CL_CLI_OUT_H

#include "base/buf.h"

enum cl_color {
	CL_COLOR_AUTO,
	CL_COLOR_ALWAYS,
	CL_COLOR_NEVER
};

enum cl_style {
	CL_STYLE_PLAIN, /* back to normal */
	CL_STYLE_HEAD,  /* what a record is known by */
	CL_STYLE_FIELD, /* the name of a field */
	CL_STYLE_MINOR, /* what one may skip */
	CL_STYLE_ALERT, /* a conflict, something missing */
	/* What a part of a caption says. */
	CL_STYLE_CREATOR,
	CL_STYLE_AGENCY,
	CL_STYLE_DATE,
	CL_STYLE_PLACE,
	CL_STYLE_EVENT,
	CL_STYLE_PERSON,
	CL_STYLE_LIMIT, /* a restriction */
	CL_STYLE_OTHER,
};

void cl_out_init(enum cl_color color);

bool cl_out_is_terminal(void);
bool cl_out_has_color(void);

/* How wide the terminal is; 80 when that cannot be told. */
size_t cl_out_columns(void);

void cl_out_cstr(const char *ours);
void cl_outf(const char *format, ...) __attribute__((format(printf, 1, 2)));
void cl_out_text(struct cl_str text);
void cl_out_textz(const char *text); /* NULL prints nothing */
void cl_out_style(enum cl_style style);
void cl_out_underlined(enum cl_style style); /* the same, underlined */
void cl_out_spaces(size_t count);

/* Go to a column, from 0, of the row; nothing where there is no terminal that
 * can. */
void cl_out_column(size_t column);

/* Bytes for a program (paths, CSV): as they are in a pipe or a file, made
 * visible on a terminal, line ends excepted. */
void cl_out_data(struct cl_str data);

/* A buffer that found no memory counts as output that could not be written. */
void cl_out_check(const struct cl_buf *buf);

/* cl_out_data() of a buffer, checked. */
void cl_out_buf(const struct cl_buf *buf);

/* A JSON line, and its line end. */
void cl_out_json(struct cl_buf *line);

void cl_out_flush(void);

/* Flush, and say so if anything could not be written. */
bool cl_out_finish(void);

#endif
