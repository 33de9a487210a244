/* SPDX-License-Identifier: MIT */
#include "cli/cmd.h"
#include "cli/out.h"
#include "cli/say.h"

struct values {
	bool dry_run;
};

#define AT(member) offsetof(struct values, member)

static const struct cl_opt options[] = {
	{ 'n', "dry-run", CL_OPT_FLAG, AT(dry_run), NULL, NULL,
	  "check the backup, replace nothing" },
	{ 0 },
};

static int run(struct cl_app *app, const void *values, int argc, char **argv)
{
	const struct values *v = values;
	const char *path = cl_app_catalog_path(app);
	struct cutline_restored restored;
	struct cutline_error err;

	(void)argc;
	if (!path)
		return CL_EXIT_USAGE;
	if (cutline_catalog_restore(path, argv[0], v->dry_run, &restored, &err))
		return cl_fail_with(&err);
	cl_out_cstr(v->dry_run ? "sound: " : "restored ");
	cl_out_textz(v->dry_run ? argv[0] : path);
	cl_outf(": %llu photos in %llu files, %llu missing; schema %lld\n",
		(unsigned long long)restored.info.photos,
		(unsigned long long)restored.info.locations,
		(unsigned long long)restored.info.missing,
		(long long)restored.info.version);
	if (restored.kept[0])
		cl_say_note("the catalog that was there is kept in %s",
			    restored.kept);
	return CL_EXIT_DONE;
}

static const char *const examples[] = {
	"cutline restore /media/stick/catalog-2026-11-25.db",
	"cutline --catalog=desk.db restore --dry-run ~/backup/desk.db",
	NULL,
};

const struct cl_cmd cl_cmd_restore = {
	.name = "restore",
	.run = run,
	.args_min = 1,
	.args_max = 1,
	.usage = "FILE",
	.summary = "put a backup in the place of the catalog",
	.text = "Put a copy of FILE, which “cutline backup” or a change of "
		"version wrote, in the place of the catalog. FILE is checked "
		"first. The catalog that was there, damaged or not, is kept "
		"beside it under another name. Not while another program has "
		"it open.",
	.options = options,
	.values_size = sizeof(struct values),
	.examples = examples,
};
