/* SPDX-License-Identifier: MIT */
#ifndef CL_IMAGE_IIM_H
#define CL_IMAGE_IIM_H

#include "image/record.h"

/* Read IIM datasets into the record as its next IIM block. */
void cl_iim_read(struct cl_record *r, struct cl_str bytes);

/* Read Photoshop's image resources: the IIM blocks in them, and the digest. */
void cl_irb_read(struct cl_record *r, struct cl_str bytes);

/* When all blocks are read: see whether the digest fits the first. */
void cl_irb_check_digest(struct cl_record *r);

#endif
