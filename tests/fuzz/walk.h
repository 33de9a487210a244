/* SPDX-License-Identifier: MIT */
/* What holds of every container's walker: it asks for no memory beyond its
 * limits, and the identity takes whatever extents it names. */
#ifndef CUTLINE_TESTS_FUZZ_WALK_H
#define CUTLINE_TESTS_FUZZ_WALK_H

#include <string.h>

#include "fuzz/fuzz.h"
#include "image/containers.h"

static inline void walk(void (*read)(struct cl_source *s,
				     struct cl_blocks *blocks,
				     struct cl_extents *extents),
			const uint8_t *data, size_t size)
{
	struct cl_extents extents = { 0 };
	struct cl_blocks blocks = { .record = cl_record_new() };
	struct cl_source s;
	size_t total = 0;

	assert(blocks.record);
	cl_source_memory(&s, (struct cl_str){ (const char *)data, size });
	read(&s, &blocks, &extents);
	for (const struct cl_block *i = blocks.first; i; i = i->next)
		total += i->bytes.len;
	assert(total == blocks.total && total <= CUTLINE_IMAGE_METADATA_MAX);
	cl_identity_set(blocks.record, &s, &extents);
	assert(!blocks.record->failed);
	assert(strlen(blocks.record->image.identity) == 5 + 32);
	cl_blocks_release(&blocks);
	cl_extents_release(&extents);
	cl_record_free(blocks.record);
}

#endif
