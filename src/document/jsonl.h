/* SPDX-License-Identifier: MIT */
/*
 * Captions as JSON Lines: an object a line, {"text": "…"} with, if known, "id"
 * (a string or a number) and "document_date" (EDTF); or, instead of or beside
 * the text, the credit fields of an image file: "by_line" (a string or a list
 * of them), "credit", "source". A key that is null is absent; others are passed
 * over.
 */
#ifndef CL_DOCUMENT_JSONL_H
#define CL_DOCUMENT_JSONL_H

#include "base/arena.h"
#include "base/error.h"
#include "cutline/caption.h"

/* The longest line read: a caption all of whose characters are escaped. */
#define CL_JSONL_MAX (8u << 20)

/* A line, read. Its strings live in the arena. */
struct cl_jsonl {
	const char *id; /* or NULL */
	bool id_is_number;
	struct cl_str text; /* empty when there is none */
	struct cutline_date document_date;
	struct cutline_credit_fields fields;
};

/* Bytes that are no UTF-8 are read as U+FFFD. CUTLINE_FORMAT, with the reason
 * in a few words, for what is no such object; CUTLINE_LIMIT; CUTLINE_NOMEM. */
CUTLINE_MUST_USE enum cutline_status cl_jsonl_read(struct cl_str line,
						   struct cl_arena *arena,
						   struct cl_jsonl *out,
						   struct cutline_error *err);

#endif
