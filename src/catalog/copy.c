/* SPDX-License-Identifier: MIT */
/*
 * Copying page by page with SQLite's backup interface, out of one read
 * transaction, so that writers neither wait nor show in it. Pages are copied
 * as they are, damage too: only a copy that was read back counts.
 */
#include "catalog/copy.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "catalog/db.h"

#define PAGES_AT_ONCE 4096
#define NAMES_MAX 1000
#define ROOM_TO_SPARE (1 << 20)

const char *const cl_copy_logs[CL_COPY_LOGS] = { "-wal", "-journal", "-shm" };

static enum cutline_status fail_at(const char *what, const char *path,
				   struct cutline_error *err)
{
	int code = errno;

	cl_fail(err, CUTLINE_IO, "%s cannot be %s: %s", path, what,
		strerror(code));
	cl_hint(err, "%s", cl_errno_advice(code));
	return CUTLINE_IO;
}

/* The folder of a path, with its slash, in buf. */
static enum cutline_status folder_of(const char *path, struct cl_buf *buf,
				     struct cutline_error *err)
{
	const char *slash = strrchr(path, '/');

	cl_buf_init(buf, 1u << 16);
	if (slash)
		cl_buf_add(buf, path, (size_t)(slash - path) + 1);
	else
		cl_buf_add_cstr(buf, "./");
	return buf->failed ? cl_nomem(err) : CUTLINE_OK;
}

static enum cutline_status sync_fd(const char *path, int flags,
				   struct cutline_error *err)
{
	enum cutline_status status = CUTLINE_OK;
	int fd = open(path, flags | O_CLOEXEC | O_NOCTTY);

	if (fd < 0)
		return fail_at("opened", path, err);
	/* Some file systems cannot sync a folder, and say so. */
	if (fsync(fd) != 0 && !((flags & O_DIRECTORY) && errno == EINVAL))
		status = fail_at("brought to the disk", path, err);
	(void)close(fd);
	return status;
}

enum cutline_status cl_copy_sync(const char *path, struct cutline_error *err)
{
	return sync_fd(path, O_RDONLY, err);
}

enum cutline_status cl_copy_sync_folder(const char *path,
					struct cutline_error *err)
{
	struct cl_buf folder;
	enum cutline_status status = folder_of(path, &folder, err);

	if (status == CUTLINE_OK)
		status = sync_fd(folder.data, O_RDONLY | O_DIRECTORY, err);
	cl_buf_release(&folder);
	return status;
}

static enum cutline_status check_room(struct cutline_catalog *source,
				      const char *to, struct cutline_error *err)
{
	struct cl_buf folder;
	struct statvfs fs;
	int64_t size = 0;
	double free_bytes;
	bool known;
	enum cutline_status status = folder_of(to, &folder, err);

	known = status == CUTLINE_OK && statvfs(folder.data, &fs) == 0;
	cl_buf_release(&folder);
	if (known)
		status = cl_db_number(source,
				      "SELECT page_count * page_size FROM "
				      "pragma_page_count, pragma_page_size",
				      &size, err);
	if (status != CUTLINE_OK || !known)
		return status;
	free_bytes = (double)fs.f_bavail * (double)fs.f_frsize;
	if (free_bytes >= (double)size + ROOM_TO_SPARE)
		return CUTLINE_OK;
	cl_fail(err, CUTLINE_IO,
		"there is no room for %s: it takes %.1f MB, and %.1f MB are "
		"free",
		to, ((double)size + ROOM_TO_SPARE) / 1e6, free_bytes / 1e6);
	cl_hint(err, "free some space and run the command again");
	return CUTLINE_IO;
}

/* A new empty file beside `to`, with the rights of the original. */
static enum cutline_status make_temporary(const struct cutline_catalog *source,
					  const char *to, struct cl_buf *temp,
					  struct cutline_error *err)
{
	struct stat st;
	bool known = stat(source->path, &st) == 0;
	int fd;

