/* SPDX-License-Identifier: MIT */
#include "fuzz/walk.h"

static void read(struct cl_source *s, struct cl_blocks *blocks,
		 struct cl_extents *extents)
{
	(void)cl_tiff_read(s, blocks, extents);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	walk(read, data, size);
	return 0;
}
