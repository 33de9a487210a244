/* SPDX-License-Identifier: MIT */
/* Which source wins: blocks, digest, cut values, placeholders, device texts. */
#include "unit/photo/made.h"

#include <stdio.h>
#include <string.h>

#include "unit/test.h"

static const char by_line_32[] = "Maria Magdalena Hohenstein-Berli";

static void xmp_counts_before_iim_and_exif(void **state)
{
	static const struct cutline_tag tags[] = {
		{ "exif:ImageDescription", "A boat.", 0, false },
		{ "iim:Caption-Abstract", "A red boat.", 0, false },
		{ "xmp:dc:description", "A blue boat.", 0, false },
	};
	struct cutline_photo *p = MADE(tags);

	(void)state;
	assert_field(p, CUTLINE_CAPTION, "xmp:dc:description", "A blue boat.",
		     NULL);
	assert_true(value_of(p, CUTLINE_CAPTION, "xmp:dc:description")->chosen);
	assert_string_equal(
		value_of(p, CUTLINE_CAPTION, "exif:ImageDescription")->why,
		"another text; EXIF comes last for captions");
	assert_true(p->conflict[CUTLINE_CAPTION]);
	assert_string_equal(p->values[0].location, "/p/a.jpg");
	cutline_photo_free(p);
}

static void iim_counts_when_the_digest_differs(void **state)
{
	static const struct cutline_tag tags[] = {
		{ "iim:City", "Nice", 0, false },
		{ "xmp:photoshop:City", "Cannes", 0, false },
		{ "exif:ImageDescription", "x", 0, false },
	};
	struct cutline_image image = { .tags = tags, .tag_count = 2 };
	struct cutline_photo *p;

	(void)state;
	image.has_digest = true;
	p = made_of_image(&image);
	assert_field(p, CUTLINE_CITY, "iim:City", "Nice", NULL);
	assert_string_equal(value_of(p, CUTLINE_CITY, "iim:City")->why,
			    "IPTCDigest differs: IIM was edited last");
	assert_true(p->conflict[CUTLINE_CITY]);
	cutline_photo_free(p);

	image.digest_matches = true;
	p = made_of_image(&image);
	assert_field(p, CUTLINE_CITY, "xmp:photoshop:City", "Cannes", NULL);
	cutline_photo_free(p);
}

static void exif_speaks_when_nothing_else_does(void **state)
{
	static const struct cutline_tag tags[] = {
		{ "exif:ImageDescription", "A boat.", 0, false },
		{ "exif:Copyright", "Ana Lima", 0, false },
		{ "exif:UserComment", "Something", 0, false },
	};
	struct cutline_photo *p = MADE(tags);

	(void)state;
	assert_field(p, CUTLINE_CAPTION, "exif:ImageDescription", "A boat.",
		     NULL);
	assert_field(p, CUTLINE_COPYRIGHT_NOTICE, "exif:Copyright", "Ana Lima",
		     NULL);
	assert_string_equal(
		value_of(p, CUTLINE_COPYRIGHT_NOTICE, "exif:Copyright")->why,
		"the only value");
	cutline_photo_free(p);
}

static void device_texts_are_never_captions(void **state)
{
	static const char *const texts[] = {
		"OLYMPUS DIGITAL CAMERA         ",
		"SONY DSC",
		"DCIM\\100GOPRO\\GOPR0482.JPG",
		"Created with GIMP",
		"GE DIGITAL CAMERA",
		"Exif_JPEG_PICTURE",
		"KODAK Digital Still Camera",
		"\u2019",
		" - ",
		"<KENOX S1050 / Samsung S1050>",
		"SAMSUNG CSC",
		"DCFC1247.JPG",
		"000007",
		"0.9.142",
		"\u00ff\u00ff\u00ff\u00ff\u00ff\u00aa",
		"R:  139 G:  255 B:  189 X:39852 Y:    0 S: 0 Ver:08.01",
		"ASCII",
		"Image-Description",
		"No caption",
		"Description",
		"LEAD Technologies Inc. V1.01",
		"File written by Adobe Photoshop 4.0",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++) {
		struct cutline_tag tags[] = {
			{ "exif:ImageDescription", texts[i], 0, false },
			{ "iim:Caption-Abstract", texts[i], 0, false },
		};
		struct cutline_photo *p = MADE(tags);

		assert_field(p, CUTLINE_CAPTION, NULL, NULL);
		assert_int_equal(p->value_count, 2);
		assert_false(p->values[0].chosen);
		assert_non_null(p->values[0].why);
		cutline_photo_free(p);
	}
}

