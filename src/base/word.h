/* SPDX-License-Identifier: MIT */
/*
 * A word in three integers: its bytes, ASCII letters small, and NUL after them.
 * Two words of at most CL_WORD_MAX bytes are the same but for case exactly if
 * their integers are, and three multiplications make a hash of them. Tables of
 * words are made and looked up by it.
 */
#ifndef CL_BASE_WORD_H
#define CL_BASE_WORD_H

#include "base/str.h"

/* Of a longer one the first so many bytes are taken. */
#define CL_WORD_MAX 24

struct cl_word {
	uint64_t part[CL_WORD_MAX / 8]; /* the first byte is the lowest */
	uint32_t hash;
};

struct cl_word cl_word_of(struct cl_str s);

/* A hash of any text, all bytes as they are. */
uint32_t cl_hash_of(struct cl_str s);

#endif
