/* SPDX-License-Identifier: MIT */
/*
 * Moving a folder tree's records to where the tree is now. A folder that is
 * not known at its new place changes its path, and all in it has moved. Where
 * one is known already the files go over one by one; a file whose place is
 * taken stays behind, since two files cannot be one.
 *
 * No picture is read. A file that was missing and is there now, as long and as
 * old as it was, is missing no more; the next import looks closer.
 */
#include <sys/stat.h>

#include "base/arena.h"
#include "base/fold.h"
#include "catalog/db.h"
#include "catalog/due.h"
#include "catalog/path.h"

struct folder {
	int64_t id;
	struct cl_str path;
	struct folder *next;
};

struct moving {
	struct cutline_catalog *catalog;
	struct cl_str from, to;
	struct cl_arena arena;
	struct folder *folders;
	struct cutline_relocated counts;
	struct cutline_error *err;
};

static struct cl_str trim(const char *path)
{
	struct cl_str s = cl_str_from(path);

	while (s.len > 0 && s.ptr[s.len - 1] == '/')
		s.len--;
	return s;
}

static bool is_below(struct cl_str path, struct cl_str folder)
{
	return path.len > folder.len && path.ptr[folder.len] == '/' &&
	       cl_str_eq(cl_str_sub(path, 0, folder.len), folder);
}

/* A statement with ?1 the old path and ?2, ?3 the bounds of those below it:
 * '0' follows '/'. */
static enum cutline_status bind_tree(struct moving *m, const char *sql,
				     sqlite3_stmt **stmt)
{
	const char *low = cl_arena_printf(&m->arena, "%.*s/", (int)m->from.len,
					  m->from.ptr);
	const char *high = cl_arena_printf(&m->arena, "%.*s0", (int)m->from.len,
					   m->from.ptr);
	enum cutline_status status;

	if (!low || !high)
		return cl_nomem(m->err);
	status = cl_db_prepare(m->catalog, cl_str_from(sql), stmt, m->err);
	if (status != CUTLINE_OK)
		return status;
	cl_bind_blob(m->catalog, *stmt, 1, m->from);
	cl_bind_blob(m->catalog, *stmt, 2, cl_str_from(low));
	cl_bind_blob(m->catalog, *stmt, 3, cl_str_from(high));
	return CUTLINE_OK;
}

/* The list begins with the shortest path, so that in a tree that moves up a
 * folder has left its place before another comes there: with /a/b going to /a,
 * /a/b to /a, then /a/b/b to /a/b. */
static enum cutline_status collect(struct moving *m)
{
	sqlite3_stmt *stmt;
	bool row;
	enum cutline_status status =
		bind_tree(m,
			  "SELECT id, path FROM folder WHERE path = ?1 OR "
			  "(path > ?2 AND path < ?3) "
			  "ORDER BY length(path) DESC, path",
			  &stmt);

	if (status != CUTLINE_OK)
		return status;
	while ((status = cl_db_step(m->catalog, stmt, &row, m->err)) ==
		       CUTLINE_OK &&
	       row) {
		struct folder *f = cl_arena_array(&m->arena, 1, sizeof(*f));
		struct cl_str path = cl_column(stmt, 1);
		const char *copy = cl_arena_dup(&m->arena, path);

		if (!f || !copy) {
			status = cl_nomem(m->err);
			break;
		}
		f->id = sqlite3_column_int64(stmt, 0);
		f->path = (struct cl_str){ copy, path.len };
		f->next = m->folders;
		m->folders = f;
	}
	sqlite3_finalize(stmt);
	return status;
}

/* Put a folder's words in or take them out. */
static enum cutline_status change_words(struct moving *m, const char *sql,
					int64_t id, struct cl_str path)
{
	struct cl_buf *words = &m->catalog->words;
	enum cutline_status status;
	sqlite3_stmt *stmt;

	cl_buf_clear(words);
	cl_fold_add_search(words, path);
	if (words->failed)
		return cl_nomem(m->err);
	status = cl_db_prepare(m->catalog, cl_str_from(sql), &stmt, m->err);
	if (status != CUTLINE_OK)
		return status;
	cl_bind_int(m->catalog, stmt, 1, id);
	cl_bind_text(m->catalog, stmt, 2, cl_buf_str(words));
	status = cl_db_run(m->catalog, stmt, m->err);
	sqlite3_finalize(stmt);
	return status;
}

