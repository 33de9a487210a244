/* SPDX-License-Identifier: MIT */
/*
 * The containers, on the small files that are the fuzz targets' seeds as well:
 * each holds what it should, may end anywhere, may have any bit wrong, and may
 * meet failing memory. The folder of the seeds is the argument.
 */
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/utf8.h"
#include "fail_alloc.h"
#include "image/image.h"
#include "unit/test.h"

#define SEED_MAX 4096

struct seed {
	const char *file;
	enum cutline_image_type type;
	size_t tags;
	const char *artist; /* of EXIF */
	bool has_xmp;
};

static const struct seed seeds[] = {
	{ "avif", CUTLINE_IMAGE_AVIF, 19, "Ana Lima", true },
	{ "gif", CUTLINE_IMAGE_GIF, 6, NULL, true },
	{ "heic", CUTLINE_IMAGE_HEIF, 19, "Ana Lima", true },
	{ "jpeg_parts", CUTLINE_IMAGE_JPEG, 21, "Ana Lima", true },
	{ "png", CUTLINE_IMAGE_PNG, 19, "Ana Lima", true },
	{ "tiff", CUTLINE_IMAGE_TIFF, 17, NULL, true },
	{ "webp", CUTLINE_IMAGE_WEBP, 19, "Ana Lima", true },
};
#define SEEDS (sizeof(seeds) / sizeof(seeds[0]))

static const char *folder;

struct bytes {
	char data[SEED_MAX];
	size_t len;
};

static void load(struct bytes *out, const char *file)
{
	char path[1024];
	int fd;

	(void)snprintf(path, sizeof(path), "%s/%s", folder, file);
	assert_int_equal(cl_file_open(AT_FDCWD, path, &fd, NULL, NULL),
			 CUTLINE_OK);
	out->len = SEED_MAX;
	assert_int_equal(cl_file_pread(fd, path, 0, out->data, &out->len, NULL),
			 CUTLINE_OK);
	assert_true(out->len > 0 && out->len < SEED_MAX);
	(void)close(fd);
}

static enum cutline_status read_bytes(const struct bytes *in, size_t len,
				      struct cutline_image **image)
{
	struct cl_source s;

	cl_source_memory(&s, (struct cl_str){ in->data, len });
	return cl_picture_read(&s, image, NULL);
}

static bool has_xmp(const struct cutline_image *image)
{
	for (size_t i = 0; i < image->tag_count; i++)
		if (strncmp(image->tags[i].name, "xmp:", 4) == 0)
			return true;
	return false;
}

static void check_seed(const struct seed *seed,
		       const struct cutline_image *image)
{
	const char *artist = cutline_image_tag(image, "exif:Artist");

	assert_int_equal(image->type, seed->type);
	assert_int_equal(image->width, 64);
	assert_int_equal(image->height, 48);
	assert_int_equal(image->tag_count, seed->tags);
	assert_int_equal(image->warning_count, 0);
	assert_int_equal(!artist, !seed->artist);
	if (artist)
		assert_string_equal(artist, seed->artist);
	assert_int_equal(image->has_gps, seed->artist != NULL);
	assert_int_equal(has_xmp(image), seed->has_xmp);
}

static void each_holds_what_it_should(void **state)
{
	(void)state;
	for (size_t i = 0; i < SEEDS; i++) {
		struct cutline_image *image;
		struct bytes in;

		load(&in, seeds[i].file);
		assert_int_equal(read_bytes(&in, in.len, &image), CUTLINE_OK);
		check_seed(&seeds[i], image);
		cutline_image_free(image);
	}
}

static void raw_files_are_told_and_not_read(void **state)
{
	static const struct cl_str raws[] = {
		CL_STR_INIT("II*\0\x10\0\0\0CR\x02\0 Canon"),
		CL_STR_INIT("\0\0\0\x18"
			    "ftypcrx \0\0\0\1crx isom"),
		CL_STR_INIT("IIRO\x08\0\0\0"),
		CL_STR_INIT("IIU\0\x08\0\0\0"),
		/* A TIFF whose pixels are the sensor's. */
		CL_STR_INIT("II*\0\x08\0\0\0\x01\0\x06\x01\x03\0\x01\0\0\0"
			    "\x23\x80\0\0\0\0\0\0"),
	};
	struct cutline_image *image;
	struct bytes in;

	(void)state;
	load(&in, "dng");
	assert_int_equal(read_bytes(&in, in.len, &image), CUTLINE_UNSUPPORTED);
	assert_null(image);
	for (size_t i = 0; i < sizeof(raws) / sizeof(raws[0]); i++) {
		memcpy(in.data, raws[i].ptr, raws[i].len);
		assert_int_equal(read_bytes(&in, raws[i].len, &image),
				 CUTLINE_UNSUPPORTED);
	}
}

