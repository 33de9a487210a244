/* SPDX-License-Identifier: MIT */
#ifndef CL_BASE_ERROR_H
#define CL_BASE_ERROR_H

#include "cutline/status.h"

/*
 * Fill err (NULL allowed) and return status, so that a function can set and
 * return in one line. Text too long for err is cut at a character; control
 * characters in it become visible escapes, since it will meet a terminal.
 */
enum cutline_status cl_fail(struct cutline_error *err,
			    enum cutline_status status, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* The same for CUTLINE_NOMEM, which needs no other words. */
enum cutline_status cl_nomem(struct cutline_error *err);

/* Add what to do now to an error just filled. */
void cl_hint(struct cutline_error *err, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* What a person can do about an errno value; a constant, never NULL. */
const char *cl_errno_advice(int code);

#endif
