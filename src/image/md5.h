/* SPDX-License-Identifier: MIT */
/* MD5 (RFC 1321), for the IPTCDigest alone: Photoshop stores the sum of the
 * IIM block beside it. Not for security. */
#ifndef CL_IMAGE_MD5_H
#define CL_IMAGE_MD5_H

#include "base/str.h"

void cl_md5(struct cl_str bytes, uint8_t sum[16]);

#endif
