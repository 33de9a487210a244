/* SPDX-License-Identifier: MIT */
#include "cli/cmd.h"
#include "cli/out.h"

static int run(struct cl_app *app, const void *values, int argc, char **argv)
{
	(void)values;
	(void)argc;
	(void)argv;
	cl_outf("cutline %s\n", cutline_version());
	if (app->verbose) {
		cl_out_cstr("built with " CL_BUILT_WITH "\n");
		cl_outf("%s\n", cutline_place_attribution());
	}
	return CL_EXIT_DONE;
}

static const char *const examples[] = {
	"cutline version --verbose",
	NULL,
};

const struct cl_cmd cl_cmd_version = {
	.name = "version",
	.run = run,
	.usage = "",
	.summary = "print the version",
	.text = "Print the version; with --verbose also the libraries it was "
		"built with and whose place names it knows.",
	.examples = examples,
};
