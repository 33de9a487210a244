/* SPDX-License-Identifier: MIT */
#include "catalog/photo_row.h"

#include <time.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "catalog/db.h"
#include "catalog/due.h"
#include "catalog/fields.h"
#include "catalog/index.h"
#include "catalog/path.h"
#include "catalog/place.h"
#include "catalog/row.h"

enum cutline_status cl_photo_find(struct cutline_catalog *catalog,
				  const char *identity, int64_t *id,
				  struct cutline_error *err)
{
	sqlite3_stmt *stmt;
	enum cutline_status status = cl_db_slot(
		catalog, CL_SLOT_IDENTITY,
		"SELECT id FROM photo WHERE identity = ?1", &stmt, err);

	if (status != CUTLINE_OK)
		return status;
	cl_bind_text(catalog, stmt, 1, cl_str_from(identity));
	return cl_db_first(catalog, stmt, id, err);
}

/* Ids count up and are never used again, so that an old list cannot name a new
 * photo. The last is kept in memory during a batch. */
static enum cutline_status next_id(struct cutline_catalog *catalog, int64_t *id,
				   struct cutline_error *err)
{
	enum cutline_status status = CUTLINE_OK;

	if (!catalog->counted)
		status = cl_db_number(catalog,
				      "SELECT value FROM counter "
				      "WHERE name = 'photo'",
				      &catalog->last_id, err);
	catalog->counted = status == CUTLINE_OK;
	if (status == CUTLINE_OK)
		*id = ++catalog->last_id;
	return status;
}

enum cutline_status cl_photo_save_counter(struct cutline_catalog *catalog,
					  struct cutline_error *err)
{
	enum cutline_status status;
	sqlite3_stmt *stmt;

	if (!catalog->counted)
		return CUTLINE_OK;
	catalog->counted = false;
	status = cl_db_slot(catalog, CL_SLOT_COUNTER,
			    "UPDATE counter SET value = ?1 "
			    "WHERE name = 'photo'",
			    &stmt, err);
	if (status != CUTLINE_OK)
		return status;
	cl_bind_int(catalog, stmt, 1, catalog->last_id);
	return cl_db_run(catalog, stmt, err);
}

static void bind_days(struct cutline_catalog *catalog, sqlite3_stmt *stmt,
		      int at, const struct cutline_date *date)
{
	int32_t lower;
	int32_t upper;

	if (!cutline_date_bounds(date, &lower, &upper))
		return;
	cl_bind_int(catalog, stmt, at, lower);
	cl_bind_int(catalog, stmt, at + 1, upper);
}

/* Parameters ?1 to ?12 of both statements below. `text` must live until the
 * statement has run. The file's name, for sorting by name, is what is valid
 * UTF-8 of it. */
static enum cutline_status bind_photo(struct cutline_catalog *catalog,
				      sqlite3_stmt *stmt, struct cl_str name,
				      const struct cutline_photo *photo,
				      char text[CUTLINE_DATE_TEXT_MAX])
{
	struct cl_time time = cl_time_of(photo);

	cl_bind_int(catalog, stmt, 1, photo->id);
	cl_bind_text(catalog, stmt, 2,
		     cl_str_from(photo->type ? photo->type : "unknown"));
	cutline_date_write(&photo->date, text);
	if (text[0])
		cl_bind_text(catalog, stmt, 3, cl_str_from(text));
	bind_days(catalog, stmt, 4, &photo->date);
	cl_bind_int(catalog, stmt, 6, time.clock);
	bind_days(catalog, stmt, 7, &photo->captured.date);
	cl_bind_int(catalog, stmt, 9, (int64_t)cl_photo_filled(photo));
	cl_bind_int(catalog, stmt, 10, (int64_t)cl_photo_conflicts(photo));
	cl_buf_clear(&catalog->words);
	cl_utf8_add_valid(&catalog->words, name);
	cl_bind_text(catalog, stmt, 11, cl_buf_str(&catalog->words));
	return catalog->words.failed ? CUTLINE_NOMEM : CUTLINE_OK;
}

