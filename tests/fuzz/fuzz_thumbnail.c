/* SPDX-License-Identifier: MIT */
/* Whatever a file holds, a small whole JPEG comes out or a reason. */
#include <math.h>
#include <string.h>

#include "fuzz/fuzz.h"
#include "image/thumbnail.h"
#include "image/thumbnail_edge.h"

/* Larger pictures are decoded by the same code, only longer. */
#define PIXELS_MAX 4000000

static bool is_large(const uint8_t *data, size_t size)
{
	for (size_t i = 0; i + 9 < size; i++) {
		const uint8_t *p = data + i;

		if (p[0] == 0xFF && (p[1] & 0xF0) == 0xC0 &&
		    (int64_t)(p[5] << 8 | p[6]) * (p[7] << 8 | p[8]) >
			    PIXELS_MAX)
			return true;
	}
	return false;
}

static void check(const struct cutline_thumbnail *t, uint32_t side)
{
	assert(t->width > 0 && t->width < 2 * side);
	assert(t->height > 0 && t->height < 2 * side);
	assert(t->len > 100);
	assert(memcmp(t->jpeg, "\xFF\xD8\xFF", 3) == 0);
	assert(memcmp(t->jpeg + t->len - 2, "\xFF\xD9", 2) == 0);
}

/* What looks at a thumbnail and its picture before any decoder does. */
static void check_edge(struct cl_str in)
{
	struct cl_edge edge;
	struct cl_source s;

	cl_source_memory(&s, in);
	if (!cl_edge_read(&edge, &s, 1.5))
		return;
	for (int i = 0; i < CL_EDGE_CELLS; i++)
		assert(isfinite(edge.cells[i]));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const uint32_t sides[] = { 24, 160 };
	struct cutline_thumbnail *t;
	struct cutline_error err;
	struct cl_source s;

	check_edge((struct cl_str){ (const char *)data, size });
	if (is_large(data, size))
		return 0;
	for (int i = 0; i < 2; i++) {
		enum cutline_status status;

		cl_source_memory(&s,
				 (struct cl_str){ (const char *)data, size });
		status = cl_thumbnail_make(&s, sides[i], &t, &err);
		assert(!status == !!t);
		assert(!status || err.status == status);
		if (t)
			check(t, sides[i]);
		cutline_thumbnail_free(t);
	}
	return 0;
}
