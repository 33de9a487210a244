/* SPDX-License-Identifier: MIT */
#ifndef CL_PHOTO_WORDS_H
#define CL_PHOTO_WORDS_H

#include "base/str.h"

/* Where the words stand in text at or after from, whatever their case, with no
 * letter or figure right before or behind them; text.len when nowhere. */
size_t cl_words_find(struct cl_str text, struct cl_str words, size_t from);

#endif
