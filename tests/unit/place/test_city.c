/* SPDX-License-Identifier: MIT */
#include "cutline/place.h"

#include <string.h>

#include "fail_alloc.h"
#include "place/lookup.h"
#include "unit/test.h"

/* What stands in the text; the most populous city of that name. */
struct expected {
	const char *text;
	const char *name;
	const char *state;
	const char *country_code;
};

static const struct expected known[] = {
	{ "Cannes", "Cannes", "Provence-Alpes-Côte d'Azur", "FR" },
	{ "CANNES", "Cannes", "Provence-Alpes-Côte d'Azur", "FR" },
	{ "Sao Paulo", "São Paulo", "São Paulo", "BR" },
	{ "ST. LOUIS", "St. Louis", "Missouri", "US" },
	{ "Saint Louis", "St. Louis", "Missouri", "US" },
	{ "St Paul", "Saint Paul", "Minnesota", "US" },
	{ "Ft. Worth", "Fort Worth", "Texas", "US" },
	{ "New York", "New York", "New York", "US" },
	{ "New York City", "New York", "New York", "US" },
	{ "Washington, D.C.", "Washington", "District of Columbia", "US" },
	{ "Washington", "Washington", "District of Columbia", "US" },
	{ "Manhattan", "Manhattan", "New York", "US" },
	{ "Brooklyn", "Brooklyn", "New York", "US" },
	{ "Queens", "Queens", "New York", "US" },
	{ "Bronx", "Bronx", "New York", "US" },
	{ "The Bronx", "Bronx", "New York", "US" },
	{ "Staten Island", "Staten Island", "New York", "US" },
	{ "Los Angeles", "Los Angeles", "California", "US" },
	{ "Park City", "Park City", "Utah", "US" },
	{ "Munich", "Munich", "Bavaria", "DE" },
	{ "München", "Munich", "Bavaria", "DE" },
	{ "Muenchen", "Munich", "Bavaria", "DE" },
	{ "MUNCHEN", "Munich", "Bavaria", "DE" },
	{ "Cologne", "Köln", "North Rhine-Westphalia", "DE" },
	{ "Koeln", "Köln", "North Rhine-Westphalia", "DE" },
	{ "Halle", "Halle (Saale)", "Saxony-Anhalt", "DE" },
	{ "Praha", "Prague", "Prague", "CZ" },
	{ "Bruxelles", "Brussels", "Brussels", "BE" },
	{ "Göteborg", "Gothenburg", "Västra Götaland", "SE" },
	{ "Goeteborg", "Gothenburg", "Västra Götaland", "SE" },
	{ "Peking", "Beijing", "Beijing", "CN" },
	{ "Bombay", "Mumbai", "Maharashtra", "IN" },
	{ "Saigon", "Ho Chi Minh City", "Ho Chi Minh City", "VN" },
	{ "Kiev", "Kyiv", "Kyiv City", "UA" },
	{ "Zaporizhzhia", "Zaporizhzhia", "Zaporizhzhia", "UA" },
	{ "Constantinople", "Istanbul", "Istanbul", "TR" },
	{ "Firenze", "Florence", "Tuscany", "IT" },
	{ "Aix-en-Provence", "Aix-en-Provence", "Provence-Alpes-Côte d'Azur",
	  "FR" },
	{ "Lodz", "Łódź", "Łódź Voivodeship", "PL" },
	{ "Hull", "Kingston upon Hull", "England", "GB" },
	{ "Biel", "Biel/Bienne", "Bern", "CH" },
	{ "Bienne", "Biel/Bienne", "Bern", "CH" },
	{ "Zuerich", "Zürich", "Zürich", "CH" },
	{ "Ypres", "Ieper", "Flanders", "BE" },
	{ "Jackson Hole", "Jackson", "Wyoming", "US" },
	{ "St. Moritz", "St. Moritz", "Grisons", "CH" },
	{ "Sharm el Sheikh", "Sharm el-Sheikh", "South Sinai", "EG" },
	{ "Kobane", "Kobani", "Aleppo", "SY" },
	{ "Chernobyl", "Chornobyl", "Kyiv Oblast", "UA" },
};

static void cities_are_found_as_captions_write_them(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
		const struct expected *e = &known[i];
		struct cutline_city city;

		if (!cutline_city_find(e->text, strlen(e->text), &city, 1))
			fail_msg("%s is not found", e->text);
		if (strcmp(city.name, e->name) != 0 ||
		    strcmp(city.state, e->state) != 0 ||
		    strcmp(city.country_code, e->country_code) != 0)
			fail_msg("%s is found as %s, %s, %s", e->text,
				 city.name, city.state, city.country_code);
	}
}

static void other_words_are_no_cities(void **state)
{
	static const char *const words[] = {
		"",         ".",           "Jane Doe",
		"New",      "Photo by",    "New York, New York, USA",
		"\xff\xff", "Los Angele",  "Los Angeless",
		"the",      "press event",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		if (cutline_city_find(words[i], strlen(words[i]), NULL, 0))
			fail_msg("%s is a city", words[i]);
	}
	assert_int_equal(cutline_city_find(NULL, 0, NULL, 0), 0);
}

