/* SPDX-License-Identifier: MIT */
/*
 * Putting a backup in the place of a catalog.
 *
 * The copy is made and checked first, so that all that can take long or fail is
 * over before anything is touched. Then the old file gets a second name, and
 * the copy the first: a rename, which leaves one or the other there at any
 * moment.
 *
 * Nobody may have the old file open, since what he writes would go on going
 * into that. SQLite tells: it leaves write-ahead logging only for the one who
 * has the file alone, and brings all of the log into the file by that. Where
 * the old one is too damaged to be asked, or gone, a log that is left must go
 * too; beside the new file SQLite would take it for that one's.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/alloc.h"
#include "catalog/copy.h"
#include "catalog/db.h"
#include "catalog/open.h"
#include "catalog/schema.h"
#include "catalog/verify.h"

#define BUSY_TIMEOUT_MS 2000

struct restoring {
	struct cutline_catalog source; /* the backup */
	struct cutline_catalog old;    /* the catalog, while it is locked */
	bool absent;                   /* there is none */
	struct cl_buf temp;            /* the copy */
	struct cl_buf kept;            /* the old one's other name */
};

/* What lies in the catalog's place may be a catalog, damaged or not, of
 * whatever version; not a letter. */
static enum cutline_status look_at_place(const char *path, bool *absent,
					 struct cutline_error *err)
{
	struct cutline_error why = { 0 };
	enum cutline_status status = cl_open_peek(path, absent, &why);

	if (status == CUTLINE_DAMAGED || status == CUTLINE_UNSUPPORTED)
		return CUTLINE_OK;
	if (status != CUTLINE_OK && err)
		*err = why;
	return status;
}

static enum cutline_status look_at_backup(const char *path, const char *backup,
					  struct cutline_error *err)
{
	struct stat a;
	struct stat b;
	bool absent;
	enum cutline_status status = cl_open_peek(backup, &absent, err);

	if (status != CUTLINE_OK)
		return status;
	if (absent) {
		cl_fail(err, CUTLINE_NOT_FOUND, "there is no backup at %s",
			backup);
		cl_hint(err, "name a file that “cutline backup” wrote");
		return CUTLINE_NOT_FOUND;
	}
	if (stat(path, &a) != 0 || stat(backup, &b) != 0 ||
	    a.st_dev != b.st_dev || a.st_ino != b.st_ino)
		return CUTLINE_OK;
	cl_fail(err, CUTLINE_CONFLICT, "%s is the catalog itself", backup);
	cl_hint(err, "name a file that “cutline backup” wrote");
	return CUTLINE_CONFLICT;
}

/* Open the backup and check what it is; its pages are checked in the copy. */
static enum cutline_status open_backup(struct restoring *r,
				       struct cutline_catalog_info *info,
				       struct cutline_error *err)
{
	int rc = cl_open_file(&r->source, CUTLINE_CATALOG_READ);
	enum cutline_status status;

	if (rc != SQLITE_OK)
		return cl_db_fail(&r->source, rc, err);
	status = cl_db_exec(&r->source, "PRAGMA trusted_schema=OFF", err);
	if (status == CUTLINE_OK)
		status = cl_db_number(&r->source, "PRAGMA user_version",
				      &info->version, err);
	if (status == CUTLINE_OK && info->version > CL_SCHEMA_VERSION)
		return cl_open_newer(r->source.path, info->version, err);
	if (status == CUTLINE_OK)
		status = cl_schema_check(&r->source, (int)info->version, err);
	if (status == CUTLINE_OK)
		status = cl_verify_count(&r->source, info, err);
	return status;
}

/* Have the old catalog alone, until its connection is closed. */
static enum cutline_status lock_old(struct restoring *r,
				    struct cutline_error *err)
{
	int rc = sqlite3_open_v2(r->old.path, &r->old.db,
				 SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX,
				 NULL);

	if (rc == SQLITE_OK)
		rc = sqlite3_busy_timeout(r->old.db, BUSY_TIMEOUT_MS);
	if (rc == SQLITE_OK)
		rc = sqlite3_exec(r->old.db,
				  "PRAGMA trusted_schema=OFF;"
				  "PRAGMA journal_mode=DELETE;"
				  "BEGIN EXCLUSIVE",
				  NULL, NULL, NULL);
	if (rc == SQLITE_OK)
		return CUTLINE_OK;
	/* A connection that is closed later could tidy away a log that is not
	 * its own any more. */
	sqlite3_close(r->old.db);
	r->old.db = NULL;
	if ((rc & 0xFF) == SQLITE_NOMEM)
		return cl_nomem(err);
	if ((rc & 0xFF) != SQLITE_BUSY && (rc & 0xFF) != SQLITE_LOCKED)
		return CUTLINE_OK; /* too damaged to be asked */
	cl_fail(err, CUTLINE_BUSY, "another program has %s open", r->old.path);
	cl_hint(err, "end it, and run the command again");
	return CUTLINE_BUSY;
}

static enum cutline_status cannot_keep(const char *path,
				       struct cutline_error *err)
{
	int code = errno;

	cl_fail(err, CUTLINE_IO, "%s cannot be kept under another name: %s",
		path, strerror(code));
	cl_hint(err, "%s", cl_errno_advice(code));
	return CUTLINE_IO;
}

/* Who might read the old catalog, and no one else, may read the new one. */
static enum cutline_status take_rights(struct restoring *r,
				       struct cutline_error *err)
{
	struct stat st;
	int code;

