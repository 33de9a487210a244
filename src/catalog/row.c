/* SPDX-License-Identifier: MIT */
#include "catalog/row.h"

#include <string.h>

#include "catalog/db.h"
#include "catalog/dictionary.h"
#include "catalog/record.h"
#include "photo/record.h"

static enum cutline_status damaged(struct cutline_catalog *catalog, int64_t id,
				   struct cutline_error *err)
{
	cl_fail(err, CUTLINE_DAMAGED, "%s is damaged: the record of photo %lld",
		catalog->path, (long long)id);
	cl_db_hint_restore(err);
	return CUTLINE_DAMAGED;
}

static enum cutline_status fail_read(struct cutline_catalog *catalog,
				     enum cutline_status status, int64_t id,
				     struct cutline_error *err)
{
	if (status == CUTLINE_NOMEM)
		return cl_nomem(err);
	return status == CUTLINE_OK ? status : damaged(catalog, id, err);
}

static enum cutline_status fill(struct cutline_photo *photo,
				struct cl_arena *arena, sqlite3_stmt *stmt)
{
	enum cutline_status status =
		cl_record_read(photo, arena, cl_column(stmt, 3));

	if (status != CUTLINE_OK)
		return status;
	photo->identity = cl_arena_dup(arena, cl_column(stmt, 0));
	photo->missing = sqlite3_column_int(stmt, 1) != 0;
	photo->bytes = sqlite3_column_int64(stmt, 2);
	return photo->identity ? CUTLINE_OK : CUTLINE_NOMEM;
}

enum cutline_status cl_row_load(struct cutline_catalog *catalog, int64_t id,
				struct cutline_photo *photo,
				struct cl_arena *arena, bool *found,
				struct cutline_error *err)
{
	enum cutline_status status;
	sqlite3_stmt *stmt;

	status = cl_db_slot(catalog, CL_SLOT_PHOTO_LOAD,
			    "SELECT p.identity, p.missing, l.bytes, r.chosen "
			    "FROM photo p "
			    "JOIN location l ON l.photo_id = p.id AND l.speaks "
			    "JOIN record r ON r.location_id = l.id "
			    "WHERE p.id = ?1",
			    &stmt, err);
	if (status != CUTLINE_OK)
		return status;
	cl_bind_int(catalog, stmt, 1, id);
	status = cl_db_step(catalog, stmt, found, err);
	if (status != CUTLINE_OK || !*found)
		return status;
	photo->id = id;
	status = fail_read(catalog, fill(photo, arena, stmt), id, err);
	sqlite3_reset(stmt);
	return status;
}

static const char *join_path(struct cl_arena *arena, struct cl_str folder,
			     struct cl_str name)
{
	char *path = cl_arena_alloc(arena, folder.len + name.len + 2);

	if (!path)
		return NULL;
	if (folder.len > 0)
		memcpy(path, folder.ptr, folder.len);
	path[folder.len] = '/';
	if (name.len > 0)
		memcpy(path + folder.len + 1, name.ptr, name.len);
	path[folder.len + 1 + name.len] = '\0';
	return path;
}

/* A growing array in an arena; there are few locations, so doubling it wastes
 * little. */
static bool reserve(struct cl_arena *arena, size_t count,
		    struct cutline_photo_location **list)
{
	struct cutline_photo_location *larger;

	if (count > 0 && (count & (count - 1)) != 0)
		return true;
	larger = cl_arena_array(arena, count > 0 ? count * 2 : 1,
				sizeof(*larger));
	if (!larger)
		return false;
	if (count > 0)
		memcpy(larger, *list, count * sizeof(*larger));
	*list = larger;
	return true;
}

static bool read_location(struct cl_arena *arena, sqlite3_stmt *stmt,
			  struct cutline_photo_location *location)
{
	location->path =
		join_path(arena, cl_column(stmt, 0), cl_column(stmt, 1));
	location->bytes = sqlite3_column_int64(stmt, 2);
	location->mtime_ns = sqlite3_column_int64(stmt, 3);
	location->missing = sqlite3_column_int(stmt, 4) != 0;
	location->speaks = sqlite3_column_int(stmt, 5) != 0;
	return location->path;
}

static enum cutline_status list_paths(struct cutline_photo *photo,
				      struct cl_arena *arena,
				      struct cutline_error *err)
{
	const char **paths;

	if (photo->location_count == 0)
		return CUTLINE_OK;
	paths = cl_arena_array(arena, photo->location_count, sizeof(*paths));
	if (!paths)
		return cl_nomem(err);
	for (size_t i = 0; i < photo->location_count; i++)
		paths[i] = photo->locations[i].path;
	photo->paths = paths;
	photo->path_count = photo->location_count;
	return CUTLINE_OK;
}

enum cutline_status cl_row_load_locations(struct cutline_catalog *catalog,
					  struct cutline_photo *photo,
					  struct cl_arena *arena,
					  struct cutline_error *err)
{
	struct cutline_photo_location *list = NULL;
	enum cutline_status status;
	sqlite3_stmt *stmt;
	size_t count = 0;
	bool row;

