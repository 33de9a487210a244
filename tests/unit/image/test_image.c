/* SPDX-License-Identifier: MIT */
#include "cutline/image.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "build.h"
#include "fail_alloc.h"
#include "unit/test.h"

#define PATH_MAX_LEN 64

/* A file in a folder of its own, gone at the end of the test. */
struct place {
	char folder[PATH_MAX_LEN];
	char path[PATH_MAX_LEN + 8];
};

static void place_init(struct place *p)
{
	memcpy(p->folder, "/tmp/cutline-image-XXXXXX", 26);
	assert_non_null(mkdtemp(p->folder));
	(void)snprintf(p->path, sizeof(p->path), "%s/a.jpg", p->folder);
}

static void place_release(const struct place *p)
{
	(void)unlink(p->path);
	(void)rmdir(p->folder);
}

static void put_file(const struct place *p, struct cl_str bytes)
{
	int fd = open(p->path, O_WRONLY | O_CREAT | O_TRUNC, 0600);

	assert_true(fd >= 0);
	assert_int_equal(write(fd, bytes.ptr, bytes.len), bytes.len);
	assert_int_equal(close(fd), 0);
}

static void check_usual(const struct cutline_image *image)
{
	assert_int_equal(image->orientation, 6);
	assert_true(image->has_gps);
	assert_int_equal(image->tag_count, 16);
	assert_string_equal(cutline_image_tag(image, "exif:ImageDescription"),
			    "A caption.");
	assert_string_equal(cutline_image_tag(image, "iim:City"),
			    "Malm\xC3\xB6");
	assert_string_equal(cutline_image_tag(image, "xmp:photoshop:City"),
			    "Malm\xC3\xB6");
	assert_int_equal(strncmp(image->identity, "xxh3:", 5), 0);
	assert_null(cutline_image_tag(image, "iim:Headline"));
}

static void a_file_is_read_by_path_and_by_descriptor(void **state)
{
	struct cutline_image *image;
	struct place p;
	struct cl_buf file;
	int fd;

	(void)state;
	place_init(&p);
	build_usual(&file);
	put_file(&p, cl_buf_str(&file));
	assert_int_equal(cutline_image_read(p.path, &image, NULL), CUTLINE_OK);
	check_usual(image);
	assert_int_equal(image->bytes, file.len);
	cutline_image_free(image);
	fd = open(p.path, O_RDONLY);
	assert_int_equal(cutline_image_read_fd(fd, p.path, &image, NULL),
			 CUTLINE_OK);
	check_usual(image);
	cutline_image_free(image);
	assert_int_equal(lseek(fd, 0, SEEK_CUR), 0);
	(void)close(fd);
	cl_buf_release(&file);
	place_release(&p);
}

static void check_status(const char *path, enum cutline_status want,
			 const char *words)
{
	struct cutline_error err = { 0 };
	struct cutline_image *image;

	assert_int_equal(cutline_image_read(path, &image, &err), want);
	assert_null(image);
	assert_int_equal(err.status, want);
	assert_non_null(strstr(err.text, words));
	assert_non_null(strstr(err.text, path));
}

static void what_is_no_picture_is_refused(void **state)
{
	struct place p;

	(void)state;
	place_init(&p);
	check_status(p.path, CUTLINE_NOT_FOUND, "No such file");
	check_status(p.folder, CUTLINE_FORMAT, "no regular file");
	check_status("/dev/zero", CUTLINE_FORMAT, "no regular file");
	put_file(&p, CL_STR(""));
	check_status(p.path, CUTLINE_FORMAT, "is empty");
	put_file(&p, CL_STR("just text"));
	check_status(p.path, CUTLINE_FORMAT, "no image file");
	put_file(&p, CL_STR("FUJIFILMCCD-RAW 0201"));
	check_status(p.path, CUTLINE_UNSUPPORTED, "raw file");
	(void)unlink(p.path);
	assert_int_equal(mkfifo(p.path, 0600), 0);
	check_status(p.path, CUTLINE_FORMAT, "no regular file");
	place_release(&p);
}

