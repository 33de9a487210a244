/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/error.h"
#include "base/file.h"
#include "caption/json.h"
#include "cli/cmd.h"
#include "cli/lines.h"
#include "cli/out.h"
#include "cli/print.h"
#include "cli/say.h"
#include "document/jsonl.h"

enum input {
	INPUT_DOCUMENT,
	INPUT_LINES,
	INPUT_JSONL
};

struct values {
	int input;
	const char *document_date;
	bool json, explain;
};

static const char *const inputs[] = {
	[INPUT_DOCUMENT] = "document",
	[INPUT_LINES] = "lines",
	[INPUT_JSONL] = "jsonl",
	NULL,
};

#define AT(member) offsetof(struct values, member)

static const struct cl_opt options[] = {
	{ 0, "input", CL_OPT_CHOICE, AT(input), "KIND", inputs,
	  "document (default: text, HTML or Markdown with captions in it), "
	  "lines (a caption each) or jsonl" },
	{ 0, "document-date", CL_OPT_TEXT, AT(document_date), "DATE", NULL,
	  "the day it appeared, as 2023-08-20; completes dates without year" },
	{ 0, "json", CL_OPT_FLAG, AT(json), NULL, NULL,
	  "one JSON object a caption" },
	{ 0, "explain", CL_OPT_FLAG, AT(explain), NULL, NULL,
	  "tell by which rule and from which words each value was read" },
	{ 0 },
};

/* What is read, how, and what became of it so far. */
struct parsing {
	const struct values *values;
	struct cutline_caption_options how;
	bool has_date;
	const char *path; /* of the present input, "-" is standard input */
	bool many;        /* names tell which input they are from */
	uint64_t found;   /* captions in all inputs */
	bool some_failed;
};

/* What a caption is called by. */
struct name {
	const char *id; /* or NULL */
	bool is_number;
	const struct cutline_span *span; /* in its document; or NULL */
};

static void print_json(const struct cutline_caption *caption,
		       const struct name *name)
{
	struct cl_buf line;
	struct cl_json j;
	int64_t number;

	cl_buf_init(&line, SIZE_MAX);
	cl_json_init(&j, &line);
	if (name->is_number && cl_str_to_i64(cl_str_from(name->id), &number)) {
		cl_json_object(&j);
		cl_json_key_int(&j, "format", 1);
		cl_json_key_int(&j, "id", number);
		cl_caption_json_members(&j, caption, name->span);
		cl_json_end(&j);
	} else {
		cl_caption_json(&j, caption, name->id, name->span);
	}
	cl_out_json(&line);
	cl_buf_release(&line);
}

static void print_text(const struct parsing *p,
		       const struct cutline_caption *caption,
		       const struct name *name)
{
	struct cl_buf head;

	cl_buf_init(&head, SIZE_MAX);
	if (p->many)
		cl_buf_addf(&head, "%s: ", p->path);
	cl_buf_add_cstr(&head, name->id ? name->id : "caption");
	if (p->found > 1)
		cl_out_cstr("\n");
	cl_print_caption(caption, cl_buf_cstr(&head), p->values->explain);
	cl_buf_release(&head);
}

static void print(struct parsing *p, const struct cutline_caption *caption,
		  const struct name *name)
{
	p->found++;
	if (p->values->json)
		print_json(caption, name);
	else
		print_text(p, caption, name);
}

/* A document. */

static enum cutline_status parse_document(struct parsing *p, int fd,
					  struct cutline_error *err)
{
	const struct cutline_date *date =
		p->has_date ? &p->how.document_date : NULL;
	struct cutline_document *document = NULL;
	enum cutline_status status;
	struct cl_buf text;

	cl_buf_init(&text, CUTLINE_DOCUMENT_MAX);
	status = cl_file_read_all(fd, p->path, &text, err);
	if (!status)
		status = cutline_document_parse(cl_buf_cstr(&text), text.len,
						date, &document, err);
	for (size_t i = 0; !status && i < document->count; i++) {
		char id[24];

		(void)snprintf(id, sizeof(id), "s%zu", i + 1);
		print(p, document->found[i].caption,
		      &(struct name){ id, false, &document->found[i].span });
	}
	cutline_document_free(document);
	cl_buf_release(&text);
	return status;
}

/* A caption a line. */

static void name_line(struct parsing *p, uint64_t number, const char *why)
{
	cl_say_problem("%s, line %llu: %s",
		       strcmp(p->path, "-") == 0 ? "standard input" : p->path,
		       (unsigned long long)number, why);
	p->some_failed = true;
}

static enum cutline_status parse_line(struct parsing *p, struct cl_str line,
				      uint64_t number,
				      struct cutline_error *err)
{
	struct cutline_caption *caption;
	enum cutline_status status;
	char id[24];

	line = cl_str_trim(line);
	if (line.len == 0)
		return CUTLINE_OK;
	status = cutline_caption_parse(line.ptr, line.len, &p->how, &caption,
				       err);
	if (status)
		return status;
	(void)snprintf(id, sizeof(id), "%llu", (unsigned long long)number);
	print(p, caption, &(struct name){ id, true, NULL });
	cutline_caption_free(caption);
	return CUTLINE_OK;
}

