/* SPDX-License-Identifier: MIT */
#ifndef CL_PHOTO_JSON_H
#define CL_PHOTO_JSON_H

#include "base/json.h"
#include "cutline/photo.h"

/* Write a photo as one JSON object, "format" included; all adds "values" and
 * "locations". */
void cl_photo_json(struct cl_json *j, const struct cutline_photo *p, bool all);

#endif
