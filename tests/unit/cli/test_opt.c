/* SPDX-License-Identifier: MIT */
#include "cli/opt.h"

#include <string.h>

#include "unit/test.h"

struct values {
	bool json, null;
	int sort;
	int64_t limit, offset;
	const char *file;
};

static const char *const sorts[] = { "-date", "date", NULL };

#define AT(member) offsetof(struct values, member)

static const struct cl_opt options[] = {
	{ 'j', "json", CL_OPT_FLAG, AT(json), NULL, NULL, "" },
	{ '0', "null", CL_OPT_FLAG, AT(null), NULL, NULL, "" },
	{ 0, "sort", CL_OPT_CHOICE, AT(sort), "ORDER", sorts, "" },
	{ 'l', "limit", CL_OPT_COUNT, AT(limit), "N", NULL, "" },
	{ 0, "offset", CL_OPT_NUMBER, AT(offset), "N", NULL, "" },
	{ 'o', "output", CL_OPT_TEXT, AT(file), "FILE", NULL, "" },
	{ 0 },
};

/* Reads words, ended by NULL; tells the first argument that is left, or NULL.
 */
static bool parse(struct values *values, const char *const *words,
		  const char **left)
{
	static char copies[8][32];
	char *argv[9];
	char **at = argv;
	struct cl_opt_set set = { options, values };
	int argc = 0;
	bool ok;

	*values = (struct values){ 0 };
	for (; words[argc]; argc++) {
		assert_true(argc < 8 && strlen(words[argc]) < 32);
		memcpy(copies[argc], words[argc], strlen(words[argc]) + 1);
		argv[argc] = copies[argc];
	}
	ok = cl_opt_parse(&set, 1, &argc, &at, "test", false);
	*left = argc > 0 ? *at : NULL;
	return ok;
}

#define PARSE(...) parse(&v, (const char *const[]){ __VA_ARGS__, NULL }, &left)

static void options_take_values_either_way(void **state)
{
	struct values v;
	const char *left;

	(void)state;
	assert_true(PARSE("--json", "--sort=date", "--limit", "5", "x"));
	assert_true(v.json && v.sort == 1 && v.limit == 5);
	assert_string_equal(left, "x");
	assert_true(PARSE("--sort", "-date", "--output=x"));
	assert_int_equal(v.sort, 0);
	assert_string_equal(v.file, "x");
	assert_null(left);
}

static void short_options_go_together(void **state)
{
	struct values v;
	const char *left;

	(void)state;
	assert_true(PARSE("-0j", "-l7", "-o", "a.txt"));
	assert_true(v.null && v.json && v.limit == 7);
	assert_string_equal(v.file, "a.txt");
}

static void the_first_argument_ends_the_options(void **state)
{
	struct values v;
	const char *left;

	(void)state;
	assert_true(PARSE("by:lima", "-getty", "--json"));
	assert_string_equal(left, "by:lima");
	assert_false(v.json);
	assert_true(PARSE("--json", "--", "--null"));
	assert_string_equal(left, "--null");
	assert_false(v.null);
	assert_true(PARSE("-", "--json"));
	assert_string_equal(left, "-");
}

/* The messages go to standard error, which TAP does not mind. */
static void what_is_wrong_is_refused(void **state)
{
	struct values v;
	const char *left;

	(void)state;
	assert_false(PARSE("--jso"));
	assert_false(PARSE("--json=yes"));
	assert_false(PARSE("--sort=name"));
	assert_false(PARSE("--sort"));
	assert_false(PARSE("-l"));
	assert_false(PARSE("--output="));
	assert_false(PARSE("--output", ""));
	assert_false(PARSE("-x"));
	assert_false(PARSE("-jx"));
	assert_false(PARSE("--limit=0"));
	assert_false(PARSE("--limit=-1"));
	assert_false(PARSE("--limit=5x"));
	assert_false(PARSE("--limit="));
	assert_false(PARSE("--limit=99999999999999999999"));
	assert_false(PARSE("--offset=-1"));
	assert_true(PARSE("--offset=0"));
	assert_false(PARSE("--=x"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(options_take_values_either_way),
		cmocka_unit_test(short_options_go_together),
		cmocka_unit_test(the_first_argument_ends_the_options),
		cmocka_unit_test(what_is_wrong_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
