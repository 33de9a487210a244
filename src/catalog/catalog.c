/* SPDX-License-Identifier: MIT */
/*
 * Opening and closing.
 *
 * A catalog is born in one transaction in rollback mode, so that its file is
 * either empty or a whole catalog with our application id in its first page;
 * only then it changes to write-ahead logging. Files of others are therefore
 * told by their first bytes and never given to SQLite (open.c).
 *
 * Whoever only reads opens the file for writing all the same, with
 * query_only: SQLite then tidies its log away at the end, which a read-only
 * connection would leave lying. A file that cannot be written is opened
 * read-only by SQLite itself; in a folder that cannot be written either, and
 * without a log beside it, it is taken as unchanging.
 */
#include "cutline/catalog.h"

#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/alloc.h"
#include "catalog/db.h"
#include "catalog/match_date.h"
#include "catalog/migrate.h"
#include "catalog/open.h"
#include "catalog/schema.h"

#define BUSY_TIMEOUT_MS 10000

static const char settings[] = "PRAGMA trusted_schema=OFF;"
			       "PRAGMA cell_size_check=ON;"
			       "PRAGMA mmap_size=0;"
			       "PRAGMA foreign_keys=ON;"
			       "PRAGMA synchronous=NORMAL;"
			       "PRAGMA cache_size=-65536;"
			       "PRAGMA wal_autocheckpoint=4000";

char *cl_open_path(const char *path)
{
	size_t len = strlen(path);
	char *copy = cl_alloc(len + 3);

	if (!copy)
		return NULL;
	(void)snprintf(copy, len + 3, "%s%s", path[0] == '/' ? "" : "./", path);
	return copy;
}

/* The path as an URI that says the file never changes. */
static char *immutable_uri(const char *path)
{
	static const char hex[] = "0123456789ABCDEF";
	struct cl_buf uri;
	char *copy = NULL;

	cl_buf_init(&uri, 1u << 16);
	cl_buf_add_cstr(&uri, "file:");
	for (; *path; path++) {
		uint8_t c = (uint8_t)*path;

		if (c == '%' || c == '?' || c == '#' || c >= 0x80)
			cl_buf_addf(&uri, "%%%c%c", hex[c >> 4], hex[c & 15]);
		else
			cl_buf_add_char(&uri, *path);
	}
	cl_buf_add_cstr(&uri, "?immutable=1");
	if (!uri.failed)
		copy = cl_alloc(uri.len + 1);
	if (copy)
		memcpy(copy, uri.data, uri.len + 1);
	cl_buf_release(&uri);
	return copy;
}

static bool has_log(const char *path)
{
	char log[4096];

	if ((size_t)snprintf(log, sizeof(log), "%s-wal", path) >= sizeof(log))
		return true;
	return access(log, F_OK) == 0;
}

static int open_immutable(struct cutline_catalog *catalog)
{
	char *uri = immutable_uri(catalog->path);
	int rc;

	if (!uri)
		return SQLITE_NOMEM;
	sqlite3_close(catalog->db);
	catalog->db = NULL;
	rc = sqlite3_open_v2(uri, &catalog->db,
			     SQLITE_OPEN_READONLY | SQLITE_OPEN_URI |
				     SQLITE_OPEN_NOMUTEX,
			     NULL);
	cl_free(uri);
	return rc;
}

int cl_open_file(struct cutline_catalog *catalog,
		 enum cutline_catalog_mode mode)
{
	int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX;
	int rc;

	if (mode == CUTLINE_CATALOG_CREATE)
		flags |= SQLITE_OPEN_CREATE;
	rc = sqlite3_open_v2(catalog->path, &catalog->db, flags, NULL);
	if (rc != SQLITE_OK)
		return rc;
	sqlite3_extended_result_codes(catalog->db, 1);
	sqlite3_busy_timeout(catalog->db, BUSY_TIMEOUT_MS);
	rc = sqlite3_exec(catalog->db, "PRAGMA schema_version", NULL, NULL,
			  NULL);
	if (mode == CUTLINE_CATALOG_READ && !has_log(catalog->path) &&
	    ((rc & 0xFF) == SQLITE_CANTOPEN || (rc & 0xFF) == SQLITE_READONLY))
		rc = open_immutable(catalog);
	return rc;
}

