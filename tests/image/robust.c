/* SPDX-License-Identifier: MIT */
/*
 * robust FOLDER
 *
 * Real files, cut off and damaged: each file of the folder is read whole, in a
 * process of its own, within the bounds of measure.h; then cut off at 50 places
 * and with a bit turned over in 200, all in this process, where the sanitizers
 * watch. Half of the places lie in the first 64 KiB, where metadata is. The
 * places are the same each time. Prints TAP and what was the most.
 */
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/file.h"
#include "base/utf8.h"
#include "image/image.h"
#include "measure.h"

#define CUTS 50
#define FLIPS 200
#define NEAR ((size_t)64 << 10)
#define PATH_LEN 4096

struct run {
	const char *folder;
	int files, wrong;
	long reads, read; /* tried; those that gave a record */
	double seconds;   /* the most, of a damaged file */
	struct measured most;
	char slowest[256], largest[256];
};

static double now(void)
{
	struct timespec t;

	(void)clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static size_t next(uint64_t *state, size_t below)
{
	*state = *state * 6364136223846793005u + 1442695040888963407u;
	return (size_t)(*state >> 33) % below;
}

/* A place in the file; every other one near the beginning. */
static size_t place(uint64_t *state, int i, size_t len)
{
	return next(state, i % 2 && len > NEAR ? NEAR : len);
}

static bool is_sound(const struct cutline_image *image)
{
	for (size_t i = 0; i < image->tag_count; i++)
		if (!cl_utf8_valid(cl_str_from(image->tags[i].text)))
			return false;
	return image->identity && image->orientation <= 8;
}

/* Read damaged bytes; false when what comes out is wrong. */
static bool try_bytes(struct run *run, struct cl_str bytes)
{
	struct cutline_image *image;
	double from = now();
	struct cl_source s;
	enum cutline_status status;
	bool sound;

	cl_source_memory(&s, bytes);
	status = cl_picture_read(&s, &image, NULL);
	sound = status == CUTLINE_FORMAT || status == CUTLINE_UNSUPPORTED ||
		(status == CUTLINE_OK && is_sound(image));
	run->reads++;
	run->read += status == CUTLINE_OK;
	cutline_image_free(image);
	if (now() - from > run->seconds)
		run->seconds = now() - from;
	return sound;
}

static const char *damage(struct run *run, char *bytes, size_t len)
{
	uint64_t state = len;
	bool sound = true;

	for (int i = 0; i < CUTS; i++)
		sound &= try_bytes(
			run, (struct cl_str){ bytes, place(&state, i, len) });
	for (int i = 0; i < FLIPS; i++) {
		size_t at = place(&state, i, len);
		char bit = (char)(1 << next(&state, 8));

		bytes[at] ^= bit;
		sound &= try_bytes(run, (struct cl_str){ bytes, len });
		bytes[at] ^= bit;
	}
	return sound ? NULL : "a damaged copy gives a wrong record";
}

/* The whole file, in memory of exactly its size. */
static char *load(const char *path, size_t *len)
{
	struct stat st;
	char *bytes = NULL;
	int fd;

	if (cl_file_open(AT_FDCWD, path, &fd, &st, NULL))
		return NULL;
	*len = (size_t)st.st_size;
	bytes = cl_alloc(*len);
	if (bytes && cl_file_pread(fd, path, 0, bytes, len, NULL)) {
		cl_free(bytes);
		bytes = NULL;
	}
	(void)close(fd);
	return bytes;
}

static void keep_most(struct run *run, const struct measured *m,
		      const char *name)
{
	if (m->seconds > run->most.seconds) {
		run->most.seconds = m->seconds;
		(void)snprintf(run->slowest, sizeof(run->slowest), "%s", name);
	}
	if (m->mib > run->most.mib) {
		run->most.mib = m->mib;
		(void)snprintf(run->largest, sizeof(run->largest), "%s", name);
	}
}

static const char *judge(struct run *run, const char *path, const char *name)
{
	struct measured m;
	const char *wrong;
	size_t len;
	char *bytes;

	if (!measure_read(path, &m))
		return "cannot be tried";
	keep_most(run, &m, name);
	wrong = measure_judge(&m);
	bytes = load(path, &len);
	if (!bytes)
		return "cannot be loaded";
	if (!wrong && len > 0)
		wrong = damage(run, bytes, len);
	cl_free(bytes);
	return wrong;
}

static void try_file(struct run *run, const char *name)
{
	char path[PATH_LEN];
	const char *wrong;

	if (name[0] == '.' || strstr(name, ".jsonl") || strstr(name, ".tsv"))
		return;
	(void)snprintf(path, sizeof(path), "%s/%s", run->folder, name);
	wrong = judge(run, path, name);
	run->files++;
	run->wrong += wrong != NULL;
	if (wrong)
		(void)printf("# %s: %s\n", name, wrong);
}

int main(int argc, char **argv)
{
	struct run run = { .folder = argc == 2 ? argv[1] : "" };
	const struct dirent *entry;
	DIR *dir = opendir(run.folder);

	(void)setvbuf(stdout, NULL, _IONBF, 0);
	if (!dir) {
		(void)printf("1..0 # SKIP no real images at %s\n", run.folder);
		return 0;
	}
	while ((entry = readdir(dir)))
		try_file(&run, entry->d_name);
	(void)closedir(dir);
	(void)printf("# whole: at most %.1f ms (%s), %.1f MiB (%s)\n",
		     run.most.seconds * 1e3, run.slowest, run.most.mib,
		     run.largest);
	(void)printf("# damaged: %ld read, %ld gave a record, at most %.1f "
		     "ms\n",
		     run.reads, run.read, run.seconds * 1e3);
	(void)printf("1..2\n%sok 1 - there are files\n",
		     run.files ? "" : "not ");
	(void)printf("%sok 2 - each of %d files, cut off and damaged, is read "
		     "or refused within bounds\n",
		     run.wrong ? "not " : "", run.files);
	return 0;
}
