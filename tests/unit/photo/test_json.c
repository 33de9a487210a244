/* SPDX-License-Identifier: MIT */
#include "photo/json.h"

#include <string.h>

#include "photo/record.h"
#include "unit/test.h"

static void written(const struct cutline_photo *p, bool all, struct cl_buf *out)
{
	struct cl_json j;

	cl_buf_init(out, 1u << 20);
	cl_json_init(&j, out);
	cl_photo_json(&j, p, all);
}

static void an_empty_photo_has_every_key(void **state)
{
	struct cutline_photo *p = cl_photo_new();
	struct cl_buf out;

	(void)state;
	assert_non_null(p);
	written(p, false, &out);
	assert_string_equal(
		cl_buf_cstr(&out),
		"{\"format\": 1, \"id\": 0, \"path\": null, \"paths\": [], "
		"\"missing\": false, \"identity\": null, \"type\": null, "
		"\"bytes\": 0, \"width\": 0, \"height\": 0, \"orientation\": "
		"0, \"caption\": null, \"headline\": null, \"title\": null, "
		"\"creators\": [], \"agencies\": [], \"credit_line\": null, "
		"\"credit\": [], \"copyright_notice\": null, \"date_created\": "
		"null, \"captured\": null, \"sublocation\": null, \"city\": "
		"null, \"province_state\": null, \"country\": null, "
		"\"country_code\": null, \"gps\": null, \"events\": [], "
		"\"persons\": [], \"keywords\": [], \"references\": [], "
		"\"restrictions\": [], \"alt_text\": null, \"caption_writer\": "
		"null, \"creator_title\": null, \"camera\": null, \"rights\": "
		"{\"usage_terms\": null, \"instructions\": null, "
		"\"licensor\": null, \"web_statement\": null, \"source\": "
		"null, \"digital_source_type\": null}, \"origin\": {}, "
		"\"conflicts\": [], \"warnings\": []}");
	cl_buf_release(&out);
	cutline_photo_free(p);
}

static void fields_show_items_notes_and_origin(void **state)
{
	static const char *const names[] = { "Ana Lima", "Bo Ek" };
	static const char *const notes[] = { "left", NULL };
	struct cutline_photo *p = cl_photo_new();
	struct cl_buf out;

	(void)state;
	assert_non_null(p);
	p->fields[CUTLINE_PERSONS] =
		(struct cutline_photo_field){ names, notes, 2, "caption" };
	p->has_gps = true;
	p->latitude = 43.55;
	p->longitude = -7.02;
	p->conflict[CUTLINE_CITY] = true;
	written(p, false, &out);
	assert_non_null(strstr(cl_buf_cstr(&out),
			       "\"persons\": [{\"name\": \"Ana Lima\", "
			       "\"position\": \"left\"}, {\"name\": \"Bo "
			       "Ek\", \"position\": null}]"));
	assert_non_null(
		strstr(cl_buf_cstr(&out), "\"gps\": [43.5500000, -7.0200000]"));
	assert_non_null(strstr(cl_buf_cstr(&out),
			       "\"origin\": {\"persons\": \"caption\"}, "
			       "\"conflicts\": [\"city\"]"));
	cl_buf_release(&out);
	cutline_photo_free(p);
}

static void paths_that_are_not_utf8_come_as_bytes_too(void **state)
{
	static const char *const paths[] = { "/a/\xE9.jpg", "/a/b.jpg" };
	struct cutline_photo *p = cl_photo_new();
	struct cl_buf out;

	(void)state;
	assert_non_null(p);
	p->paths = paths;
	p->path_count = 2;
	written(p, false, &out);
	assert_non_null(strstr(cl_buf_cstr(&out),
			       "\"path\": \"/a/\xEF\xBF\xBD.jpg\", "
			       "\"path_bytes\": \"L2Ev6S5qcGc=\", "
			       "\"paths\": [\"/a/\xEF\xBF\xBD.jpg\", "
			       "\"/a/b.jpg\"], \"paths_bytes\": "
			       "[\"L2Ev6S5qcGc=\", null], \"missing\""));
	cl_buf_release(&out);
	cutline_photo_free(p);
}

static const char *const line[] = { "Ana Lima/EPA" };
static const char *const name[] = { "Ana Lima" };

static void values_and_locations_tell_what_each_file_says(void **state)
{
	const struct cutline_photo_value values[] = {
		{ .field = CUTLINE_CREATORS,
		  .items = line,
		  .count = 1,
		  .read = name,
		  .read_count = 1,
		  .origin = "iim:By-line",
		  .location = "/a.jpg",
		  .confidence = 0.9,
		  .chosen = true,
		  .why = "structured field" },
		{ .field = CUTLINE_AGENCIES,
		  .items = line,
		  .count = 1,
		  .origin = "iim:By-line",
		  .location = "/a.jpg",
		  .confidence = 0.9,
		  .difference = CUTLINE_DIFFERENCE_ZONE,
		  .inferred = true },
		{ .field = CUTLINE_CITY,
		  .items = name,
		  .count = 1,
		  .origin = "caption",
		  .location = "/a.jpg",
		  .span = { 3, 5 },
		  .confidence = 0.5 },
	};
	const struct cutline_photo_location location = { "/a.jpg", 7, 8, false,
							 true };
	struct cutline_photo *p = cl_photo_new();
	struct cl_buf out;

	(void)state;
	assert_non_null(p);
	p->values = values;
	p->value_count = 3;
	p->locations = &location;
	p->location_count = 1;
	written(p, true, &out);
	assert_non_null(strstr(
		cl_buf_cstr(&out),
		"\"values\": {\"creators\": [{\"value\": [\"Ana Lima/EPA\"], "
		"\"read\": [\"Ana Lima\"], \"origin\": \"iim:By-line\", "
		"\"location\": \"/a.jpg\", \"confidence\": 0.90, \"chosen\": "
		"true, \"why\": \"structured field\"}], \"agencies\""));
	assert_non_null(strstr(cl_buf_cstr(&out), "\"span\": [3, 5]"));
	assert_non_null(strstr(cl_buf_cstr(&out),
			       "\"why\": null, \"difference\": \"time zone\", "
			       "\"inferred\": true}"));
	assert_non_null(
		strstr(cl_buf_cstr(&out),
		       "\"locations\": [{\"path\": \"/a.jpg\", \"bytes\": 7, "
		       "\"mtime_ns\": 8, \"missing\": false, \"speaks\": true, "
		       "\"says\": {\"iim:By-line\": [\"Ana Lima/EPA\"]}}]}"));
	cl_buf_release(&out);
	cutline_photo_free(p);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_empty_photo_has_every_key),
		cmocka_unit_test(fields_show_items_notes_and_origin),
		cmocka_unit_test(paths_that_are_not_utf8_come_as_bytes_too),
		cmocka_unit_test(values_and_locations_tell_what_each_file_says),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
