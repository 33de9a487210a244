/* SPDX-License-Identifier: MIT */
#include "build.h"

#include <assert.h>
#include <string.h>

#include "image/image.h"

void build_u8(struct cl_buf *out, unsigned n)
{
	cl_buf_add_char(out, (char)n);
}

void build_u16(struct cl_buf *out, unsigned n)
{
	build_u8(out, n >> 8);
	build_u8(out, n);
}

void build_u32(struct cl_buf *out, uint32_t n)
{
	build_u16(out, n >> 16);
	build_u16(out, n & 0xFFFF);
}

void build_u16le(struct cl_buf *out, unsigned n)
{
	build_u8(out, n);
	build_u8(out, n >> 8);
}

void build_u32le(struct cl_buf *out, uint32_t n)
{
	build_u16le(out, n & 0xFFFF);
	build_u16le(out, n >> 16);
}

void build_jpeg_open(struct cl_buf *out)
{
	cl_buf_init(out, BUILD_MAX);
	build_u16(out, 0xFFD8);
}

void build_segment(struct cl_buf *out, unsigned marker, struct cl_str header,
		   struct cl_str body)
{
	build_u16(out, 0xFF00 | marker);
	build_u16(out, (unsigned)(2 + header.len + body.len));
	cl_buf_add_str(out, header);
	cl_buf_add_str(out, body);
}

void build_jpeg_close(struct cl_buf *out, size_t scan_len, unsigned seed)
{
	static const char frame[] = "\x08\0\x30\0\x40\x01\x01\x11\0";
	static const char scan[] = "\x01\x01\0\0\x3F\0";

	build_segment(out, 0xC0, (struct cl_str){ frame, sizeof(frame) - 1 },
		      (struct cl_str){ 0 });
	build_segment(out, 0xDA, (struct cl_str){ scan, sizeof(scan) - 1 },
		      (struct cl_str){ 0 });
	for (size_t i = 0; i < scan_len; i++) {
		seed = seed * 1103515245 + 12345;
		build_u8(out, (seed >> 16) % 255);
	}
	build_u16(out, 0xFFD9);
}

static void put_dir(struct cl_buf *out, struct cl_buf *values, size_t values_at,
		    struct build_dir dir)
{
	for (size_t i = 0; i < dir.count; i++) {
		const struct build_entry *e = &dir.entries[i];

		build_u16le(out, e->tag);
		build_u16le(out, e->type);
		build_u32le(out, e->count);
		if (e->data.len > 4) {
			build_u32le(out, (uint32_t)(values_at + values->len));
			cl_buf_add_str(values, e->data);
			continue;
		}
		cl_buf_add_str(out, e->data);
		for (size_t k = e->data.len; k < 4; k++)
			build_u8(out, 0);
	}
}

static void put_pointer(struct cl_buf *out, unsigned tag, size_t to)
{
	build_u16le(out, tag);
	build_u16le(out, 4);
	build_u32le(out, 1);
	build_u32le(out, (uint32_t)to);
}

void build_tiff(struct cl_buf *out, struct build_dir main,
		struct build_dir exif, struct build_dir gps)
{
	size_t pointers = (exif.count > 0) + (gps.count > 0);
	size_t exif_at = 8 + 6 + 12 * (main.count + pointers);
	size_t gps_at = exif_at + (exif.count ? 6 + 12 * exif.count : 0);
	size_t values_at = gps_at + (gps.count ? 6 + 12 * gps.count : 0);
	struct cl_buf values;

	cl_buf_init(&values, BUILD_MAX);
	cl_buf_add(out, "II*\0", 4);
	build_u32le(out, 8);
	build_u16le(out, (unsigned)(main.count + pointers));
	put_dir(out, &values, values_at, main);
	if (exif.count)
		put_pointer(out, 0x8769, exif_at);
	if (gps.count)
		put_pointer(out, 0x8825, gps_at);
	build_u32le(out, 0);
	if (exif.count) {
		build_u16le(out, (unsigned)exif.count);
		put_dir(out, &values, values_at, exif);
		build_u32le(out, 0);
	}
	if (gps.count) {
		build_u16le(out, (unsigned)gps.count);
		put_dir(out, &values, values_at, gps);
		build_u32le(out, 0);
	}
	cl_buf_add_str(out, cl_buf_str(&values));
	cl_buf_release(&values);
}

void build_dataset(struct cl_buf *out, unsigned record, unsigned number,
		   struct cl_str value)
{
	build_u8(out, 0x1C);
	build_u8(out, record);
	build_u8(out, number);
	build_u16(out, (unsigned)value.len);
	cl_buf_add_str(out, value);
}

