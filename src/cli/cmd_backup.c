/* SPDX-License-Identifier: MIT */
#include <sys/stat.h>

#include "cli/cmd.h"
#include "cli/out.h"
#include "cli/say.h"

struct values {
	bool dry_run;
	bool force;
};

#define AT(member) offsetof(struct values, member)

static const struct cl_opt options[] = {
	{ 'n', "dry-run", CL_OPT_FLAG, AT(dry_run), NULL, NULL,
	  "write nothing, tell what would be done" },
	{ 'f', "force", CL_OPT_FLAG, AT(force), NULL, NULL,
	  "replace FILE if it is there" },
	{ 0 },
};

static int tell(const char *verb, const char *path, long long bytes)
{
	cl_out_cstr(verb);
	cl_out_textz(path);
	cl_outf(", %lld bytes\n", bytes);
	return CL_EXIT_DONE;
}

static int run(struct cl_app *app, const void *values, int argc, char **argv)
{
	const struct values *v = values;
	struct cutline_error err;
	struct stat st = { 0 };

	(void)argc;
	if (v->dry_run) {
		(void)stat(cutline_catalog_path(app->catalog), &st);
		return tell("would copy the catalog to ", argv[0],
			    (long long)st.st_size);
	}
	if (cutline_catalog_backup(app->catalog, argv[0], v->force, &err)) {
		cl_say_error(&err);
		return err.status == CUTLINE_CONFLICT ? CL_EXIT_USAGE
						      : cl_exit_of(err.status);
	}
	(void)stat(argv[0], &st);
	return tell("copied the catalog to ", argv[0], (long long)st.st_size);
}

static const char *const examples[] = {
	"cutline backup /media/stick/catalog-2026-11-25.db",
	"cutline --catalog=desk.db backup --force ~/backup/desk.db",
	NULL,
};

const struct cl_cmd cl_cmd_backup = {
	.name = "backup",
	.run = run,
	.opens = CL_OPENS_TO_READ,
	.args_min = 1,
	.args_max = 1,
	.usage = "FILE",
	.summary = "write a checked copy of the catalog",
	.text = "Write a copy of the catalog, as it is at one moment, to FILE; "
		"an import may go on meanwhile. The copy is read back and "
		"brought to the disk before it gets its name. “cutline "
		"restore” brings it back.",
	.options = options,
	.values_size = sizeof(struct values),
	.examples = examples,
};
