/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <string.h>

#include "unit/catalog/make.h"
#include "unit/test.h"

static const struct made photos[] = {
	{ .path = "/desk/2011 globes/natalie.jpg",
	  .identity = "xxh3:01",
	  .date = "2011-01-16",
	  .captured = "2011:01:16 18:00:00",
	  .via = "Getty Images",
	  .gps = true,
	  .fields = { { CUTLINE_CREATORS, "Paul Drinkwater" },
		      { CUTLINE_AGENCIES, "NBCUniversal|Getty Images" },
		      { CUTLINE_SUBLOCATION, "Beverly Hilton Hotel" },
		      { CUTLINE_CITY, "Beverly Hills" },
		      { CUTLINE_COUNTRY, "United States" },
		      { CUTLINE_COUNTRY_CODE, "US" },
		      { CUTLINE_EVENTS, "68th Annual Golden Globe Awards" },
		      { CUTLINE_PERSONS, "Natalie Portman|Zoë Núñez" } } },
	{ .path = "/desk/cannes/IMG_0002.jpg",
	  .identity = "xxh3:02",
	  .date = "2023-04-17",
	  .conflict = true,
	  .fields = { { CUTLINE_CREATORS, "Dominique Charriau|Łukasz Øst" },
		      { CUTLINE_AGENCIES, "WireImage" },
		      { CUTLINE_CITY, "Cannes" },
		      { CUTLINE_COUNTRY, "France" },
		      { CUTLINE_COUNTRY_CODE, "FR" },
		      { CUTLINE_CAPTION, "It rained in Cannes at 12:30, "
					 "Simon & Garfunkel's day" },
		      { CUTLINE_KEYWORDS, "rain|golden hour" } } },
	{ .path = "/desk/old/scan.jpg",
	  .identity = "xxh3:03",
	  .date = "195X",
	  .fields = { { CUTLINE_CAPTION, "A street, golden light" },
		      { CUTLINE_RESTRICTIONS, "NOT FOR USE IN GERMANY" },
		      { CUTLINE_REFERENCES, "110111-A-1234B" } } },
	{ .path = "/desk/old/undated.jpg",
	  .identity = "xxh3:04",
	  .fields = { { CUTLINE_HEADLINE, "Golden retriever" } } },
	{ .path = "/desk/cannes/yearless.jpg",
	  .identity = "xxh3:05",
	  .date = "XXXX-04-17",
	  .fields = { { CUTLINE_CITY, "Cannes" } } },
	{ .path = "/desk/range.jpg",
	  .identity = "xxh3:06",
	  .date = "2003/2004",
	  .fields = { { CUTLINE_CAPTION, "two years" },
		      { CUTLINE_AGENCIES, "Agence France-Presse" },
		      { CUTLINE_PROVINCE_STATE, "California" } } },
};

static struct cutline_catalog *catalog;

static int set_up(void **state)
{
	(void)state;
	make_folder();
	catalog = open_catalog(make_path("c.db"), CUTLINE_CATALOG_CREATE);
	for (size_t i = 0; i < sizeof(photos) / sizeof(photos[0]); i++)
		assert_int_equal(put_made(catalog, &photos[i]),
				 CUTLINE_PUT_NEW);
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	cutline_catalog_close(catalog);
	remove_folder();
	return 0;
}

struct question {
	const char *query;
	const char *found;
};

static void ask(const struct question *questions, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const char *found =
			find(catalog, questions[i].query, CUTLINE_SORT_NEWEST);

		if (strcmp(found, questions[i].found) != 0)
			fail_msg("%s: found %s, not %s", questions[i].query,
				 found, questions[i].found);
	}
}

#define ASK(...)                                        \
 ask((const struct question[]){ __VA_ARGS__ },          \
     sizeof((const struct question[]){ __VA_ARGS__ }) / \
	     sizeof(struct question))

