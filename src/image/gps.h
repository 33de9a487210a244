/* SPDX-License-Identifier: MIT */
#ifndef CL_IMAGE_GPS_H
#define CL_IMAGE_GPS_H

#include <libexif/exif-content.h>

#include "image/record.h"

/* Set the record's position from the GPS directory, if it holds one. */
void cl_gps_set(struct cl_record *r, ExifContent *gps, ExifByteOrder order);

#endif
