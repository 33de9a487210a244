/* SPDX-License-Identifier: MIT */
/*
 * A JPEG is made of blocks of 8 by 8 pixels, and libjpeg can make 4 by 4, 2 by
 * 2 or one pixel of each instead, which costs less the smaller. Taken is the
 * smallest of these that is still as large as what is asked for (those between
 * them are slower than no scaling at all), and area averaging does the rest.
 *
 * One pixel of a block is its mean, the first coefficient. A progressive
 * picture has these of all blocks in its first scans, in full after the second
 * round at the latest, and the others are then neither decoded nor read.
 */
#include "image/thumbnail_decode.h"

#include "base/alloc.h"
#include "image/thumbnail_decoder.h"
#include "image/thumbnail_shrink.h"

struct job {
	uint32_t side;
	struct cl_decoded *out;
	struct cl_shrink shrink;
	uint8_t *row; /* owned */
};

static uint32_t longer(uint32_t a, uint32_t b)
{
	return a > b ? a : b;
}

static uint32_t shorter(uint32_t a, uint32_t b)
{
	return a < b ? a : b;
}

/* The side that goes with a longer one of to, rounded. */
static uint32_t in_proportion(uint32_t length, uint32_t whole, uint32_t to)
{
	uint64_t part = ((uint64_t)length * to + whole / 2) / whole;

	return part > 0 ? (uint32_t)part : 1;
}

static void choose_scale(struct jpeg_decompress_struct *c, uint32_t side)
{
	uint32_t whole = longer(c->image_width, c->image_height);

	c->scale_denom = 8;
	c->scale_num = 1;
	while (c->scale_num < 8 &&
	       ((uint64_t)whole * c->scale_num + 7) / 8 < side)
		c->scale_num *= 2;
}

static void choose_colours(struct cl_decoder *d)
{
	struct jpeg_decompress_struct *c = &d->cinfo;

	switch (c->jpeg_color_space) {
	case JCS_GRAYSCALE:
	case JCS_RGB:
	case JCS_YCbCr:
		c->out_color_space = JCS_RGB;
		break;
	case JCS_CMYK:
	case JCS_YCCK:
		c->out_color_space = JCS_CMYK;
		break;
	default:
		cl_decoder_stop(d, CUTLINE_UNSUPPORTED,
				"the meaning of its %d colours is not known",
				c->num_components);
	}
}

static bool means_are_known(const struct jpeg_decompress_struct *c)
{
	for (int i = 0; i < c->num_components; i++)
		if (c->coef_bits[i][0] != 0)
			return false;
	return true;
}

/* Read scans until the means are there. */
static void start_means(struct cl_decoder *d)
{
	struct jpeg_decompress_struct *c = &d->cinfo;
	int event = 0;

	c->buffered_image = TRUE;
	(void)jpeg_start_decompress(c);
	while (event != JPEG_REACHED_EOI &&
	       (event != JPEG_SCAN_COMPLETED || !means_are_known(c))) {
		event = jpeg_consume_input(c);
		d->progress.progress_monitor((j_common_ptr)c);
	}
	(void)jpeg_start_output(c, c->input_scan_number);
}

static void start(struct cl_decoder *d)
{
	struct jpeg_decompress_struct *c = &d->cinfo;

	c->dct_method = JDCT_ISLOW;
	c->do_block_smoothing = FALSE;
	/* Chroma is averaged anyway. */
	c->do_fancy_upsampling = c->scale_num == 8;
	if (c->progressive_mode && c->scale_num == 1)
		start_means(d);
	else
		(void)jpeg_start_decompress(c);
}

static void make_room(struct cl_decoder *d, struct job *job)
{
	const struct jpeg_decompress_struct *c = &d->cinfo;
	uint32_t whole = longer(c->image_width, c->image_height);
	uint32_t side = shorter(whole, job->side);
	uint32_t width = in_proportion(c->image_width, whole, side);
	uint32_t height = in_proportion(c->image_height, whole, side);
	struct cl_pixels *to = &job->out->pixels;
	unsigned channels = (unsigned)c->output_components;

	/* Rounding must not make it larger than what is decoded. */
	width = shorter(width, c->output_width);
	height = shorter(height, c->output_height);
	job->row = cl_alloc((size_t)c->output_width * channels);
	if (!job->row || !cl_pixels_init(to, width, height, channels) ||
	    !cl_shrink_init(&job->shrink, c->output_width, c->output_height,
			    to))
		cl_decoder_stop(d, CUTLINE_NOMEM, "out of memory");
}

static void decode(struct cl_decoder *d, void *arg)
{
	struct jpeg_decompress_struct *c = &d->cinfo;
	struct job *job = arg;

	cl_decoder_read_header(d);
	choose_scale(c, job->side);
	choose_colours(d);
	start(d);
	make_room(d, job);
	while (c->output_scanline < c->output_height) {
		(void)jpeg_read_scanlines(c, &job->row, 1);
		cl_shrink_feed(&job->shrink, job->row);
	}
	if (c->out_color_space == JCS_CMYK)
		cl_pixels_from_cmyk(&job->out->pixels, c->saw_Adobe_marker);
	job->out->width = c->image_width;
	job->out->height = c->image_height;
	job->out->damaged = d->errors.num_warnings > 0;
}

static enum cutline_status fail(const struct cl_decoder *d, const char *what,
				struct cutline_error *err)
{
	if (d->status == CUTLINE_NOMEM)
		return cl_nomem(err);
	if (d->s->status)
		return d->s->status; /* told by who read */
	return cl_fail(err, d->status, "no thumbnail of %s: %s", what, d->why);
}

enum cutline_status cl_thumbnail_decode(struct cl_source *s, uint32_t side,
					struct cl_decoded *out,
					const char *what,
					struct cutline_error *err)
{
	struct job job = { .side = side, .out = out };
	enum cutline_status status = CUTLINE_OK;
	struct cl_decoder d;

	*out = (struct cl_decoded){ 0 };
	cl_decoder_init(&d, s);
	if (!cl_decoder_run(&d, decode, &job)) {
		status = fail(&d, what, err);
		cl_pixels_release(&out->pixels);
	}
	cl_decoder_release(&d);
	cl_shrink_release(&job.shrink);
	cl_free(job.row);
	return status;
}
