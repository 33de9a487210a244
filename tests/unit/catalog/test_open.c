/* SPDX-License-Identifier: MIT */
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <sqlite3.h>

#include "catalog/schema.h"
#include "fail_alloc.h"
#include "unit/catalog/make.h"
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

static void write_file(const char *path, const void *data, size_t len)
{
	FILE *f = fopen(path, "wb");

	assert_non_null(f);
	assert_int_equal(fwrite(data, 1, len, f), len);
	assert_int_equal(fclose(f), 0);
}

static size_t read_file(const char *path, char *data, size_t size)
{
	FILE *f = fopen(path, "rb");
	size_t len;

	assert_non_null(f);
	len = fread(data, 1, size, f);
	assert_int_equal(fclose(f), 0);
	return len;
}

/* Opening in every mode gives the status and leaves every byte as it was, and
 * no file beside it. */
static void refuses(const char *path, enum cutline_status status)
{
	static char before[1 << 20];
	static char after[1 << 20];
	size_t len = read_file(path, before, sizeof(before));

	for (int mode = 0; mode <= CUTLINE_CATALOG_CREATE; mode++) {
		struct cutline_catalog *c;
		struct cutline_error err = { 0 };
		char beside[300];

		assert_int_equal(cutline_catalog_open(
					 path, (enum cutline_catalog_mode)mode,
					 &c, &err),
				 status);
		assert_null(c);
		assert_int_equal(err.status, status);
		assert_non_null(strstr(err.text, path));
		assert_true(err.hint[0]);
		assert_int_equal(read_file(path, after, sizeof(after)), len);
		assert_memory_equal(before, after, len);
		(void)snprintf(beside, sizeof(beside), "%s-wal", path);
		assert_int_not_equal(access(beside, F_OK), 0);
	}
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

static const char *new_catalog(const char *name)
{
	const char *path = make_path(name);

	cutline_catalog_close(open_catalog(path, CUTLINE_CATALOG_CREATE));
	return path;
}

static void an_absent_one_is_not_found(void **state)
{
	const char *path = make_path("absent.db");
	struct cutline_catalog *c;
	struct cutline_error err = { 0 };

	(void)state;
	assert_int_equal(
		cutline_catalog_open(path, CUTLINE_CATALOG_READ, &c, &err),
		CUTLINE_NOT_FOUND);
	assert_null(c);
	assert_non_null(strstr(err.hint, "import"));
	assert_int_equal(
		cutline_catalog_open(path, CUTLINE_CATALOG_WRITE, &c, &err),
		CUTLINE_NOT_FOUND);
	assert_int_not_equal(access(path, F_OK), 0);
}

static void it_is_made_with_its_folders(void **state)
{
	const char *path = make_path("a/b/c.db");
	struct cutline_catalog *c = open_catalog(path, CUTLINE_CATALOG_CREATE);
	struct stat st;

	(void)state;
	check_sound(c);
	cutline_catalog_close(c);
	assert_int_equal(stat(make_path("a/b"), &st), 0);
	assert_int_equal(st.st_mode & 0777, 0700);
	c = open_catalog(path, CUTLINE_CATALOG_READ);
	check_sound(c);
	cutline_catalog_close(c);
	/* Readers tidy up too. */
	assert_int_not_equal(access(make_path("a/b/c.db-wal"), F_OK), 0);
}

static void an_empty_file_becomes_one(void **state)
{
	const char *path = make_path("empty.db");
	struct cutline_catalog *c;

	(void)state;
	write_file(path, "", 0);
	assert_int_equal(
		cutline_catalog_open(path, CUTLINE_CATALOG_READ, &c, NULL),
		CUTLINE_NOT_FOUND);
	c = open_catalog(path, CUTLINE_CATALOG_CREATE);
	check_sound(c);
	cutline_catalog_close(c);
}

static void files_of_others_stay_untouched(void **state)
{
	const char *text = make_path("text.db");
	const char *other = make_path("other.db");
	const char *other_wal = make_path("other_wal.db");

	(void)state;
	write_file(text, "Golden Globes, 2011\n", 20);
	refuses(text, CUTLINE_FORMAT);
	write_file(text, "SQLite format 3", 16);
	refuses(text, CUTLINE_FORMAT);
	run_sql(other, "CREATE TABLE photo (id INTEGER)");
	refuses(other, CUTLINE_FORMAT);
	run_sql(other_wal, "PRAGMA journal_mode=WAL;"
			   "PRAGMA application_id=7; CREATE TABLE t (a)");
	refuses(other_wal, CUTLINE_FORMAT);
}

static void a_folder_is_no_catalog(void **state)
{
	const char *path = make_path("folder");
	struct cutline_catalog *c;

	(void)state;
	assert_int_equal(mkdir(path, 0700), 0);
	assert_int_equal(
		cutline_catalog_open(path, CUTLINE_CATALOG_CREATE, &c, NULL),
		CUTLINE_FORMAT);
	assert_null(c);
}

static void a_newer_one_stays_untouched(void **state)
{
	const char *path = new_catalog("newer.db");
	char sql[100];

	(void)state;
	(void)snprintf(sql, sizeof(sql),
		       "PRAGMA user_version=%d;"
		       "PRAGMA wal_checkpoint(TRUNCATE)",
		       CL_SCHEMA_VERSION + 1);
	run_sql(path, sql);
	refuses(path, CUTLINE_UNSUPPORTED);
}

static void tables_of_others_are_refused(void **state)
{
	const char *path = new_catalog("hostile.db");
	struct cutline_catalog *c;
	struct cutline_error err = { 0 };

	(void)state;
	run_sql(path, "DROP TABLE record; CREATE VIEW record AS "
		      "SELECT 1 AS location_id, 2 AS chosen, 3 AS sources");
	assert_int_equal(
		cutline_catalog_open(path, CUTLINE_CATALOG_READ, &c, &err),
		CUTLINE_DAMAGED);
	assert_non_null(strstr(err.text, "tables"));
}

static void a_damaged_one_says_so(void **state)
{
	static char data[1 << 20];
	const char *path = new_catalog("damaged.db");
	size_t len = read_file(path, data, sizeof(data));
	struct cutline_catalog *c;

	(void)state;
	assert_true(len > 8192);
	write_file(path, data, 4000);
	assert_int_equal(
		cutline_catalog_open(path, CUTLINE_CATALOG_READ, &c, NULL),
		CUTLINE_DAMAGED);
	memset(data + 100, 0xA5, 4000);
	write_file(path, data, len);
	assert_int_equal(
		cutline_catalog_open(path, CUTLINE_CATALOG_WRITE, &c, NULL),
		CUTLINE_DAMAGED);
	data[0] = 'x';
	write_file(path, data, len);
	assert_int_equal(
		cutline_catalog_open(path, CUTLINE_CATALOG_WRITE, &c, NULL),
		CUTLINE_DAMAGED);
}

/* Whatever byte is changed, opening, asking and verifying end with a status. */
static void no_damage_is_worse_than_a_status(void **state)
{
	static char data[1 << 20];
	static const struct made made = {
		.path = "/a/b.jpg",
		.identity = "xxh3:01",
		.date = "2011-01-16",
		.fields = { { CUTLINE_CAPTION, "golden globes" },
			    { CUTLINE_CREATORS, "Ana Lima" } },
	};
	const char *path = make_path("flipped.db");
	struct cutline_catalog *c = open_catalog(path, CUTLINE_CATALOG_CREATE);
	uint32_t random = 1;
	size_t refused = 0;
	size_t verified = 0;
	size_t len;

	(void)state;
	assert_int_equal(put_made(c, &made), CUTLINE_PUT_NEW);
	cutline_catalog_close(c);
	len = read_file(path, data, sizeof(data));
	for (int i = 0; i < 300; i++) {
		size_t at;
		char was;
		enum cutline_status status;

		random = random * 1664525u + 1013904223u;
		at = i < 100 ? (size_t)i : (random >> 8) % len;
		was = data[at];
		data[at] = (char)(was ^ (1 << (random >> 29)));
		write_file(path, data, len);
		data[at] = was;
		status = cutline_catalog_open(path, CUTLINE_CATALOG_WRITE, &c,
					      NULL);
		refused += status != CUTLINE_OK;
		if (status == CUTLINE_OK) {
			(void)find(c, "golden", CUTLINE_SORT_NEWEST);
			verified += cutline_catalog_verify(c, NULL, NULL, NULL,
							   NULL) == CUTLINE_OK;
		}
		cutline_catalog_close(c);
	}
	print_message("# of 300 catalogs with a flipped bit %zu were refused, "
		      "%zu found sound\n",
		      refused, verified);
	assert_true(refused > 20);
	assert_true(verified < 300 - refused);
}

static void a_folder_that_cannot_be_made(void **state)
{
	struct cutline_catalog *c;
	struct cutline_error err = { 0 };

	(void)state;
	assert_int_equal(cutline_catalog_open("/proc/no/such/c.db",
					      CUTLINE_CATALOG_CREATE, &c, &err),
			 CUTLINE_IO);
	assert_null(c);
	assert_non_null(strstr(err.text, "/proc/no"));
	write_file(make_path("file"), "x", 1);
	assert_int_equal(cutline_catalog_open(make_path("file/c.db"),
					      CUTLINE_CATALOG_CREATE, &c, &err),
			 CUTLINE_IO);
}

static void names_are_only_names(void **state)
{
	static const char *const names[] = { "file:x?mode=memory",
					     ":memory:", "a%41?#.db" };
	char old[256];

	(void)state;
	assert_non_null(getcwd(old, sizeof(old)));
	assert_int_equal(chdir(make_path(".")), 0);
	for (size_t i = 0; i < 3; i++) {
		struct cutline_catalog *c =
			open_catalog(names[i], CUTLINE_CATALOG_CREATE);

		cutline_catalog_close(c);
		assert_int_equal(access(make_path(names[i]), F_OK), 0);
	}
	assert_int_equal(chdir(old), 0);
}

static void readers_do_not_write(void **state)
{
	struct cutline_catalog *c =
		open_catalog(new_catalog("read.db"), CUTLINE_CATALOG_READ);

	(void)state;
	assert_int_equal(cutline_catalog_begin(c, NULL), CUTLINE_IO);
	cutline_catalog_close(c);
}

static void a_second_writer_waits_its_turn(void **state)
{
	const char *path = new_catalog("two.db");
	struct cutline_catalog *a = open_catalog(path, CUTLINE_CATALOG_WRITE);
	struct cutline_catalog *b = open_catalog(path, CUTLINE_CATALOG_WRITE);
	struct cutline_error err = { 0 };

	(void)state;
	sqlite3_busy_timeout(b->db, 50);
	assert_int_equal(cutline_catalog_begin(a, NULL), CUTLINE_OK);
	assert_int_equal(cutline_catalog_begin(b, &err), CUTLINE_BUSY);
	assert_non_null(strstr(err.text, "another program"));
	assert_string_equal(find(b, "", CUTLINE_SORT_NEWEST), "");
	assert_int_equal(cutline_catalog_commit(a, NULL), CUTLINE_OK);
	assert_int_equal(cutline_catalog_begin(b, NULL), CUTLINE_OK);
	cutline_catalog_close(a);
	cutline_catalog_close(b);
}

/* POSIX drops a process's locks on a file when it closes any descriptor of it:
 * opening a second handle must not cost the first one its own. */
static void handles_of_one_process_respect_each_other(void **state)
{
	static const struct made made = { .path = "/a.jpg",
					  .identity = "xxh3:1" };
	const char *path = new_catalog("locks.db");
	struct cutline_catalog *a = open_catalog(path, CUTLINE_CATALOG_WRITE);
	struct cutline_catalog *b = open_catalog(path, CUTLINE_CATALOG_WRITE);

	(void)state;
	put_made(b, &made);
	cutline_catalog_close(b);
	assert_int_equal(access(make_path("locks.db-wal"), F_OK), 0);
	assert_string_equal(find(a, "", CUTLINE_SORT_NEWEST), "1");
	cutline_catalog_close(a);
}

/* Without a catalog yet, several programs make it at once and write. */
static void several_may_make_it_at_once(void **state)
{
	const char *path = make_path("crowd/c.db");
	struct cutline_catalog *c;
	char file[16];
	char identity[16];
	struct made made = { .path = file, .identity = identity };
	int status;

	(void)state;
	for (int i = 0; i < 6; i++) {
		(void)snprintf(file, sizeof(file), "/%d.jpg", i);
		(void)snprintf(identity, sizeof(identity), "xxh3:%d", i);
		if (fork() == 0) {
			struct cutline_photo *photo = make_photo(&made);
			struct cutline_file_stamp stamp = { 0 };
			enum cutline_put_outcome outcome;

			_exit(cutline_catalog_open(path, CUTLINE_CATALOG_CREATE,
						   &c, NULL) ||
			      cutline_catalog_begin(c, NULL) ||
			      cutline_catalog_put(c, file, &stamp, photo,
						  &outcome, NULL) ||
			      cutline_catalog_commit(c, NULL));
		}
	}
	for (int i = 0; i < 6; i++) {
		assert_true(wait(&status) > 0);
		assert_int_equal(status, 0);
	}
	c = open_catalog(path, CUTLINE_CATALOG_READ);
	assert_int_equal(strlen(find(c, "", CUTLINE_SORT_NEWEST)),
			 strlen("1 2 3 4 5 6"));
	check_sound(c);
	cutline_catalog_close(c);
}

/* As nobody, if we are root, since root may write everywhere. */
static void one_may_read_what_one_cannot_write(void **state)
{
	const char *path = make_path("readable/c.db");
	bool root = geteuid() == 0;
	struct cutline_catalog *c = open_catalog(path, CUTLINE_CATALOG_CREATE);
	struct cutline_error err = { 0 };
	enum cutline_status status;

	(void)state;
	put_made(c, &(struct made){ .path = "/a.jpg", .identity = "xxh3:1" });
	cutline_catalog_close(c);
	assert_int_equal(chmod(path, 0444), 0);
	assert_int_equal(chmod(make_path("readable"), 0555), 0);
	assert_int_equal(chmod(make_path("."), 0755), 0);
	assert_int_equal(root ? seteuid(65534) : 0, 0);
	c = open_catalog(path, CUTLINE_CATALOG_READ);
	assert_string_equal(find(c, "jpg", CUTLINE_SORT_NEWEST), "1");
	check_sound(c);
	cutline_catalog_close(c);
	status = cutline_catalog_open(path, CUTLINE_CATALOG_WRITE, &c, &err);
	assert_int_equal(root ? seteuid(0) : 0, 0);
	assert_int_equal(status, CUTLINE_IO);
	assert_non_null(strstr(err.hint, "permissions"));
	assert_int_equal(chmod(make_path("readable"), 0755), 0);
}

static void every_allocation_may_fail(void **state)
{
	const char *path = new_catalog("nomem.db");
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
	assert_true(n > 1);
	check_sound(c);
	cutline_catalog_close(c);
	assert_int_equal(fail_alloc_live(), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_absent_one_is_not_found),
		cmocka_unit_test(it_is_made_with_its_folders),
		cmocka_unit_test(an_empty_file_becomes_one),
		cmocka_unit_test(files_of_others_stay_untouched),
		cmocka_unit_test(a_folder_is_no_catalog),
		cmocka_unit_test(a_newer_one_stays_untouched),
		cmocka_unit_test(tables_of_others_are_refused),
		cmocka_unit_test(a_damaged_one_says_so),
		cmocka_unit_test(no_damage_is_worse_than_a_status),
		cmocka_unit_test(a_folder_that_cannot_be_made),
		cmocka_unit_test(names_are_only_names),
		cmocka_unit_test(readers_do_not_write),
		cmocka_unit_test(a_second_writer_waits_its_turn),
		cmocka_unit_test(handles_of_one_process_respect_each_other),
		cmocka_unit_test(several_may_make_it_at_once),
		cmocka_unit_test(one_may_read_what_one_cannot_write),
		cmocka_unit_test(every_allocation_may_fail),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
