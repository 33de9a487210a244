/* SPDX-License-Identifier: MIT */
/*
 * Captions found in documents: run_articles FILE …. A document begins after
 * "=== name", each of the captions in it after "--- caption". One test a
 * document, right where exactly these are found, white space folded; a name
 * that ends in " ?" is of one that is known to be read wrong as yet and must
 * stay so, lest it be forgotten when it is mended. The last test wants of all
 * documents together the share of captions that F1_MIN says.
 */
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "cutline/document.h"

#define F1_MIN 0.97
#define CAPTIONS_MAX 64
#define DOCUMENT_MAX (1u << 16)

struct article {
	char name[64];
	struct cl_buf text;
	struct cl_buf captions[CAPTIONS_MAX];
	size_t count;
};

static unsigned run, failed;
static size_t right, wanted, found;

/* The text, white space folded. */
static void fold(struct cl_buf *out, struct cl_str s)
{
	struct cl_str word;

	cl_buf_clear(out);
	while (s.len) {
		size_t end = 0;

		s = cl_str_trim(s);
		while (end < s.len && !cl_is_space(s.ptr[end]))
			end++;
		word = cl_str_sub(s, 0, end);
		s = cl_str_sub(s, end, s.len);
		if (out->len)
			cl_buf_add_char(out, ' ');
		cl_buf_add_str(out, word);
	}
}

/* How many of the captions are found; the others are named. */
static size_t compare(struct article *a, const struct cutline_document *d)
{
	bool taken[CAPTIONS_MAX] = { false };
	struct cl_buf got, want;
	size_t same = 0;

	cl_buf_init(&got, DOCUMENT_MAX);
	cl_buf_init(&want, DOCUMENT_MAX);
	for (size_t i = 0; i < d->count; i++) {
		size_t k = 0;

		fold(&got, cl_str_from(d->found[i].caption->text));
		for (; k < a->count; k++) {
			fold(&want, cl_buf_str(&a->captions[k]));
			if (!taken[k] &&
			    cl_str_eq(cl_buf_str(&got), cl_buf_str(&want)))
				break;
		}
		if (k < a->count) {
			taken[k] = true;
			same++;
		} else {
			printf("# extra:  %s\n", cl_buf_cstr(&got));
		}
	}
	for (size_t k = 0; k < a->count; k++)
		if (!taken[k])
			printf("# missed: %s\n", cl_buf_cstr(&a->captions[k]));
	cl_buf_release(&got);
	cl_buf_release(&want);
	return same;
}

static void finish(struct article *a)
{
	struct cutline_document *d;
	size_t len = strlen(a->name), same;
	bool known = len > 2 && strcmp(a->name + len - 2, " ?") == 0;
	bool ok = false;

	if (len == 0)
		return;
	if (cutline_document_parse(cl_buf_cstr(&a->text), a->text.len, NULL, &d,
				   NULL) == CUTLINE_OK) {
		same = compare(a, d);
		ok = same == a->count && same == d->count;
		right += same;
		wanted += a->count;
		found += d->count;
		cutline_document_free(d);
	}
	run++;
	failed += ok == known;
	printf("%s %u - %s\n", ok == known ? "not ok" : "ok", run, a->name);
}

static void begin(struct article *a, struct cl_str name)
{
	finish(a);
	snprintf(a->name, sizeof(a->name), "%.*s", CL_STR_ARG(name));
	cl_buf_clear(&a->text);
	a->count = 0;
}

static bool take(struct article *a, struct cl_str line)
{
	struct cl_buf *to = a->count ? &a->captions[a->count - 1] : &a->text;

	if (cl_str_skip(&line, CL_STR("=== "))) {
		begin(a, cl_str_trim(line));
	} else if (cl_str_eq(line, CL_STR("--- caption\n"))) {
		if (a->count == CAPTIONS_MAX)
			return false;
		cl_buf_clear(&a->captions[a->count++]);
	} else if (a->name[0]) {
		cl_buf_add_str(to, line);
	}
	return true;
}

static bool run_file(struct article *a, const char *path)
{
	FILE *file = fopen(path, "r");
	char line[8192];
	bool ok = file != NULL;

	while (ok && fgets(line, sizeof(line), file))
		ok = take(a, cl_str_from(line));
	if (!ok)
		printf("Bail out! %s cannot be read\n", path);
	if (file)
		fclose(file);
	finish(a);
	a->name[0] = '\0';
	return ok;
}

int main(int argc, char **argv)
{
	static struct article a;
	bool ok = true;
	double f1;

	cl_buf_init(&a.text, DOCUMENT_MAX);
	for (size_t i = 0; i < CAPTIONS_MAX; i++)
		cl_buf_init(&a.captions[i], DOCUMENT_MAX);
	for (int i = 1; i < argc && ok; i++)
		ok = run_file(&a, argv[i]);
	f1 = wanted + found ? 2.0 * (double)right / (double)(wanted + found)
			    : 0.0;
	printf("# %zu captions, %zu found, %zu right: F1 %.3f\n", wanted, found,
	       right, f1);
	failed += f1 < F1_MIN;
	printf("%s %u - F1 at least %.2f\n1..%u\n",
	       f1 < F1_MIN ? "not ok" : "ok", run + 1, F1_MIN, run + 1);
	cl_buf_release(&a.text);
	for (size_t i = 0; i < CAPTIONS_MAX; i++)
		cl_buf_release(&a.captions[i]);
	return failed || !ok || run == 0;
}
