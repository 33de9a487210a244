/* SPDX-License-Identifier: MIT */
/*
 * Runs caption cases, which are text, and prints TAP:
 *
 *	== name of the rule
 *	@ 2023-05-02            the document's date; optional
 *	> The caption.          each of its lines
 *	by_line: Ana Lima       or credit:, source:, as fields of an image file
 *	creators: Ana Lima | Jo Hart
 *
 * All of creators to persons is compared: a field that no line names must be
 * empty. references, restrictions (both kind=text) and credit_line are compared
 * where a line names them. A person's position stands in brackets.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "cutline/caption.h"

struct expected {
	bool given;
	struct cl_buf value;
};

enum {
	CREDIT_LINE = CUTLINE_CAPTION_FIELDS,
	EXPECTED,
};

struct one {
	char name[128];
	struct cl_buf text;
	struct cl_buf by_line, credit, source;
	struct cutline_date date;
	struct expected fields[EXPECTED];
	bool begun;
};

static unsigned run, failed;

static void clear(struct one *c)
{
	cl_buf_clear(&c->text);
	cl_buf_clear(&c->by_line);
	cl_buf_clear(&c->credit);
	cl_buf_clear(&c->source);
	for (int f = 0; f < EXPECTED; f++) {
		c->fields[f].given = false;
		cl_buf_clear(&c->fields[f].value);
	}
	c->date = (struct cutline_date){ 0 };
	c->begun = false;
}

/* What was read, in the form of the cases. */
static void shown(const struct cutline_caption *c, int field,
		  struct cl_buf *out)
{
	if (field == CREDIT_LINE) {
		cl_buf_add_cstr(out, c->credit.line);
		return;
	}
	for (size_t i = 0; i < c->fields[field].count; i++) {
		const struct cutline_value *v = &c->fields[field].items[i];

		if (i)
			cl_buf_add_cstr(out, " | ");
		if (v->kind)
			cl_buf_addf(out, "%s=", v->kind);
		cl_buf_add_cstr(out, v->text);
		if (v->position)
			cl_buf_addf(out, " (%s)", v->position);
	}
}

static bool is_compared(const struct one *c, int field)
{
	return c->fields[field].given ||
	       (field != CUTLINE_REFERENCES && field != CUTLINE_RESTRICTIONS &&
		field != CREDIT_LINE);
}

static void compare(const struct one *c, const struct cutline_caption *got)
{
	struct cl_buf out, why;

	cl_buf_init(&out, 1 << 16);
	cl_buf_init(&why, 1 << 16);
	for (int f = 0; f < EXPECTED; f++) {
		const char *name =
			f == CREDIT_LINE
				? "credit_line"
				: cutline_field_name((enum cutline_field)f);

		cl_buf_clear(&out);
		shown(got, f, &out);
		if (is_compared(c, f) &&
		    strcmp(cl_buf_cstr(&out),
			   cl_buf_cstr(&c->fields[f].value)) != 0)
			cl_buf_addf(&why, "# %s: wanted \"%s\", got \"%s\"\n",
				    name, cl_buf_cstr(&c->fields[f].value),
				    cl_buf_cstr(&out));
	}
	run++;
	failed += why.len > 0;
	printf("%sok %u - %s\n%s", why.len ? "not " : "", run, c->name,
	       cl_buf_cstr(&why));
	cl_buf_release(&out);
	cl_buf_release(&why);
}

static const char *or_null(const struct cl_buf *buf)
{
	return buf->len ? cl_buf_cstr(buf) : NULL;
}

static void finish(struct one *c)
{
	struct cutline_caption_options opts = { .document_date = c->date };
	const char *by_line = or_null(&c->by_line);
	struct cutline_caption *got;

	if (!c->begun)
		return;
	opts.fields.by_lines = &by_line;
	opts.fields.by_line_count = by_line != NULL;
	opts.fields.credit = or_null(&c->credit);
	opts.fields.source = or_null(&c->source);
	if (cutline_caption_parse(cl_buf_cstr(&c->text), c->text.len, &opts,
				  &got, NULL) != CUTLINE_OK)
		exit(1);
	compare(c, got);
	cutline_caption_free(got);
	clear(c);
}

static struct cl_buf *slot(struct one *c, struct cl_str key)
{
	enum cutline_field field;

	if (cl_str_eq(key, CL_STR("by_line")))
		return &c->by_line;
	if (cl_str_eq(key, CL_STR("credit")))
		return &c->credit;
	if (cl_str_eq(key, CL_STR("source")))
		return &c->source;
	if (cl_str_eq(key, CL_STR("credit_line"))) {
		c->fields[CREDIT_LINE].given = true;
		return &c->fields[CREDIT_LINE].value;
	}
	if (!cutline_field_find(key.ptr, key.len, &field) ||
	    field >= CUTLINE_CAPTION_FIELDS)
		return NULL;
	c->fields[field].given = true;
	return &c->fields[field].value;
}

/* One line of a case; false when it is none. */
static bool take(struct one *c, struct cl_str line)
{
	struct cl_buf *buf;
	struct cl_str key;

	if (line.len == 0 || line.ptr[0] == '#')
		return true;
	if (cl_str_skip(&line, CL_STR("== "))) {
		finish(c);
		snprintf(c->name, sizeof(c->name), "%.*s", CL_STR_ARG(line));
		c->begun = true;
		return true;
	}
	if (cl_str_skip(&line, CL_STR("@ ")))
		return cutline_date_parse(line.ptr, line.len, &c->date, NULL) ==
		       CUTLINE_OK;
	if (cl_str_skip(&line, CL_STR("> "))) {
		if (c->text.len)
			cl_buf_add_char(&c->text, '\n');
		cl_buf_add_str(&c->text, line);
		return true;
	}
	if (!cl_str_split(&line, ':', &key))
		return false;
	buf = slot(c, key);
	if (buf)
		cl_buf_add_str(buf, cl_str_trim(line));
	return buf != NULL;
}

static bool run_file(struct one *c, const char *path)
{
	FILE *file = fopen(path, "r");
	char line[4096];
	unsigned number = 0;
	bool ok = file != NULL;

	while (ok && fgets(line, sizeof(line), file)) {
		number++;
		ok = take(c, cl_str_trim(cl_str_from(line)));
	}
	if (!ok)
		printf("Bail out! %s:%u: no line of a case\n", path, number);
	if (file)
		fclose(file);
	finish(c);
	return ok;
}

int main(int argc, char **argv)
{
	static struct one c;
	bool ok = true;

	cl_buf_init(&c.text, 1 << 16);
	cl_buf_init(&c.by_line, 1 << 12);
	cl_buf_init(&c.credit, 1 << 12);
	cl_buf_init(&c.source, 1 << 12);
	for (int f = 0; f < EXPECTED; f++)
		cl_buf_init(&c.fields[f].value, 1 << 14);
	for (int i = 1; i < argc && ok; i++)
		ok = run_file(&c, argv[i]);
	printf("1..%u\n", run);
	clear(&c);
	cl_buf_release(&c.text);
	cl_buf_release(&c.by_line);
	cl_buf_release(&c.credit);
	cl_buf_release(&c.source);
	for (int f = 0; f < EXPECTED; f++)
		cl_buf_release(&c.fields[f].value);
	return failed || !ok || run == 0;
}