	cl_buf_add_cstr(temp, to);
	cl_buf_add_cstr(temp, ".XXXXXX");
	if (temp->failed)
		return cl_nomem(err);
	fd = mkstemp(temp->data);
	if (fd < 0) {
		cl_buf_clear(temp);
		return fail_at("written", to, err);
	}
	if (known)
		/* Not to be written to, it would be of no use; and those who
		 * are not root could not make it. */
		(void)fchmod(fd, (st.st_mode & 0777) | S_IRUSR | S_IWUSR);
	(void)close(fd);
	return CUTLINE_OK;
}

static enum cutline_status open_copy(struct cutline_catalog *copy, int flags,
				     struct cutline_error *err)
{
	int rc = sqlite3_open_v2(copy->path, &copy->db,
				 flags | SQLITE_OPEN_NOMUTEX, NULL);

	if (rc != SQLITE_OK)
		return cl_db_fail(copy, rc, err);
	sqlite3_extended_result_codes(copy->db, 1);
	return cl_db_exec(copy,
			  "PRAGMA trusted_schema=OFF;PRAGMA mmap_size=0;"
			  "PRAGMA cell_size_check=ON;PRAGMA synchronous=OFF",
			  err);
}

static enum cutline_status transfer(struct cutline_catalog *source,
				    struct cutline_catalog *copy,
				    struct cutline_error *err)
{
	sqlite3_backup *backup =
		sqlite3_backup_init(copy->db, "main", source->db, "main");
	int rc;
	int end;

	if (!backup)
		return cl_db_fail(copy, sqlite3_errcode(copy->db), err);
	do
		rc = sqlite3_backup_step(backup, PAGES_AT_ONCE);
	while (rc == SQLITE_OK);
	end = sqlite3_backup_finish(backup);
	if (rc == SQLITE_DONE && end == SQLITE_OK)
		/* The original keeps a log beside itself; a copy is one
		 * file. */
		return cl_db_exec(copy, "PRAGMA journal_mode=DELETE", err);
	if (rc == SQLITE_DONE)
		rc = end;
	return cl_db_fail((rc & 0xFF) == SQLITE_BUSY ||
					  (rc & 0xFF) == SQLITE_LOCKED
				  ? source
				  : copy,
			  rc, err);
}

static enum cutline_status fill(struct cutline_catalog *source,
				struct cutline_catalog *copy,
				struct cutline_error *err)
{
	enum cutline_status status =
		open_copy(copy, SQLITE_OPEN_READWRITE, err);

	if (status == CUTLINE_OK)
		status = transfer(source, copy, err);
	sqlite3_close(copy->db);
	copy->db = NULL;
	return status;
}

static enum cutline_status damaged(const struct cutline_catalog *source,
				   struct cl_str what,
				   struct cutline_error *err)
{
	cl_fail(err, CUTLINE_DAMAGED, "%s is damaged: %.*s", source->path,
		CL_STR_ARG(what));
	cl_db_hint_restore(err);
	return CUTLINE_DAMAGED;
}

/* What is wrong with a copy that was just written came with the original; the
 * copy has no name yet that a person could look at. */
static enum cutline_status blame(const struct cutline_catalog *source,
				 enum cutline_status status,
				 struct cutline_error *err)
{
	return status == CUTLINE_DAMAGED
		       ? damaged(source,
				 CL_STR("a copy of it cannot be read back"),
				 err)
		       : status;
}

/* The first line that says something: SQLite may put "*** in database main ***"
 * before it. */
static struct cl_str first_line(struct cl_str text)
{
	struct cl_str line = { 0 };

	while (cl_str_split(&text, '\n', &line) &&
	       cl_str_starts(line, CL_STR("*** ")) && text.len > 0)
		;
	return line;
}

static enum cutline_status check_pages(struct cutline_catalog *source,
				       struct cutline_catalog *copy,
				       struct cutline_error *err)
{
	sqlite3_stmt *stmt;
	bool row = false;
	struct cl_str said;
	enum cutline_status status = cl_db_prepare(
		copy, CL_STR("PRAGMA quick_check(1)"), &stmt, err);

	if (status != CUTLINE_OK)
		return blame(source, status, err);
	status = blame(source, cl_db_step(copy, stmt, &row, err), err);
	said = row ? cl_column(stmt, 0) : CL_STR("it cannot be checked");
	if (status == CUTLINE_OK && !cl_str_eq(said, CL_STR("ok")))
		status = damaged(source, first_line(said), err);
	sqlite3_finalize(stmt);
	return status;
}

