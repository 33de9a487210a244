/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "base/nearest.h"
#include "cli/cmd.h"
#include "cli/layout.h"
#include "cli/out.h"
#include "cli/say.h"

const struct cl_cmd *cl_cmd_find(const char *name)
{
	for (size_t i = 0; cl_cmds[i]; i++)
		if (strcmp(cl_cmds[i]->name, name) == 0)
			return cl_cmds[i];
	return NULL;
}

int cl_cmd_unknown(const char *name)
{
	struct cl_nearest nearest = cl_nearest_to(cl_str_from(name));

	for (size_t i = 0; cl_cmds[i]; i++)
		cl_nearest_try(&nearest, cl_cmds[i]->name);
	cl_say_problem("there is no command “%s”", name);
	if (nearest.best)
		cl_say_hint("did you mean “cutline %s”?", nearest.best);
	else
		cl_say_hint("“cutline help” lists the commands");
	return CL_EXIT_USAGE;
}

static void head(const char *words)
{
	cl_out_style(CL_STYLE_HEAD);
	cl_out_cstr(words);
	cl_out_style(CL_STYLE_PLAIN);
	cl_out_cstr("\n");
}

void cl_help_program(void)
{
	cl_out_cstr("usage: cutline [OPTION …] COMMAND [OPTION …] [ARG …]\n\n"
		    "Reads the captions of photographs, and tells who took "
		    "which picture, of what,\n"
		    "where and when, and how it must be credited.\n\n");
	head("commands:");
	for (size_t i = 0; cl_cmds[i]; i++)
		cl_outf("  %-9s %s\n", cl_cmds[i]->name, cl_cmds[i]->summary);
	cl_out_cstr("\n");
	head("options of every command:");
	cl_opt_help(cl_app_options);
	cl_out_cstr("\n");
	head("examples:");
	cl_out_cstr("  cutline import ~/Pictures\n"
		    "  cutline search by:lima date:2023\n"
		    "  cutline credits --style=by-agency event:cannes\n\n"
		    "“cutline help COMMAND” tells more, “man cutline” all.\n");
}

void cl_help_command(const struct cl_cmd *cmd)
{
	cl_outf("usage: cutline %s%s%s%s\n\n", cmd->name,
		cmd->options ? " [OPTION …]" : "", cmd->usage[0] ? " " : "",
		cmd->usage);
	cl_layout_wrap(cl_str_from(cmd->text), 0, 79);
	if (cmd->options) {
		cl_out_cstr("\n");
		head("options:");
		cl_opt_help(cmd->options);
	}
	if (cmd->examples) {
		cl_out_cstr("\n");
		head("examples:");
		for (size_t i = 0; cmd->examples[i]; i++)
			cl_outf("  %s\n", cmd->examples[i]);
	}
	cl_outf("\nOptions of every command: “cutline help”. "
		"Manual: “man cutline-%s”.\n",
		cmd->name);
}

static int run(struct cl_app *app, const void *values, int argc, char **argv)
{
	const struct cl_cmd *cmd;

	(void)app;
	(void)values;
	if (argc == 0) {
		cl_help_program();
		return CL_EXIT_DONE;
	}
	cmd = cl_cmd_find(argv[0]);
	if (!cmd)
		return cl_cmd_unknown(argv[0]);
	cl_help_command(cmd);
	return CL_EXIT_DONE;
}

static const char *const examples[] = {
	"cutline help search",
	NULL,
};

const struct cl_cmd cl_cmd_help = {
	.name = "help",
	.run = run,
	.args_max = 1,
	.usage = "[COMMAND]",
	.summary = "tell what a command does and which options it takes",
	.text = "Tell what a command does and which options it takes; without "
		"one, list the commands.",
	.examples = examples,
};
