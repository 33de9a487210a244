/* SPDX-License-Identifier: MIT */
/*
 * Options of a command, one constant table for each: reading the command line,
 * the help and the check of the manual pages all come from it.
 */
#ifndef CL_CLI_OPT_H
#define CL_CLI_OPT_H

#include "base/str.h"

enum cl_opt_kind {
	CL_OPT_FLAG,   /* bool */
	CL_OPT_TEXT,   /* const char *, never empty; NULL: not given */
	CL_OPT_NUMBER, /* int64_t, 0 or more */
	CL_OPT_COUNT,  /* int64_t, 1 or more; 0: not given */
	CL_OPT_CHOICE, /* int: an index into choices; 0 the default */
};

struct cl_opt {
	char letter; /* 0: none */
	const char *name;
	enum cl_opt_kind kind;
	size_t offset;              /* of the value in the command's struct */
	const char *value;          /* what the help calls it: "N", "FILE" */
	const char *const *choices; /* ended by NULL */
	const char *summary;
};

/* A table, ended by an option without name, and the struct it fills. */
struct cl_opt_set {
	const struct cl_opt *options;
	void *values;
};

/*
 * Read options up to the first other argument or past "--", and step *argv
 * over them. "-" is an argument. Options are found in the sets in order; their
 * names are never shortened. False, after saying what is wrong, for an unknown
 * option or a bad value; command is for the message, and takes_query says that
 * a word with a dash may have been meant as part of a query.
 */
bool cl_opt_parse(const struct cl_opt_set *sets, size_t set_count, int *argc,
		  char ***argv, const char *command, bool takes_query);

/* Whether an argument has the form of an option that the sets know: perhaps it
 * was meant as one and came too late. */
bool cl_opt_looks_like(const struct cl_opt_set *sets, size_t set_count,
		       const char *arg);

/* Print a table for the help. */
void cl_opt_help(const struct cl_opt *options);

#endif
