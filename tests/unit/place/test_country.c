/* SPDX-License-Identifier: MIT */
#include "cutline/place.h"

#include <string.h>

#include "fail_alloc.h"
#include "place/tables.h"
#include "unit/test.h"

static const char *const known[][2] = {
	{ "United Kingdom", "GB" },
	{ "UK", "GB" },
	{ "U.K.", "GB" },
	{ "Great Britain", "GB" },
	{ "Britain", "GB" },
	{ "GB", "GB" },
	{ "GBR", "GB" },
	{ "USA", "US" },
	{ "U.S.A.", "US" },
	{ "U.S.", "US" },
	{ "US", "US" },
	{ "America", "US" },
	{ "the United States of America", "-" },
	{ "UNITED STATES", "US" },
	{ "UAE", "AE" },
	{ "U.A.E.", "AE" },
	{ "Deutschland", "DE" },
	{ "ALLEMAGNE", "DE" },
	{ "España", "ES" },
	{ "Espana", "ES" },
	{ "Frankreich", "FR" },
	{ "Holland", "NL" },
	{ "The Netherlands", "NL" },
	{ "Ivory Coast", "CI" },
	{ "Côte d’Ivoire", "CI" },
	{ "Cote d'Ivoire", "CI" },
	{ "Czech Republic", "CZ" },
	{ "Czechia", "CZ" },
	{ "Burma", "MM" },
	{ "Georgia", "GE" },
	{ "Türkiye", "TR" },
	{ "Turkey", "TR" },
	{ "Russia", "RU" },
	{ "Iran", "IR" },
	{ "Syria", "SY" },
	{ "South Korea", "KR" },
	{ "N. Korea", "KP" },
	{ "Kosovo", "XK" },
	{ "Palestinian Territories", "PS" },
	{ "DR Congo", "CD" },
	{ "Congo", "CD" },
	{ "Republic of the Congo", "CG" },
	{ "St. Lucia", "LC" },
	{ "Saint Kitts and Nevis", "KN" },
	{ "Bosnia", "BA" },
	{ "Hong Kong", "HK" },
	{ "Vatican", "VA" },
	{ "Swaziland", "SZ" },
	{ "IN", "IN" },
	{ "CHN", "CN" },
	/* No countries here, or not in this spelling. */
	{ "England", "-" },
	{ "Scotland", "-" },
	{ "Wales", "-" },
	{ "Northern Ireland", "-" },
	{ "us", "-" },
	{ "Us", "-" },
	{ "uk", "-" },
	{ "in", "-" },
	{ "In", "-" },
	{ "Usa", "-" },
	{ "can", "-" },
	{ "Can", "-" },
	{ "Per", "-" },
	{ "ZZ", "-" },
	{ "California", "-" },
	{ "Paris", "-" },
	{ "", "-" },
	{ ".", "-" },
	{ "\xff\xfe", "-" },
};

static void countries_are_found_as_captions_write_them(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
		struct cutline_country country = { .code = "-" };

		cutline_country_find(known[i][0], strlen(known[i][0]),
				     &country);
		if (strcmp(country.code, known[i][1]) != 0)
			fail_msg("%s is found as %s", known[i][0],
				 country.code);
	}
}

static void a_country_is_filled_in(void **state)
{
	struct cutline_country country;

	(void)state;
	assert_true(cutline_country_find("U.K.", 4, &country));
	assert_string_equal(country.name, "United Kingdom");
	assert_string_equal(country.code, "GB");
	assert_string_equal(country.code3, "GBR");
	assert_string_equal(country.region, "Europe");
	/* Only so many bytes count as are said to. */
	assert_true(cutline_country_find("France!?x", 6, &country));
	assert_string_equal(country.name, "France");
}

static void every_country_is_found_by_name_and_codes(void **state)
{
	size_t count = 0;

	(void)state;
	fail_alloc_after(0);
	for (char a = 'A'; a <= 'Z'; a++) {
		for (char b = 'A'; b <= 'Z'; b++) {
			const char code[] = { a, b };
			struct cutline_country country;
			struct cutline_country same;

			if (!cutline_country_find(code, 2, &country) ||
			    memcmp(country.code, code, 2) != 0)
				continue;
			count++;
			assert_true(cutline_country_find(
				country.name, strlen(country.name), &same));
			assert_string_equal(same.code, country.code);
			assert_true(
				cutline_country_find(country.code3, 3, &same));
			assert_string_equal(same.code, country.code);
			assert_true(country.region[0] != '\0');
		}
	}
	assert_int_equal(fail_alloc_count(), 0);
	fail_alloc_after(-1);
	/* ISO 3166-1 has 249, and Kosovo. */
	assert_int_equal(count, 250);
}

static void what_is_too_long_is_found_nowhere(void **state)
{
	struct cutline_country country;
	char padded[CUTLINE_PLACE_NAME_MAX + 1];

	(void)state;
	memset(padded, '.', sizeof(padded));
	memcpy(padded, "France", 6);
	assert_true(
		cutline_country_find(padded, CUTLINE_PLACE_NAME_MAX, &country));
	assert_false(cutline_country_find(padded, CUTLINE_PLACE_NAME_MAX + 1,
					  &country));
	assert_false(cutline_country_find(NULL, 0, &country));
}

static void the_attribution_names_the_source(void **state)
{
	(void)state;
	assert_non_null(strstr(cutline_place_attribution(),
			       "Place data derived from GeoNames "
			       "(geonames.org), CC BY 4.0"));
	assert_non_null(
		strstr(cutline_place_attribution(), "i18n-iso-countries"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(countries_are_found_as_captions_write_them),
		cmocka_unit_test(a_country_is_filled_in),
		cmocka_unit_test(every_country_is_found_by_name_and_codes),
		cmocka_unit_test(what_is_too_long_is_found_nowhere),
		cmocka_unit_test(the_attribution_names_the_source),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
