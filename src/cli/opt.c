/* SPDX-License-Identifier: MIT */
#include "cli/opt.h"

#include <string.h>

#include "base/nearest.h"
#include "base/utf8.h"
#include "cli/layout.h"
#include "cli/out.h"
#include "cli/say.h"

/* One reading of a command line. */
struct reader {
	const struct cl_opt_set *sets;
	size_t set_count;
	int argc; /* what is left */
	char **argv;
	const char *command;
	bool takes_query;
};

/* An option as found: which, and where its value goes. */
struct found {
	const struct cl_opt *opt;
	char *place;
};

static bool is_named(const struct cl_opt *opt, struct cl_str name, char letter)
{
	if (letter)
		return opt->letter == letter;
	return cl_str_eq(name, cl_str_from(opt->name));
}

static bool find(const struct reader *r, struct cl_str name, char letter,
		 struct found *found)
{
	for (size_t i = 0; i < r->set_count; i++) {
		const struct cl_opt *opt = r->sets[i].options;

		for (; opt && opt->name; opt++) {
			if (!is_named(opt, name, letter))
				continue;
			found->opt = opt;
			found->place = (char *)r->sets[i].values + opt->offset;
			return true;
		}
	}
	return false;
}

static bool refuse_unknown(const struct reader *r, const char *arg,
			   struct cl_str name)
{
	struct cl_nearest nearest = cl_nearest_to(name);
	size_t shown = cl_str_find_char(cl_str_from(arg), '=', 0);

	for (size_t i = 0; i < r->set_count; i++)
		for (const struct cl_opt *opt = r->sets[i].options;
		     opt && opt->name; opt++)
			cl_nearest_try(&nearest, opt->name);
	cl_say_problem("%s has no option %.*s", r->command, (int)shown, arg);
	if (nearest.best)
		cl_say_hint("did you mean --%s?", nearest.best);
	else if (r->takes_query && arg[1] != '-')
		cl_say_hint("to leave out what matches %s write: %s -- %s",
			    arg + 1, r->command, arg);
	else
		cl_say_hint("“%s --help” lists them", r->command);
	return false;
}

static bool set_number(const struct found *f, const char *value)
{
	int least = f->opt->kind == CL_OPT_COUNT;
	int64_t n;

	if (!cl_str_to_i64(cl_str_from(value), &n) || n < least) {
		cl_say_problem("--%s wants a number of %d or more, not “%s”",
			       f->opt->name, least, value);
		cl_say_hint("write --%s=10, say", f->opt->name);
		return false;
	}
	memcpy(f->place, &n, sizeof(n));
	return true;
}

static bool set_choice(const struct found *f, const char *value)
{
	struct cl_nearest nearest = cl_nearest_to(cl_str_from(value));
	struct cl_buf all;

	cl_buf_init(&all, 1000);
	for (int i = 0; f->opt->choices[i]; i++) {
		if (strcmp(value, f->opt->choices[i]) == 0) {
			memcpy(f->place, &i, sizeof(i));
			cl_buf_release(&all);
			return true;
		}
		cl_nearest_try(&nearest, f->opt->choices[i]);
		if (i > 0)
			cl_buf_add_cstr(&all, ", ");
		cl_buf_add_cstr(&all, f->opt->choices[i]);
	}
	cl_say_problem("--%s cannot be “%s”", f->opt->name, value);
	if (nearest.best)
		cl_say_hint("did you mean --%s=%s?", f->opt->name,
			    nearest.best);
	else
		cl_say_hint("it can be %s", cl_buf_cstr(&all));
	cl_buf_release(&all);
	return false;
}

/* An empty value is a variable of a script that is not set. */
static bool set_text(const struct found *f, const char *value)
{
	if (value[0] == '\0') {
		cl_say_problem("--%s is empty", f->opt->name);
		cl_say_hint("write --%s=%s", f->opt->name, f->opt->value);
		return false;
	}
	memcpy(f->place, &value, sizeof(value));
	return true;
}

static bool set_value(const struct found *f, const char *value)
{
	switch (f->opt->kind) {
	case CL_OPT_NUMBER:
	case CL_OPT_COUNT:
		return set_number(f, value);
	case CL_OPT_CHOICE:
		return set_choice(f, value);
	case CL_OPT_TEXT:
		return set_text(f, value);
	case CL_OPT_FLAG:
		break;
	}
	return true;
}

