/* SPDX-License-Identifier: MIT */
#include <dirent.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <sqlite3.h>

#include "fail_alloc.h"
#include "unit/catalog/archive.h"
#include "unit/test.h"

static struct cutline_catalog *catalog;
static const char *path;

static int set_up(void **state)
{
	static char own[256];

	(void)state;
	make_folder();
	(void)snprintf(own, sizeof(own), "%s", make_path("c.db"));
	path = own;
	catalog = open_catalog(path, CUTLINE_CATALOG_CREATE);
	for (size_t i = 0; i < ARCHIVE_COUNT; i++)
		put_made(catalog, &archive[i]);
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	cutline_catalog_close(catalog);
	remove_folder();
	return 0;
}

/* How many files are in the test's folder. */
static int files(void)
{
	DIR *folder = opendir(make_path(""));
	struct dirent *entry;
	int count = 0;

	assert_non_null(folder);
	while ((entry = readdir(folder)))
		count += entry->d_name[0] != '.';
	assert_int_equal(closedir(folder), 0);
	return count;
}

static void back_up(const char *to)
{
	struct cutline_error err = { 0 };

	if (cutline_catalog_backup(catalog, to, false, &err) != CUTLINE_OK)
		fail_msg("%s", err.text);
}

/* The catalog at a path is sound and answers like the one of set_up(). */
static void check_copy(const char *copy)
{
	struct cutline_catalog *c = open_catalog(copy, CUTLINE_CATALOG_READ);

	check_sound(c);
	assert_string_equal(find(c, "lima", CUTLINE_SORT_NEWEST), "1");
	assert_int_equal(strlen(find(c, "", CUTLINE_SORT_NEWEST)),
			 strlen("1 2 3 4"));
	cutline_catalog_close(c);
}

static void put_more(struct cutline_catalog *c, int n)
{
	char file[40];
	char identity[40];
	const struct made made = { .path = file, .identity = identity };

	(void)snprintf(file, sizeof(file), "/q/%d.jpg", n);
	(void)snprintf(identity, sizeof(identity), "xxh3:q%d", n);
	put_made(c, &made);
}

/* Leave the catalog as a process leaves it that is killed after a commit: the
 * photo 5 in its log. */
