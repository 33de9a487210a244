/* SPDX-License-Identifier: MIT */
/*
 * Facets: the names that many photos share are counted from the dictionary, a
 * year, month, folder or type from its column, and whatever else a record
 * holds from the records themselves, which is slower.
 */
#include <string.h>

#include "base/alloc.h"
#include "base/arena.h"
#include "base/nearest.h"
#include "catalog/db.h"
#include "catalog/fields.h"
#include "catalog/search.h"

/* Facets with the memory they live in. */
struct facets {
	struct cutline_facets facets; /* first: the public pointer is this */
	struct cl_arena arena;
};

static const char names_sql[] =
	"SELECT n.text AS value FROM hit JOIN photo_name l ON "
	"l.photo_id = hit.id JOIN name n ON n.id = l.name_id "
	"WHERE n.field = :field";

/* :field is the path in the record. An item twice in one photo counts once. */
static const char record_sql[] =
	"SELECT DISTINCT hit.id, j.value AS value FROM hit JOIN location l ON "
	"l.photo_id = hit.id AND l.speaks JOIN record r ON "
	"r.location_id = l.id, json_each(r.chosen, :field) j";

struct column {
	const char *name;
	const char *sql;
};

static const struct column columns[] = {
	{ "year", "SELECT substr(p.date_created, 1, 4) AS value FROM hit "
		  "JOIN photo p ON p.id = hit.id WHERE p.date_created GLOB "
		  "'[0-9][0-9X][0-9X][0-9X]*' AND :field <> ''" },
	{ "month", "SELECT substr(p.date_created, 1, 7) AS value FROM hit "
		   "JOIN photo p ON p.id = hit.id WHERE p.date_created GLOB "
		   "'[0-9][0-9][0-9][0-9]-[01][0-9]*' AND :field <> ''" },
	{ "folder", "SELECT DISTINCT hit.id, CASE f.path WHEN x'' THEN '/' "
		    "ELSE f.path END AS value FROM hit JOIN location l ON "
		    "l.photo_id = hit.id JOIN folder f ON f.id = l.folder_id "
		    "WHERE :field <> ''" },
	{ "type", "SELECT p.type AS value FROM hit JOIN photo p ON "
		  "p.id = hit.id WHERE :field <> ''" },
};

#define COLUMN_COUNT (sizeof(columns) / sizeof(columns[0]))

/* What counts a field, and what :field is then. */
struct source {
	const char *sql;
	char field[80];
};

static enum cutline_status unknown(const char *field, const char *what,
				   struct cutline_error *err)
{
	struct cl_str name = cl_str_from(field);
	struct cl_nearest nearest = cl_nearest_to(name);
	const char *best = cl_query_field_nearest(name);

	for (size_t i = 0; i < COLUMN_COUNT; i++)
		cl_nearest_try(&nearest, columns[i].name);
	if (nearest.best)
		best = nearest.best;
	cl_fail(err, CUTLINE_FORMAT, "“%.60s” %s", field, what);
	if (best && strcmp(best, field) != 0)
		cl_hint(err, "did you mean %s?", best);
	else
		cl_hint(err, "try by, agency, event, person, city, country, "
			     "keyword, year, month, folder or type");
	return CUTLINE_FORMAT;
}

static bool is_countable(const struct cl_query_field *field,
			 enum cutline_field *f)
{
	return field->bits != 0 &&
	       cutline_field_find(field->name, strlen(field->name), f) &&
	       *f != CUTLINE_GPS && *f != CUTLINE_CAPTION;
}

static enum cutline_status find_source(const char *field, struct source *source,
				       struct cutline_error *err)
{
	struct cl_query_field found;
	struct cl_str name = cl_str_from(field);
	enum cutline_field f;
	struct cl_buf path;

	for (size_t i = 0; i < COLUMN_COUNT; i++) {
		if (!cl_str_eq_nocase(name, cl_str_from(columns[i].name)))
			continue;
		*source = (struct source){ columns[i].sql, "-" };
		return CUTLINE_OK;
	}
	if (!cl_query_field_find(name, &found))
		return unknown(field, "is no field", err);
	if (!is_countable(&found, &f))
		return unknown(field, "has no values to count", err);
	*source = (struct source){
		.sql = cl_field_is_name(f) ? names_sql : record_sql,
	};
	cl_buf_init(&path, sizeof(source->field));
	cl_buf_addf(&path, cl_field_is_name(f) ? "%s" : "$.fields.%s.items",
		    cutline_field_name(f));
	memcpy(source->field, cl_buf_cstr(&path), path.len);
	cl_buf_release(&path);
	return CUTLINE_OK;
}

