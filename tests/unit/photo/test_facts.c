/* SPDX-License-Identifier: MIT */
/* What is read in the fields and in the caption: names, dates, places. */
#include "unit/photo/made.h"

#include <string.h>

#include "unit/test.h"

static void by_lines_are_read_as_credits(void **state)
{
	static const struct cutline_tag tags[] = {
		{ "iim:By-line", "Ella Ling/BPI/REX", 0, false },
	};
	struct cutline_photo *p = MADE(tags);
	const struct cutline_photo_value *v;

	(void)state;
	assert_field(p, CUTLINE_CREATORS, "iim:By-line", "Ella Ling", NULL);
	v = value_of(p, CUTLINE_CREATORS, "iim:By-line");
	assert_string_equal(v->items[0], "Ella Ling/BPI/REX");
	assert_string_equal(v->read[0], "Ella Ling");
	v = value_of(p, CUTLINE_AGENCIES, "iim:By-line");
	assert_int_equal(v->read_count, 2);
	assert_int_equal(p->fields[CUTLINE_AGENCIES].count, 2);
	assert_string_equal(p->fields[CUTLINE_AGENCIES].items[0], "BPI");
	cutline_photo_free(p);
}

static void by_line_and_credit_make_one_credit(void **state)
{
	static const struct cutline_tag tags[] = {
		{ "iim:By-line", "Ana Lima", 0, false },
		{ "iim:Credit", "AFP/Getty Images", 0, false },
		{ "iim:Source", "AFP", 0, false },
	};
	struct cutline_photo *p = MADE(tags);

	(void)state;
	assert_field(p, CUTLINE_CREATORS, "iim:By-line", "Ana Lima", NULL);
	assert_field(p, CUTLINE_AGENCIES, "iim:Credit", "AFP", "Getty Images",
		     NULL);
	assert_field(p, CUTLINE_CREDIT_LINE, "iim:Credit",
		     "Ana Lima/AFP/Getty Images", NULL);
	assert_field(p, CUTLINE_SOURCE, "iim:Source", "AFP", NULL);
	assert_int_equal(p->credit.count, 3);
	assert_string_equal(p->credit.parts[0].name, "Ana Lima");
	assert_int_equal(p->credit.parts[0].role, CUTLINE_ROLE_CREATOR);
	cutline_photo_free(p);
}

static void an_agency_in_the_by_line_is_no_creator(void **state)
{
	static const struct cutline_tag tags[] = {
		{ "xmp:dc:creator", "Getty Images", 0, false },
	};
	struct cutline_photo *p = MADE(tags);

	(void)state;
	assert_field(p, CUTLINE_CREATORS, NULL, NULL);
	assert_field(p, CUTLINE_AGENCIES, "xmp:dc:creator", "Getty Images",
		     NULL);
	assert_string_equal(
		value_of(p, CUTLINE_CREATORS, "xmp:dc:creator")->why,
		"names no photographer");
	cutline_photo_free(p);
}

static void a_name_in_by_line_and_credit_is_no_agency(void **state)
{
	static const struct cutline_tag tags[] = {
		{ "iim:By-line", "Ana Lima", 0, false },
		{ "iim:Credit", "Ana Lima/EPA", 0, false },
		{ "iim:Source", "X90018", 0, false },
	};
	struct cutline_photo *p = MADE(tags);

	(void)state;
	assert_field(p, CUTLINE_AGENCIES, "iim:Credit", "EPA", NULL);
	assert_field(p, CUTLINE_SOURCE, "iim:Source", "X90018", NULL);
	assert_int_equal(p->credit.count, 2);
	cutline_photo_free(p);
}

