/* SPDX-License-Identifier: MIT */
#define _XOPEN_SOURCE 700 /* mkdtemp, mkfifo, nftw */
#include "cutline/import.h"

#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "fail_alloc.h"
#include "unit/test.h"

/* One test's folder, which is the current one, its catalog, and what the
 * import told. */
struct desk {
	char folder[64];
	int back;
	struct cutline_catalog *catalog;
	struct cutline_import_counts counts;
	struct cutline_import_options options;
	struct cl_buf told;
	unsigned stop_after;
};

static void failed(void *context, const char *path, const char *why)
{
	struct desk *desk = context;

	cl_buf_addf(&desk->told, "%s: %s\n", strrchr(path, '/') + 1, why);
}

static bool stop(void *context)
{
	struct desk *desk = context;

	return desk->stop_after > 0 && --desk->stop_after == 0;
}

static void open_catalog(struct desk *desk, enum cutline_catalog_mode mode)
{
	assert_int_equal(
		cutline_catalog_open("catalog.db", mode, &desk->catalog, NULL),
		CUTLINE_OK);
}

static void begin(struct desk *desk)
{
	*desk = (struct desk){ .back = open(".", O_RDONLY | O_DIRECTORY) };
	memcpy(desk->folder, "/tmp/cutline-import-XXXXXX",
	       sizeof("/tmp/cutline-import-XXXXXX"));
	assert_true(desk->back >= 0);
	assert_non_null(mkdtemp(desk->folder));
	assert_int_equal(chdir(desk->folder), 0);
	assert_int_equal(mkdir("in", 0700), 0);
	cl_buf_init(&desk->told, 1u << 16);
	desk->options.events.context = desk;
	desk->options.events.failed = failed;
	desk->options.events.stop = stop;
	open_catalog(desk, CUTLINE_CATALOG_CREATE);
}

static int remove_one(const char *path, const struct stat *st, int type,
		      struct FTW *ftw)
{
	(void)st;
	(void)type;
	(void)ftw;
	return remove(path);
}

static void end(struct desk *desk)
{
	cutline_catalog_close(desk->catalog);
	cl_buf_release(&desk->told);
	assert_int_equal(fchdir(desk->back), 0);
	(void)close(desk->back);
	(void)nftw(desk->folder, remove_one, 16, FTW_DEPTH | FTW_PHYS);
	assert_int_equal(fail_alloc_live(), 0);
}

static void write_file(const char *name, const void *data, size_t len)
{
	int fd = open(name, O_WRONLY | O_CREAT | O_TRUNC, 0600);

	assert_true(fd >= 0);
	assert_int_equal(write(fd, data, len), len);
	assert_int_equal(close(fd), 0);
}

/* A picture of one pixel that differs from others by a byte of its scan. */
static void write_picture(const char *name, uint8_t scan)
{
	const uint8_t jpeg[] = {
		0xFF, 0xD8, 0xFF, 0xC0, 0, 11,   8,    0,    1,    0,
		1,    1,    1,    0x11, 0, 0xFF, 0xDA, 0,    8,    1,
		1,    0,    0,    63,   0, 0x12, scan, 0xFF, 0xD9,
	};

	write_file(name, jpeg, sizeof(jpeg));
}

static enum cutline_status import(struct desk *desk, const char *a,
				  const char *b)
{
	const char *const paths[] = { a, b };

	cl_buf_clear(&desk->told);
	cutline_catalog_close(desk->catalog);
	desk->catalog = NULL;
	open_catalog(desk, desk->options.dry_run ? CUTLINE_CATALOG_READ
						 : CUTLINE_CATALOG_WRITE);
	return cutline_import(desk->catalog, paths, b ? 2 : 1, &desk->options,
			      &desk->counts, NULL);
}

