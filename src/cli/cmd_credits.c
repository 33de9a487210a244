/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "cli/cmd.h"
#include "cli/out.h"
#include "cli/save.h"
#include "cli/say.h"

struct values {
	const char *style, *output;
	int format; /* enum cutline_credits_format */
	bool json, styles;
};

static const char *const formats[] = {
	[CUTLINE_CREDITS_TEXT] = "text",
	[CUTLINE_CREDITS_CSV] = "csv",
	[CUTLINE_CREDITS_JSON] = "json",
	NULL,
};

#define AT(member) offsetof(struct values, member)

static const struct cl_opt options[] = {
	{ 0, "style", CL_OPT_TEXT, AT(style), "NAME", NULL,
	  "by-photographer (default), by-agency or by-file" },
	{ 0, "styles", CL_OPT_FLAG, AT(styles), NULL, NULL,
	  "list the styles, and end" },
	{ 0, "format", CL_OPT_CHOICE, AT(format), "NAME", formats,
	  "text (default), csv or json" },
	{ 0, "json", CL_OPT_FLAG, AT(json), NULL, NULL,
	  "one JSON object a photo, like --format=json" },
	{ 'o', "output", CL_OPT_TEXT, AT(output), "FILE", NULL,
	  "write to FILE, whole or not at all" },
	{ 0 },
};

static int print_styles(void)
{
	size_t count;
	const struct cutline_credits_style *styles =
		cutline_credits_styles(&count);

	for (size_t i = 0; i < count; i++)
		cl_outf("%-16s  %s\n", styles[i].name, styles[i].summary);
	return CL_EXIT_DONE;
}

/* Every photo that matches into the list; *count of them. */
static int gather(struct cl_app *app, const struct cutline_query *query,
		  struct cutline_credits *credits, uint64_t *count)
{
	const struct cutline_photo *photo;
	struct cutline_error err;
	struct cutline_hits *hits;
	enum cutline_status status;

	*count = 0;
	if (cutline_catalog_search(app->catalog, query, NULL, &hits, &err))
		return cl_fail_with(&err);
	for (;;) {
		status = cutline_hits_next(hits, &photo, &err);
		if (status || !photo)
			break;
		status = cutline_credits_add(credits, photo, &err);
		if (status)
			break;
		++*count;
	}
	cutline_hits_close(hits);
	return status ? cl_fail_with(&err) : CL_EXIT_DONE;
}

static bool to_output(void *context, const char *data, size_t len)
{
	(void)context;
	cl_out_data((struct cl_str){ data, len });
	return true;
}

static bool to_file(void *context, const char *data, size_t len)
{
	struct cl_save *save = context;

	cl_stream_put(&save->stream, (struct cl_str){ data, len });
	return save->stream.error == 0;
}

static int write_file(struct cutline_credits *credits,
		      enum cutline_credits_format format, const char *path)
{
	struct cutline_error err;
	struct cl_save save;
	enum cutline_status status = CUTLINE_OK;
	bool ok = cl_save_open(&save, path);

	if (ok)
		status = cutline_credits_write(credits, format, to_file, &save,
					       &err);
	if (status == CUTLINE_NOMEM)
		cl_say_error(&err);
	ok = cl_save_close(&save, ok && status != CUTLINE_NOMEM) && ok;
	return ok && !status ? CL_EXIT_DONE : CL_EXIT_SYSTEM;
}

static int write_list(struct cutline_credits *credits, const struct values *v)
{
	enum cutline_credits_format format =
		v->json ? CUTLINE_CREDITS_JSON
			: (enum cutline_credits_format)v->format;
	struct cutline_error err;

	if (v->output && strcmp(v->output, "-") != 0)
		return write_file(credits, format, v->output);
	if (cutline_credits_write(credits, format, to_output, NULL, &err))
		return cl_fail_with(&err);
	return CL_EXIT_DONE;
}

/* A list with holes is written, and says so by its exit status. */
static int finish(struct cutline_credits *credits, const struct values *v,
		  uint64_t count)
{
	size_t missing = cutline_credits_missing(credits);
	int code;

	if (count == 0) {
		cl_say_note("nothing found");
		return CL_EXIT_NOTHING;
	}
	code = write_list(credits, v);
	if (code || missing == 0)
		return code;
	cl_say_note("%zu of %llu photos %s no credit", missing,
		    (unsigned long long)count, missing == 1 ? "has" : "have");
	return CL_EXIT_NOTHING;
}

static int run(struct cl_app *app, const void *values, int argc, char **argv)
{
	const struct values *v = values;
	struct cutline_credits *credits = NULL;
	struct cutline_query *query = NULL;
	struct cutline_error err;
	uint64_t count;
	int code;

	if (v->styles)
		return print_styles();
	if (v->json && v->format == CUTLINE_CREDITS_CSV) {
		cl_say_problem("--json and --format=csv do not go together");
		cl_say_hint("leave out one of the two");
		return CL_EXIT_USAGE;
	}
	if (v->output && !cl_app_may_write(app, v->output))
		return CL_EXIT_USAGE;
	if (cutline_credits_new(v->style, &credits, &err)) {
		cl_say_error(&err);
		return err.status == CUTLINE_NOMEM ? CL_EXIT_SYSTEM
						   : CL_EXIT_USAGE;
	}
	code = cl_query_read(argc, argv, &query);
	if (!code)
		code = cl_app_open(app, CUTLINE_CATALOG_READ);
	if (!code)
		code = gather(app, query, credits, &count);
	if (!code)
		code = finish(credits, v, count);
	cutline_query_free(query);
	cutline_credits_free(credits);
	return code;
}

static const char *const examples[] = {
	"cutline credits event:cannes",
	"cutline credits --style=by-agency --output=credits.txt date:2023",
	"cutline credits --format=csv --style=by-file folder:issue-12",
	NULL,
};

const struct cl_cmd cl_cmd_credits = {
	.name = "credits",
	.run = run,
	.takes_query = true,
	.args_max = -1,
	.usage = "[QUERY …]",
	.summary = "list who is to be credited for which photo",
	.text = "List who is to be credited for the photos that match; without "
		"a query, for all. Photos without a credit are listed at the "
		"end, and the exit status is 1 if there are any.",
	.options = options,
	.values_size = sizeof(struct values),
	.examples = examples,
};
