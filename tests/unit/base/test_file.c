/* SPDX-License-Identifier: MIT */
#include "base/file.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fail_alloc.h"
#include "unit/test.h"

struct folder {
	char path[32];
	int fd;
};

static struct folder folder = { .path = "/tmp/cutline-file-XXXXXX" };

static int make_folder(void **state)
{
	(void)state;
	if (!mkdtemp(folder.path))
		return -1;
	folder.fd = open(folder.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	return folder.fd < 0 ? -1 : 0;
}

static int remove_folder(void **state)
{
	(void)state;
	(void)unlinkat(folder.fd, "file", 0);
	(void)unlinkat(folder.fd, "fifo", 0);
	(void)unlinkat(folder.fd, "loop", 0);
	(void)close(folder.fd);
	return rmdir(folder.path);
}

static void write_file(const char *text)
{
	int fd = openat(folder.fd, "file", O_WRONLY | O_CREAT | O_TRUNC, 0600);
	ssize_t len = (ssize_t)strlen(text);

	assert_true(fd >= 0);
	assert_int_equal(write(fd, text, (size_t)len), len);
	assert_int_equal(close(fd), 0);
}

static enum cutline_status open_status(const char *path,
				       struct cutline_error *err)
{
	int fd = -7;
	enum cutline_status status =
		cl_file_open(folder.fd, path, &fd, NULL, err);

	assert_int_equal(fd, -1);
	return status;
}

static void a_regular_file_is_opened(void **state)
{
	struct stat st;
	int fd;

	(void)state;
	write_file("hello");
	assert_int_equal(cl_file_open(folder.fd, "file", &fd, &st, NULL),
			 CUTLINE_OK);
	assert_int_equal(st.st_size, 5);
	assert_true(fcntl(fd, F_GETFD) & FD_CLOEXEC);
	assert_int_equal(close(fd), 0);
}

/* A FIFO without a writer would block an ordinary open: the alarm ends the
 * test if it does. */
static void what_is_no_regular_file_is_refused_at_once(void **state)
{
	struct cutline_error err;

	(void)state;
	assert_int_equal(mkfifoat(folder.fd, "fifo", 0600), 0);
	(void)alarm(5);
	assert_int_equal(open_status("fifo", &err), CUTLINE_FORMAT);
	(void)alarm(0);
	assert_string_equal(err.text, "fifo is no regular file");
	assert_int_equal(open_status(".", &err), CUTLINE_FORMAT);
	assert_int_equal(open_status("/dev/zero", &err), CUTLINE_FORMAT);
}

static void a_missing_file_is_not_found(void **state)
{
	struct cutline_error err;

	(void)state;
	assert_int_equal(open_status("none", &err), CUTLINE_NOT_FOUND);
	assert_string_equal(err.text,
			    "cannot open none: No such file or directory");
	write_file("x");
	assert_int_equal(open_status("file/x", NULL), CUTLINE_NOT_FOUND);
	assert_int_equal(symlinkat("loop", folder.fd, "loop"), 0);
	assert_int_equal(open_status("loop", NULL), CUTLINE_IO);
}

static void reading_stops_short_only_at_the_end(void **state)
{
	char data[8] = "........";
	size_t got = 8;
	int fd;

	(void)state;
	write_file("hello");
	assert_int_equal(cl_file_open(folder.fd, "file", &fd, NULL, NULL),
			 CUTLINE_OK);
	got = 3;
	assert_int_equal(cl_file_pread(fd, "file", 1, data, &got, NULL),
			 CUTLINE_OK);
	assert_int_equal(got, 3);
	assert_memory_equal(data, "ell.", 4);
	got = 8;
	assert_int_equal(cl_file_pread(fd, "file", 3, data, &got, NULL),
			 CUTLINE_OK);
	assert_int_equal(got, 2);
	got = 8;
	assert_int_equal(cl_file_pread(fd, "file", 99, data, &got, NULL),
			 CUTLINE_OK);
	assert_int_equal(got, 0);
	assert_int_equal(close(fd), 0);
}

static void a_failed_read_names_the_file(void **state)
{
	struct cutline_error err;
	char data[8];
	size_t got = 8;

	(void)state;
	assert_int_equal(
		cl_file_pread(folder.fd, "folder", 0, data, &got, &err),
		CUTLINE_IO);
	assert_string_equal(err.text, "cannot read folder: Is a directory");
	assert_int_equal(got, 0);
}

static enum cutline_status read_text(const char *text, struct cl_buf *buf,
				     struct cutline_error *err)
{
	enum cutline_status status;
	int fd;

	write_file(text);
	assert_int_equal(cl_file_open(folder.fd, "file", &fd, NULL, NULL),
			 CUTLINE_OK);
	status = cl_file_read_all(fd, "file", buf, err);
	assert_int_equal(close(fd), 0);
	return status;
}

static void whole_files_are_read_up_to_the_limit(void **state)
{
	struct cutline_error err;
	struct cl_buf buf;

	(void)state;
	cl_buf_init(&buf, 5);
	assert_int_equal(read_text("hello", &buf, NULL), CUTLINE_OK);
	assert_string_equal(cl_buf_cstr(&buf), "hello");
	cl_buf_clear(&buf);
	assert_int_equal(read_text("", &buf, NULL), CUTLINE_OK);
	assert_int_equal(buf.len, 0);
	assert_int_equal(read_text("hello!", &buf, &err), CUTLINE_LIMIT);
	assert_string_equal(err.text, "file is longer than 5 bytes");
	cl_buf_release(&buf);
	fail_alloc_after(0);
	assert_int_equal(read_text("hello", &buf, &err), CUTLINE_NOMEM);
	fail_alloc_after(-1);
	cl_buf_release(&buf);
	assert_int_equal(fail_alloc_live(), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_regular_file_is_opened),
		cmocka_unit_test(what_is_no_regular_file_is_refused_at_once),
		cmocka_unit_test(a_missing_file_is_not_found),
		cmocka_unit_test(reading_stops_short_only_at_the_end),
		cmocka_unit_test(a_failed_read_names_the_file),
		cmocka_unit_test(whole_files_are_read_up_to_the_limit),
	};

	return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
