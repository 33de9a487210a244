/* SPDX-License-Identifier: MIT */
#include "base/buf.h"
#include "base/path.h"
#include "cli/cmd.h"
#include "cli/out.h"
#include "cli/say.h"

struct values {
	bool dry_run;
};

#define AT(member) offsetof(struct values, member)

static const struct cl_opt options[] = {
	{ 'n', "dry-run", CL_OPT_FLAG, AT(dry_run), NULL, NULL,
	  "change nothing, tell what would be done" },
	{ 0 },
};

static void tell(const struct cutline_relocated *r, bool dry_run)
{
	cl_outf("%s: %llu files in %llu folders\n",
		dry_run ? "would relocate" : "relocated",
		(unsigned long long)r->files, (unsigned long long)r->folders);
	if (r->found > 0)
		cl_say_note("%llu of them were missing and are there",
			    (unsigned long long)r->found);
	if (r->left > 0)
		cl_say_note("%llu files stay where they were: their new place "
			    "is another file's",
			    (unsigned long long)r->left);
}

static int relocate(struct cl_app *app, const char *from, const char *to,
		    bool dry_run)
{
	struct cutline_relocated relocated;
	enum cutline_status status;
	struct cutline_error err;
	int code = cl_app_open(app, CUTLINE_CATALOG_WRITE);

	if (code != CL_EXIT_DONE)
		return code;
	status = cutline_catalog_relocate(app->catalog, from, to, dry_run,
					  &relocated, &err);
	if (status == CUTLINE_OK) {
		tell(&relocated, dry_run);
		return CL_EXIT_DONE;
	}
	cl_say_error(&err);
	if (status == CUTLINE_NOT_FOUND)
		return CL_EXIT_NOTHING;
	return status == CUTLINE_FORMAT ? CL_EXIT_USAGE : cl_exit_of(status);
}

static int run(struct cl_app *app, const void *values, int argc, char **argv)
{
	const struct values *v = values;
	struct cutline_error err;
	struct cl_buf from;
	struct cl_buf to;
	int code;

	(void)argc;
	if (!argv[0][0] || !argv[1][0]) {
		cl_say_problem("one of the two folders has no name");
		cl_say_hint("cutline relocate OLD NEW; “.” is the folder you "
			    "are in");
		return CL_EXIT_USAGE;
	}
	cl_buf_init(&from, 1u << 16);
	cl_buf_init(&to, 1u << 16);
	if (cl_path_absolute(argv[0], &from, &err) ||
	    cl_path_absolute(argv[1], &to, &err))
		code = cl_fail_with(&err);
	else
		code = relocate(app, cl_buf_cstr(&from), cl_buf_cstr(&to),
				v->dry_run);
	cl_buf_release(&from);
	cl_buf_release(&to);
	return code;
}

static const char *const examples[] = {
	"cutline relocate /media/disk1 /media/disk2",
	"cutline relocate --dry-run ~/Pictures/2023 /archive/2023",
	NULL,
};

const struct cl_cmd cl_cmd_relocate = {
	.name = "relocate",
	.run = run,
	.args_min = 2,
	.args_max = 2,
	.usage = "OLD NEW",
	.summary = "tell the catalog that a folder was moved",
	.text = "Tell the catalog that the folder OLD is NEW now: it was moved "
		"or renamed, or its disk is mounted elsewhere. The records of "
		"its pictures go with it, and of all below; no picture is "
		"read. The next import of NEW looks closer.",
	.options = options,
	.values_size = sizeof(struct values),
	.examples = examples,
};
