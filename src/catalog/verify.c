/* SPDX-License-Identifier: MIT */
/*
 * Verifying goes from the outside in: SQLite's own check of pages and indexes,
 * references, what must hold between our tables, and at last the full-text
 * index, which is built once more from the records and compared word for word.
 */
#include "catalog/verify.h"

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "catalog/db.h"
#include "catalog/index.h"
#include "catalog/photo_row.h"
#include "catalog/row.h"
#include "catalog/verify_words.h"

struct report {
	void (*call)(void *context, const char *problem);
	void *context;
	uint64_t count;
};

static void tell(struct report *r, const char *problem)
{
	r->count++;
	if (r->call)
		r->call(r->context, problem);
}

static enum cutline_status check_pages(struct cutline_catalog *catalog,
				       struct report *r,
				       struct cutline_error *err)
{
	enum cutline_status status;
	sqlite3_stmt *stmt;
	bool row;

	status = cl_db_prepare(catalog, CL_STR("PRAGMA integrity_check"), &stmt,
			       err);
	if (status != CUTLINE_OK)
		return status;
	while ((status = cl_db_step(catalog, stmt, &row, err)) == CUTLINE_OK &&
	       row) {
		const char *line = (const char *)sqlite3_column_text(stmt, 0);

		if (line && strcmp(line, "ok") != 0)
			tell(r, line);
	}
	sqlite3_finalize(stmt);
	return status;
}

struct rule {
	const char *sql; /* counts what breaks it */
	const char *problem;
};

static const struct rule rules[] = {
	{ "SELECT count(*) FROM pragma_foreign_key_check",
	  "rows that refer to rows which are not there" },
	{ "SELECT count(*) FROM photo p WHERE (SELECT count(*) FROM location "
	  "WHERE photo_id = p.id AND speaks) <> 1",
	  "photos without exactly one file that speaks for them" },
	{ "SELECT count(*) FROM location l WHERE NOT EXISTS "
	  "(SELECT 1 FROM record WHERE location_id = l.id)",
	  "files without a record" },
	{ "SELECT count(*) FROM photo p WHERE missing <> NOT EXISTS "
	  "(SELECT 1 FROM location WHERE photo_id = p.id AND NOT missing)",
	  "photos marked as missing that are not, or the other way round" },
	{ "SELECT count(*) FROM photo WHERE id > "
	  "(SELECT value FROM counter WHERE name = 'photo')",
	  "photos with a number above the last that was given" },
	{ "SELECT count(*) FROM (SELECT id, row_number() OVER (ORDER BY sort) "
	  "AS a, row_number() OVER (ORDER BY date_lower NULLS FIRST, clock, "
	  "id) AS b FROM photo) WHERE a <> b",
	  "photos out of the order of time" },
};

static enum cutline_status check_rules(struct cutline_catalog *catalog,
				       struct report *r,
				       struct cutline_error *err)
{
	char line[160];
	int64_t broken;

	for (size_t i = 0; i < sizeof(rules) / sizeof(rules[0]); i++) {
		enum cutline_status status =
			cl_db_number(catalog, rules[i].sql, &broken, err);

		if (status != CUTLINE_OK)
			return status;
		if (broken == 0)
			continue;
		(void)snprintf(line, sizeof(line), "%lld %s", (long long)broken,
			       rules[i].problem);
		tell(r, line);
	}
	return CUTLINE_OK;
}

static enum cutline_status check_records(struct cutline_catalog *catalog,
					 struct report *r,
					 struct cutline_error *err)
{
	struct cl_arena arena = { 0 };
	enum cutline_status status;
	sqlite3_stmt *stmt;
	char line[80];
	bool row;

