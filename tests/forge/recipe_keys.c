/* SPDX-License-Identifier: MIT */
/* The keys of a recipe, and what each of them sets. */
#include <stdlib.h>
#include <string.h>

#include "forge/recipe.h"

enum kind {
	TEXT,
	LIST,
};

struct field_key {
	const char *name;
	enum kind kind;
	size_t offset;
};

struct picture_key {
	const char *name;
	void (*set)(struct forge_stanza *stanza, char *value);
};

#define FIELD(name, kind, member)                   \
 {                                                  \
  name, kind, offsetof(struct forge_fields, member) \
 }

static const struct field_key field_keys[] = {
	FIELD("asset-id", TEXT, asset_id),
	FIELD("by-line", LIST, by_lines),
	FIELD("by-line-title", TEXT, by_line_title),
	FIELD("caption", TEXT, caption),
	FIELD("caption-writer", TEXT, caption_writer),
	FIELD("captured", TEXT, captured),
	FIELD("city", TEXT, city),
	FIELD("copyright", TEXT, copyright),
	FIELD("country", TEXT, country),
	FIELD("country-code", TEXT, country_code),
	FIELD("credit", TEXT, credit),
	FIELD("date", TEXT, date),
	FIELD("digital-source-type", TEXT, digital_source_type),
	FIELD("event", TEXT, event),
	FIELD("exposure", TEXT, exposure),
	FIELD("f-number", TEXT, f_number),
	FIELD("focal-length", TEXT, focal_length),
	FIELD("gps", TEXT, gps),
	FIELD("gps-altitude", TEXT, gps_altitude),
	FIELD("gps-time", TEXT, gps_time),
	FIELD("headline", TEXT, headline),
	FIELD("instructions", TEXT, instructions),
	FIELD("iso", TEXT, iso),
	FIELD("keywords", LIST, keywords),
	FIELD("lens", TEXT, lens),
	FIELD("make", TEXT, make),
	FIELD("model", TEXT, model),
	FIELD("object-name", TEXT, object_name),
	FIELD("persons", LIST, persons),
	FIELD("serial", TEXT, serial),
	FIELD("software", TEXT, software),
	FIELD("source", TEXT, source),
	FIELD("state", TEXT, state),
	FIELD("sublocation", TEXT, sublocation),
	FIELD("supplier-image-id", TEXT, supplier_image_id),
	FIELD("transmission-reference", TEXT, transmission_reference),
	FIELD("usage-terms", TEXT, usage_terms),
	FIELD("web-statement", TEXT, web_statement),
};

static unsigned number(const char *value)
{
	char *rest;
	unsigned long n = strtoul(value, &rest, 10);

	if (*value < '0' || *value > '9' || *rest || n > 1000000)
		forge_die("no number", value);
	return (unsigned)n;
}

/* Which of words a value is. */
static unsigned choice(const char *value, const char *const *words)
{
	for (unsigned i = 0; words[i]; i++) {
		if (strcmp(value, words[i]) == 0)
			return i;
	}
	forge_die("no such value", value);
}

static void set_scene(struct forge_stanza *stanza, char *value)
{
	char *blank = strchr(value, ' ');

	stanza->picture.drawing.scene = value;
	if (!blank)
		return;
	*blank = '\0';
	stanza->picture.drawing.seed = number(blank + 1);
}

static void set_size(struct forge_stanza *stanza, char *value)
{
	char *by = strchr(value, 'x');

	if (!by)
		forge_die("no size like 480x320", value);
	*by = '\0';
	stanza->picture.drawing.width_px = number(value);
	stanza->picture.drawing.height_px = number(by + 1);
}

static void set_blocks(struct forge_stanza *stanza, char *value)
{
	struct forge_picture *p = &stanza->picture;

	p->exif = strstr(value, "exif") ? &stanza->fields[0] : NULL;
	p->iim = strstr(value, "iim") ? &stanza->fields[1] : NULL;
	p->xmp = strstr(value, "xmp") ? &stanza->fields[2] : NULL;
}

static void set_quality(struct forge_stanza *stanza, char *value)
{
	stanza->picture.drawing.quality = number(value);
}

static void set_grain(struct forge_stanza *stanza, char *value)
{
	stanza->picture.drawing.grain = number(value);
}