/* What a cut file still gives is right: tags are those of the whole file, in
 * order, until they end. */
static void a_file_may_end_anywhere(void **state)
{
	struct cl_buf file;
	enum cutline_status status;
	struct cutline_image *whole;
	size_t read = 0;

	(void)state;
	build_usual(&file);
	whole = build_read(cl_buf_str(&file), &status);
	assert_int_equal(status, CUTLINE_OK);
	for (size_t len = 0; len < file.len; len += len < 1000 ? 1 : 100) {
		struct cutline_image *cut = build_read(
			cl_str_sub(cl_buf_str(&file), 0, len), &status);

		assert_int_equal(status, cut ? CUTLINE_OK : CUTLINE_FORMAT);
		assert_true(cut || len < 3);
		if (!cut)
			continue;
		assert_true(build_warned(cut, "cut off"));
		if (!cut->no_image_data) {
			read++;
			assert_int_equal(cut->tag_count, whole->tag_count);
		}
		cutline_image_free(cut);
	}
	assert_true(read > 30);
	cutline_image_free(whole);
	cl_buf_release(&file);
}

/* Every bit of the metadata turned over: read or refused, never more. The
 * texts stay valid UTF-8. */
static void any_bit_may_be_wrong(void **state)
{
	struct cl_buf file;
	enum cutline_status status;
	size_t read = 0;

	(void)state;
	build_usual(&file);
	for (size_t bit = 0; bit < 8 * (file.len - 4000); bit++) {
		struct cutline_image *image;

		file.data[bit / 8] ^= (char)(1 << bit % 8);
		image = build_read(cl_buf_str(&file), &status);
		file.data[bit / 8] ^= (char)(1 << bit % 8);
		assert_true(image || status == CUTLINE_FORMAT);
		for (size_t i = 0; image && i < image->tag_count; i++)
			assert_true(cl_utf8_valid(
				cl_str_from(image->tags[i].text)));
		read += image != NULL;
		cutline_image_free(image);
	}
	assert_true(read > 4 * (file.len - 4000));
	cl_buf_release(&file);
}

static void every_allocation_may_fail(void **state)
{
	struct cutline_image *image = NULL;
	enum cutline_status status;
	struct place p;
	struct cl_buf file;
	long live;
	long n = 0;

	(void)state;
	place_init(&p);
	build_usual(&file);
	put_file(&p, cl_buf_str(&file));
	cl_buf_release(&file);
	live = fail_alloc_live();
	do {
		fail_alloc_after(n++);
		status = cutline_image_read(p.path, &image, NULL);
		fail_alloc_after(-1);
		assert_true(status == CUTLINE_OK || !image);
		assert_true(image || fail_alloc_live() == live);
	} while (status == CUTLINE_NOMEM && n < 10000);
	assert_int_equal(status, CUTLINE_OK);
	assert_true(n > 50);
	check_usual(image);
	assert_int_equal(image->warning_count, 0);
	cutline_image_free(image);
	assert_int_equal(fail_alloc_live(), live);
	place_release(&p);
}

static void free_allows_null(void **state)
{
	(void)state;
	cutline_image_free(NULL);
	assert_string_equal(cutline_image_type_name(CUTLINE_IMAGE_HEIF),
			    "heif");
	assert_string_equal(cutline_image_type_name(CUTLINE_IMAGE_UNKNOWN),
			    "unknown");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_file_is_read_by_path_and_by_descriptor),
		cmocka_unit_test(what_is_no_picture_is_refused),
		cmocka_unit_test(a_file_may_end_anywhere),
		cmocka_unit_test(any_bit_may_be_wrong),
		cmocka_unit_test(every_allocation_may_fail),
		cmocka_unit_test(free_allows_null),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
