/* SPDX-License-Identifier: MIT */
#ifndef CL_PHOTO_PLACEHOLDER_H
#define CL_PHOTO_PLACEHOLDER_H

#include "base/str.h"
#include "cutline/field.h"

/* Does a text fill a field without saying anything: "see caption", "N/A"? */
bool cl_is_placeholder(enum cutline_field field, struct cl_str text);

/* A text without punctuation and white space at either end. */
struct cl_str cl_bare_words(struct cl_str s);

#endif
