/* SPDX-License-Identifier: MIT */
/*
 * Where text that libxml2 hands out stands in the HTML it came from. libxml2
 * tells lines, not bytes; so a second reader walks the source beside it, past
 * tags and comments, decoding references, and is moved on to each character as
 * it is handed out. The two agree but for damaged markup; there the walker
 * looks a little way ahead and else stays where it is, so that a place is never
 * far off and the time stays linear.
 */
#ifndef CL_DOCUMENT_SOURCE_H
#define CL_DOCUMENT_SOURCE_H

#include "base/str.h"

struct cl_source {
	struct cl_str html;
	size_t at;    /* what comes next */
	size_t start; /* the character found last */
	size_t end;
};

/* Move on to the next character code that is not white space. */
void cl_source_find(struct cl_source *s, uint32_t code);

#endif
