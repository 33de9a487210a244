/* SPDX-License-Identifier: MIT */
/* Print what each picture file says about itself, one JSON object a line. */
#include <stdio.h>

#include "base/json.h"
#include "cutline/image.h"

static void put_tags(struct cl_json *j, const struct cutline_image *image)
{
	cl_json_key(j, "tags");
	cl_json_array(j);
	for (size_t i = 0; i < image->tag_count; i++) {
		cl_json_array(j);
		cl_json_cstr(j, image->tags[i].name);
		cl_json_int(j, image->tags[i].block);
		cl_json_cstr(j, image->tags[i].text);
		cl_json_bool(j, image->tags[i].at_limit);
		cl_json_end(j);
	}
	cl_json_end(j);
}

static void put_image(struct cl_json *j, const struct cutline_image *image)
{
	cl_json_key_cstr(j, "type", cutline_image_type_name(image->type));
	cl_json_key_int(j, "width", image->width);
	cl_json_key_int(j, "height", image->height);
	cl_json_key_int(j, "orientation", image->orientation);
	cl_json_key_cstr(j, "identity", image->identity);
	if (image->has_gps) {
		cl_json_key(j, "gps");
		cl_json_array(j);
		cl_json_real(j, image->latitude, 8);
		cl_json_real(j, image->longitude, 8);
		cl_json_end(j);
	}
	if (image->has_digest)
		cl_json_key_bool(j, "digest_matches", image->digest_matches);
	cl_json_key_list(j, "warnings", image->warnings, image->warning_count);
	put_tags(j, image);
}

static void dump(const char *path)
{
	struct cutline_image *image;
	struct cutline_error err;
	struct cl_buf out;
	struct cl_json j;

	cl_buf_init(&out, (size_t)64 << 20);
	cl_json_init(&j, &out);
	cl_json_object(&j);
	cl_json_key_cstr(&j, "file", path);
	if (cutline_image_read(path, &image, &err)) {
		cl_json_key_int(&j, "status", err.status);
		cl_json_key_cstr(&j, "error", err.text);
	} else {
		put_image(&j, image);
		cutline_image_free(image);
	}
	cl_json_end(&j);
	(void)puts(cl_buf_cstr(&out));
	cl_buf_release(&out);
}

int main(int argc, char **argv)
{
	for (int i = 1; i < argc; i++)
		dump(argv[i]);
	return 0;
}
