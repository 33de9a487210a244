/* SPDX-License-Identifier: MIT */
#include "catalog/migrate.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/buf.h"
#include "catalog/schema.h"
#include "fail_alloc.h"
#include "photo/json.h"
#include "unit/catalog/archive.h"
#include "unit/test.h"

static int set_up(void **state)
{
	(void)state;
	make_folder();
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	remove_folder();
	return 0;
}

static char *read_whole(const char *path, size_t *len)
{
	FILE *f = fopen(path, "rb");
	char *data = malloc(1 << 20);

	if (!f)
		fail_msg("no file %s", path);
	assert_non_null(data);
	*len = fread(data, 1, (1 << 20) - 1, f);
	data[*len] = '\0';
	assert_int_equal(fclose(f), 0);
	return data;
}

static void run_sql(const char *path, const char *sql)
{
	sqlite3 *db;
	char *why = NULL;

	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	if (sqlite3_exec(db, sql, NULL, NULL, &why) != SQLITE_OK)
		fail_msg("%s", why);
	assert_int_equal(sqlite3_close(db), SQLITE_OK);
}

/* What a query of one column gives, a row a line; for sqlite3_free(). */
static char *ask(const char *path, const char *sql)
{
	sqlite3 *db;
	sqlite3_stmt *stmt;
	char *out = sqlite3_mprintf("");

	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &stmt, NULL),
			 SQLITE_OK);
	while (sqlite3_step(stmt) == SQLITE_ROW)
		out = sqlite3_mprintf("%z%s\n", out,
				      sqlite3_column_text(stmt, 0));
	sqlite3_finalize(stmt);
	assert_int_equal(sqlite3_close(db), SQLITE_OK);
	return out;
}

/* A catalog as the version with that schema made it. */
static const char *old_catalog(const char *name, int version)
{
	const char *path = make_path(name);
	const char *tests = getenv("CUTLINE_TESTS");
	char from[4096];
	char *whole;
	char *sql;
	size_t len;

	(void)snprintf(from, sizeof(from), "%s/unit/catalog/schema_%d.sql",
		       tests ? tests : "tests", version);
	sql = read_whole(from, &len);
	whole = sqlite3_mprintf("PRAGMA page_size=8192;%s", sql);
	run_sql(path, whole);
	run_sql(path, "PRAGMA journal_mode=WAL");
	sqlite3_free(whole);
	free(sql);
	return path;
}

/* The same photos in a catalog of the present version. */
static struct cutline_catalog *new_catalog(const char *name)
{
	struct cutline_catalog *c =
		open_catalog(make_path(name), CUTLINE_CATALOG_CREATE);
	uint64_t missing;

	for (size_t i = 0; i < ARCHIVE_COUNT; i++)
		put_made(c, &archive[i]);
	cutline_catalog_close(c);
	c = open_catalog(make_path(name), CUTLINE_CATALOG_WRITE);
	assert_int_equal(cutline_catalog_begin(c, NULL), CUTLINE_OK);
	assert_int_equal(cutline_catalog_sweep(c, "/p/gone", &missing, NULL),
			 CUTLINE_OK);
	assert_int_equal(cutline_catalog_commit(c, NULL), CUTLINE_OK);
	assert_int_equal(missing, 1);
	return c;
}

static void same_answers(const char *path, const char *other, const char *sql)
{
	char *a = ask(path, sql);
	char *b = ask(other, sql);

	assert_string_equal(a, b);
	assert_true(a[0]);
	sqlite3_free(a);
	sqlite3_free(b);
}

static void same_photo(struct cutline_catalog *a, struct cutline_catalog *b,
		       int64_t id)
{
	struct cutline_photo *photo;
	struct cl_buf text[2];
	struct cl_json j;

	for (int i = 0; i < 2; i++) {
		assert_int_equal(
			cutline_catalog_photo(i ? b : a, id, &photo, NULL),
			CUTLINE_OK);
		cl_buf_init(&text[i], 1u << 20);
		cl_json_init(&j, &text[i]);
		cl_photo_json(&j, photo, true);
		cutline_photo_free(photo);
	}
	assert_string_equal(cl_buf_cstr(&text[0]), cl_buf_cstr(&text[1]));
	assert_true(text[0].len > 100);
	cl_buf_release(&text[0]);
	cl_buf_release(&text[1]);
}

