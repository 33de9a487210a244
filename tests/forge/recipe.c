/* SPDX-License-Identifier: MIT */
#include "forge/recipe.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define STANZA_MAX 256

static void set_like(struct forge_recipe *recipe, const char *path)
{
	struct forge_stanza *to = &recipe->stanzas[recipe->count - 1];
	const char *name = to->path;
	const struct forge_stanza *from = recipe->stanzas;

	while (from < to && strcmp(from->path, path) != 0)
		from++;
	if (from == to)
		forge_die("no stanza above", path);
	*to = *from;
	to->path = name;
	/* The blocks point into the stanza they were taken from. */
	to->picture.exif = from->picture.exif ? &to->fields[0] : NULL;
	to->picture.iim = from->picture.iim ? &to->fields[1] : NULL;
	to->picture.xmp = from->picture.xmp ? &to->fields[2] : NULL;
}

static void set(struct forge_recipe *recipe, const char *name, char *value)
{
	static const char *const prefixes[] = { "exif.", "iim.", "xmp." };
	struct forge_stanza *stanza;
	unsigned blocks = 7;

	if (recipe->count == 0) {
		if (strcmp(name, "encoder") != 0)
			forge_die("stands before the first stanza", name);
		recipe->encoder = value;
		return;
	}
	stanza = &recipe->stanzas[recipe->count - 1];
	if (strcmp(name, "like") == 0) {
		set_like(recipe, value);
		return;
	}
	for (unsigned i = 0; i < 3; i++) {
		size_t len = strlen(prefixes[i]);

		if (strncmp(name, prefixes[i], len) == 0) {
			blocks = 1u << i;
			name += len;
		}
	}
	if (!forge_recipe_set(stanza, blocks, name, value))
		forge_die("no such key", name);
}

static void begin(struct forge_recipe *recipe, char *line)
{
	struct forge_stanza *stanza;
	char *close = strchr(line, ']');

	if (!close || recipe->count == STANZA_MAX)
		forge_die("cannot begin a stanza", line);
	*close = '\0';
	stanza = &recipe->stanzas[recipe->count++];
	stanza->path = line + 1;
	stanza->picture.exif = &stanza->fields[0];
	stanza->picture.iim = &stanza->fields[1];
	stanza->picture.xmp = &stanza->fields[2];
}

/* Cut "key: value" in two. */
static char *cut_key(char *line)
{
	char *colon = strchr(line, ':');

	if (!colon)
		forge_die("no key", line);
	*colon = '\0';
	return colon + 1 + strspn(colon + 1, " ");
}

/*
 * A value is set once the line after it shows that it is whole. What goes on
 * with it is moved up behind it, which never overtakes what is still to read.
 */
static void parse(struct forge_recipe *recipe, char *text)
{
	char *key = NULL, *value = NULL, *next;

	for (char *line = text; line; line = next) {
		next = strchr(line, '\n');
		if (next)
			*next++ = '\0';
		if (key && (*line == ' ' || *line == '\t')) {
			char *to = value + strlen(value);

			line += strspn(line, " \t");
			*to = '\n';
			memmove(to + 1, line, strlen(line) + 1);
			continue;
		}
		if (key)
			set(recipe, key, value);
		key = NULL;
		if (*line == '[') {
			begin(recipe, line);
		} else if (*line && *line != '#') {
			value = cut_key(line);
			key = line;
		}
	}
	if (key)
		set(recipe, key, value);
}

static char *read_all(const char *path)
{
	FILE *file = fopen(path, "rb");
	struct forge_buf buf = { 0 };
	char block[4096];
	size_t n;

	if (!file)
		forge_die("cannot be read", path);
	while ((n = fread(block, 1, sizeof(block), file)) > 0)
		forge_put(&buf, block, n);
	fclose(file);
	forge_put_u8(&buf, 0);
	return (char *)buf.data;
}

void forge_recipe_read(struct forge_recipe *recipe, const char *path)
{
	*recipe = (struct forge_recipe){ .text = read_all(path) };
	recipe->stanzas = calloc(STANZA_MAX, sizeof(*recipe->stanzas));
	if (!recipe->stanzas)
		forge_die("out of memory", path);
	parse(recipe, recipe->text);
}

void forge_recipe_release(struct forge_recipe *recipe)
{
	free(recipe->stanzas);
	free(recipe->text);
	*recipe = (struct forge_recipe){ 0 };
}
