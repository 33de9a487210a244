/* SPDX-License-Identifier: MIT */
/*
 * The limits stand in include/cutline/image.h; here is why each is needed.
 * A header of 156 bytes can announce four gigapixels. A progressive picture
 * needs all its coefficients in memory, two bytes each. A scan that says
 * nothing takes a few bytes and makes libjpeg visit every block, so scans are
 * counted, and for large pictures fewer of them are allowed. Each fault of
 * the data is a warning to libjpeg, which then goes on with zeros. Where the
 * data ends it goes on too, for as many rows as the header promised: we go
 * along only when an eighth of the picture was there.
 */
#include "image/thumbnail_decoder.h"

#include <stdarg.h>
#include <string.h>

#include <jerror.h>

#include "cutline/image.h"

/* One read of the file; the first is what the source keeps anyway. */
#define PIECE ((size_t)32 << 10)

/* Of pixels in all scans together, but twenty scans are always allowed:
 * programs make ten or twelve. */
#define SCANNED_MAX ((int64_t)4 << 30)
#define SCANS_USUAL 20

static struct cl_decoder *self(j_decompress_ptr cinfo)
{
	return cinfo->client_data;
}

void cl_decoder_stop(struct cl_decoder *d, enum cutline_status status,
		     const char *format, ...)
{
	va_list args;

	va_start(args, format);
	(void)vsnprintf(d->why, sizeof(d->why), format, args);
	va_end(args);
	d->status = status;
	longjmp(d->jump, 1);
}

static enum cutline_status status_of(int code)
{
	switch (code) {
	case JERR_OUT_OF_MEMORY:
		return CUTLINE_NOMEM;
	case JERR_NO_BACKING_STORE: /* past max_memory_to_use */
	case JERR_IMAGE_TOO_BIG:
	case JERR_WIDTH_OVERFLOW:
		return CUTLINE_LIMIT;
	case JERR_ARITH_NOTIMPL:
	case JERR_BAD_PRECISION:
	case JERR_CCIR601_NOTIMPL:
	case JERR_CONVERSION_NOTIMPL:
	case JERR_EMPTY_IMAGE:
	case JERR_FRACT_SAMPLE_NOTIMPL:
	case JERR_SOF_UNSUPPORTED:
		return CUTLINE_UNSUPPORTED;
	default:
		return CUTLINE_FORMAT;
	}
}

static void error_exit(j_common_ptr cinfo)
{
	struct cl_decoder *d = cinfo->client_data;
	char words[JMSG_LENGTH_MAX];

	d->errors.format_message(cinfo, words);
	cl_decoder_stop(d, status_of(d->errors.msg_code), "%s", words);
}

/* Level -1 is a warning. Behind the end of the data each missing restart marker
 * is one, which is no fault more. */
static void emit_message(j_common_ptr cinfo, int level)
{
	struct cl_decoder *d = cinfo->client_data;

	if (level >= 0)
		return;
	d->errors.num_warnings++;
	if (!d->ended &&
	    d->errors.num_warnings > CUTLINE_THUMBNAIL_WARNINGS_MAX)
		error_exit(cinfo);
}

static void watch_scans(j_common_ptr cinfo)
{
	struct cl_decoder *d = cinfo->client_data;
	int64_t scans = d->cinfo.input_scan_number;
	int64_t pixels = (int64_t)d->cinfo.image_width * d->cinfo.image_height;

	if (scans > CUTLINE_THUMBNAIL_SCANS_MAX ||
	    (scans > SCANS_USUAL && scans * pixels > SCANNED_MAX))
		cl_decoder_stop(d, CUTLINE_LIMIT,
				"it is made of more than %d scans",
				(int)scans - 1);
}

static void do_nothing(j_decompress_ptr cinfo)
{
	(void)cinfo;
}

/* The file is at its end: give an end marker, as libjpeg's own sources do. */
static void end_input(struct cl_decoder *d)
{
	static const JOCTET end[] = { 0xFF, JPEG_EOI };
	const struct jpeg_decompress_struct *c = &d->cinfo;

	if (c->input_scan_number <= 1 && c->total_iMCU_rows >= 8 &&
	    c->input_iMCU_row < c->total_iMCU_rows / 8)
		cl_decoder_stop(d, CUTLINE_FORMAT,
				"it is cut off near the beginning of its "
				"image data");
	d->ended = true;
	WARNMS(&d->cinfo, JWRN_JPEG_EOF);
	d->input.next_input_byte = end;
	d->input.bytes_in_buffer = sizeof(end);
}