/* The day by the clock on the wall, since that is what people remember. */
static void bind_now(struct cutline_catalog *catalog, sqlite3_stmt *stmt,
		     int at)
{
	time_t now = time(NULL);
	struct tm local = { 0 };

	cl_bind_int(catalog, stmt, at, now);
	if (!localtime_r(&now, &local) ||
	    !cutline_day_exists(local.tm_year + 1900, local.tm_mon + 1,
				local.tm_mday))
		local = (struct tm){ .tm_year = 70, .tm_mday = 1 };
	cl_bind_int(catalog, stmt, at + 1,
		    cutline_day_number(local.tm_year + 1900, local.tm_mon + 1,
				       local.tm_mday));
}

enum cutline_status cl_photo_insert(struct cutline_catalog *catalog,
				    struct cl_str name,
				    const struct cutline_photo *photo,
				    int64_t *id, int64_t *sort,
				    struct cutline_error *err)
{
	char date[CUTLINE_DATE_TEXT_MAX];
	struct cutline_photo numbered = *photo;
	struct cl_time time = cl_time_of(photo);
	enum cutline_status status = next_id(catalog, id, err);
	sqlite3_stmt *stmt;

	numbered.id = *id;
	if (status == CUTLINE_OK)
		status = cl_place(catalog, *id, &time, sort, err);
	if (status == CUTLINE_OK)
		status = cl_db_slot(
			catalog, CL_SLOT_PHOTO_ADD,
			"INSERT INTO photo (id, type, date_created, "
			"date_lower, date_upper, clock, captured_lower, "
			"captured_upper, filled, conflicts, name, sort, "
			"identity, added, added_day, missing) VALUES "
			"(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, "
			"?13, ?14, ?15, 0)",
			&stmt, err);
	if (status != CUTLINE_OK)
		return status;
	if (bind_photo(catalog, stmt, name, &numbered, date) != CUTLINE_OK)
		return cl_nomem(err);
	cl_bind_int(catalog, stmt, 12, *sort);
	cl_bind_text(catalog, stmt, 13, cl_str_from(photo->identity));
	bind_now(catalog, stmt, 14);
	return cl_db_run(catalog, stmt, err);
}

static enum cutline_status choose_speaker(struct cutline_catalog *catalog,
					  int64_t id, int64_t *speaker,
					  struct cutline_error *err)
{
	sqlite3_stmt *stmt;
	enum cutline_status status =
		cl_db_slot(catalog, CL_SLOT_LOCATION_BEST,
			   "SELECT id FROM location WHERE photo_id = ?1 "
			   "ORDER BY richness DESC, missing, mtime_ns DESC, id "
			   "LIMIT 1",
			   &stmt, err);

	if (status != CUTLINE_OK)
		return status;
	cl_bind_int(catalog, stmt, 1, id);
	status = cl_db_first(catalog, stmt, speaker, err);
	if (status != CUTLINE_OK || *speaker == 0)
		return status;
	status = cl_db_slot(catalog, CL_SLOT_LOCATION_SPEAKS,
			    "UPDATE location SET speaks = (id = ?2) "
			    "WHERE photo_id = ?1 AND speaks <> (id = ?2)",
			    &stmt, err);
	if (status != CUTLINE_OK)
		return status;
	cl_bind_int(catalog, stmt, 1, id);
	cl_bind_int(catalog, stmt, 2, *speaker);
	return cl_db_run(catalog, stmt, err);
}

static enum cutline_status delete_photo(struct cutline_catalog *catalog,
					int64_t id, struct cutline_error *err)
{
	sqlite3_stmt *stmt;
	enum cutline_status status;

	cl_due_done(catalog, id);
	status = cl_db_slot(catalog, CL_SLOT_PHOTO_DELETE,
			    "DELETE FROM photo WHERE id = ?1", &stmt, err);

	if (status != CUTLINE_OK)
		return status;
	cl_bind_int(catalog, stmt, 1, id);
	return cl_db_run(catalog, stmt, err);
}

