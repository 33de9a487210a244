/* SPDX-License-Identifier: MIT */
#ifndef CL_PHOTO_TAGS_H
#define CL_PHOTO_TAGS_H

#include "base/str.h"
#include "cutline/field.h"

/* Who says it, in the order that a field listens to them; XMP and IIM change
 * places when IPTCDigest says that IIM was edited last. */
enum cl_source_block {
	CL_BLOCK_XMP,
	CL_BLOCK_IIM,
	CL_BLOCK_CAPTION,
	CL_BLOCK_EXIF,
};

/* What a tag's text is, hence how it is read. */
enum cl_source_form {
	CL_FORM_TEXT,      /* as it stands */
	CL_FORM_LIST,      /* the tag stands once for each item */
	CL_FORM_SEMICOLON, /* the items stand in one text, parted by ";" */
	CL_FORM_CREATORS,  /* by-lines, one an item */
	CL_FORM_ARTIST,    /* by-lines in one text, parted by ";" */
	CL_FORM_CREDIT,    /* a credit line */
	CL_FORM_SOURCE,    /* a supplier */
	CL_FORM_DATE,      /* the day of a clock reading */
	CL_FORM_MOMENT,    /* a clock reading */
	CL_FORM_CITY,
	CL_FORM_STATE,
	CL_FORM_COUNTRY, /* a name or a code */
	CL_FORM_CODE,    /* a name or a code, wanted as alpha-2 */
	CL_FORM_ORDERS,  /* instructions, restrictions among them */
	CL_FORM_CAMERA,
	CL_FORM_REFERENCE, /* a number; the entry's kind says whose */
};

struct cl_source {
	enum cutline_field field;
	struct cl_str tag;
	enum cl_source_form form;
	/* 0: asked first. Values of different levels say different things
	 * (what is shown, where it was taken), so they do not contradict. */
	unsigned char level;
	const char *kind; /* references: "getty", …; else NULL */
};

extern const struct cl_source cl_sources[];
extern const size_t cl_source_count;

/* The block a tag's name begins with. */
enum cl_source_block cl_source_block(struct cl_str tag);

#endif
