/* SPDX-License-Identifier: MIT */
/*
 * make_thumbnails SIDE DIR FILE ...
 *
 * Writes a thumbnail of each file to DIR/NAME.thumb.jpg, for people to look
 * at, and says of each what became of it: status, size, where it came from and
 * how long it took.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "cutline/image.h"

static double now_ms(void)
{
	struct timespec t;

	(void)clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static void write_file(const char *dir, const char *path,
		       const struct cutline_thumbnail *t)
{
	const char *name = strrchr(path, '/');
	char to[4096];
	FILE *f;

	(void)snprintf(to, sizeof(to), "%s/%s.thumb.jpg", dir,
		       name ? name + 1 : path);
	f = fopen(to, "wb");
	if (!f || fwrite(t->jpeg, 1, t->len, f) != t->len || fclose(f) != 0) {
		perror(to);
		exit(1);
	}
}

static void make(uint32_t side, const char *dir, const char *path)
{
	struct cutline_error err = { 0 };
	struct cutline_thumbnail *t;
	double from = now_ms();
	enum cutline_status status =
		cutline_image_thumbnail(path, side, &t, &err);
	double ms = now_ms() - from;

	if (status) {
		(void)printf("%s\tfailed: %s\t%.1f ms\t%s\n", path,
			     cutline_status_text(status), ms, err.text);
		return;
	}
	(void)printf("%s\t%ux%u\t%zu bytes\t%s%s\t%.2f ms\n", path, t->width,
		     t->height, t->len, t->embedded ? "embedded" : "decoded",
		     t->damaged ? ", damaged" : "", ms);
	write_file(dir, path, t);
	cutline_thumbnail_free(t);
}

int main(int argc, char **argv)
{
	if (argc < 4) {
		(void)fputs("usage: make_thumbnails SIDE DIR FILE ...\n",
			    stderr);
		return 2;
	}
	for (int i = 3; i < argc; i++)
		make((uint32_t)strtoul(argv[1], NULL, 10), argv[2], argv[i]);
	return 0;
}
