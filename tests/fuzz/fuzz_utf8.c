/* SPDX-License-Identifier: MIT */
/* Whatever bytes come in, what base lets out is valid UTF-8, shows on a
 * terminal as plain text, and folds to the same when folded twice. */
#include "base/fold.h"
#include "base/utf8.h"
#include "fuzz/fuzz.h"

#define LIMIT (1 << 20)

static void check_encoding(struct cl_str in, enum cl_encoding encoding)
{
	struct cl_buf out;

	cl_buf_init(&out, LIMIT);
	cl_utf8_add_from(&out, in, encoding);
	assert(out.failed || cl_utf8_valid(cl_buf_str(&out)));
	cl_buf_release(&out);
}

static void check_visible(struct cl_str in)
{
	struct cl_buf out;
	struct cl_str shown;

	cl_buf_init(&out, LIMIT);
	cl_utf8_add_visible(&out, in);
	shown = cl_buf_str(&out);
	assert(out.failed || cl_utf8_valid(shown));
	for (size_t i = 0; i < shown.len; i++)
		assert((uint8_t)shown.ptr[i] >= 0x20 && shown.ptr[i] != 0x7F);
	cl_buf_release(&out);
}

static void check_fold(struct cl_str in)
{
	struct cl_buf once;
	struct cl_buf twice;

	cl_buf_init(&once, LIMIT);
	cl_buf_init(&twice, LIMIT);
	cl_fold_add(&once, in);
	cl_fold_add(&twice, cl_buf_str(&once));
	assert(once.failed || cl_utf8_valid(cl_buf_str(&once)));
	assert(once.failed || cl_str_eq(cl_buf_str(&once), cl_buf_str(&twice)));
	assert(once.failed || cl_fold_eq(in, cl_buf_str(&once)));
	cl_buf_release(&once);
	cl_buf_release(&twice);
}

static void check_cut(struct cl_str in)
{
	bool valid = cl_utf8_valid(in);

	for (size_t max = 0; max < in.len && max < 64; max++) {
		struct cl_str cut = cl_utf8_cut(in, max);

		assert(cut.len <= max && max - cut.len < 4);
		assert(!valid || cl_utf8_valid(cut));
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct cl_str in = { (const char *)data, size };

	if (size > LIMIT / 16)
		return 0;
	for (int i = CL_ENC_UTF8; i <= CL_ENC_UTF16BE; i++)
		check_encoding(in, (enum cl_encoding)i);
	check_visible(in);
	check_fold(in);
	check_cut(in);
	assert(cl_utf8_count(in) <= size);
	(void)cl_utf8_width(in);
	return 0;
}