static void what_the_file_calls_its_device_is_nobodys(void **state)
{
	static const struct cutline_tag tags[] = {
		{ "exif:Make", "RICOH", 0, false },
		{ "exif:Model", "Caplio Pro G3", 0, false },
		{ "exif:ImageDescription", "RICOH Caplio Pro G3", 0, false },
		{ "exif:Artist", "Caplio Pro G3", 0, false },
		{ "exif:Copyright", "(C) by Caplio Pro G3 User", 0, false },
	};
	static const struct cutline_tag phone[] = {
		{ "exif:Make", "HUAWEI", 0, false },
		{ "exif:ImageDescription", "oznor", 0, false },
	};
	struct cutline_photo *p = MADE(tags);

	(void)state;
	assert_field(p, CUTLINE_CAPTION, NULL, NULL);
	assert_field(p, CUTLINE_CREATORS, NULL, NULL);
	assert_field(p, CUTLINE_COPYRIGHT_NOTICE, NULL, NULL);
	assert_string_equal(value_of(p, CUTLINE_CREATORS, "exif:Artist")->why,
			    "a camera's or program's own text");
	cutline_photo_free(p);
	p = MADE(phone);
	assert_field(p, CUTLINE_CAPTION, NULL, NULL);
	cutline_photo_free(p);
}

static void the_names_of_fields_say_nothing(void **state)
{
	static const struct cutline_tag tags[] = {
		{ "iim:Headline", "No headline", 0, false },
		{ "iim:ObjectName", "Object Name", 0, false },
		{ "iim:CopyrightNotice", "Copyright", 0, false },
		{ "iim:City", "City", 0, false },
		{ "iim:Province-State", "State", 0, false },
		{ "iim:Country-PrimaryLocationName", "country", 0, false },
		{ "iim:OriginalTransmissionReference",
		  "original transmission reference", 0, false },
		{ "iim:Caption-Abstract", "Caption", 0, false },
	};
	static const struct cutline_tag kept[] = {
		{ "iim:Headline", "Headline news", 0, false },
		{ "iim:City", "Mexico City", 0, false },
	};
	struct cutline_photo *p = MADE(tags);

	(void)state;
	for (unsigned f = 0; f < CUTLINE_PHOTO_FIELDS; f++)
		assert_field(p, (enum cutline_field)f, NULL, NULL);
	assert_int_equal(p->value_count, COUNT(tags));
	cutline_photo_free(p);
	p = MADE(kept);
	assert_field(p, CUTLINE_HEADLINE, "iim:Headline", "Headline news",
		     NULL);
	assert_field(p, CUTLINE_CITY, "iim:City", "Mexico City", NULL);
	cutline_photo_free(p);
}

static void a_title_of_figures_is_gettys_number(void **state)
{
	struct cutline_tag tags[] = {
		{ "iim:ObjectName", "536991815", 0, false },
		{ "iim:Credit", "AFP/Getty Images", 0, false },
		{ "iim:OriginalTransmissionReference", "DV1945213", 0, false },
	};
	struct cutline_photo *p = MADE(tags);

	(void)state;
	assert_field(p, CUTLINE_REFERENCES, "iim:OriginalTransmissionReference",
		     "DV1945213", "536991815", NULL);
	assert_string_equal(p->fields[CUTLINE_REFERENCES].notes[1], "getty");
	assert_field(p, CUTLINE_TITLE, "iim:ObjectName", "536991815", NULL);
	cutline_photo_free(p);
	tags[0].text = "030904-A-2140D-006";
	p = MADE(tags);
	assert_string_equal(p->fields[CUTLINE_REFERENCES].items[1],
			    "030904-A-2140D-006");
	assert_string_equal(p->fields[CUTLINE_REFERENCES].notes[1], "virin");
	cutline_photo_free(p);
	tags[0].text = "536991815";
	tags[1].text = "Reuters";
	p = MADE(tags);
	assert_field(p, CUTLINE_REFERENCES, "iim:OriginalTransmissionReference",
		     "DV1945213", NULL);
	cutline_photo_free(p);
}

