/* SPDX-License-Identifier: MIT */
/* Every allocation of building a photo fails in turn. */
#include "fail_alloc.h"
#include "unit/photo/made.h"
#include "unit/test.h"

static const struct cutline_tag tags[] = {
	{ "xmp:dc:description",
	  "CANNES, FRANCE - APRIL 17: Ana Lima (L) and Bo Ek attend the "
	  "opening ceremony on April 17, 2023 in Cannes. (Photo by Cy "
	  "Roe/WireImage)",
	  0, false },
	{ "iim:Caption-Abstract", "CANNES, FRANCE - APRIL 17", 0, true },
	{ "iim:By-line", "Cy Roe/WireImage", 0, true },
	{ "iim:Credit", "AFP/Getty Images", 0, false },
	{ "iim:Source", "AFP", 0, false },
	{ "iim:City", "CANNES, FRANCE", 0, false },
	{ "iim:Country-PrimaryLocationCode", "FRA", 0, false },
	{ "iim:DateCreated", "20230417", 0, false },
	{ "iim:TimeCreated", "120000+0200", 0, false },
	{ "iim:Keywords", "sea", 0, false },
	{ "iim:SpecialInstructions", "FRANCE OUT", 0, false },
	{ "iim:OriginalTransmissionReference", "PAR1", 0, false },
	{ "xmp:dc:creator", "Ana Smith", 0, false },
	{ "xmp:photoshop:Country", "FRANCE", 0, false },
	{ "xmp:Iptc4xmpExt:PersonInImage", "Ana Lima", 0, false },
	{ "exif:Artist", "Cy Roe; Bo Ek", 0, false },
	{ "exif:DateTimeOriginal", "2023:04:17 10:11:12", 0, false },
	{ "exif:GPSDateStamp", "2023:04:17", 0, false },
	{ "exif:GPSTimeStamp", "8/1 11/1 12/1", 0, false },
	{ "xmp:exif:DateTimeOriginal", "2023-04-18T10:11:12", 0, false },
	{ "xmp:photoshop:DateCreated", "2023-06", 0, false },
	{ "xmp:photoshop:Credit", "Agence France-Presse", 0, false },
	{ "xmp:photoshop:City", "Nice", 0, false },
	{ "xmp:dc:title", "536991815", 0, false },
	{ "iim:ObjectName", "\u20acngar", 0, false },
	{ "xmp:exif:GPSLatitude", "40,0N", 0, false },
	{ "xmp:exif:GPSLongitude", "7,0E", 0, false },
	{ "exif:Make", "Leica Camera AG", 0, false },
	{ "exif:Model", "M10", 0, false },
};

static void every_allocation_may_fail(void **state)
{
	static const char *const warnings[] = { "odd" };
	const struct cutline_image image = {
		.identity = "xxh3:02",
		.tags = tags,
		.tag_count = COUNT(tags),
		.has_gps = true,
		.warnings = warnings,
		.warning_count = 1,
	};
	struct cutline_photo *photo;
	enum cutline_status status;
	long n = 0, asked;

	(void)state;
	do {
		fail_alloc_after(n++);
		status = cutline_photo_build(&image, "/p/a.jpg", &photo, NULL);
		asked = fail_alloc_count();
		fail_alloc_after(-1);
		assert_true(status == CUTLINE_OK || !photo);
	} while (status == CUTLINE_NOMEM);
	assert_int_equal(status, CUTLINE_OK);
	assert_true(asked < n);
	assert_true(n > 4);
	assert_field(photo, CUTLINE_KEYWORDS, "iim:Keywords", "sea", NULL);
	assert_field(photo, CUTLINE_CREATORS, "xmp:dc:creator", "Ana Smith",
		     NULL);
	assert_field(photo, CUTLINE_CAMERA, "exif:Model", "Leica Camera AG M10",
		     NULL);
	cutline_photo_free(photo);
	assert_int_equal(fail_alloc_live(), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_allocation_may_fail),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
