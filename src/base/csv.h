/* SPDX-License-Identifier: MIT */
/*
 * Writing CSV (RFC 4180): comma, CR LF, quotes where needed. Spreadsheets run
 * a cell that begins with = + - @ (also in full width), TAB, CR or LF as a
 * formula, quoted or not, and honest credits begin so ("-/AFP via Getty
 * Images"). Such a cell gets one ' in front (OWASP ASVS 5.0, 1.2.10); so does
 * one that begins with ' and would look guarded, so that whoever takes one '
 * off what looks guarded has the text back.
 */
#ifndef CL_BASE_CSV_H
#define CL_BASE_CSV_H

#include "base/buf.h"

/* One cell, with the comma that parts it from the one before. first says that
 * it opens a row. Malformed UTF-8 becomes U+FFFD. */
void cl_csv_add(struct cl_buf *out, struct cl_str cell, bool first);
void cl_csv_add_cstr(struct cl_buf *out, const char *cell, bool first);
void cl_csv_end(struct cl_buf *out);

#endif