	if (stat(r->old.path, &st) == 0 &&
	    chmod(r->temp.data, st.st_mode & 0777) == 0)
		return CUTLINE_OK;
	code = errno;
	cl_fail(err, CUTLINE_IO, "%s cannot get the rights of the old one: %s",
		r->old.path, strerror(code));
	cl_hint(err, "%s", cl_errno_advice(code));
	return CUTLINE_IO;
}

/* A second name for the old file; where the file system has no links, instead
 * of its first. */
static enum cutline_status keep_old(struct restoring *r,
				    struct cutline_error *err)
{
	if (link(r->old.path, r->kept.data) == 0)
		return CUTLINE_OK;
	if (errno == EEXIST || rename(r->old.path, r->kept.data) != 0)
		return cannot_keep(r->old.path, err);
	return CUTLINE_OK;
}

/* A log that is left: beside the old file's new name. */
static enum cutline_status keep_logs(struct restoring *r,
				     struct cutline_error *err)
{
	enum cutline_status status = CUTLINE_OK;
	struct cl_buf from;
	struct cl_buf to;

	cl_buf_init(&from, 1u << 16);
	cl_buf_init(&to, 1u << 16);
	for (size_t i = 0; i < CL_COPY_LOGS && status == CUTLINE_OK; i++) {
		cl_buf_clear(&from);
		cl_buf_clear(&to);
		cl_buf_addf(&from, "%s%s", r->old.path, cl_copy_logs[i]);
		cl_buf_addf(&to, "%s%s", cl_buf_cstr(&r->kept),
			    cl_copy_logs[i]);
		if (from.failed || to.failed)
			status = cl_nomem(err);
		else if (rename(from.data, to.data) != 0 && errno != ENOENT)
			status = cannot_keep(from.data, err);
	}
	cl_buf_release(&from);
	cl_buf_release(&to);
	return status;
}

static enum cutline_status change_places(struct restoring *r,
					 struct cutline_error *err)
{
	enum cutline_status status = CUTLINE_OK;

	if (!r->absent)
		status = lock_old(r, err);
	/* After locking, which may bring a log to its end. */
	if (status == CUTLINE_OK)
		status = cl_copy_free_name(r->old.path, "replaced", &r->kept,
					   err);
	if (status == CUTLINE_OK && !r->absent)
		status = take_rights(r, err);
	if (status == CUTLINE_OK && !r->absent)
		status = keep_old(r, err);
	if (status == CUTLINE_OK)
		status = keep_logs(r, err);
	if (status != CUTLINE_OK)
		return status;
	if (rename(r->temp.data, r->old.path) != 0) {
		int code = errno;

		cl_fail(err, CUTLINE_IO, "%s cannot be written: %s",
			r->old.path, strerror(code));
		cl_hint(err, "%s", cl_errno_advice(code));
		return CUTLINE_IO;
	}
	cl_buf_clear(&r->temp);
	return cl_copy_sync_folder(r->old.path, err);
}

/* The backup is what is damaged, or no catalog; the usual hints take that for
 * the catalog's own case. */
static void hint_at_backup(enum cutline_status status,
			   struct cutline_error *err)
{
	if (status == CUTLINE_DAMAGED)
		cl_hint(err, "the catalog stays as it was; try another backup");
	if (status == CUTLINE_FORMAT)
		cl_hint(err, "the catalog stays as it was; name a file that "
			     "“cutline backup” wrote");
}

static enum cutline_status restore(struct restoring *r, bool dry_run,
				   struct cutline_restored *restored,
				   struct cutline_error *err)
{
	enum cutline_status status = open_backup(r, &restored->info, err);

	if (status == CUTLINE_OK && r->absent && !dry_run)
		status = cl_open_make_folders(r->old.path, err);
	if (status == CUTLINE_OK && dry_run)
		return cl_copy_check(&r->source, err);
	if (status == CUTLINE_OK)
		status = cl_copy_make(&r->source, r->old.path, &r->temp, err);
	if (status == CUTLINE_OK)
		status = change_places(r, err);
	if (!r->absent)
		(void)snprintf(restored->kept, sizeof(restored->kept), "%s",
			       cl_buf_cstr(&r->kept));
	return status;
}

enum cutline_status cutline_catalog_restore(const char *path,
					    const char *backup, bool dry_run,
					    struct cutline_restored *restored,
					    struct cutline_error *err)
{
	struct cutline_restored filled = { 0 };
	struct restoring r = { 0 };
	enum cutline_status status = look_at_place(path, &r.absent, err);

	if (status != CUTLINE_OK)
		return status;
	status = look_at_backup(path, backup, err);
	hint_at_backup(status, err);
	if (status != CUTLINE_OK)
		return status;
	cl_buf_init(&r.temp, 1u << 16);
	cl_buf_init(&r.kept, 1u << 16);
	r.source.path = cl_open_path(backup);
	r.old.path = cl_open_path(path);
	status = r.source.path && r.old.path
			 ? restore(&r, dry_run, &filled, err)
			 : cl_nomem(err);
	hint_at_backup(status, err);
	sqlite3_close(r.source.db);
	sqlite3_close(r.old.db);
	if (r.temp.len > 0)
		(void)unlink(r.temp.data);
	cl_buf_release(&r.temp);
	cl_buf_release(&r.kept);
	cl_free(r.source.path);
	cl_free(r.old.path);
	if (status == CUTLINE_OK && restored)
		*restored = filled;
	return status;
}
