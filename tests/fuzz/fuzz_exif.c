/* SPDX-License-Identifier: MIT */
/* An EXIF block by itself. There is memory enough, so a record that says it
 * failed means that libexif lost an entry of the checked copy. */
#include "image/exif.h"

#include "fuzz/fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct cl_record *r = cl_record_new();
	struct cl_source s;

	cl_source_memory(&s, (struct cl_str){ (const char *)data, size });
	cl_exif_read(r, &s);
	assert(!r->failed);
	assert(r->arena.total < (size_t)4 << 20);
	for (size_t i = 0; i < r->image.tag_count; i++)
		assert(cl_utf8_valid(cl_str_from(r->image.tags[i].text)));
	cl_record_free(r);
	return 0;
}