static void it_becomes_what_is_made_today(void **state)
{
	static const char *const queries[] = {
		"",
		"lima",
		"by:roca",
		"via:getty",
		"city:nice",
		"-city:nice",
		"date:2023",
		"missing:date_created",
		"file:copy",
		"folder:gone",
		"conflict:date_created",
		"has:gps",
	};
	const char *path = old_catalog("old.db", 1);
	struct cutline_catalog *made = new_catalog("new.db");
	struct cutline_catalog *c = open_catalog(path, CUTLINE_CATALOG_READ);

	(void)state;
	assert_non_null(cutline_catalog_upgraded(c));
	assert_null(cutline_catalog_upgraded(made));
	check_sound(c);
	for (size_t i = 0; i < sizeof(queries) / sizeof(queries[0]); i++) {
		char answer[100];

		(void)snprintf(answer, sizeof(answer), "%s",
			       find(made, queries[i], CUTLINE_SORT_NEWEST));
		assert_true(answer[0] >= '1' && answer[0] <= '9');
		assert_string_equal(find(c, queries[i], CUTLINE_SORT_NEWEST),
				    answer);
	}
	for (int64_t id = 1; id <= 4; id++)
		same_photo(c, made, id);
	same_answers(path, make_path("new.db"),
		     "SELECT name || ' ' || coalesce(sql, '') FROM "
		     "sqlite_schema ORDER BY name");
	same_answers(path, make_path("new.db"),
		     "SELECT quote(path) || quote(caption) || quote(creators) "
		     "FROM photo_view ORDER BY id");
	same_answers(path, make_path("new.db"),
		     "SELECT photo_id || position || role || name "
		     "FROM credit_view ORDER BY photo_id, position");
	same_answers(path, make_path("new.db"), "PRAGMA user_version");
	cutline_catalog_close(made);
	cutline_catalog_close(c);
}

static void it_can_be_written_afterwards(void **state)
{
	static const struct made made = { .path = "/p/e.jpg",
					  .identity = "xxh3:0e" };
	struct cutline_catalog *c =
		open_catalog(old_catalog("write.db", 1), CUTLINE_CATALOG_WRITE);

	(void)state;
	assert_int_equal(put_made(c, &made), CUTLINE_PUT_NEW);
	assert_string_equal(find(c, "file:e", CUTLINE_SORT_NEWEST), "5");
	check_sound(c);
	cutline_catalog_close(c);
}

