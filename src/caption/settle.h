/* SPDX-License-Identifier: MIT */
#ifndef CL_CAPTION_SETTLE_H
#define CL_CAPTION_SETTLE_H

#include "caption/parse.h"

/* Let the tagger settle the values that the grammars found. owners: of the
 * tokens, as cl_grammars() returned them. */
void cl_settle(struct cl_parse *p, const uint8_t *owners);

/* The parts of the credit by the creators and agencies as they are now. */
void cl_settle_parts(struct cl_parse *p);

#endif
