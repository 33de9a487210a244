/* SPDX-License-Identifier: MIT */
/*
 * Texts that fill a field without saying anything.
 *
 * In any field: what has no letter and no digit, "n/a", "none". Where a name
 * belongs: "see caption" and what agencies put when the photographer is not
 * theirs or not to be named ("STRINGER", "Handout"), and the field's own name
 * left over from a form. Compared without case and surrounding punctuation;
 * only a whole text counts, so that a title which opens with "Untitled" stays
 * one.
 */
#include "photo/placeholder.h"

#include <stdlib.h>

#include "base/fold.h"
#include "names/key.h"

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

/* What forms call a field, besides the name it has here; compared without
 * blanks and signs. From Photo Mechanic's and Photoshop's panels, IIM's names
 * for its datasets and XMP's for its properties. */
static const struct {
	enum cutline_field field;
	struct cl_str name;
} own_names[] = {
	{ CUTLINE_SUBLOCATION, CL_STR_INIT("location") },
	{ CUTLINE_SUBLOCATION, CL_STR_INIT("sub-location") },
	{ CUTLINE_PROVINCE_STATE, CL_STR_INIT("province") },
	{ CUTLINE_PROVINCE_STATE, CL_STR_INIT("state") },
	{ CUTLINE_PROVINCE_STATE, CL_STR_INIT("state/province") },
	{ CUTLINE_EVENTS, CL_STR_INIT("event") },
	{ CUTLINE_EVENTS, CL_STR_INIT("event name") },
	{ CUTLINE_PERSONS, CL_STR_INIT("person") },
	{ CUTLINE_PERSONS, CL_STR_INIT("person shown") },
	{ CUTLINE_PERSONS, CL_STR_INIT("person in image") },
	{ CUTLINE_REFERENCES, CL_STR_INIT("reference") },
	{ CUTLINE_REFERENCES, CL_STR_INIT("job identifier") },
	{ CUTLINE_REFERENCES, CL_STR_INIT("transmission reference") },
	{ CUTLINE_REFERENCES, CL_STR_INIT("original transmission reference") },
	{ CUTLINE_CAPTION, CL_STR_INIT("caption/abstract") },
	{ CUTLINE_CAPTION, CL_STR_INIT("caption/description") },
	{ CUTLINE_CAPTION, CL_STR_INIT("description") },
	{ CUTLINE_CAPTION, CL_STR_INIT("image description") },
	{ CUTLINE_CAPTION, CL_STR_INIT("user comment") },
	{ CUTLINE_TITLE, CL_STR_INIT("document title") },
	{ CUTLINE_TITLE, CL_STR_INIT("object name") },
	{ CUTLINE_COPYRIGHT_NOTICE, CL_STR_INIT("copyright") },
	{ CUTLINE_INSTRUCTIONS, CL_STR_INIT("special instructions") },
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

struct cl_str cl_bare_words(struct cl_str s)
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

/* "Headline", "Object Name", "No headline": left over from a form. */
static bool is_own_name(enum cutline_field field, struct cl_str text)
{
	(void)cl_str_skip_nocase(&text, CL_STR("no "));
	if (cl_key_eq(text, cl_str_from(cutline_field_name(field))))
		return true;
	for (size_t i = 0; i < sizeof(own_names) / sizeof(*own_names); i++)
		if (own_names[i].field == field &&
		    cl_key_eq(text, own_names[i].name))
			return true;
	return false;
}

bool cl_is_placeholder(enum cutline_field field, struct cl_str text)
{
	struct cl_str words = cl_bare_words(text);

	if (!cl_fold_has_word(text) || IN_TABLE(words, empty_words) ||
	    (words.len < 40 && is_own_name(field, words)))
		return true;
	return wants_name(field) && IN_TABLE(words, name_words);
}