static void leave_log(void)
{
	char log[300];
	struct stat st;
	int status;
	pid_t pid;

	cutline_catalog_close(catalog);
	catalog = NULL;
	pid = fork();
	if (pid == 0) {
		struct cutline_catalog *c =
			open_catalog(path, CUTLINE_CATALOG_WRITE);

		put_more(c, 1);
		(void)raise(SIGKILL);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	(void)snprintf(log, sizeof(log), "%s-wal", path);
	assert_int_equal(stat(log, &st), 0);
	assert_true(st.st_size > 0);
}

static void a_copy_is_a_catalog_in_one_file(void **state)
{
	const char *copy = make_path("copy.db");
	struct stat st;

	(void)state;
	assert_int_equal(chmod(path, 0640), 0);
	back_up(copy);
	assert_int_equal(stat(copy, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0640);
	put_more(catalog, 1);
	check_copy(copy);
	cutline_catalog_close(catalog);
	catalog = open_catalog(path, CUTLINE_CATALOG_READ);
	back_up(make_path("copy2.db"));
	cutline_catalog_close(catalog);
	catalog = NULL;
	assert_int_equal(files(), 3);
}

static void it_replaces_nothing_unasked(void **state)
{
	const char *copy = make_path("copy.db");
	struct cutline_error err = { 0 };

	(void)state;
	back_up(copy);
	assert_int_equal(cutline_catalog_backup(catalog, copy, false, &err),
			 CUTLINE_CONFLICT);
	assert_non_null(strstr(err.text, copy));
	assert_int_equal(cutline_catalog_backup(catalog, copy, true, NULL),
			 CUTLINE_OK);
	check_copy(copy);
	assert_int_equal(cutline_catalog_backup(catalog, path, true, &err),
			 CUTLINE_CONFLICT);
	check_copy(path);
	assert_int_equal(cutline_catalog_begin(catalog, NULL), CUTLINE_OK);
	assert_int_equal(cutline_catalog_backup(catalog, copy, true, &err),
			 CUTLINE_BUSY);
	cutline_catalog_rollback(catalog);
}

/* Copies made while another process writes hold what was committed up to a
 * moment: the first photos, without a gap. */
static void an_import_may_go_on(void **state)
{
	const struct timespec pause = { .tv_nsec = 5000000 };
	int64_t last = 0;
	int grown = 0;
	pid_t pid = fork();

	(void)state;
	if (pid == 0) {
		struct cutline_catalog *c =
			open_catalog(path, CUTLINE_CATALOG_WRITE);

		for (int n = 0; n < 2000; n++) {
			put_more(c, n);
			nanosleep(&pause, NULL);
		}
		_exit(0);
	}
	for (int i = 0; i < 20; i++) {
		const char *copy = make_path("copy.db");
		struct cutline_catalog_info info;
		struct cutline_catalog *c;
		uint64_t count;
		struct cutline_query *q;

		assert_int_equal(
			cutline_catalog_backup(catalog, copy, true, NULL),
			CUTLINE_OK);
		c = open_catalog(copy, CUTLINE_CATALOG_READ);
		assert_int_equal(
			cutline_catalog_verify(c, NULL, NULL, &info, NULL),
			CUTLINE_OK);
		assert_int_equal(cutline_query_parse("", 0, &q, NULL, NULL),
				 CUTLINE_OK);
		assert_int_equal(cutline_catalog_count(c, q, &count, NULL),
				 CUTLINE_OK);
		cutline_query_free(q);
		assert_int_equal(count, info.photos);
		assert_true((int64_t)info.photos >= last);
		grown += (int64_t)info.photos > last;
		last = (int64_t)info.photos;
		cutline_catalog_close(c);
	}
	assert_int_equal(kill(pid, SIGKILL), 0);
	assert_int_equal(waitpid(pid, NULL, 0), pid);
	print_message("# of 20 copies %d had more than the one before\n",
		      grown);
	assert_true(grown > 5);
}

/* SQLite would play a log that lies there into the copy. */
static void not_beside_the_log_of_another(void **state)
{
	const char *copy = make_path("copy.db");
	char log[300];
	char old[300];
	struct cutline_error err = { 0 };
	struct cutline_catalog *c;
	int before;

	(void)state;
	back_up(copy);
	c = open_catalog(copy, CUTLINE_CATALOG_WRITE);
	put_more(c, 1);
	assert_int_equal(cutline_catalog_backup(catalog, copy, true, &err),
			 CUTLINE_CONFLICT);
	assert_true(err.hint[0]);
	cutline_catalog_close(c);
	assert_int_equal(cutline_catalog_backup(catalog, copy, true, NULL),
			 CUTLINE_OK);
	check_copy(copy);
	leave_log();
	(void)snprintf(old, sizeof(old), "%s-wal", path);
	(void)snprintf(log, sizeof(log), "%s-wal", copy);
	assert_int_equal(rename(old, log), 0);
	catalog = open_catalog(path, CUTLINE_CATALOG_READ);
	before = files();
	assert_int_equal(cutline_catalog_backup(catalog, copy, true, &err),
			 CUTLINE_CONFLICT);
	assert_non_null(strstr(err.text, log));
	assert_int_equal(unlink(copy), 0);
	assert_int_equal(cutline_catalog_backup(catalog, copy, false, NULL),
			 CUTLINE_CONFLICT);
	assert_int_equal(files(), before - 1);
}

static void a_full_disk_leaves_no_copy(void **state)
{
	struct rlimit old;
	struct rlimit small;
	struct cutline_error err = { 0 };
	int before = files();

	(void)state;
	(void)signal(SIGXFSZ, SIG_IGN);
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &old), 0);
	small = old;
	small.rlim_cur = 64 * 1024;
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
	assert_int_equal(cutline_catalog_backup(catalog, make_path("copy.db"),
						false, &err),
			 CUTLINE_IO);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &old), 0);
	assert_true(err.hint[0]);
	assert_int_equal(files(), before);
}

static void a_restore_keeps_the_old_one(void **state)
{
	const char *copy = make_path("copy.db");
	struct cutline_restored restored;
	struct cutline_catalog *c;

	(void)state;
	back_up(copy);
	put_more(catalog, 1);
	cutline_catalog_close(catalog);
	catalog = NULL;
	assert_int_equal(
		cutline_catalog_restore(path, copy, true, &restored, NULL),
		CUTLINE_OK);
	assert_string_equal(restored.kept, "");
	assert_int_equal(files(), 2);
	assert_int_equal(
		cutline_catalog_restore(path, copy, false, &restored, NULL),
		CUTLINE_OK);
	assert_int_equal(restored.info.photos, 4);
	assert_int_equal(restored.info.locations, 5);
	check_copy(path);
	check_copy(copy);
	c = open_catalog(restored.kept, CUTLINE_CATALOG_READ);
	assert_string_equal(find(c, "folder:q", CUTLINE_SORT_NEWEST), "5");
	check_sound(c);
	cutline_catalog_close(c);
	assert_int_equal(files(), 3);
}

