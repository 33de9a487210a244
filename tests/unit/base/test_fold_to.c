/* SPDX-License-Identifier: MIT */
#include "base/fold.h"

#include <string.h>

#include "unit/test.h"

static const char *const samples[] = {
	"",
	"St. Louis",
	"  São  Paulo ",
	"O'Neill & Day-Lewis",
	"Łódź",
	"Straße",
	"ﷺ",
	"a\xff\xc3",
	"-",
};

/* Both ways of folding are one: whatever the bytes, they agree. */
static void fixed_memory_gets_what_a_buffer_gets(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(samples) / sizeof(samples[0]); i++) {
		struct cl_buf buf;
		char out[128];
		size_t len =
			cl_fold_to(out, sizeof(out), cl_str_from(samples[i]));

		cl_buf_init(&buf, 1000);
		cl_buf_add_cstr(&buf, "before");
		cl_fold_add(&buf, cl_str_from(samples[i]));
		assert_false(buf.failed);
		assert_int_equal(len, buf.len - 6);
		assert_memory_equal(out, buf.data + 6, len);
		cl_buf_release(&buf);
	}
}

static void too_little_room_is_told_and_kept(void **state)
{
	struct cl_str name = CL_STR("Åland Islands");
	char out[16];

	(void)state;
	for (size_t size = 0; size < 14; size++) {
		memset(out, '#', sizeof(out));
		assert_int_equal(cl_fold_to(out, size, name), 13);
		for (size_t i = size; i < sizeof(out); i++)
			assert_int_equal(out[i], '#');
	}
	assert_int_equal(cl_fold_to(out, 13, name), 13);
	assert_memory_equal(out, "aland islands", 13);
	assert_int_equal(cl_fold_to(NULL, 0, name), 13);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(fixed_memory_gets_what_a_buffer_gets),
		cmocka_unit_test(too_little_room_is_told_and_kept),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
