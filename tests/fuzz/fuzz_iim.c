/* SPDX-License-Identifier: MIT */
/* Photoshop's resources, and the same bytes as bare IIM. */
#include "image/iim.h"

#include "fuzz/fuzz.h"

static void check(struct cl_str in,
		  void (*parse)(struct cl_record *r, struct cl_str bytes))
{
	struct cl_record *r = cl_record_new();

	parse(r, in);
	cl_irb_check_digest(r);
	assert(!r->failed);
	assert(r->image.has_digest || !r->image.digest_matches);
	for (size_t i = 0; i < r->image.tag_count; i++)
		assert(cl_utf8_valid(cl_str_from(r->image.tags[i].text)));
	cl_record_free(r);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct cl_str in = { (const char *)data, size };

	check(in, cl_irb_read);
	check(in, cl_iim_read);
	return 0;
}
