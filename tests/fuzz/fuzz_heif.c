/* SPDX-License-Identifier: MIT */
#include "fuzz/walk.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	walk(cl_heif_read, data, size);
	return 0;
}
