/* SPDX-License-Identifier: MIT */
#ifndef CL_IMAGE_SIDECAR_H
#define CL_IMAGE_SIDECAR_H

#include "base/buf.h"
#include "cutline/image.h"

#define CL_SIDECAR_ENDING_LEN 4 /* ".xmp" */
#define CL_SIDECAR_NAMES_MAX 6  /* of cl_sidecar_name() for one picture */

/* Does a name end in ".xmp", in whatever case, with something before it? */
bool cl_is_sidecar_name(struct cl_str name);

/* A name or path without its extension; all of it where it has none. */
struct cl_str cl_sidecar_base(struct cl_str name);

/* Set out to the number n, from 0, of the names that a picture's sidecar may
 * have, in the order they are asked. False when there is none any more. */
bool cl_sidecar_name(struct cl_buf *out, struct cl_str picture, unsigned n);

/* cutline_image_read_sidecar() by a name in the folder at_fd, or AT_FDCWD; path
 * is what the record calls the file. A sidecar that cannot be read is a remark,
 * and *read is false; fails with CUTLINE_NOMEM only. */
CUTLINE_MUST_USE enum cutline_status
cl_sidecar_take(struct cutline_image *image, int at_fd, const char *name,
		const char *path, bool *read, struct cutline_error *err);

#endif
