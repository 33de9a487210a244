/* SPDX-License-Identifier: MIT */
#ifndef CL_IMAGE_INFLATE_H
#define CL_IMAGE_INFLATE_H

#include "base/buf.h"

/*
 * Add to out what a zlib stream (RFC 1950) holds, at most as much as out may
 * still take. False when the stream is damaged, cut off or longer than that;
 * what could be read of it is then in out. Want of memory fails out.
 */
bool cl_inflate(struct cl_str in, struct cl_buf *out);

#endif
