/* SPDX-License-Identifier: MIT */
#ifndef CL_IMAGE_IIM_H
#define CL_IMAGE_IIM_H

#include "image/record.h"

/* Read IIM datasets into the record as its next IIM block. */
void cl_iim_read(struct cl_record *r, struct cl_str bytes);

/* Read Photoshop's image resources: the IIM blocks in them, and whether the
 * digest beside the first fits it. */
void cl_irb_read(struct cl_record *r, struct cl_str bytes);

#endif
