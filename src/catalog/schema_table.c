/* SPDX-License-Identifier: MIT */
/*
 * Every table, index and view, of each version of the schema. The numbers say
 * from which version to which it is there; 0: to this day. What a migration
 * does follows from them: it drops what ends and makes what begins.
 *
 * Read from files, and made anew by reading them again:
 *
 *   counter       the last number given to a photo
 *   root          what was asked to be imported; offline: it was not there
 *                 when last looked for, and its photos wait for it
 *   folder        absolute paths, the bytes the system has; "" is the root
 *   photo         a picture. sort is its place in the order of time and the
 *                 rowid of its words, see place.c; it changes when the date
 *                 does. filled and conflicts hold a bit a field, see fields.c
 *   location      its files; the one that speaks is chosen in photo_row.c
 *   record        what a file says, JSON, see record.h. The wide texts stand
 *                 by themselves, so that walking over files or photos touches
 *                 narrow rows only
 *   shown         what a photo shows where people's facts change it: a record
 *                 like record.chosen, and it goes before that
 *   name, photo_name   the names in a photo's fields, for counting
 *   source        where values come from and why they were chosen
 *   words, folder_words   the full-text index
 *   import_run    each import: when (seconds since 1970; ended is NULL while
 *                 it runs, and for ever if it was killed), the paths asked
 *                 for, each ended by NUL, and what became of their files
 *
 * Made by people, and therefore in every dump. Photos are named by identity,
 * so that these rows outlive the rows above and fit a catalog made anew:
 *
 *   batch         a command that changed facts, undone as one. made: seconds
 *                 since 1970. undoes: the batch it took back
 *   change        the journal, in the order made, never altered: what a batch
 *                 changed. kind says in which of the tables below, field,
 *                 identity and name in which row of it ("" where it has no
 *                 such column); old and new are what the row said before and
 *                 after, NULL: there was none. photo_id is the number that
 *                 the photo had then
 *   edit          what a photo's field was set to: items, a JSON list of texts
 *                 as in records; the empty list is a field emptied on purpose
 *   alias         name stands for means. field: which names ("persons",
 *                 "agencies", "creators", "events", "city" …); folded is the
 *                 name as it is compared, by cl_fold_add()
 *   decision      what was decided of a caption of a document (caption: its
 *                 text): verdict "accepted" or "refused" for the photo of that
 *                 identity, or "none", with the identity "", when no photo is
 *                 the caption's. parsed: the caption read, as match prints it
 *   saved_search  queries by name
 *
 * old and new of a change are JSON: the list edit.items; the text alias.means;
 * of a decision {"verdict": …, "parsed": …}; the text saved_search.query. kind
 * is "edit", "alias", "decision" or "search", and a row's key is identity and
 * field; field and name = alias.name; field = document, name = caption and
 * identity; name.
 *
 * The views are for people's own SQL, see cutline-catalog(5).
 */
#include "catalog/schema.h"

/* What a photo shows, for the views. */
#define SHOWN                                           \
 "FROM photo p\n"                                       \
 " JOIN location l ON l.photo_id = p.id AND l.speaks\n" \
 " JOIN record r ON r.location_id = l.id\n"             \
 " JOIN folder f ON f.id = l.folder_id\n"               \
 " LEFT JOIN shown s ON s.photo_id = p.id"

/* A field of one text, a field of several, a member of the record. */
#define ONE(field) " c ->> '$.fields." field ".items[0]' AS " field ",\n"
#define LIST(field)                                                      \
 " (SELECT group_concat(value, '; ') FROM json_each(c, '$.fields." field \
 ".items')) AS \"" field "\",\n"
#define MEMBER(path, name) " c ->> '$." path "' AS " name ",\n"

/* clang-format off */
static const char photo_view[] =
	"CREATE VIEW photo_view AS SELECT\n"
	" id, path, missing, identity, type, bytes,\n"
	MEMBER("width", "width") MEMBER("height", "height")
	MEMBER("orientation", "orientation")
	ONE("caption") ONE("headline") ONE("title")
	LIST("creators") LIST("agencies")
	ONE("credit_line") ONE("copyright_notice")
	MEMBER("date", "date_created") MEMBER("captured", "captured")
	ONE("sublocation") ONE("city") ONE("province_state")
	ONE("country") ONE("country_code")
	MEMBER("gps[0]", "latitude") MEMBER("gps[1]", "longitude")
	LIST("events") LIST("persons") LIST("keywords")
	LIST("references") LIST("restrictions")
	ONE("usage_terms") ONE("instructions") ONE("licensor")
	ONE("web_statement") ONE("source")
	" datetime(added, 'unixepoch') AS added\n"
	"FROM (SELECT p.id, p.missing, p.identity, p.type, l.bytes,\n"
	" p.added, coalesce(s.chosen, r.chosen) AS c,\n"
	" CAST(f.path AS TEXT) || '/' || CAST(l.name AS TEXT) AS path\n"
	SHOWN ")";
