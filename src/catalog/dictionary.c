/* SPDX-License-Identifier: MIT */
#include "catalog/dictionary.h"

#include <string.h>

#include "catalog/db.h"

/* A dictionary's statements. */
struct dictionary {
	enum cl_slot find_slot;
	enum cl_slot add_slot;
	const char *find_sql;
	const char *add_sql;
};

static const struct dictionary names = {
	CL_SLOT_NAME_FIND,
	CL_SLOT_NAME_ADD,
	"SELECT id FROM name WHERE field = ?1 AND text = ?2",
	"INSERT INTO name (field, text) VALUES (?1, ?2)",
};

static const struct dictionary sources = {
	CL_SLOT_SOURCE_FIND,
	CL_SLOT_SOURCE_ADD,
	"SELECT id FROM source WHERE field = ?1 AND origin = ?2 AND why = ?3",
	"INSERT INTO source (field, origin, why) VALUES (?1, ?2, ?3)",
};

static enum cutline_status ask(struct cutline_catalog *catalog,
			       const struct dictionary *d,
			       const struct cl_str *parts, int count,
			       int64_t *id, struct cutline_error *err)
{
	sqlite3_stmt *stmt;
	enum cutline_status status =
		cl_db_slot(catalog, d->find_slot, d->find_sql, &stmt, err);

	if (status != CUTLINE_OK)
		return status;
	for (int i = 0; i < count; i++)
		cl_bind_text(catalog, stmt, i + 1, parts[i]);
	status = cl_db_first(catalog, stmt, id, err);
	if (status != CUTLINE_OK || *id != 0)
		return status;
	status = cl_db_slot(catalog, d->add_slot, d->add_sql, &stmt, err);
	if (status != CUTLINE_OK)
		return status;
	for (int i = 0; i < count; i++)
		cl_bind_text(catalog, stmt, i + 1, parts[i]);
	status = cl_db_run(catalog, stmt, err);
	*id = sqlite3_last_insert_rowid(catalog->db);
	return status;
}

/* The parts, each ended by NUL, are the key in the cache. */
static enum cutline_status find(struct cutline_catalog *catalog,
				const struct dictionary *d,
				const struct cl_str *parts, int count,
				int64_t *id, struct cutline_error *err)
{
	struct cl_buf *key = &catalog->key;
	enum cutline_status status;

	cl_buf_clear(key);
	for (int i = 0; i < count; i++) {
		cl_buf_add_str(key, parts[i]);
		cl_buf_add_char(key, '\0');
	}
	*id = key->failed ? 0 : cl_cache_get(&catalog->ids, cl_buf_str(key));
	if (*id != 0)
		return CUTLINE_OK;
	status = ask(catalog, d, parts, count, id, err);
	if (status == CUTLINE_OK && !key->failed)
		cl_cache_put(&catalog->ids, cl_buf_str(key), *id);
	return status;
}

enum cutline_status cl_name_add(struct cutline_catalog *catalog,
				enum cutline_field field, const char *text,
				int64_t *id, struct cutline_error *err)
{
	const struct cl_str parts[] = {
		cl_str_from(cutline_field_name(field)),
		cl_str_from(text),
	};

	return find(catalog, &names, parts, 2, id, err);
}

enum cutline_status cl_source_add(struct cutline_catalog *catalog,
				  const struct cutline_photo_value *value,
				  int64_t *id, struct cutline_error *err)
{
	const struct cl_str parts[] = {
		cl_str_from(cutline_field_name(value->field)),
		cl_str_from(value->origin),
		cl_str_from(value->why),
	};

	return find(catalog, &sources, parts, 3, id, err);
}

static const char *text_or_null(struct cl_arena *arena, struct cl_str s,
				bool *good)
{
	const char *copy;

	if (s.len == 0)
		return NULL;
	copy = cl_arena_dup(arena, s);
	*good = *good && copy;
	return copy;
}

bool cl_source_read(struct cutline_catalog *catalog, int64_t id,
		    struct cl_arena *arena, struct cutline_photo_value *value)
{
	sqlite3_stmt *stmt;
	struct cl_str field;
	bool good;
	bool row;

	if (cl_db_slot(catalog, CL_SLOT_SOURCE_GET,
		       "SELECT field, origin, why FROM source WHERE id = ?1",
		       &stmt, NULL) != CUTLINE_OK)
		return false;
	cl_bind_int(catalog, stmt, 1, id);
	if (cl_db_step(catalog, stmt, &row, NULL) != CUTLINE_OK || !row)
		return false;
	field = cl_column(stmt, 0);
	good = cutline_field_find(field.ptr, field.len, &value->field);
	value->origin = text_or_null(arena, cl_column(stmt, 1), &good);
	value->why = text_or_null(arena, cl_column(stmt, 2), &good);
	sqlite3_reset(stmt);
	return good;
}

void cl_dictionary_forget(struct cutline_catalog *catalog)
{
	cl_cache_release(&catalog->ids);
}
