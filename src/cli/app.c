/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "cli/cmd.h"
#include "cli/out.h"
#include "cli/say.h"

static const char *const colors[] = {
	[CL_COLOR_AUTO] = "auto",
	[CL_COLOR_ALWAYS] = "always",
	[CL_COLOR_NEVER] = "never",
	NULL,
};

#define AT(member) offsetof(struct cl_app, member)

const struct cl_opt cl_app_options[] = {
	{ 0, "catalog", CL_OPT_TEXT, AT(catalog_option), "FILE", NULL,
	  "the catalog, instead of $CUTLINE_CATALOG or your own" },
	{ 0, "color", CL_OPT_CHOICE, AT(color), "WHEN", colors,
	  "auto (default), always or never" },
	{ 0, "no-input", CL_OPT_FLAG, AT(no_input), NULL, NULL,
	  "never ask, fail instead" },
	{ 'q', "quiet", CL_OPT_FLAG, AT(quiet), NULL, NULL,
	  "say nothing but results and errors" },
	{ 'v', "verbose", CL_OPT_FLAG, AT(verbose), NULL, NULL, "say more" },
	{ 'h', "help", CL_OPT_FLAG, AT(help), NULL, NULL,
	  "tell how the command is used, and end" },
	{ 0, "version", CL_OPT_FLAG, AT(version), NULL, NULL,
	  "print the version, and end" },
	{ 0 },
};

static const char *from_env(const char *name)
{
	const char *value = getenv(name);

	return value && value[0] ? value : NULL;
}

/* The user's own, as the XDG Base Directory Specification 0.8 places data; a
 * relative $XDG_DATA_HOME is to be ignored. */
static const char *own_path(void)
{
	static char path[PATH_MAX];
	const char *data = from_env("XDG_DATA_HOME");
	const char *home = from_env("HOME");
	const char *middle = "";
	int len;

	if (!data || data[0] != '/') {
		data = home;
		middle = "/.local/share";
	}
	if (!data) {
		cl_say_problem("there is no telling where the catalog is: "
			       "HOME is not set");
		cl_say_hint("name it with --catalog=FILE");
		return NULL;
	}
	len = snprintf(path, sizeof(path), "%s%s/cutline/catalog.db", data,
		       middle);
	if (len < 0 || (size_t)len >= sizeof(path)) {
		cl_say_problem("the path of the catalog is too long");
		return NULL;
	}
	return path;
}

const char *cl_app_catalog_path(const struct cl_app *app)
{
	const char *path = app->catalog_option;

	if (!path)
		path = from_env("CUTLINE_CATALOG");
	return path ? path : own_path();
}

static bool is_same_file(const char *a, const char *b)
{
	struct stat one, other;

	return stat(a, &one) == 0 && stat(b, &other) == 0 &&
	       one.st_dev == other.st_dev && one.st_ino == other.st_ino;
}

bool cl_app_may_write(const struct cl_app *app, const char *path)
{
	static const char *const endings[] = { "", "-wal", "-shm", "-journal" };
	const char *catalog = cl_app_catalog_path(app);
	char beside[PATH_MAX];

	for (size_t i = 0; catalog && i < sizeof(endings) / sizeof(*endings);
	     i++) {
		int len = snprintf(beside, sizeof(beside), "%s%s", catalog,
				   endings[i]);

		if (len < 0 || (size_t)len >= sizeof(beside) ||
		    !is_same_file(beside, path))
			continue;
		cl_say_problem("%s is %s", path,
			       i == 0 ? "the catalog itself"
				      : "a part of the catalog");
		cl_say_hint("name another file for what is written");
		return false;
	}
	return true;
}

int cl_exit_of(enum cutline_status status)
{
	switch (status) {
	case CUTLINE_OK:
		return CL_EXIT_DONE;
	case CUTLINE_NOMEM:
	case CUTLINE_IO:
		return CL_EXIT_SYSTEM;
	default:
		return CL_EXIT_CATALOG;
	}
}

int cl_fail_with(const struct cutline_error *err)
{
	cl_say_error(err);
	return cl_exit_of(err->status);
}

/* Folders are made for the user's own catalog only: in a path that somebody
 * wrote, one that is not there is more likely a slip. */
static bool folder_is_there(const struct cl_app *app, const char *path)
{
	char folder[PATH_MAX];
	const char *slash = strrchr(path, '/');
	size_t len = slash ? (size_t)(slash - path) : 0;
	struct stat st;

	if ((!app->catalog_option && !from_env("CUTLINE_CATALOG")) ||
	    len == 0 || len >= sizeof(folder))
		return true;
	memcpy(folder, path, len);
	folder[len] = '\0';
	if (stat(folder, &st) == 0 || errno != ENOENT)
		return true;
	cl_say_problem("%s: there is no folder %s to make the catalog in", path,
		       folder);
	cl_say_hint("make the folder, or name another file");
	return false;
}

int cl_app_open(struct cl_app *app, enum cutline_catalog_mode mode)
{
	const char *path = cl_app_catalog_path(app);
	const char *upgraded;
	struct cutline_error err;
	enum cutline_status status;

	if (!path)
		return CL_EXIT_USAGE;
	if (mode == CUTLINE_CATALOG_CREATE && !folder_is_there(app, path))
		return CL_EXIT_SYSTEM;
	status = cutline_catalog_open(path, mode, &app->catalog, &err);
	if (status == CUTLINE_NOT_FOUND) {
		cl_say_problem("there is no catalog at %s", path);
		cl_say_hint("“cutline import FOLDER” makes one");
		return CL_EXIT_CATALOG;
	}
	if (status)
		return cl_fail_with(&err);
	upgraded = cutline_catalog_upgraded(app->catalog);
	if (upgraded)
		cl_say_note("%s was of an earlier version and is of this one "
			    "now; as it was, it is kept in %s",
			    path, upgraded);
	return CL_EXIT_DONE;
}
