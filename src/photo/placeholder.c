/* SPDX-License-Identifier: MIT */
/*
 * Texts that fill a field without saying anything.
 *
 * In any field: what has no letter and no digit, "n/a", "none". Where a name
 * belongs: "see caption" and what agencies put when the photographer is not
 * theirs or not to be named ("STRINGER", "Handout"), and the field's own name
 * left over from a form.
 * Where a caption belongs: what a camera fills in. Compared without case and
 * surrounding punctuation; only a whole text counts, so that a title which
 * opens with "Untitled" stays one.
 */
#include "photo/placeholder.h"

#include <stdlib.h>

#include "base/fold.h"

/* Sorted, lower case. */
static const char *const empty_words[] = {
	"n.a",           "n/a",         "na",
	"nil",           "no caption",  "none",
	"not available", "not known",   "not specified",
	"null",          "tbc",         "tbd",
	"unknown",       "unspecified", "untitled",
	"various",       "xx",          "xxx",
};

/* Sorted, lower case. Reuters and AFP by-line practice for "stringer" and
 * "handout"; field names as forms of Photo Mechanic, Photoshop and cameras'
 * set-up menus show them; Picasa names itself in Artist. */
static const char *const name_words[] = {
	"anonymous",
	"artist",
	"author",
	"by line",
	"by-line",
	"byline",
	"contributed",
	"contributor",
	"courtesy",
	"creator",
	"credit",
	"credit line",
	"credits",
	"file",
	"file photo",
	"handout",
	"handout via",
	"ho",
	"owner",
	"owner name",
	"photo",
	"photographer",
	"photographer name",
	"picasa",
	"pool",
	"pool photo",
	"see below",
	"see caption",
	"see captions",
	"see description",
	"see instructions",
	"source",
	"staff",
	"staff photo",
	"staff photographer",
	"str",
	"stringer",
	"unknown photographer",
	"user",
	"your name",
	"your name here",
};

/* Sorted, lower case: whole texts that devices and programs write, besides what
 * is_camera_name() and is_card_path() tell. Met in ImageDescription of files
 * and in the lists that KPhotoAlbum (commentsToStrip) and others pass over. */
static const char *const device_texts[] = {
	"casio computer co.,ltd",
	"created with gimp",
	"created with the gimp",
	"default",
	"exif_jpeg_picture",
	"image description",
	"minolta dsc",
	"picasa",
	"samsung",
	"samsung camera pictures",
	"sony dsc",
};

static int compare(const void *key, const void *entry)
{
	return cl_str_cmp_nocase(*(const struct cl_str *)key,
				 cl_str_from(*(const char *const *)entry));
}

#define IN_TABLE(text, table)                                                 \
 (bsearch(&(text), table, sizeof(table) / sizeof(*(table)), sizeof(*(table)), \
	  compare) != NULL)

static bool is_edge(char c)
{
	return (unsigned char)c < 0x80 && !cl_is_alpha(c) && !cl_is_digit(c);
}

/* Without punctuation and white space at either end. */
static struct cl_str bare(struct cl_str s)
{
	while (s.len > 0 && is_edge(s.ptr[0]))
		s = cl_str_sub(s, 1, s.len);
	while (s.len > 0 && is_edge(s.ptr[s.len - 1]))
		s.len--;
	return s;
}

static bool wants_name(enum cutline_field field)
{
	return field == CUTLINE_CREATORS || field == CUTLINE_AGENCIES ||
	       field == CUTLINE_CREDIT_LINE || field == CUTLINE_SOURCE;
}

bool cl_is_placeholder(enum cutline_field field, struct cl_str text)
{
	struct cl_str words = bare(text);

	if (!cl_fold_has_word(text) || IN_TABLE(words, empty_words))
		return true;
	return wants_name(field) && IN_TABLE(words, name_words);
}

/* "DCIM\100GOPRO\GOPR0482.JPG": GoPro and DJI write the file's own name. */
static bool is_card_path(struct cl_str text)
{
	return cl_str_starts_nocase(text, CL_STR("DCIM\\")) ||
	       cl_str_starts_nocase(text, CL_STR("DCIM/"));
}

/* "OLYMPUS DIGITAL CAMERA", "KODAK Digital Still Camera": a maker of a word or
 * two before it. */
static bool is_camera_name(struct cl_str text)
{
	static const size_t longest = 40;
	struct cl_str tail = CL_STR("camera");
	size_t digital = cl_str_find_nocase(text, CL_STR("digital "), 0);

	if (text.len > longest || text.len < tail.len || digital == text.len)
		return false;
	return cl_str_eq_nocase(cl_str_sub(text, text.len - tail.len, text.len),
				tail);
}

bool cl_is_device_text(struct cl_str text)
{
	struct cl_str words = bare(text);

	return words.len == 0 || is_card_path(words) || is_camera_name(words) ||
	       IN_TABLE(words, device_texts);
}