static void a_caption_about_a_camera_is_one(void **state)
{
	static const struct cutline_tag tags[] = {
		{ "exif:ImageDescription",
		  "Visitors try the first digital camera at the museum.", 0,
		  false },
		{ "exif:Make", "SONY", 0, false },
	};
	struct cutline_photo *p = MADE(tags);

	(void)state;
	assert_int_equal(p->fields[CUTLINE_CAPTION].count, 1);
	cutline_photo_free(p);
}

static void a_value_cut_at_its_limit_gives_way(void **state)
{
	static const struct cutline_tag tags[] = {
		{ "iim:By-line", by_line_32, 0, true },
		{ "xmp:dc:creator", "Maria Magdalena Hohenstein-Berlinger", 0,
		  false },
	};
	struct cutline_image image = { .tags = tags,
				       .tag_count = COUNT(tags),
				       .has_digest = true };
	struct cutline_photo *p = made_of_image(&image);

	(void)state;
	assert_field(p, CUTLINE_CREATORS, "xmp:dc:creator",
		     "Maria Magdalena Hohenstein-Berlinger", NULL);
	assert_string_equal(value_of(p, CUTLINE_CREATORS, "iim:By-line")->why,
			    "cut off at 32 bytes; xmp:dc:creator has it whole");
	assert_false(p->conflict[CUTLINE_CREATORS]);
	cutline_photo_free(p);
}

static void a_full_dataset_that_xmp_repeats_is_whole(void **state)
{
	static const struct cutline_tag tags[] = {
		{ "iim:By-line", by_line_32, 0, true },
		{ "xmp:dc:creator", by_line_32, 0, false },
	};
	struct cutline_photo *p = MADE(tags);

	(void)state;
	assert_string_equal(value_of(p, CUTLINE_CREATORS, "iim:By-line")->why,
			    "same as chosen");
	assert_false(p->conflict[CUTLINE_CREATORS]);
	cutline_photo_free(p);
}

static void a_cut_value_is_better_than_none(void **state)
{
	static const struct cutline_tag tags[] = {
		{ "iim:City", "Llanfairpwllgwyngyllgogerychwyrn", 0, true },
		{ "exif:Make", "SONY", 0, false },
	};
	struct cutline_photo *p = MADE(tags);

	(void)state;
	assert_field(p, CUTLINE_CITY, "iim:City",
		     "Llanfairpwllgwyngyllgogerychwyrn", NULL);
	assert_string_equal(value_of(p, CUTLINE_CITY, "iim:City")->why,
			    "perhaps cut off at 32 bytes");
	cutline_photo_free(p);
}

static void the_longer_form_of_a_caption_counts(void **state)
{
	static const struct cutline_tag tags[] = {
		{ "iim:Caption-Abstract", "A red boat lies in the harbour.", 0,
		  false },
		{ "xmp:dc:description", "A red boat lies", 0, false },
	};
	struct cutline_photo *p = MADE(tags);

	(void)state;
	assert_field(p, CUTLINE_CAPTION, "iim:Caption-Abstract",
		     "A red boat lies in the harbour.", NULL);
	assert_string_equal(
		value_of(p, CUTLINE_CAPTION, "xmp:dc:description")->why,
		"shorter form of the chosen");
	assert_false(p->conflict[CUTLINE_CAPTION]);
	cutline_photo_free(p);
}

static void placeholders_are_kept_and_not_chosen(void **state)
{
	static const struct cutline_tag tags[] = {
		{ "iim:By-line", "STRINGER", 0, false },
		{ "iim:Credit", "see caption", 0, false },
		{ "iim:City", "-", 0, false },
		{ "xmp:photoshop:Country", "N/A", 0, false },
		{ "exif:Artist", "Photographer Name", 0, false },
	};
	struct cutline_photo *p = MADE(tags);

	(void)state;
	assert_field(p, CUTLINE_CREATORS, NULL, NULL);
	assert_field(p, CUTLINE_CREDIT_LINE, NULL, NULL);
	assert_field(p, CUTLINE_CITY, NULL, NULL);
	assert_field(p, CUTLINE_COUNTRY, NULL, NULL);
	assert_int_equal(p->value_count, 5);
	assert_string_equal(value_of(p, CUTLINE_CREATORS, "iim:By-line")->why,
			    "placeholder");
	assert_true(value_of(p, CUTLINE_CREATORS, "iim:By-line")->confidence ==
		    0);
	cutline_photo_free(p);
}

