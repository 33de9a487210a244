/* SPDX-License-Identifier: MIT */
/* Captions are found in order, inside the document's bytes. */
#include "base/utf8.h"
#include "cutline/document.h"
#include "fuzz/fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct cutline_document *d;

	if (cutline_document_parse((const char *)data, size, NULL, &d, NULL) !=
	    CUTLINE_OK)
		return 0;
	for (size_t i = 0; i < d->count; i++) {
		const struct cutline_found *f = &d->found[i];

		assert(f->caption && f->caption->text_len > 0);
		assert(f->span.start < f->span.end);
		assert(f->span.end <= size);
		assert(cl_utf8_valid(cl_str_from(f->image)));
	}
	cutline_document_free(d);
	return 0;
}
