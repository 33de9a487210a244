/* SPDX-License-Identifier: MIT */
#include "image/thumbnail_encode.h"

#include <setjmp.h>
#include <stdio.h>

#include <jpeglib.h>

#define QUALITY 82
#define PIECE 8192

struct encoder {
	struct jpeg_compress_struct cinfo;
	struct jpeg_error_mgr errors;
	struct jpeg_destination_mgr destination;
	jmp_buf jump;
	struct cl_buf *out;
	JOCTET piece[PIECE];
};

/* The pixels being sound, libjpeg only stops for want of memory. */
static void stop(j_common_ptr cinfo)
{
	struct encoder *e = cinfo->client_data;

	longjmp(e->jump, 1);
}

static void be_silent(j_common_ptr cinfo, int level)
{
	(void)cinfo;
	(void)level;
}

static void empty_piece(j_compress_ptr cinfo)
{
	struct encoder *e = cinfo->client_data;

	e->destination.next_output_byte = e->piece;
	e->destination.free_in_buffer = PIECE;
}

static boolean write_piece(j_compress_ptr cinfo)
{
	struct encoder *e = cinfo->client_data;

	cl_buf_add(e->out, e->piece, PIECE);
	empty_piece(cinfo);
	return TRUE;
}

static void write_rest(j_compress_ptr cinfo)
{
	struct encoder *e = cinfo->client_data;

	cl_buf_add(e->out, e->piece, PIECE - e->destination.free_in_buffer);
}

static void prepare(struct encoder *e, const struct cl_pixels *p)
{
	j_compress_ptr cinfo = &e->cinfo;

	cinfo->dest = &e->destination;
	cinfo->image_width = p->width;
	cinfo->image_height = p->height;
	cinfo->input_components = 3;
	cinfo->in_color_space = JCS_RGB;
	jpeg_set_defaults(cinfo);
	jpeg_set_quality(cinfo, QUALITY, TRUE);
	cinfo->dct_method = JDCT_ISLOW;
}

/* False when it stopped. */
static bool run(struct encoder *e, const struct cl_pixels *p)
{
	j_compress_ptr cinfo = &e->cinfo;

	if (setjmp(e->jump))
		return false;
	jpeg_create_compress(cinfo);
	prepare(e, p);
	jpeg_start_compress(cinfo, TRUE);
	while (cinfo->next_scanline < cinfo->image_height) {
		JSAMPROW row =
			p->data + (size_t)cinfo->next_scanline * 3 * p->width;

		(void)jpeg_write_scanlines(cinfo, &row, 1);
	}
	jpeg_finish_compress(cinfo);
	return true;
}

enum cutline_status cl_thumbnail_encode(const struct cl_pixels *p,
					struct cl_buf *out,
					struct cutline_error *err)
{
	struct encoder e;
	bool is_done;

	e.cinfo = (struct jpeg_compress_struct){ 0 };
	e.cinfo.err = jpeg_std_error(&e.errors);
	e.cinfo.client_data = &e;
	e.errors.error_exit = stop;
	e.errors.emit_message = be_silent;
	e.destination = (struct jpeg_destination_mgr){
		.init_destination = empty_piece,
		.empty_output_buffer = write_piece,
		.term_destination = write_rest,
	};
	e.out = out;
	is_done = run(&e, p);
	jpeg_destroy_compress(&e.cinfo);
	return is_done && !out->failed ? CUTLINE_OK : cl_nomem(err);
}