static void the_source_is_printed_only_where_no_agency_is(void **state)
{
	static const struct cutline_tag named[] = {
		{ "iim:By-line", "Ana Lima", 0, false },
		{ "iim:Credit", "WireImage", 0, false },
		{ "iim:Source", "Getty Images", 0, false },
	};
	static const struct cutline_tag nameless[] = {
		{ "iim:By-line", "Ana Lima", 0, false },
		{ "iim:Source", "Getty Images", 0, false },
	};
	struct cutline_photo *p = MADE(named);

	(void)state;
	assert_string_equal(p->credit.line, "Ana Lima/WireImage");
	assert_field(p, CUTLINE_AGENCIES, "iim:Credit", "WireImage", NULL);
	cutline_photo_free(p);
	p = MADE(nameless);
	assert_string_equal(p->credit.line, "Ana Lima/Getty Images");
	assert_field(p, CUTLINE_AGENCIES, "iim:Source", "Getty Images", NULL);
	cutline_photo_free(p);
}

static void xmp_tells_the_position_when_exif_does_not(void **state)
{
	static const struct cutline_tag tags[] = {
		{ "xmp:exif:GPSLatitude", "26,34.951S", 0, false },
		{ "xmp:exif:GPSLongitude", "80,12,36E", 0, false },
	};
	static const char *const wrong[] = {
		"26,34.951", "91,0N",      "26,60.0N", "26,,1N",
		"26,1,1,1N", "26,34.9.1N", "-26,1N",   "N",
	};
	struct cutline_photo *p = MADE(tags);

	(void)state;
	assert_true(p->has_gps);
	assert_float_equal(p->latitude, -26.5825167, 1e-6);
	assert_float_equal(p->longitude, 80.21, 1e-6);
	assert_non_null(value_of(p, CUTLINE_GPS, "xmp:exif:GPSLatitude"));
	cutline_photo_free(p);
	for (size_t i = 0; i < COUNT(wrong); i++) {
		const struct cutline_tag bad[] = {
			{ "xmp:exif:GPSLatitude", wrong[i], 0, false },
			tags[1],
		};

		p = MADE(bad);
		assert_false(p->has_gps);
		cutline_photo_free(p);
	}
}

static void artist_is_a_list_in_one_text(void **state)
{
	static const struct cutline_tag tags[] = {
		{ "exif:Artist", "Ana Lima; Bo Ek", 0, false },
	};
	struct cutline_photo *p = MADE(tags);
	const struct cutline_photo_value *v;

	(void)state;
	assert_field(p, CUTLINE_CREATORS, "exif:Artist", "Ana Lima", "Bo Ek",
		     NULL);
	v = value_of(p, CUTLINE_CREATORS, "exif:Artist");
	assert_int_equal(v->count, 1);
	assert_string_equal(v->items[0], "Ana Lima; Bo Ek");
	cutline_photo_free(p);
}

static const char cannes[] =
	"CANNES, FRANCE - APRIL 17: Ana Lima (L) and Bo Ek attend the opening "
	"ceremony on April 17, 2023 in Cannes, France. (Photo by Cy "
	"Roe/WireImage)";

static void the_caption_fills_what_fields_leave_empty(void **state)
{
	static const struct cutline_tag tags[] = {
		{ "iim:Caption-Abstract", cannes, 0, false },
		{ "iim:By-line", "STRINGER", 0, false },
		{ "exif:Artist", "Someone Else", 0, false },
		{ "exif:DateTimeOriginal", "2023:04:18 01:02:03", 0, false },
	};
	struct cutline_photo *p = MADE(tags);

	(void)state;
	assert_field(p, CUTLINE_CREATORS, "caption", "Cy Roe", NULL);
	assert_field(p, CUTLINE_AGENCIES, "caption", "WireImage", NULL);
	assert_field(p, CUTLINE_CREDIT_LINE, "caption", "Cy Roe/WireImage",
		     NULL);
	assert_field(p, CUTLINE_DATE_CREATED, "caption", "2023-04-17", NULL);
	assert_field(p, CUTLINE_CITY, "caption", "Cannes", NULL);
	assert_field(p, CUTLINE_COUNTRY, "caption", "France", NULL);
	assert_field(p, CUTLINE_COUNTRY_CODE, "caption", "FR", NULL);
	assert_field(p, CUTLINE_PERSONS, "caption", "Ana Lima", "Bo Ek", NULL);
	assert_string_equal(p->fields[CUTLINE_PERSONS].notes[0], "left");
	assert_field(p, CUTLINE_CAPTURED, "exif:DateTimeOriginal",
		     "2023-04-18T01:02:03", NULL);
	assert_false(p->conflict[CUTLINE_DATE_CREATED]);
	assert_true(p->conflict[CUTLINE_CREATORS]);
	cutline_photo_free(p);
}