static unsigned mode_of(const char *file)
{
	struct stat st;

	assert_int_equal(stat(file, &st), 0);
	return st.st_mode & 0777;
}

static void a_backup_nobody_may_write_to_is_one(void **state)
{
	const char *copy = make_path("copy.db");

	(void)state;
	assert_int_equal(chmod(path, 0444), 0);
	back_up(copy);
	assert_int_equal(mode_of(copy), 0644);
	cutline_catalog_close(catalog);
	catalog = NULL;
	assert_int_equal(chmod(path, 0600), 0);
	assert_int_equal(chmod(copy, 0444), 0);
	assert_int_equal(cutline_catalog_restore(path, copy, false, NULL, NULL),
			 CUTLINE_OK);
	assert_int_equal(mode_of(path), 0600);
	assert_int_equal(unlink(path), 0);
	assert_int_equal(cutline_catalog_restore(path, copy, false, NULL, NULL),
			 CUTLINE_OK);
	assert_int_equal(mode_of(path), 0644);
	check_copy(path);
}

/* Whoever has the old one open would write into what was put aside. */
static void not_while_somebody_has_it_open(void **state)
{
	const char *copy = make_path("copy.db");
	struct cutline_error err = { 0 };

	(void)state;
	back_up(copy);
	for (int mode = 0; mode <= CUTLINE_CATALOG_WRITE; mode++) {
		cutline_catalog_close(catalog);
		catalog = open_catalog(path, (enum cutline_catalog_mode)mode);
		assert_string_equal(find(catalog, "lima", CUTLINE_SORT_NEWEST),
				    "1");
		assert_int_equal(
			cutline_catalog_restore(path, copy, false, NULL, &err),
			CUTLINE_BUSY);
		assert_non_null(strstr(err.text, "open"));
	}
	put_more(catalog, 1);
	assert_string_equal(find(catalog, "folder:q", CUTLINE_SORT_NEWEST),
			    "5");
	check_sound(catalog);
	cutline_catalog_close(catalog);
	catalog = NULL;
	assert_int_equal(files(), 2);
}

static void what_stands_in_a_log_is_kept_too(void **state)
{
	const char *copy = make_path("copy.db");
	struct cutline_restored restored;
	struct cutline_catalog *c;

	(void)state;
	back_up(copy);
	leave_log();
	assert_int_equal(
		cutline_catalog_restore(path, copy, false, &restored, NULL),
		CUTLINE_OK);
	check_copy(path);
	c = open_catalog(restored.kept, CUTLINE_CATALOG_READ);
	assert_string_equal(find(c, "folder:q", CUTLINE_SORT_NEWEST), "5");
	cutline_catalog_close(c);
	assert_int_equal(files(), 3);
}

static void a_strange_log_is_not_taken_over(void **state)
{
	const char *copy = make_path("copy.db");
	struct cutline_restored restored;

	(void)state;
	back_up(copy);
	leave_log();
	assert_int_equal(unlink(path), 0);
	assert_int_equal(
		cutline_catalog_restore(path, copy, false, &restored, NULL),
		CUTLINE_OK);
	assert_string_equal(restored.kept, "");
	check_copy(path);
}

/* Nor is it given to a catalog that was put aside before. */
static void a_log_is_kept_by_itself(void **state)
{
	const char *copy = make_path("copy.db");
	struct cutline_restored first;
	struct cutline_restored restored;
	char name[300];

	(void)state;
	back_up(copy);
	cutline_catalog_close(catalog);
	catalog = NULL;
	assert_int_equal(
		cutline_catalog_restore(path, copy, false, &first, NULL),
		CUTLINE_OK);
	leave_log();
	assert_int_equal(unlink(path), 0);
	assert_int_equal(cutline_catalog_restore(path, copy, false, NULL, NULL),
			 CUTLINE_OK);
	check_copy(path);
	check_copy(first.kept);
	/* Where only a log has the name, the catalog takes the next. */
	(void)snprintf(name, sizeof(name), "%s.replaced.2-wal", path);
	assert_int_equal(access(name, F_OK), 0);
	assert_int_equal(
		cutline_catalog_restore(path, copy, false, &restored, NULL),
		CUTLINE_OK);
	assert_non_null(strstr(restored.kept, ".replaced.3"));
	check_copy(restored.kept);
}

