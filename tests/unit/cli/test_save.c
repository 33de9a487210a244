/* SPDX-License-Identifier: MIT */
#include "cli/save.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "unit/test.h"

static char folder[] = "/tmp/cutline-save-XXXXXX";
static struct cl_save save;

static int enter(void **state)
{
	(void)state;
	return mkdtemp(folder) && chdir(folder) == 0 ? 0 : -1;
}

static int leave(void **state)
{
	(void)state;
	(void)unlink("list");
	(void)unlink("link");
	(void)unlink("fifo");
	return chdir("/") == 0 && rmdir(folder) == 0 ? 0 : -1;
}

static void write_old(void)
{
	FILE *file = fopen("list", "w");

	assert_non_null(file);
	assert_true(fputs("old", file) >= 0);
	assert_int_equal(fclose(file), 0);
}

static void expect_content(const char *expected)
{
	char got[100] = "";
	FILE *file = fopen("list", "r");

	assert_non_null(file);
	(void)fread(got, 1, sizeof(got) - 1, file);
	assert_int_equal(fclose(file), 0);
	assert_string_equal(got, expected);
}

static size_t count_files(void)
{
	DIR *dir = opendir(".");
	size_t count = 0;

	assert_non_null(dir);
	while (readdir(dir))
		count++;
	assert_int_equal(closedir(dir), 0);
	return count - 2;
}

static void the_old_file_stays_until_the_new_is_whole(void **state)
{
	(void)state;
	write_old();
	assert_true(cl_save_open(&save, "list"));
	cl_stream_cstr(&save.stream, "new");
	assert_true(cl_stream_flush(&save.stream));
	expect_content("old");
	assert_true(cl_save_close(&save, true));
	expect_content("new");
	assert_int_equal(count_files(), 1);
}

static void what_is_given_up_leaves_nothing(void **state)
{
	(void)state;
	write_old();
	assert_true(cl_save_open(&save, "list"));
	cl_stream_cstr(&save.stream, "new");
	assert_true(cl_save_close(&save, false));
	expect_content("old");
	assert_int_equal(count_files(), 1);
}

static void rights_are_those_of_the_file_or_usual(void **state)
{
	struct stat st;

	(void)state;
	write_old();
	assert_int_equal(chmod("list", 0640), 0);
	assert_true(cl_save_open(&save, "list"));
	assert_true(cl_save_close(&save, true));
	assert_int_equal(stat("list", &st), 0);
	assert_int_equal(st.st_mode & 0777, 0640);
	assert_int_equal(unlink("list"), 0);
	(void)umask(027);
	assert_true(cl_save_open(&save, "list"));
	assert_true(cl_save_close(&save, true));
	assert_int_equal(stat("list", &st), 0);
	assert_int_equal(st.st_mode & 0777, 0640);
}

static void a_link_leads_to_the_file_replaced(void **state)
{
	struct stat st;

	(void)state;
	write_old();
	assert_int_equal(symlink("list", "link"), 0);
	assert_true(cl_save_open(&save, "link"));
	cl_stream_cstr(&save.stream, "new");
	assert_true(cl_save_close(&save, true));
	expect_content("new");
	assert_int_equal(lstat("link", &st), 0);
	assert_true(S_ISLNK(st.st_mode));
	assert_int_equal(unlink("link"), 0);
}

static void devices_are_written_to_not_replaced(void **state)
{
	struct stat st;

	(void)state;
	assert_true(cl_save_open(&save, "/dev/null"));
	cl_stream_cstr(&save.stream, "new");
	assert_true(cl_save_close(&save, true));
	assert_int_equal(stat("/dev/null", &st), 0);
	assert_true(S_ISCHR(st.st_mode));
	assert_true(cl_save_open(&save, "/dev/full"));
	cl_stream_cstr(&save.stream, "new");
	assert_false(cl_save_close(&save, true));
}

static void what_cannot_be_made_is_refused(void **state)
{
	(void)state;
	assert_false(cl_save_open(&save, "no/such/folder"));
	assert_true(cl_save_close(&save, false));
	assert_false(cl_save_open(&save, "."));
	assert_true(cl_save_close(&save, false));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_old_file_stays_until_the_new_is_whole),
		cmocka_unit_test(what_is_given_up_leaves_nothing),
		cmocka_unit_test(rights_are_those_of_the_file_or_usual),
		cmocka_unit_test(a_link_leads_to_the_file_replaced),
		cmocka_unit_test(devices_are_written_to_not_replaced),
		cmocka_unit_test(what_cannot_be_made_is_refused),
	};

	return cmocka_run_group_tests(tests, enter, leave);
}
