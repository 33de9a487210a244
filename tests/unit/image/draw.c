/* SPDX-License-Identifier: MIT */
#include "draw.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jpeglib.h>

#include "build.h"

#define DRAW_SCANS_MAX (1 + 2 * 63)

static void put_pixel(const struct draw *d, uint32_t colour, JSAMPLE *to)
{
	uint8_t rgb[3] = { (uint8_t)(colour >> 16), (uint8_t)(colour >> 8),
			   (uint8_t)colour };

	if (d->components == 1) {
		*to = rgb[1];
		return;
	}
	/* No black: the other three inks alone, inverted as Adobe does. */
	for (int i = 0; i < 3; i++)
		to[i] = d->plain_cmyk ? (uint8_t)(255 - rgb[i]) : rgb[i];
	if (d->components == 4)
		to[3] = d->plain_cmyk ? 0 : 255;
}

static void put_rows(struct jpeg_compress_struct *c, const struct draw *d)
{
	size_t size = (size_t)c->input_components;
	JSAMPROW row = malloc(size * d->width);

	assert(row);
	while (c->next_scanline < d->height) {
		size_t below = c->next_scanline >= d->height / 2;

		for (size_t x = 0; x < d->width; x++)
			put_pixel(d, d->fields[2 * below + (x >= d->width / 2)],
				  row + x * size);
		(void)jpeg_write_scanlines(c, &row, 1);
	}
	free(row);
}

/* The means, then every coefficient up to its last bit, then that. */
static void set_scans(struct jpeg_compress_struct *c,
		      jpeg_scan_info scans[DRAW_SCANS_MAX], unsigned bands)
{
	int n = 0;

	scans[n++] = (jpeg_scan_info){ .comps_in_scan = 1 };
	for (int last = 1; last >= 0; last--) {
		for (int k = 1; k <= (int)bands; k++) {
			scans[n++] = (jpeg_scan_info){
				.comps_in_scan = 1,
				.Ss = k,
				.Se = k,
				.Ah = last ? 0 : 1,
				.Al = last,
			};
		}
	}
	c->scan_info = scans;
	c->num_scans = n;
}

static void set_up(struct jpeg_compress_struct *c, const struct draw *d)
{
	c->image_width = d->width;
	c->image_height = d->height;
	c->input_components = d->components ? (int)d->components : 3;
	c->in_color_space = c->input_components == 1   ? JCS_GRAYSCALE
			    : c->input_components == 3 ? JCS_RGB
						       : JCS_CMYK;
	jpeg_set_defaults(c);
	if (d->ycck)
		jpeg_set_colorspace(c, JCS_YCCK);
	if (d->rgb)
		jpeg_set_colorspace(c, JCS_RGB);
	if (d->plain_cmyk)
		c->write_Adobe_marker = FALSE;
	jpeg_set_quality(c, 92, TRUE);
	if (d->progressive)
		jpeg_simple_progression(c);
	c->restart_in_rows = (int)d->restart;
}

static void put_exif(struct cl_buf *out, const struct draw *d)
{
	unsigned entries = d->thumbnail_orientation ? 4 : 3;
	struct cl_buf tiff;

	cl_buf_init(&tiff, BUILD_MAX);
	cl_buf_add(&tiff, "II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0", 18);
	build_u32le(&tiff, d->orientation);
	build_u32le(&tiff, d->thumbnail.len ? 26 : 0);
	build_u16le(&tiff, entries);
	cl_buf_add(&tiff, "\x03\x01\x03\0\x01\0\0\0\x06\0\0\0", 12);
	if (d->thumbnail_orientation) {
		cl_buf_add(&tiff, "\x12\x01\x03\0\x01\0\0\0", 8);
		build_u32le(&tiff, d->thumbnail_orientation);
	}
	cl_buf_add(&tiff, "\x01\x02\x04\0\x01\0\0\0", 8);
	build_u32le(&tiff, 26 + 2 + 12 * entries + 4);
	cl_buf_add(&tiff, "\x02\x02\x04\0\x01\0\0\0", 8);
	build_u32le(&tiff, (uint32_t)d->thumbnail.len);
	build_u32le(&tiff, 0);
	cl_buf_add_str(&tiff, d->thumbnail);
	build_segment(out, 0xE1, BUILD_EXIF_HEADER, cl_buf_str(&tiff));
	cl_buf_release(&tiff);
}