static void na_is_the_code_of_namibia(void **state)
{
	static const struct cutline_tag tags[] = {
		{ "xmp:Iptc4xmpCore:CountryCode", "NA", 0, false },
		{ "iim:Country-PrimaryLocationCode", "---", 0, false },
		{ "xmp:photoshop:State", "NA", 0, false },
	};
	struct cutline_photo *p = MADE(tags);

	(void)state;
	assert_field(p, CUTLINE_COUNTRY_CODE, "xmp:Iptc4xmpCore:CountryCode",
		     "NA", NULL);
	assert_field(p, CUTLINE_COUNTRY, "xmp:Iptc4xmpCore:CountryCode",
		     "Namibia", NULL);
	assert_field(p, CUTLINE_PROVINCE_STATE, NULL, NULL);
	cutline_photo_free(p);
}

static void a_second_block_comes_after_all_others(void **state)
{
	static const struct cutline_tag tags[] = {
		{ "iim:Headline", "First", 0, false },
		{ "iim:Headline", "Second", 1, false },
		{ "iim:Category", "S", 1, false },
		{ "iim:City", "Nice", 1, false },
	};
	struct cutline_photo *p = MADE(tags);

	(void)state;
	assert_field(p, CUTLINE_HEADLINE, "iim:Headline", "First", NULL);
	assert_field(p, CUTLINE_CITY, "iim:City", "Nice", NULL);
	assert_int_equal(p->value_count, 3);
	assert_string_equal(p->values[1].why, "in a second block of its kind");
	assert_false(p->conflict[CUTLINE_HEADLINE]);
	cutline_photo_free(p);
}

static void lists_keep_every_item_in_order(void **state)
{
	static const struct cutline_tag tags[] = {
		{ "xmp:dc:subject", "boat", 0, false },
		{ "iim:Keywords", "sea", 0, false },
		{ "xmp:dc:subject", " harbour ", 0, false },
		{ "exif:XPKeywords", "a; b;;\"c\"", 0, false },
	};
	struct cutline_photo *p = MADE(tags);
	const struct cutline_photo_value *v;

	(void)state;
	assert_field(p, CUTLINE_KEYWORDS, "xmp:dc:subject", "boat", "harbour",
		     NULL);
	v = value_of(p, CUTLINE_KEYWORDS, "exif:XPKeywords");
	assert_int_equal(v->count, 1);
	assert_int_equal(v->read_count, 3);
	assert_string_equal(v->read[2], "c");
	cutline_photo_free(p);
}

static void a_camera_has_its_makers_name_once(void **state)
{
	static const struct cutline_tag canon[] = {
		{ "exif:Make", "Canon", 0, false },
		{ "exif:Model", "Canon EOS R5", 0, false },
	};
	static const struct cutline_tag nikon[] = {
		{ "exif:Make", "NIKON CORPORATION", 0, false },
		{ "exif:Model", "NIKON D750", 0, false },
	};
	static const struct cutline_tag leica[] = {
		{ "exif:Make", "Leica Camera AG", 0, false },
		{ "exif:Model", "M10", 0, false },
	};
	struct cutline_photo *p = MADE(canon);

	(void)state;
	assert_field(p, CUTLINE_CAMERA, "exif:Model", "Canon EOS R5", NULL);
	cutline_photo_free(p);
	p = MADE(nikon);
	assert_field(p, CUTLINE_CAMERA, "exif:Model", "NIKON D750", NULL);
	cutline_photo_free(p);
	p = MADE(leica);
	assert_field(p, CUTLINE_CAMERA, "exif:Model", "Leica Camera AG M10",
		     NULL);
	cutline_photo_free(p);
}

static void references_of_several_sources_add_up(void **state)
{
	static const struct cutline_tag tags[] = {
		{ "iim:OriginalTransmissionReference", "PAR101", 0, false },
		{ "xmp:GettyImagesGIFT:AssetID", "1252345678", 0, false },
	};
	struct cutline_photo *p = MADE(tags);

	(void)state;
	assert_field(p, CUTLINE_REFERENCES, "xmp:GettyImagesGIFT:AssetID",
		     "1252345678", "PAR101", NULL);
	assert_string_equal(p->fields[CUTLINE_REFERENCES].notes[0], "getty");
	assert_string_equal(p->fields[CUTLINE_REFERENCES].notes[1], "other");
	cutline_photo_free(p);
}

