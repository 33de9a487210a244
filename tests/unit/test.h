/* SPDX-License-Identifier: MIT */
/* What every unit test includes: cmocka wants these headers before its own. */
#ifndef CUTLINE_TESTS_UNIT_TEST_H
#define CUTLINE_TESTS_UNIT_TEST_H

/* cmocka.h is included in this order only. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#endif