static enum cutline_status configure(struct cutline_catalog *catalog,
				     struct cutline_error *err)
{
	int rc;

	sqlite3_db_config(catalog->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
	sqlite3_db_config(catalog->db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
	rc = cl_match_date_register(catalog->db);
	if (rc != SQLITE_OK)
		return cl_db_fail(catalog, rc, err);
	return cl_db_exec(catalog, settings, err);
}

/* Within a transaction, since two programs may come to the same idea. */
static enum cutline_status make_tables(struct cutline_catalog *catalog,
				       struct cutline_error *err)
{
	char pragmas[96];
	int64_t id;
	enum cutline_status status =
		cl_db_number(catalog, "PRAGMA application_id", &id, err);

	if (status != CUTLINE_OK || id == CL_APPLICATION_ID)
		return status;
	(void)snprintf(pragmas, sizeof(pragmas),
		       "PRAGMA application_id=%d;PRAGMA user_version=%d",
		       CL_APPLICATION_ID, CL_SCHEMA_VERSION);
	status = cl_schema_create(catalog, err);
	if (status == CUTLINE_OK)
		status = cl_db_exec(catalog, pragmas, err);
	return status;
}

static enum cutline_status create(struct cutline_catalog *catalog,
				  struct cutline_error *err)
{
	enum cutline_status status = cl_db_exec(
		catalog, "PRAGMA page_size=8192;BEGIN IMMEDIATE", err);

	if (status != CUTLINE_OK)
		return status;
	status = make_tables(catalog, err);
	if (status == CUTLINE_OK)
		status = cl_db_exec(catalog, "COMMIT", err);
	if (status != CUTLINE_OK)
		(void)sqlite3_exec(catalog->db, "ROLLBACK", NULL, NULL, NULL);
	return status;
}

/* Switching needs the file alone for a moment, and SQLite does not wait for
 * that by itself. */
static enum cutline_status use_log(struct cutline_catalog *catalog,
				   struct cutline_error *err)
{
	const struct timespec pause = { .tv_nsec = 20000000 };
	int rc = SQLITE_BUSY;

	for (int i = 0; i < BUSY_TIMEOUT_MS / 20; i++) {
		rc = sqlite3_exec(catalog->db, "PRAGMA journal_mode=WAL", NULL,
				  NULL, NULL);
		if ((rc & 0xFF) != SQLITE_BUSY)
			break;
		nanosleep(&pause, NULL);
	}
	return rc == SQLITE_OK ? CUTLINE_OK : cl_db_fail(catalog, rc, err);
}

/* The header may be older than the log: ask SQLite once more. */
static enum cutline_status check_version(struct cutline_catalog *catalog,
					 struct cutline_error *err)
{
	int64_t version;
	enum cutline_status status =
		cl_db_number(catalog, "PRAGMA user_version", &version, err);

	if (status != CUTLINE_OK)
		return status;
	if (version > CL_SCHEMA_VERSION) {
		sqlite3_db_config(catalog->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE,
				  1, NULL);
		return cl_open_newer(catalog->path, version, err);
	}
	if (version < CL_SCHEMA_VERSION)
		return cl_migrate(catalog, version, err);
	return cl_schema_check(catalog, CL_SCHEMA_VERSION, err);
}

static enum cutline_status set_up(struct cutline_catalog *catalog,
				  enum cutline_catalog_mode mode,
				  struct cutline_error *err)
{
	int rc = cl_open_file(catalog, mode);
	enum cutline_status status;

	if (rc != SQLITE_OK)
		return cl_db_fail(catalog, rc, err);
	status = configure(catalog, err);
	if (status == CUTLINE_OK && mode == CUTLINE_CATALOG_CREATE)
		status = create(catalog, err);
	if (status == CUTLINE_OK)
		status = check_version(catalog, err);
	if (status != CUTLINE_OK)
		return status;
	if (mode == CUTLINE_CATALOG_READ)
		return cl_db_exec(catalog, "PRAGMA query_only=ON", err);
	return use_log(catalog, err);
}

static enum cutline_status refuse_absent(const char *path,
					 struct cutline_error *err)
{
	cl_fail(err, CUTLINE_NOT_FOUND, "there is no catalog at %s yet", path);
	cl_hint(err, "make one with: cutline import FOLDER");
	return CUTLINE_NOT_FOUND;
}

static struct cutline_catalog *new_handle(const char *path, bool writable)
{
	struct cutline_catalog *catalog = cl_alloc_zero(1, sizeof(*catalog));

	if (!catalog)
		return NULL;
	cl_buf_init(&catalog->folder, 1u << 16);
	cl_buf_init(&catalog->upgraded, 1u << 16);
	cl_buf_init(&catalog->chosen, CL_DB_TEXT_MAX);
	cl_buf_init(&catalog->sources, CL_DB_TEXT_MAX);
	cl_buf_init(&catalog->words, CL_DB_TEXT_MAX);
	cl_buf_init(&catalog->key, CL_DB_TEXT_MAX);
	cl_buf_init(&catalog->pending.text, 2 * CL_DB_TEXT_MAX);
	catalog->writable = writable;
	catalog->path = cl_open_path(path);
	if (!catalog->path) {
		cl_free(catalog);
		return NULL;
	}
	return catalog;
}

enum cutline_status cutline_catalog_open(const char *path,
					 enum cutline_catalog_mode mode,
					 struct cutline_catalog **out,
					 struct cutline_error *err)
{
	struct cutline_catalog *catalog;
	enum cutline_status status;
	bool absent;

	*out = NULL;
	status = cl_open_peek(path, &absent, err);
	if (status != CUTLINE_OK)
		return status;
	if (absent && mode != CUTLINE_CATALOG_CREATE)
		return refuse_absent(path, err);
	catalog = new_handle(path, mode != CUTLINE_CATALOG_READ);
	if (!catalog)
		return cl_nomem(err);
	if (absent)
		status = cl_open_make_folders(path, err);
	if (status == CUTLINE_OK)
		status = set_up(catalog, mode, err);
	if (status != CUTLINE_OK) {
		cutline_catalog_close(catalog);
		return status;
	}
	*out = catalog;
	return CUTLINE_OK;
}

const char *cutline_catalog_path(const struct cutline_catalog *catalog)
{
	return catalog->path;
}

const char *cutline_catalog_upgraded(const struct cutline_catalog *catalog)
{
	return catalog->upgraded.len > 0 ? cl_buf_cstr(&catalog->upgraded)
					 : NULL;
}

void cutline_catalog_close(struct cutline_catalog *catalog)
{
	if (!catalog)
		return;
	for (size_t i = 0; i < CL_SLOT_COUNT; i++)
		sqlite3_finalize(catalog->slots[i]);
	sqlite3_close(catalog->db);
	cl_buf_release(&catalog->folder);
	cl_buf_release(&catalog->upgraded);
	cl_buf_release(&catalog->chosen);
	cl_buf_release(&catalog->sources);
	cl_buf_release(&catalog->words);
	cl_buf_release(&catalog->key);
	cl_cache_release(&catalog->ids);
	cl_pending_release(&catalog->pending);
	cl_free(catalog->seen.bits);
	cl_free(catalog->due.ids);
	cl_free(catalog->due.set.bits);
	cl_free(catalog->path);
	cl_free(catalog);
}