static enum cutline_status take_words_out(struct moving *m,
					  const struct folder *f)
{
	return change_words(m,
			    "INSERT INTO folder_words (folder_words, rowid, "
			    "path) VALUES ('delete', ?1, ?2)",
			    f->id, f->path);
}

static enum cutline_status
rename_folder(struct moving *m, const struct folder *f, struct cl_str path)
{
	enum cutline_status status = take_words_out(m, f);
	sqlite3_stmt *stmt;

	if (status == CUTLINE_OK)
		status = change_words(m,
				      "INSERT INTO folder_words (rowid, path) "
				      "VALUES (?1, ?2)",
				      f->id, path);
	if (status == CUTLINE_OK)
		status = cl_db_prepare(
			m->catalog,
			CL_STR("UPDATE folder SET path = ?2 WHERE id = ?1"),
			&stmt, m->err);
	if (status != CUTLINE_OK)
		return status;
	cl_bind_int(m->catalog, stmt, 1, f->id);
	cl_bind_blob(m->catalog, stmt, 2, path);
	status = cl_db_run(m->catalog, stmt, m->err);
	sqlite3_finalize(stmt);
	return status;
}

static enum cutline_status run_with_two(struct moving *m, const char *sql,
					int64_t a, int64_t b, uint64_t *changed)
{
	sqlite3_stmt *stmt;
	enum cutline_status status =
		cl_db_prepare(m->catalog, cl_str_from(sql), &stmt, m->err);

	if (status != CUTLINE_OK)
		return status;
	cl_bind_int(m->catalog, stmt, 1, a);
	if (sqlite3_bind_parameter_count(stmt) > 1)
		cl_bind_int(m->catalog, stmt, 2, b);
	status = cl_db_run(m->catalog, stmt, m->err);
	*changed = (uint64_t)sqlite3_changes(m->catalog->db);
	sqlite3_finalize(stmt);
	return status;
}

static enum cutline_status count_files(struct moving *m, int64_t folder,
				       uint64_t *files)
{
	sqlite3_stmt *stmt;
	int64_t count = 0;
	enum cutline_status status = cl_db_prepare(
		m->catalog,
		CL_STR("SELECT count(*) FROM location WHERE folder_id = ?1"),
		&stmt, m->err);

	if (status != CUTLINE_OK)
		return status;
	cl_bind_int(m->catalog, stmt, 1, folder);
	status = cl_db_first(m->catalog, stmt, &count, m->err);
	sqlite3_finalize(stmt);
	*files += (uint64_t)count;
	return status;
}

/* The files of a folder into one that is known; the folder goes when it is
 * empty then. */
static enum cutline_status merge_folder(struct moving *m,
					const struct folder *f, int64_t into)
{
	uint64_t left = 0;
	uint64_t ignored;
	enum cutline_status status = run_with_two(
		m,
		"UPDATE location SET folder_id = ?2 WHERE folder_id = ?1 AND "
		"name NOT IN (SELECT name FROM location WHERE folder_id = ?2)",
		f->id, into, &ignored);

	if (status == CUTLINE_OK)
		status = count_files(m, f->id, &left);
	m->counts.left += left;
	m->counts.files -= left;
	if (status != CUTLINE_OK || left > 0)
		return status;
	status = take_words_out(m, f);
	if (status == CUTLINE_OK)
		status = run_with_two(m, "DELETE FROM folder WHERE id = ?1",
				      f->id, 0, &ignored);
	return status;
}

/* Files that are there now are missing no more. */
static enum cutline_status find_missing(struct moving *m, int64_t folder,
					struct cl_str path)
{
	enum cutline_status status;
	sqlite3_stmt *stmt;
	uint64_t ignored;
	bool row;