static enum cutline_status prepare(struct cutline_catalog *catalog,
				   const struct cl_sql *sql,
				   const struct source *source,
				   sqlite3_stmt **stmt,
				   struct cutline_error *err)
{
	struct cl_str with = sql->with.len > 1 ? sql->with : CL_STR("WITH ");
	struct cl_str parts[] = {
		with,
		sql->with.len > 1 ? CL_STR(", ") : CL_STR(""),
		CL_STR("hit (id) AS (SELECT p.id FROM "),
		sql->from,
		CL_STR(" WHERE "),
		sql->where,
		CL_STR(") SELECT value, count(*) FROM ("),
		cl_str_from(source->sql),
		CL_STR(") GROUP BY value ORDER BY count(*) DESC, value"),
	};
	enum cutline_status status =
		cl_search_prepare(catalog, sql, parts,
				  sizeof(parts) / sizeof(parts[0]), stmt, err);

	if (status == CUTLINE_OK)
		cl_bind_text(catalog, *stmt, (int)sql->value_count + 1,
			     cl_str_from(source->field));
	return status;
}

static bool add(struct facets *f, struct cutline_facet **items, size_t *room,
		sqlite3_stmt *stmt)
{
	size_t count = f->facets.count;

	if (!*items || count == *room) {
		size_t larger = *room ? *room * 2 : 32;
		struct cutline_facet *copy =
			cl_arena_array(&f->arena, larger, sizeof(*copy));

		if (!copy)
			return false;
		if (*items)
			memcpy(copy, *items, count * sizeof(*copy));
		*items = copy;
		*room = larger;
	}
	(*items)[count].value = cl_arena_dup(&f->arena, cl_column(stmt, 0));
	(*items)[count].count = (uint64_t)sqlite3_column_int64(stmt, 1);
	f->facets.items = *items;
	f->facets.count++;
	return (*items)[count].value;
}

static enum cutline_status collect(struct cutline_catalog *catalog,
				   sqlite3_stmt *stmt, size_t limit,
				   struct facets *f, struct cutline_error *err)
{
	struct cutline_facet *items = NULL;
	enum cutline_status status;
	size_t room = 0;
	bool row;

	while ((status = cl_db_step(catalog, stmt, &row, err)) == CUTLINE_OK &&
	       row) {
		f->facets.distinct++;
		if (limit > 0 && f->facets.count == limit)
			continue;
		if (!add(f, &items, &room, stmt))
			return cl_nomem(err);
	}
	return status;
}

enum cutline_status
cutline_catalog_facets(struct cutline_catalog *catalog, const char *field,
		       const struct cutline_query *query, size_t limit,
		       struct cutline_facets **out, struct cutline_error *err)
{
	struct facets *f = NULL;
	struct cl_sql sql = { 0 };
	sqlite3_stmt *stmt = NULL;
	struct source source;
	enum cutline_status status = find_source(field, &source, err);

	*out = NULL;
	if (status != CUTLINE_OK)
		return status;
	f = cl_alloc_zero(1, sizeof(*f));
	if (!f)
		return cl_nomem(err);
	status = cl_sql_compile(&sql, query, err);
	if (status == CUTLINE_OK)
		status = prepare(catalog, &sql, &source, &stmt, err);
	if (status == CUTLINE_OK)
		status = collect(catalog, stmt, limit, f, err);
	sqlite3_finalize(stmt);
	cl_sql_release(&sql);
	if (status != CUTLINE_OK) {
		cutline_facets_free(&f->facets);
		return status;
	}
	*out = &f->facets;
	return CUTLINE_OK;
}

void cutline_facets_free(struct cutline_facets *facets)
{
	struct facets *f = (struct facets *)facets;

	if (!f)
		return;
	cl_arena_release(&f->arena);
	cl_free(f);
}
