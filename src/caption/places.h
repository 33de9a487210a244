/* SPDX-License-Identifier: MIT */
#ifndef CL_CAPTION_PLACES_H
#define CL_CAPTION_PLACES_H

#include "caption/parse.h"

/* Read tokens from to to, parts of a place from small to large between commas
 * ("Wembley, London, England"), and fill the fields it tells. False, and
 * nothing is changed, when the last part is no place that is known and sure is
 * not set. */
bool cl_place_chain(struct cl_parse *p, uint32_t from, uint32_t to, bool sure,
		    const char *rule);

/* The token after a run of capitalised words that begins at i, with the small
 * words that join them ("Rio de Janeiro"); i when there is none. */
uint32_t cl_run_end(const struct cl_parse *p, uint32_t i, uint32_t limit);

/* Is the text the name of a country, state or city? */
bool cl_is_place(struct cl_str name);

void cl_places_find(struct cl_parse *p);

/* What follows from the stated places. */
void cl_places_infer(struct cl_parse *p);

#endif
