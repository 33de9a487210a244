/* SPDX-License-Identifier: MIT */
/*
 * Runs a fuzz target over a folder of inputs without a fuzzer, and over what
 * is near each of them: cut short at up to 256 places, and with up to 256 of
 * its bytes set to 0, to 0xFF and with the top bit turned. Every input lies in
 * a piece of its own size, so that AddressSanitizer sees one byte too many.
 */
#include "fuzz/fuzz.h"

#include <dirent.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PLACES 256

static void run(const uint8_t *data, size_t size)
{
	uint8_t *copy = malloc(size ? size : 1);

	if (!copy)
		abort();
	if (size > 0)
		memcpy(copy, data, size);
	(void)LLVMFuzzerTestOneInput(copy, size);
	free(copy);
}

static void run_neighbours(uint8_t *data, size_t size)
{
	size_t step = size / PLACES + 1;

	for (size_t at = 0; at < size; at += step) {
		uint8_t byte = data[at];

		run(data, at);
		data[at] = 0;
		run(data, size);
		data[at] = 0xFF;
		run(data, size);
		data[at] = byte ^ 0x80;
		run(data, size);
		data[at] = byte;
	}
}

static uint8_t *read_file(const char *path, size_t *size)
{
	FILE *file = fopen(path, "rb");
	uint8_t *data = NULL;
	long len;

	if (!file)
		return NULL;
	if (fseek(file, 0, SEEK_END) == 0 && (len = ftell(file)) >= 0 &&
	    fseek(file, 0, SEEK_SET) == 0) {
		data = malloc((size_t)len + 1);
		*size = data ? fread(data, 1, (size_t)len, file) : 0;
	}
	(void)fclose(file);
	return data;
}

static bool replay(const char *folder, const char *name)
{
	char path[4096];
	uint8_t *data;
	size_t size = 0;

	(void)snprintf(path, sizeof(path), "%s/%s", folder, name);
	data = read_file(path, &size);
	if (!data)
		return false;
	run(data, size);
	run_neighbours(data, size);
	free(data);
	return true;
}

static int is_input(const struct dirent *entry)
{
	return entry->d_name[0] != '.';
}

int main(int argc, char **argv)
{
	struct dirent **names = NULL;
	int count =
		argc == 2 ? scandir(argv[1], &names, is_input, alphasort) : -1;
	int failed = 0;

	if (count <= 0) {
		(void)printf("Bail out! no inputs in %s\n",
			     argc == 2 ? argv[1] : "no folder");
		return 1;
	}
	(void)setvbuf(stdout, NULL, _IOLBF, 0);
	(void)printf("1..%d\n", count);
	for (int i = 0; i < count; i++) {
		bool ok = replay(argv[1], names[i]->d_name);

		failed += !ok;
		(void)printf("%s %d - %s\n", ok ? "ok" : "not ok", i + 1,
			     names[i]->d_name);
		free(names[i]);
	}
	free(names);
	return failed > 0;
}
