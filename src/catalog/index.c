/* SPDX-License-Identifier: MIT */
#include "catalog/index.h"

#include "catalog/db.h"
#include "catalog/dictionary.h"
#include "catalog/due.h"
#include "catalog/fields.h"
#include "catalog/row.h"
#include "catalog/words.h"

void cl_index_forget(struct cutline_catalog *catalog)
{
	cl_pending_clear(&catalog->pending);
}

int64_t cl_index_aside(int64_t id)
{
	return INT64_MIN / 2 + id;
}

static const char add_sql[] = "INSERT INTO words (rowid, " CL_WORDS_COLUMNS
			      ") VALUES (?1, " CL_WORDS_VALUES ")";
static const char delete_sql[] =
	"INSERT INTO words (words, rowid, " CL_WORDS_COLUMNS
	") VALUES ('delete', ?1, " CL_WORDS_VALUES ")";

/* Append a photo's words to a buffer. */
static enum cutline_status write_words(struct cutline_catalog *catalog,
				       struct cl_buf *out,
				       struct cl_words *words,
				       const struct cutline_photo *photo,
				       struct cutline_error *err)
{
	enum cutline_status status;
	sqlite3_stmt *stmt;
	bool row;

	cl_words_begin(out, words, photo);
	status = cl_db_slot(catalog, CL_SLOT_FILE_NAMES,
			    "SELECT name FROM location WHERE photo_id = ?1 "
			    "ORDER BY id",
			    &stmt, err);
	if (status != CUTLINE_OK)
		return status;
	cl_bind_int(catalog, stmt, 1, photo->id);
	while ((status = cl_db_step(catalog, stmt, &row, err)) == CUTLINE_OK &&
	       row)
		cl_words_add_name(out, words, cl_column(stmt, 0));
	if (status == CUTLINE_OK && out->failed)
		status = cl_nomem(err);
	return status;
}

static enum cutline_status run_sorted(struct cutline_catalog *catalog,
				      struct cutline_error *err)
{
	struct cl_pending *pending = &catalog->pending;
	enum cutline_status status = CUTLINE_OK;

	cl_pending_sort(pending);
	for (size_t i = 0; i < pending->count && status == CUTLINE_OK; i++) {
		const struct cl_pending_photo *photo = &pending->photos[i];
		bool out = photo->take_out;
		sqlite3_stmt *stmt;

		if (photo->id == 0)
			continue;
		status = cl_db_slot(
			catalog, out ? CL_SLOT_WORDS_DELETE : CL_SLOT_WORDS_ADD,
			out ? delete_sql : add_sql, &stmt, err);
		if (status != CUTLINE_OK)
			break;
		cl_bind_int(catalog, stmt, 1, photo->sort);
		cl_words_bind(catalog, &pending->text, &photo->words, stmt, 2);
		status = cl_db_run(catalog, stmt, err);
	}
	return status;
}

static enum cutline_status flush(struct cutline_catalog *catalog,
				 struct cutline_error *err)
{
	enum cutline_status status;

	if (catalog->pending.count == 0)
		return CUTLINE_OK;
	status = run_sorted(catalog, err);
	cl_pending_clear(&catalog->pending);
	return status;
}

enum cutline_status cl_index_flush(struct cutline_catalog *catalog,
				   struct cutline_error *err)
{
	enum cutline_status status = cl_due_settle(catalog, err);

	if (status == CUTLINE_OK)
		status = flush(catalog, err);
	if (status != CUTLINE_OK)
		cutline_catalog_rollback(catalog);
	return status;
}

/* Let a photo's words wait to be put in or taken out. */
static enum cutline_status let_wait(struct cutline_catalog *catalog,
				    bool take_out, int64_t sort,
				    const struct cutline_photo *photo,
				    struct cutline_error *err)
{
	struct cl_pending *pending = &catalog->pending;
	struct cl_pending_photo *waiting;
	struct cl_words words;
	enum cutline_status status =
		write_words(catalog, &pending->text, &words, photo, err);