/* IIM typed LONG by a program of the other byte order. */
static void swapped_iim_in_a_tiff_is_read(void **state)
{
	static const struct cl_str file = CL_STR_INIT(
		"II*\0\x08\0\0\0\x01\0\xBB\x83\x04\0\x03\0\0\0\x1A\0\0\0"
		"\0\0\0\0"
		"\0\x5A\x02\x1C"
		"lsO\x04"
		"\0\0\0o");
	struct cutline_image *image;
	struct bytes in;

	(void)state;
	memcpy(in.data, file.ptr, file.len);
	assert_int_equal(read_bytes(&in, file.len, &image), CUTLINE_OK);
	assert_non_null(cutline_image_tag(image, "iim:City"));
	assert_string_equal(cutline_image_tag(image, "iim:City"), "Oslo");
	cutline_image_free(image);
}

/* HEIC keeps items in mdat, this AVIF in idat: the same picture. */
static void identity_depends_on_the_picture_alone(void **state)
{
	struct cutline_image *a;
	struct cutline_image *b;
	struct bytes in;

	(void)state;
	load(&in, "heic");
	assert_int_equal(read_bytes(&in, in.len, &a), CUTLINE_OK);
	load(&in, "avif");
	assert_int_equal(read_bytes(&in, in.len, &b), CUTLINE_OK);
	assert_string_equal(a->identity, b->identity);
	cutline_image_free(a);
	cutline_image_free(b);
}

static void check_survives(const struct bytes *in, size_t len)
{
	struct cutline_image *image;
	enum cutline_status status = read_bytes(in, len, &image);

	assert_true(status == CUTLINE_OK || status == CUTLINE_FORMAT ||
		    status == CUTLINE_UNSUPPORTED);
	for (size_t i = 0; image && i < image->tag_count; i++)
		assert_true(cl_utf8_valid(cl_str_from(image->tags[i].text)));
	cutline_image_free(image);
}

static void each_may_end_anywhere_with_any_bit_wrong(void **state)
{
	(void)state;
	for (size_t i = 0; i < SEEDS; i++) {
		struct bytes in;

		load(&in, seeds[i].file);
		for (size_t len = 0; len < in.len; len++)
			check_survives(&in, len);
		for (size_t bit = 0; bit < 8 * in.len; bit++) {
			in.data[bit / 8] ^= (char)(1 << bit % 8);
			check_survives(&in, in.len);
			in.data[bit / 8] ^= (char)(1 << bit % 8);
		}
	}
}

static void every_allocation_may_fail(void **state)
{
	(void)state;
	for (size_t i = 0; i < SEEDS; i++) {
		struct cutline_image *image;
		enum cutline_status status;
		struct bytes in;
		long n = 0;

		load(&in, seeds[i].file);
		do {
			fail_alloc_after(n++);
			status = read_bytes(&in, in.len, &image);
			fail_alloc_after(-1);
			assert_true(status == CUTLINE_OK || !image);
		} while (status == CUTLINE_NOMEM);
		assert_int_equal(status, CUTLINE_OK);
		assert_true(n > 20);
		check_seed(&seeds[i], image);
		cutline_image_free(image);
		assert_int_equal(fail_alloc_live(), 0);
	}
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_holds_what_it_should),
		cmocka_unit_test(raw_files_are_told_and_not_read),
		cmocka_unit_test(swapped_iim_in_a_tiff_is_read),
		cmocka_unit_test(identity_depends_on_the_picture_alone),
		cmocka_unit_test(each_may_end_anywhere_with_any_bit_wrong),
		cmocka_unit_test(every_allocation_may_fail),
	};

	if (argc != 2)
		return 2;
	folder = argv[1];
	return cmocka_run_group_tests(tests, NULL, NULL);
}
