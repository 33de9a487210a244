/* SPDX-License-Identifier: MIT */
#include "cli/stream.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "unit/test.h"

static struct cl_stream stream;

static void expect(struct cl_str text,
		   void (*put)(struct cl_stream *s, struct cl_str text),
		   const char *expected)
{
	char got[1000] = "";
	int ends[2];

	assert_int_equal(pipe(ends), 0);
	stream = (struct cl_stream){ .fd = ends[1] };
	put(&stream, text);
	assert_true(cl_stream_flush(&stream));
	assert_int_equal(close(ends[1]), 0);
	assert_true(read(ends[0], got, sizeof(got) - 1) >= 0);
	assert_string_equal(got, expected);
	assert_int_equal(close(ends[0]), 0);
}

static void text_of_strangers_is_not_obeyed(void **state)
{
	(void)state;
	expect(CL_STR("a\x1b]0;x\x07\n\xC2\x9B\xFF"), cl_stream_text,
	       "a\\x1b]0;x\\x07\\n\\x9b\\xff");
	expect(CL_STR("a\x1b"), cl_stream_put, "a\x1b");
}

/* The same JSON, without a byte that a terminal obeys. */
static void json_keeps_its_meaning(void **state)
{
	(void)state;
	expect(CL_STR("{\"a\": \"\xC2\x9B\xE2\x80\xAE\xF3\xA0\x80\x81ü\"}\n"),
	       cl_stream_json, "{\"a\": \"\\u009b\\u202e\\udb40\\udc01ü\"}\n");
}

static void the_first_error_is_kept(void **state)
{
	static char much[3 * CL_STREAM_SIZE];
	int fd = open("/dev/full", O_WRONLY);

	(void)state;
	assert_true(fd >= 0);
	stream = (struct cl_stream){ .fd = fd };
	cl_stream_cstr(&stream, "held");
	assert_int_equal(stream.error, 0);
	assert_false(cl_stream_flush(&stream));
	assert_int_equal(stream.error, ENOSPC);
	assert_int_equal(close(fd), 0);
	cl_stream_put(&stream, (struct cl_str){ much, sizeof(much) });
	assert_int_equal(stream.error, ENOSPC);
}

static void more_than_the_buffer_passes(void **state)
{
	static char much[3 * CL_STREAM_SIZE];
	int fd = open("/dev/null", O_WRONLY);

	(void)state;
	stream = (struct cl_stream){ .fd = fd };
	cl_stream_cstr(&stream, "before");
	cl_stream_put(&stream, (struct cl_str){ much, sizeof(much) });
	assert_int_equal(stream.len, 0);
	assert_true(cl_stream_flush(&stream));
	assert_int_equal(close(fd), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(text_of_strangers_is_not_obeyed),
		cmocka_unit_test(json_keeps_its_meaning),
		cmocka_unit_test(the_first_error_is_kept),
		cmocka_unit_test(more_than_the_buffer_passes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
