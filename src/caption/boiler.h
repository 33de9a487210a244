/* SPDX-License-Identifier: MIT */
#ifndef CL_CAPTION_BOILER_H
#define CL_CAPTION_BOILER_H

#include "caption/parse.h"

/* Find restrictions, references and boilerplate, and claim them. */
void cl_boiler_find(struct cl_parse *p);

#endif