static void set_flag(const struct found *f)
{
	bool yes = true;

	memcpy(f->place, &yes, sizeof(yes));
}

/* The value that stands in an argument of its own. */
static bool set_from_next(struct reader *r, const struct found *f)
{
	if (r->argc == 0) {
		cl_say_problem("--%s wants a value", f->opt->name);
		cl_say_hint("write --%s=%s", f->opt->name, f->opt->value);
		return false;
	}
	r->argc--;
	return set_value(f, *r->argv++);
}

static bool read_long(struct reader *r, const char *arg)
{
	struct cl_str name = cl_str_from(arg + 2);
	size_t equals = cl_str_find_char(name, '=', 0);
	bool has_value = equals < name.len;
	struct found f;

	name.len = equals;
	if (!find(r, name, 0, &f))
		return refuse_unknown(r, arg, name);
	if (f.opt->kind != CL_OPT_FLAG)
		return has_value ? set_value(&f, name.ptr + equals + 1)
				 : set_from_next(r, &f);
	if (has_value) {
		cl_say_problem("--%s takes no value", f.opt->name);
		cl_say_hint("write --%s alone", f.opt->name);
		return false;
	}
	set_flag(&f);
	return true;
}

/* "-0", "-0c", "-n5", "-n 5". */
static bool read_short(struct reader *r, const char *arg)
{
	for (const char *letter = arg + 1; *letter; letter++) {
		struct found f;

		if (!find(r, (struct cl_str){ 0 }, *letter, &f))
			return refuse_unknown(r, arg, cl_str_from(arg + 1));
		if (f.opt->kind == CL_OPT_FLAG)
			set_flag(&f);
		else if (letter[1])
			return set_value(&f, letter + 1);
		else
			return set_from_next(r, &f);
	}
	return true;
}

bool cl_opt_parse(const struct cl_opt_set *sets, size_t set_count, int *argc,
		  char ***argv, const char *command, bool takes_query)
{
	struct reader r = {
		sets, set_count, *argc, *argv, command, takes_query
	};
	bool ok = true;

	while (ok && r.argc > 0) {
		const char *arg = r.argv[0];
		bool is_long = arg[0] == '-' && arg[1] == '-';

		if (arg[0] != '-' || arg[1] == '\0')
			break;
		r.argc--;
		r.argv++;
		if (is_long && arg[2] == '\0')
			break;
		ok = is_long ? read_long(&r, arg) : read_short(&r, arg);
	}
	*argc = r.argc;
	*argv = r.argv;
	return ok;
}

bool cl_opt_looks_like(const struct cl_opt_set *sets, size_t set_count,
		       const char *arg)
{
	const struct reader r = { .sets = sets, .set_count = set_count };
	struct cl_str name = cl_str_from(arg);
	struct found f;

	if (!cl_str_skip(&name, CL_STR("--")))
		return false;
	name.len = cl_str_find_char(name, '=', 0);
	return find(&r, name, 0, &f);
}

/* "-0, --null", "    --sort=ORDER" */
static void add_label(struct cl_buf *label, const struct cl_opt *opt)
{
	if (opt->letter)
		cl_buf_addf(label, "  -%c, --%s", opt->letter, opt->name);
	else
		cl_buf_addf(label, "      --%s", opt->name);
	if (opt->value)
		cl_buf_addf(label, "=%s", opt->value);
}

void cl_opt_help(const struct cl_opt *options)
{
	const size_t indent = 26;

	for (const struct cl_opt *opt = options; opt && opt->name; opt++) {
		struct cl_buf label;
		size_t width;

		cl_buf_init(&label, 200);
		add_label(&label, opt);
		width = cl_utf8_width(cl_buf_str(&label));
		cl_out_text(cl_buf_str(&label));
		if (width + 2 > indent) {
			cl_out_cstr("\n");
			width = 0;
		}
		cl_out_spaces(indent - width);
		cl_layout_wrap(cl_str_from(opt->summary), indent, 79);
		cl_buf_release(&label);
	}
}
