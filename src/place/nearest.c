/* SPDX-License-Identifier: MIT */
/*
 * The cities are sorted by latitude. From the position's own the search goes
 * north and south, to the edge of a band as wide as the best distance found so
 * far; within it a city counts by longitude first, and only what passes that is
 * measured along the great circle (haversine, mean radius of the earth).
 */
#include "place/city.h"

#include <math.h>

#include "place/lookup.h"

#define EARTH_KM 6371.0088
#define PI 3.14159265358979323846
#define RADIANS (PI / 180.0)
#define KM_FARTHEST 500.0

void cl_city_fill(const struct cl_city_row *row, struct cutline_city *out)
{
	const struct cl_country_row *country = &cl_country_rows[row->country];

	out->name = cl_place_string(row->name);
	out->state = row->state == CL_PLACE_NO_STATE
			     ? ""
			     : cl_place_string(cl_state_rows[row->state].name);
	out->country = cl_place_string(country->name);
	out->country_code = country->code;
	out->population = row->population;
	out->latitude = row->latitude / 10000.0;
	out->longitude = row->longitude / 10000.0;
	out->capital = (row->flags & CL_CITY_CAPITAL) != 0;
}

/* What rows are compared with is kept in their own unit, ten-thousandths of a
 * degree, and one wider than it must be. */
struct search {
	double latitude, longitude; /* degrees */
	int32_t at_latitude, at_longitude;
	double best_km;
	int32_t band;     /* of latitude, within best_km */
	int32_t meridian; /* of longitude, likewise; half round: all */
	const struct cl_city_row *best;
};

#define HALF_ROUND 1800000

static int32_t in_rows(double degrees)
{
	return (int32_t)lround(degrees * 10000);
}

/* How far a circle about the position reaches; all round near a pole. */
static void narrow(struct search *s, double km)
{
	double angle = km / EARTH_KM;
	double ratio = sin(angle) / cos(s->latitude * RADIANS);
	bool pole = fabs(s->latitude) * RADIANS + angle >= PI / 2;

	s->best_km = km;
	s->band = in_rows(angle / RADIANS) + 1;
	s->meridian = HALF_ROUND;
	if (!pole && ratio < 1)
		s->meridian = in_rows(asin(ratio) / RADIANS) + 1;
}

static double km_to(const struct search *s, double latitude, double longitude)
{
	double north = sin((latitude - s->latitude) * RADIANS / 2);
	double east = sin((longitude - s->longitude) * RADIANS / 2);
	double h = north * north + cos(latitude * RADIANS) *
					   cos(s->latitude * RADIANS) * east *
					   east;

	return 2 * EARTH_KM * asin(h < 1 ? sqrt(h) : 1);
}

static void consider(struct search *s, const struct cl_city_row *row)
{
	int32_t apart = row->longitude - s->at_longitude;
	double km;

	if (apart < 0)
		apart = -apart;
	if (apart > HALF_ROUND)
		apart = 2 * HALF_ROUND - apart;
	if (apart > s->meridian || (row->flags & CL_CITY_SECTION))
		return;
	km = km_to(s, row->latitude / 10000.0, row->longitude / 10000.0);
	if (km > s->best_km || (s->best && km == s->best_km))
		return;
	s->best = row;
	narrow(s, km);
}

/* The first city not south of a latitude. */
static size_t first_north(int32_t latitude)
{
	size_t low = 0;
	size_t high = cl_city_row_count;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (cl_city_rows[mid].latitude < latitude)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

/* Rows looked at on one side before the other has its turn. */
#define TURN 16

static size_t go_north(struct search *s, size_t at)
{
	for (size_t i = 0; i < TURN; i++, at++) {
		if (at == cl_city_row_count ||
		    cl_city_rows[at].latitude - s->at_latitude > s->band)
			return cl_city_row_count;
		consider(s, &cl_city_rows[at]);
	}
	return at;
}

static size_t go_south(struct search *s, size_t at)
{
	for (size_t i = 0; i < TURN; i++, at--) {
		if (at == 0 ||
		    s->at_latitude - cl_city_rows[at - 1].latitude > s->band)
			return 0;
		consider(s, &cl_city_rows[at - 1]);
	}
	return at;
}

static void walk(struct search *s)
{
	size_t north = first_north(s->at_latitude);
	size_t south = north;

	while (north < cl_city_row_count || south > 0) {
		north = go_north(s, north);
		south = go_south(s, south);
	}
}

bool cutline_city_nearest(double latitude, double longitude, double max_km,
			  struct cutline_city *out, double *km)
{
	struct search s = { .latitude = latitude, .longitude = longitude };

	/* Written so that a NaN fails too. */
	if (!(fabs(latitude) <= 90) || !(fabs(longitude) <= 180) ||
	    !(max_km >= 0))
		return false;
	s.at_latitude = in_rows(latitude);
	s.at_longitude = in_rows(longitude);
	narrow(&s, max_km < KM_FARTHEST ? max_km : KM_FARTHEST);
	walk(&s);
	if (!s.best)
		return false;
	cl_city_fill(s.best, out);
	if (km)
		*km = s.best_km;
	return true;
}
