/* SPDX-License-Identifier: MIT */
/*
 * How fast captions are read: those of files, over and over for a second, and
 * what memory each takes; then what is made to be slow, a megabyte of one sign
 * or word, which must take no longer than a megabyte of anything.
 *
 *	bench_caption FILE...		the captions, then the megabytes
 *	bench_caption --once FILE...	each caption once, for callgrind
 *
 * A line that begins with { is JSON with a "text"; one that begins with "> " is
 * a case of tests/cases; in a file that has none of these every line is a
 * caption.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "caption/record.h"
#include "document/jsonl.h"

#define CAPTIONS_MAX 65536
#define SECONDS 1.0
#define ROUNDS 3

struct captions {
	struct cl_arena arena;
	struct cl_str items[CAPTIONS_MAX];
	size_t count, bytes;
};

static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* Read a caption; the memory it took. */
static size_t read_once(struct cl_str text)
{
	struct cutline_caption *c;
	size_t held;

	if (cutline_caption_parse(text.ptr, text.len, NULL, &c, NULL))
		exit(1);
	held = cl_arena_held(cl_caption_arena(c));
	cutline_caption_free(c);
	return held;
}

static int compare(const void *a, const void *b)
{
	const size_t *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

static void measure(const struct captions *all)
{
	static size_t lengths[CAPTIONS_MAX], held[CAPTIONS_MAX];
	size_t rounds = 0, n = all->count;
	double start = now(), took;

	do {
		for (size_t i = 0; i < n; i++)
			held[i] = read_once(all->items[i]);
		rounds++;
		took = now() - start;
	} while (took < SECONDS);
	for (size_t i = 0; i < n; i++)
		lengths[i] = all->items[i].len;
	qsort(lengths, n, sizeof(*lengths), compare);
	qsort(held, n, sizeof(*held), compare);
	printf("%zu captions, %zu bytes each (median %zu): %.0f captions/s, "
	       "%.1f MB/s\n",
	       n, all->bytes / n, lengths[n / 2], (double)(rounds * n) / took,
	       (double)(rounds * all->bytes) / took / 1e6);
	printf("memory of one: median %zu bytes, 9 of 10 below %zu, most %zu\n",
	       held[n / 2], held[n * 9 / 10], held[n - 1]);
}

static void measure_worst(const char *name, const char *piece)
{
	static char text[CUTLINE_CAPTION_MAX];
	size_t len = strlen(piece), n = 0;
	double best = 1e9;

	while (n + len <= 1000000) {
		memcpy(text + n, piece, len);
		n += len;
	}
	for (int i = 0; i < ROUNDS; i++) {
		double start = now(), took;

		read_once((struct cl_str){ text, n });
		took = now() - start;
		best = took < best ? took : best;
	}
	printf("1 MB of %-22s %6.1f ms\n", name, best * 1e3);
}

/* Another name at each call: syllables by a fixed recipe, ", " after it. */
static size_t put_name(char out[32], unsigned *seed)
{
	static const char *const heads[] = { "La",  "Mi",  "Ro",  "Ta",
					     "Ven", "Sol", "Ber", "Na" };
	static const char *const tails[] = { "la",  "mi",  "ro",  "ta",
					     "ven", "sol", "ber", "na" };
	unsigned dice;

	*seed = *seed * 1664525u + 1013904223u;
	dice = *seed >> 17;
	return (size_t)snprintf(out, 32, "%s%s %s%s%s, ", heads[dice & 7],
				tails[dice >> 3 & 7], heads[dice >> 6 & 7],
				tails[dice >> 9 & 7], tails[dice >> 12 & 7]);
}

static void measure_names(void)
{
	static char text[CUTLINE_CAPTION_MAX];
	unsigned seed = 1;
	size_t n = 0;
	double start;

	while (n < 1000000)
		n += put_name(text + n, &seed);
	start = now();
	read_once((struct cl_str){ text, n });
	printf("1 MB of %-22s %6.1f ms\n", "names, all others",
	       (now() - start) * 1e3);
}

static void add(struct captions *all, struct cl_str text)
{
	if (all->count == CAPTIONS_MAX || !text.len ||
	    text.len > CUTLINE_CAPTION_MAX)
		return;
	text.ptr = cl_arena_dup(&all->arena, text);
	if (!text.ptr)
		exit(1);
	all->items[all->count++] = text;
	all->bytes += text.len;
}

static bool is_marked(struct cl_str line)
{
	return cl_str_starts(line, CL_STR("{")) ||
	       cl_str_starts(line, CL_STR("> "));
}

static void add_line(struct captions *all, struct cl_str line, bool marked)
{
	struct cl_arena arena = { 0 };
	struct cl_jsonl object;

	if (!marked || cl_str_skip(&line, CL_STR("> "))) {
		add(all, line);
	} else if (cl_str_starts(line, CL_STR("{"))) {
		if (cl_jsonl_read(line, &arena, &object, NULL))
			fputs("a line is no JSON with a text\n", stderr);
		else
			add(all, object.text);
		cl_arena_release(&arena);
	}
}

static void load(struct captions *all, const char *path)
{
	struct cl_buf buf;
	struct cl_str rest, line;
	FILE *file = fopen(path, "r");
	char block[65536];
	bool marked = false;
	size_t len;

	if (!file) {
		perror(path);
		exit(1);
	}
	cl_buf_init(&buf, 256u << 20);
	while ((len = fread(block, 1, sizeof(block), file)) > 0)
		cl_buf_add(&buf, block, len);
	fclose(file);
	rest = cl_buf_str(&buf);
	while (cl_str_split(&rest, '\n', &line))
		marked |= is_marked(line);
	rest = cl_buf_str(&buf);
	while (cl_str_split(&rest, '\n', &line))
		add_line(all, line, marked);
	cl_buf_release(&buf);
}

static void measure_all_worst(void)
{
	static const char *const pieces[][2] = {
		{ "(", "(" },
		{ ")", ")" },
		{ "A", "A" },
		{ "A and a blank", "A " },
		{ "- and a blank", "- " },
		{ "/", "/" },
		{ "a/", "a/" },
		{ "commas", ", " },
		{ "quotes", "\"a " },
		{ "names", "Ana Lima, Jo Hart and " },
		{ "one name", "Ana Lima, " },
		{ "credits", "(Photo by Ana Lima/AFP) " },
		{ "open credits", "Photo by Ana Lima/AFP " },
		{ "agencies", "Getty Images/" },
		{ "dates", "April 17, 2023 " },
		{ "dates of numbers", "6/1/1963 " },
		{ "places", "in Paris, France, " },
		{ "venues", "at the Hall of " },
		{ "occasions", "the festival of " },
		{ "numbers", "1/2/" },
		{ "sentences", "Oslo. " },
	};

	for (size_t i = 0; i < sizeof(pieces) / sizeof(pieces[0]); i++)
		measure_worst(pieces[i][0], pieces[i][1]);
	measure_names();
}

int main(int argc, char **argv)
{
	static struct captions all;
	bool once = argc > 1 && strcmp(argv[1], "--once") == 0;

	for (int i = once ? 2 : 1; i < argc; i++)
		load(&all, argv[i]);
	if (all.count == 0) {
		fputs("usage: bench_caption [--once] FILE...\n", stderr);
		return 2;
	}
	if (once) {
		for (size_t i = 0; i < all.count; i++)
			read_once(all.items[i]);
		printf("%zu captions of %zu bytes\n", all.count, all.bytes);
	} else {
		measure(&all);
		measure_all_worst();
	}
	cl_arena_release(&all.arena);
	return 0;
}
