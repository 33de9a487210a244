/* SPDX-License-Identifier: MIT */
#include "unit/photo/made.h"

#include "fail_alloc.h"
#include "unit/test.h"

#define INSIDE_DATE(date)                      \
 {                                             \
  .name = "xmp:xmp:MetadataDate", .text = date \
 }
#define BESIDE_DATE(date)                              \
 {                                                     \
  .name = "sidecar:xmp:xmp:MetadataDate", .text = date \
 }

/* A photo of a picture with that many sidecars. */
static struct cutline_photo *beside(const struct cutline_tag *tags,
				    size_t count, size_t sidecars)
{
	static const char *const paths[] = { "a.jpg.xmp", "a.xmp" };
	struct cutline_image image = { .type = CUTLINE_IMAGE_JPEG,
				       .identity = "xxh3:0",
				       .tags = tags,
				       .tag_count = count,
				       .sidecars = paths,
				       .sidecar_count = sidecars };

	return made_of_image(&image);
}

#define BESIDE(tags, sidecars) beside(tags, COUNT(tags), sidecars)

static void what_a_sidecar_says_comes_first(void **state)
{
	static const struct cutline_tag tags[] = {
		{ .name = "xmp:photoshop:City", .text = "Oslo" },
		{ .name = "xmp:photoshop:Headline", .text = "Rain" },
		{ .name = "iim:By-line", .text = "Bo Strand" },
		{ .name = "xmp:Iptc4xmpExt:LocationShownCity",
		  .text = "Bergen" },
		{ .name = "xmp:dc:description",
		  .text = "A man walks a dog in the rain. He smiles." },
		{ .name = "sidecar:xmp:dc:description",
		  .text = "A man walks a dog in the rain." },
		{ .name = "sidecar:xmp:photoshop:City", .text = "Troms\u00f8" },
		{ .name = "sidecar:xmp:dc:creator", .text = "Ana Lima" },
		{ .name = "sidecar:xmp:dc:creator", .text = "Per Dahl" },
	};
	struct cutline_photo *p = BESIDE(tags, 1);

	(void)state;
	assert_field(p, CUTLINE_CITY, "sidecar:xmp:photoshop:City",
		     "Troms\u00f8", NULL);
	assert_field(p, CUTLINE_CREATORS, "sidecar:xmp:dc:creator", "Ana Lima",
		     "Per Dahl", NULL);
	assert_field(p, CUTLINE_HEADLINE, "xmp:photoshop:Headline", "Rain",
		     NULL);
	assert_field(p, CUTLINE_CAPTION, "sidecar:xmp:dc:description",
		     "A man walks a dog in the rain.", NULL);
	assert_string_equal(
		value_of(p, CUTLINE_CREATORS, "sidecar:xmp:dc:creator")->why,
		"a sidecar comes first: an edit beside the picture");
	assert_string_equal(value_of(p, CUTLINE_CREATORS, "iim:By-line")->why,
			    "another photographer; a sidecar comes first: an "
			    "edit beside the picture");
	assert_true(p->conflict[CUTLINE_CREATORS]);
	cutline_photo_free(p);
}

static void a_sidecar_without_values_changes_nothing(void **state)
{
	static const struct cutline_tag tags[] = {
		{ .name = "xmp:photoshop:City", .text = "Oslo" },
		{ .name = "sidecar:xmp:photoshop:City", .text = " " },
		{ .name = "sidecar:xmp:dc:creator", .text = "STRINGER" },
		{ .name = "sidecar:xmp:xmp:Rating", .text = "3" },
		{ .name = "exif:Artist", .text = "Ana Lima" },
	};
	struct cutline_photo *p = BESIDE(tags, 1);

	(void)state;
	assert_field(p, CUTLINE_CITY, "xmp:photoshop:City", "Oslo", NULL);
	assert_field(p, CUTLINE_CREATORS, "exif:Artist", "Ana Lima", NULL);
	cutline_photo_free(p);
}