static void fields_come_before_the_caption(void **state)
{
	static const struct cutline_tag tags[] = {
		{ "iim:Caption-Abstract", cannes, 0, false },
		{ "iim:By-line", "C. Roe", 0, false },
		{ "iim:City", "Nice", 0, false },
		{ "xmp:Iptc4xmpExt:PersonInImage", "Ana Lima", 0, false },
		{ "iim:Credit", "see caption", 0, false },
	};
	struct cutline_photo *p = MADE(tags);

	(void)state;
	assert_field(p, CUTLINE_CREATORS, "iim:By-line", "C. Roe", NULL);
	assert_false(p->conflict[CUTLINE_CREATORS]);
	assert_field(p, CUTLINE_CITY, "iim:City", "Nice", NULL);
	assert_true(p->conflict[CUTLINE_CITY]);
	assert_string_equal(
		value_of(p, CUTLINE_CITY, "caption")->why,
		"another place; the field comes before the caption");
	assert_field(p, CUTLINE_PERSONS, "xmp:Iptc4xmpExt:PersonInImage",
		     "Ana Lima", NULL);
	assert_string_equal(p->fields[CUTLINE_PERSONS].notes[0], "left");
	assert_field(p, CUTLINE_AGENCIES, "caption", "WireImage", NULL);
	cutline_photo_free(p);
}

static void the_caption_has_a_cut_credit_whole(void **state)
{
	static const struct cutline_tag tags[] = {
		{ "xmp:dc:description",
		  "Boats in the harbour. Photo by Cy Roe/Associated Newspapers "
		  "Consolidated",
		  0, false },
		{ "iim:Credit", "Associated Newspapers Consolidat", 0, true },
	};
	struct cutline_photo *p = MADE(tags);
	const struct cutline_photo_value *v =
		value_of(p, CUTLINE_CREDIT_LINE, "iim:Credit");

	(void)state;
	assert_false(v->chosen);
	assert_string_equal(v->why,
			    "cut off at 32 bytes; the caption has it whole");
	assert_string_equal(p->fields[CUTLINE_CREDIT_LINE].origin, "caption");
	cutline_photo_free(p);
}

static void the_day_comes_from_the_field_first(void **state)
{
	static const struct cutline_tag tags[] = {
		{ "iim:DateCreated", "20230417", 0, true },
		{ "iim:TimeCreated", "140322+0200", 0, true },
		{ "exif:DateTimeOriginal", "2019:01:02 03:04:05", 0, false },
		{ "exif:SubSecTimeOriginal", "25", 0, false },
		{ "exif:OffsetTimeOriginal", "+02:00", 0, false },
	};
	struct cutline_photo *p = MADE(tags);
	const struct cutline_photo_value *v;

	(void)state;
	assert_field(p, CUTLINE_DATE_CREATED, "iim:DateCreated", "2023-04-17",
		     NULL);
	v = value_of(p, CUTLINE_DATE_CREATED, "iim:DateCreated");
	assert_string_equal(v->items[0], "20230417 140322+0200");
	assert_int_equal(p->date.from.year, 2023);
	assert_true(p->conflict[CUTLINE_DATE_CREATED]);
	assert_field(p, CUTLINE_CAPTURED, "exif:DateTimeOriginal",
		     "2019-01-02T03:04:05.25+02:00", NULL);
	v = value_of(p, CUTLINE_CAPTURED, "exif:DateTimeOriginal");
	assert_string_equal(v->items[0], "2019:01:02 03:04:05");
	assert_int_equal(p->captured.hour, 3);
	cutline_photo_free(p);
}

