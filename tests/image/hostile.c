/* SPDX-License-Identifier: MIT */
/*
 * Every file of the forge's hostile table, and for each container a file of 10
 * GB that is mostly a hole, is read or refused within a tenth of a second of
 * the processor and 64 MiB; those that are sound in spite of what is wrong are
 * read. What each took stands beside it.
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cutline/image.h"
#include "forge/hostile.h"
#include "measure.h"

#define SPARSE ((off_t)10 << 30)
#define PATH_LEN 4096

static int count;

static const char *judge(const struct measured *m, bool sound)
{
	const char *wrong = measure_judge(m);

	if (wrong)
		return wrong;
	if (sound && m->status)
		return "refused";
	if (m->status && m->status != CUTLINE_FORMAT)
		return "refused for a wrong reason";
	return NULL;
}

static void check(const char *path, const char *name, bool sound)
{
	struct measured m = { 0 };
	const char *wrong = "cannot be tried";

	if (measure_read(path, &m))
		wrong = judge(&m, sound);
	count++;
	(void)printf("%sok %d - %s%s%s\n", wrong ? "not " : "", count, name,
		     wrong ? ": " : "", wrong ? wrong : "");
	(void)printf("# %.1f ms, %.1f MiB\n", m.seconds * 1e3, m.mib);
}

static void check_hostile(const char *path)
{
	for (const struct forge_hostile *h = forge_hostiles; h->name; h++) {
		struct forge_buf out = { 0 };

		h->make(&out);
		forge_buf_write(&out, path);
		forge_buf_release(&out);
		check(path, h->name, h->sound);
	}
}

/* Nothing but how files of each kind begin, then a hole. */
static void check_sparse(const char *path)
{
	static const struct {
		const char *name, *bytes;
		size_t len;
	} kinds[] = {
		{ "hole.jpg", "\xFF\xD8\xFF\xDA\0\x08\1\1\0\0\x3F\0", 12 },
		{ "hole-several.jpg",
		  "\xFF\xD8\xFF\xE2\0\x08MPF\0zz\xFF\xDA\0\x08\1\1\0\0\x3F\0",
		  22 },
		{ "hole-no-scan.jpg", "\xFF\xD8", 2 },
		{ "hole.png",
		  "\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR\0\0\0\1\0\0\0\1\x08\0\0\0\0",
		  29 },
		{ "hole.tif", "II*\0\x08\0\0\0\xFF\xFF", 10 },
		{ "hole.webp", "RIFF\xFF\xFF\xFF\xFFWEBPVP8 \4\0\0\0", 20 },
		{ "hole.heic",
		  "\0\0\0\x10"
		  "ftypheic\0\0\0\0\0\0\0\0meta",
		  24 },
		{ "hole.gif", "GIF89a\1\0\1\0\0\0\0,\0\0\0\0\1\0\1\0\0\2", 24 },
	};

	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
		bool made = fd >= 0 &&
			    write(fd, kinds[i].bytes, kinds[i].len) ==
				    (ssize_t)kinds[i].len &&
			    ftruncate(fd, SPARSE) == 0;

		if (fd >= 0)
			(void)close(fd);
		if (made)
			check(path, kinds[i].name, false);
		else
			(void)printf("# no file of 10 GB here: %s\n",
				     kinds[i].name);
	}
}

int main(void)
{
	char folder[] = "/tmp/cutline-hostile-XXXXXX";
	char path[PATH_LEN];

	(void)setvbuf(stdout, NULL, _IONBF, 0);
	if (!mkdtemp(folder))
		return 99;
	(void)snprintf(path, sizeof(path), "%s/file", folder);
	check_hostile(path);
	check_sparse(path);
	(void)printf("1..%d\n", count);
	(void)unlink(path);
	(void)rmdir(folder);
	return 0;
}