	if (status != CUTLINE_OK)
		return status;
	waiting = take_out ? cl_pending_add_removal(pending, photo->id)
			   : cl_pending_add(pending, photo->id);
	if (!waiting)
		return cl_nomem(err);
	waiting->sort = sort;
	waiting->words = words;
	return CUTLINE_OK;
}

static enum cutline_status link_name(struct cutline_catalog *catalog,
				     int64_t id, enum cutline_field field,
				     const char *text,
				     struct cutline_error *err)
{
	sqlite3_stmt *stmt;
	int64_t name_id;
	enum cutline_status status =
		cl_name_add(catalog, field, text, &name_id, err);

	if (status == CUTLINE_OK)
		status = cl_db_slot(catalog, CL_SLOT_LINK_ADD,
				    "INSERT INTO photo_name VALUES (?1, ?2) "
				    "ON CONFLICT DO NOTHING",
				    &stmt, err);
	if (status != CUTLINE_OK)
		return status;
	cl_bind_int(catalog, stmt, 1, id);
	cl_bind_int(catalog, stmt, 2, name_id);
	return cl_db_run(catalog, stmt, err);
}

static enum cutline_status link_names(struct cutline_catalog *catalog,
				      int64_t id,
				      const struct cutline_photo *photo,
				      struct cutline_error *err)
{
	enum cutline_status status = CUTLINE_OK;

	for (unsigned i = 0; i < CUTLINE_PHOTO_FIELDS; i++) {
		const struct cutline_photo_field *f = &photo->fields[i];

		if (!cl_field_is_name((enum cutline_field)i))
			continue;
		for (size_t k = 0; k < f->count && status == CUTLINE_OK; k++)
			status = link_name(catalog, id, (enum cutline_field)i,
					   f->items[k], err);
	}
	return status;
}

static enum cutline_status unlink_names(struct cutline_catalog *catalog,
					int64_t id, struct cutline_error *err)
{
	sqlite3_stmt *stmt;
	enum cutline_status status = cl_db_slot(
		catalog, CL_SLOT_LINK_DELETE,
		"DELETE FROM photo_name WHERE photo_id = ?1", &stmt, err);

	if (status != CUTLINE_OK)
		return status;
	cl_bind_int(catalog, stmt, 1, id);
	return cl_db_run(catalog, stmt, err);
}

static enum cutline_status get_sort(struct cutline_catalog *catalog, int64_t id,
				    int64_t *sort, struct cutline_error *err)
{
	sqlite3_stmt *stmt;
	enum cutline_status status =
		cl_db_slot(catalog, CL_SLOT_SORT_GET,
			   "SELECT sort FROM photo WHERE id = ?1", &stmt, err);

	if (status != CUTLINE_OK)
		return status;
	cl_bind_int(catalog, stmt, 1, id);
	return cl_db_first(catalog, stmt, sort, err);
}

enum cutline_status cl_index_set_sort(struct cutline_catalog *catalog,
				      int64_t id, int64_t sort,
				      struct cutline_error *err)
{
	sqlite3_stmt *stmt;
	enum cutline_status status = cl_db_slot(
		catalog, CL_SLOT_SORT_SET,
		"UPDATE photo SET sort = ?2 WHERE id = ?1", &stmt, err);

	if (status != CUTLINE_OK)
		return status;
	cl_bind_int(catalog, stmt, 1, id);
	cl_bind_int(catalog, stmt, 2, sort);
	return cl_db_run(catalog, stmt, err);
}

/* A photo's record, with an arena to release. */
static enum cutline_status load(struct cutline_catalog *catalog, int64_t id,
				struct cutline_photo *photo,
				struct cl_arena *arena,
				struct cutline_error *err)
{
	bool found;
	enum cutline_status status =
		cl_row_load(catalog, id, photo, arena, &found, err);