void draw_jpeg(struct cl_buf *out, const struct draw *d)
{
	struct jpeg_compress_struct c;
	struct jpeg_error_mgr errors;
	unsigned char *data = NULL;
	unsigned long size = 0;
	jpeg_scan_info scans[DRAW_SCANS_MAX];

	c.err = jpeg_std_error(&errors);
	jpeg_create_compress(&c);
	jpeg_mem_dest(&c, &data, &size);
	set_up(&c, d);
	if (d->bands)
		set_scans(&c, scans, d->bands);
	jpeg_start_compress(&c, TRUE);
	put_rows(&c, d);
	jpeg_finish_compress(&c);
	jpeg_destroy_compress(&c);
	build_jpeg_open(out);
	if (d->orientation || d->thumbnail.len)
		put_exif(out, d);
	if (d->profile.len)
		build_segment(out, 0xE2, CL_STR("ICC_PROFILE\0\1\1"),
			      d->profile);
	cl_buf_add(out, data + 2, size - 2);
	free(data);
}

static uint32_t pixel(const JSAMPLE *rgb)
{
	return (uint32_t)(rgb[0] << 16 | rgb[1] << 8 | rgb[2]);
}

/* Markers of what is stored beside the picture. */
static void check_markers(const struct jpeg_decompress_struct *c)
{
	const struct jpeg_marker_struct *m;

	for (m = c->marker_list; m; m = m->next)
		assert(m->marker == JPEG_APP0 || m->marker == JPEG_APP0 + 14);
}

struct seen draw_see(struct cl_str jpeg)
{
	struct jpeg_decompress_struct c;
	struct jpeg_error_mgr errors;
	struct seen seen = { 0 };
	JSAMPARRAY row;

	c.err = jpeg_std_error(&errors);
	jpeg_create_decompress(&c);
	jpeg_mem_src(&c, (const unsigned char *)jpeg.ptr, jpeg.len);
	for (int i = 0; i < 16; i++)
		jpeg_save_markers(&c, JPEG_APP0 + i, 0xFFFF);
	jpeg_save_markers(&c, JPEG_COM, 0xFFFF);
	(void)jpeg_read_header(&c, TRUE);
	check_markers(&c);
	c.out_color_space = JCS_RGB;
	(void)jpeg_start_decompress(&c);
	seen.width = c.output_width;
	seen.height = c.output_height;
	row = c.mem->alloc_sarray((j_common_ptr)&c, JPOOL_IMAGE,
				  3 * c.output_width, 1);
	for (unsigned y = 0; y < seen.height; y++) {
		(void)jpeg_read_scanlines(&c, row, 1);
		for (unsigned i = 0; i < 4; i++)
			if (y == (2 * (i / 2) + 1) * seen.height / 4)
				seen.fields[i] =
					pixel(row[0] + 3 * ((2 * (i % 2) + 1) *
							    seen.width / 4));
	}
	(void)jpeg_finish_decompress(&c);
	jpeg_destroy_decompress(&c);
	assert(errors.num_warnings == 0);
	return seen;
}

unsigned draw_apart(uint32_t a, uint32_t b)
{
	unsigned most = 0;

	for (int i = 0; i < 24; i += 8) {
		int apart = (int)(a >> i & 255) - (int)(b >> i & 255);

		if ((unsigned)abs(apart) > most)
			most = (unsigned)abs(apart);
	}
	return most;
}
