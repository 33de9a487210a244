/* SPDX-License-Identifier: MIT */
#ifndef CL_CAPTION_NAME_H
#define CL_CAPTION_NAME_H

#include "caption/parse.h"

/* The token after the run of a name's words that begins at i; i when none. */
uint32_t cl_name_end(const struct cl_parse *p, uint32_t i, uint32_t limit);

/* Where in a run the name itself begins: after titles, ranks, roles, teams. */
uint32_t cl_name_start(const struct cl_parse *p, uint32_t from, uint32_t to);

/* Can it be a person's name? titled: a title or role stands before it, or a
 * position after it. */
bool cl_name_like(const struct cl_parse *p, uint32_t from, uint32_t to,
		  bool titled);

#endif
