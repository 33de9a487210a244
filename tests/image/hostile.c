/* SPDX-License-Identifier: MIT */
/* Every file of the forge's hostile table is read or refused within a tenth of
 * a second; those that are sound in spite of what is wrong are read. */
#include <stdio.h>
#include <time.h>

#include "forge/hostile.h"
#include "image/image.h"

/* Sanitizers and valgrind slow everything down. */
#define SECONDS_MAX 1.0

/* What is wrong with how the file was taken; NULL when nothing. */
static const char *judge(const struct forge_hostile *h, struct cl_str bytes)
{
	clock_t start = clock();
	struct cutline_error err;
	struct cutline_image *image;
	struct cl_source s;
	enum cutline_status status;

	cl_source_memory(&s, bytes);
	status = cl_picture_read(&s, &image, &err);
	cutline_image_free(image);
	if ((double)(clock() - start) / CLOCKS_PER_SEC > SECONDS_MAX)
		return "took too long";
	if (h->sound && status)
		return err.text[0] ? "refused" : "refused without a word";
	if (status && status != CUTLINE_FORMAT)
		return "refused for a wrong reason";
	return NULL;
}

int main(void)
{
	int n = 0;

	for (const struct forge_hostile *h = forge_hostiles; h->name; h++) {
		struct forge_buf out = { 0 };
		const char *wrong;

		h->make(&out);
		wrong = judge(
			h, (struct cl_str){ (const char *)out.data, out.len });
		n++;
		(void)printf("%sok %d - %s%s%s\n", wrong ? "not " : "", n,
			     h->name, wrong ? ": " : "", wrong ? wrong : "");
		forge_buf_release(&out);
	}
	(void)printf("1..%d\n", n);
	return 0;
}
