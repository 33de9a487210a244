/* SPDX-License-Identifier: MIT */
#include "image/sniff.h"

#define SNIFF_LEN 64

struct magic {
	struct cl_str bytes;
	enum cutline_image_type type;
};

/* Longer ones before those they begin with. Raw formats: Fujifilm, Olympus,
 * Panasonic, Minolta, Sigma, Canon (CRW; CR2 is TIFF with its own mark). */
static const struct magic magics[] = {
	{ CL_STR_INIT("\xFF\xD8"), CUTLINE_IMAGE_JPEG },
	{ CL_STR_INIT("\x89PNG\r\n\x1A\n"), CUTLINE_IMAGE_PNG },
	{ CL_STR_INIT("GIF87a"), CUTLINE_IMAGE_GIF },
	{ CL_STR_INIT("GIF89a"), CUTLINE_IMAGE_GIF },
	{ CL_STR_INIT("FUJIFILMCCD-RAW"), CUTLINE_IMAGE_RAW },
	{ CL_STR_INIT("IIRO"), CUTLINE_IMAGE_RAW },
	{ CL_STR_INIT("IIRS"), CUTLINE_IMAGE_RAW },
	{ CL_STR_INIT("MMOR"), CUTLINE_IMAGE_RAW },
	{ CL_STR_INIT("IIU\0"), CUTLINE_IMAGE_RAW },
	{ CL_STR_INIT("\0MRM"), CUTLINE_IMAGE_RAW },
	{ CL_STR_INIT("FOVb"), CUTLINE_IMAGE_RAW },
	{ CL_STR_INIT("II\x1A\0\0\0HEAPCCDR"), CUTLINE_IMAGE_RAW },
	{ CL_STR_INIT("II*\0"), CUTLINE_IMAGE_TIFF },
	{ CL_STR_INIT("MM\0*"), CUTLINE_IMAGE_TIFF },
};

/* Brands of ISO base media files (ISO/IEC 14496-12 section 4.3) that hold a
 * picture: MPEG's registered ones and Canon's raw. */
static const struct magic brands[] = {
	{ CL_STR_INIT("avif"), CUTLINE_IMAGE_AVIF },
	{ CL_STR_INIT("avis"), CUTLINE_IMAGE_AVIF },
	{ CL_STR_INIT("crx "), CUTLINE_IMAGE_RAW },
	{ CL_STR_INIT("heic"), CUTLINE_IMAGE_HEIF },
	{ CL_STR_INIT("heim"), CUTLINE_IMAGE_HEIF },
	{ CL_STR_INIT("heis"), CUTLINE_IMAGE_HEIF },
	{ CL_STR_INIT("heix"), CUTLINE_IMAGE_HEIF },
	{ CL_STR_INIT("hevc"), CUTLINE_IMAGE_HEIF },
	{ CL_STR_INIT("hevx"), CUTLINE_IMAGE_HEIF },
	{ CL_STR_INIT("mif1"), CUTLINE_IMAGE_HEIF },
	{ CL_STR_INIT("mif2"), CUTLINE_IMAGE_HEIF },
	{ CL_STR_INIT("msf1"), CUTLINE_IMAGE_HEIF },
};

static enum cutline_image_type by_brand(struct cl_str brand)
{
	for (size_t i = 0; i < sizeof(brands) / sizeof(brands[0]); i++)
		if (cl_str_eq(brand, brands[i].bytes))
			return brands[i].type;
	return CUTLINE_IMAGE_UNKNOWN;
}

/* The major brand decides; "mif1" says only that it is a picture, and which
 * kind the compatible brands tell. */
static enum cutline_image_type sniff_media(struct cl_str head)
{
	struct cl_str major = cl_str_sub(head, 8, 12);
	enum cutline_image_type type = by_brand(major);

	if (!cl_str_eq(major, CL_STR("mif1")))
		return type;
	for (size_t at = 16; at + 4 <= head.len; at += 4)
		if (by_brand(cl_str_sub(head, at, at + 4)) ==
		    CUTLINE_IMAGE_AVIF)
			return CUTLINE_IMAGE_AVIF;
	return type;
}

enum cutline_image_type cl_sniff(struct cl_source *s)
{
	struct cl_str head;
	size_t got;
	const uint8_t *p = cl_source_peek(s, 0, SNIFF_LEN, &got);

	head = (struct cl_str){ (const char *)p, got };
	if (cl_str_starts(head, CL_STR("II*\0")) &&
	    cl_str_eq(cl_str_sub(head, 8, 11), CL_STR("CR\x02")))
		return CUTLINE_IMAGE_RAW;
	for (size_t i = 0; i < sizeof(magics) / sizeof(magics[0]); i++)
		if (cl_str_starts(head, magics[i].bytes))
			return magics[i].type;
	if (cl_str_starts(head, CL_STR("RIFF")) &&
	    cl_str_eq(cl_str_sub(head, 8, 12), CL_STR("WEBP")))
		return CUTLINE_IMAGE_WEBP;
	if (cl_str_eq(cl_str_sub(head, 4, 8), CL_STR("ftyp")))
		return sniff_media(head);
	return CUTLINE_IMAGE_UNKNOWN;
}