void build_resource(struct cl_buf *out, unsigned id, struct cl_str data)
{
	cl_buf_add_cstr(out, "8BIM");
	build_u16(out, id);
	build_u16(out, 0);
	build_u32(out, (uint32_t)data.len);
	cl_buf_add_str(out, data);
	if (data.len % 2)
		build_u8(out, 0);
}

static void add_usual_exif(struct cl_buf *out)
{
	static const struct build_entry main_dir[] = {
		{ 0x010E, 2, 12, CL_STR_INIT("A caption. \0") },
		{ 0x0112, 3, 1, CL_STR_INIT("\x06\0") },
		{ 0x013B, 2, 9, CL_STR_INIT("Ana Lima\0") },
	};
	static const struct build_entry exif_dir[] = {
		{ 0x9003, 2, 20, CL_STR_INIT("2023:04:17 14:03:22\0") },
	};
	static const struct build_entry gps_dir[] = {
		{ 1, 2, 2, CL_STR_INIT("N\0") },
		{ 2, 5, 3,
		  CL_STR_INIT("\x2B\0\0\0\x01\0\0\0\x1E\0\0\0\x01\0\0\0"
			      "\0\0\0\0\x01\0\0\0") },
		{ 3, 2, 2, CL_STR_INIT("W\0") },
		{ 4, 5, 3,
		  CL_STR_INIT("\x07\0\0\0\x01\0\0\0\x0F\0\0\0\x01\0\0\0"
			      "\0\0\0\0\0\0\0\0") },
	};
	struct cl_buf tiff;

	cl_buf_init(&tiff, BUILD_MAX);
	build_tiff(&tiff, (struct build_dir){ main_dir, 3 },
		   (struct build_dir){ exif_dir, 1 },
		   (struct build_dir){ gps_dir, 4 });
	build_segment(out, 0xE1, BUILD_EXIF_HEADER, cl_buf_str(&tiff));
	cl_buf_release(&tiff);
}

static void add_usual_iim(struct cl_buf *out)
{
	struct cl_buf iim;
	struct cl_buf irb;

	cl_buf_init(&iim, BUILD_MAX);
	cl_buf_init(&irb, BUILD_MAX);
	build_dataset(&iim, 1, 90, CL_STR("\x1B%G"));
	build_dataset(&iim, 2, 80, CL_STR("Ana Lima"));
	build_dataset(&iim, 2, 90, CL_STR("Malm\xC3\xB6"));
	build_dataset(&iim, 2, 25, CL_STR("sea"));
	build_dataset(&iim, 2, 25, CL_STR("ships"));
	build_resource(&irb, 0x0404, cl_buf_str(&iim));
	build_segment(out, 0xED, BUILD_IRB_HEADER, cl_buf_str(&irb));
	cl_buf_release(&iim);
	cl_buf_release(&irb);
}

void build_usual(struct cl_buf *out)
{
	build_jpeg_open(out);
	add_usual_exif(out);
	add_usual_iim(out);
	build_segment(out, 0xE1, BUILD_XMP_HEADER,
		      CL_STR(BUILD_XMP("<dc:creator><rdf:Seq>"
				       "<rdf:li>Ana Lima</rdf:li>"
				       "<rdf:li>Bo Ek</rdf:li>"
				       "</rdf:Seq></dc:creator>"
				       "<photoshop:City>Malm\xC3\xB6"
				       "</photoshop:City>")));
	build_jpeg_close(out, 4000, 1);
}

struct cutline_image *build_read(struct cl_str file,
				 enum cutline_status *status)
{
	struct cutline_image *image;
	struct cutline_error err = { 0 };
	struct cl_source s;

	cl_source_memory(&s, file);
	*status = cl_picture_read(&s, &image, &err);
	assert(*status == err.status);
	assert(!*status == !!image);
	return image;
}

const char *build_value(const struct cutline_image *image, const char *name,
			unsigned block, size_t n)
{
	for (size_t i = 0; i < image->tag_count; i++)
		if (image->tags[i].block == block &&
		    strcmp(image->tags[i].name, name) == 0 && n-- == 0)
			return image->tags[i].text;
	return NULL;
}

bool build_warned(const struct cutline_image *image, const char *words)
{
	for (size_t i = 0; i < image->warning_count; i++)
		if (strstr(image->warnings[i], words))
			return true;
	return false;
}
