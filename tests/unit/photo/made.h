/* SPDX-License-Identifier: MIT */
/* Photos made of tags that a test writes down. */
#ifndef CUTLINE_TESTS_UNIT_PHOTO_MADE_H
#define CUTLINE_TESTS_UNIT_PHOTO_MADE_H

#include "cutline/photo.h"

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

/* Build a photo of tags; fails the test when it cannot. */
struct cutline_photo *made_of(const struct cutline_tag *tags, size_t count);

/* The same of an image whose other parts the test has set. */
struct cutline_photo *made_of_image(const struct cutline_image *image);

#define MADE(tags) made_of(tags, COUNT(tags))

/* The value that an origin gives a field; fails the test when there is none. */
const struct cutline_photo_value *value_of(const struct cutline_photo *photo,
					   enum cutline_field field,
					   const char *origin);

/* Is the field's content these texts, in order, from this origin? Ends with
 * NULL. */
void assert_field(const struct cutline_photo *photo, enum cutline_field field,
		  const char *origin, ...);

#endif
