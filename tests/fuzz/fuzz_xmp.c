/* SPDX-License-Identifier: MIT */
#include "image/xmp.h"

#include <string.h>

#include "fuzz/fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct cl_record *r = cl_record_new();
	char guid[CL_XMP_GUID_MAX] = "";

	cl_xmp_read(r, (struct cl_str){ (const char *)data, size }, guid);
	assert(!r->failed);
	assert(strlen(guid) < CL_XMP_GUID_MAX);
	for (size_t i = 0; i < r->image.tag_count; i++) {
		assert(cl_utf8_valid(cl_str_from(r->image.tags[i].text)));
		assert(strncmp(r->image.tags[i].name, "xmp:", 4) == 0);
	}
	cl_record_free(r);
	return 0;
}
