/* SPDX-License-Identifier: MIT */
/*
 * How fast captions are read: the captions of files, one a line, over and over
 * for a second; and what is made to be slow, a megabyte of one sign or word,
 * which must take no longer than a megabyte of anything.
 *
 *	bench_caption FILE...
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/alloc.h"
#include "base/file.h"
#include "cutline/caption.h"

#define CAPTIONS_MAX 4096
#define SECONDS 1.0

static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void read_once(struct cl_str text)
{
	struct cutline_caption *c;

	if (cutline_caption_parse(text.ptr, text.len, NULL, &c, NULL))
		exit(1);
	cutline_caption_free(c);
}

static void measure(const struct cl_str *captions, size_t count)
{
	size_t bytes = 0, read = 0, read_bytes = 0;
	double start, took;

	for (size_t i = 0; i < count; i++)
		bytes += captions[i].len;
	start = now();
	do {
		for (size_t i = 0; i < count; i++)
			read_once(captions[i]);
		read += count;
		read_bytes += bytes;
		took = now() - start;
	} while (took < SECONDS);
	printf("%zu captions, mean %zu bytes: %.0f captions/s, %.1f MB/s\n",
	       count, bytes / count, (double)read / took,
	       (double)read_bytes / took / 1e6);
}

static void measure_worst(const char *name, const char *piece)
{
	static char text[CUTLINE_CAPTION_MAX];
	size_t len = strlen(piece), n = 0;
	double start, took;

	while (n + len <= 1000000) {
		memcpy(text + n, piece, len);
		n += len;
	}
	start = now();
	read_once((struct cl_str){ text, n });
	took = now() - start;
	printf("1 MB of %-22s %6.1f ms\n", name, took * 1e3);
}

/* Lines of the files that begin with "> " or are no cases at all. */
static size_t collect(struct cl_str all, struct cl_str *captions)
{
	struct cl_str line;
	size_t count = 0;

	while (count < CAPTIONS_MAX && cl_str_split(&all, '\n', &line)) {
		if (cl_str_skip(&line, CL_STR("> ")) && line.len)
			captions[count++] = line;
	}
	return count;
}

int main(int argc, char **argv)
{
	static struct cl_str captions[CAPTIONS_MAX];
	struct cl_buf all;
	size_t count;

	cl_buf_init(&all, 64u << 20);
	for (int i = 1; i < argc; i++) {
		FILE *file = fopen(argv[i], "r");
		char line[65536];

		while (file && fgets(line, sizeof(line), file))
			cl_buf_add_cstr(&all, line);
		if (file)
			fclose(file);
	}
	count = collect(cl_buf_str(&all), captions);
	if (count)
		measure(captions, count);
	measure_worst("\"(\"", "(");
	measure_worst("\")\"", ")");
	measure_worst("\"A\"", "A");
	measure_worst("\"A \"", "A ");
	measure_worst("\"- \"", "- ");
	measure_worst("\"/\"", "/");
	measure_worst("\"a/\"", "a/");
	measure_worst("\", \"", ", ");
	measure_worst("quotes", "\"a ");
	measure_worst("names", "Ana Lima, ");
	measure_worst("names with and", "Ana Lima and ");
	measure_worst("credits", "(Photo by Ana Lima/AFP) ");
	measure_worst("open credits", "Photo by Ana Lima/AFP ");
	measure_worst("agencies", "Getty Images/");
	measure_worst("dates", "April 17, 2023 ");
	measure_worst("places", "in Paris, France, ");
	measure_worst("venues", "at the Hall of ");
	measure_worst("occasions", "the festival of ");
	measure_worst("numbers", "1/2/");
	measure_worst("sentences", "Oslo. ");
	cl_buf_release(&all);
	return count == 0;
}
