/* SPDX-License-Identifier: MIT */
/*
 * What every fuzz target exports. libFuzzer calls it with inputs it invents,
 * replay.c with the files of tests/fuzz/corpus/<name>/ in every ordinary test
 * run. A target parses, looks at what came out with assert(), and frees it;
 * it returns 0.
 */
#ifndef CUTLINE_TESTS_FUZZ_FUZZ_H
#define CUTLINE_TESTS_FUZZ_FUZZ_H

#include <assert.h>
#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#endif