/* The number a photo should have: the one it has, unless its time changed. */
static enum cutline_status find_sort(struct cutline_catalog *catalog,
				     int64_t id,
				     const struct cutline_photo *photo,
				     int64_t *sort, struct cutline_error *err)
{
	struct cl_time time = cl_time_of(photo);
	enum cutline_status status;
	sqlite3_stmt *stmt;
	bool same = false;
	bool row;

	status = cl_db_slot(catalog, CL_SLOT_PHOTO_TIME,
			    "SELECT sort, date_lower IS ?2 AND clock = ?3 "
			    "FROM photo WHERE id = ?1",
			    &stmt, err);
	if (status != CUTLINE_OK)
		return status;
	cl_bind_int(catalog, stmt, 1, id);
	if (time.dated)
		cl_bind_int(catalog, stmt, 2, time.day);
	cl_bind_int(catalog, stmt, 3, time.clock);
	status = cl_db_step(catalog, stmt, &row, err);
	if (status != CUTLINE_OK || !row)
		return status;
	*sort = sqlite3_column_int64(stmt, 0);
	same = sqlite3_column_int(stmt, 1) != 0;
	sqlite3_reset(stmt);
	if (same)
		return CUTLINE_OK;
	status = cl_index_set_sort(catalog, id, cl_index_aside(id), err);
	if (status == CUTLINE_OK)
		status = cl_place(catalog, id, &time, sort, err);
	return status;
}

static enum cutline_status update_photo(struct cutline_catalog *catalog,
					struct cl_str name, int64_t sort,
					const struct cutline_photo *photo,
					struct cutline_error *err)
{
	char date[CUTLINE_DATE_TEXT_MAX];
	sqlite3_stmt *stmt;
	enum cutline_status status = cl_db_slot(
		catalog, CL_SLOT_PHOTO_UPDATE,
		"UPDATE photo SET type = ?2, date_created = ?3, "
		"date_lower = ?4, date_upper = ?5, clock = ?6, "
		"captured_lower = ?7, captured_upper = ?8, filled = ?9, "
		"conflicts = ?10, name = ?11, sort = ?12, missing = NOT EXISTS "
		"(SELECT 1 FROM location WHERE photo_id = ?1 AND NOT missing) "
		"WHERE id = ?1",
		&stmt, err);

	if (status != CUTLINE_OK)
		return status;
	if (bind_photo(catalog, stmt, name, photo, date) != CUTLINE_OK)
		return cl_nomem(err);
	cl_bind_int(catalog, stmt, 12, sort);
	return cl_db_run(catalog, stmt, err);
}

static struct cl_str name_of(const struct cutline_photo *photo)
{
	struct cl_str folder = { 0 };
	struct cl_str name = { 0 };

	if (photo->path_count > 0)
		cl_path_split(photo->paths[0], &folder, &name);
	return name;
}

static enum cutline_status rewrite(struct cutline_catalog *catalog, int64_t id,
				   struct cl_arena *arena,
				   struct cutline_error *err)
{
	struct cutline_photo photo = { 0 };
	enum cutline_status status;
	int64_t sort = 0;
	bool found;

	status = cl_row_load(catalog, id, &photo, arena, &found, err);
	if (status == CUTLINE_OK && !found)
		status = cl_fail(err, CUTLINE_DAMAGED,
				 "%s is damaged: photo %lld has no record",
				 catalog->path, (long long)id);
	if (status == CUTLINE_OK)
		status = cl_row_load_locations(catalog, &photo, arena, err);
	if (status == CUTLINE_OK)
		status = find_sort(catalog, id, &photo, &sort, err);
	if (status == CUTLINE_OK)
		status = update_photo(catalog, name_of(&photo), sort, &photo,
				      err);
	if (status == CUTLINE_OK)
		status = cl_index_add(catalog, id, sort, &photo, err);
	return status;
}

enum cutline_status cl_photo_refresh(struct cutline_catalog *catalog,
				     int64_t id, struct cutline_error *err)
{
	struct cl_arena arena = { 0 };
	int64_t speaker;
	enum cutline_status status = choose_speaker(catalog, id, &speaker, err);

	if (status != CUTLINE_OK)
		return status;
	if (speaker == 0)
		return delete_photo(catalog, id, err);
	status = rewrite(catalog, id, &arena, err);
	cl_arena_release(&arena);
	return status;
}
