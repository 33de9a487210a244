/* SPDX-License-Identifier: MIT */
/* A picture whose sources differ, and what is to become of them. */
#ifndef CUTLINE_TESTS_UNIT_PHOTO_PICTURE_H
#define CUTLINE_TESTS_UNIT_PHOTO_PICTURE_H

#include "cutline/photo.h"

enum {
	PICTURE_TAGS = 6,
	PICTURE_LOSERS = 3,
};

struct picture {
	const char *name;
	struct cutline_tag tags[PICTURE_TAGS];
	enum cutline_field field;
	const char *winner; /* its origin; NULL: none wins */
	const char *value;
	struct {
		const char *origin;
		enum cutline_difference difference;
		const char *why; /* is in it */
	} losers[PICTURE_LOSERS];
	bool digest, digest_matches;
};

/* Build its photo: does it have that winner and those losers, and a conflict
 * exactly when one of these is a real one? */
void assert_picture(const struct picture *picture);

#endif