	status = cl_db_prepare(catalog, CL_STR("SELECT id FROM photo"), &stmt,
			       err);
	if (status != CUTLINE_OK)
		return status;
	while ((status = cl_db_step(catalog, stmt, &row, err)) == CUTLINE_OK &&
	       row) {
		struct cutline_photo photo = { 0 };
		int64_t id = sqlite3_column_int64(stmt, 0);
		bool found;

		status = cl_row_load(catalog, id, &photo, &arena, &found, NULL);
		if (status == CUTLINE_OK && found)
			status = cl_row_load_locations(catalog, &photo, &arena,
						       NULL);
		if (status == CUTLINE_OK && found)
			status = cl_row_load_values(catalog, &photo, &arena,
						    NULL);
		if (status == CUTLINE_NOMEM)
			break;
		if (status != CUTLINE_OK || !found) {
			(void)snprintf(line, sizeof(line),
				       "the record of photo %lld is damaged",
				       (long long)id);
			tell(r, line);
		}
		cl_arena_clear(&arena);
	}
	sqlite3_finalize(stmt);
	cl_arena_release(&arena);
	return status == CUTLINE_NOMEM ? cl_nomem(err) : status;
}

static enum cutline_status check_words(struct cutline_catalog *catalog,
				       struct report *r,
				       struct cutline_error *err)
{
	uint64_t differing = 0;
	char line[120];
	enum cutline_status status = cl_verify_words(catalog, &differing, err);

	if (status == CUTLINE_OK && differing > 0) {
		(void)snprintf(line, sizeof(line),
			       "%llu places where the full-text index and the "
			       "records differ",
			       (unsigned long long)differing);
		tell(r, line);
	}
	return status;
}

enum cutline_status cl_verify_count(struct cutline_catalog *catalog,
				    struct cutline_catalog_info *info,
				    struct cutline_error *err)
{
	int64_t photos = 0;
	int64_t locations = 0;
	int64_t missing = 0;
	enum cutline_status status = cl_db_number(
		catalog, "PRAGMA user_version", &info->version, err);

	if (status == CUTLINE_OK)
		status = cl_db_number(catalog, "SELECT count(*) FROM photo",
				      &photos, err);
	if (status == CUTLINE_OK)
		status = cl_db_number(catalog, "SELECT count(*) FROM location",
				      &locations, err);
	if (status == CUTLINE_OK)
		status = cl_db_number(catalog,
				      "SELECT count(*) FROM location "
				      "WHERE missing",
				      &missing, err);
	info->photos = (uint64_t)photos;
	info->locations = (uint64_t)locations;
	info->missing = (uint64_t)missing;
	return status;
}

static enum cutline_status check_all(struct cutline_catalog *catalog,
				     struct report *r,
				     struct cutline_error *err)
{
	enum cutline_status status = cl_index_flush(catalog, err);

	if (status == CUTLINE_OK)
		status = cl_photo_save_counter(catalog, err);
	if (status == CUTLINE_OK)
		status = check_pages(catalog, r, err);
	/* What lies on broken pages tells nothing more. */
	if (status != CUTLINE_OK || r->count > 0)
		return status;
	status = check_rules(catalog, r, err);
	if (status == CUTLINE_OK)
		status = check_records(catalog, r, err);
	if (status == CUTLINE_OK && r->count == 0)
		status = check_words(catalog, r, err);
	return status;
}

enum cutline_status
cutline_catalog_verify(struct cutline_catalog *catalog,
		       void (*report)(void *context, const char *problem),
		       void *context, struct cutline_catalog_info *info,
		       struct cutline_error *err)
{
	struct cutline_catalog_info counted = { 0 };
	struct report r = { report, context, 0 };
	struct cutline_error why = { 0 };
	enum cutline_status status = check_all(catalog, &r, &why);

	/* Where SQLite stops at damage that is a problem found too. */
	if (status == CUTLINE_DAMAGED)
		tell(&r, why.text);
	else if (status == CUTLINE_OK && r.count == 0)
		status = cl_verify_count(catalog, &counted, &why);
	if (status == CUTLINE_OK && r.count > 0) {
		(void)!cl_verify_count(catalog, &counted, NULL);
		status = CUTLINE_DAMAGED;
		cl_fail(&why, status, "%s is damaged: %llu problems found",
			catalog->path, (unsigned long long)r.count);
		cl_db_hint_restore(&why);
	}
	if (status != CUTLINE_OK && err)
		*err = why;
	if (info)
		*info = counted;
	return status;
}