static void words_are_anded_and_folded(void **state)
{
	(void)state;
	ASK({ "", "2 1 6 3 5 4" }, { "golden", "2 1 3 4" },
	    { "golden GLOBE", "1" }, { "golden -globe", "2 3 4" },
	    { "golden OR rained", "2 1 3 4" }, { "zoe nunez", "1" },
	    { "lukasz ost", "2" }, { "glob*", "1" }, { "glob", "" },
	    { "\"golden globe\"", "1" }, { "\"globe golden\"", "" },
	    { "\"golden gl\"*", "1" }, { "-golden", "6 5" },
	    { "(golden OR cannes) -(rain OR globe)", "3 5 4" },
	    { "golden AND globe", "1" }, { "golden NOT globe", "2 3 4" },
	    { "simon & garfunkel's", "2" }, { "12:30", "2" },
	    { "golden OR has:gps", "2 1 3 4" }, { "--golden", "2 1 3 4" });
}

static void fields_narrow_the_search(void **state)
{
	(void)state;
	ASK({ "by:drinkwater", "1" }, { "by:(drinkwater OR ost)", "2 1" },
	    { "creators:\"paul drinkwater\"", "1" },
	    { "by:\"drinkwater paul\"", "" }, { "by:(drinkwater paul)", "1" },
	    { "agency:getty", "1" }, { "agencies:wireimage", "2" },
	    { "via:getty", "1" }, { "via:wireimage", "" },
	    { "event:globe", "1" }, { "person:portman", "1" },
	    { "in:cannes", "2 5" }, { "in:beverly", "1" },
	    { "venue:hilton", "1" }, { "sublocation:hilton", "1" },
	    { "city:hilton", "" }, { "country:france", "2" },
	    { "country_code:us", "1" }, { "it", "2" }, { "fr", "" },
	    { "caption:golden", "3" }, { "headline:golden", "4" },
	    { "keyword:golden", "2" }, { "keywords:rain", "2" },
	    { "restriction:germany", "3" }, { "reference:110111-a-1234b", "3" },
	    { "file:natalie.jpg", "1" }, { "file:IMG_00*", "2" },
	    { "folder:cannes", "2 5" }, { "folder:\"/desk/2011 globes\"", "1" },
	    { "-folder:desk", "" }, { "globes", "" }, { "id:3", "3" },
	    { "id:(1 OR 4)", "1 4" }, { "type:jpeg -id:1", "2 6 3 5 4" }, );
}

static void places_and_agencies_have_other_names(void **state)
{
	(void)state;
	ASK({ "country:usa", "1" }, { "country:US", "1" },
	    { "country:\"U.S.A.\"", "1" }, { "in:USA", "1" },
	    { "in:Frankreich", "2" }, { "country:FR", "2" },
	    { "-country:usa has:country", "2" }, { "agency:AFP", "6" },
	    { "agency:\"Agence France Presse\"", "6" }, { "via:AFP", "" },
	    { "state:Calif.", "6" }, { "state:CA", "6" },
	    { "country:germany", "" });
}

static void a_phrase_stays_within_one_item(void **state)
{
	(void)state;
	ASK({ "person:\"portman zoe\"", "" }, { "\"universal getty\"", "" },
	    { "keyword:\"rain golden\"", "" },
	    { "keyword:\"golden hour\"", "2" }, );
}

static void dates_overlap(void **state)
{
	(void)state;
	ASK({ "date:2011", "1 5" }, { "date:2011-01-16", "1" },
	    { "date:2011-02", "" }, { "date:1955", "3 5" },
	    { "date:195x", "3 5" }, { "date:2004..2011-01", "1 6 5" },
	    { "date:2023-04..", "2 5" }, { "date:..1951", "3 5" },
	    { "date:2023-04-17", "2 5" }, { "date:XXXX-04-17", "2 6 3 5" },
	    { "date:XXXX-01-16", "1 6 3" }, { "date:2003/2004", "6 5" },
	    { "date_created:2003", "6 5" }, { "captured:2011-01", "1" },
	    { "captured:2012..", "" }, { "added:1970..1980", "" },
	    { "added:2020..", "2 1 6 3 5 4" },
	    { "date:(2011 OR 2023)", "2 1 5" },
	    { "golden date:2011..2023", "2 1" }, );
}