/* An object a line. */

/* An object that cannot be read is named and passed over. */
static enum cutline_status parse_object(struct parsing *p, struct cl_str line,
					uint64_t number,
					struct cutline_error *err)
{
	struct cutline_caption_options how = p->how;
	struct cutline_caption *caption;
	struct cl_arena arena = { 0 };
	struct cl_jsonl object;
	enum cutline_status status;

	if (cl_str_trim(line).len == 0)
		return CUTLINE_OK;
	status = cl_jsonl_read(line, &arena, &object, err);
	if (status == CUTLINE_FORMAT || status == CUTLINE_LIMIT) {
		name_line(p, number, err->text);
		status = CUTLINE_OK;
		goto out;
	}
	if (status)
		goto out;
	how.fields = object.fields;
	if (object.document_date.shape != CUTLINE_DATE_NONE)
		how.document_date = object.document_date;
	status = cutline_caption_parse(object.text.ptr, object.text.len, &how,
				       &caption, err);
	if (status)
		goto out;
	print(p, caption,
	      &(struct name){ object.id, object.id_is_number, NULL });
	cutline_caption_free(caption);
out:
	cl_arena_release(&arena);
	return status;
}

static enum cutline_status parse_lines(struct parsing *p, int fd,
				       struct cutline_error *err)
{
	const bool objects = p->values->input == INPUT_JSONL;
	struct cl_lines lines;
	enum cutline_status status;

	cl_lines_init(&lines, fd, p->path,
		      objects ? CL_JSONL_MAX : CUTLINE_CAPTION_MAX);
	for (;;) {
		struct cl_str line;
		bool cut;
		bool more;

		status = cl_lines_next(&lines, &line, &cut, &more, err);
		if (status || !more)
			break;
		if (cut) {
			name_line(p, lines.number, "too long, passed over");
			continue;
		}
		status = objects ? parse_object(p, line, lines.number, err)
				 : parse_line(p, line, lines.number, err);
		if (status)
			break;
	}
	cl_lines_release(&lines);
	return status;
}

/* All inputs. */

static int open_input(const char *path)
{
	if (strcmp(path, "-") != 0)
		return open(path, O_RDONLY | O_NOCTTY | O_CLOEXEC);
	if (isatty(STDIN_FILENO) == 1)
		cl_say_note("reading what is typed; Ctrl-D ends it");
	return STDIN_FILENO;
}

/* One input; its failure does not end the others, want of memory does. */
static bool parse_input(struct parsing *p, const char *path)
{
	struct cutline_error err;
	enum cutline_status status;
	int fd = open_input(path);

	p->path = path;
	if (fd < 0) {
		int code = errno;

		cl_say_problem("cannot read %s: %s", path, strerror(code));
		cl_say_errno_hint(code);
		p->some_failed = true;
		return true;
	}
	if (p->values->input == INPUT_DOCUMENT)
		status = parse_document(p, fd, &err);
	else
		status = parse_lines(p, fd, &err);
	if (fd != STDIN_FILENO)
		(void)close(fd);
	if (status) {
		cl_say_error(&err);
		p->some_failed = true;
	}
	return status != CUTLINE_NOMEM;
}

static bool read_date(struct parsing *p)
{
	const char *date = p->values->document_date;
	struct cutline_error err;

	if (!date)
		return true;
	if (cutline_date_parse(date, strlen(date), &p->how.document_date,
			       &err)) {
		cl_say_problem("--document-date: %s", err.text);
		cl_say_hint("write it like 2023-08-20");
		return false;
	}
	p->has_date = true;
	return true;
}

static int run(struct cl_app *app, const void *values, int argc, char **argv)
{
	static char standard_input[] = "-";
	static char *const alone[] = { standard_input };
	char *const *paths = argc > 0 ? argv : alone;
	struct parsing p = { .values = values, .many = argc > 1 };
	int count = argc > 0 ? argc : 1;

	(void)app;
	if (!read_date(&p))
		return CL_EXIT_USAGE;
	for (int i = 0; i < count; i++)
		if (!parse_input(&p, paths[i]))
			return CL_EXIT_SYSTEM;
	if (p.some_failed)
		return CL_EXIT_SOME;
	if (p.found > 0)
		return CL_EXIT_DONE;
	if (cl_say_is_terminal())
		cl_say_note(p.values->input == INPUT_DOCUMENT
				    ? "no caption found; --input=lines takes "
				      "each line for one"
				    : "no caption found");
	return CL_EXIT_NOTHING;
}

static const char *const examples[] = {
	"cutline parse article.html",
	"cutline parse --json article.txt",
	"cutline parse --input=lines --explain captions.txt",
	NULL,
};

const struct cl_cmd cl_cmd_parse = {
	.name = "parse",
	.run = run,
	.args_max = -1,
	.usage = "[FILE …]",
	.summary = "read captions and print what they say",
	.text = "Read photo captions and print the facts in them: "
		"photographer, agencies, date, place, event, people. Without "
		"a FILE, and for -, standard input is read. No catalog is "
		"needed.",
	.options = options,
	.values_size = sizeof(struct values),
	.examples = examples,
};
