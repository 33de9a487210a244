/* SPDX-License-Identifier: MIT */
#include "cli/save.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/say.h"

static bool refuse(const struct cl_save *save, int error)
{
	cl_say_problem("cannot write %s: %s", save->path, strerror(error));
	cl_say_errno_hint(error);
	return false;
}

/* The rights a new file would get; or those of the file it replaces. */
static mode_t rights(const struct stat *old)
{
	mode_t mask;

	if (old)
		return old->st_mode & 0777;
	mask = umask(077);
	(void)umask(mask);
	return 0666 & ~mask;
}

static bool open_beside(struct cl_save *save, const struct stat *old)
{
	save->other = cl_arena_printf(&save->arena, "%s.XXXXXX", save->path);
	if (!save->other)
		return refuse(save, ENOMEM);
	save->stream.fd = mkstemp(save->other);
	if (save->stream.fd < 0) {
		save->other = NULL;
		return refuse(save, errno);
	}
	if (fchmod(save->stream.fd, rights(old)) != 0)
		return refuse(save, errno);
	return true;
}

bool cl_save_open(struct cl_save *save, const char *path)
{
	char real[PATH_MAX];
	struct stat old;
	bool exists;

	*save = (struct cl_save){ .path = path };
	save->stream.fd = -1;
	/* The file that a link leads to is replaced, not the link. */
	exists = realpath(path, real) && stat(real, &old) == 0;
	if (exists)
		save->path = cl_arena_dup(&save->arena, cl_str_from(real));
	if (!save->path) {
		save->path = path;
		return refuse(save, ENOMEM);
	}
	if (!exists || S_ISREG(old.st_mode))
		return open_beside(save, exists ? &old : NULL);
	if (S_ISDIR(old.st_mode))
		return refuse(save, EISDIR);
	save->stream.fd = open(path, O_WRONLY | O_NOCTTY | O_CLOEXEC);
	return save->stream.fd >= 0 || refuse(save, errno);
}

/* The folder too, or the new name may be lost with the power. */
static void sync_folder(struct cl_save *save)
{
	const char *slash = strrchr(save->path, '/');
	struct cl_str name = { save->path, slash ? slash - save->path : 0 };
	const char *folder = slash ? cl_arena_dup(&save->arena, name) : ".";
	int fd;

	if (!folder)
		return;
	fd = open(folder[0] ? folder : "/", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd < 0)
		return;
	(void)fsync(fd);
	(void)close(fd);
}

static bool finish(struct cl_save *save)
{
	if (!cl_stream_flush(&save->stream))
		return refuse(save, save->stream.error);
	if (!save->other)
		return true;
	if (fsync(save->stream.fd) != 0)
		return refuse(save, errno);
	if (rename(save->other, save->path) != 0)
		return refuse(save, errno);
	save->other = NULL;
	sync_folder(save);
	return true;
}

bool cl_save_close(struct cl_save *save, bool keep)
{
	bool ok = !keep || finish(save);

	if (save->other)
		(void)unlink(save->other);
	if (save->stream.fd >= 0)
		(void)close(save->stream.fd);
	cl_arena_release(&save->arena);
	return ok;
}
