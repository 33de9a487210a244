/* SPDX-License-Identifier: MIT */
/* Whatever a file holds, a record comes out or a reason: texts are valid
 * UTF-8 and within their limits, and reading again gives the same. */
#include <math.h>
#include <string.h>

#include "base/utf8.h"
#include "fuzz/fuzz.h"
#include "image/image.h"

static struct cutline_image *read(struct cl_str in)
{
	struct cutline_image *image;
	struct cutline_error err;
	struct cl_source s;
	enum cutline_status status;

	cl_source_memory(&s, in);
	status = cl_picture_read(&s, &image, &err);
	assert(status == CUTLINE_OK || status == CUTLINE_FORMAT ||
	       status == CUTLINE_UNSUPPORTED);
	assert(!status == !!image);
	assert(!status || err.status == status);
	return image;
}

static void check_tag(const struct cutline_tag *tag)
{
	struct cl_str text = cl_str_from(tag->text);

	assert(text.len > 0 && text.len <= CUTLINE_IMAGE_VALUE_MAX);
	assert(cl_utf8_valid(text));
	assert(!cl_is_space(text.ptr[text.len - 1]));
	assert(strchr(tag->name, ':'));
}

static void check(const struct cutline_image *image)
{
	assert(image->tag_count <= CUTLINE_IMAGE_TAGS_MAX);
	for (size_t i = 0; i < image->tag_count; i++)
		check_tag(&image->tags[i]);
	for (size_t i = 0; i < image->warning_count; i++)
		assert(cl_utf8_valid(cl_str_from(image->warnings[i])));
	assert(strlen(image->identity) == 5 + 32);
	assert(image->orientation <= 8);
	if (image->has_gps)
		assert(fabs(image->latitude) <= 90 &&
		       fabs(image->longitude) <= 180);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct cl_str in = { (const char *)data, size };
	struct cutline_image *image = read(in);
	struct cutline_image *again = read(in);

	assert(!image == !again);
	if (image) {
		check(image);
		assert(image->tag_count == again->tag_count);
		assert(strcmp(image->identity, again->identity) == 0);
	}
	cutline_image_free(image);
	cutline_image_free(again);
	return 0;
}
