/* SPDX-License-Identifier: MIT */
/* The parts of cl_observe(): each fills one set of bits of the first count
 * tokens. */
#ifndef CL_CAPTION_OBSERVE_H
#define CL_CAPTION_OBSERVE_H

#include "caption/tagger.h"

/* CL_SEE_NAMES. */
void cl_see_known(const struct cl_parse *p, struct cl_seen *seen,
		  uint32_t count);

/* CL_SEE_STANCE; the runs of capitals are seen already. */
void cl_see_stance(struct cl_parse *p, const uint8_t *owners,
		   struct cl_seen *seen, uint32_t count);

#endif
