/* SPDX-License-Identifier: MIT */
/*
 * bench_thumbnail FILE ...
 *
 * What thumbnails cost on one core: the processor's time, the least of several
 * rounds. First the files given, which should hold an embedded thumbnail of
 * 160 pixels: lifting it, and reading all metadata with identity besides. Then
 * pictures of 24 megapixels made here, as a camera and as a web desk store
 * them: each decoded in full by libjpeg-turbo, as djpeg does, and as a
 * thumbnail of 240 pixels.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <jpeglib.h>

#include "cutline/image.h"
#include "forge/canvas.h"
#include "forge/forge.h"
#include "image/thumbnail.h"

#define ROUNDS 7
#define LARGE_ROUNDS 5
#define LIFT_SIDE 160
#define SCALED_SIDE 240

static double now_us(void)
{
	struct timespec t;

	(void)clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

static void keep_least(double *least, double us)
{
	if (*least <= 0 || us < *least)
		*least = us;
}

static int lift(const char *path)
{
	struct cutline_thumbnail *t;
	int is_embedded;

	if (cutline_image_thumbnail(path, LIFT_SIDE, &t, NULL))
		forge_die("has no thumbnail", path);
	is_embedded = t->embedded;
	cutline_thumbnail_free(t);
	return is_embedded;
}

static void read_all(const char *path)
{
	struct cutline_image *image;

	if (cutline_image_read(path, &image, NULL))
		forge_die("cannot be read", path);
	cutline_image_free(image);
}

static void time_files(int count, char **paths)
{
	double lifting = 0;
	double both = 0;
	int lifted = 0;

	for (int i = 0; i < ROUNDS; i++) {
		double from = now_us();

		lifted = 0;
		for (int k = 0; k < count; k++)
			lifted += lift(paths[k]);
		keep_least(&lifting, (now_us() - from) / count);
		from = now_us();
		for (int k = 0; k < count; k++) {
			read_all(paths[k]);
			(void)lift(paths[k]);
		}
		keep_least(&both, (now_us() - from) / count);
	}
	(void)printf("%d of %d thumbnails lifted\n", lifted, count);
	(void)printf("%-34s %9.1f us\n", "lift", lifting);
	(void)printf("%-34s %9.1f us\n", "read with identity, and lift", both);
	(void)printf("%.0f files a second with their thumbnails\n", 1e6 / both);
}

/* All of the picture, as djpeg makes it. */
static void decode_full(const struct forge_buf *jpeg)
{
	struct jpeg_decompress_struct cinfo;
	struct jpeg_error_mgr errors;
	JSAMPARRAY row;

	cinfo.err = jpeg_std_error(&errors);
	jpeg_create_decompress(&cinfo);
	jpeg_mem_src(&cinfo, jpeg->data, jpeg->len);
	(void)jpeg_read_header(&cinfo, TRUE);
	(void)jpeg_start_decompress(&cinfo);
	row = cinfo.mem->alloc_sarray((j_common_ptr)&cinfo, JPOOL_IMAGE,
				      cinfo.output_width * 3, 1);
	while (cinfo.output_scanline < cinfo.output_height)
		(void)jpeg_read_scanlines(&cinfo, row, 1);
	(void)jpeg_finish_decompress(&cinfo);
	jpeg_destroy_decompress(&cinfo);
}

static void decode_scaled(const struct forge_buf *jpeg)
{
	struct cutline_thumbnail *t;
	struct cl_source s;

	cl_source_memory(
		&s, (struct cl_str){ (const char *)jpeg->data, jpeg->len });
	if (cl_thumbnail_make(&s, SCALED_SIDE, &t, NULL))
		forge_die("has no thumbnail", "large picture");
	cutline_thumbnail_free(t);
}

static void time_large(const char *name, const struct forge_buf *jpeg)
{
	double full = 0;
	double scaled = 0;

	for (int i = 0; i < LARGE_ROUNDS; i++) {
		double from = now_us();

		decode_full(jpeg);
		keep_least(&full, now_us() - from);
		from = now_us();
		decode_scaled(jpeg);
		keep_least(&scaled, now_us() - from);
	}
	(void)printf("%-18s %5.1f MB %9.1f ms in full %9.1f ms scaled, %.2f "
		     "times as fast\n",
		     name, (double)jpeg->len / 1e6, full / 1e3, scaled / 1e3,
		     full / scaled);
}

/* The same picture in scans, its coefficients unchanged. */
static void make_progressive(struct forge_buf *out,
			     const struct forge_buf *jpeg)
{
	struct jpeg_decompress_struct in;
	struct jpeg_compress_struct to;
	struct jpeg_error_mgr errors;
	unsigned char *data = NULL;
	unsigned long size = 0;
	jvirt_barray_ptr *coefficients;

	in.err = to.err = jpeg_std_error(&errors);
	jpeg_create_decompress(&in);
	jpeg_create_compress(&to);
	jpeg_mem_src(&in, jpeg->data, jpeg->len);
	(void)jpeg_read_header(&in, TRUE);
	coefficients = jpeg_read_coefficients(&in);
	jpeg_copy_critical_parameters(&in, &to);
	jpeg_simple_progression(&to);
	jpeg_mem_dest(&to, &data, &size);
	jpeg_write_coefficients(&to, coefficients);
	jpeg_finish_compress(&to);
	jpeg_destroy_compress(&to);
	(void)jpeg_finish_decompress(&in);
	jpeg_destroy_decompress(&in);
	forge_put(out, data, size);
	free(data);
}

static void time_drawn(const char *name, unsigned grain)
{
	const struct forge_drawing drawing = {
		.scene = "skyline",
		.width_px = 6000,
		.height_px = 4000,
		.quality = 90,
		.grain = grain,
	};
	struct forge_buf jpeg = { 0 };
	struct forge_buf progressive = { 0 };
	char both[64];

	forge_scan_make(&jpeg, &drawing, 1);
	time_large(name, &jpeg);
	make_progressive(&progressive, &jpeg);
	(void)snprintf(both, sizeof(both), "%s, in scans", name);
	time_large(both, &progressive);
	forge_buf_release(&jpeg);
	forge_buf_release(&progressive);
}

int main(int argc, char **argv)
{
	if (argc > 1)
		time_files(argc - 1, argv + 1);

	time_drawn("24MP clean", 0);
	time_drawn("24MP", 4);
	time_drawn("24MP grainy", 16);
	return 0;
}
