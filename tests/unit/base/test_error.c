/* SPDX-License-Identifier: MIT */
#include "base/error.h"

#include <string.h>

#include "base/utf8.h"
#include "unit/test.h"

static void text_status_and_hint_are_set(void **state)
{
	struct cutline_error err = { .text = "old", .hint = "old" };

	(void)state;
	assert_int_equal(cl_fail(&err, CUTLINE_LIMIT, "%d of %s", 3, "it"),
			 CUTLINE_LIMIT);
	assert_int_equal(err.status, CUTLINE_LIMIT);
	assert_string_equal(err.text, "3 of it");
	assert_string_equal(err.hint, "");
	cl_hint(&err, "try %s", "less");
	assert_string_equal(err.hint, "try less");
	assert_string_equal(err.text, "3 of it");
	assert_int_equal(cl_nomem(&err), CUTLINE_NOMEM);
	assert_string_equal(err.text, "out of memory");
	assert_string_equal(err.hint, "");
}

static void nobody_need_listen(void **state)
{
	(void)state;
	assert_int_equal(cl_fail(NULL, CUTLINE_IO, "%s", "x"), CUTLINE_IO);
	assert_int_equal(cl_nomem(NULL), CUTLINE_NOMEM);
	cl_hint(NULL, "%s", "x");
}

/* Lengths around the size of the text and around that of the buffer behind
 * it, with a character of each length at the cut. */
static void long_text_is_cut_at_a_character(void **state)
{
	static const char *const characters[] = { "a", "\u00E9", "\u20AC",
						  "\U0001F600" };
	struct cutline_error err;
	char text[600];

	(void)state;
	for (size_t c = 0; c < 4; c++) {
		size_t step = strlen(characters[c]);

		for (size_t lead = 0; lead < 4; lead++) {
			size_t len = lead;

			memset(text, 'x', lead);
			for (; len + step < sizeof(text); len += step)
				memcpy(text + len, characters[c], step + 1);
			(void)cl_fail(&err, CUTLINE_IO, "%s", text);
			assert_true(cl_utf8_valid(cl_str_from(err.text)));
			assert_true(strlen(err.text) + step >=
				    sizeof(err.text) - 1);
			assert_memory_equal(err.text, text, strlen(err.text));
		}
	}
}

static void text_that_just_fits_is_whole(void **state)
{
	struct cutline_error err;

	(void)state;
	(void)cl_fail(&err, CUTLINE_IO, "%0*d", (int)sizeof(err.text) - 1, 7);
	assert_int_equal(strlen(err.text), sizeof(err.text) - 1);
	assert_int_equal(err.text[sizeof(err.text) - 2], '7');
	cl_hint(&err, "%0*d", (int)sizeof(err.hint), 7);
	assert_int_equal(strlen(err.hint), sizeof(err.hint) - 1);
	assert_int_equal(err.hint[sizeof(err.hint) - 2], '0');
}

static void controls_are_shown(void **state)
{
	struct cutline_error err;

	(void)state;
	(void)cl_fail(&err, CUTLINE_IO, "cannot open %s", "a\n\033[2J\xFF.jpg");
	assert_string_equal(err.text, "cannot open a\\n\\x1b[2J\\xff.jpg");
}

static void every_status_has_a_text(void **state)
{
	(void)state;
	for (int i = CUTLINE_OK; i <= CUTLINE_STOPPED; i++)
		assert_string_not_equal(
			cutline_status_text((enum cutline_status)i),
			"unknown status");
	assert_string_equal(cutline_status_text((enum cutline_status)99),
			    "unknown status");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(text_status_and_hint_are_set),
		cmocka_unit_test(nobody_need_listen),
		cmocka_unit_test(long_text_is_cut_at_a_character),
		cmocka_unit_test(text_that_just_fits_is_whole),
		cmocka_unit_test(controls_are_shown),
		cmocka_unit_test(every_status_has_a_text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