static void the_later_edit_wins_and_contradicts_nothing(void **state)
{
	static const struct cutline_tag later_beside[] = {
		INSIDE_DATE("2024-05-01T12:00:00+02:00"),
		{ .name = "xmp:dc:creator", .text = "Bo Strand" },
		BESIDE_DATE("2024-05-01T10:00:01Z"),
		{ .name = "sidecar:xmp:dc:creator", .text = "Ana Lima" },
	};
	static const struct cutline_tag later_inside[] = {
		INSIDE_DATE("2024-05-02"),
		{ .name = "xmp:dc:creator", .text = "Bo Strand" },
		BESIDE_DATE("2024-05-01T10:00:01Z"),
		{ .name = "sidecar:xmp:dc:creator", .text = "Ana Lima" },
		{ .name = "sidecar:xmp:photoshop:Headline", .text = "Rain" },
	};
	struct cutline_photo *p = BESIDE(later_beside, 1);

	(void)state;
	assert_field(p, CUTLINE_CREATORS, "sidecar:xmp:dc:creator", "Ana Lima",
		     NULL);
	assert_false(p->conflict[CUTLINE_CREATORS]);
	assert_string_equal(
		value_of(p, CUTLINE_CREATORS, "xmp:dc:creator")->why,
		"the sidecar was edited last, by MetadataDate");
	cutline_photo_free(p);
	p = BESIDE(later_inside, 1);
	assert_field(p, CUTLINE_CREATORS, "xmp:dc:creator", "Bo Strand", NULL);
	assert_field(p, CUTLINE_HEADLINE, "sidecar:xmp:photoshop:Headline",
		     "Rain", NULL);
	assert_false(p->conflict[CUTLINE_CREATORS]);
	assert_string_equal(
		value_of(p, CUTLINE_CREATORS, "sidecar:xmp:dc:creator")->why,
		"the picture was edited last, by MetadataDate");
	cutline_photo_free(p);
}

static void dates_that_are_equal_decide_nothing(void **state)
{
	static const struct cutline_tag tags[] = {
		INSIDE_DATE("2024-05-01"),
		{ .name = "xmp:dc:creator", .text = "Bo Strand" },
		BESIDE_DATE("2024-05-01"),
		{ .name = "sidecar:xmp:dc:creator", .text = "Ana Lima" },
	};
	struct cutline_photo *p = BESIDE(tags, 1);

	(void)state;
	assert_field(p, CUTLINE_CREATORS, "sidecar:xmp:dc:creator", "Ana Lima",
		     NULL);
	assert_true(p->conflict[CUTLINE_CREATORS]);
	cutline_photo_free(p);
}

static void a_second_sidecar_comes_after_the_picture(void **state)
{
	static const struct cutline_tag tags[] = {
		{ .name = "xmp:photoshop:City", .text = "Oslo" },
		{ .name = "sidecar:xmp:photoshop:Headline", .text = "Rain" },
		{ .name = "sidecar:xmp:photoshop:Headline",
		  .text = "Snow",
		  .block = 1 },
		{ .name = "sidecar:xmp:photoshop:City",
		  .text = "Bergen",
		  .block = 1 },
		{ .name = "sidecar:xmp:dc:title",
		  .text = "Weather",
		  .block = 1 },
	};
	struct cutline_photo *p = BESIDE(tags, 2);

	(void)state;
	assert_field(p, CUTLINE_CITY, "xmp:photoshop:City", "Oslo", NULL);
	assert_field(p, CUTLINE_HEADLINE, "sidecar:xmp:photoshop:Headline",
		     "Rain", NULL);
	assert_field(p, CUTLINE_TITLE, "sidecar:xmp:dc:title", "Weather", NULL);
	assert_string_equal(
		value_of(p, CUTLINE_CITY, "sidecar:xmp:photoshop:City")->why,
		"in a sidecar that comes after another");
	assert_false(p->conflict[CUTLINE_HEADLINE]);
	cutline_photo_free(p);
}

static void check_captured(const char *beside_time, const char *origin,
			   const char *captured)
{
	const struct cutline_tag tags[] = {
		{ .name = "exif:DateTimeOriginal",
		  .text = "2024:05:01 12:00:30" },
		{ .name = "exif:SubSecTimeOriginal", .text = "25" },
		{ .name = "sidecar:xmp:exif:DateTimeOriginal",
		  .text = beside_time },
	};
	struct cutline_photo *p = BESIDE(tags, 1);

	assert_field(p, CUTLINE_CAPTURED, origin, captured, NULL);
	cutline_photo_free(p);
}

static void exif_stays_first_where_a_sidecar_only_repeats_it(void **state)
{
	static const char beside_origin[] = "sidecar:xmp:exif:DateTimeOriginal";
	static const char exif_origin[] = "exif:DateTimeOriginal";

	(void)state;
	check_captured("2024-05-01T12:00:30", exif_origin,
		       "2024-05-01T12:00:30.25");
	check_captured("2024-05-01", exif_origin, "2024-05-01T12:00:30.25");
	check_captured("2024-05-01T10:00:30Z", exif_origin,
		       "2024-05-01T12:00:30.25");
	/* A clock set right. */
	check_captured("2024-05-01T13:00:30", beside_origin,
		       "2024-05-01T13:00:30");
	check_captured("2023-05-01T12:00:30", beside_origin,
		       "2023-05-01T12:00:30");
}

