/* SPDX-License-Identifier: MIT */
/*
 * Numbers as text, whatever the locale: with a point, and no thousands. Made
 * without printf, which takes half a microsecond for each.
 */
#ifndef CL_BASE_NUMBER_H
#define CL_BASE_NUMBER_H

#include <stddef.h>
#include <stdint.h>

/* Bytes that hold any of these and its NUL. */
#define CL_NUMBER_MAX 352

/* Both return the length. A real gets exactly so many decimals, at most 17;
 * what is no number becomes "nan", and the infinite "inf". */
size_t cl_int_write(int64_t n, char out[CL_NUMBER_MAX]);
size_t cl_real_write(double x, int decimals, char out[CL_NUMBER_MAX]);

#endif
