/* SPDX-License-Identifier: MIT */
#ifndef CL_PHOTO_PLACEHOLDER_H
#define CL_PHOTO_PLACEHOLDER_H

#include "base/str.h"
#include "cutline/field.h"

/* Does text stand where a value of the field should and is none? */
bool cl_is_placeholder(enum cutline_field field, struct cl_str text);

/* Is it what a camera or program writes as a caption by itself? */
bool cl_is_device_text(struct cl_str text);

#endif