static enum cutline_status count_rows(struct cutline_catalog *catalog,
				      struct cl_str table, int64_t *rows,
				      struct cutline_error *err)
{
	char *sql = sqlite3_mprintf("SELECT count(*) FROM \"%.*w\"",
				    (int)table.len, table.ptr);
	enum cutline_status status;

	if (!sql)
		return cl_nomem(err);
	status = cl_db_number(catalog, sql, rows, err);
	sqlite3_free(sql);
	return status;
}

/* As many rows in each table; virtual ones keep theirs in other tables. */
static enum cutline_status compare_rows(struct cutline_catalog *source,
					struct cutline_catalog *copy,
					struct cutline_error *err)
{
	int64_t wanted = 0;
	int64_t found = 0;
	enum cutline_status status;
	sqlite3_stmt *stmt;
	bool row;

	status = cl_db_prepare(source,
			       CL_STR("SELECT name FROM main.sqlite_schema "
				      "WHERE type = 'table' AND rootpage > 0"),
			       &stmt, err);
	if (status != CUTLINE_OK)
		return status;
	while ((status = cl_db_step(source, stmt, &row, err)) == CUTLINE_OK &&
	       row) {
		struct cl_str table = cl_column(stmt, 0);

		status = count_rows(source, table, &wanted, err);
		if (status == CUTLINE_OK)
			status = blame(source,
				       count_rows(copy, table, &found, err),
				       err);
		if (status == CUTLINE_OK && wanted != found)
			status = damaged(
				source, CL_STR("a copy holds other rows"), err);
		if (status != CUTLINE_OK)
			break;
	}
	sqlite3_finalize(stmt);
	return status;
}

static enum cutline_status check(struct cutline_catalog *source,
				 struct cutline_catalog *copy,
				 struct cutline_error *err)
{
	enum cutline_status status = open_copy(copy, SQLITE_OPEN_READONLY, err);

	if (status == CUTLINE_OK)
		status = check_pages(source, copy, err);
	if (status == CUTLINE_OK)
		status = compare_rows(source, copy, err);
	sqlite3_close(copy->db);
	copy->db = NULL;
	return status;
}

/* One transaction around copying and counting: what is compared is what was
 * copied. */
static enum cutline_status copy_and_check(struct cutline_catalog *source,
					  struct cutline_catalog *copy,
					  struct cutline_error *err)
{
	int64_t ignored;
	enum cutline_status status = cl_db_exec(source, "BEGIN", err);

	if (status != CUTLINE_OK)
		return status;
	status = cl_db_number(source, "SELECT count(*) FROM main.sqlite_schema",
			      &ignored, err);
	if (status == CUTLINE_OK)
		status = fill(source, copy, err);
	if (status == CUTLINE_OK)
		status = check(source, copy, err);
	(void)sqlite3_exec(source->db, "ROLLBACK", NULL, NULL, NULL);
	return status;
}

/* The first log that lies beside a path; empty when there is none. */
static enum cutline_status find_log(const char *path, struct cl_buf *log,
				    struct cutline_error *err)
{
	struct stat st;

	for (size_t i = 0; i < CL_COPY_LOGS; i++) {
		cl_buf_clear(log);
		cl_buf_addf(log, "%s%s", path, cl_copy_logs[i]);
		if (log->failed)
			return cl_nomem(err);
		if (lstat(cl_buf_cstr(log), &st) == 0)
			return CUTLINE_OK;
	}
	cl_buf_clear(log);
	return CUTLINE_OK;
}

/* SQLite would take a log that lies beside a new file for that one's, and play
 * what stands in it into the copy that was checked without it. */
static enum cutline_status refuse_log(const char *path,
				      struct cutline_error *err)
{
	struct cl_buf log;
	enum cutline_status status;

	cl_buf_init(&log, 1u << 16);
	status = find_log(path, &log, err);
	if (status == CUTLINE_OK && log.len > 0) {
		status = cl_fail(
			err, CUTLINE_CONFLICT,
			"%s, a log of another catalog, lies beside the copy",
			cl_buf_cstr(&log));
		cl_hint(err, "name another file for the copy");
	}
	cl_buf_release(&log);
	return status;
}

