/* SPDX-License-Identifier: MIT */
#include "cli/cmd.h"
#include "cli/out.h"
#include "cli/print.h"
#include "cli/say.h"

enum format {
	FORMAT_TEXT,
	FORMAT_CSV,
	FORMAT_PATHS,
	FORMAT_IDS,
	FORMAT_JSON
};

struct values {
	int sort; /* enum cutline_sort */
	int format;
	int64_t limit, offset;
	bool null, count, explain, json;
};

static const char *const sorts[] = {
	[CUTLINE_SORT_NEWEST] = "-date",        [CUTLINE_SORT_OLDEST] = "date",
	[CUTLINE_SORT_RELEVANCE] = "relevance", [CUTLINE_SORT_NAME] = "name",
	[CUTLINE_SORT_ADDED] = "added",         NULL,
};

static const char *const formats[] = {
	[FORMAT_TEXT] = "text",   [FORMAT_CSV] = "csv",
	[FORMAT_PATHS] = "paths", [FORMAT_IDS] = "ids",
	[FORMAT_JSON] = "json",   NULL,
};

#define AT(member) offsetof(struct values, member)

static const struct cl_opt options[] = {
	{ 0, "sort", CL_OPT_CHOICE, AT(sort), "ORDER", sorts,
	  "-date (newest first, the default), date, relevance, name, added" },
	{ 0, "limit", CL_OPT_COUNT, AT(limit), "N", NULL, "at most N photos" },
	{ 0, "offset", CL_OPT_NUMBER, AT(offset), "N", NULL,
	  "pass over the first N" },
	{ 0, "format", CL_OPT_CHOICE, AT(format), "NAME", formats,
	  "text (default), csv, paths, ids or json" },
	{ 0, "json", CL_OPT_FLAG, AT(json), NULL, NULL,
	  "one JSON object a photo, like --format=json" },
	{ '0', "null", CL_OPT_FLAG, AT(null), NULL, NULL,
	  "paths or ids, each ended by NUL, for xargs -0" },
	{ 0, "count", CL_OPT_FLAG, AT(count), NULL, NULL,
	  "print only how many there are" },
	{ 0, "explain", CL_OPT_FLAG, AT(explain), NULL, NULL,
	  "tell on standard error how the query was read" },
	{ 0 },
};

/* What the options ask for together, or a refusal. */
static bool choose_format(const struct values *v, enum format *format)
{
	*format = (enum format)v->format;
	if (v->json && *format != FORMAT_TEXT && *format != FORMAT_JSON) {
		cl_say_problem("--json and --format=%s do not go together",
			       formats[*format]);
		cl_say_hint("leave out one of the two");
		return false;
	}
	if (v->count &&
	    (v->null || (*format != FORMAT_TEXT && *format != FORMAT_JSON))) {
		cl_say_problem("--count prints a number, no photos");
		cl_say_hint("leave it out, or leave out the format");
		return false;
	}
	if (v->json)
		*format = FORMAT_JSON;
	if (v->null && *format == FORMAT_TEXT)
		*format = FORMAT_PATHS;
	if (v->null && *format != FORMAT_PATHS && *format != FORMAT_IDS) {
		cl_say_problem("-0 goes with paths and ids only");
		cl_say_hint("leave it out, or write --format=paths -0");
		return false;
	}
	return true;
}

static void print(const struct cutline_photo *photo, enum format format,
		  bool null)
{
	const char *path = photo->path_count > 0 ? photo->paths[0] : "";

	switch (format) {
	case FORMAT_TEXT:
		cl_print_photo_line(photo);
		return;
	case FORMAT_CSV:
		cl_print_photo_csv(photo);
		return;
	case FORMAT_JSON:
		cl_print_photo_json(photo, false);
		return;
	case FORMAT_PATHS:
		cl_out_data(cl_str_from(path));
		break;
	case FORMAT_IDS:
		cl_outf("%lld", (long long)photo->id);
		break;
	}
	if (null)
		cl_out_data((struct cl_str){ "", 1 });
	else
		cl_out_cstr("\n");
}

