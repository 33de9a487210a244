/* SPDX-License-Identifier: MIT */
/*
 * The walk keeps a stack of the folders it is in, each with its names; so depth
 * costs memory and not the program's stack. Only the innermost few are open at
 * a time: a folder further out is opened again, name by name from the top, when
 * the walk comes back to it, and must be the same folder then. Names are always
 * opened relative to their folder, so that paths may be longer than PATH_MAX.
 */
#include "import/walk.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/alloc.h"
#include "import/kinds.h"

enum {
	OPEN_MAX_DEPTH = 16, /* folders kept open */
};

struct cl_walk_folder {
	struct cl_arena arena; /* of the names */
	struct cl_listing list;
	size_t next;
	int fd; /* -1: closed for now */
	dev_t dev;
	ino_t ino;
	size_t path_len; /* the part of walk->path that is its own */
};

void cl_walk_init(struct cl_walk *walk)
{
	*walk = (struct cl_walk){ 0 };
	cl_buf_init(&walk->path, CL_WALK_PATH_MAX);
}

static void leave(struct cl_walk *walk)
{
	struct cl_walk_folder *folder = &walk->folders[--walk->depth];

	if (folder->fd >= 0)
		(void)close(folder->fd);
	cl_arena_release(&folder->arena);
}

void cl_walk_release(struct cl_walk *walk)
{
	while (walk->depth > 0)
		leave(walk);
	cl_free(walk->folders);
	cl_buf_release(&walk->path);
	cl_inodes_release(&walk->entered);
	cl_arena_release(&walk->arena);
	*walk = (struct cl_walk){ 0 };
}

/* Append to one of the walk's two lists of paths. */
static bool remember(struct cl_walk *walk, const char ***list, size_t *count,
		     size_t *room)
{
	char *path = cl_arena_dup(&walk->arena, cl_buf_str(&walk->path));
	const char **more = *list;

	if (*count == *room) {
		*room = *room > 0 ? 2 * *room : 16;
		more = cl_arena_array(&walk->arena, *room, sizeof(*more));
		if (more && *count > 0)
			memcpy(more, *list, *count * sizeof(*more));
	}
	if (!path || !more)
		return false;
	*list = more;
	more[(*count)++] = path;
	return true;
}

static enum cl_walk_found trouble(struct cl_walk *walk,
				  struct cl_walk_entry *entry, const char *what,
				  int code)
{
	(void)snprintf(walk->why, sizeof(walk->why), "%s%s%s", what,
		       code ? ": " : "", code ? strerror(code) : "");
	*entry = (struct cl_walk_entry){ .at_fd = -1,
					 .path = cl_buf_cstr(&walk->path),
					 .why = walk->why };
	return CL_WALK_TROUBLE;
}

/* A folder that cannot be read; what lies below it is not missing. */
static enum cl_walk_found unread(struct cl_walk *walk,
				 struct cl_walk_entry *entry, const char *what,
				 int code)
{
	if (code == ENOMEM ||
	    !remember(walk, &walk->unread, &walk->unread_count,
		      &walk->unread_room))
		return CL_WALK_NOMEM;
	return trouble(walk, entry, what, code);
}

static int open_folder(int at_fd, const char *name)
{
	int fd;

	do {
		fd = openat(at_fd, name,
			    O_RDONLY | O_DIRECTORY | O_NONBLOCK | O_CLOEXEC);
	} while (fd < 0 && errno == EINTR);
	return fd;
}

/* Is fd the folder that it was? */
static bool is_folder(int fd, const struct cl_walk_folder *folder)
{
	struct stat st;

	return fstat(fd, &st) == 0 && st.st_dev == folder->dev &&
	       st.st_ino == folder->ino;
}

/* Open the folder of a number by its name in the one outside it, which is open,
 * or by its path when it is the outermost. */
static int reopen_one(struct cl_walk *walk, size_t at)
{
	struct cl_walk_folder *folder = &walk->folders[at];
	size_t from = at > 0 ? walk->folders[at - 1].path_len : 0;
	char *path = walk->path.data;
	char *end = path + folder->path_len - 1; /* its final slash */
	int at_fd = at > 0 ? walk->folders[at - 1].fd : AT_FDCWD;
	int fd;

	if (folder->path_len > 1)
		*end = 0;
	fd = open_folder(at_fd, path + from);
	*end = '/';
	if (fd >= 0 && !is_folder(fd, folder)) {
		(void)close(fd);
		errno = ESTALE;
		return -1;
	}
	folder->fd = fd;
	return fd;
}

