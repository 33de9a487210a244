/* SPDX-License-Identifier: MIT */
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "cli/cmd.h"
#include "cli/out.h"
#include "cli/save.h"
#include "cli/say.h"

struct values {
	const char *load;
	bool dry_run;
};

#define AT(member) offsetof(struct values, member)

static const struct cl_opt options[] = {
	{ 0, "load", CL_OPT_TEXT, AT(load), "FILE", NULL,
	  "read a dump back into the catalog instead; - is standard input" },
	{ 'n', "dry-run", CL_OPT_FLAG, AT(dry_run), NULL, NULL,
	  "with --load: read it, change nothing" },
	{ 0 },
};

static bool print_line(void *context, const char *text, size_t len)
{
	struct cl_stream *stream = context;

	if (!stream) {
		cl_out_data((struct cl_str){ text, len });
		cl_out_cstr("\n");
		return true;
	}
	cl_stream_put(stream, (struct cl_str){ text, len });
	cl_stream_put(stream, CL_STR("\n"));
	return stream->error == 0;
}

static int dump_to(struct cl_app *app, const char *path)
{
	enum cutline_status status;
	struct cutline_error err;
	struct cl_save save;
	bool opened = cl_save_open(&save, path);

	status = opened ? cutline_catalog_dump(app->catalog, print_line,
					       &save.stream, &err)
			: CUTLINE_STOPPED;
	/* When the stream failed, closing says why. */
	if (!cl_save_close(&save, opened && (status == CUTLINE_OK ||
					     status == CUTLINE_STOPPED)))
		return CL_EXIT_SYSTEM;
	if (!opened)
		return CL_EXIT_SYSTEM;
	return status ? cl_fail_with(&err) : CL_EXIT_DONE;
}

static bool read_dump(const char *path, struct cl_buf *text)
{
	bool is_stdin = strcmp(path, "-") == 0;
	enum cutline_status status = CUTLINE_OK;
	struct cutline_error err;
	int fd = STDIN_FILENO;

	if (!is_stdin)
		status = cl_file_open(AT_FDCWD, path, &fd, NULL, &err);
	if (status == CUTLINE_OK)
		status = cl_file_read_all(
			fd, is_stdin ? "standard input" : path, text, &err);
	if (!is_stdin && fd >= 0)
		(void)close(fd);
	if (status != CUTLINE_OK)
		cl_say_error(&err);
	return status == CUTLINE_OK;
}

static void tell(const struct cutline_dump_counts *counts, bool dry_run)
{
	cl_outf("%s: %llu edits, %llu aliases, %llu decisions, %llu searches, "
		"%llu changes in the journal\n",
		dry_run ? "would load" : "loaded",
		(unsigned long long)counts->edits,
		(unsigned long long)counts->aliases,
		(unsigned long long)counts->decisions,
		(unsigned long long)counts->searches,
		(unsigned long long)counts->changes);
	if (counts->unknown > 0)
		cl_say_note("%llu of the edits are of pictures not met yet; "
			    "they are kept until those are imported",
			    (unsigned long long)counts->unknown);
}

static int load(struct cl_app *app, const struct values *v)
{
	struct cutline_dump_counts counts;
	enum cutline_status status;
	struct cutline_error err;
	struct cl_buf text;
	int code;

	cl_buf_init(&text, CUTLINE_DUMP_MAX);
	code = read_dump(v->load, &text)
		       ? cl_app_open(app, CUTLINE_CATALOG_WRITE)
		       : CL_EXIT_SYSTEM;
	if (code != CL_EXIT_DONE)
		goto out;
	status = cutline_catalog_load(app->catalog, cl_buf_cstr(&text),
				      text.len, v->dry_run, &counts, &err);
	if (status)
		code = cl_fail_with(&err);
	else
		tell(&counts, v->dry_run);
out:
	cl_buf_release(&text);
	return code;
}

static int run(struct cl_app *app, const void *values, int argc, char **argv)
{
	const struct values *v = values;
	struct cutline_error err;
	int code;

	if (v->load && argc > 0) {
		cl_say_problem("“%s” is one argument too many", argv[0]);
		cl_say_hint("--load reads one dump: cutline dump --load=FILE");
		return CL_EXIT_USAGE;
	}
	if (v->load)
		return load(app, v);
	if (v->dry_run) {
		cl_say_problem("--dry-run goes with --load: a dump changes "
			       "nothing in the catalog");
		cl_say_hint("leave it out, or leave out the file: cutline "
			    "dump");
		return CL_EXIT_USAGE;
	}
	if (argc > 0 && !cl_app_may_write(app, argv[0]))
		return CL_EXIT_USAGE;
	code = cl_app_open(app, CUTLINE_CATALOG_READ);
	if (code != CL_EXIT_DONE)
		return code;
	if (argc > 0 && strcmp(argv[0], "-") != 0)
		return dump_to(app, argv[0]);
	if (cutline_catalog_dump(app->catalog, print_line, NULL, &err))
		return cl_fail_with(&err);
	return CL_EXIT_DONE;
}

static const char *const examples[] = {
	"cutline dump facts.jsonl",
	"cutline dump | grep '\"kind\":\"alias\"'",
	"cutline --catalog=new.db dump --load=facts.jsonl",
	NULL,
};

const struct cl_cmd cl_cmd_dump = {
	.name = "dump",
	.run = run,
	.args_max = 1,
	.usage = "[FILE]",
	.summary = "write out the facts that people made",
	.text = "Write edits and their journal, aliases, decisions about "
		"captions and saved searches to FILE or standard output, as "
		"JSON Lines in a stable order. All else in a catalog can be "
		"made anew by importing. --load reads a dump back into a "
		"catalog without such facts.",
	.options = options,
	.values_size = sizeof(struct values),
	.examples = examples,
};
