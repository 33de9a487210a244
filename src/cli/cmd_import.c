/* SPDX-License-Identifier: MIT */
#include <time.h>
#include <unistd.h>

#include "base/buf.h"
#include "cli/cmd.h"
#include "cli/out.h"
#include "cli/say.h"
#include "cli/signals.h"

struct values {
	int64_t jobs;
	bool dry_run;
};

#define AT(member) offsetof(struct values, member)

static const struct cl_opt options[] = {
	{ 'n', "dry-run", CL_OPT_FLAG, AT(dry_run), NULL, NULL,
	  "read everything, write nothing, tell what would be done" },
	{ 'j', "jobs", CL_OPT_COUNT, AT(jobs), "N", NULL,
	  "read with N workers; this version has one, whatever N is" },
	{ 0 },
};

/* What the events need to know. */
struct watch {
	bool verbose;
	struct timespec start;
};

typedef unsigned long long count_t;

static double seconds_since(const struct timespec *start)
{
	struct timespec now;

	(void)clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)(now.tv_sec - start->tv_sec) +
	       (double)(now.tv_nsec - start->tv_nsec) / 1e9;
}

/* "1,204" */
static void add_count(struct cl_buf *out, uint64_t n)
{
	if (n >= 1000) {
		add_count(out, n / 1000);
		cl_buf_addf(out, ",%03u", (unsigned)(n % 1000));
	} else {
		cl_buf_addf(out, "%u", (unsigned)n);
	}
}

static void show_progress(void *context,
			  const struct cutline_import_counts *counts)
{
	const struct watch *watch = context;
	double seconds = seconds_since(&watch->start);
	uint64_t files = counts->fresh + counts->changed + counts->same +
			 counts->moved + counts->failed;
	struct cl_buf line;

	cl_buf_init(&line, 200);
	add_count(&line, files);
	cl_buf_add_cstr(&line, files == 1 ? " picture" : " pictures");
	if (seconds > 0.5)
		cl_buf_addf(&line, "  %.0f/s", (double)files / seconds);
	if (counts->failed > 0) {
		cl_buf_add_cstr(&line, "  ");
		add_count(&line, counts->failed);
		cl_buf_add_cstr(&line, " failed");
	}
	cl_say_progress("%s", cl_buf_cstr(&line));
	cl_buf_release(&line);
}

static void name_failed(void *context, const char *path, const char *why)
{
	(void)context;
	cl_say_problem("%s: %s", path, why);
}

static void name_warned(void *context, const char *path, const char *warning)
{
	const struct watch *watch = context;

	if (watch->verbose)
		cl_say_note("%s: %s", path, warning);
}

static bool wants_stop(void *context)
{
	(void)context;
	return cl_signals_came();
}

static void report_skipped(const struct cutline_import_counts *counts)
{
	struct cl_buf line;

	if (counts->kind_count == 0)
		return;
	cl_buf_init(&line, 8192);
	for (size_t i = 0; i < counts->kind_count; i++) {
		cl_buf_add_cstr(&line, i > 0 ? ", " : "");
		add_count(&line, counts->kinds[i].count);
		cl_buf_addf(&line, " %s", counts->kinds[i].name);
	}
	cl_say_note("not read: %s", cl_buf_cstr(&line));
	cl_buf_release(&line);
}

static void report(const struct cutline_import_counts *c,
		   const struct watch *watch, bool dry_run)
{
	report_skipped(c);
	if (c->failed > 0)
		cl_say_hint("all else was read; mend what is named above and "
			    "import again");
	if (c->warned > 0)
		cl_say_note("%llu with damaged or odd metadata%s",
			    (count_t)c->warned,
			    watch->verbose ? "" : " (--verbose names them)");
	cl_outf("%s: %llu new, %llu changed, %llu same, %llu moved, "
		"%llu missing, %llu failed\n",
		dry_run ? "would import" : "imported", (count_t)c->fresh,
		(count_t)c->changed, (count_t)c->same, (count_t)c->moved,
		(count_t)c->missing, (count_t)c->failed);
}

/* The catalog to write; for a dry run the one there is, if there is one. */
static int open_catalog(struct cl_app *app, bool dry_run)
{
	const char *path = cl_app_catalog_path(app);

	if (!path)
		return CL_EXIT_USAGE;
	if (!dry_run)
		return cl_app_open(app, CUTLINE_CATALOG_CREATE);
	if (access(path, F_OK) != 0)
		return CL_EXIT_DONE;
	return cl_app_open(app, CUTLINE_CATALOG_READ);
}

static int finish(enum cutline_status status, const struct cutline_error *err,
		  const struct cutline_import_counts *counts)
{
	if (status == CUTLINE_STOPPED) {
		cl_say_note("stopped; the same command goes on from here");
		return CL_EXIT_SIGNAL;
	}
	if (status) {
		int code = cl_fail_with(err);

		if (counts->fresh + counts->changed + counts->moved > 0)
			cl_say_note("what was read until now is kept; the "
				    "same command goes on from here");
		return code;
	}
	return counts->failed > 0 ? CL_EXIT_SOME : CL_EXIT_DONE;
}

static int run(struct cl_app *app, const void *values, int argc, char **argv)
{
	const struct values *v = values;
	struct watch watch = { .verbose = app->verbose };
	const struct cutline_import_options how = {
		.dry_run = v->dry_run,
		.events = { .context = &watch,
			    .progress = show_progress,
			    .failed = name_failed,
			    .warned = name_warned,
			    .stop = wants_stop },
	};
	struct cutline_import_counts counts = { 0 };
	struct cutline_error err;
	enum cutline_status status;
	int code;

	cl_signals_catch();
	code = open_catalog(app, v->dry_run);
	if (code)
		return code;
	(void)clock_gettime(CLOCK_MONOTONIC, &watch.start);
	cl_say_progress("looking for pictures …");
	status = cutline_import(app->catalog, (const char *const *)argv,
				(size_t)argc, &how, &counts, &err);
	cl_say_progress_done();
	report(&counts, &watch, v->dry_run);
	return finish(status, &err, &counts);
}

static const char *const examples[] = {
	"cutline import ~/Pictures",
	"cutline import --dry-run /media/card",
	"cutline --catalog=desk.db import press/ handout.jpg",
	NULL,
};

const struct cl_cmd cl_cmd_import = {
	.name = "import",
	.run = run,
	.args_min = 1,
	.args_max = -1,
	.usage = "PATH …",
	.summary = "read folders of pictures into the catalog",
	.text = "Read pictures, and all below a folder, into the catalog, "
		"which is made if there is none. Files that have not changed "
		"since are not read again; files that are gone are marked "
		"missing. Pictures are never written to.",
	.options = options,
	.values_size = sizeof(struct values),
	.examples = examples,
};
