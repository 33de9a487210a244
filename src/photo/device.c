/* SPDX-License-Identifier: MIT */
/*
 * Texts that devices and programs put where people write.
 *
 * Cameras fill ImageDescription with their name or that of the file, some
 * UserComment with a dump of their registers; their menus' first setting of
 * Copyright names the camera. What the file itself gives as maker, model or
 * software is no caption and nobody's name. Compared without case and
 * surrounding punctuation; only a whole text counts.
 */
#include "photo/device.h"

#include <stdlib.h>
#include <string.h>

#include "names/key.h"
#include "photo/placeholder.h"

/* Sorted, lower case: whole texts, besides what the functions below tell. Met
 * in ImageDescription and UserComment of files, and in the lists that
 * KPhotoAlbum (commentsToStrip), iNaturalist (BRANDED_DESCRIPTIONS) and others
 * pass over. "ASCI" and "ASCII" are a UserComment's code with no comment;
 * "Screenshot" is Apple's. */
static const char *const texts[] = {
	"applemark",
	"asci",
	"ascii",
	"binary comment",
	"camera",
	"casio computer co.,ltd",
	"charset=ascii",
	"created with gimp",
	"created with the gimp",
	"default",
	"exif_jpeg_picture",
	"gcm_tag",
	"googleuploaded",
	"jenoptik digital camera",
	"jpeg",
	"minolta dsc",
	"picasa",
	"samsung",
	"samsung camera pictures",
	"samsung csc",
	"screenshot",
	"sony dsc",
	"unicode",
};

/* What such texts begin with. */
static const struct cl_str beginnings[] = {
	CL_STR_INIT("dcim\\"), /* GoPro and DJI: the file's own path */
	CL_STR_INIT("dcim/"),
	CL_STR_INIT("file written by adobe photoshop"),
	CL_STR_INIT("lead technologies inc"),
	CL_STR_INIT("processed by ebay"),
};

static const struct cl_str endings[] = {
	CL_STR_INIT(".arw"),  CL_STR_INIT(".cr2"),  CL_STR_INIT(".cr3"),
	CL_STR_INIT(".dng"),  CL_STR_INIT(".gif"),  CL_STR_INIT(".heic"),
	CL_STR_INIT(".jpeg"), CL_STR_INIT(".jpg"),  CL_STR_INIT(".nef"),
	CL_STR_INIT(".png"),  CL_STR_INIT(".psd"),  CL_STR_INIT(".raf"),
	CL_STR_INIT(".tif"),  CL_STR_INIT(".tiff"),
};

static int compare(const void *key, const void *entry)
{
	return cl_str_cmp_nocase(*(const struct cl_str *)key,
				 cl_str_from(*(const char *const *)entry));
}

