/* SPDX-License-Identifier: MIT */
/*
 * Reading a dump back, see dump.c. SQLite reads the JSON and STRICT tables
 * refuse what lacks a member; what else a line must say is checked here. All
 * lines are one transaction. Photos that have edits are written anew at the
 * end, as after any edit.
 */
#include <string.h>

#include "base/fold.h"
#include "catalog/db.h"
#include "catalog/due.h"

struct kind {
	const char *name;
	size_t count_at; /* in the counts; of batches nowhere */
	const char *sql; /* ?1 the line, ?2 a name, folded */
};

#define NOWHERE SIZE_MAX
#define AT(member) offsetof(struct cutline_dump_counts, member)

static const struct kind kinds[] = {
	{ "batch", NOWHERE,
	  "INSERT INTO batch (id, made, command, undoes) VALUES ("
	  "?1 ->> '$.batch', unixepoch(?1 ->> '$.made'), "
	  "?1 ->> '$.command', ?1 ->> '$.undoes')" },
	{ "change", AT(changes),
	  "INSERT INTO change (batch_id, kind, photo_id, identity, field, "
	  "name, old, new) VALUES (?1 ->> '$.batch', ?1 ->> '$.of', "
	  "(SELECT id FROM photo WHERE identity = ?1 ->> '$.photo'), "
	  "coalesce(?1 ->> '$.photo', ''), ?1 ->> '$.field', "
	  "?1 ->> '$.name', nullif(?1 -> '$.old', 'null'), "
	  "nullif(?1 -> '$.new', 'null'))" },
	{ "edit", AT(edits),
	  "INSERT INTO edit (identity, field, items) VALUES ("
	  "?1 ->> '$.photo', ?1 ->> '$.field', "
	  "iif(json_type(?1, '$.items') = 'array', ?1 -> '$.items', NULL))" },
	{ "alias", AT(aliases),
	  "INSERT INTO alias (field, folded, name, means) VALUES ("
	  "?1 ->> '$.field', ?2, ?1 ->> '$.name', ?1 ->> '$.means')" },
	{ "decision", AT(decisions),
	  "INSERT INTO decision (document, caption, identity, verdict, parsed) "
	  "VALUES (?1 ->> '$.document', ?1 ->> '$.caption', "
	  "coalesce(?1 ->> '$.photo', ''), ?1 ->> '$.verdict', "
	  "?1 -> '$.parsed')" },
	{ "search", AT(searches),
	  "INSERT INTO saved_search (name, query) VALUES ("
	  "?1 ->> '$.name', ?1 ->> '$.query')" },
};

#define KINDS (sizeof(kinds) / sizeof(kinds[0]))

struct load {
	struct cutline_catalog *catalog;
	struct cutline_error *err;
	uint64_t line;
	sqlite3_stmt *look; /* what a line is */
	sqlite3_stmt *put[KINDS];
	struct cl_buf folded;
	struct cutline_dump_counts counts;
};

static enum cutline_status bad_line(const struct load *l, const char *why)
{
	cl_fail(l->err, CUTLINE_FORMAT, "line %llu of the dump: %s",
		(unsigned long long)l->line, why);
	cl_hint(l->err, "“cutline dump” writes such lines; nothing was loaded");
	return CUTLINE_FORMAT;
}

/* A line is one of our objects; its kind, and a name in it, folded. */
static enum cutline_status look_at(struct load *l, struct cl_str line,
				   const struct kind **kind)
{
	enum cutline_field field;
	struct cl_str name;
	bool row;
	enum cutline_status status;

	*kind = NULL;
	sqlite3_reset(l->look);
	cl_bind_text(l->catalog, l->look, 1, line);
	status = cl_db_step(l->catalog, l->look, &row, l->err);
	if (status != CUTLINE_OK)
		return status;
	if (!row)
		return bad_line(l, "it is no object with \"format\": 1");
	name = cl_column(l->look, 0);
	for (size_t i = 0; i < KINDS; i++)
		if (cl_str_eq(name, cl_str_from(kinds[i].name)))
			*kind = &kinds[i];
	if (!*kind)
		return bad_line(l, "its \"kind\" is none that is known");
	name = cl_column(l->look, 1);
	if (strcmp((*kind)->name, "edit") == 0 &&
	    !cutline_field_find(name.ptr, name.len, &field))
		return bad_line(l, "there is no such field");
	cl_buf_clear(&l->folded);
	cl_fold_add(&l->folded, cl_column(l->look, 2));
	return l->folded.failed ? cl_nomem(l->err) : CUTLINE_OK;
}

static enum cutline_status put(struct load *l, struct cl_str line)
{
	const struct kind *kind;
	enum cutline_status status = look_at(l, line, &kind);
	sqlite3_stmt *stmt;
	int rc;

