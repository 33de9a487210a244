/* SPDX-License-Identifier: MIT */
/* Pictures whose sources contradict each other, or only seem to: who wins, what
 * is said of the loser, and whether it makes a conflict. */
#include "unit/photo/made.h"
#include "unit/photo/picture.h"

#include <string.h>

#include "unit/test.h"

static const struct picture pictures[] = {
	{ .name = "another photographer in IIM",
	  .tags = { { "xmp:dc:creator", "Ana Lima", 0, false },
		    { "iim:By-line", "Bo Ek", 0, false } },
	  .field = CUTLINE_CREATORS,
	  .winner = "xmp:dc:creator",
	  .value = "Ana Lima",
	  .losers = { { "iim:By-line", CUTLINE_DIFFERENCE_REAL,
			"another photographer; XMP comes before IIM: no "
			"IPTCDigest" } } },
	{ .name = "IIM edited last",
	  .tags = { { "xmp:dc:creator", "Ana Lima", 0, false },
		    { "iim:By-line", "Bo Ek", 0, false } },
	  .field = CUTLINE_CREATORS,
	  .winner = "iim:By-line",
	  .value = "Bo Ek",
	  .losers = { { "xmp:dc:creator", CUTLINE_DIFFERENCE_REAL,
			"IPTCDigest differs: IIM was edited last" } },
	  .digest = true },
	{ .name = "the digest fits",
	  .tags = { { "xmp:dc:creator", "Ana Lima", 0, false },
		    { "iim:By-line", "Bo Ek", 0, false } },
	  .field = CUTLINE_CREATORS,
	  .winner = "xmp:dc:creator",
	  .value = "Ana Lima",
	  .losers = { { "iim:By-line", CUTLINE_DIFFERENCE_REAL,
			"IPTCDigest fits" } },
	  .digest = true,
	  .digest_matches = true },
	{ .name = "initials, word order, capitals",
	  .tags = { { "xmp:dc:creator", "John Smith", 0, false },
		    { "iim:By-line", "J. SMITH", 0, false },
		    { "exif:Artist", "Smith, John", 0, false } },
	  .field = CUTLINE_CREATORS,
	  .winner = "xmp:dc:creator",
	  .value = "John Smith",
	  .losers = { { "iim:By-line", CUTLINE_DIFFERENCE_NAME,
			"the same name" },
		      { "exif:Artist", CUTLINE_DIFFERENCE_NAME,
			"the same name" } } },
	{ .name = "one first name for another",
	  .tags = { { "xmp:dc:creator", "John Smith", 0, false },
		    { "iim:By-line", "Joan Smith", 0, false } },
	  .field = CUTLINE_CREATORS,
	  .winner = "xmp:dc:creator",
	  .value = "John Smith",
	  .losers = { { "iim:By-line", CUTLINE_DIFFERENCE_REAL,
			"another photographer" } } },
	{ .name = "an umlaut written out",
	  .tags = { { "xmp:dc:creator", "J\u00f6rg M\u00fcller", 0, false },
		    { "iim:By-line", "JOERG MUELLER", 0, false } },
	  .field = CUTLINE_CREATORS,
	  .winner = "xmp:dc:creator",
	  .value = "J\u00f6rg M\u00fcller",
	  .losers = { { "iim:By-line", CUTLINE_DIFFERENCE_SPELLING,
			"case, accents" } } },
	{ .name = "one agency under two names",
	  .tags = { { "xmp:photoshop:Credit", "Agence France-Presse", 0,
		      false },
		    { "iim:Credit", "AFP", 0, false } },
	  .field = CUTLINE_AGENCIES,
	  .winner = "xmp:photoshop:Credit",
	  .value = "Agence France-Presse",
	  .losers = { { "iim:Credit", CUTLINE_DIFFERENCE_ALIAS,
			"another name of the same" } } },
	{ .name = "another agency",
	  .tags = { { "xmp:photoshop:Credit", "Reuters", 0, false },
		    { "iim:Credit", "EPA", 0, false } },
	  .field = CUTLINE_AGENCIES,
	  .winner = "xmp:photoshop:Credit",
	  .value = "Reuters",
	  .losers = { { "iim:Credit", CUTLINE_DIFFERENCE_REAL,
			"another agency" } } },
	{ .name = "the agency, and through whom",
	  .tags = { { "xmp:photoshop:Credit", "AFP/Getty Images", 0, false },
		    { "iim:Credit", "AFP", 0, false } },
	  .field = CUTLINE_CREDIT_LINE,
	  .winner = "xmp:photoshop:Credit",
	  .value = "AFP/Getty Images",
	  .losers = { { "iim:Credit", CUTLINE_DIFFERENCE_PART,
			"shorter form" } } },
	{ .name = "cut at the byte, and IIM the newer",
	  .tags = { { "xmp:photoshop:Credit",
		      "Associated Newspapers Consolidated", 0, false },
		    { "iim:Credit", "Associated Newspapers Consolidat", 0,
		      true } },
	  .field = CUTLINE_CREDIT_LINE,
	  .winner = "xmp:photoshop:Credit",
	  .value = "Associated Newspapers Consolidated",
	  .losers = { { "iim:Credit", CUTLINE_DIFFERENCE_CUT,
			"cut off at 32 bytes; xmp:photoshop:Credit" } },
	  .digest = true },
	{ .name = "cut before the word that does not fit",
	  .tags = { { "xmp:photoshop:Credit",
		      "Associated Newspapers Consolidated", 0, false },
		    { "iim:Credit", "Associated Newspapers", 0, false } },
	  .field = CUTLINE_CREDIT_LINE,
	  .winner = "xmp:photoshop:Credit",
	  .value = "Associated Newspapers Consolidated",
	  .losers = { { "iim:Credit", CUTLINE_DIFFERENCE_CUT,
			"cut off at 21 bytes" } },
	  .digest = true },
	{ .name = "cut before the letter that does not fit",
	  .tags = { { "xmp:photoshop:City",
		      "Llanfairpwllgwyngyllgogerychwyrndrobwll", 0, false },
		    { "iim:City", "Llanfairpwllgwyngyllgogerychwyr", 0,
		      false } },
	  .field = CUTLINE_CITY,
	  .winner = "xmp:photoshop:City",
	  .value = "Llanfairpwllgwyngyllgogerychwyrndrobwll",
	  .losers = { { "iim:City", CUTLINE_DIFFERENCE_CUT,
			"cut off at 31 bytes" } },
	  .digest = true },
	{ .name = "shortened on purpose",
	  .tags = { { "xmp:photoshop:Headline", "Storm over the bay", 0,
		      false },
		    { "iim:Headline", "Storm", 0, false } },
	  .field = CUTLINE_HEADLINE,
	  .winner = "iim:Headline",
	  .value = "Storm",
	  .losers = { { "xmp:photoshop:Headline", CUTLINE_DIFFERENCE_PART,
			"one says more" } },
	  .digest = true },
	{ .name = "an ellipsis where it was cut",
	  .tags = { { "xmp:photoshop:Headline", "Storm over the b...", 0,
		      false },
		    { "iim:Headline", "Storm over the bay, day two", 0,
		      false } },
	  .field = CUTLINE_HEADLINE,
	  .winner = "iim:Headline",
	  .value = "Storm over the bay, day two",
	  .losers = { { "xmp:photoshop:Headline", CUTLINE_DIFFERENCE_CUT,
			"iim:Headline has it whole" } } },
	{ .name = "the credit that XMP took over cut",
	  .tags = { { "xmp:dc:description",
		      "Boats in the harbour. Photo by Cy Roe/Associated "
		      "Newspapers Consolidated",
		      0, false },
		    { "iim:Credit", "Associated Newspapers Consolidat", 0,
		      true },
		    { "xmp:photoshop:Credit",
		      "Associated Newspapers Consolidat", 0, false } },
	  .field = CUTLINE_CREDIT_LINE,
	  .winner = "caption",
	  .losers = { { "iim:Credit", CUTLINE_DIFFERENCE_CUT,
			"the caption has it whole" },
		      { "xmp:photoshop:Credit", CUTLINE_DIFFERENCE_CUT,
			"the caption has it whole" } } },
	{ .name = "letters read in another code",
	  .tags = { { "xmp:dc:title", "Tosteberga \u00c4ngar", 0, false },
		    { "iim:ObjectName", "Tosteberga \u20acngar", 0, false } },
	  .field = CUTLINE_TITLE,
	  .winner = "xmp:dc:title",
	  .value = "Tosteberga \u00c4ngar",
	  .losers = { { "iim:ObjectName", CUTLINE_DIFFERENCE_ENCODING,
			"encoding" } } },
	{ .name = "letters lost for question marks",
	  .tags = { { "iim:CopyrightNotice", "(c) \u041c\u0430\u043a\u0441", 0,
		      false },
		    { "exif:Copyright", "(c) ????", 0, false } },
	  .field = CUTLINE_COPYRIGHT_NOTICE,
	  .winner = "iim:CopyrightNotice",
	  .losers = { { "exif:Copyright", CUTLINE_DIFFERENCE_ENCODING,
			"encoding" } } },
	{ .name = "the caption names that city too",
	  .tags = { { "iim:Caption-Abstract",
		      "NICE, FRANCE - APRIL 17: Ana Lima, of Cannes, attends "
		      "the opening ceremony. (Photo by Cy Roe/WireImage)",
		      0, false },
		    { "iim:City", "Cannes", 0, false } },
	  .field = CUTLINE_CITY,
	  .winner = "iim:City",
	  .value = "Cannes",
	  .losers = { { "caption", CUTLINE_DIFFERENCE_PART,
			"name the chosen too" } } },
	{ .name = "a force and its unit",
	  .tags = { { "iim:Credit", "HHC 1ST BCT", 0, false },
		    { "iim:Caption-Abstract",
		      "Soldiers rest. (U.S. Army photo by Spc. Kyle Davis)", 0,
		      false } },
	  .field = CUTLINE_AGENCIES,
	  .winner = "iim:Credit",
	  .losers = { { "caption", CUTLINE_DIFFERENCE_PART, "agrees" } } },
	{ .name = "a caption that is a name is no credit",
	  .tags = { { "xmp:dc:description", "Mongol Els", 0, false } },
	  .field = CUTLINE_CREATORS,
	  .losers = { { "caption", CUTLINE_DIFFERENCE_NONE,
			"no words make it a credit" } } },
	{ .name = "a caption that is a credit",
	  .tags = { { "xmp:dc:description", "REUTERS/Cy Roe", 0, false } },
	  .field = CUTLINE_CREDIT_LINE,
	  .winner = "caption" },
	{ .name = "the day a program saved it",
	  .tags = { { "exif:DateTimeOriginal", "2023:08:19 19:07:18", 0,
		      false },
		    { "xmp:photoshop:DateCreated", "2023-08-19", 0, false },
		    { "iim:DateCreated", "20230921", 0, true },
		    { "iim:TimeCreated", "105738-1057", 0, true },
		    { "exif:ModifyDate", "2023:09:21 10:57:38", 0, false } },
	  .field = CUTLINE_DATE_CREATED,
	  .winner = "xmp:photoshop:DateCreated",
	  .value = "2023-08-19",
	  .losers = { { "iim:DateCreated", CUTLINE_DIFFERENCE_DAY,
			"the last change to the file" } } },
	{ .name = "the next day, elsewhere",
	  .tags = { { "xmp:photoshop:DateCreated", "2023-04-17", 0, false },
		    { "exif:DateTimeOriginal", "2023:04:18 01:02:03", 0,
		      false } },
	  .field = CUTLINE_DATE_CREATED,
	  .winner = "xmp:photoshop:DateCreated",
	  .value = "2023-04-17",
	  .losers = { { "exif:DateTimeOriginal", CUTLINE_DIFFERENCE_ZONE,
			"time zones" } } },
	{ .name = "a month and a day of it",
	  .tags = { { "xmp:photoshop:DateCreated", "2023-04", 0, false },
		    { "iim:DateCreated", "20230400", 0, false },
		    { "exif:DateTimeOriginal", "2023:04:18 01:02:03", 0,
		      false } },
	  .field = CUTLINE_DATE_CREATED,
	  .winner = "xmp:photoshop:DateCreated",
	  .value = "2023-04",
	  .losers = { { "iim:DateCreated", CUTLINE_DIFFERENCE_NONE, "same" },
		      { "exif:DateTimeOriginal", CUTLINE_DIFFERENCE_PART,
			"one says more" } } },
	{ .name = "the caption says another day",
	  .tags = { { "xmp:dc:description",
		      "A boat in Nice, France, on April 17, 2023. (Photo by Cy "
		      "Roe/WireImage)",
		      0, false },
		    { "iim:DateCreated", "20230612", 0, false } },
	  .field = CUTLINE_DATE_CREATED,
	  .winner = "iim:DateCreated",
	  .value = "2023-06-12",
	  .losers = { { "caption", CUTLINE_DIFFERENCE_REAL,
			"another day; the field comes before" } } },
	{ .name = "a file picture, and the day it was sent again",
	  .tags = { { "xmp:dc:description",
		      "FILE PHOTO: A boat in Nice, France, February 12, 2020. "
		      "REUTERS/Cy Roe",
		      0, false },
		    { "iim:DateCreated", "20200723", 0, false } },
	  .field = CUTLINE_DATE_CREATED,
	  .winner = "caption",
	  .value = "2020-02-12",
	  .losers = { { "iim:DateCreated", CUTLINE_DIFFERENCE_DAY,
			"file picture: this is the day of issue" } } },
	{ .name = "a scan of 1943, the scanner known",
	  .tags = { { "xmp:dc:description",
		      "Soldiers march in Palermo, Italy, on July 22, 1943.", 0,
		      false },
		    { "exif:Model", "Perfection V850", 0, false },
		    { "exif:DateTimeOriginal", "2015:03:04 10:11:12", 0,
		      false } },
	  .field = CUTLINE_DATE_CREATED,
	  .winner = "caption",
	  .value = "1943-07-22",
	  .losers = { { "exif:DateTimeOriginal", CUTLINE_DIFFERENCE_NONE,
			"the day of the scan" } } },
	{ .name = "a copy of 1943, by some camera",
	  .tags = { { "xmp:dc:description",
		      "Soldiers march in Palermo, Italy, on July 22, 1943.", 0,
		      false },
		    { "exif:DateTimeOriginal", "2015:03:04 10:11:12", 0,
		      false } },
	  .field = CUTLINE_DATE_CREATED,
	  .winner = "caption",
	  .value = "1943-07-22",
	  .losers = { { "exif:DateTimeOriginal", CUTLINE_DIFFERENCE_DAY,
			"a scan" } } },
	{ .name = "a clock older than its camera",
	  .tags = { { "exif:Model", "EOS 5D", 0, false },
		    { "exif:DateTimeOriginal", "1943:05:06 10:11:12", 0,
		      false } },
	  .field = CUTLINE_DATE_CREATED,
	  .losers = { { "exif:DateTimeOriginal", CUTLINE_DIFFERENCE_NONE,
			"older than cameras" } } },
	{ .name = "a clock that runs ahead",
	  .tags = { { "exif:DateTimeOriginal", "2099:05:06 10:11:12", 0,
		      false },
		    { "iim:DateCreated", "20230612", 0, false } },
	  .field = CUTLINE_DATE_CREATED,
	  .winner = "iim:DateCreated",
	  .value = "2023-06-12",
	  .losers = { { "exif:DateTimeOriginal", CUTLINE_DIFFERENCE_NONE,
			"in the future" } } },
	{ .name = "midnight of a firmware's year",
	  .tags = { { "exif:DateTimeOriginal", "2010:01:01 00:00:00", 0,
		      false } },
	  .field = CUTLINE_CAPTURED,
	  .losers = { { "exif:DateTimeOriginal", CUTLINE_DIFFERENCE_NONE,
			"reset" } } },
	{ .name = "XMP's copy of the camera's time",
	  .tags = { { "xmp:exif:DateTimeOriginal", "2004-07-22T17:14:35+10:00",
		      0, false },
		    { "exif:DateTimeOriginal", "2004:07:22 17:14:35", 0,
		      false } },
	  .field = CUTLINE_CAPTURED,
	  .winner = "exif:DateTimeOriginal",
	  .value = "2004-07-22T17:14:35",
	  .losers = { { "xmp:exif:DateTimeOriginal", CUTLINE_DIFFERENCE_PART,
			"one says more" } } },
	{ .name = "another country, and England",
	  .tags = { { "xmp:photoshop:Country", "United Kingdom", 0, false },
		    { "iim:Country-PrimaryLocationName", "England", 0, false },
		    { "xmp:dc:description",
		      "NICE, FRANCE - APRIL 17: A boat. (Photo by Cy "
		      "Roe/WireImage)",
		      0, false } },
	  .field = CUTLINE_COUNTRY,
	  .winner = "xmp:photoshop:Country",
	  .value = "United Kingdom",
	  .losers = { { "iim:Country-PrimaryLocationName",
			CUTLINE_DIFFERENCE_ALIAS, "another name" },
		      { "caption", CUTLINE_DIFFERENCE_REAL,
			"another place" } } },
	{ .name = "shown here, taken there",
	  .tags = { { "xmp:Iptc4xmpExt:LocationShownCity", "Paris", 0, false },
		    { "xmp:photoshop:City", "London", 0, false },
		    { "xmp:Iptc4xmpExt:LocationCreatedCity", "Rome", 0,
		      false } },
	  .field = CUTLINE_CITY,
	  .winner = "xmp:Iptc4xmpExt:LocationShownCity",
	  .value = "Paris",
	  .losers = { { "xmp:photoshop:City", CUTLINE_DIFFERENCE_NONE,
			"the place shown comes before older fields" },
		      { "xmp:Iptc4xmpExt:LocationCreatedCity",
			CUTLINE_DIFFERENCE_NONE,
			"the place shown comes before older fields" } } },
	{ .name = "two positions",
	  .tags = { { "xmp:exif:GPSLatitude", "26,34.951S", 0, false },
		    { "xmp:exif:GPSLongitude", "80,12,36E", 0, false },
		    { "xmp:Iptc4xmpExt:LocationCreatedGPSLatitude", "1,0N", 0,
		      false },
		    { "xmp:Iptc4xmpExt:LocationCreatedGPSLongitude", "1,0E", 0,
		      false } },
	  .field = CUTLINE_GPS,
	  .winner = "xmp:exif:GPSLatitude",
	  .losers = { { "xmp:Iptc4xmpExt:LocationCreatedGPSLatitude",
			CUTLINE_DIFFERENCE_NONE, "another tag of EXIF" } } },
};

