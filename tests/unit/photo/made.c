/* SPDX-License-Identifier: MIT */
#include "unit/photo/made.h"

#include <string.h>

#include "unit/test.h"

struct cutline_photo *made_of_image(const struct cutline_image *image)
{
	struct cutline_photo *photo;

	assert_int_equal(cutline_photo_build(image, "/p/a.jpg", &photo, NULL),
			 CUTLINE_OK);
	assert_non_null(photo);
	return photo;
}

struct cutline_photo *made_of(const struct cutline_tag *tags, size_t count)
{
	const struct cutline_image image = { .type = CUTLINE_IMAGE_JPEG,
					     .identity = "xxh3:00",
					     .tags = tags,
					     .tag_count = count };

	return made_of_image(&image);
}

const struct cutline_photo_value *value_of(const struct cutline_photo *photo,
					   enum cutline_field field,
					   const char *origin)
{
	for (size_t i = 0; i < photo->value_count; i++)
		if (photo->values[i].field == field &&
		    strcmp(photo->values[i].origin, origin) == 0)
			return &photo->values[i];
	fail_msg("no value of %s from %s", cutline_field_name(field), origin);
	return NULL;
}

void assert_field(const struct cutline_photo *photo, enum cutline_field field,
		  const char *origin, ...)
{
	const struct cutline_photo_field *f = &photo->fields[field];
	const char *text;
	size_t count = 0;
	va_list list;

	va_start(list, origin);
	for (; (text = va_arg(list, const char *)); count++) {
		if (count >= f->count)
			fail_msg("%s lacks \"%s\"", cutline_field_name(field),
				 text);
		assert_string_equal(f->items[count], text);
	}
	va_end(list);
	assert_int_equal(f->count, count);
	if (origin)
		assert_string_equal(f->origin, origin);
	else
		assert_null(f->origin);
}