/* "<KENOX S1050 / Samsung S1050>" */
static bool is_in_angles(struct cl_str text)
{
	return text.len > 2 && text.ptr[0] == '<' &&
	       text.ptr[text.len - 1] == '>' &&
	       cl_str_find_nocase(text, CL_STR("samsung"), 0) < text.len;
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

static bool begins_so(struct cl_str text)
{
	for (size_t i = 0; i < sizeof(beginnings) / sizeof(*beginnings); i++)
		if (cl_str_starts_nocase(text, beginnings[i]))
			return true;
	return false;
}

/* "DCFC1247.JPG" */
static bool is_file_name(struct cl_str text)
{
	if (cl_str_find_char(text, ' ', 0) < text.len)
		return false;
	for (size_t i = 0; i < sizeof(endings) / sizeof(*endings); i++)
		if (text.len > endings[i].len &&
		    cl_str_eq_nocase(cl_str_sub(text, text.len - endings[i].len,
						text.len),
				     endings[i]))
			return true;
	return false;
}

/* "000007", "0.9.142", and "R:  139 G:  255 B:  189 X:39852 Y:    0": figures
 * alone, or a dump of them. */
static bool is_figures(struct cl_str text)
{
	size_t letters = 0, digits = 0, colons = 0;

	for (size_t i = 0; i < text.len; i++) {
		letters += cl_is_alpha(text.ptr[i]) || (text.ptr[i] & 0x80);
		digits += cl_is_digit(text.ptr[i]);
		colons += text.ptr[i] == ':';
	}
	return letters == 0 || (colons >= 5 && digits > letters);
}

/* A buffer that was never written, read as letters: one of them throughout. */
static bool is_filler(struct cl_str text)
{
	static const size_t times = 4;
	size_t size = 1;

	if (text.len == 0 || !(text.ptr[0] & 0x80))
		return false;
	while (size < text.len &&
	       ((unsigned char)text.ptr[size] & 0xC0) == 0x80)
		size++;
	for (size_t i = 1; i < times; i++)
		if ((i + 1) * size > text.len ||
		    memcmp(text.ptr, text.ptr + i * size, size) != 0)
			return false;
	return true;
}

/* Phones of Huawei write the mode of the camera: "oznor", "hdr". */
static bool is_mode_of_phone(const struct cutline_image *image,
			     struct cl_str text)
{
	static const size_t longest = 6;
	struct cl_str make = cl_str_from(cutline_image_tag(image, "exif:Make"));

	if (text.len > longest || (!cl_str_eq_nocase(make, CL_STR("huawei")) &&
				   !cl_str_eq_nocase(make, CL_STR("honor"))))
		return false;
	for (size_t i = 0; i < text.len; i++)
		if (!cl_is_lower(text.ptr[i]))
			return false;
	return true;
}

/* The file's own words for what made it, "NIKON D70". */
static bool names_device(const struct cutline_image *image, struct cl_str text)
{
	static const char *const tags[] = { "exif:Make", "exif:Model",
					    "exif:Software", "xmp:tiff:Model",
					    "xmp:xmp:CreatorTool" };
	const char *make = cutline_image_tag(image, "exif:Make");

	if (make && cl_str_skip_nocase(&text, cl_str_from(make)))
		text = cl_str_trim(text);
	if (text.len == 0)
		return true;
	for (size_t i = 0; i < sizeof(tags) / sizeof(*tags); i++) {
		const char *name = cutline_image_tag(image, tags[i]);

		if (name && cl_key_eq(text, cl_str_from(name)))
			return true;
	}
	return false;
}

/* "(C) by Caplio Pro G3 User" */
static bool is_of_user(const struct cutline_image *image, struct cl_str text)
{
	struct cl_str model =
		cl_str_from(cutline_image_tag(image, "exif:Model"));

	return model.len > 0 && cl_str_ends(text, CL_STR(" User")) &&
	       cl_str_find_nocase(text, model, 0) < text.len;
}

bool cl_is_device_text(const struct cutline_image *image,
		       enum cutline_field field, struct cl_str text)
{
	struct cl_str words = cl_bare_words(text);
	bool caption = field == CUTLINE_CAPTION;

	switch (field) {
	case CUTLINE_CAPTION:
	case CUTLINE_TITLE:
		if (words.len == 0 || begins_so(words) ||
		    is_camera_name(words) || is_in_angles(text) ||
		    bsearch(&words, texts, sizeof(texts) / sizeof(*texts),
			    sizeof(*texts), compare))
			return true;
		return names_device(image, text) ||
		       (caption &&
			(is_file_name(words) || is_figures(words) ||
			 is_filler(words) || is_mode_of_phone(image, words)));
	case CUTLINE_CREATORS:
	case CUTLINE_CREDIT_LINE:
	case CUTLINE_SOURCE:
		return is_camera_name(words) || names_device(image, text);
	case CUTLINE_COPYRIGHT_NOTICE:
		return is_of_user(image, words) || names_device(image, words);
	default:
		return false;
	}
}
