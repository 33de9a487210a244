/* SPDX-License-Identifier: MIT */
/* Whatever bytes: a guess, and valid UTF-8 by it; text that is UTF-8 already
 * speaks for nothing and stays as it is. */
#include "base/guess.h"

#include "fuzz/fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct cl_str in = { (const char *)data, size };
	struct cl_evidence e = { 0, 0 };
	enum cl_encoding guess;
	struct cl_buf out;

	cl_evidence_add(&e, in);
	guess = cl_evidence_judge(&e);
	assert(guess == CL_ENC_CP1252 || guess == CL_ENC_MACROMAN);
	assert(!cl_utf8_valid(in) || (e.cp1252 == 0 && e.macroman == 0));
	cl_buf_init(&out, 4 * size + 1);
	cl_utf8_add_mixed(&out, in, guess);
	assert(!out.failed && cl_utf8_valid(cl_buf_str(&out)));
	cl_buf_clear(&out);
	cl_utf8_add_from(&out, in, guess);
	assert(!out.failed && cl_utf8_valid(cl_buf_str(&out)));
	cl_buf_release(&out);
	return 0;
}
