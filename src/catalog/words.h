/* SPDX-License-Identifier: MIT */
/*
 * The text that the full-text index gets. Between two items of a field stands
 * a character for private use, so that no phrase runs from one name into the
 * next; another stands before a country's code, so that the word "it" does not
 * find all of Italy. FTS5's tokenizer counts both as letters.
 */
#ifndef CL_CATALOG_WORDS_H
#define CL_CATALOG_WORDS_H

#include <sqlite3.h>

#include "base/buf.h"
#include "catalog/columns.h"
#include "cutline/photo.h"

struct cutline_catalog;

#define CL_WORDS_BREAK " \xEE\x80\x80 "   /* U+E000 */
#define CL_WORDS_CODE_MARK "\xEE\x80\x81" /* U+E001 */

/* Where the columns of one photo stand in a buffer, one after the other. */
struct cl_words {
	size_t start;
	size_t ends[CL_WORDS_COLUMN_COUNT];
};

/* Append the columns of a photo's fields; the files' names are missing yet. */
void cl_words_begin(struct cl_buf *out, struct cl_words *words,
		    const struct cutline_photo *photo);

/* Add a file's name to the last column. */
void cl_words_add_name(struct cl_buf *out, struct cl_words *words,
		       struct cl_str name);

/* Bind the columns from parameter `at` on. */
void cl_words_bind(struct cutline_catalog *catalog, const struct cl_buf *text,
		   const struct cl_words *words, sqlite3_stmt *stmt, int at);

#endif
