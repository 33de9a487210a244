/* SPDX-License-Identifier: MIT */
#include "base/json.h"
#include "cli/cmd.h"
#include "cli/out.h"
#include "cli/say.h"

struct values {
	int64_t limit;
	bool json;
};

#define AT(member) offsetof(struct values, member)

static const struct cl_opt options[] = {
	{ 0, "limit", CL_OPT_COUNT, AT(limit), "N", NULL,
	  "only the N most frequent values" },
	{ 0, "json", CL_OPT_FLAG, AT(json), NULL, NULL,
	  "one JSON object a value" },
	{ 0 },
};

static void print_json(const char *field, const struct cutline_facet *facet)
{
	struct cl_buf line;
	struct cl_json j;

	cl_buf_init(&line, SIZE_MAX);
	cl_json_init(&j, &line);
	cl_json_object(&j);
	cl_json_key_int(&j, "format", 1);
	cl_json_key_cstr(&j, "field", field);
	cl_json_key_cstr(&j, "value", facet->value);
	cl_json_key_int(&j, "count", (int64_t)facet->count);
	cl_json_end(&j);
	cl_out_json(&line);
	cl_buf_release(&line);
}

static void print(const char *field, const struct cutline_facets *facets,
		  bool json)
{
	for (size_t i = 0; i < facets->count; i++) {
		const struct cutline_facet *f = &facets->items[i];

		if (json) {
			print_json(field, f);
			continue;
		}
		cl_outf("%7llu  ", (unsigned long long)f->count);
		cl_out_textz(f->value);
		cl_out_cstr("\n");
	}
}

static int count(struct cl_app *app, const struct values *v, const char *field,
		 const struct cutline_query *query)
{
	struct cutline_facets *facets;
	struct cutline_error err;
	enum cutline_status status = cutline_catalog_facets(
		app->catalog, field, query, (size_t)v->limit, &facets, &err);
	bool any;

	if (status == CUTLINE_FORMAT) {
		cl_say_error(&err);
		return CL_EXIT_USAGE;
	}
	if (status)
		return cl_fail_with(&err);
	any = facets->count > 0;
	print(field, facets, v->json);
	if (cl_say_is_terminal() && facets->count < facets->distinct)
		cl_say_note("%zu of %llu values", facets->count,
			    (unsigned long long)facets->distinct);
	cutline_facets_free(facets);
	return any ? CL_EXIT_DONE : CL_EXIT_NOTHING;
}

static int run(struct cl_app *app, const void *values, int argc, char **argv)
{
	struct cutline_query *query = NULL;
	int code = cl_query_read(argc - 1, argv + 1, &query);

	if (!code)
		code = cl_app_open(app, CUTLINE_CATALOG_READ);
	if (!code)
		code = count(app, values, argv[0], query);
	cutline_query_free(query);
	return code;
}

static const char *const examples[] = {
	"cutline facets agencies",
	"cutline facets --limit=20 by date:2023",
	"cutline facets year event:cannes",
	NULL,
};

const struct cl_cmd cl_cmd_facets = {
	.name = "facets",
	.run = run,
	.takes_query = true,
	.args_min = 1,
	.args_max = -1,
	.usage = "FIELD [QUERY …]",
	.summary = "count the values of a field",
	.text = "Count the values of a field among the photos that match, most "
		"frequent first. FIELD is a field as in queries, or year, "
		"month, folder, type.",
	.options = options,
	.values_size = sizeof(struct values),
	.examples = examples,
};