static void clock_resets_are_not_chosen(void **state)
{
	static const char *const resets[] = { "1970:01:01 05:06:07",
					      "2000:01:01 00:00:00",
					      "1980:01:01 00:00:12" };
	static const struct cutline_tag party[] = {
		{ "exif:DateTimeOriginal", "2000:01:01 00:31:00", 0, false },
	};
	struct cutline_photo *p = MADE(party);

	(void)state;
	assert_field(p, CUTLINE_DATE_CREATED, "exif:DateTimeOriginal",
		     "2000-01-01", NULL);
	cutline_photo_free(p);
	for (size_t i = 0; i < COUNT(resets); i++) {
		struct cutline_tag tags[] = {
			{ "exif:DateTimeOriginal", resets[i], 0, false },
		};

		p = MADE(tags);
		assert_field(p, CUTLINE_DATE_CREATED, NULL, NULL);
		assert_field(p, CUTLINE_CAPTURED, NULL, NULL);
		assert_string_equal(p->values[0].why,
				    "a clock's start after a reset");
		assert_string_equal(p->values[0].items[0], resets[i]);
		cutline_photo_free(p);
	}
}

static void what_says_no_date_is_kept(void **state)
{
	static const struct cutline_tag tags[] = {
		{ "exif:DateTimeOriginal", "0000:00:00 00:00:00", 0, false },
		{ "iim:DateCreated", "00000000", 0, false },
	};
	struct cutline_photo *p = MADE(tags);

	(void)state;
	assert_field(p, CUTLINE_DATE_CREATED, NULL, NULL);
	assert_string_equal(
		value_of(p, CUTLINE_DATE_CREATED, "iim:DateCreated")->why,
		"no date");
	cutline_photo_free(p);
}

static void the_files_date_gives_a_captions_day_its_year(void **state)
{
	static const char text[] = "CANNES, FRANCE - APRIL 17: A boat. (Photo "
				   "by Cy Roe/WireImage)";
	static const struct cutline_tag near[] = {
		{ "iim:Caption-Abstract", text, 0, false },
		{ "exif:DateTimeOriginal", "2023:04:18 00:30:00", 0, false },
	};
	static const struct cutline_tag far[] = {
		{ "iim:Caption-Abstract", text, 0, false },
		{ "exif:DateTimeOriginal", "2023:06:02 00:30:00", 0, false },
	};
	struct cutline_photo *p = MADE(near);

	(void)state;
	assert_field(p, CUTLINE_DATE_CREATED, "caption", "2023-04-17", NULL);
	assert_string_equal(value_of(p, CUTLINE_DATE_CREATED, "caption")->why,
			    "year from exif:DateTimeOriginal");
	assert_false(p->conflict[CUTLINE_DATE_CREATED]);
	cutline_photo_free(p);

	p = MADE(far);
	assert_field(p, CUTLINE_DATE_CREATED, "caption", "XXXX-04-17", NULL);
	assert_true(p->conflict[CUTLINE_DATE_CREATED]);
	cutline_photo_free(p);
}

static void places_are_put_into_plain_english(void **state)
{
	static const struct cutline_tag tags[] = {
		{ "iim:City", "KITZBUEHEL", 0, false },
		{ "iim:Province-State", "CA", 0, false },
		{ "iim:Country-PrimaryLocationName", "USA", 0, false },
	};
	struct cutline_photo *p = MADE(tags);

	(void)state;
	assert_field(p, CUTLINE_CITY, "iim:City", "Kitzbuehel", NULL);
	assert_field(p, CUTLINE_PROVINCE_STATE, "iim:Province-State",
		     "California", NULL);
	assert_field(p, CUTLINE_COUNTRY, "iim:Country-PrimaryLocationName",
		     "United States", NULL);
	assert_field(p, CUTLINE_COUNTRY_CODE, "iim:Country-PrimaryLocationName",
		     "US", NULL);
	cutline_photo_free(p);
}