static void as_it_was_it_is_kept(void **state)
{
	const char *path = old_catalog("kept.db", 1);
	struct cutline_catalog *c;
	char copy[300];
	struct stat st;

	(void)state;
	assert_int_equal(chmod(path, 0640), 0);
	c = open_catalog(path, CUTLINE_CATALOG_READ);
	(void)snprintf(copy, sizeof(copy), "%s.backup-schema-1", path);
	assert_string_equal(cutline_catalog_upgraded(c), copy);
	cutline_catalog_close(c);
	assert_int_equal(stat(copy, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0640);
	same_answers(copy, old_catalog("again.db", 1),
		     "SELECT name || coalesce(sql, '') FROM sqlite_schema "
		     "ORDER BY name");
	same_answers(copy, make_path("again.db"), "PRAGMA user_version");
	same_answers(copy, make_path("again.db"),
		     "SELECT chosen || sources FROM record ORDER BY 1");
	/* Once is enough. */
	c = open_catalog(path, CUTLINE_CATALOG_WRITE);
	assert_null(cutline_catalog_upgraded(c));
	cutline_catalog_close(c);
	/* The copy is a catalog, and can be brought here as well. */
	c = open_catalog(copy, CUTLINE_CATALOG_WRITE);
	assert_non_null(cutline_catalog_upgraded(c));
	check_sound(c);
	cutline_catalog_close(c);
}

static void a_copy_never_replaces_a_file(void **state)
{
	const char *path = old_catalog("taken.db", 1);
	struct cutline_catalog *c;
	char name[300];
	char *text;
	size_t len;
	FILE *f;

	(void)state;
	(void)snprintf(name, sizeof(name), "%s.backup-schema-1", path);
	f = fopen(name, "w");
	assert_non_null(f);
	assert_true(fputs("precious", f) >= 0);
	assert_int_equal(fclose(f), 0);
	c = open_catalog(path, CUTLINE_CATALOG_READ);
	assert_non_null(strstr(cutline_catalog_upgraded(c),
			       "taken.db.backup-schema-1.2"));
	cutline_catalog_close(c);
	text = read_whole(name, &len);
	assert_string_equal(text, "precious");
	free(text);
}

/* Opening gives a status, says that the catalog stays as it was, and that is
 * true; no copy is left. */
static void stays_old(const char *path, enum cutline_status expected)
{
	struct cutline_catalog *c;
	struct cutline_error err = { 0 };
	char name[300];
	char *version;

	assert_int_equal(
		cutline_catalog_open(path, CUTLINE_CATALOG_WRITE, &c, &err),
		expected);
	assert_null(c);
	assert_non_null(strstr(err.text, "stays as it was"));
	assert_true(err.hint[0]);
	(void)snprintf(name, sizeof(name), "%s.backup-schema-1", path);
	assert_int_not_equal(access(name, F_OK), 0);
	version = ask(path, "PRAGMA user_version");
	assert_string_equal(version, "1\n");
	sqlite3_free(version);
}

static void a_full_disk_changes_nothing(void **state)
{
	const char *path = old_catalog("full.db", 1);
	struct rlimit old;
	struct rlimit small;
	struct cutline_catalog *c;

	(void)state;
	(void)signal(SIGXFSZ, SIG_IGN);
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &old), 0);
	small = old;
	small.rlim_cur = 64 * 1024;
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
	stays_old(path, CUTLINE_IO);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &old), 0);
	c = open_catalog(path, CUTLINE_CATALOG_WRITE);
	check_sound(c);
	cutline_catalog_close(c);
}

static void a_damaged_one_is_left_alone(void **state)
{
	const char *path = old_catalog("damaged.db", 1);
	char *page = ask(path, "SELECT rootpage FROM sqlite_schema "
			       "WHERE name = 'location_photo'");
	char rubbish[512];
	int fd = open(path, O_WRONLY);

	(void)state;
	memset(rubbish, 0xA5, sizeof(rubbish));
	assert_true(fd >= 0);
	assert_int_equal(pwrite(fd, rubbish, sizeof(rubbish),
				(strtoll(page, NULL, 10) - 1) * 8192),
			 sizeof(rubbish));
	assert_int_equal(close(fd), 0);
	sqlite3_free(page);
	stays_old(path, CUTLINE_DAMAGED);
}

static void strange_tables_are_left_alone(void **state)
{
	const char *path = old_catalog("strange.db", 1);

	(void)state;
	run_sql(path, "CREATE TABLE root (a)");
	stays_old(path, CUTLINE_DAMAGED);
	path = old_catalog("strange2.db", 1);
	run_sql(path, "DROP INDEX photo_time");
	stays_old(path, CUTLINE_DAMAGED);
}

/* As nobody, if we are root, since root may write everywhere. */
static void without_rights_it_is_refused(void **state)
{
	const char *path;
	bool root = geteuid() == 0;

	(void)state;
	assert_int_equal(mkdir(make_path("locked"), 0755), 0);
	path = old_catalog("locked/c.db", 1);
	assert_int_equal(chmod(path, 0444), 0);
	assert_int_equal(chmod(make_path("locked"), 0555), 0);
	assert_int_equal(chmod(make_path("."), 0755), 0);
	assert_int_equal(root ? seteuid(65534) : 0, 0);
	for (int mode = 0; mode <= CUTLINE_CATALOG_CREATE; mode++) {
		struct cutline_catalog *c;
		struct cutline_error err = { 0 };
		enum cutline_status status = cutline_catalog_open(
			path, (enum cutline_catalog_mode)mode, &c, &err);

		assert_int_equal(status, CUTLINE_IO);
		assert_non_null(strstr(err.hint, "permissions"));
	}
	assert_int_equal(root ? seteuid(0) : 0, 0);
	assert_int_equal(chmod(make_path("locked"), 0755), 0);
}