/* A file made to hold as many values as are read; quadratic comparing would
 * take minutes. */
static void thousands_of_values_take_no_time(void **state)
{
	static const char *const names[] = {
		"xmp:dc:creator",
		"xmp:Iptc4xmpExt:PersonInImage",
		"xmp:GettyImagesGIFT:AssetID",
		"iim:By-line",
		"xmp:dc:subject",
		"iim:Headline",
	};
	static struct cutline_tag tags[CUTLINE_IMAGE_TAGS_MAX];
	static char texts[CUTLINE_IMAGE_TAGS_MAX][24];
	struct cutline_photo *p;

	(void)state;
	for (unsigned i = 0; i < CUTLINE_IMAGE_TAGS_MAX; i++) {
		(void)snprintf(texts[i], sizeof(texts[i]), "Ann%u Bee%u", i, i);
		tags[i].name = names[i * COUNT(names) / CUTLINE_IMAGE_TAGS_MAX];
		tags[i].text = texts[i];
		tags[i].block = i % 7;
	}
	p = MADE(tags);
	assert_true(p->value_count > 1000);
	assert_true(p->fields[CUTLINE_CREATORS].count > 0);
	cutline_photo_free(p);
	for (unsigned i = 0; i < CUTLINE_IMAGE_TAGS_MAX; i++)
		tags[i].block = 0;
	p = MADE(tags);
	assert_true(p->fields[CUTLINE_REFERENCES].count > 600);
	cutline_photo_free(p);
}

static void a_file_without_metadata_is_a_photo(void **state)
{
	static const char *const warnings[] = { "EXIF is cut off" };
	static const struct cutline_image image = {
		.type = CUTLINE_IMAGE_JPEG,
		.bytes = 7,
		.width = 3,
		.height = 2,
		.orientation = 6,
		.identity = "xxh3:01",
		.has_gps = true,
		.latitude = -1.5,
		.longitude = 2,
		.warnings = warnings,
		.warning_count = 1,
	};
	struct cutline_photo *p = made_of_image(&image);

	(void)state;
	assert_string_equal(p->paths[0], "/p/a.jpg");
	assert_int_equal(p->path_count, 1);
	assert_string_equal(p->identity, "xxh3:01");
	assert_string_equal(p->type, "jpeg");
	assert_int_equal(p->width, 3);
	assert_string_equal(p->warnings[0], "EXIF is cut off");
	assert_field(p, CUTLINE_GPS, "exif:GPS", "-1.5000000", "2.0000000",
		     NULL);
	cutline_photo_free(p);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(xmp_counts_before_iim_and_exif),
		cmocka_unit_test(iim_counts_when_the_digest_differs),
		cmocka_unit_test(exif_speaks_when_nothing_else_does),
		cmocka_unit_test(device_texts_are_never_captions),
		cmocka_unit_test(what_the_file_calls_its_device_is_nobodys),
		cmocka_unit_test(the_names_of_fields_say_nothing),
		cmocka_unit_test(a_title_of_figures_is_gettys_number),
		cmocka_unit_test(a_caption_about_a_camera_is_one),
		cmocka_unit_test(a_value_cut_at_its_limit_gives_way),
		cmocka_unit_test(a_full_dataset_that_xmp_repeats_is_whole),
		cmocka_unit_test(a_cut_value_is_better_than_none),
		cmocka_unit_test(the_longer_form_of_a_caption_counts),
		cmocka_unit_test(placeholders_are_kept_and_not_chosen),
		cmocka_unit_test(na_is_the_code_of_namibia),
		cmocka_unit_test(a_second_block_comes_after_all_others),
		cmocka_unit_test(lists_keep_every_item_in_order),
		cmocka_unit_test(a_camera_has_its_makers_name_once),
		cmocka_unit_test(references_of_several_sources_add_up),
		cmocka_unit_test(thousands_of_values_take_no_time),
		cmocka_unit_test(a_file_without_metadata_is_a_photo),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