static boolean fill_input(j_decompress_ptr cinfo)
{
	struct cl_decoder *d = self(cinfo);
	size_t got;
	const uint8_t *p = cl_source_peek(d->s, d->at, PIECE, &got);

	if (p) {
		d->input.next_input_byte = p;
		d->input.bytes_in_buffer = got;
		d->at += (int64_t)got;
		return TRUE;
	}
	if (d->s->status)
		cl_decoder_stop(d, d->s->status, "it cannot be read");
	if (d->at < d->s->size)
		cl_decoder_stop(d, CUTLINE_LIMIT, "it is longer than %d bytes",
				CUTLINE_THUMBNAIL_BYTES_MAX);
	end_input(d);
	return TRUE;
}

static void skip_input(j_decompress_ptr cinfo, long count)
{
	struct cl_decoder *d = self(cinfo);
	size_t here = d->input.bytes_in_buffer;

	if (count <= 0)
		return;
	if ((size_t)count <= here) {
		d->input.next_input_byte += count;
		d->input.bytes_in_buffer -= (size_t)count;
		return;
	}
	d->at += (int64_t)((size_t)count - here);
	d->input.bytes_in_buffer = 0;
}

static void create(struct cl_decoder *d, void *arg)
{
	(void)arg;
	jpeg_create_decompress(&d->cinfo);
	d->cinfo.src = &d->input;
	d->cinfo.progress = &d->progress;
	d->cinfo.mem->max_memory_to_use = CUTLINE_THUMBNAIL_MEMORY_MAX;
}

void cl_decoder_init(struct cl_decoder *d, struct cl_source *s)
{
	memset(&d->cinfo, 0, sizeof(d->cinfo));
	memset(&d->progress, 0, sizeof(d->progress));
	d->s = s;
	d->at = 0;
	d->ended = false;
	d->status = CUTLINE_OK;
	d->why[0] = '\0';
	d->cinfo.err = jpeg_std_error(&d->errors);
	d->cinfo.client_data = d;
	d->errors.error_exit = error_exit;
	d->errors.emit_message = emit_message;
	d->progress.progress_monitor = watch_scans;
	d->input = (struct jpeg_source_mgr){
		.init_source = do_nothing,
		.fill_input_buffer = fill_input,
		.skip_input_data = skip_input,
		.resync_to_restart = jpeg_resync_to_restart,
		.term_source = do_nothing,
	};
	if (s->fd >= 0)
		s->budget = CUTLINE_THUMBNAIL_BYTES_MAX;
	(void)cl_decoder_run(d, create, NULL);
}

void cl_decoder_release(struct cl_decoder *d)
{
	jpeg_destroy_decompress(&d->cinfo);
}

bool cl_decoder_run(struct cl_decoder *d,
		    void (*step)(struct cl_decoder *d, void *arg), void *arg)
{
	if (d->status || setjmp(d->jump))
		return false;
	step(d, arg);
	return true;
}

/* What libjpeg will keep of a picture in several scans: all coefficients. */
static int64_t coefficients_size(const struct jpeg_decompress_struct *c)
{
	int64_t blocks = 0;

	for (int i = 0; i < c->num_components; i++) {
		const jpeg_component_info *part = &c->comp_info[i];

		blocks +=
			((int64_t)part->width_in_blocks + part->h_samp_factor) *
			((int64_t)part->height_in_blocks + part->v_samp_factor);
	}
	return blocks * (int64_t)sizeof(JBLOCK);
}

void cl_decoder_read_header(struct cl_decoder *d)
{
	struct jpeg_decompress_struct *c = &d->cinfo;

	(void)jpeg_read_header(c, TRUE);
	if ((int64_t)c->image_width * c->image_height >
	    CUTLINE_THUMBNAIL_PIXELS_MAX)
		cl_decoder_stop(d, CUTLINE_LIMIT,
				"its %u by %u pixels are more than %d million",
				c->image_width, c->image_height,
				CUTLINE_THUMBNAIL_PIXELS_MAX / 1000000);
	if (jpeg_has_multiple_scans(c) &&
	    coefficients_size(c) > CUTLINE_THUMBNAIL_MEMORY_MAX)
		cl_decoder_stop(d, CUTLINE_LIMIT,
				"decoding it takes more than %d megabytes of "
				"memory",
				CUTLINE_THUMBNAIL_MEMORY_MAX >> 20);
}
