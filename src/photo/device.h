/* SPDX-License-Identifier: MIT */
#ifndef CL_PHOTO_DEVICE_H
#define CL_PHOTO_DEVICE_H

#include "base/str.h"
#include "cutline/field.h"
#include "cutline/image.h"

/* Did a camera or program write this text, and no person: "SONY DSC"? */
bool cl_is_device_text(const struct cutline_image *image,
		       enum cutline_field field, struct cl_str text);

#endif
