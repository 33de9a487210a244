/* SPDX-License-Identifier: MIT */
/* d_type is no part of POSIX; where the C library hides it, the type is
 * unknown and the walk asks. */
#define _DEFAULT_SOURCE
#include "import/listing.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "image/sidecar.h"

static enum cl_entry_type type_of(const struct dirent *entry)
{
#ifdef DT_UNKNOWN
	switch (entry->d_type) {
	case DT_UNKNOWN:
		return CL_ENTRY_UNKNOWN;
	case DT_REG:
		return CL_ENTRY_FILE;
	case DT_DIR:
		return CL_ENTRY_FOLDER;
	case DT_LNK:
		return CL_ENTRY_LINK;
	default:
		return CL_ENTRY_OTHER;
	}
#else
	(void)entry;
	return CL_ENTRY_UNKNOWN;
#endif
}

static bool is_self_or_parent(const char *name)
{
	return strcmp(name, ".") == 0 || strcmp(name, "..") == 0;
}

static bool append(struct cl_arena *arena, struct cl_listing *list,
		   size_t *room, const struct dirent *entry)
{
	struct cl_entry *more;
	char *name;

	if (list->count == *room) {
		*room = *room > 0 ? 2 * *room : 64;
		more = cl_arena_array(arena, *room, sizeof(*more));
		if (!more)
			return false;
		if (list->count > 0)
			memcpy(more, list->entries,
			       list->count * sizeof(*more));
		list->entries = more;
	}
	name = cl_arena_dup(arena, cl_str_from(entry->d_name));
	if (!name)
		return false;
	list->entries[list->count++] =
		(struct cl_entry){ .name = name, .type = type_of(entry) };
	return true;
}

/* Folders that are called so are none; what may be a link is looked at when a
 * picture asks for it. */
static bool is_sidecar(const struct cl_entry *entry)
{
	return entry->type != CL_ENTRY_FOLDER &&
	       entry->type != CL_ENTRY_OTHER &&
	       cl_is_sidecar_name(cl_str_from(entry->name));
}

struct cl_str cl_listing_stem(const struct cl_entry *sidecar)
{
	struct cl_str name = cl_str_from(sidecar->name);

	return cl_str_sub(name, 0, name.len - CL_SIDECAR_ENDING_LEN);
}

size_t cl_listing_sidecar(const struct cl_listing *list, struct cl_str stem)
{
	size_t from = list->files, to = list->count;

	while (from < to) {
		size_t middle = from + (to - from) / 2;

		if (cl_str_cmp(cl_listing_stem(&list->entries[middle]), stem) <
		    0)
			from = middle + 1;
		else
			to = middle;
	}
	return from;
}

static int by_name(const void *a, const void *b)
{
	return strcmp(((const struct cl_entry *)a)->name,
		      ((const struct cl_entry *)b)->name);
}

static int by_stem(const void *a, const void *b)
{
	int order = cl_str_cmp(cl_listing_stem(a), cl_listing_stem(b));

	return order != 0 ? order : by_name(b, a);
}

static void sort(struct cl_listing *list)
{
	size_t from = 0, to = list->count;

	while (from < to) {
		struct cl_entry entry = list->entries[from];

		if (!is_sidecar(&entry)) {
			from++;
			continue;
		}
		list->entries[from] = list->entries[--to];
		list->entries[to] = entry;
	}
	list->files = from;
	if (from > 1)
		qsort(list->entries, from, sizeof(*list->entries), by_name);
	if (list->count - from > 1)
		qsort(list->entries + from, list->count - from,
		      sizeof(*list->entries), by_stem);
}

static int read_all(DIR *dir, struct cl_arena *arena, struct cl_listing *out)
{
	const struct dirent *entry;
	size_t room = 0;

	for (;;) {
		errno = 0;
		entry = readdir(dir);
		if (!entry)
			return errno;
		if (is_self_or_parent(entry->d_name))
			continue;
		if (!append(arena, out, &room, entry))
			return ENOMEM;
	}
}

int cl_listing_read(int fd, struct cl_arena *arena, struct cl_listing *out)
{
	int own = dup(fd);
	int code;
	DIR *dir;

	*out = (struct cl_listing){ 0 };
	if (own < 0)
		return errno;
	dir = fdopendir(own);
	if (!dir) {
		code = errno;
		(void)close(own);
		return code;
	}
	code = read_all(dir, arena, out);
	(void)closedir(dir);
	sort(out);
	return code;
}
