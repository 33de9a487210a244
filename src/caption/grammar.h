/* SPDX-License-Identifier: MIT */
#ifndef CL_CAPTION_GRAMMAR_H
#define CL_CAPTION_GRAMMAR_H

#include "caption/parse.h"

/* Make tokens of p->text and let every grammar read them. Returns the tokens'
 * owners before the grammars of occasions, places and people claimed any; NULL,
 * and failed, when there is no memory. */
uint8_t *cl_grammars(struct cl_parse *p);

#endif
