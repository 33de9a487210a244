/* SPDX-License-Identifier: MIT */
/*
 * forge RECIPE OUTDIR        make the pictures of a recipe
 * forge --hostile OUTDIR     make the hostile files
 * forge --encoder            name the JPEG encoder this program draws with
 * forge --metadata FILE      print the IIM and XMP segments of a JPEG file
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include <sys/stat.h>

#include <jpeglib.h>

#include "forge/hostile.h"
#include "forge/recipe.h"

#define TO_TEXT(x) #x
#define VALUE_TO_TEXT(x) TO_TEXT(x)

#ifdef LIBJPEG_TURBO_VERSION
# define ENCODER "libjpeg-turbo " VALUE_TO_TEXT(LIBJPEG_TURBO_VERSION)
#else
# define ENCODER "libjpeg " VALUE_TO_TEXT(JPEG_LIB_VERSION)
#endif

static void make_folder(const char *path)
{
	if (mkdir(path, 0777) != 0 && errno != EEXIST)
		forge_die(strerror(errno), path);
}

/* folder/name, with the folders that stand in name. */
static void full_path(char *path, size_t size, const char *folder,
		      const char *name)
{
	size_t len = strlen(folder);

	if ((size_t)snprintf(path, size, "%s/%s", folder, name) >= size)
		forge_die("too long a path", name);
	for (char *p = path + len; (p = strchr(p, '/')); p++) {
		*p = '\0';
		make_folder(path);
		*p = '/';
	}
}

static void make_recipe(const char *recipe_path, const char *folder)
{
	struct forge_recipe recipe;
	struct forge_buf out = { 0 };
	char path[4096];

	forge_recipe_read(&recipe, recipe_path);
	for (size_t i = 0; i < recipe.count; i++) {
		/* What others are like only. */
		if (recipe.stanzas[i].path[0] == '=')
			continue;
		forge_buf_clear(&out);
		forge_picture_make(&out, &recipe.stanzas[i].picture);
		full_path(path, sizeof(path), folder, recipe.stanzas[i].path);
		forge_buf_write(&out, path);
	}
	forge_buf_release(&out);
	forge_recipe_release(&recipe);
}

static void make_hostile(const char *folder)
{
	struct forge_buf out = { 0 };
	char path[4096];

	for (const struct forge_hostile *h = forge_hostiles; h->name; h++) {
		forge_buf_clear(&out);
		h->make(&out);
		full_path(path, sizeof(path), folder, h->name);
		forge_buf_write(&out, path);
	}
	forge_buf_release(&out);
}

/* The thumbnail inside EXIF is the encoder's too, so EXIF stays out. */
static bool is_metadata(unsigned marker, const uint8_t *body, size_t len)
{
	return marker == 0xed ||
	       (marker == 0xe1 && len > 4 && memcmp(body, "Exif", 4) != 0);
}

static void print_metadata(const char *path)
{
	FILE *file = fopen(path, "rb");
	uint8_t head[4], body[65536];

	if (!file)
		forge_die(strerror(errno), path);
	if (fread(head, 1, 2, file) != 2)
		head[0] = 0;
	while (fread(head, 1, 4, file) == 4 && head[0] == 0xff &&
	       head[1] >= 0xe0 && head[1] < 0xf0) {
		size_t len = (size_t)head[2] << 8 | head[3];

		if (len < 2)
			break;
		len = fread(body, 1, len - 2, file);
		if (is_metadata(head[1], body, len))
			fwrite(body, 1, len, stdout);
	}
	fclose(file);
}

static int usage(void)
{
	fputs("usage: forge RECIPE OUTDIR\n"
	      "       forge --hostile OUTDIR\n"
	      "       forge --encoder\n"
	      "       forge --metadata FILE\n",
	      stderr);
	return 2;
}

int main(int argc, char **argv)
{
	if (argc == 2 && strcmp(argv[1], "--encoder") == 0)
		puts(ENCODER);
	else if (argc != 3)
		return usage();
	else if (strcmp(argv[1], "--hostile") == 0)
		make_hostile(argv[2]);
	else if (strcmp(argv[1], "--metadata") == 0)
		print_metadata(argv[2]);
	else
		make_recipe(argv[1], argv[2]);
	return fflush(stdout) == 0 ? 0 : 2;
}
