/* SPDX-License-Identifier: MIT */
/* Picture files made byte by byte, for the tests of the image module. */
#ifndef CUTLINE_TESTS_UNIT_IMAGE_BUILD_H
#define CUTLINE_TESTS_UNIT_IMAGE_BUILD_H

#include "base/buf.h"
#include "cutline/image.h"
#include "image/record.h"

#define BUILD_MAX ((size_t)64 << 20)

/* Numbers, big-endian unless the name says little. */
void build_u8(struct cl_buf *out, unsigned n);
void build_u16(struct cl_buf *out, unsigned n);
void build_u32(struct cl_buf *out, uint32_t n);
void build_u16le(struct cl_buf *out, unsigned n);
void build_u32le(struct cl_buf *out, uint32_t n);

/* A JPEG: open, any segments, close. The picture is 64 by 48; its scan is as
 * many bytes of noise from seed. */
void build_jpeg_open(struct cl_buf *out);
void build_segment(struct cl_buf *out, unsigned marker, struct cl_str header,
		   struct cl_str body);
void build_jpeg_close(struct cl_buf *out, size_t scan_len, unsigned seed);

/* One entry of a directory; data of at most four bytes stands inside. */
struct build_entry {
	unsigned tag, type;
	uint32_t count;
	struct cl_str data;
};

/* A little-endian TIFF structure with a main directory, and an Exif and a GPS
 * directory unless their count is 0. */
struct build_dir {
	const struct build_entry *entries;
	size_t count;
};
void build_tiff(struct cl_buf *out, struct build_dir main,
		struct build_dir exif, struct build_dir gps);

void build_dataset(struct cl_buf *out, unsigned record, unsigned number,
		   struct cl_str value);
void build_resource(struct cl_buf *out, unsigned id, struct cl_str data);

/* A file with all three blocks. */
void build_usual(struct cl_buf *out);

#define BUILD_XMP_HEADER CL_STR("http://ns.adobe.com/xap/1.0/\0")
#define BUILD_EXIF_HEADER CL_STR("Exif\0\0")
#define BUILD_IRB_HEADER CL_STR("Photoshop 3.0\0")

/* A packet around elements of one rdf:Description. */
#define BUILD_XMP(inside)                                            \
 "<?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?>"                \
 "<x:xmpmeta xmlns:x='adobe:ns:meta/'>"                              \
 "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>" \
 "<rdf:Description rdf:about=''"                                     \
 " xmlns:dc='http://purl.org/dc/elements/1.1/'"                      \
 " xmlns:photoshop='http://ns.adobe.com/photoshop/1.0/'"             \
 " xmlns:Iptc4xmpExt='http://iptc.org/std/Iptc4xmpExt/2008-02-29/'"  \
 " xmlns:Iptc4xmpCore='http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/'" \
 " xmlns:plus='http://ns.useplus.org/ldf/xmp/1.0/'"                  \
 " xmlns:xmpMM='http://ns.adobe.com/xap/1.0/mm/'"                    \
 " xmlns:xmpNote='http://ns.adobe.com/xmp/note/'>" inside            \
 "</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end='w'?>"

/* Read a whole file from memory; NULL, with the status, when it fails. */
struct cutline_image *build_read(struct cl_str file,
				 enum cutline_status *status);

/* The value of a tag: the n-th of block, or NULL. */
const char *build_value(const struct cutline_image *image, const char *name,
			unsigned block, size_t n);

/* Whether a remark contains words. */
bool build_warned(const struct cutline_image *image, const char *words);

#endif