static void a_camera_is_what_exif_says(void **state)
{
	static const struct cutline_tag tags[] = {
		{ .name = "exif:Model", .text = "EOS R5" },
		{ .name = "exif:Make", .text = "Canon" },
		{ .name = "sidecar:xmp:tiff:Model", .text = "R5" },
		{ .name = "sidecar:xmp:tiff:Make", .text = "Canon Inc." },
	};
	struct cutline_photo *p = BESIDE(tags, 1);

	(void)state;
	assert_field(p, CUTLINE_CAMERA, "exif:Model", "Canon EOS R5", NULL);
	cutline_photo_free(p);
	p = beside(tags + 2, 2, 1);
	assert_field(p, CUTLINE_CAMERA, "sidecar:xmp:tiff:Model",
		     "Canon Inc. R5", NULL);
	cutline_photo_free(p);
}

static void a_position_beside_the_picture_comes_first(void **state)
{
	static const struct cutline_tag tags[] = {
		{ .name = "sidecar:xmp:exif:GPSLatitude", .text = "59,54.0N" },
		{ .name = "sidecar:xmp:exif:GPSLongitude", .text = "10,45.0E" },
	};
	struct cutline_image image = { .type = CUTLINE_IMAGE_JPEG,
				       .identity = "xxh3:0",
				       .tags = tags,
				       .tag_count = COUNT(tags),
				       .has_gps = true,
				       .latitude = 1,
				       .longitude = 2 };
	static const char *const paths[] = { "a.xmp" };
	struct cutline_photo *p;

	(void)state;
	image.sidecars = paths;
	image.sidecar_count = 1;
	p = made_of_image(&image);
	assert_true(p->latitude > 59.89 && p->latitude < 59.91);
	assert_field(p, CUTLINE_GPS, "sidecar:xmp:exif:GPSLatitude",
		     "59.9000000", "10.7500000", NULL);
	assert_true(p->conflict[CUTLINE_GPS]);
	cutline_photo_free(p);
}

static void every_allocation_may_fail(void **state)
{
	static const struct cutline_tag tags[] = {
		{ .name = "xmp:dc:creator", .text = "Bo Strand" },
		{ .name = "sidecar:xmp:dc:creator", .text = "Ana Lima/AFP" },
		{ .name = "sidecar:xmp:photoshop:City", .text = "Oslo" },
		{ .name = "sidecar:xmp:exif:GPSLatitude", .text = "59,54.0N" },
		{ .name = "sidecar:xmp:exif:GPSLongitude", .text = "10,45.0E" },
	};
	static const char *const paths[] = { "a.xmp" };
	const struct cutline_image image = { .type = CUTLINE_IMAGE_JPEG,
					     .identity = "xxh3:0",
					     .tags = tags,
					     .tag_count = COUNT(tags),
					     .sidecars = paths,
					     .sidecar_count = 1 };
	struct cutline_photo *photo;
	enum cutline_status status;
	long n = 0;

	(void)state;
	do {
		fail_alloc_after(n++);
		status = cutline_photo_build(&image, "a.jpg", &photo, NULL);
		fail_alloc_after(-1);
		assert_true(status == CUTLINE_OK || !photo);
	} while (status == CUTLINE_NOMEM);
	assert_int_equal(status, CUTLINE_OK);
	assert_true(n > 1);
	assert_field(photo, CUTLINE_CITY, "sidecar:xmp:photoshop:City", "Oslo",
		     NULL);
	cutline_photo_free(photo);
	assert_int_equal(fail_alloc_live(), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_a_sidecar_says_comes_first),
		cmocka_unit_test(a_sidecar_without_values_changes_nothing),
		cmocka_unit_test(the_later_edit_wins_and_contradicts_nothing),
		cmocka_unit_test(dates_that_are_equal_decide_nothing),
		cmocka_unit_test(a_second_sidecar_comes_after_the_picture),
		cmocka_unit_test(
			exif_stays_first_where_a_sidecar_only_repeats_it),
		cmocka_unit_test(a_camera_is_what_exif_says),
		cmocka_unit_test(a_position_beside_the_picture_comes_first),
		cmocka_unit_test(every_allocation_may_fail),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
