/* SPDX-License-Identifier: MIT */
/*
 * The lock for writing is taken first and held to the end, so that what is
 * copied is what is changed. SQLite copies nothing out of a connection that
 * has that lock; a second one reads beside it.
 */
#include "catalog/migrate.h"

#include <stdio.h>
#include <unistd.h>

#include "catalog/copy.h"
#include "catalog/db.h"
#include "catalog/schema.h"

#define BUSY_TIMEOUT_MS 10000

static enum cutline_status keep_copy(struct cutline_catalog *catalog,
				     int64_t version, struct cutline_error *err)
{
	struct cutline_catalog reader = { .path = catalog->path };
	enum cutline_status status;
	char word[40];
	int rc = sqlite3_open_v2(reader.path, &reader.db,
				 SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX,
				 NULL);

	(void)snprintf(word, sizeof(word), "backup-schema-%lld",
		       (long long)version);
	if (rc == SQLITE_OK)
		rc = sqlite3_busy_timeout(reader.db, BUSY_TIMEOUT_MS);
	status = rc == SQLITE_OK ? cl_copy_beside(&reader, word,
						  &catalog->upgraded, err)
				 : cl_db_fail(&reader, rc, err);
	sqlite3_close(reader.db);
	if (status != CUTLINE_OK)
		cl_buf_clear(&catalog->upgraded);
	return status;
}

static enum cutline_status check_references(struct cutline_catalog *catalog,
					    struct cutline_error *err)
{
	int64_t broken;
	enum cutline_status status = cl_db_number(
		catalog, "SELECT count(*) FROM pragma_foreign_key_check",
		&broken, err);

	if (status != CUTLINE_OK || broken == 0)
		return status;
	cl_fail(err, CUTLINE_DAMAGED,
		"%s is damaged: %lld rows refer to rows which are not there",
		catalog->path, (long long)broken);
	cl_db_hint_restore(err);
	return CUTLINE_DAMAGED;
}

static enum cutline_status change(struct cutline_catalog *catalog,
				  int64_t version, struct cutline_error *err)
{
	enum cutline_status status =
		cl_schema_check(catalog, (int)version, err);

	if (status == CUTLINE_OK)
		status = keep_copy(catalog, version, err);
	if (status != CUTLINE_OK)
		return status;
	for (; status == CUTLINE_OK && version < CL_SCHEMA_VERSION; version++)
		status = cl_schema_step(catalog, (int)version, err);
	if (status == CUTLINE_OK)
		status = cl_schema_check(catalog, CL_SCHEMA_VERSION, err);
	if (status == CUTLINE_OK)
		status = check_references(catalog, err);
	if (status == CUTLINE_OK)
		return cl_db_exec(catalog, "COMMIT", err);
	/* All is as it was; a copy at each attempt would fill the disk. */
	(void)unlink(cl_buf_cstr(&catalog->upgraded));
	return status;
}

/* What went wrong, and that nothing is lost by it. */
static enum cutline_status fail(struct cutline_catalog *catalog,
				const struct cutline_error *why,
				struct cutline_error *err)
{
	cl_fail(err, why->status,
		"%s is of an earlier version and could not be brought to this "
		"one; it stays as it was: %s",
		catalog->path, why->text);
	cl_hint(err, "%s", why->hint);
	return why->status;
}

enum cutline_status cl_migrate(struct cutline_catalog *catalog, int64_t version,
			       struct cutline_error *err)
{
	struct cutline_error why = { 0 };
	enum cutline_status status =
		cl_db_exec(catalog, "BEGIN IMMEDIATE", &why);

	if (status == CUTLINE_OK && sqlite3_db_readonly(catalog->db, "main"))
		status = cl_db_fail(catalog, SQLITE_READONLY, &why);
	if (status == CUTLINE_OK)
		status = cl_db_number(catalog, "PRAGMA user_version", &version,
				      &why);
	if (status == CUTLINE_OK && version < CL_SCHEMA_VERSION)
		status = change(catalog, version, &why);
	else if (status == CUTLINE_OK)
		status = cl_db_exec(catalog, "COMMIT", &why);
	if (status == CUTLINE_OK)
		return CUTLINE_OK;
	(void)sqlite3_exec(catalog->db, "ROLLBACK", NULL, NULL, NULL);
	return fail(catalog, &why, err);
}
