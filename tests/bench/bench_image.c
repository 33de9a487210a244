/* SPDX-License-Identifier: MIT */
/*
 * bench_image FILE ...
 *
 * What reading JPEG files costs on one core, by stage: the processor's time in
 * microseconds a file, the least of several rounds. The files are read from
 * the page cache; "all" is cutline_image_read(), and the record that is built
 * of what it gives (cutline_photo_build()) comes on top. Then how much is read
 * of a file.
 */
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"
#include "cutline/photo.h"
#include "image/blocks.h"
#include "image/exif.h"
#include "image/identity.h"
#include "image/iim.h"
#include "image/jpeg.h"
#include "image/xmp.h"

#define ROUNDS 7

enum stage {
	OPEN, /* open, stat, read the beginning, close */
	WALK, /* the segments, copies of the blocks */
	EXIF,
	IIM,
	XMP,
	IDENTITY,
	ALL,
	PHOTO,
	STAGES,
};

struct bench {
	double us[STAGES];    /* a file, in this round */
	double least[STAGES]; /* of all rounds */
	int64_t read, most_read;
};

static double now_us(void)
{
	struct timespec t;

	(void)clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

/* Add the time since *from to a stage, and start the next. */
static void lap(double us[STAGES], enum stage stage, double *from)
{
	double to = now_us();

	us[stage] += to - *from;
	*from = to;
}

static void read_blocks(struct cl_blocks *blocks, double us[STAGES],
			double *from)
{
	const struct cl_block *i;
	struct cl_source s;

	for (i = blocks->first; i; i = i->next) {
		if (i->kind != CL_BLOCK_EXIF)
			continue;
		cl_source_memory(&s, i->bytes);
		cl_exif_read(blocks->record, &s);
	}
	lap(us, EXIF, from);
	for (i = blocks->first; i; i = i->next)
		if (i->kind == CL_BLOCK_IRB)
			cl_irb_read(blocks->record, i->bytes);
	lap(us, IIM, from);
	for (i = blocks->first; i; i = i->next)
		if (i->kind == CL_BLOCK_XMP)
			cl_xmp_read(blocks->record, i->bytes, NULL);
	lap(us, XMP, from);
}

static bool time_stages(const char *path, struct bench *b)
{
	double *us = b->us;
	struct cl_blocks blocks = { 0 };
	struct cl_extents extents = { 0 };
	struct cl_source s;
	struct stat st;
	const char *why;
	double from = now_us();
	bool is_read;
	int fd;

	if (cl_file_open(AT_FDCWD, path, &fd, &st, NULL))
		return false;
	cl_source_file(&s, fd, path, st.st_size, NULL);
	(void)cl_source_get(&s, 0, 2);
	lap(us, OPEN, &from);
	blocks.record = cl_record_new();
	is_read = blocks.record &&
		  cl_jpeg_read(&s, &blocks, &extents, NULL, &why);
	lap(us, WALK, &from);
	if (is_read) {
		read_blocks(&blocks, us, &from);
		cl_identity_set(blocks.record, &s, &extents);
	}
	lap(us, IDENTITY, &from);
	b->read += CL_SOURCE_BUDGET - s.budget;
	if (CL_SOURCE_BUDGET - s.budget > b->most_read)
		b->most_read = CL_SOURCE_BUDGET - s.budget;
	cl_extents_release(&extents);
	cl_blocks_release(&blocks);
	cl_record_free(blocks.record);
	cl_source_release(&s);
	(void)close(fd);
	return is_read;
}

static bool time_all(const char *path, struct bench *b)
{
	double from = now_us();
	struct cutline_image *image;
	struct cutline_photo *photo;

	if (cutline_image_read(path, &image, NULL))
		return false;
	lap(b->us, ALL, &from);
	if (cutline_photo_build(image, path, &photo, NULL)) {
		cutline_image_free(image);
		return false;
	}
	cutline_photo_free(photo);
	lap(b->us, PHOTO, &from);
	cutline_image_free(image);
	lap(b->us, ALL, &from);
	return true;
}

static bool run_round(int count, char **paths, struct bench *b)
{
	memset(b->us, 0, sizeof(b->us));
	b->read = 0;
	for (int i = 0; i < count; i++) {
		if (!time_stages(paths[i], b) || !time_all(paths[i], b)) {
			(void)fprintf(stderr, "cannot read %s\n", paths[i]);
			return false;
		}
	}
	for (int i = 0; i < STAGES; i++)
		if (b->least[i] <= 0 || b->us[i] / count < b->least[i])
			b->least[i] = b->us[i] / count;
	return true;
}

int main(int argc, char **argv)
{
	static const char *const names[STAGES] = {
		"open and read", "segments", "EXIF", "IIM",
		"XMP",           "identity", "all",  "photo record",
	};
	struct bench b = { 0 };

	if (argc < 2) {
		(void)fprintf(stderr, "usage: bench_image FILE ...\n");
		return 2;
	}
	for (int i = 0; i < ROUNDS; i++)
		if (!run_round(argc - 1, argv + 1, &b))
			return 1;
	for (int i = 0; i < STAGES; i++)
		(void)printf("%-14s %7.1f us\n", names[i], b.least[i]);
	(void)printf("%.0f files a second, %.0f with the photo record\n",
		     1e6 / b.least[ALL], 1e6 / (b.least[ALL] + b.least[PHOTO]));
	(void)printf("%.1f KiB read of a file, %.1f at most\n",
		     (double)b.read / 1024 / (argc - 1),
		     (double)b.most_read / 1024);
	return 0;
}