/* clang-format on */

static const char credit_view[] =
	"CREATE VIEW credit_view AS SELECT p.id AS photo_id,\n"
	" j.key + 1 AS position, j.value ->> 0 AS role,\n"
	" j.value ->> 1 AS name\n" SHOWN ",\n"
	" json_each(coalesce(s.chosen, r.chosen), '$.credit.parts') j";

const struct cl_schema_object cl_schema_objects[] = {
	{ "counter", 1, 0,
	  "CREATE TABLE counter (\n"
	  " name TEXT PRIMARY KEY,\n"
	  " value INTEGER NOT NULL\n"
	  ") STRICT, WITHOUT ROWID" },
	{ "folder", 1, 0,
	  "CREATE TABLE folder (\n"
	  " id INTEGER PRIMARY KEY,\n"
	  " path BLOB NOT NULL UNIQUE\n"
	  ") STRICT" },
	{ "photo", 1, 0,
	  "CREATE TABLE photo (\n"
	  " id INTEGER PRIMARY KEY,\n"
	  " sort INTEGER NOT NULL UNIQUE,\n"
	  " identity TEXT NOT NULL UNIQUE,\n"
	  " missing INTEGER NOT NULL,\n"
	  " added INTEGER NOT NULL,\n"
	  " added_day INTEGER NOT NULL,\n"
	  " type TEXT NOT NULL,\n"
	  " date_created TEXT,\n"
	  " date_lower INTEGER,\n"
	  " date_upper INTEGER,\n"
	  " clock INTEGER NOT NULL,\n"
	  " captured_lower INTEGER,\n"
	  " captured_upper INTEGER,\n"
	  " filled INTEGER NOT NULL,\n"
	  " conflicts INTEGER NOT NULL,\n"
	  " name TEXT NOT NULL\n"
	  ") STRICT" },
	{ "photo_time", 1, 0,
	  "CREATE INDEX photo_time ON photo "
	  "(date_lower, clock)" },
	{ "location", 1, 0,
	  "CREATE TABLE location (\n"
	  " id INTEGER PRIMARY KEY,\n"
	  " photo_id INTEGER NOT NULL REFERENCES photo (id),\n"
	  " folder_id INTEGER NOT NULL REFERENCES folder (id),\n"
	  " name BLOB NOT NULL,\n"
	  " bytes INTEGER NOT NULL,\n"
	  " mtime_ns INTEGER NOT NULL,\n"
	  " inode INTEGER NOT NULL,\n"
	  " missing INTEGER NOT NULL,\n"
	  " speaks INTEGER NOT NULL,\n"
	  " richness INTEGER NOT NULL,\n"
	  " UNIQUE (folder_id, name)\n"
	  ") STRICT" },
	{ "location_photo", 1, 1,
	  "CREATE INDEX location_photo ON location "
	  "(photo_id)" },
	{ "record", 1, 0,
	  "CREATE TABLE record (\n"
	  " location_id INTEGER PRIMARY KEY"
	  " REFERENCES location (id),\n"
	  " chosen TEXT NOT NULL,\n"
	  " sources TEXT NOT NULL\n"
	  ") STRICT" },
	{ "name", 1, 0,
	  "CREATE TABLE name (\n"
	  " id INTEGER PRIMARY KEY,\n"
	  " field TEXT NOT NULL,\n"
	  " text TEXT NOT NULL,\n"
	  " UNIQUE (field, text)\n"
	  ") STRICT" },
	{ "photo_name", 1, 0,
	  "CREATE TABLE photo_name (\n"
	  " photo_id INTEGER NOT NULL REFERENCES photo (id),\n"
	  " name_id INTEGER NOT NULL REFERENCES name (id),\n"
	  " PRIMARY KEY (photo_id, name_id)\n"
	  ") STRICT, WITHOUT ROWID" },
	{ "source", 1, 0,
	  "CREATE TABLE source (\n"
	  " id INTEGER PRIMARY KEY,\n"
	  " field TEXT NOT NULL,\n"
	  " origin TEXT NOT NULL,\n"
	  " why TEXT NOT NULL,\n"
	  " UNIQUE (field, origin, why)\n"
	  ") STRICT" },
	{ "words", 1, 0,
	  "CREATE VIRTUAL TABLE words USING fts5(" CL_WORDS_COLUMNS
	  ", content='', "
	  "tokenize='unicode61 remove_diacritics 2')" },
	{ "folder_words", 1, 0,
	  "CREATE VIRTUAL TABLE folder_words USING fts5("
	  "path, content='', "
	  "tokenize='unicode61 remove_diacritics 2')" },
	{ "location_best", 2, 0,
	  "CREATE INDEX location_best ON location\n"
	  "(photo_id, richness DESC, missing, mtime_ns DESC)" },
	{ "location_name", 2, 0,
	  "CREATE INDEX location_name ON location (photo_id, name)" },
	{ "root", 2, 0,
	  "CREATE TABLE root (\n"
	  " id INTEGER PRIMARY KEY,\n"
	  " path BLOB NOT NULL UNIQUE,\n"
	  " added INTEGER NOT NULL,\n"
	  " offline INTEGER NOT NULL\n"
	  ") STRICT" },
	{ "import_run", 2, 0,
	  "CREATE TABLE import_run (\n"
	  " id INTEGER PRIMARY KEY,\n"
	  " started INTEGER NOT NULL,\n"
	  " ended INTEGER,\n"
	  " paths BLOB NOT NULL,\n"
	  " fresh INTEGER NOT NULL DEFAULT 0,\n"
	  " changed INTEGER NOT NULL DEFAULT 0,\n"
	  " same INTEGER NOT NULL DEFAULT 0,\n"
	  " moved INTEGER NOT NULL DEFAULT 0,\n"
	  " missing INTEGER NOT NULL DEFAULT 0,\n"
	  " failed INTEGER NOT NULL DEFAULT 0\n"
	  ") STRICT" },
	{ "shown", 2, 0,
	  "CREATE TABLE shown (\n"
	  " photo_id INTEGER PRIMARY KEY REFERENCES photo (id)\n"
	  "  ON DELETE CASCADE,\n"
	  " chosen TEXT NOT NULL\n"
	  ") STRICT" },
	{ "batch", 2, 0,
	  "CREATE TABLE batch (\n"
	  " id INTEGER PRIMARY KEY,\n"
	  " made INTEGER NOT NULL,\n"
	  " command TEXT NOT NULL,\n"
	  " undoes INTEGER REFERENCES batch (id)\n"
	  ") STRICT" },
	{ "change", 2, 0,
	  "CREATE TABLE change (\n"
	  " id INTEGER PRIMARY KEY,\n"
	  " batch_id INTEGER NOT NULL REFERENCES batch (id),\n"
	  " kind TEXT NOT NULL,\n"
	  " photo_id INTEGER,\n"
	  " identity TEXT NOT NULL,\n"
	  " field TEXT NOT NULL,\n"
	  " name TEXT NOT NULL,\n"
	  " old TEXT,\n"
	  " new TEXT\n"
	  ") STRICT" },
	{ "change_batch", 2, 0,
	  "CREATE INDEX change_batch ON change (batch_id)" },
	{ "change_photo", 2, 0,
	  "CREATE INDEX change_photo ON change (identity)\n"
	  " WHERE identity <> ''" },
	{ "edit", 2, 0,
	  "CREATE TABLE edit (\n"
	  " identity TEXT NOT NULL,\n"
	  " field TEXT NOT NULL,\n"
	  " items TEXT NOT NULL,\n"
	  " PRIMARY KEY (identity, field)\n"
	  ") STRICT, WITHOUT ROWID" },
	{ "alias", 2, 0,
	  "CREATE TABLE alias (\n"
	  " field TEXT NOT NULL,\n"
	  " folded TEXT NOT NULL,\n"
	  " name TEXT NOT NULL,\n"
	  " means TEXT NOT NULL,\n"
	  " PRIMARY KEY (field, folded)\n"
	  ") STRICT, WITHOUT ROWID" },
	{ "alias_means", 2, 0,
	  "CREATE INDEX alias_means ON alias (field, means)" },
	{ "decision", 2, 0,
	  "CREATE TABLE decision (\n"
	  " id INTEGER PRIMARY KEY,\n"
	  " document TEXT NOT NULL,\n"
	  " caption TEXT NOT NULL,\n"
	  " identity TEXT NOT NULL,\n"
	  " verdict TEXT NOT NULL,\n"
	  " parsed TEXT NOT NULL,\n"
	  " UNIQUE (document, caption, identity)\n"
	  ") STRICT" },
	{ "decision_photo", 2, 0,
	  "CREATE INDEX decision_photo ON decision (identity)" },
	{ "saved_search", 2, 0,
	  "CREATE TABLE saved_search (\n"
	  " name TEXT PRIMARY KEY,\n"
	  " query TEXT NOT NULL\n"
	  ") STRICT, WITHOUT ROWID" },
	{ "photo_view", 2, 0, photo_view },
	{ "credit_view", 2, 0, credit_view },
};

const size_t cl_schema_object_count =
	sizeof(cl_schema_objects) / sizeof(cl_schema_objects[0]);
