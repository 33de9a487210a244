/* SPDX-License-Identifier: MIT */
#include "cutline/place.h"

#include <string.h>

#include "fail_alloc.h"
#include "place/lookup.h"
#include "unit/test.h"

/* What stands in the text, in which country (NULL: any), what it is. */
struct expected {
	const char *text;
	const char *country;
	const char *name;
};

static const struct expected known[] = {
	{ "California", NULL, "California" },
	{ "CALIFORNIA", NULL, "California" },
	{ "Calif.", NULL, "California" },
	{ "Calif", NULL, "California" },
	{ "CA", NULL, "California" },
	{ "Cal.", NULL, "California" },
	{ "N.Y.", NULL, "New York" },
	{ "NY", NULL, "New York" },
	{ "New York state", NULL, "New York" },
	{ "Fla.", NULL, "Florida" },
	{ "W.Va.", NULL, "West Virginia" },
	{ "W. Va.", NULL, "West Virginia" },
	{ "Miss.", NULL, "Mississippi" },
	{ "Pa.", NULL, "Pennsylvania" },
	{ "Ore.", NULL, "Oregon" },
	{ "Wash.", NULL, "Washington" },
	{ "Washington state", NULL, "Washington" },
	{ "Ohio", NULL, "Ohio" },
	{ "D.C.", NULL, "District of Columbia" },
	{ "DC", NULL, "District of Columbia" },
	{ "Tex.", NULL, "Texas" },
	{ "Puerto Rico", NULL, "Puerto Rico" },
	{ "Georgia", NULL, "Georgia" },
	{ "Ga.", NULL, "Georgia" },
	{ "IN", NULL, "Indiana" },
	{ "OR", NULL, "Oregon" },
	{ "ME", NULL, "Maine" },
	{ "HI", NULL, "Hawaii" },
	{ "OK", NULL, "Oklahoma" },
	{ "ON", NULL, "Ontario" },
	{ "Ont.", NULL, "Ontario" },
	{ "Que.", NULL, "Quebec" },
	{ "Québec", NULL, "Quebec" },
	{ "B.C.", NULL, "British Columbia" },
	{ "P.E.I.", NULL, "Prince Edward Island" },
	{ "N.W.T.", NULL, "Northwest Territories" },
	{ "Alta.", NULL, "Alberta" },
	{ "Sask.", NULL, "Saskatchewan" },
	{ "N.L.", "CA", "Newfoundland and Labrador" },
	{ "England", NULL, "England" },
	{ "SCOTLAND", NULL, "Scotland" },
	{ "Cymru", NULL, "Wales" },
	{ "N. Ireland", NULL, "Northern Ireland" },
	{ "Derbyshire", NULL, "Derbyshire" },
	{ "Hants.", NULL, "Hampshire" },
	{ "Co. Cork", NULL, "County Cork" },
	{ "NSW", NULL, "New South Wales" },
	{ "Qld", NULL, "Queensland" },
	{ "Victoria", NULL, "Victoria" },
	{ "Bayern", NULL, "Bavaria" },
	{ "Nordrhein-Westfalen", NULL, "North Rhine-Westphalia" },
	{ "Baden-Wuerttemberg", NULL, "-" },
	{ "Baden-Württemberg", NULL, "Baden-Württemberg" },
	{ "Catalunya", NULL, "Catalonia" },
	{ "Toscana", NULL, "Tuscany" },
	{ "Nangarhar province", NULL, "Nangarhar" },
	{ "Provence-Alpes-Cote d'Azur", NULL, "Provence-Alpes-Côte d'Azur" },
	{ "Sao Paulo", NULL, "São Paulo" },
	{ "Xinjiang Uygur Autonomous Region", NULL, "Xinjiang" },
	{ "Kanagawa", NULL, "Kanagawa" },
	{ "Kanagawa Prefecture", NULL, "Kanagawa" },
	{ "Brandenburg", "DE", "Brandenburg" },
	{ "WA", NULL, "Washington" },
	{ "WA", "AU", "Western Australia" },
	{ "NT", NULL, "Northwest Territories" },
	{ "NT", "AU", "Northern Territory" },
	/* Words that only look like one. */
	{ "In", NULL, "-" },
	{ "in", NULL, "-" },
	{ "Or", NULL, "-" },
	{ "or", NULL, "-" },
	{ "Me", NULL, "-" },
	{ "Hi", NULL, "-" },
	{ "Ok", NULL, "-" },
	{ "On", NULL, "-" },
	{ "La", NULL, "-" },
	{ "Ca", NULL, "-" },
	{ "ca", NULL, "-" },
	{ "Miss", NULL, "-" },
	{ "miss.", NULL, "-" },
	{ "Mass", NULL, "-" },
	{ "Penn", NULL, "-" },
	{ "Wash", NULL, "-" },
	{ "calif", NULL, "-" },
	{ "California", "CA", "-" },
	{ "England", "US", "-" },
	{ "province", NULL, "-" },
	{ " province", NULL, "-" },
	{ "", NULL, "-" },
};

static void divisions_are_found_as_captions_write_them(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
		struct cutline_state found = { .name = "-" };

		cutline_state_find(known[i].text, strlen(known[i].text),
				   known[i].country, &found);
		if (strcmp(found.name, known[i].name) != 0)
			fail_msg("%s is found as %s", known[i].text,
				 found.name);
	}
}

static void a_division_is_filled_in(void **state)
{
	struct cutline_state found;

	(void)state;
	assert_true(cutline_state_find("Georgia", 7, NULL, &found));
	assert_string_equal(found.code, "US-GA");
	assert_string_equal(found.country_code, "US");
	assert_true(cutline_state_find("Wales", 5, NULL, &found));
	assert_string_equal(found.code, "GB-WLS");
	assert_string_equal(found.country_code, "GB");
	assert_true(cutline_state_find("Hessen", 6, "DE", &found));
	assert_string_equal(found.name, "Hesse");
	assert_string_equal(found.country_code, "DE");
}

/* Of namesakes the countries that captions mean most come first. */
static void the_order_of_countries_holds(void **state)
{
	struct cutline_state found;

	(void)state;
	assert_true(cutline_state_find("Northern Territory", 18, NULL, &found));
	assert_string_equal(found.country_code, "AU");
	assert_true(cutline_state_find("Victoria", 8, NULL, &found));
	assert_string_equal(found.country_code, "AU");
	assert_true(cutline_state_find("Maryland", 8, NULL, &found));
	assert_string_equal(found.country_code, "US");
	assert_true(cutline_state_find("Punjab", 6, "IN", &found));
	assert_string_equal(found.country_code, "IN");
	assert_true(cutline_state_find("Punjab", 6, "PK", &found));
	assert_string_equal(found.country_code, "PK");
}

static void looking_up_needs_no_heap(void **state)
{
	struct cutline_state found;

	(void)state;
	fail_alloc_after(0);
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		cutline_state_find(known[i].text, strlen(known[i].text), NULL,
				   &found);
	assert_int_equal(fail_alloc_count(), 0);
	fail_alloc_after(-1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(divisions_are_found_as_captions_write_them),
		cmocka_unit_test(a_division_is_filled_in),
		cmocka_unit_test(the_order_of_countries_holds),
		cmocka_unit_test(looking_up_needs_no_heap),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