static void fields_can_be_there_or_not(void **state)
{
	(void)state;
	ASK({ "has:gps", "1" }, { "missing:creators", "6 3 5 4" },
	    { "missing:by has:headline", "4" }, { "has:date", "2 1 6 3 5" },
	    { "has:in", "2 1 6 5" }, { "missing:in", "3 4" },
	    { "conflict:date", "2" }, { "conflict:any", "2" },
	    { "conflict:creators", "" }, { "missing:file", "" },
	    { "has:file -has:date", "4" }, { "-has:gps has:agency", "2 6" }, );
}

static void other_orders(void **state)
{
	(void)state;
	assert_string_equal(find(catalog, "", CUTLINE_SORT_OLDEST),
			    "3 6 1 2 4 5");
	assert_string_equal(find(catalog, "golden", CUTLINE_SORT_OLDEST),
			    "3 1 2 4");
	assert_string_equal(find(catalog, "", CUTLINE_SORT_ADDED),
			    "6 5 4 3 2 1");
	assert_string_equal(find(catalog, "", CUTLINE_SORT_NAME),
			    "2 1 6 3 4 5");
	assert_string_equal(find(catalog, "golden", CUTLINE_SORT_RELEVANCE),
			    "4 1 2 3");
	assert_string_equal(
		find(catalog, "golden OR has:gps", CUTLINE_SORT_RELEVANCE),
		"2 1 3 4");
}

static void pages_fit_together(void **state)
{
	struct cutline_search_options options = { .limit = 2, .offset = 1 };
	const struct cutline_photo *photo;
	struct cutline_query *q;
	struct cutline_hits *hits;

	(void)state;
	assert_int_equal(cutline_query_parse("", 0, &q, NULL, NULL), 0);
	assert_int_equal(
		cutline_catalog_search(catalog, q, &options, &hits, NULL), 0);
	assert_int_equal(cutline_hits_next(hits, &photo, NULL), 0);
	assert_int_equal(photo->id, 1);
	assert_int_equal(cutline_hits_next(hits, &photo, NULL), 0);
	assert_int_equal(photo->id, 6);
	assert_int_equal(cutline_hits_next(hits, &photo, NULL), 0);
	assert_null(photo);
	cutline_hits_close(hits);
	cutline_query_free(q);
}

static void a_hit_is_the_whole_photo(void **state)
{
	struct cutline_photo *photo;

	(void)state;
	assert_int_equal(cutline_catalog_photo(catalog, 1, &photo, NULL), 0);
	assert_string_equal(photo->paths[0], "/desk/2011 globes/natalie.jpg");
	assert_string_equal(photo->identity, "xxh3:01");
	assert_string_equal(photo->type, "jpeg");
	assert_int_equal(photo->width, 1600);
	assert_int_equal(photo->bytes, 81234);
	assert_int_equal(photo->date.from.year, 2011);
	assert_int_equal(photo->captured.hour, 18);
	assert_true(photo->has_gps);
	assert_true(photo->latitude == 43.551234567);
	assert_true(photo->longitude == -7.02);
	assert_int_equal(photo->fields[CUTLINE_PERSONS].count, 2);
	assert_string_equal(photo->fields[CUTLINE_PERSONS].items[1],
			    "Zoë Núñez");
	assert_string_equal(photo->fields[CUTLINE_CITY].origin, "caption");
	assert_int_equal(photo->credit.count, 1);
	assert_int_equal(photo->credit.parts[0].role, CUTLINE_ROLE_DISTRIBUTOR);
	assert_int_equal(photo->location_count, 1);
	assert_true(photo->locations[0].speaks);
	assert_int_equal(photo->value_count, 8);
	assert_string_equal(photo->values[0].items[0], "Paul Drinkwater");
	assert_string_equal(photo->values[0].why, "the only one");
	assert_true(photo->values[0].chosen);
	cutline_photo_free(photo);
	assert_int_equal(cutline_catalog_photo(catalog, 99, &photo, NULL),
			 CUTLINE_NOT_FOUND);
	assert_null(photo);
}