static void of_a_damaged_one_all_is_kept(void **state)
{
	const char *copy = make_path("copy.db");
	struct cutline_restored restored;
	struct stat st;

	(void)state;
	back_up(copy);
	cutline_catalog_close(catalog);
	catalog = NULL;
	assert_int_equal(truncate(path, 9000), 0);
	assert_int_equal(
		cutline_catalog_restore(path, copy, false, &restored, NULL),
		CUTLINE_OK);
	check_copy(path);
	assert_int_equal(stat(restored.kept, &st), 0);
	assert_int_equal(st.st_size, 9000);
}

static void nothing_is_made_of_a_bad_backup(void **state)
{
	const char *copy = make_path("copy.db");
	struct cutline_error err = { 0 };
	sqlite3 *db;

	(void)state;
	assert_int_equal(cutline_catalog_restore(path, copy, false, NULL, &err),
			 CUTLINE_NOT_FOUND);
	assert_int_equal(cutline_catalog_restore(path, path, false, NULL, &err),
			 CUTLINE_CONFLICT);
	back_up(copy);
	assert_int_equal(sqlite3_open(copy, &db), SQLITE_OK);
	assert_int_equal(
		sqlite3_exec(db, "DROP TABLE record", NULL, NULL, NULL),
		SQLITE_OK);
	assert_int_equal(sqlite3_close(db), SQLITE_OK);
	assert_int_equal(cutline_catalog_restore(path, copy, false, NULL, &err),
			 CUTLINE_DAMAGED);
	assert_int_equal(truncate(copy, 30000), 0);
	assert_int_equal(cutline_catalog_restore(path, copy, false, NULL, &err),
			 CUTLINE_DAMAGED);
	check_copy(path);
}

/* What is to be done is not what is to be done about a bad catalog. */
static void a_bad_backup_is_told_as_one(void **state)
{
	const char *copy = make_path("copy.db");
	struct cutline_error err = { 0 };
	FILE *f;

	(void)state;
	back_up(copy);
	assert_int_equal(truncate(copy, 30000), 0);
	assert_int_equal(cutline_catalog_restore(path, copy, false, NULL, &err),
			 CUTLINE_DAMAGED);
	assert_non_null(strstr(err.text, copy));
	assert_null(strstr(err.text, "***"));
	assert_null(strchr(err.text, '\n'));
	assert_non_null(strstr(err.hint, "another backup"));
	assert_int_equal(cutline_catalog_restore(path, copy, true, NULL, &err),
			 CUTLINE_DAMAGED);
	assert_non_null(strstr(err.hint, "another backup"));
	f = fopen(copy, "wb");
	assert_non_null(f);
	assert_true(fputs("my letters", f) >= 0);
	assert_int_equal(fclose(f), 0);
	assert_int_equal(cutline_catalog_restore(path, copy, false, NULL, &err),
			 CUTLINE_FORMAT);
	assert_non_null(strstr(err.hint, "“cutline backup” wrote"));
	check_copy(path);
}

static void every_allocation_may_fail(void **state)
{
	const char *copy = make_path("copy.db");
	enum cutline_status status;
	long live;
	long n = 0;

	(void)state;
	live = fail_alloc_live();
	do {
		fail_alloc_after(n++);
		status = cutline_catalog_backup(catalog, copy, false, NULL);
		fail_alloc_after(-1);
		assert_int_equal(access(copy, F_OK) == 0, status == CUTLINE_OK);
	} while (status == CUTLINE_NOMEM);
	assert_int_equal(status, CUTLINE_OK);
	assert_true(n > 2);
	assert_int_equal(fail_alloc_live(), live);
	cutline_catalog_close(catalog);
	catalog = NULL;
	n = 0;
	do {
		fail_alloc_after(n++);
		status = cutline_catalog_restore(path, copy, false, NULL, NULL);
		fail_alloc_after(-1);
		check_copy(path);
	} while (status == CUTLINE_NOMEM);
	assert_int_equal(status, CUTLINE_OK);
	assert_true(n > 4);
	assert_int_equal(fail_alloc_live(), 0);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(a_copy_is_a_catalog_in_one_file),
		TEST(it_replaces_nothing_unasked),
		TEST(an_import_may_go_on),
		TEST(not_beside_the_log_of_another),
		TEST(a_full_disk_leaves_no_copy),
		TEST(a_restore_keeps_the_old_one),
		TEST(a_backup_nobody_may_write_to_is_one),
		TEST(not_while_somebody_has_it_open),
		TEST(what_stands_in_a_log_is_kept_too),
		TEST(a_strange_log_is_not_taken_over),
		TEST(a_log_is_kept_by_itself),
		TEST(of_a_damaged_one_all_is_kept),
		TEST(nothing_is_made_of_a_bad_backup),
		TEST(a_bad_backup_is_told_as_one),
		TEST(every_allocation_may_fail),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
