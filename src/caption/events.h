/* SPDX-License-Identifier: MIT */
#ifndef CL_CAPTION_EVENTS_H
#define CL_CAPTION_EVENTS_H

#include "caption/parse.h"

void cl_events_find(struct cl_parse *p);

#endif