static void no_query_reaches_the_sql(void **state)
{
	static const char *const queries[] = {
		"'; DROP TABLE photo; --",
		"by:\"x\\\"\"",
		"\"a\"\"b\"",
		"{creators} : x",
		"NEAR(a b)",
		"a NEAR b",
		"^a",
		"a + b",
		"*",
		"creators:'x' OR 1=1",
		"type:'jpeg'",
		"OPS-306",
		"col:",
		"?1",
		"id:1;",
		"\xFF\xFE",
		("a\xEE\x80\x80"
		 "b"),
	};

	(void)state;
	for (size_t i = 0; i < sizeof(queries) / sizeof(queries[0]); i++) {
		const char *found =
			find(catalog, queries[i], CUTLINE_SORT_NEWEST);

		assert_null(strstr(found, "damaged"));
	}
	assert_string_equal(find(catalog, "", CUTLINE_SORT_NEWEST),
			    "2 1 6 3 5 4");
}

static void check_facets(const char *field, const char *query, size_t limit,
			 const char *expected)
{
	char got[512] = "";
	size_t len = 0;
	struct cutline_facets *f;
	struct cutline_query *q;
	struct cutline_error err = { 0 };

	assert_int_equal(
		cutline_query_parse(query, strlen(query), &q, NULL, NULL), 0);
	if (cutline_catalog_facets(catalog, field, q, limit, &f, &err))
		fail_msg("%s: %s", field, err.text);
	for (size_t i = 0; i < f->count; i++)
		len += (size_t)snprintf(got + len, sizeof(got) - len,
					"%s=%llu;", f->items[i].value,
					(unsigned long long)f->items[i].count);
	(void)snprintf(got + len, sizeof(got) - len, "%llu",
		       (unsigned long long)f->distinct);
	assert_string_equal(got, expected);
	cutline_facets_free(f);
	cutline_query_free(q);
}

static void facets_count_values(void **state)
{
	struct cutline_facets *f;
	struct cutline_query *q;
	struct cutline_error err = { 0 };

	(void)state;
	check_facets("city", "", 0, "Cannes=2;Beverly Hills=1;2");
	check_facets("city", "", 1, "Cannes=2;2");
	check_facets("by", "golden", 0,
		     "Dominique Charriau=1;Paul Drinkwater=1;Łukasz Øst=1;3");
	check_facets("year", "", 0, "195X=1;2003=1;2011=1;2023=1;4");
	check_facets("month", "has:city", 0, "2011-01=1;2023-04=1;2");
	check_facets("folder", "", 0,
		     "/desk/cannes=2;/desk/old=2;/desk=1;/desk/2011 globes=1;"
		     "4");
	check_facets("type", "((a) OR -(b (c OR -has:gps)))", 0, "jpeg=6;1");
	check_facets("headline", "", 0, "Golden retriever=1;1");
	check_facets("country_code", "", 0, "FR=1;US=1;2");
	assert_int_equal(cutline_query_parse("", 0, &q, NULL, NULL), 0);
	assert_int_equal(
		cutline_catalog_facets(catalog, "monht", q, 0, &f, &err),
		CUTLINE_FORMAT);
	assert_null(f);
	assert_non_null(strstr(err.hint, "month"));
	assert_int_equal(cutline_catalog_facets(catalog, "gps", q, 0, &f, &err),
			 CUTLINE_FORMAT);
	cutline_query_free(q);
}

static void it_verifies(void **state)
{
	(void)state;
	check_sound(catalog);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_are_anded_and_folded),
		cmocka_unit_test(fields_narrow_the_search),
		cmocka_unit_test(places_and_agencies_have_other_names),
		cmocka_unit_test(a_phrase_stays_within_one_item),
		cmocka_unit_test(dates_overlap),
		cmocka_unit_test(fields_can_be_there_or_not),
		cmocka_unit_test(other_orders),
		cmocka_unit_test(pages_fit_together),
		cmocka_unit_test(a_hit_is_the_whole_photo),
		cmocka_unit_test(no_query_reaches_the_sql),
		cmocka_unit_test(facets_count_values),
		cmocka_unit_test(it_verifies),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
