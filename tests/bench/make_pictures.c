/* SPDX-License-Identifier: MIT */
/*
 * make_pictures DIR COUNT [SEED]
 *
 * Writes COUNT JPEG files of 60 to 100 KB into 200 folders of DIR, with the
 * metadata of a picture desk in each: an archive to import, search and match
 * in. The same arguments make the same files.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <sys/stat.h>

#include "bench/scans.h"
#include "bench/story.h"

#define FOLDERS 200
#define XMP_SIZE 4800

static void make_folder(const char *path)
{
	if (mkdir(path, 0777) != 0 && errno != EEXIST)
		forge_die(strerror(errno), path);
}

static void make_folders(const char *dir)
{
	char path[4096];

	make_folder(dir);
	for (unsigned i = 0; i < FOLDERS; i++) {
		snprintf(path, sizeof(path), "%s/d%03u", dir, i);
		make_folder(path);
	}
}

static void make_picture(struct forge_buf *out, const struct bench_scans *scans,
			 uint64_t index, uint64_t seed)
{
	struct forge_picture picture = {
		.drawing = { .width_px = BENCH_WIDTH,
			     .height_px = BENCH_HEIGHT },
		.exif_little_endian = true,
		.digest = FORGE_DIGEST,
		.xmp_size = XMP_SIZE,
	};
	struct forge_buf scan = { 0 };
	struct bench_story story;

	bench_story_make(&story, index, seed);
	picture.exif = &story.fields;
	picture.iim = &story.fields;
	picture.xmp = &story.fields;
	bench_scans_put(&scan, scans, index, seed);
	forge_join(out, &picture, &scan,
		   &scans->thumbnails[index % BENCH_SCENES]);
	forge_buf_release(&scan);
}

static unsigned long number(const char *text, unsigned long most)
{
	char *rest;
	unsigned long value = strtoul(text, &rest, 10);

	if (*text < '0' || *text > '9' || *rest || value > most)
		forge_die("no number, or too large", text);
	return value;
}

int main(int argc, char **argv)
{
	struct bench_scans *scans;
	struct forge_buf out = { 0 };
	unsigned long count, seed;
	char path[4096];

	if (argc != 3 && argc != 4) {
		fputs("usage: make_pictures DIR COUNT [SEED]\n", stderr);
		return 2;
	}
	count = number(argv[2], 3000000);
	seed = argc == 4 ? number(argv[3], 1000000) : 1;
	scans = malloc(sizeof(*scans));
	if (!scans)
		forge_die("out of memory", argv[0]);
	bench_scans_init(scans, (uint32_t)seed);
	make_folders(argv[1]);
	for (unsigned long i = 0; i < count; i++) {
		forge_buf_clear(&out);
		make_picture(&out, scans, i, seed);
		snprintf(path, sizeof(path), "%s/d%03lu/f%06lu.jpg", argv[1],
			 i * FOLDERS / count, i);
		forge_buf_write(&out, path);
	}
	forge_buf_release(&out);
	bench_scans_release(scans);
	free(scans);
	return 0;
}