static void set_tone(struct forge_stanza *stanza, char *value)
{
	static const char *const words[] = { "colour", "mono", NULL };

	stanza->picture.drawing.mono = choice(value, words);
}

static void set_charset(struct forge_stanza *stanza, char *value)
{
	static const char *const words[] = { "utf-8", "utf-8-unmarked",
					     "cp1252", NULL };

	stanza->picture.iim_charset = (enum forge_charset)choice(value, words);
}

static void set_limits(struct forge_stanza *stanza, char *value)
{
	static const char *const words[] = { "cut", "ignore", NULL };

	stanza->picture.iim_uncut = choice(value, words);
}

static void set_digest(struct forge_stanza *stanza, char *value)
{
	static const char *const words[] = { "none", "right", "stale", NULL };

	stanza->picture.digest = (enum forge_digest)choice(value, words);
}

static void set_order(struct forge_stanza *stanza, char *value)
{
	static const char *const words[] = { "big", "little", NULL };

	stanza->picture.exif_little_endian = choice(value, words);
}

static void set_thumbnail(struct forge_stanza *stanza, char *value)
{
	static const char *const words[] = { "no", "yes", NULL };

	stanza->picture.thumbnail = choice(value, words);
}

static void set_xmp_form(struct forge_stanza *stanza, char *value)
{
	static const char *const words[] = { "elements", "attributes", NULL };

	stanza->picture.xmp_attributes = choice(value, words);
}

static void set_xmp_size(struct forge_stanza *stanza, char *value)
{
	stanza->picture.xmp_size = number(value);
}

static void set_orientation(struct forge_stanza *stanza, char *value)
{
	stanza->picture.orientation = number(value);
}

static void set_cut(struct forge_stanza *stanza, char *value)
{
	stanza->picture.cut_after = number(value);
}

static const struct picture_key picture_keys[] = {
	{ "blocks", set_blocks },     { "byte-order", set_order },
	{ "cut-after", set_cut },     { "digest", set_digest },
	{ "grain", set_grain },       { "iim-charset", set_charset },
	{ "iim-limits", set_limits }, { "orientation", set_orientation },
	{ "quality", set_quality },   { "scene", set_scene },
	{ "size", set_size },         { "thumbnail", set_thumbnail },
	{ "tone", set_tone },         { "xmp-form", set_xmp_form },
	{ "xmp-size", set_xmp_size },
};

static void split(char *value, const char *list[FORGE_LIST_MAX + 1])
{
	size_t n = 0;

	while (*value) {
		char *next = strstr(value, "; ");

		if (n == FORGE_LIST_MAX)
			forge_die("too long a list", value);
		list[n++] = value;
		if (!next)
			break;
		*next = '\0';
		value = next + 2;
	}
	list[n] = NULL;
}

/* blocks has a bit for each of EXIF, IIM and XMP. */
static bool set_field(struct forge_stanza *stanza, unsigned blocks,
		      const char *name, char *value)
{
	const char *list[FORGE_LIST_MAX + 1] = { 0 };
	const char *text = *value ? value : NULL;
	const struct field_key *key = field_keys;
	const struct field_key *end =
		field_keys + sizeof(field_keys) / sizeof(*field_keys);

	while (key < end && strcmp(key->name, name) != 0)
		key++;
	if (key == end)
		return false;
	if (key->kind == LIST)
		split(value, list);
	for (unsigned i = 0; i < 3; i++) {
		char *to = (char *)&stanza->fields[i] + key->offset;

		if (!(blocks & 1u << i))
			continue;
		if (key->kind == LIST)
			memcpy(to, list, sizeof(list));
		else
			memcpy(to, &text, sizeof(text));
	}
	return true;
}

static bool set_picture(struct forge_stanza *stanza, const char *name,
			char *value)
{
	size_t count = sizeof(picture_keys) / sizeof(*picture_keys);

	for (size_t i = 0; i < count; i++) {
		if (strcmp(picture_keys[i].name, name) == 0) {
			picture_keys[i].set(stanza, value);
			return true;
		}
	}
	return false;
}

bool forge_recipe_set(struct forge_stanza *stanza, unsigned blocks,
		      const char *name, char *value)
{
	return set_field(stanza, blocks, name, value) ||
	       set_picture(stanza, name, value);
}
