/* SPDX-License-Identifier: MIT */
/* Drawing, turning and encoding; nothing here knows of metadata. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jpeglib.h>

#include "forge/canvas.h"

#define LONG_SIDE 960

struct pixels {
	unsigned width, height;
	uint8_t *rgb;
};

static void pixels_init(struct pixels *pixels, unsigned width, unsigned height)
{
	pixels->width = width;
	pixels->height = height;
	pixels->rgb = malloc((size_t)width * height * 3);
	if (!pixels->rgb)
		forge_die("out of memory", "pixels");
}

/*
 * The scene is drawn large and averaged down, which smooths its edges, and the
 * grain comes after, since averaging would take it out again.
 */
static void paint(struct pixels *pixels, const struct forge_drawing *drawing)
{
	unsigned w = pixels->width, h = pixels->height;
	struct forge_canvas sheet, small;

	forge_canvas_init(&sheet, (int)(w >= h ? LONG_SIDE : LONG_SIDE * w / h),
			  (int)(w >= h ? LONG_SIDE * h / w : LONG_SIDE));
	sheet.dice = drawing->seed;
	forge_scene_draw(&sheet, drawing->scene ? drawing->scene : "portrait");
	if (drawing->mono)
		forge_fade(&sheet);
	forge_shrink(&sheet, (int)w, (int)h, pixels->rgb);
	small = (struct forge_canvas){ (int)w, (int)h, pixels->rgb,
				       drawing->seed + drawing->exposure };
	forge_grain(&small, drawing->grain);
	forge_canvas_release(&sheet);
}

/* Where the pixel that is stored at x, y stands when the picture is upright. */
static struct forge_point upright(const struct pixels *from, unsigned x,
				  unsigned y, unsigned orientation)
{
	int w = (int)from->width, h = (int)from->height;

	switch (orientation) {
	case 3:
		return (struct forge_point){ w - 1 - (int)x, h - 1 - (int)y };
	case 6:
		return (struct forge_point){ w - 1 - (int)y, (int)x };
	case 8:
		return (struct forge_point){ (int)y, h - 1 - (int)x };
	default:
		return (struct forge_point){ (int)x, (int)y };
	}
}

static void turn(struct pixels *pixels, unsigned orientation)
{
	bool side = orientation == 6 || orientation == 8;
	struct pixels out;
	uint8_t *to;

	pixels_init(&out, side ? pixels->height : pixels->width,
		    side ? pixels->width : pixels->height);
	to = out.rgb;
	for (unsigned y = 0; y < out.height; y++) {
		for (unsigned x = 0; x < out.width; x++) {
			struct forge_point at =
				upright(pixels, x, y, orientation);
			size_t from = 3 * ((size_t)at.y * pixels->width +
					   (size_t)at.x);

			memcpy(to, pixels->rgb + from, 3);
			to += 3;
		}
	}
	free(pixels->rgb);
	*pixels = out;
}

static void encode(struct forge_buf *out, const struct pixels *pixels,
		   const struct forge_drawing *drawing)
{
	struct jpeg_compress_struct cinfo;
	struct jpeg_error_mgr errors;
	unsigned char *data = NULL;
	unsigned long size = 0;

	cinfo.err = jpeg_std_error(&errors);
	jpeg_create_compress(&cinfo);
	jpeg_mem_dest(&cinfo, &data, &size);
	cinfo.image_width = pixels->width;
	cinfo.image_height = pixels->height;
	cinfo.input_components = 3;
	cinfo.in_color_space = JCS_RGB;
	jpeg_set_defaults(&cinfo);
	jpeg_set_quality(&cinfo, drawing->quality ? (int)drawing->quality : 70,
			 TRUE);
	cinfo.dct_method = JDCT_ISLOW;
	cinfo.write_JFIF_header = FALSE;
	cinfo.restart_in_rows = drawing->restart_rows;
	jpeg_start_compress(&cinfo, TRUE);
	while (cinfo.next_scanline < cinfo.image_height) {
		JSAMPROW row = pixels->rgb +
			       (size_t)cinfo.next_scanline * 3 * pixels->width;

		jpeg_write_scanlines(&cinfo, &row, 1);
	}
	jpeg_finish_compress(&cinfo);
	jpeg_destroy_compress(&cinfo);
	forge_put(out, data, size);
	free(data);
}

void forge_scan_make(struct forge_buf *out, const struct forge_drawing *drawing,
		     unsigned orientation)
{
	struct pixels pixels;

	pixels_init(&pixels, drawing->width_px ? drawing->width_px : 480,
		    drawing->height_px ? drawing->height_px : 320);
	paint(&pixels, drawing);
	if (orientation > 1)
		turn(&pixels, orientation);
	encode(out, &pixels, drawing);
	free(pixels.rgb);
}

void forge_thumbnail_make(struct forge_buf *out,
			  const struct forge_drawing *drawing,
			  unsigned orientation)
{
	unsigned w = drawing->width_px ? drawing->width_px : 480;
	unsigned h = drawing->height_px ? drawing->height_px : 320;
	struct forge_drawing small = *drawing;

	small.width_px = w >= h ? 160 : 160 * w / h;
	small.height_px = w >= h ? 160 * h / w : 160;
	small.restart_rows = false;
	forge_scan_make(out, &small, orientation);
}
