/* SPDX-License-Identifier: MIT */
/**
 * @file
 * The library's version.
 */
#ifndef CUTLINE_VERSION_H
#define CUTLINE_VERSION_H

#include <cutline/status.h>

/** The version of the library that runs, "0.1.0"; a constant string. */
CUTLINE_API const char *cutline_version(void);

#endif
