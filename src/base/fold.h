/* SPDX-License-Identifier: MIT */
/*
 * Folding for comparison: what two spellings of one name have in common. NFKC,
 * case folding, accents dropped, stroke letters and ligatures opened (ł to l,
 * ø to o, ß to ss, æ to ae), quotes and punctuation dropped, dashes and other
 * breaks to one blank, white space folded. Folded text is never shown.
 */
#ifndef CL_BASE_FOLD_H
#define CL_BASE_FOLD_H

#include "base/arena.h"
#include "base/buf.h"

/* Append the folded form of s. */
void cl_fold_add(struct cl_buf *out, struct cl_str s);

/* The folded form in memory the caller has, no NUL added: no allocation. The
 * result is its length; when that exceeds size, out holds only a part. */
size_t cl_fold_to(char *out, size_t size, struct cl_str s);

/* The folded form in an arena, NUL-terminated; NULL when out of memory. */
char *cl_fold_dup(struct cl_arena *arena, struct cl_str s);

/* Equal after folding? Allocates nothing. */
bool cl_fold_eq(struct cl_str a, struct cl_str b);

/* Fold only case, accents and stroke letters and keep everything else: what
 * the full-text index stores and the query asks for. */
void cl_fold_add_search(struct cl_buf *out, struct cl_str s);

/* Whether s has a letter or digit, or a character for private use: something
 * that the full-text index's tokenizer keeps. */
bool cl_fold_has_word(struct cl_str s);

#endif
