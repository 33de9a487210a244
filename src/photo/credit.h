/* SPDX-License-Identifier: MIT */
#ifndef CL_PHOTO_CREDIT_H
#define CL_PHOTO_CREDIT_H

#include "photo/draft.h"

/* Read by-lines, a credit or a source out of credit fields; the answer lives
 * until cl_draft_forget_credits(). NULL when out of memory. */
const struct cutline_caption *
cl_draft_parse_credit(struct cl_draft *d,
		      const struct cutline_credit_fields *fields);
void cl_draft_forget_credits(struct cl_draft *d);

/* Read a by-line, credit or source: its names, and a further candidate for
 * what else it names. */
void cl_draft_read_credit(struct cl_draft *d, size_t at);

/* Once all is chosen: one credit out of the chosen by-line, credit and source,
 * its line and its agencies. */
void cl_draft_join_credit(struct cl_draft *d);

#endif
