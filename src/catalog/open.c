/* SPDX-License-Identifier: MIT */
#include "catalog/open.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include <sqlite3.h>

#include "base/alloc.h"
#include "base/cursor.h"
#include "catalog/db.h"
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
				 struct cutline_error *err)
{
	bool ours = number_at(header, APPLICATION_ID_AT) == CL_APPLICATION_ID;
	uint32_t version;

	if (memcmp(header, magic, sizeof(magic)) != 0) {
		if (!ours)
			return refuse(path, "it is no SQLite file", err);
		cl_fail(err, CUTLINE_DAMAGED,
			"%s is damaged: its first bytes "
			"are not those of SQLite",
			path);
		cl_db_hint_restore(err);
		return CUTLINE_DAMAGED;
	}
	if (!ours)
		return refuse(path, "another program made it", err);
	version = number_at(header, USER_VERSION_AT);
	if (version > CL_SCHEMA_VERSION)
		return cl_open_newer(path, version, err);
	return CUTLINE_OK;
}

static enum cutline_status cannot_read(const char *path, const char *why,
				       struct cutline_error *err)
{
	cl_fail(err, CUTLINE_IO, "%s cannot be read%s%s", path, why ? ": " : "",
		why ? why : "");
	cl_hint(err, "look at the permissions of the file and of its folders");
	return CUTLINE_IO;
}

/* Closing a file drops every lock this process has on it (POSIX), those of
 * another open handle too; SQLite's own file system layer knows of them and
 * waits with the closing. */
static enum cutline_status read_header(const char *path, uint8_t *header,
				       size_t size, struct cutline_error *err)
{
	sqlite3_vfs *vfs = sqlite3_vfs_find(NULL);
	sqlite3_file *file = cl_alloc_zero(1, (size_t)vfs->szOsFile);
	char *full = cl_alloc_zero(1, (size_t)vfs->mxPathname + 1);
	int rc = SQLITE_NOMEM;

	if (file && full)
		rc = vfs->xFullPathname(vfs, path, vfs->mxPathname + 1, full);
	if ((rc & 0xFF) == SQLITE_OK)
		rc = vfs->xOpen(vfs, full, file,
				SQLITE_OPEN_READONLY | SQLITE_OPEN_MAIN_DB,
				NULL);
	if (rc == SQLITE_OK)
		rc = file->pMethods->xRead(file, header, (int)size, 0);
	if (file && file->pMethods)
		file->pMethods->xClose(file);
	cl_free(file);
	cl_free(full);
	if (rc == SQLITE_OK || rc == SQLITE_IOERR_SHORT_READ)
		return CUTLINE_OK;
	return rc == SQLITE_NOMEM ? cl_nomem(err)
				  : cannot_read(path, NULL, err);
}

enum cutline_status cl_open_peek(const char *path, bool *absent,
				 struct cutline_error *err)
{
	uint8_t header[HEADER_SIZE] = { 0 };
	enum cutline_status status;
	struct stat st;

	*absent = false;
	if (stat(path, &st) != 0) {
		*absent = errno == ENOENT;
		return *absent ? CUTLINE_OK
			       : cannot_read(path, strerror(errno), err);
	}
	if (!S_ISREG(st.st_mode))
		return refuse(path, "it is no regular file", err);
	*absent = st.st_size == 0;
	if (*absent)
		return CUTLINE_OK;
	status = read_header(path, header, sizeof(header), err);
	return status == CUTLINE_OK ? judge(path, header, err) : status;
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