static void a_city_gives_up_its_state(void **state)
{
	static const struct cutline_tag tags[] = {
		{ "iim:City", "PRINCETON, NJ", 0, false },
		{ "iim:Sub-location", "Princeton, NJ", 0, false },
	};
	static const struct cutline_tag unknown[] = {
		{ "iim:City", "Sint-Truiden, Haspengouw", 0, false },
		{ "iim:Sub-location", "Market", 0, false },
	};
	struct cutline_photo *p = MADE(tags);

	(void)state;
	assert_field(p, CUTLINE_CITY, "iim:City", "Princeton", NULL);
	assert_field(p, CUTLINE_PROVINCE_STATE, "iim:City", "New Jersey", NULL);
	cutline_photo_free(p);
	p = MADE(unknown);
	assert_field(p, CUTLINE_CITY, "iim:City", "Sint-Truiden, Haspengouw",
		     NULL);
	cutline_photo_free(p);
}

static void a_venue_that_is_the_city_is_none(void **state)
{
	static const struct cutline_tag tags[] = {
		{ "iim:City", "MADRID", 0, false },
		{ "iim:Sub-location", "Madrid", 0, false },
	};
	struct cutline_photo *p = MADE(tags);

	(void)state;
	assert_field(p, CUTLINE_SUBLOCATION, NULL, NULL);
	assert_string_equal(
		value_of(p, CUTLINE_SUBLOCATION, "iim:Sub-location")->why,
		"only the city again");
	cutline_photo_free(p);
}

static void a_code_gives_its_country(void **state)
{
	static const struct cutline_tag tags[] = {
		{ "iim:Country-PrimaryLocationCode", "DEU", 0, false },
		{ "xmp:Iptc4xmpCore:CountryCode", "??", 0, false },
	};
	struct cutline_photo *p = MADE(tags);

	(void)state;
	assert_field(p, CUTLINE_COUNTRY_CODE, "iim:Country-PrimaryLocationCode",
		     "DE", NULL);
	assert_field(p, CUTLINE_COUNTRY, "iim:Country-PrimaryLocationCode",
		     "Germany", NULL);
	cutline_photo_free(p);
}

static void location_shown_comes_before_the_old_fields(void **state)
{
	static const struct cutline_tag tags[] = {
		{ "xmp:photoshop:City", "London", 0, false },
		{ "xmp:Iptc4xmpExt:LocationCreatedCity", "Rome", 0, false },
		{ "xmp:Iptc4xmpExt:LocationShownCity", "Paris", 0, false },
	};
	struct cutline_photo *p = MADE(tags);

	(void)state;
	assert_field(p, CUTLINE_CITY, "xmp:Iptc4xmpExt:LocationShownCity",
		     "Paris", NULL);
	cutline_photo_free(p);
}

static void spellings_of_one_thing_are_no_conflict(void **state)
{
	static const struct cutline_tag tags[] = {
		{ "xmp:photoshop:Country", "United Kingdom", 0, false },
		{ "iim:Country-PrimaryLocationName", "England", 0, false },
		{ "xmp:photoshop:City", "Zürich", 0, false },
		{ "iim:City", "ZURICH", 0, false },
		{ "xmp:dc:creator", "Duane A. Laverty", 0, false },
		{ "iim:By-line", "DUANE LAVERTY", 0, false },
		{ "exif:Artist", "D. Laverty", 0, false },
		{ "xmp:photoshop:DateCreated", "2023-04", 0, false },
		{ "iim:DateCreated", "20230417", 0, false },
		{ "xmp:photoshop:Credit", "AFP", 0, false },
		{ "iim:Credit", "AFP/Getty Images", 0, false },
	};
	struct cutline_photo *p = MADE(tags);

	(void)state;
	for (unsigned f = 0; f < CUTLINE_PHOTO_FIELDS; f++)
		if (p->conflict[f])
			fail_msg("conflict in %s",
				 cutline_field_name((enum cutline_field)f));
	cutline_photo_free(p);
}