static void several_may_open_it_at_once(void **state)
{
	const char *path = old_catalog("crowd.db", 1);
	struct cutline_catalog *c;
	char name[300];
	int status;

	(void)state;
	for (int i = 0; i < 6; i++) {
		if (fork() == 0) {
			enum cutline_status opened = cutline_catalog_open(
				path,
				i % 2 ? CUTLINE_CATALOG_READ
				      : CUTLINE_CATALOG_WRITE,
				&c, NULL);

			_exit(opened != CUTLINE_OK);
		}
	}
	for (int i = 0; i < 6; i++) {
		assert_true(wait(&status) > 0);
		assert_int_equal(status, 0);
	}
	c = open_catalog(path, CUTLINE_CATALOG_READ);
	assert_null(cutline_catalog_upgraded(c));
	check_sound(c);
	cutline_catalog_close(c);
	(void)snprintf(name, sizeof(name), "%s.backup-schema-1", path);
	assert_int_equal(access(name, F_OK), 0);
	(void)snprintf(name, sizeof(name), "%s.backup-schema-1.2", path);
	assert_int_not_equal(access(name, F_OK), 0);
}

/* Killed at any moment, it is of the one schema or of the other. */
static void a_killed_one_is_whole(void **state)
{
	char name[40];
	size_t old = 0;
	size_t status_of_killed = 0;

	(void)state;
	for (int i = 0; i < 40; i++) {
		const struct timespec pause = { .tv_nsec = i * 1000000 };
		struct cutline_catalog *c;
		const char *path;
		int status;
		pid_t pid;

		(void)snprintf(name, sizeof(name), "killed%d.db", i);
		path = old_catalog(name, 1);
		pid = fork();
		if (pid == 0) {
			_exit(cutline_catalog_open(path, CUTLINE_CATALOG_WRITE,
						   &c, NULL) != CUTLINE_OK);
		}
		nanosleep(&pause, NULL);
		assert_int_equal(kill(pid, SIGKILL), 0);
		assert_int_equal(waitpid(pid, &status, 0), pid);
		status_of_killed += WIFSIGNALED(status);
		c = open_catalog(path, CUTLINE_CATALOG_WRITE);
		old += cutline_catalog_upgraded(c) != NULL;
		check_sound(c);
		assert_string_equal(find(c, "lima", CUTLINE_SORT_NEWEST), "1");
		cutline_catalog_close(c);
	}
	print_message(
		"# of 40 migrations %zu were killed, %zu before the end\n",
		status_of_killed, old);
	assert_true(old > 0);
}

static void every_allocation_may_fail(void **state)
{
	const char *path = old_catalog("nomem.db", 1);
	struct cutline_catalog *c = NULL;
	enum cutline_status status;
	long n = 0;

	(void)state;
	do {
		fail_alloc_after(n++);
		status = cutline_catalog_open(path, CUTLINE_CATALOG_WRITE, &c,
					      NULL);
		fail_alloc_after(-1);
		assert_true(status == CUTLINE_OK || !c);
	} while (status == CUTLINE_NOMEM);
	assert_int_equal(status, CUTLINE_OK);
	assert_true(n > 4);
	assert_non_null(strstr(cutline_catalog_upgraded(c), "schema-1"));
	assert_null(strstr(cutline_catalog_upgraded(c), "schema-1."));
	check_sound(c);
	cutline_catalog_close(c);
	assert_int_equal(fail_alloc_live(), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(it_becomes_what_is_made_today),
		cmocka_unit_test(it_can_be_written_afterwards),
		cmocka_unit_test(as_it_was_it_is_kept),
		cmocka_unit_test(a_copy_never_replaces_a_file),
		cmocka_unit_test(a_full_disk_changes_nothing),
		cmocka_unit_test(a_damaged_one_is_left_alone),
		cmocka_unit_test(strange_tables_are_left_alone),
		cmocka_unit_test(without_rights_it_is_refused),
		cmocka_unit_test(several_may_open_it_at_once),
		cmocka_unit_test(a_killed_one_is_whole),
		cmocka_unit_test(every_allocation_may_fail),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
