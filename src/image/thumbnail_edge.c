/* SPDX-License-Identifier: MIT */
/*
 * Whether an embedded thumbnail still shows the picture is told from its upper
 * edge, since that is all of a large picture that can be decoded in no time:
 * one row of blocks, grey, a pixel a block. Sixteen cells from left to right
 * are compared. A thumbnail is sharpened, lightened and compressed on its own,
 * and its edge is not as thin as that of the picture, so only a plain
 * difference counts. Two pictures under one even sky agree.
 */
#include "image/thumbnail_edge.h"

#include "base/alloc.h"
#include "image/thumbnail_decoder.h"

/* Greatest mean difference of the cells, of 255. */
#define MEAN_MAX 20

struct job {
	struct cl_edge *edge;
	uint32_t parts;
	uint64_t sums[CL_EDGE_CELLS];
	uint64_t counts[CL_EDGE_CELLS];
	uint8_t *row; /* owned */
};

/* A narrow picture has less than a pixel for each cell: then neighbours
 * share. */
static void add_row(struct job *job, uint32_t width)
{
	for (uint32_t i = 0; i < CL_EDGE_CELLS; i++) {
		uint32_t from = i * width / CL_EDGE_CELLS;
		uint32_t to = (i + 1) * width / CL_EDGE_CELLS;

		if (to == from)
			to = from + 1;
		for (uint32_t x = from; x < to; x++)
			job->sums[i] += job->row[x];
		job->counts[i] += to - from;
	}
}

static void decode(struct cl_decoder *d, void *arg)
{
	struct jpeg_decompress_struct *c = &d->cinfo;
	struct job *job = arg;
	uint32_t rows;

	cl_decoder_read_header(d);
	if (c->num_components == 4 || jpeg_has_multiple_scans(c))
		cl_decoder_stop(d, CUTLINE_UNSUPPORTED, "not sequential");
	c->out_color_space = JCS_GRAYSCALE;
	c->scale_num = job->parts > c->image_height / 8 ? 8 : 1;
	c->scale_denom = 8;
	c->do_fancy_upsampling = FALSE;
	(void)jpeg_start_decompress(c);
	job->row = cl_alloc(c->output_width);
	if (!job->row)
		cl_decoder_stop(d, CUTLINE_NOMEM, "out of memory");
	rows = (c->output_height + job->parts / 2) / job->parts;
	while (c->output_scanline < c->output_height) {
		(void)jpeg_read_scanlines(c, &job->row, 1);
		if (c->output_scanline <= 1 || c->output_scanline <= rows)
			add_row(job, c->output_width);
		else
			break;
	}
	for (int i = 0; i < CL_EDGE_CELLS; i++)
		job->edge->cells[i] = (uint8_t)(job->sums[i] / job->counts[i]);
}

bool cl_edge_read(struct cl_edge *edge, struct cl_source *s, uint32_t parts)
{
	struct job job = { .edge = edge, .parts = parts };
	struct cl_decoder d;
	bool is_read;

	cl_decoder_init(&d, s);
	is_read =
		cl_decoder_run(&d, decode, &job) && d.errors.num_warnings == 0;
	cl_decoder_release(&d);
	cl_free(job.row);
	return is_read;
}

bool cl_edge_agree(const struct cl_edge *a, const struct cl_edge *b)
{
	int sum = 0;

	for (int i = 0; i < CL_EDGE_CELLS; i++) {
		int apart = a->cells[i] - b->cells[i];

		sum += apart < 0 ? -apart : apart;
	}
	return sum <= MEAN_MAX * CL_EDGE_CELLS;
}