static void different_people_and_firms_are_conflicts(void **state)
{
	static const struct cutline_tag tags[] = {
		{ "xmp:dc:creator", "Ana Lima", 0, false },
		{ "iim:By-line", "Bo Ek", 0, false },
		{ "xmp:photoshop:Credit", "Reuters", 0, false },
		{ "iim:Credit", "AP", 0, false },
		{ "xmp:photoshop:Headline", "Snow", 0, false },
		{ "iim:Headline", "Rain", 0, false },
	};
	struct cutline_photo *p = MADE(tags);

	(void)state;
	assert_true(p->conflict[CUTLINE_CREATORS]);
	assert_true(p->conflict[CUTLINE_AGENCIES]);
	assert_true(p->conflict[CUTLINE_HEADLINE]);
	assert_true(p->conflict[CUTLINE_CREDIT_LINE]);
	cutline_photo_free(p);
}

static void different_things_are_no_conflict(void **state)
{
	static const struct cutline_tag tags[] = {
		{ "xmp:Iptc4xmpExt:LocationShownCity", "Paris", 0, false },
		{ "xmp:Iptc4xmpExt:LocationCreatedCity", "Rome", 0, false },
		{ "xmp:photoshop:City", "London", 0, false },
		{ "xmp:dc:description", "Boats", 0, false },
		{ "exif:UserComment", "Scanned", 0, false },
		{ "xmp:photoshop:Credit", "AP", 0, false },
		{ "xmp:photoshop:Source", "Reuters", 0, false },
	};
	struct cutline_photo *p = MADE(tags);

	(void)state;
	assert_false(p->conflict[CUTLINE_CITY]);
	assert_false(p->conflict[CUTLINE_CAPTION]);
	assert_false(p->conflict[CUTLINE_AGENCIES]);
	cutline_photo_free(p);
}

static void instructions_restrict(void **state)
{
	static const struct cutline_tag tags[] = {
		{ "iim:SpecialInstructions", "SPAIN OUT", 0, false },
	};
	struct cutline_photo *p = MADE(tags);

	(void)state;
	assert_field(p, CUTLINE_INSTRUCTIONS, "iim:SpecialInstructions",
		     "SPAIN OUT", NULL);
	assert_int_equal(p->fields[CUTLINE_RESTRICTIONS].count, 1);
	assert_string_equal(p->fields[CUTLINE_RESTRICTIONS].notes[0],
			    "territory");
	cutline_photo_free(p);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(xmp_tells_the_position_when_exif_does_not),
		cmocka_unit_test(the_source_is_printed_only_where_no_agency_is),
		cmocka_unit_test(by_lines_are_read_as_credits),
		cmocka_unit_test(by_line_and_credit_make_one_credit),
		cmocka_unit_test(an_agency_in_the_by_line_is_no_creator),
		cmocka_unit_test(a_name_in_by_line_and_credit_is_no_agency),
		cmocka_unit_test(artist_is_a_list_in_one_text),
		cmocka_unit_test(the_caption_fills_what_fields_leave_empty),
		cmocka_unit_test(fields_come_before_the_caption),
		cmocka_unit_test(the_caption_has_a_cut_credit_whole),
		cmocka_unit_test(the_day_comes_from_the_field_first),
		cmocka_unit_test(clock_resets_are_not_chosen),
		cmocka_unit_test(what_says_no_date_is_kept),
		cmocka_unit_test(the_files_date_gives_a_captions_day_its_year),
		cmocka_unit_test(places_are_put_into_plain_english),
		cmocka_unit_test(a_city_gives_up_its_state),
		cmocka_unit_test(a_venue_that_is_the_city_is_none),
		cmocka_unit_test(a_code_gives_its_country),
		cmocka_unit_test(location_shown_comes_before_the_old_fields),
		cmocka_unit_test(spellings_of_one_thing_are_no_conflict),
		cmocka_unit_test(different_people_and_firms_are_conflicts),
		cmocka_unit_test(different_things_are_no_conflict),
		cmocka_unit_test(instructions_restrict),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
