/* SPDX-License-Identifier: MIT */
/*
 * Descriptions of pictures as a person writes them: one stanza a picture,
 *
 *	[festival/opening.jpg]
 *	scene: stage 12
 *	caption: BERGEN, NORWAY - MAY 3: ...
 *	by-line: Ana Lima; Bo Strand
 *	iim.city: Oslo
 *
 * A line that begins with white space goes on with the value above it, on a
 * line of its own. Lists are separated by "; ". "like: NAME" takes over all of
 * an earlier stanza; one whose name begins with "=" makes no picture. A key
 * counts for all blocks, one with "exif.", "iim." or "xmp." before it for that
 * block alone; an empty value takes a key away. A line that begins with # is a
 * remark.
 */
#ifndef FORGE_RECIPE_H
#define FORGE_RECIPE_H

#include "forge/forge.h"

struct forge_stanza {
	const char *path;
	struct forge_picture picture;
	struct forge_fields fields[3]; /* EXIF, IIM, XMP */
};

struct forge_recipe {
	char *text;
	const char *encoder; /* whose bytes the pictures are; may be NULL */
	struct forge_stanza *stanzas;
	size_t count;
};

/* Stops the program, naming file and line, where it cannot read on. */
void forge_recipe_read(struct forge_recipe *recipe, const char *path);
void forge_recipe_release(struct forge_recipe *recipe);

/*
 * Set one key; value is kept and cut up in place. blocks has a bit for each of
 * fields. False if there is no such key.
 */
bool forge_recipe_set(struct forge_stanza *stanza, unsigned blocks,
		      const char *name, char *value);

#endif
