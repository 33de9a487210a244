/* SPDX-License-Identifier: MIT */
#include "cutline/place.h"

#include <math.h>
#include <string.h>

#include "fail_alloc.h"
#include "place/tables.h"
#include "unit/test.h"

static void check(double latitude, double longitude, double max_km,
		  const char *expected)
{
	struct cutline_city city = { .name = "-" };
	double km = -1;

	cutline_city_nearest(latitude, longitude, max_km, &city, &km);
	if (strcmp(city.name, expected) != 0)
		fail_msg("near %.2f, %.2f is %s", latitude, longitude,
			 city.name);
	if (strcmp(expected, "-") != 0)
		assert_true(km >= 0 && km <= max_km);
}

static void known_positions_have_their_cities(void **state)
{
	(void)state;
	check(43.55, 7.02, 50, "Cannes");
	check(52.52, 13.405, 50, "Berlin");
	check(51.5, -0.12, 50, "London");
	check(48.8566, 2.3522, 50, "Paris");
	check(-33.87, 151.21, 50, "Sydney");
	check(34.05, -118.24, 50, "Los Angeles");
	check(-0.18, -78.47, 50, "Quito");
	check(64.14, -21.9, 50, "Reykjavík");
}

static void nothing_is_near_the_ends_of_the_earth(void **state)
{
	(void)state;
	check(90, 0, 500, "-");
	check(-90, 123, 500, "-");
	check(0, -30, 500, "-");
	/* Cannes is 0.6 km away. */
	check(43.55, 7.02, 0.1, "-");
}

/* Suva stands at 178.4 east; both sides of the line see the same city. */
static void the_antimeridian_is_no_edge(void **state)
{
	struct cutline_city east;
	struct cutline_city west;
	double km_east;
	double km_west;

	(void)state;
	assert_true(cutline_city_nearest(-16.8, 180, 500, &east, &km_east));
	assert_true(cutline_city_nearest(-16.8, -180, 500, &west, &km_west));
	assert_string_equal(east.name, west.name);
	assert_true(fabs(km_east - km_west) < 0.001);
	assert_true(cutline_city_nearest(-16.8, -179.9, 500, &west, &km_west));
	assert_string_equal(east.name, west.name);
	assert_true(km_west > km_east && km_west < km_east + 20);
}

static void what_is_no_position_has_no_city(void **state)
{
	struct cutline_city city = { .name = "-" };

	(void)state;
	assert_false(cutline_city_nearest((double)NAN, 0, 500, &city, NULL));
	assert_false(cutline_city_nearest(0, (double)NAN, 500, &city, NULL));
	assert_false(
		cutline_city_nearest(52.5, 13.4, (double)NAN, &city, NULL));
	assert_false(cutline_city_nearest(91, 0, 500, &city, NULL));
	assert_false(cutline_city_nearest(0, 181, 500, &city, NULL));
	assert_false(
		cutline_city_nearest((double)INFINITY, 0, 500, &city, NULL));
	assert_false(cutline_city_nearest(52.5, 13.4, -1, &city, NULL));
	assert_string_equal(city.name, "-");
	/* 500 km is the farthest whatever is asked. */
	assert_false(cutline_city_nearest(0, -30, 1e9, &city, NULL));
	assert_true(cutline_city_nearest(52.52, 13.405, 1e9, &city, NULL));
}

static double radians(double degrees)
{
	return degrees * 3.14159265358979323846 / 180;
}

/* By the spherical law of cosines, another way than the search goes. */
static double distance_km(double lat_a, double lon_a, double lat_b,
			  double lon_b)
{
	double c = sin(radians(lat_a)) * sin(radians(lat_b)) +
		   cos(radians(lat_a)) * cos(radians(lat_b)) *
			   cos(radians(lon_a - lon_b));

	return 6371.0088 * acos(c > 1 ? 1 : c);
}

static double least_km(double latitude, double longitude)
{
	double least = 1e9;

	for (size_t i = 0; i < cl_city_row_count; i++) {
		const struct cl_city_row *row = &cl_city_rows[i];
		double km;

		if (row->flags & CL_CITY_SECTION)
			continue;
		km = distance_km(latitude, longitude, row->latitude / 10000.0,
				 row->longitude / 10000.0);
		if (km < least)
			least = km;
	}
	return least;
}

/* A grid over the globe, against measuring every city. */
static void the_nearest_of_all_is_found(void **state)
{
	(void)state;
	for (double latitude = -88.3; latitude < 90; latitude += 17.7) {
		for (double longitude = -179.9; longitude < 180;
		     longitude += 29.3) {
			double least = least_km(latitude, longitude);
			struct cutline_city city;
			double km = 1e9;
			bool found = cutline_city_nearest(latitude, longitude,
							  500, &city, &km);

			if (found != (least <= 500) ||
			    (found && fabs(km - least) > 0.01))
				fail_msg("%.1f, %.1f: %.3f km, not %.3f",
					 latitude, longitude, km, least);
		}
	}
}

static void looking_needs_no_heap(void **state)
{
	struct cutline_city city;

	(void)state;
	fail_alloc_after(0);
	assert_true(cutline_city_nearest(43.55, 7.02, 500, &city, NULL));
	assert_int_equal(fail_alloc_count(), 0);
	fail_alloc_after(-1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(known_positions_have_their_cities),
		cmocka_unit_test(nothing_is_near_the_ends_of_the_earth),
		cmocka_unit_test(the_antimeridian_is_no_edge),
		cmocka_unit_test(what_is_no_position_has_no_city),
		cmocka_unit_test(the_nearest_of_all_is_found),
		cmocka_unit_test(looking_needs_no_heap),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
