/* SPDX-License-Identifier: MIT */
/* The walker of JPEG segments alone: what it finds lies inside the file, each
 * segment behind the one before. */
#include "image/jpeg.h"

#include "fuzz/fuzz.h"

static void check_layout(const struct cl_jpeg_layout *layout, size_t size)
{
	int64_t at = 2;

	for (size_t i = 0; i < layout->count; i++) {
		assert(layout->segments[i].at >= at);
		at = layout->segments[i].at + (int64_t)layout->segments[i].len;
	}
	assert(layout->scan == 0 || (layout->scan == at && layout->end >= at &&
				     layout->end <= (int64_t)size));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct cl_extents extents = { 0 };
	struct cl_blocks blocks = { .record = cl_record_new() };
	struct cl_jpeg_layout layout = { .arena = &blocks.arena };
	struct cl_source s;
	const char *why;
	size_t total = 0;

	cl_source_memory(&s, (struct cl_str){ (const char *)data, size });
	if (cl_jpeg_read(&s, &blocks, &extents, &layout, &why))
		assert(!why);
	else
		assert(why && extents.count == 0);
	for (const struct cl_block *i = blocks.first; i; i = i->next)
		total += i->bytes.len;
	assert(total == blocks.total);
	check_layout(&layout, size);
	for (size_t i = 0; i < extents.count; i++)
		assert(extents.list[i].offset >= 0 &&
		       extents.list[i].offset + extents.list[i].len <=
			       (int64_t)size);
	cl_blocks_release(&blocks);
	cl_extents_release(&extents);
	cl_record_free(blocks.record);
	return 0;
}
