/* SPDX-License-Identifier: MIT */
#ifndef CL_CAPTION_PEOPLE_H
#define CL_CAPTION_PEOPLE_H

#include "caption/parse.h"

void cl_people_find(struct cl_parse *p);

#endif
