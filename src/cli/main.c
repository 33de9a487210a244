/* SPDX-License-Identifier: MIT */
#include <assert.h>
#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include "cli/cmd.h"
#include "cli/out.h"
#include "cli/say.h"
#include "cli/signals.h"

const struct cl_cmd *const cl_cmds[] = {
	&cl_cmd_parse,    &cl_cmd_import, &cl_cmd_search,
	&cl_cmd_facets,   &cl_cmd_show,   &cl_cmd_credits,
	&cl_cmd_relocate, &cl_cmd_backup, &cl_cmd_restore,
	&cl_cmd_dump,     &cl_cmd_verify, &cl_cmd_help,
	&cl_cmd_version,  NULL,
};

/* A descriptor that the caller left closed would be given to the next file
 * opened, the catalog say, and messages would go into that. An output opened
 * for reading refuses to be written, as a closed one should. */
static void fill_closed(void)
{
	for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
		if (fcntl(fd, F_GETFD) == -1)
			(void)open("/dev/null",
				   fd == STDERR_FILENO ? O_RDWR : O_RDONLY);
}

static bool count_is_right(const struct cl_cmd *cmd, int argc, char **argv)
{
	if (argc < cmd->args_min)
		cl_say_problem("%s wants an argument", cmd->name);
	else if (cmd->args_max >= 0 && argc > cmd->args_max)
		cl_say_problem("“%s” is one argument too many",
			       argv[cmd->args_max]);
	else
		return true;
	cl_say_hint("usage: cutline %s%s%s%s", cmd->name,
		    cmd->options ? " [OPTION …]" : "", cmd->usage[0] ? " " : "",
		    cmd->usage);
	return false;
}

/* Options that follow an argument are no options. In a query they are words,
 * which the user may not have meant; elsewhere a file of that name is likely
 * not there, and "import FOLDER --dry-run" must not import. */
static bool options_came_first(const struct cl_opt_set *sets,
			       const struct cl_cmd *cmd, int argc, char **argv)
{
	for (int i = 1; i < argc; i++) {
		if (!cl_opt_looks_like(sets, 2, argv[i]))
			continue;
		if (cmd->takes_query) {
			cl_say_note("“%s” is read as part of the query; "
				    "options come before it",
				    argv[i]);
		} else if (access(argv[i], F_OK) != 0) {
			cl_say_problem("“%s” comes too late", argv[i]);
			cl_say_hint("options come before other arguments");
			return false;
		}
	}
	return true;
}

static int run_command(struct cl_app *app, const struct cl_cmd *cmd, int argc,
		       char **argv)
{
	_Alignas(max_align_t) char values[CL_CMD_VALUES_MAX] = { 0 };
	const struct cl_opt_set sets[] = {
		{ cmd->options, values },
		{ cl_app_options, app },
	};
	char title[40] = "cutline ";
	int code = CL_EXIT_DONE;

	assert(cmd->values_size <= sizeof(values));
	for (size_t i = 0; i < 30 && cmd->name[i]; i++)
		title[8 + i] = cmd->name[i];
	if (!cl_opt_parse(sets, 2, &argc, &argv, title, cmd->takes_query))
		return CL_EXIT_USAGE;
	cl_out_init((enum cl_color)app->color);
	cl_say_init(app->quiet);
	if (app->help) {
		cl_help_command(cmd);
		return CL_EXIT_DONE;
	}
	if (!options_came_first(sets, cmd, argc, argv) ||
	    !count_is_right(cmd, argc, argv))
		return CL_EXIT_USAGE;
	if (cmd->opens == CL_OPENS_TO_READ)
		code = cl_app_open(app, CUTLINE_CATALOG_READ);
	return code ? code : cmd->run(app, values, argc, argv);
}

static int run(struct cl_app *app, int argc, char **argv)
{
	const struct cl_opt_set globals = { cl_app_options, app };
	const struct cl_cmd *cmd;

	argc--;
	argv++;
	if (!cl_opt_parse(&globals, 1, &argc, &argv, "cutline", false))
		return CL_EXIT_USAGE;
	cl_out_init((enum cl_color)app->color);
	cl_say_init(app->quiet);
	if (app->version)
		return cl_cmd_version.run(app, NULL, 0, NULL);
	if (argc == 0) {
		cl_help_program();
		return app->help ? CL_EXIT_DONE : CL_EXIT_USAGE;
	}
	cmd = cl_cmd_find(argv[0]);
	if (!cmd)
		return cl_cmd_unknown(argv[0]);
	return run_command(app, cmd, argc - 1, argv + 1);
}

int main(int argc, char **argv)
{
	struct cl_app app = { 0 };
	int code;

	fill_closed();
	/* Whoever started us may have it ignored; then a reader that leaves
	 * early ("| head") would not end us. */
	(void)signal(SIGPIPE, SIG_DFL);
	cl_out_init(CL_COLOR_AUTO);
	cl_say_init(false);
	code = run(&app, argc, argv);
	cutline_catalog_close(app.catalog);
	if (!cl_out_finish())
		code = CL_EXIT_SYSTEM;
	if (code == CL_EXIT_SIGNAL)
		cl_signals_obey();
	return code;
}
