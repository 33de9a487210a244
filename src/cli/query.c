/* SPDX-License-Identifier: MIT */
#include "base/buf.h"
#include "base/error.h"
#include "cli/cmd.h"
#include "cli/say.h"

static void join(struct cl_buf *text, int argc, char **argv)
{
	cl_buf_init(text, SIZE_MAX);
	for (int i = 0; i < argc; i++) {
		if (i > 0)
			cl_buf_add_char(text, ' ');
		cl_buf_add_cstr(text, argv[i]);
	}
}

static int refuse(const struct cutline_error *err, struct cl_str text,
		  size_t at)
{
	cl_say_problem("%s", err->text);
	if (err->status == CUTLINE_FORMAT)
		cl_say_place(text, at < text.len ? at : text.len);
	if (err->hint[0])
		cl_say_hint("%s", err->hint);
	else if (err->status != CUTLINE_NOMEM)
		cl_say_hint("“cutline help search” tells how a query is "
			    "written");
	return err->status == CUTLINE_NOMEM ? CL_EXIT_SYSTEM : CL_EXIT_USAGE;
}

int cl_query_read(int argc, char **argv, struct cutline_query **out)
{
	struct cutline_error err;
	struct cl_buf text;
	size_t at = 0;
	int code = CL_EXIT_DONE;

	join(&text, argc, argv);
	if (text.failed)
		(void)cl_nomem(&err);
	if (text.failed ||
	    cutline_query_parse(cl_buf_cstr(&text), text.len, out, &at, &err))
		code = refuse(&err, cl_buf_str(&text), at);
	cl_buf_release(&text);
	return code;
}