static void each_picture_has_its_winner_and_reasons(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(pictures); i++)
		assert_picture(&pictures[i]);
}

static void the_gps_time_tells_the_offset(void **state)
{
	struct cutline_tag tags[] = {
		{ "exif:DateTimeOriginal", "2023:04:17 01:03:22", 0, false },
		{ "exif:GPSDateStamp", "2023:04:16", 0, false },
		{ "exif:GPSTimeStamp", "19/1 32/1 40/1", 0, false },
	};
	struct cutline_image image = { .tags = tags,
				       .tag_count = COUNT(tags),
				       .has_gps = true,
				       .latitude = 28.6,
				       .longitude = 77.2 };
	struct cutline_photo *p = made_of_image(&image);
	const struct cutline_photo_value *v =
		value_of(p, CUTLINE_CAPTURED, "exif:DateTimeOriginal");

	(void)state;
	assert_field(p, CUTLINE_CAPTURED, "exif:DateTimeOriginal",
		     "2023-04-17T01:03:22+05:30", NULL);
	assert_true(v->inferred);
	assert_non_null(strstr(v->why, "inferred from the GPS time"));
	cutline_photo_free(p);
	tags[2].text = "19/1 12/1 40/1"; /* no offset is of 5 h 50 min */
	p = made_of_image(&image);
	assert_field(p, CUTLINE_CAPTURED, "exif:DateTimeOriginal",
		     "2023-04-17T01:03:22", NULL);
	cutline_photo_free(p);
	tags[2].text = "19/0 1 x";
	p = made_of_image(&image);
	assert_false(p->captured.has_offset);
	cutline_photo_free(p);
	tags[2].text = "19/1 32/1 40/1";
	image.latitude = image.longitude = 0; /* no fix */
	p = made_of_image(&image);
	assert_false(p->captured.has_offset);
	cutline_photo_free(p);
}