static int print_count(struct cl_app *app, const struct cutline_query *query,
		       bool json)
{
	struct cutline_error err;
	uint64_t count;

	if (cutline_catalog_count(app->catalog, query, &count, &err))
		return cl_fail_with(&err);
	cl_outf(json ? "{\"format\": 1, \"count\": %llu}\n" : "%llu\n",
		(unsigned long long)count);
	return count > 0 ? CL_EXIT_DONE : CL_EXIT_NOTHING;
}

/* For a person who watches; a program counts itself. */
static int report(struct cl_app *app, const struct cutline_query *query,
		  const struct values *v, uint64_t shown)
{
	struct cutline_error err;
	uint64_t all = shown;

	if (!cl_say_is_terminal())
		return CL_EXIT_DONE;
	if ((v->limit || v->offset) &&
	    cutline_catalog_count(app->catalog, query, &all, &err))
		return cl_fail_with(&err);
	if (shown == 0 && all == 0)
		cl_say_note("nothing found");
	else if (shown < all)
		cl_say_note("%llu of %llu photos", (unsigned long long)shown,
			    (unsigned long long)all);
	else
		cl_say_note("%llu photo%s", (unsigned long long)shown,
			    shown == 1 ? "" : "s");
	return CL_EXIT_DONE;
}

static int print_hits(struct cl_app *app, const struct cutline_query *query,
		      const struct values *v, enum format format)
{
	const struct cutline_search_options how = {
		.sort = (enum cutline_sort)v->sort,
		.limit = v->limit,
		.offset = v->offset,
	};
	const struct cutline_photo *photo = NULL;
	struct cutline_hits *hits;
	struct cutline_error err;
	enum cutline_status status;
	uint64_t shown = 0;
	int code;

	if (cutline_catalog_search(app->catalog, query, &how, &hits, &err))
		return cl_fail_with(&err);
	if (format == FORMAT_CSV)
		cl_print_photo_csv_head();
	for (;;) {
		status = cutline_hits_next(hits, &photo, &err);
		if (status || !photo)
			break;
		print(photo, format, v->null);
		shown++;
	}
	cutline_hits_close(hits);
	if (status)
		return cl_fail_with(&err);
	code = report(app, query, v, shown);
	if (code)
		return code;
	return shown > 0 ? CL_EXIT_DONE : CL_EXIT_NOTHING;
}

static int run(struct cl_app *app, const void *values, int argc, char **argv)
{
	const struct values *v = values;
	struct cutline_query *query = NULL;
	enum format format;
	int code;

	if (!choose_format(v, &format))
		return CL_EXIT_USAGE;
	code = cl_query_read(argc, argv, &query);
	if (!code && v->explain)
		cl_say_note("read as: %s", cutline_query_text(query));
	if (!code)
		code = cl_app_open(app, CUTLINE_CATALOG_READ);
	if (!code)
		code = v->count ? print_count(app, query, format == FORMAT_JSON)
				: print_hits(app, query, v, format);
	cutline_query_free(query);
	return code;
}

static const char *const examples[] = {
	"cutline search by:lima date:2023-04..2023-06",
	"cutline search 'by:\"ana lima\" -getty'",
	"cutline search --count event:cannes has:gps",
	"cutline search -0 missing:creators | xargs -0 ls -l",
	"cutline search -- -reuters",
	NULL,
};

const struct cl_cmd cl_cmd_search = {
	.name = "search",
	.run = run,
	.takes_query = true,
	.args_max = -1,
	.usage = "[QUERY …]",
	.summary = "find photos by who, what, where and when",
	.text = "Find photos in the catalog; without a query all of them. "
		"Words must all occur; field:word asks one field: by agency "
		"via event person in venue city state country caption headline "
		"keyword restriction file folder date captured added has "
		"missing conflict id. The manual has the whole language.",
	.options = options,
	.values_size = sizeof(struct values),
	.examples = examples,
};