static void close_outer(struct cl_walk *walk, size_t innermost)
{
	for (size_t i = 0; i + OPEN_MAX_DEPTH <= innermost; i++) {
		if (walk->folders[i].fd >= 0)
			(void)close(walk->folders[i].fd);
		walk->folders[i].fd = -1;
	}
}

/* Make sure that the innermost folder is open. */
static bool reopen(struct cl_walk *walk)
{
	size_t last = walk->depth - 1;
	size_t at = last;

	while (at > 0 && walk->folders[at].fd < 0)
		at--;
	if (walk->folders[at].fd < 0 && reopen_one(walk, at) < 0)
		return false;
	for (; at < last; at++) {
		if (reopen_one(walk, at + 1) < 0)
			return false;
		close_outer(walk, at + 1);
	}
	return true;
}

static bool make_room(struct cl_walk *walk)
{
	size_t room = walk->room > 0 ? 2 * walk->room : 16;
	struct cl_walk_folder *more;

	if (walk->depth < walk->room)
		return true;
	more = cl_realloc(walk->folders, room * sizeof(*more));
	if (!more)
		return false;
	walk->folders = more;
	walk->room = room;
	return true;
}

/* Put an open folder on the stack, its names read. walk->path is its path. */
static int push(struct cl_walk *walk, int fd, const struct stat *st)
{
	struct cl_walk_folder *folder;
	struct cl_str path = cl_buf_str(&walk->path);
	int code;

	if (!make_room(walk))
		return ENOMEM;
	if (!cl_str_ends(path, CL_STR("/")))
		cl_buf_add_char(&walk->path, '/');
	if (walk->path.failed)
		return walk->path.too_long ? ENAMETOOLONG : ENOMEM;
	folder = &walk->folders[walk->depth];
	*folder = (struct cl_walk_folder){ .fd = fd,
					   .dev = st->st_dev,
					   .ino = st->st_ino,
					   .path_len = walk->path.len };
	code = cl_listing_read(fd, &folder->arena, &folder->list);
	if (code) {
		cl_arena_release(&folder->arena);
		return code;
	}
	close_outer(walk, walk->depth);
	walk->depth++;
	return 0;
}

/* Enter the folder whose path is walk->path; END when its files may follow. */
static enum cl_walk_found enter(struct cl_walk *walk, int at_fd,
				const char *name, struct cl_walk_entry *entry)
{
	struct stat st;
	bool fresh;
	int fd, code;

	if (walk->depth >= CL_WALK_DEPTH_MAX)
		return unread(walk, entry, "folders nest too deep", 0);
	fd = open_folder(at_fd, name);
	if (fd < 0)
		return unread(walk, entry, "cannot open the folder", errno);
	if (fstat(fd, &st) != 0) {
		code = errno;
		(void)close(fd);
		return unread(walk, entry, "cannot open the folder", code);
	}
	if (!cl_inodes_add(&walk->entered, st.st_dev, st.st_ino, &fresh)) {
		(void)close(fd);
		return CL_WALK_NOMEM;
	}
	if (!fresh) {
		(void)close(fd);
		return CL_WALK_END;
	}
	code = push(walk, fd, &st);
	if (!code)
		return CL_WALK_END;
	(void)close(fd);
	return unread(walk, entry, "cannot read the folder", code);
}

static enum cl_walk_found found_file(struct cl_walk *walk, int at_fd,
				     const char *name, const struct stat *st,
				     struct cl_walk_entry *entry)
{
	size_t depth = walk->depth;

	*entry = (struct cl_walk_entry){ .at_fd = at_fd,
					 .name = name,
					 .path = cl_buf_cstr(&walk->path),
					 .st = *st };
	if (depth > 0)
		entry->list = &walk->folders[depth - 1].list;
	return CL_WALK_FILE;
}

/* What lies behind a name that may be a link. END: nothing to be told. */
static enum cl_walk_found look_up(struct cl_walk *walk, int at_fd,
				  const struct cl_entry *name,
				  struct cl_walk_entry *entry)
{
	struct stat st;