	if (status != CUTLINE_OK)
		return status;
	stmt = l->put[kind - kinds];
	sqlite3_reset(stmt);
	cl_bind_text(l->catalog, stmt, 1, line);
	if (sqlite3_bind_parameter_count(stmt) > 1)
		cl_bind_text(l->catalog, stmt, 2, cl_buf_str(&l->folded));
	status = cl_db_run(l->catalog, stmt, NULL);
	rc = sqlite3_errcode(l->catalog->db) & 0xFF;
	if (rc == SQLITE_CONSTRAINT || rc == SQLITE_MISMATCH)
		return bad_line(l, "a member is missing or of the wrong type, "
				   "or the line is there twice");
	if (status != CUTLINE_OK)
		return cl_db_fail(l->catalog, rc, l->err);
	if (kind->count_at != NOWHERE)
		++*(uint64_t *)((char *)&l->counts + kind->count_at);
	return CUTLINE_OK;
}

static enum cutline_status put_all(struct load *l, struct cl_str text)
{
	enum cutline_status status = CUTLINE_OK;
	struct cl_str line;

	while (status == CUTLINE_OK && text.len > 0 &&
	       cl_str_split(&text, '\n', &line)) {
		l->line++;
		line = cl_str_trim(line);
		if (line.len > 0)
			status = put(l, line);
	}
	return status;
}

static enum cutline_status refuse_facts(struct load *l)
{
	int64_t facts;
	enum cutline_status status = cl_db_number(
		l->catalog,
		"SELECT (SELECT count(*) FROM batch) + "
		"(SELECT count(*) FROM edit) + (SELECT count(*) FROM alias) + "
		"(SELECT count(*) FROM decision) + "
		"(SELECT count(*) FROM saved_search)",
		&facts, l->err);

	if (status != CUTLINE_OK || facts == 0)
		return status;
	cl_fail(l->err, CUTLINE_CONFLICT,
		"%s holds edits or other facts of its own, which a dump would "
		"mix with",
		l->catalog->path);
	cl_hint(l->err, "load the dump into a catalog that was just imported");
	return CUTLINE_CONFLICT;
}

static enum cutline_status prepare(struct load *l)
{
	enum cutline_status status = cl_db_prepare(
		l->catalog,
		CL_STR("SELECT ?1 ->> '$.kind', ?1 ->> '$.field', "
		       "?1 ->> '$.name' WHERE iif(json_valid(?1), "
		       "json_type(?1) = 'object' AND ?1 ->> '$.format' = 1, "
		       "0)"),
		&l->look, l->err);

	for (size_t i = 0; i < KINDS && status == CUTLINE_OK; i++)
		status = cl_db_prepare(l->catalog, cl_str_from(kinds[i].sql),
				       &l->put[i], l->err);
	return status;
}

static enum cutline_status rewrite_photos(struct load *l)
{
	enum cutline_status status;
	sqlite3_stmt *stmt;
	bool row;

	status =
		cl_db_prepare(l->catalog,
			      CL_STR("SELECT id FROM photo WHERE identity IN "
				     "(SELECT identity FROM edit) ORDER BY id"),
			      &stmt, l->err);
	if (status != CUTLINE_OK)
		return status;
	while ((status = cl_db_step(l->catalog, stmt, &row, l->err)) ==
		       CUTLINE_OK &&
	       row) {
		status = cl_due_add(l->catalog, sqlite3_column_int64(stmt, 0),
				    l->err);
		if (status != CUTLINE_OK)
			break;
	}
	sqlite3_finalize(stmt);
	return status;
}

static enum cutline_status count_unknown(struct load *l)
{
	int64_t unknown;
	enum cutline_status status =
		cl_db_number(l->catalog,
			     "SELECT count(*) FROM edit WHERE identity NOT IN "
			     "(SELECT identity FROM photo)",
			     &unknown, l->err);

	l->counts.unknown = (uint64_t)unknown;
	return status;
}

static enum cutline_status load(struct load *l, struct cl_str text,
				bool dry_run)
{
	enum cutline_status status = refuse_facts(l);

	if (status == CUTLINE_OK)
		status = prepare(l);
	if (status == CUTLINE_OK)
		status = put_all(l, text);
	if (status == CUTLINE_OK)
		status = count_unknown(l);
	if (status == CUTLINE_OK && !dry_run)
		status = rewrite_photos(l);
	sqlite3_finalize(l->look);
	for (size_t i = 0; i < KINDS; i++)
		sqlite3_finalize(l->put[i]);
	return status;
}

enum cutline_status cutline_catalog_load(struct cutline_catalog *catalog,
					 const char *text, size_t len,
					 bool dry_run,
					 struct cutline_dump_counts *counts,
					 struct cutline_error *err)
{
	struct load l = { .catalog = catalog, .err = err };
	enum cutline_status status;

	if (len > CUTLINE_DUMP_MAX)
		return cl_fail(err, CUTLINE_LIMIT,
			       "a dump has at most %u bytes", CUTLINE_DUMP_MAX);
	status = cutline_catalog_begin(catalog, err);
	if (status != CUTLINE_OK)
		return status;
	cl_buf_init(&l.folded, CL_DB_TEXT_MAX);
	status = load(&l, (struct cl_str){ text, len }, dry_run);
	cl_buf_release(&l.folded);
	if (status != CUTLINE_OK || dry_run)
		cutline_catalog_rollback(catalog);
	else
		status = cutline_catalog_commit(catalog, err);
	if (status == CUTLINE_OK && counts)
		*counts = l.counts;
	return status;
}