	status = cl_db_prepare(
		m->catalog,
		CL_STR("SELECT id, photo_id, name, bytes, mtime_ns "
		       "FROM location WHERE folder_id = ?1 AND missing"),
		&stmt, m->err);
	if (status != CUTLINE_OK)
		return status;
	cl_bind_int(m->catalog, stmt, 1, folder);
	while ((status = cl_db_step(m->catalog, stmt, &row, m->err)) ==
		       CUTLINE_OK &&
	       row) {
		struct cl_str name = cl_column(stmt, 2);
		const char *file =
			cl_arena_printf(&m->arena, "%.*s/%.*s", (int)path.len,
					path.ptr, (int)name.len, name.ptr);
		int64_t photo = sqlite3_column_int64(stmt, 1);
		struct stat st;

		if (!file) {
			status = cl_nomem(m->err);
			break;
		}
		if (lstat(file, &st) != 0 ||
		    st.st_size != sqlite3_column_int64(stmt, 3) ||
		    (int64_t)st.st_mtim.tv_sec * 1000000000 +
				    st.st_mtim.tv_nsec !=
			    sqlite3_column_int64(stmt, 4))
			continue;
		status = cl_due_add(m->catalog, photo, m->err);
		if (status == CUTLINE_OK)
			status = run_with_two(m,
					      "UPDATE location SET missing = 0 "
					      "WHERE id = ?1",
					      sqlite3_column_int64(stmt, 0), 0,
					      &ignored);
		if (status != CUTLINE_OK)
			break;
		m->counts.found++;
	}
	sqlite3_finalize(stmt);
	return status;
}

static enum cutline_status move_folder(struct moving *m, const struct folder *f)
{
	struct cl_str rest = cl_str_sub(f->path, m->from.len, f->path.len);
	const char *to = cl_arena_printf(&m->arena, "%.*s%.*s", (int)m->to.len,
					 m->to.ptr, (int)rest.len, rest.ptr);
	struct cl_str path;
	int64_t into;
	enum cutline_status status;

	if (!to)
		return cl_nomem(m->err);
	path = cl_str_from(to);
	cl_folder_forget(m->catalog);
	m->counts.folders++;
	status = count_files(m, f->id, &m->counts.files);
	if (status == CUTLINE_OK)
		status = cl_folder_find(m->catalog, path, &into, m->err);
	cl_folder_forget(m->catalog);
	if (status != CUTLINE_OK)
		return status;
	if (into != 0)
		status = merge_folder(m, f, into);
	else
		status = rename_folder(m, f, path);
	if (status == CUTLINE_OK)
		status = find_missing(m, into != 0 ? into : f->id, path);
	return status;
}

static enum cutline_status move_roots(struct moving *m)
{
	sqlite3_stmt *stmt;
	enum cutline_status status = bind_tree(
		m,
		"UPDATE OR REPLACE root SET path = CAST(?4 || "
		"substr(path, length(?1) + 1) AS BLOB) WHERE path = ?1 OR "
		"(path > ?2 AND path < ?3)",
		&stmt);

	if (status != CUTLINE_OK)
		return status;
	cl_bind_blob(m->catalog, stmt, 4, m->to);
	status = cl_db_run(m->catalog, stmt, m->err);
	sqlite3_finalize(stmt);
	return status;
}

static enum cutline_status move(struct moving *m)
{
	enum cutline_status status = collect(m);

	if (status == CUTLINE_OK && !m->folders) {
		cl_fail(m->err, CUTLINE_NOT_FOUND,
			"no picture of %s is at or below %.*s",
			m->catalog->path, (int)m->from.len, m->from.ptr);
		cl_hint(m->err, "“cutline facets folder” lists the folders");
		return CUTLINE_NOT_FOUND;
	}
	for (const struct folder *f = m->folders; f && status == CUTLINE_OK;
	     f = f->next)
		status = move_folder(m, f);
	if (status == CUTLINE_OK)
		status = move_roots(m);
	return status;
}

enum cutline_status
cutline_catalog_relocate(struct cutline_catalog *catalog, const char *from,
			 const char *to, bool dry_run,
			 struct cutline_relocated *relocated,
			 struct cutline_error *err)
{
	struct moving m = {
		.catalog = catalog,
		.from = trim(from),
		.to = trim(to),
		.err = err,
	};
	enum cutline_status status;

	if (cl_str_eq(m.from, m.to) || is_below(m.to, m.from)) {
		cl_fail(err, CUTLINE_FORMAT, "%s lies in %s", to, from);
		cl_hint(err, "name the old folder, then the new one");
		return CUTLINE_FORMAT;
	}
	status = cutline_catalog_begin(catalog, err);
	if (status != CUTLINE_OK)
		return status;
	status = move(&m);
	cl_arena_release(&m.arena);
	if (status != CUTLINE_OK || dry_run)
		cutline_catalog_rollback(catalog);
	else
		status = cutline_catalog_commit(catalog, err);
	if (status == CUTLINE_OK && relocated)
		*relocated = m.counts;
	return status;
}
