/* SPDX-License-Identifier: MIT */
#include "import/asked.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/path.h"
#include "image/sidecar.h"
#include "import/kinds.h"
#include "import/walk.h"

static int by_text(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static enum cutline_status add(struct cl_asked *asked, const char *path,
			       struct cl_buf *absolute,
			       struct cl_teller *teller,
			       struct cutline_error *err)
{
	struct cutline_error why = { 0 };
	enum cutline_status status;

	cl_buf_clear(absolute);
	status = cl_path_absolute(path, absolute, &why);
	if (status == CUTLINE_NOMEM)
		return cl_nomem(err);
	if (status) {
		cl_tell_failed(teller, path, why.text);
		return CUTLINE_OK;
	}
	asked->paths[asked->count] =
		cl_arena_dup(&asked->arena, cl_buf_str(absolute));
	if (!asked->paths[asked->count])
		return cl_nomem(err);
	asked->count++;
	return CUTLINE_OK;
}

static void drop_doubles(struct cl_asked *asked)
{
	size_t kept = 0;

	if (asked->count > 1)
		qsort(asked->paths, asked->count, sizeof(*asked->paths),
		      by_text);
	for (size_t i = 0; i < asked->count; i++)
		if (kept == 0 ||
		    strcmp(asked->paths[i], asked->paths[kept - 1]) != 0)
			asked->paths[kept++] = asked->paths[i];
	asked->count = kept;
}

static void find_files(struct cl_asked *asked)
{
	for (size_t i = 0; i < asked->count; i++) {
		struct stat st;

		if (stat(asked->paths[i], &st) == 0 && S_ISREG(st.st_mode))
			asked->files[asked->file_count++] = asked->paths[i];
	}
}

enum cutline_status cl_asked_init(struct cl_asked *asked,
				  const char *const *paths, size_t count,
				  struct cl_teller *teller,
				  struct cutline_error *err)
{
	enum cutline_status status = CUTLINE_OK;
	struct cl_buf absolute;

	*asked = (struct cl_asked){ 0 };
	asked->paths =
		cl_arena_array(&asked->arena, count, sizeof(*asked->paths));
	asked->files =
		cl_arena_array(&asked->arena, count, sizeof(*asked->files));
	if (!asked->paths || !asked->files)
		return cl_nomem(err);
	cl_buf_init(&absolute, CL_WALK_PATH_MAX);
	for (size_t i = 0; i < count && !status; i++)
		status = add(asked, paths[i], &absolute, teller, err);
	cl_buf_release(&absolute);
	if (status)
		return status;
	drop_doubles(asked);
	find_files(asked);
	return CUTLINE_OK;
}

void cl_asked_release(struct cl_asked *asked)
{
	cl_arena_release(&asked->arena);
	*asked = (struct cl_asked){ 0 };
}

bool cl_asked_has_file(const struct cl_asked *asked, const char *path)
{
	return asked->file_count > 0 &&
	       bsearch(&path, asked->files, asked->file_count,
		       sizeof(*asked->files), by_text);
}

/* The number of the first file that does not come before a path. */
static size_t first_from(const struct cl_asked *asked, struct cl_str path)
{
	size_t from = 0, to = asked->file_count;

	while (from < to) {
		size_t middle = from + (to - from) / 2;

		if (cl_str_cmp(cl_str_from(asked->files[middle]), path) < 0)
			from = middle + 1;
		else
			to = middle;
	}
	return from;
}

bool cl_asked_has_picture(const struct cl_asked *asked, const char *path)
{
	struct cl_str name = cl_str_from(path);
	struct cl_str stem =
		cl_str_sub(name, 0, name.len - CL_SIDECAR_ENDING_LEN);
	struct cl_str dotted = cl_str_sub(name, 0, stem.len + 1);
	size_t at;

	if (!cl_is_sidecar_name(name))
		return false;
	at = first_from(asked, stem);
	if (at < asked->file_count &&
	    cl_str_eq(cl_str_from(asked->files[at]), stem) &&
	    cl_has_image_name(asked->files[at]))
		return true;
	for (at = first_from(asked, dotted); at < asked->file_count; at++) {
		struct cl_str file = cl_str_from(asked->files[at]);

		if (!cl_str_starts(file, dotted))
			return false;
		if (cl_has_image_name(asked->files[at]) &&
		    cl_str_eq(cl_sidecar_base(file), stem))
			return true;
	}
	return false;
}
