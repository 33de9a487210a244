/* SPDX-License-Identifier: MIT */
#define _XOPEN_SOURCE 700 /* mkdtemp, realpath */
#include "base/path.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fail_alloc.h"
#include "unit/test.h"

static void becomes(const char *path, const char *wanted)
{
	struct cl_buf out;

	cl_buf_init(&out, 4096);
	assert_int_equal(cl_path_absolute(path, &out, NULL), CUTLINE_OK);
	assert_string_equal(cl_buf_cstr(&out), wanted);
	cl_buf_release(&out);
}

static void slashes_and_dots_go(void **state)
{
	(void)state;
	becomes("/", "/");
	becomes("//", "/");
	becomes("/a//b/./c/", "/a/b/c");
	becomes("/.a/..b/c..", "/.a/..b/c..");
	becomes("/no/such/\xE9", "/no/such/\xE9");
}

static void a_relative_path_begins_where_we_are(void **state)
{
	char here[4096], wanted[4200];

	(void)state;
	assert_non_null(getcwd(here, sizeof(here)));
	(void)snprintf(wanted, sizeof(wanted), "%s/x/y", here);
	becomes("x/./y", wanted);
	becomes(".", here);
}

static void the_system_resolves_parents(void **state)
{
	char folder[] = "/tmp/cutline-path-XXXXXX";
	char path[128], real[4096];

	(void)state;
	assert_non_null(mkdtemp(folder));
	(void)snprintf(path, sizeof(path), "%s/in", folder);
	assert_int_equal(mkdir(path, 0700), 0);
	assert_non_null(realpath(folder, real));
	(void)snprintf(path, sizeof(path), "%s/in/../out", folder);
	assert_true(strlen(real) < sizeof(real) - sizeof("/out"));
	memcpy(real + strlen(real), "/out", sizeof("/out"));
	becomes(path, real);
	(void)snprintf(path, sizeof(path), "%s/in", folder);
	(void)rmdir(path);
	(void)rmdir(folder);
}

static void a_parent_of_nothing_is_an_error(void **state)
{
	struct cutline_error err;
	struct cl_buf out;

	(void)state;
	cl_buf_init(&out, 4096);
	assert_int_equal(cl_path_absolute("/no/such/../x", &out, &err),
			 CUTLINE_NOT_FOUND);
	assert_non_null(strstr(err.text, "/no/such/.."));
	cl_buf_release(&out);
	assert_int_equal(fail_alloc_live(), 0);
}

static void every_allocation_may_fail(void **state)
{
	enum cutline_status status;
	struct cl_buf out;
	long n = 0;

	(void)state;
	do {
		cl_buf_init(&out, 4096);
		fail_alloc_after(n++);
		status = cl_path_absolute("/tmp/../x", &out, NULL);
		fail_alloc_after(-1);
		if (!status)
			assert_string_equal(cl_buf_cstr(&out), "/x");
		cl_buf_release(&out);
	} while (status == CUTLINE_NOMEM);
	assert_int_equal(status, CUTLINE_OK);
	assert_true(n > 2);
	assert_int_equal(fail_alloc_live(), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(slashes_and_dots_go),
		cmocka_unit_test(a_relative_path_begins_where_we_are),
		cmocka_unit_test(the_system_resolves_parents),
		cmocka_unit_test(a_parent_of_nothing_is_an_error),
		cmocka_unit_test(every_allocation_may_fail),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
