/* SPDX-License-Identifier: MIT */
#include "unit/photo/picture.h"

#include <string.h>

#include "unit/photo/made.h"
#include "unit/test.h"

static size_t count_tags(const struct picture *p)
{
	size_t count = 0;

	while (count < PICTURE_TAGS && p->tags[count].name)
		count++;
	return count;
}

static void assert_losers(const struct picture *picture,
			  const struct cutline_photo *p)
{
	size_t real = 0, all = 0;

	for (size_t i = 0; i < PICTURE_LOSERS && picture->losers[i].origin;
	     i++) {
		const struct cutline_photo_value *v =
			value_of(p, picture->field, picture->losers[i].origin);

		assert_false(v->chosen);
		assert_non_null(v->why);
		if (!strstr(v->why, picture->losers[i].why))
			fail_msg("“%s” lacks “%s”", v->why,
				 picture->losers[i].why);
		assert_string_equal(
			cutline_difference_name(v->difference),
			cutline_difference_name(picture->losers[i].difference));
		assert_true(picture->losers[i].why[0] != '\0');
		real += v->difference == CUTLINE_DIFFERENCE_REAL;
	}
	for (size_t i = 0; i < p->value_count; i++)
		all += p->values[i].field == picture->field &&
		       p->values[i].difference == CUTLINE_DIFFERENCE_REAL;
	assert_int_equal(all, real);
	assert_int_equal(p->conflict[picture->field], real > 0);
}

void assert_picture(const struct picture *picture)
{
	const struct cutline_image image = {
		.tags = picture->tags,
		.tag_count = count_tags(picture),
		.has_digest = picture->digest,
		.digest_matches = picture->digest_matches,
	};
	struct cutline_photo *p = made_of_image(&image);
	const struct cutline_photo_field *f = &p->fields[picture->field];

	print_message("%s\n", picture->name);
	if (picture->winner)
		assert_string_equal(f->origin, picture->winner);
	else
		assert_int_equal(f->count, 0);
	if (picture->value)
		assert_string_equal(f->items[0], picture->value);
	if (picture->winner) {
		const struct cutline_photo_value *v =
			value_of(p, picture->field, picture->winner);

		assert_true(v->chosen);
		assert_non_null(v->why);
		assert_int_equal(v->difference, CUTLINE_DIFFERENCE_NONE);
	}
	assert_losers(picture, p);
	cutline_photo_free(p);
}
