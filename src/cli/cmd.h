/* SPDX-License-Identifier: MIT */
/*
 * What a command is; README.md in this folder says how one is added.
 */
#ifndef CL_CLI_CMD_H
#define CL_CLI_CMD_H

#include "cli/opt.h"
#include "cutline/cutline.h"

/* How the program ends. */
enum cl_exit {
	CL_EXIT_DONE = 0,
	CL_EXIT_NOTHING = 1, /* nothing found, or findings to look at */
	CL_EXIT_USAGE = 2,
	CL_EXIT_SOME = 3,     /* finished, but some inputs failed */
	CL_EXIT_CATALOG = 4,  /* locked, damaged, newer, not there */
	CL_EXIT_SYSTEM = 5,   /* disk full, permission, memory */
	CL_EXIT_SIGNAL = 128, /* and the signal's number */
};

/* What the program is asked, whatever the command. */
struct cl_app {
	const char *catalog_option;
	int color; /* enum cl_color */
	bool quiet, verbose, no_input;
	bool help, version;
	/* The command's catalog, opened before it runs if it says so. */
	struct cutline_catalog *catalog;
};

/* What main opens before a command runs. */
enum cl_opens {
	CL_OPENS_NOTHING,
	CL_OPENS_TO_READ,
};

/* Room for the values of a command's options. */
#define CL_CMD_VALUES_MAX 256

struct cl_cmd {
	const char *name;
	/* values is the command's own struct, filled from options; argv holds
	 * the other arguments. Returns an enum cl_exit. */
	int (*run)(struct cl_app *app, const void *values, int argc,
		   char **argv);
	enum cl_opens opens;
	bool takes_query;       /* its last arguments are a query */
	int args_min, args_max; /* how many others; max -1: any number */
	const char *usage;      /* the arguments: "[QUERY …]" */
	const char *summary;    /* for the list of commands */
	const char *text;       /* for its own help; may be NULL */
	const struct cl_opt *options;
	size_t values_size;
	const char *const *examples; /* ended by NULL */
};

extern const struct cl_cmd cl_cmd_backup;
extern const struct cl_cmd cl_cmd_credits;
extern const struct cl_cmd cl_cmd_dump;
extern const struct cl_cmd cl_cmd_facets;
extern const struct cl_cmd cl_cmd_help;
extern const struct cl_cmd cl_cmd_import;
extern const struct cl_cmd cl_cmd_parse;
extern const struct cl_cmd cl_cmd_relocate;
extern const struct cl_cmd cl_cmd_restore;
extern const struct cl_cmd cl_cmd_search;
extern const struct cl_cmd cl_cmd_show;
extern const struct cl_cmd cl_cmd_verify;
extern const struct cl_cmd cl_cmd_version;

/* All commands, in the order of the help, ended by NULL. */
extern const struct cl_cmd *const cl_cmds[];

const struct cl_cmd *cl_cmd_find(const char *name);

/* Say that there is no such command. */
int cl_cmd_unknown(const char *name);

/* The options that every command takes. */
extern const struct cl_opt cl_app_options[];

/* The catalog's path: --catalog, $CUTLINE_CATALOG, the user's own; in a buffer
 * that lives as long as the program. NULL after saying that none can be told.
 */
const char *cl_app_catalog_path(const struct cl_app *app);

/* May a result be written to path? False after saying that it is the catalog,
 * by this or another name, or what SQLite keeps beside it. */
bool cl_app_may_write(const struct cl_app *app, const char *path);

/* Open the catalog into app->catalog; what failed is said. Returns an enum
 * cl_exit. */
int cl_app_open(struct cl_app *app, enum cutline_catalog_mode mode);

/* How a failure of the library ends the program: memory and the system 5, the
 * rest 4, since the library is asked about nothing but the catalog then. */
int cl_exit_of(enum cutline_status status);

/* The same after saying the error. */
int cl_fail_with(const struct cutline_error *err);

/* Read the query that the last arguments are, each a word or a whole query;
 * what is wrong with it is said, and shown. Returns an enum cl_exit. */
int cl_query_read(int argc, char **argv, struct cutline_query **out);

/* Print help: the program's, or a command's. */
void cl_help_program(void);
void cl_help_command(const struct cl_cmd *cmd);

#endif