	status = cl_db_slot(catalog, CL_SLOT_LOCATIONS,
			    "SELECT f.path, l.name, l.bytes, l.mtime_ns, "
			    "l.missing, l.speaks FROM location l "
			    "JOIN folder f ON f.id = l.folder_id "
			    "WHERE l.photo_id = ?1 "
			    "ORDER BY l.speaks DESC, l.id",
			    &stmt, err);
	if (status != CUTLINE_OK)
		return status;
	cl_bind_int(catalog, stmt, 1, photo->id);
	while ((status = cl_db_step(catalog, stmt, &row, err)) == CUTLINE_OK &&
	       row) {
		if (!reserve(arena, count, &list) ||
		    !read_location(arena, stmt, &list[count])) {
			sqlite3_reset(stmt);
			return cl_nomem(err);
		}
		count++;
	}
	if (status != CUTLINE_OK)
		return status;
	photo->locations = list;
	photo->location_count = count;
	return list_paths(photo, arena, err);
}

/* The values of a photo's files, as they come in. */
struct gathered {
	struct cutline_photo_value *items;
	size_t count, room;
};

static bool make_room(struct gathered *all, struct cl_arena *arena, size_t more)
{
	size_t room = 2 * all->room + more;
	struct cutline_photo_value *items;

	if (all->count + more <= all->room)
		return true;
	items = cl_arena_array(arena, room, sizeof(*items));
	if (!items)
		return false;
	if (all->count > 0)
		memcpy(items, all->items, all->count * sizeof(*items));
	all->items = items;
	all->room = room;
	return true;
}

/* The values of one more file. What it chose counts only if it speaks. */
static bool append(struct gathered *all, struct cl_arena *arena,
		   const struct cl_record_values *more,
		   const struct cutline_photo_location *location)
{
	if (!make_room(all, arena, more->count))
		return false;
	for (size_t i = 0; i < more->count; i++) {
		struct cutline_photo_value *v = &all->items[all->count++];

		*v = more->items[i];
		v->location = location->path;
		if (!location->speaks && v->chosen) {
			v->chosen = false;
			v->why = "another file of the photo says more";
		}
	}
	return true;
}

static bool look_up(void *context, int64_t id, struct cl_arena *arena,
		    struct cutline_photo_value *value)
{
	return cl_source_read(context, id, arena, value);
}

static enum cutline_status add_values(struct cutline_catalog *catalog,
				      struct gathered *all,
				      struct cl_arena *arena,
				      sqlite3_stmt *stmt,
				      const struct cutline_photo_location *at)
{
	const struct cl_record_lookup lookup = { look_up, catalog };
	struct cutline_photo said = { 0 };
	struct cl_record_values values;
	enum cutline_status status =
		cl_record_read(&said, arena, cl_column(stmt, 0));

	if (status == CUTLINE_OK)
		status = cl_record_read_sources(
			&values, arena, cl_column(stmt, 1), &said, &lookup);
	if (status == CUTLINE_OK && !append(all, arena, &values, at))
		status = CUTLINE_NOMEM;
	return status;
}

enum cutline_status cl_row_load_values(struct cutline_catalog *catalog,
				       struct cutline_photo *photo,
				       struct cl_arena *arena,
				       struct cutline_error *err)
{
	struct gathered all = { 0 };
	enum cutline_status status;
	sqlite3_stmt *stmt;
	bool row;

	status = cl_db_slot(catalog, CL_SLOT_SOURCES,
			    "SELECT r.chosen, r.sources FROM location l "
			    "JOIN record r ON r.location_id = l.id "
			    "WHERE l.photo_id = ?1 "
			    "ORDER BY l.speaks DESC, l.id",
			    &stmt, err);
	if (status != CUTLINE_OK)
		return status;
	cl_bind_int(catalog, stmt, 1, photo->id);
	for (size_t i = 0; i < photo->location_count; i++) {
		status = cl_db_step(catalog, stmt, &row, err);
		if (status != CUTLINE_OK)
			return status;
		if (!row)
			return damaged(catalog, photo->id, err);
		status = fail_read(catalog,
				   add_values(catalog, &all, arena, stmt,
					      &photo->locations[i]),
				   photo->id, err);
		if (status != CUTLINE_OK)
			break;
	}
	sqlite3_reset(stmt);
	photo->values = all.items;
	photo->value_count = all.count;
	return status;
}

enum cutline_status cutline_catalog_photo(struct cutline_catalog *catalog,
					  int64_t id,
					  struct cutline_photo **out,
					  struct cutline_error *err)
{
	struct cutline_photo *photo = cl_photo_new();
	struct cl_arena *arena;
	enum cutline_status status;
	bool found;

	*out = NULL;
	if (!photo)
		return cl_nomem(err);
	arena = cl_photo_arena(photo);
	status = cl_row_load(catalog, id, photo, arena, &found, err);
	if (status == CUTLINE_OK && !found)
		status = cl_fail(err, CUTLINE_NOT_FOUND,
				 "there is no photo %lld in %s", (long long)id,
				 catalog->path);
	if (status == CUTLINE_OK)
		status = cl_row_load_locations(catalog, photo, arena, err);
	if (status == CUTLINE_OK)
		status = cl_row_load_values(catalog, photo, arena, err);
	if (status != CUTLINE_OK) {
		cutline_photo_free(photo);
		return status;
	}
	*out = photo;
	return CUTLINE_OK;
}
