/* SPDX-License-Identifier: MIT */
#ifndef CL_IMAGE_XMP_MEND_H
#define CL_IMAGE_XMP_MEND_H

#include "base/buf.h"

/* Larger packets are not mended: such faults are those of small programs, and
 * a packet made to be long must not be gone over twice. */
#define CL_XMP_MEND_MAX ((size_t)256 << 10)

/* The packet as UTF-8 from its first tag on, made in out if it is UTF-16 or
 * UTF-32, with or without a byte order mark; else a part of itself. */
struct cl_str cl_xmp_utf8(struct cl_buf *out, struct cl_str packet);

/* Append to out, which must hold CL_XMP_MENDED_MAX bytes, a packet that an XML
 * parser refused, without what such refusals are for. */
#define CL_XMP_MENDED_MAX (6 * CL_XMP_MEND_MAX)
void cl_xmp_mend(struct cl_buf *out, struct cl_str packet);

#endif
