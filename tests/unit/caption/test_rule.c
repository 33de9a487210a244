/* SPDX-License-Identifier: MIT */
#include "caption/rule.h"

#include <string.h>

#include "unit/test.h"

static void a_name_gives_its_sentence(void **state)
{
	const char *text = cl_rule_text("dateline");

	(void)state;
	assert_non_null(text);
	assert_non_null(strstr(text, "open the caption"));
	assert_int_equal(text[strlen(text) - 1], '.');
	assert_non_null(cl_rule_text("credit-agency"));
	assert_non_null(cl_rule_text("year"));
}

static void no_rule_gives_none(void **state)
{
	(void)state;
	assert_null(cl_rule_text(""));
	assert_null(cl_rule_text("datelin"));
	assert_null(cl_rule_text("datelines"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_name_gives_its_sentence),
		cmocka_unit_test(no_rule_gives_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
