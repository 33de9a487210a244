/* SPDX-License-Identifier: MIT */
#include "import/beside.h"

#include <string.h>

#include "base/error.h"
#include "base/hash.h"
#include "image/sidecar.h"

static bool is_own(const struct stat *st, const struct stat *own)
{
	return own && st->st_dev == own->st_dev && st->st_ino == own->st_ino;
}

/* Is it one of those found, by another name? */
static bool is_known(const struct cl_beside *b, const struct stat *st)
{
	for (size_t i = 0; i < b->count; i++)
		if (b->files[i].st.st_dev == st->st_dev &&
		    b->files[i].st.st_ino == st->st_ino)
			return true;
	return false;
}

/* Whether a sidecar is there as it was: name, size, time and inode, one after
 * the other. */
static void add_stamp(struct cl_beside *b, const struct cl_beside_file *file)
{
	const int64_t facts[] = { file->st.st_size, file->st.st_mtim.tv_sec,
				  file->st.st_mtim.tv_nsec,
				  (int64_t)file->st.st_ino };

	const char *slash = strrchr(file->name, '/');
	const char *name = slash ? slash + 1 : file->name;

	b->stamp = cl_hash_short(name, strlen(name), b->stamp);
	b->stamp = cl_hash_short(facts, sizeof(facts), b->stamp);
}

/* Take a name in if there is a file behind it. */
static bool add(struct cl_beside *b, int at_fd, const char *name,
		struct cl_entry *listed, const struct stat *own)
{
	struct cl_beside_file *file = &b->files[b->count];

	if (b->count == CUTLINE_IMAGE_SIDECARS_MAX)
		return false;
	*file = (struct cl_beside_file){ .name = name, .listed = listed };
	if (fstatat(at_fd, name, &file->st, 0) != 0 ||
	    !S_ISREG(file->st.st_mode) || is_own(&file->st, own) ||
	    is_known(b, &file->st))
		return false;
	b->count++;
	add_stamp(b, file);
	return true;
}

static void find_listed(struct cl_beside *b, const struct cl_walk_entry *entry,
			struct cl_str stem, const struct stat *own)
{
	const struct cl_listing *list = entry->list;

	for (size_t at = cl_listing_sidecar(list, stem);
	     at < list->count &&
	     cl_str_eq(cl_listing_stem(&list->entries[at]), stem);
	     at++)
		(void)add(b, entry->at_fd, list->entries[at].name,
			  &list->entries[at], own);
}

static bool find_by_name(struct cl_beside *b, const struct cl_walk_entry *entry,
			 const struct stat *own)
{
	struct cl_str path = cl_str_from(entry->name);
	struct cl_buf name;
	bool enough = true;

	cl_buf_init(&name, CL_WALK_PATH_MAX);
	for (unsigned n = 0; enough && cl_sidecar_name(&name, path, n); n++) {
		enough = !name.failed;
		if (!enough ||
		    !add(b, entry->at_fd, cl_buf_cstr(&name), NULL, own))
			continue;
		b->files[b->count - 1].name =
			cl_arena_dup(&b->arena, cl_buf_str(&name));
		enough = b->files[b->count - 1].name != NULL;
	}
	cl_buf_release(&name);
	return enough;
}

bool cl_beside_find(struct cl_beside *b, const struct cl_walk_entry *entry,
		    const struct stat *own)
{
	struct cl_str name = cl_str_from(entry->name);
	struct cl_str base;

	*b = (struct cl_beside){ 0 };
	if (cl_is_sidecar_name(name))
		return true;
	if (!entry->list)
		return find_by_name(b, entry, own);
	if (entry->list->files == entry->list->count)
		return true;
	base = cl_sidecar_base(name);
	find_listed(b, entry, name, own);
	if (base.len < name.len)
		find_listed(b, entry, base, own);
	return true;
}

void cl_beside_release(struct cl_beside *b)
{
	cl_arena_release(&b->arena);
	*b = (struct cl_beside){ 0 };
}

void cl_beside_take(const struct cl_beside *b)
{
	for (size_t i = 0; i < b->count; i++)
		if (b->files[i].listed)
			b->files[i].listed->taken = true;
}

/* The path of a file in the folder of another. */
static const char *path_beside(struct cl_arena *arena, const char *path,
			       const char *name)
{
	const char *end = strrchr(path, '/');
	const char *start = strrchr(name, '/');
	size_t len = end ? (size_t)(end - path) + 1 : 0;
	size_t name_len;
	char *out;

	name = start ? start + 1 : name;
	name_len = strlen(name);
	out = cl_arena_alloc(arena, len + name_len + 1);
	if (!out)
		return NULL;
	memcpy(out, path, len);
	memcpy(out + len, name, name_len);
	return out;
}

enum cutline_status cl_beside_read(struct cl_beside *b,
				   const struct cl_walk_entry *entry,
				   struct cutline_image *image,
				   struct cutline_error *err)
{
	enum cutline_status status = CUTLINE_OK;
	bool all = true, read;

	for (size_t i = 0; i < b->count && !status; i++) {
		const char *path =
			path_beside(&b->arena, entry->path, b->files[i].name);

		if (!path)
			return cl_nomem(err);
		status = cl_sidecar_take(image, entry->at_fd, b->files[i].name,
					 path, &read, err);
		all = all && read;
	}
	b->stamp ^= !all;
	return status;
}
