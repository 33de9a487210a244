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
		(struct cl_entry){ name, type_of(entry) };
	return true;
}

static int by_name(const void *a, const void *b)
{
	return strcmp(((const struct cl_entry *)a)->name,
		      ((const struct cl_entry *)b)->name);
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
	if (out->count > 1)
		qsort(out->entries, out->count, sizeof(*out->entries), by_name);
	return code;
}
