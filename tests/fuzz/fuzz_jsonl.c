/* SPDX-License-Identifier: MIT */
/* A line is refused or has something to read, and what it has is UTF-8. */
#include "base/utf8.h"
#include "document/jsonl.h"
#include "fuzz/fuzz.h"

static void check(const struct cl_jsonl *got)
{
	const struct cutline_credit_fields *f = &got->fields;

	assert(cl_utf8_valid(got->text));
	assert(cl_utf8_valid(cl_str_from(got->id)));
	for (size_t i = 0; i < f->by_line_count; i++)
		assert(cl_utf8_valid(cl_str_from(f->by_lines[i])));
	assert(cl_utf8_valid(cl_str_from(f->credit)));
	assert(cl_utf8_valid(cl_str_from(f->source)));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct cl_str line = { (const char *)data, size };
	struct cl_arena arena = { 0 };
	struct cl_jsonl got;

	if (!cl_jsonl_read(line, &arena, &got, NULL))
		check(&got);
	cl_arena_release(&arena);
	return 0;
}