/* "new changed same moved missing failed skipped" */
static void counts_are(const struct desk *desk, const char *wanted)
{
	const struct cutline_import_counts *c = &desk->counts;
	char text[128];

	(void)snprintf(text, sizeof(text), "%u %u %u %u %u %u %u",
		       (unsigned)c->fresh, (unsigned)c->changed,
		       (unsigned)c->same, (unsigned)c->moved,
		       (unsigned)c->missing, (unsigned)c->failed,
		       (unsigned)c->skipped);
	assert_string_equal(text, wanted);
}

static void imports(struct desk *desk, const char *a, const char *b,
		    const char *wanted)
{
	assert_int_equal(import(desk, a, b), CUTLINE_OK);
	counts_are(desk, wanted);
}

static void each_file_is_read_once(void **state)
{
	struct desk desk;

	(void)state;
	begin(&desk);
	write_picture("in/a.jpg", 1);
	write_picture("in/b.jpg", 2);
	imports(&desk, "in", NULL, "2 0 0 0 0 0 0");
	imports(&desk, "in", NULL, "0 0 2 0 0 0 0");
	imports(&desk, "./in/", "in", "0 0 2 0 0 0 0");
	imports(&desk, "in", "in/a.jpg", "0 0 2 0 0 0 0");
	imports(&desk, "in/a.jpg", "in/a.jpg", "0 0 1 0 0 0 0");
	write_picture("in/c.jpg", 3);
	imports(&desk, "in/c.jpg", "in", "1 0 2 0 0 0 0");
	end(&desk);
}

static void changes_moves_and_losses_are_told(void **state)
{
	struct desk desk;

	(void)state;
	begin(&desk);
	write_picture("in/a.jpg", 1);
	write_picture("in/b.jpg", 2);
	write_picture("in/c.jpg", 3);
	imports(&desk, "in", NULL, "3 0 0 0 0 0 0");
	write_picture("in/a.jpg", 9);
	assert_int_equal(unlink("in/b.jpg"), 0);
	imports(&desk, "in", NULL, "0 1 1 0 1 0 0");
	imports(&desk, "in", NULL, "0 0 2 0 0 0 0");
	write_picture("in/d.jpg", 2);
	imports(&desk, "in", NULL, "0 0 2 1 0 0 0");
	end(&desk);
}

static void an_absent_root_marks_nothing_missing(void **state)
{
	struct desk desk;

	(void)state;
	begin(&desk);
	write_picture("in/a.jpg", 1);
	imports(&desk, "in", NULL, "1 0 0 0 0 0 0");
	assert_int_equal(rename("in", "away"), 0);
	imports(&desk, "in", NULL, "0 0 0 0 0 1 0");
	assert_string_equal(
		cl_buf_cstr(&desk.told),
		"in: cannot be reached: No such file or directory\n");
	assert_int_equal(rename("away", "in"), 0);
	imports(&desk, "in", NULL, "0 0 1 0 0 0 0");
	end(&desk);
}

static void what_is_no_picture_is_counted_or_fails(void **state)
{
	struct desk desk;

	(void)state;
	begin(&desk);
	write_picture("in/good", 1);
	write_file("in/text.jpg", "no picture", 10);
	write_file("in/empty.jpg", "", 0);
	write_file("in/notes.txt", "no picture", 10);
	write_file("in/a.xmp", "<x/>", 4);
	assert_int_equal(mkfifo("in/f.jpg", 0600), 0);
	imports(&desk, "in", NULL, "1 0 0 0 0 2 2");
	assert_non_null(strstr(cl_buf_cstr(&desk.told), "text.jpg: "));
	assert_non_null(strstr(cl_buf_cstr(&desk.told), "empty.jpg: "));
	assert_string_equal(desk.counts.kinds[0].name, "txt");
	assert_string_equal(desk.counts.kinds[1].name, "xmp");
	end(&desk);
}

static void a_file_that_turns_bad_keeps_its_record(void **state)
{
	struct desk desk;
	int64_t id;
	char path[128];

	(void)state;
	begin(&desk);
	write_picture("in/a.jpg", 1);
	imports(&desk, "in", NULL, "1 0 0 0 0 0 0");
	write_file("in/a.jpg", "oops", 4);
	imports(&desk, "in", NULL, "0 0 0 0 0 1 0");
	(void)snprintf(path, sizeof(path), "%s/in/a.jpg", desk.folder);
	assert_int_equal(
		cutline_catalog_find_path(desk.catalog, path, &id, NULL),
		CUTLINE_OK);
	end(&desk);
}

