/* SPDX-License-Identifier: MIT */
/*
 * Standard error: what the program has to say beside its results. Whatever a
 * message quotes, names of files above all, is made visible and takes one
 * line.
 */
#ifndef CL_CLI_SAY_H
#define CL_CLI_SAY_H

#include "base/str.h"
#include "cutline/status.h"

void cl_say_init(bool quiet);

/* "cutline: …": something went wrong; said even when quiet. */
void cl_say_problem(const char *format, ...)
	__attribute__((format(printf, 1, 2)));

/* "hint: …": what to do now. */
void cl_say_hint(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* A text and, under its byte at, a mark: where reading stopped. */
void cl_say_place(struct cl_str text, size_t at);

/* An error of the library: its text, and its hint if it has one. */
void cl_say_error(const struct cutline_error *err);

/* What can be done about an errno value, as a hint. */
void cl_say_errno_hint(int code);

/* A remark, dropped when quiet. */
void cl_say_note(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* A line that the next one overwrites; only on a terminal, not when quiet. */
bool cl_say_shows_progress(void);
void cl_say_progress(const char *format, ...)
	__attribute__((format(printf, 1, 2)));
void cl_say_progress_done(void);

bool cl_say_is_terminal(void);

#endif
