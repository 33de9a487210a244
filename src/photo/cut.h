/* SPDX-License-Identifier: MIT */
#ifndef CL_PHOTO_CUT_H
#define CL_PHOTO_CUT_H

#include "photo/draft.h"

/* Judge by the others of its field whether c has lost its end, and set it
 * behind them if so. */
void cl_cut_judge(struct cl_draft *d, struct cl_candidate *c);

/* Does one of b's items begin with the whole of a's at the same place, and go
 * on? */
bool cl_cut_goes_on(const struct cl_candidate *a, const struct cl_candidate *b);

#endif
