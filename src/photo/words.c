/* SPDX-License-Identifier: MIT */
#include "photo/words.h"

#include "base/fold.h"

/* Of an ASCII word, or of a character beyond that folds to something: quotes
 * and dashes do not. */
static bool is_inside(struct cl_str text, size_t from, size_t to)
{
	return cl_fold_has_word(cl_str_sub(text, from, to));
}

static bool begins_word(struct cl_str text, size_t at)
{
	size_t from = at;

	while (from > 0 && ((unsigned char)text.ptr[from - 1] & 0xC0) == 0x80)
		from--;
	return !is_inside(text, from > 0 ? from - 1 : 0, at);
}

static bool ends_word(struct cl_str text, size_t at)
{
	size_t to = at + 1;

	while (to < text.len && ((unsigned char)text.ptr[to] & 0xC0) == 0x80)
		to++;
	return !is_inside(text, at, to);
}

size_t cl_words_find(struct cl_str text, struct cl_str words, size_t from)
{
	size_t at = words.len > 0 ? cl_str_find_nocase(text, words, from)
				  : text.len;

	while (at < text.len &&
	       !(begins_word(text, at) && ends_word(text, at + words.len)))
		at = cl_str_find_nocase(text, words, at + 1);
	return at;
}
