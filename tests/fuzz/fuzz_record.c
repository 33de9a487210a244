/* SPDX-License-Identifier: MIT */
/* The JSON of a record comes from a file that anyone may have written: it is
 * read or refused, and what was read can be written and read again. */
#include "fuzz/fuzz.h"

#include <string.h>

#include "catalog/record.h"

static bool look_up(void *context, int64_t id, struct cl_arena *arena,
		    struct cutline_photo_value *value)
{
	(void)context;
	(void)arena;
	value->field =
		(enum cutline_field)((uint64_t)id % CUTLINE_PHOTO_FIELDS);
	value->origin = "caption";
	return true;
}

static void check_photo(const struct cutline_photo *photo)
{
	struct cutline_photo again = { 0 };
	struct cl_arena arena = { 0 };
	struct cl_buf text;

	cl_buf_init(&text, 64u << 20);
	cl_record_write(&text, photo);
	assert(!text.failed);
	assert(cl_record_read(&again, &arena, cl_buf_str(&text)) == CUTLINE_OK);
	for (unsigned i = 0; i < CUTLINE_PHOTO_FIELDS; i++)
		assert(again.fields[i].count == photo->fields[i].count);
	assert(again.credit.count == photo->credit.count);
	assert(again.warning_count == photo->warning_count);
	cl_arena_release(&arena);
	cl_buf_release(&text);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const struct cl_record_lookup lookup = { look_up, NULL };
	struct cl_str text = { (const char *)data, size };
	struct cutline_photo photo = { 0 };
	struct cl_record_values values = { 0 };
	struct cl_arena arena = { 0 };

	if (cl_record_read(&photo, &arena, text) == CUTLINE_OK)
		check_photo(&photo);
	if (cl_record_read_sources(&values, &arena, text, &photo, &lookup) !=
	    CUTLINE_OK)
		values.count = 0;
	for (size_t i = 0; i < values.count; i++)
		for (size_t k = 0; k < values.items[i].count; k++)
			assert(values.items[i].items[k]);
	cl_arena_release(&arena);
	return 0;
}