	if (fstatat(at_fd, name->name, &st, 0) != 0) {
		if (errno == ENOENT || errno == ELOOP)
			return cl_has_image_name(name->name)
				       ? trouble(walk, entry,
						 "cannot follow the link",
						 errno)
				       : CL_WALK_END;
		return unread(walk, entry, "cannot look it up", errno);
	}
	if (S_ISREG(st.st_mode))
		return found_file(walk, at_fd, name->name, &st, entry);
	if (!S_ISDIR(st.st_mode))
		return CL_WALK_END;
	if (name->type == CL_ENTRY_LINK)
		return remember(walk, &walk->links, &walk->link_count,
				&walk->link_room)
			       ? CL_WALK_END
			       : CL_WALK_NOMEM;
	return enter(walk, at_fd, name->name, entry);
}

/* Find out what a file system does not tell in its listing. */
static void settle_type(int at_fd, struct cl_entry *name)
{
	struct stat st;

	if (name->type != CL_ENTRY_UNKNOWN ||
	    fstatat(at_fd, name->name, &st, AT_SYMLINK_NOFOLLOW) != 0)
		return;
	name->type = S_ISLNK(st.st_mode) ? CL_ENTRY_LINK : CL_ENTRY_FILE;
}

/* The next name of the innermost folder. END: nothing to be told of it. */
static enum cl_walk_found step(struct cl_walk *walk,
			       struct cl_walk_entry *entry)
{
	struct cl_walk_folder *folder = &walk->folders[walk->depth - 1];
	struct cl_entry *name;

	cl_buf_truncate(&walk->path, folder->path_len);
	while (folder->next < folder->list.count &&
	       folder->list.entries[folder->next].taken)
		folder->next++;
	if (folder->next == folder->list.count) {
		leave(walk);
		return CL_WALK_END;
	}
	if (folder->fd < 0 && !reopen(walk)) {
		enum cl_walk_found found = unread(
			walk, entry, "cannot open the folder again", errno);

		leave(walk);
		return found;
	}
	name = &folder->list.entries[folder->next++];
	cl_buf_add_cstr(&walk->path, name->name);
	if (walk->path.failed)
		return CL_WALK_NOMEM;
	settle_type(folder->fd, name);
	if (name->type == CL_ENTRY_OTHER)
		return CL_WALK_END;
	return look_up(walk, folder->fd, name, entry);
}

enum cl_walk_found cl_walk_next(struct cl_walk *walk,
				struct cl_walk_entry *entry)
{
	enum cl_walk_found found = CL_WALK_END;

	while (walk->depth > 0 && found == CL_WALK_END)
		found = step(walk, entry);
	return found;
}

enum cl_walk_found cl_walk_begin(struct cl_walk *walk, const char *path,
				 struct cl_walk_entry *entry)
{
	struct stat st;

	while (walk->depth > 0)
		leave(walk);
	cl_buf_clear(&walk->path);
	cl_buf_add_cstr(&walk->path, path);
	if (walk->path.failed)
		return CL_WALK_NOMEM;
	if (stat(path, &st) != 0)
		return unread(walk, entry, "cannot be reached", errno);
	if (S_ISREG(st.st_mode))
		return found_file(walk, AT_FDCWD, cl_buf_cstr(&walk->path), &st,
				  entry);
	if (!S_ISDIR(st.st_mode))
		return trouble(walk, entry, "is neither a file nor a folder",
			       0);
	return enter(walk, AT_FDCWD, path, entry);
}

const char *cl_walk_link(struct cl_walk *walk)
{
	if (walk->links_done == walk->link_count)
		return NULL;
	return walk->links[walk->links_done++];
}

bool cl_walk_was_whole(const struct cl_walk *walk, const char *path)
{
	struct cl_str top = cl_str_from(path);

	while (top.len > 0 && top.ptr[top.len - 1] == '/')
		top.len--;
	for (size_t i = 0; i < walk->unread_count; i++) {
		struct cl_str below = cl_str_from(walk->unread[i]);

		if (cl_str_starts(below, top) &&
		    (below.len == top.len || below.ptr[top.len] == '/'))
			return false;
	}
	return true;
}