static void a_city_is_filled_in(void **state)
{
	struct cutline_city city;

	(void)state;
	assert_int_equal(cutline_city_find("Cannes", 6, &city, 1), 1);
	assert_string_equal(city.country, "France");
	assert_int_equal(city.population, 70011);
	assert_true(city.latitude > 43.551 && city.latitude < 43.552);
	assert_true(city.longitude > 7.012 && city.longitude < 7.013);
	assert_false(city.capital);
}

static void namesakes_come_by_population(void **state)
{
	struct cutline_city cities[32];
	size_t count = cutline_city_find("Springfield", 11, cities, 32);
	struct cutline_city few[2] = { { .name = NULL }, { .name = NULL } };

	(void)state;
	assert_true(count >= 10 && count <= 32);
	for (size_t i = 1; i < count; i++)
		assert_true(cities[i - 1].population >= cities[i].population);
	/* All are counted, only as many written as there is room for. */
	assert_int_equal(cutline_city_find("Springfield", 11, few, 1), count);
	assert_string_equal(few[0].state, cities[0].state);
	assert_null(few[1].name);
	assert_int_equal(cutline_city_find("Springfield", 11, NULL, 0), count);
}

static void capitals_are_marked(void **state)
{
	static const char *const capitals[] = {
		"Berlin", "London",    "Washington", "Jerusalem",
		"Ottawa", "Ramallah",  "Canberra",   "La Paz",
		"Tokyo",  "The Hague", "Kyiv",       "Pretoria",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(capitals) / sizeof(capitals[0]); i++) {
		struct cutline_city city;

		assert_true(cutline_city_find(capitals[i], strlen(capitals[i]),
					      &city, 1) > 0);
		if (!city.capital)
			fail_msg("%s is no capital", capitals[i]);
	}
}

/* Each row of the table, by its own name, its own self among the answers. */
static void every_city_is_found_by_its_name(void **state)
{
	static struct cutline_city found[256];

	(void)state;
	fail_alloc_after(0);
	for (size_t i = 0; i < cl_city_row_count; i++) {
		const struct cl_city_row *row = &cl_city_rows[i];
		const char *name = cl_place_string(row->name);
		size_t count =
			cutline_city_find(name, strlen(name), found, 256);
		bool self = false;

		assert_true(count <= 256);
		for (size_t k = 0; k < count; k++)
			self |= found[k].name == name &&
				found[k].population == row->population &&
				(int32_t)(found[k].latitude * 10000 +
					  (row->latitude < 0 ? -0.5 : 0.5)) ==
					row->latitude;
		if (!self)
			fail_msg("%s is not found", name);
	}
	assert_int_equal(fail_alloc_count(), 0);
	fail_alloc_after(-1);
	assert_true(cl_city_row_count >= 33533);
}

static bool is_prefix(const char *folded)
{
	return cl_place_is_prefix(cl_str_from(folded));
}

static void first_words_are_told_from_others(void **state)
{
	(void)state;
	assert_true(is_prefix("new"));
	assert_true(is_prefix("new york"));
	assert_true(is_prefix("new york city"));
	assert_true(is_prefix("north rhine"));
	assert_true(is_prefix("united arab"));
	assert_true(is_prefix("cannes"));
	assert_false(is_prefix("newy"));
	assert_false(is_prefix("new yor"));
	assert_false(is_prefix("new york city hall"));
	assert_false(is_prefix("canne"));
	assert_false(is_prefix(""));
	assert_false(is_prefix("zzz"));
	assert_false(is_prefix("~"));
}

static void every_name_passes_the_filter_of_first_words(void **state)
{
	unsigned passed = 0;

	(void)state;
	for (uint32_t i = 1; i < cl_place_name_count; i++) {
		struct cl_str name, first;
		struct cl_word word;

		name = cl_str_from(cl_place_string(cl_place_names[i].text));
		assert_true(cl_str_split(&name, ' ', &first));
		word = cl_word_of(first);
		assert_true(cl_place_begins(&word));
	}
	for (char text[] = "qaaaa"; text[1] <= 'z'; text[1]++) {
		struct cl_word word = cl_word_of(cl_str_from(text));

		passed += cl_place_begins(&word);
	}
	assert_true(passed < 13);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(cities_are_found_as_captions_write_them),
		cmocka_unit_test(other_words_are_no_cities),
		cmocka_unit_test(a_city_is_filled_in),
		cmocka_unit_test(namesakes_come_by_population),
		cmocka_unit_test(capitals_are_marked),
		cmocka_unit_test(every_city_is_found_by_its_name),
		cmocka_unit_test(first_words_are_told_from_others),
		cmocka_unit_test(every_name_passes_the_filter_of_first_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
