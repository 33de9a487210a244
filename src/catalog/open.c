/* SPDX-License-Identifier: MIT */
#include "catalog/open.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/cursor.h"
#include "base/file.h"
#include "catalog/schema.h"

/* SQLite's file header, section 1.3 of its file format. */
#define HEADER_SIZE 100
#define USER_VERSION_AT 60
#define APPLICATION_ID_AT 68

static const char magic[16] = "SQLite format 3";

enum cutline_status cl_open_newer(const char *path, int64_t version,
				  struct cutline_error *err)
{
	cl_fail(err, CUTLINE_UNSUPPORTED,
		"%s was made by a newer cutline (schema %lld, this one knows "
		"%d)",
		path, (long long)version, CL_SCHEMA_VERSION);
	cl_hint(err, "use the newer program, or another catalog");
	return CUTLINE_UNSUPPORTED;
}

static enum cutline_status refuse(const char *path, const char *why,
				  struct cutline_error *err)
{
	cl_fail(err, CUTLINE_FORMAT, "%s is no catalog of cutline: %s", path,
		why);
	cl_hint(err, "it stays as it is; name another file for the catalog");
	return CUTLINE_FORMAT;
}

static uint32_t number_at(const uint8_t *header, size_t at)
{
	struct cl_cursor c = cl_cursor_over(header + at, 4);

	return cl_take_u32be(&c);
}

static enum cutline_status judge(const char *path, const uint8_t *header,
				 size_t len, struct cutline_error *err)
{
	bool ours = len == HEADER_SIZE &&
		    number_at(header, APPLICATION_ID_AT) == CL_APPLICATION_ID;
	uint32_t version;

	if (len < sizeof(magic) || memcmp(header, magic, sizeof(magic)) != 0) {
		if (!ours)
			return refuse(path, "it is no SQLite file", err);
		cl_fail(err, CUTLINE_DAMAGED,
			"%s is damaged: its first bytes "
			"are not those of SQLite",
			path);
		cl_hint(err, "put a backup in its place");
		return CUTLINE_DAMAGED;
	}
	if (!ours)
		return refuse(path, "another program made it", err);
	version = number_at(header, USER_VERSION_AT);
	if (version > CL_SCHEMA_VERSION)
		return cl_open_newer(path, version, err);
	return CUTLINE_OK;
}

enum cutline_status cl_open_peek(const char *path, bool *absent,
				 struct cutline_error *err)
{
	uint8_t header[HEADER_SIZE];
	size_t len = 0;
	int fd;
	enum cutline_status status =
		cl_file_open(AT_FDCWD, path, &fd, NULL, err);

	*absent = status == CUTLINE_NOT_FOUND;
	if (*absent)
		return CUTLINE_OK;
	if (status == CUTLINE_FORMAT)
		return refuse(path, "it is no regular file", err);
	if (status != CUTLINE_OK)
		return status;
	status = cl_file_pread(fd, path, header, sizeof(header), 0, &len, err);
	(void)close(fd);
	if (status != CUTLINE_OK)
		return status;
	*absent = len == 0;
	return *absent ? CUTLINE_OK : judge(path, header, len, err);
}

enum cutline_status cl_open_make_folders(const char *path,
					 struct cutline_error *err)
{
	char folder[4096];
	size_t len = strlen(path);

	if (len >= sizeof(folder))
		return cl_fail(err, CUTLINE_IO, "%.60s…: the path is too long",
			       path);
	memcpy(folder, path, len + 1);
	for (size_t i = 1; i < len; i++) {
		if (folder[i] != '/')
			continue;
		folder[i] = '\0';
		if (mkdir(folder, 0700) != 0 && errno != EEXIST) {
			int why = errno;
			struct stat st;

			/* An automounter or a read-only file system may
			 * refuse before it looks. */
			if (stat(folder, &st) != 0 || !S_ISDIR(st.st_mode)) {
				cl_fail(err, CUTLINE_IO,
					"%s: this folder cannot be made: %s",
					folder, strerror(why));
				cl_hint(err, "name another file for the "
					     "catalog");
				return CUTLINE_IO;
			}
		}
		folder[i] = '/';
	}
	return CUTLINE_OK;
}
