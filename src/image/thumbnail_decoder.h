/* SPDX-License-Identifier: MIT */
/*
 * libjpeg-turbo, held so that nothing in a file can hurt: it reads through a
 * source, stops at our limits, says nothing, and comes back with a status.
 */
#ifndef CL_IMAGE_THUMBNAIL_DECODER_H
#define CL_IMAGE_THUMBNAIL_DECODER_H

#include <setjmp.h>
#include <stdio.h>

#include <jpeglib.h>

#include "base/error.h"
#include "image/source.h"

struct cl_decoder {
	struct jpeg_decompress_struct cinfo;
	struct jpeg_error_mgr errors;
	struct jpeg_source_mgr input;
	struct jpeg_progress_mgr progress;
	jmp_buf jump;
	struct cl_source *s;
	int64_t at; /* in the source, behind what libjpeg has */
	bool ended; /* libjpeg goes on without data */
	enum cutline_status status;
	char why[JMSG_LENGTH_MAX];
};

void cl_decoder_init(struct cl_decoder *d, struct cl_source *s);
void cl_decoder_release(struct cl_decoder *d);

/* Call step, which may call libjpeg. False when that, or cl_decoder_stop(),
 * stopped it; status and why then tell. What step allocates by itself must
 * hang on arg, since it may never return. */
bool cl_decoder_run(struct cl_decoder *d,
		    void (*step)(struct cl_decoder *d, void *arg), void *arg);

/* Leave the step that runs. */
__attribute__((noreturn, format(printf, 3, 4))) void
cl_decoder_stop(struct cl_decoder *d, enum cutline_status status,
		const char *format, ...);

/* For a step: read the header and refuse what is beyond the limits of
 * include/cutline/image.h. */
void cl_decoder_read_header(struct cl_decoder *d);

#endif
