/* SPDX-License-Identifier: MIT */
#ifndef CUTLINE_TESTS_IMAGE_MEASURE_H
#define CUTLINE_TESTS_IMAGE_MEASURE_H

#include <stdbool.h>

#include "cutline/status.h"

/* What reading one file costs, in a process of its own. */
struct measured {
	double seconds; /* the processor's, user's and system's */
	double mib;     /* the most memory at a time, all of the process */
	enum cutline_status status;
	bool died;
};

/* The bounds that hold for every file, however it was made. Sanitizers slow
 * everything down and keep memory back, so that less can be said there. */
#if defined(__SANITIZE_ADDRESS__)
# define MEASURE_SANITIZED 1
#elif defined(__has_feature)
# if __has_feature(address_sanitizer)
#  define MEASURE_SANITIZED 1
# endif
#endif
#ifdef MEASURE_SANITIZED
# define MEASURE_SECONDS 2.0
# define MEASURE_MIB 2048.0
#else
# define MEASURE_SECONDS 0.1
# define MEASURE_MIB 64.0
#endif

/* Read a file's metadata; false when that could not be tried. */
bool measure_read(const char *path, struct measured *out);

/* What is wrong with the costs; NULL when nothing. */
const char *measure_judge(const struct measured *m);

#endif
