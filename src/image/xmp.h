/* SPDX-License-Identifier: MIT */
#ifndef CL_IMAGE_XMP_H
#define CL_IMAGE_XMP_H

#include "image/record.h"

#define CL_XMP_GUID_MAX 40

/* Read an XMP packet into the record as part of its present XMP block. guid,
 * unless NULL, gets the value of xmpNote:HasExtendedXMP if there is one and it
 * fits. */
void cl_xmp_read(struct cl_record *r, struct cl_str packet,
		 char guid[CL_XMP_GUID_MAX]);

#endif