static void no_fix_is_no_position(void **state)
{
	static const struct cutline_tag version[] = {
		{ "exif:GPSVersionID", "2 3 0 0", 0, false },
	};
	const struct cutline_image zero = { .has_gps = true };
	struct cutline_photo *p = made_of_image(&zero);

	(void)state;
	assert_false(p->has_gps);
	assert_field(p, CUTLINE_GPS, NULL, NULL);
	assert_non_null(strstr(value_of(p, CUTLINE_GPS, "exif:GPS")->why,
			       "without a fix"));
	cutline_photo_free(p);
	p = MADE(version);
	assert_false(p->has_gps);
	assert_int_equal(p->value_count, 0);
	cutline_photo_free(p);
}

static void positions_far_apart_are_a_conflict(void **state)
{
	static const struct cutline_tag tags[] = {
		{ "xmp:exif:GPSLatitude", "48,0N", 0, false },
		{ "xmp:exif:GPSLongitude", "2,0E", 0, false },
	};
	struct cutline_image image = { .tags = tags,
				       .tag_count = COUNT(tags),
				       .has_gps = true,
				       .latitude = 48.001,
				       .longitude = 2 };
	struct cutline_photo *p = made_of_image(&image);

	(void)state;
	assert_false(p->conflict[CUTLINE_GPS]);
	assert_float_equal(p->latitude, 48.001, 1e-9);
	cutline_photo_free(p);
	image.latitude = 50;
	p = made_of_image(&image);
	assert_true(p->conflict[CUTLINE_GPS]);
	cutline_photo_free(p);
}

static void differences_have_names(void **state)
{
	(void)state;
	assert_string_equal(cutline_difference_name(CUTLINE_DIFFERENCE_ZONE),
			    "time zone");
	assert_string_equal(cutline_difference_name(CUTLINE_DIFFERENCE_REAL),
			    "real");
	assert_null(cutline_difference_name((enum cutline_difference)99));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_picture_has_its_winner_and_reasons),
		cmocka_unit_test(the_gps_time_tells_the_offset),
		cmocka_unit_test(no_fix_is_no_position),
		cmocka_unit_test(positions_far_apart_are_a_conflict),
		cmocka_unit_test(differences_have_names),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
