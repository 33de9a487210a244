/* SPDX-License-Identifier: MIT */
#include "cli/cmd.h"
#include "cli/out.h"
#include "cli/say.h"

static void print_problem(void *context, const char *problem)
{
	(void)context;
	cl_out_textz(problem);
	cl_out_cstr("\n");
}

static int run(struct cl_app *app, const void *values, int argc, char **argv)
{
	struct cutline_catalog_info info = { 0 };
	struct cutline_error err;

	(void)values;
	(void)argc;
	(void)argv;
	if (cutline_catalog_verify(app->catalog, print_problem, NULL, &info,
				   &err))
		return cl_fail_with(&err);
	cl_outf("sound: %llu photos in %llu files, %llu missing; schema %lld\n",
		(unsigned long long)info.photos,
		(unsigned long long)info.locations,
		(unsigned long long)info.missing, (long long)info.version);
	return CL_EXIT_DONE;
}

static const char *const examples[] = {
	"cutline verify",
	NULL,
};

const struct cl_cmd cl_cmd_verify = {
	.name = "verify",
	.run = run,
	.opens = CL_OPENS_TO_READ,
	.usage = "",
	.summary = "check the catalog from end to end",
	.text = "Check the catalog from end to end: the database itself, what "
		"refers to what, the index against the records. Nothing is "
		"changed.",
	.examples = examples,
};