	if (status == CUTLINE_OK && !found)
		status = cl_fail(err, CUTLINE_DAMAGED,
				 "%s is damaged: photo %lld has no record",
				 catalog->path, (long long)id);
	return status;
}

static enum cutline_status take_out(struct cutline_catalog *catalog, int64_t id,
				    struct cutline_error *err)
{
	struct cutline_photo photo = { 0 };
	struct cl_arena arena = { 0 };
	int64_t sort;
	enum cutline_status status;

	if (cl_pending_find(&catalog->pending, id)) {
		cl_pending_remove(&catalog->pending, id);
		return CUTLINE_OK;
	}
	status = get_sort(catalog, id, &sort, err);
	if (status == CUTLINE_OK)
		status = load(catalog, id, &photo, &arena, err);
	if (status == CUTLINE_OK)
		status = let_wait(catalog, true, sort, &photo, err);
	cl_arena_release(&arena);
	return status;
}

enum cutline_status cl_index_lift(struct cutline_catalog *catalog, int64_t id,
				  struct cutline_error *err)
{
	enum cutline_status status = CUTLINE_OK;

	if (!cl_due_has(catalog, id) && !cl_pending_find(&catalog->pending, id))
		status = take_out(catalog, id, err);
	if (status == CUTLINE_OK)
		status =
			cl_index_set_sort(catalog, id, cl_index_aside(id), err);
	return status;
}

enum cutline_status cl_index_drop(struct cutline_catalog *catalog, int64_t id,
				  int64_t sort, struct cutline_error *err)
{
	struct cl_pending_photo *waiting =
		cl_pending_find(&catalog->pending, id);
	struct cutline_photo photo = { 0 };
	struct cl_arena arena = { 0 };
	enum cutline_status status = cl_index_set_sort(catalog, id, sort, err);

	if (status != CUTLINE_OK || cl_due_has(catalog, id))
		return status;
	if (waiting) {
		waiting->sort = sort;
		return CUTLINE_OK;
	}
	status = load(catalog, id, &photo, &arena, err);
	if (status == CUTLINE_OK)
		status = let_wait(catalog, false, sort, &photo, err);
	cl_arena_release(&arena);
	return status;
}

enum cutline_status cl_index_add(struct cutline_catalog *catalog, int64_t id,
				 int64_t sort,
				 const struct cutline_photo *photo,
				 struct cutline_error *err)
{
	struct cutline_photo named = *photo;
	enum cutline_status status = CUTLINE_OK;

	/* Here no photo is lifted. */
	if (catalog->pending.text.len > CL_PENDING_MAX)
		status = flush(catalog, err);
	named.id = id;
	cl_due_done(catalog, id);
	if (status == CUTLINE_OK)
		status = let_wait(catalog, false, sort, &named, err);
	if (status == CUTLINE_OK)
		status = link_names(catalog, id, photo, err);
	return status;
}

enum cutline_status cl_index_remove(struct cutline_catalog *catalog, int64_t id,
				    struct cutline_error *err)
{
	enum cutline_status status = take_out(catalog, id, err);

	if (status == CUTLINE_OK)
		status = unlink_names(catalog, id, err);
	return status;
}

enum cutline_status cl_index_write(struct cutline_catalog *catalog,
				   sqlite3_stmt *stmt, int64_t id, int64_t sort,
				   struct cutline_error *err)
{
	struct cutline_photo photo = { 0 };
	struct cl_arena arena = { 0 };
	struct cl_words words;
	enum cutline_status status = load(catalog, id, &photo, &arena, err);

	cl_buf_clear(&catalog->words);
	if (status == CUTLINE_OK)
		status = write_words(catalog, &catalog->words, &words, &photo,
				     err);
	cl_arena_release(&arena);
	if (status != CUTLINE_OK)
		return status;
	cl_bind_int(catalog, stmt, 1, sort);
	cl_words_bind(catalog, &catalog->words, &words, stmt, 2);
	return cl_db_run(catalog, stmt, err);
}
