/* SPDX-License-Identifier: MIT */
#include <limits.h>
#include <unistd.h>

#include "base/path.h"
#include "cli/cmd.h"
#include "cli/out.h"
#include "cli/print.h"
#include "cli/say.h"

struct values {
	bool json;
};

static const struct cl_opt options[] = {
	{ 0, "json", CL_OPT_FLAG, offsetof(struct values, json), NULL, NULL,
	  "one JSON object a photo, with every value and where it is from" },
	{ 0 },
};

/* What became of the arguments so far. */
struct showing {
	struct cl_app *app;
	bool json;
	size_t shown, absent, failed;
};

static void show(struct showing *s, const struct cutline_photo *photo)
{
	if (s->json) {
		cl_print_photo_json(photo, true);
	} else {
		if (s->shown > 0)
			cl_out_cstr("\n");
		cl_print_photo(photo);
	}
	s->shown++;
}

/* A failure that ends the showing returns an enum cl_exit, like those below. */
static int open_catalog(struct showing *s)
{
	return s->app->catalog ? CL_EXIT_DONE
			       : cl_app_open(s->app, CUTLINE_CATALOG_READ);
}

static int show_id(struct showing *s, int64_t id)
{
	struct cutline_photo *photo;
	struct cutline_error err;
	enum cutline_status status;
	int code = open_catalog(s);

	if (code)
		return code;
	status = cutline_catalog_photo(s->app->catalog, id, &photo, &err);
	if (status == CUTLINE_NOT_FOUND) {
		cl_say_problem("there is no photo %lld in the catalog",
			       (long long)id);
		cl_say_hint("“cutline search” shows the numbers there are");
		s->absent++;
		return CL_EXIT_DONE;
	}
	if (status)
		return cl_fail_with(&err);
	show(s, photo);
	cutline_photo_free(photo);
	return CL_EXIT_DONE;
}

/* The photo that a file is a copy of; 0 when the catalog does not know it or
 * is not there. The catalog knows files by their absolute paths. */
static int find(struct showing *s, const char *path, int64_t *id)
{
	const char *catalog = cl_app_catalog_path(s->app);
	struct cl_buf absolute;
	struct cutline_error err;
	enum cutline_status status;
	int code;

	*id = 0;
	if (!catalog)
		return CL_EXIT_USAGE;
	if (access(catalog, F_OK) != 0)
		return CL_EXIT_DONE;
	code = open_catalog(s);
	if (code)
		return code;
	cl_buf_init(&absolute, PATH_MAX);
	status = cl_path_absolute(path, &absolute, &err);
	if (!status)
		status = cutline_catalog_find_path(
			s->app->catalog, cl_buf_cstr(&absolute), id, &err);
	cl_buf_release(&absolute);
	if (status == CUTLINE_NOT_FOUND)
		*id = 0;
	else if (status)
		return cl_fail_with(&err);
	return CL_EXIT_DONE;
}

/* A file that no catalog knows is read on the spot, with its sidecars. */
static int read_file(struct showing *s, const char *path)
{
	struct cutline_photo *photo = NULL;
	struct cutline_image *image;
	struct cutline_error err;
	enum cutline_status status = cutline_image_read(path, &image, &err);

	if (!status)
		status = cutline_image_find_sidecars(image, path, &err);
	if (!status)
		status = cutline_photo_build(image, path, &photo, &err);
	if (!status)
		show(s, photo);
	else
		cl_say_error(&err);
	cutline_photo_free(photo);
	cutline_image_free(image);
	if (status == CUTLINE_NOMEM)
		return CL_EXIT_SYSTEM;
	s->failed += status != CUTLINE_OK;
	return CL_EXIT_DONE;
}

static int show_arg(struct showing *s, const char *arg)
{
	int64_t id;
	int code;

	if (cl_str_to_i64(cl_str_from(arg), &id) && id > 0)
		return show_id(s, id);
	code = find(s, arg, &id);
	if (code)
		return code;
	return id != 0 ? show_id(s, id) : read_file(s, arg);
}

static int run(struct cl_app *app, const void *values, int argc, char **argv)
{
	struct showing s = {
		.app = app,
		.json = ((const struct values *)values)->json,
	};

	for (int i = 0; i < argc; i++) {
		int code = show_arg(&s, argv[i]);

		if (code)
			return code;
	}
	if (s.failed > 0 || (s.absent > 0 && s.shown > 0))
		return CL_EXIT_SOME;
	return s.absent > 0 ? CL_EXIT_NOTHING : CL_EXIT_DONE;
}

static const char *const examples[] = {
	"cutline show 17",
	"cutline show --json ./picture.jpg",
	"cutline search -0 event:cannes | xargs -0 cutline show",
	NULL,
};

const struct cl_cmd cl_cmd_show = {
	.name = "show",
	.run = run,
	.args_min = 1,
	.args_max = -1,
	.usage = "ID|FILE …",
	.summary = "tell everything known of a photo, and from where",
	.text = "Tell everything known of a photo: each field, every competing "
		"value, where it comes from and why one was chosen. A number "
		"is a photo's id; anything else a file, which is read on the "
		"spot if the catalog does not know it.",
	.options = options,
	.values_size = sizeof(struct values),
	.examples = examples,
};