static void a_dry_run_writes_nothing(void **state)
{
	struct desk desk;
	const char *const paths[] = { "in" };

	(void)state;
	begin(&desk);
	write_picture("in/a.jpg", 1);
	imports(&desk, "in", NULL, "1 0 0 0 0 0 0");
	write_picture("in/b.jpg", 2);
	write_picture("in/a.jpg", 3);
	desk.options.dry_run = true;
	imports(&desk, "in", NULL, "1 1 0 0 0 0 0");
	assert_int_equal(cutline_import(NULL, paths, 1, &desk.options,
					&desk.counts, NULL),
			 CUTLINE_OK);
	counts_are(&desk, "2 0 0 0 0 0 0");
	desk.options.dry_run = false;
	imports(&desk, "in", NULL, "1 1 0 0 0 0 0");
	end(&desk);
}

static void a_stopped_import_goes_on_later(void **state)
{
	struct desk desk;

	(void)state;
	begin(&desk);
	write_picture("in/a.jpg", 1);
	write_picture("in/b.jpg", 2);
	write_picture("in/c.jpg", 3);
	imports(&desk, "in/c.jpg", NULL, "1 0 0 0 0 0 0");
	desk.stop_after = 2;
	assert_int_equal(import(&desk, "in", NULL), CUTLINE_STOPPED);
	counts_are(&desk, "1 0 0 0 0 0 0");
	imports(&desk, "in", NULL, "1 0 2 0 0 0 0");
	end(&desk);
}

static void the_catalog_may_lie_in_the_folder(void **state)
{
	struct desk desk;

	(void)state;
	begin(&desk);
	write_picture("in/a.jpg", 1);
	imports(&desk, ".", NULL, "1 0 0 0 0 0 3");
	imports(&desk, ".", NULL, "0 0 1 0 0 0 3");
	assert_int_equal(
		cutline_catalog_verify(desk.catalog, NULL, NULL, NULL, NULL),
		CUTLINE_OK);
	end(&desk);
}

/* Some allocations are for speed only, and their want changes nothing. */
static void every_allocation_may_fail(void **state)
{
	struct desk desk;
	long n = 0, asked;

	(void)state;
	begin(&desk);
	write_picture("in/a.jpg", 1);
	write_file("in/b.jpg", "oops", 4);
	do {
		const char *const paths[] = { "in" };
		enum cutline_status status;

		cutline_catalog_close(desk.catalog);
		open_catalog(&desk, CUTLINE_CATALOG_WRITE);
		fail_alloc_after(n++);
		status = cutline_import(desk.catalog, paths, 1, NULL,
					&desk.counts, NULL);
		asked = fail_alloc_count();
		fail_alloc_after(-1);
		if (status == CUTLINE_NOMEM)
			continue;
		assert_int_equal(status, CUTLINE_OK);
		assert_int_equal(desk.counts.fresh + desk.counts.same, 1);
		assert_int_equal(desk.counts.failed, 1);
	} while (asked >= n);
	assert_true(n > 10);
	imports(&desk, "in", NULL, "0 0 1 0 0 1 0");
	end(&desk);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_file_is_read_once),
		cmocka_unit_test(changes_moves_and_losses_are_told),
		cmocka_unit_test(an_absent_root_marks_nothing_missing),
		cmocka_unit_test(what_is_no_picture_is_counted_or_fails),
		cmocka_unit_test(a_file_that_turns_bad_keeps_its_record),
		cmocka_unit_test(a_dry_run_writes_nothing),
		cmocka_unit_test(a_stopped_import_goes_on_later),
		cmocka_unit_test(the_catalog_may_lie_in_the_folder),
		cmocka_unit_test(every_allocation_may_fail),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