static enum cutline_status is_there(const char *path, struct cutline_error *err)
{
	cl_fail(err, CUTLINE_CONFLICT, "%s is there already", path);
	cl_hint(err, "name another file");
	return CUTLINE_CONFLICT;
}

/* A link never replaces a file, a rename does; not every file system has
 * links. */
static enum cutline_status give_name(const char *temp, const char *to,
				     bool replace, struct cutline_error *err)
{
	bool linked = !replace && link(temp, to) == 0;
	enum cutline_status status;
	struct stat st;

	if (!linked && !replace && (errno == EEXIST || lstat(to, &st) == 0))
		return is_there(to, err);
	if (linked)
		(void)unlink(temp);
	else if (rename(temp, to) != 0)
		return fail_at("written", to, err);
	status = cl_copy_sync_folder(to, err);
	if (status != CUTLINE_OK && !replace)
		(void)unlink(to);
	return status;
}

enum cutline_status cl_copy_check(struct cutline_catalog *catalog,
				  struct cutline_error *err)
{
	return check_pages(catalog, catalog, err);
}

enum cutline_status cl_copy_make(struct cutline_catalog *source, const char *to,
				 struct cl_buf *temp, struct cutline_error *err)
{
	struct cutline_catalog copy = { 0 };
	enum cutline_status status = check_room(source, to, err);

	if (status == CUTLINE_OK)
		status = make_temporary(source, to, temp, err);
	copy.path = temp->data;
	if (status == CUTLINE_OK)
		status = copy_and_check(source, &copy, err);
	if (status == CUTLINE_OK)
		status = cl_copy_sync(copy.path, err);
	if (status != CUTLINE_OK && temp->len > 0) {
		(void)unlink(copy.path);
		cl_buf_clear(temp);
	}
	return status;
}

enum cutline_status cl_copy_write(struct cutline_catalog *source,
				  const char *to, bool replace,
				  struct cutline_error *err)
{
	enum cutline_status status;
	struct cl_buf temp;
	struct stat st;

	if (!replace && lstat(to, &st) == 0)
		return is_there(to, err);
	status = refuse_log(to, err);
	if (status != CUTLINE_OK)
		return status;
	cl_buf_init(&temp, 1u << 16);
	status = cl_copy_make(source, to, &temp, err);
	/* Somebody may have opened the file that is there by now. */
	if (status == CUTLINE_OK)
		status = refuse_log(to, err);
	if (status == CUTLINE_OK)
		status = give_name(temp.data, to, replace, err);
	if (status != CUTLINE_OK && temp.len > 0)
		(void)unlink(temp.data);
	cl_buf_release(&temp);
	return status;
}

enum cutline_status cl_copy_free_name(const char *path, const char *word,
				      struct cl_buf *name,
				      struct cutline_error *err)
{
	enum cutline_status status = CUTLINE_OK;
	bool taken = true;
	struct cl_buf log;
	struct stat st;

	cl_buf_init(&log, 1u << 16);
	for (unsigned n = 1; n <= NAMES_MAX && taken && status == CUTLINE_OK;
	     n++) {
		cl_buf_clear(name);
		cl_buf_addf(name, "%s.%s", path, word);
		if (n > 1)
			cl_buf_addf(name, ".%u", n);
		status = name->failed ? cl_nomem(err)
				      : find_log(cl_buf_cstr(name), &log, err);
		taken = status == CUTLINE_OK &&
			(log.len > 0 || lstat(cl_buf_cstr(name), &st) == 0);
	}
	cl_buf_release(&log);
	if (!taken)
		return status;
	cl_fail(err, CUTLINE_CONFLICT, "beside %s there are %d files .%s", path,
		NAMES_MAX, word);
	cl_hint(err, "move those that are not needed to another folder");
	return CUTLINE_CONFLICT;
}

enum cutline_status cl_copy_beside(struct cutline_catalog *source,
				   const char *word, struct cl_buf *name,
				   struct cutline_error *err)
{
	enum cutline_status status =
		cl_copy_free_name(source->path, word, name, err);

	return status == CUTLINE_OK
		       ? cl_copy_write(source, cl_buf_cstr(name), false, err)
		       : status;
}
