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

struct search {
	double latitude, longitude; /* degrees */
	double best_km;
	double band;     /* degrees of latitude within best_km */
	double meridian; /* degrees of longitude within best_km, 180 for all */
	const struct cl_city_row *best;
};

/* The widest longitude of a circle about a point; all round near a pole. */
static void narrow(struct search *s, double km)
{
	double angle = km / EARTH_KM;
	double ratio = sin(angle) / cos(s->latitude * RADIANS);
	bool pole = fabs(s->latitude) * RADIANS + angle >= PI / 2;

	s->best_km = km;
	s->band = angle / RADIANS + 1e-9;
	s->meridian = pole || ratio >= 1 ? 180 : asin(ratio) / RADIANS + 1e-9;
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
	double longitude = row->longitude / 10000.0;
	double apart = fabs(longitude - s->longitude);
	double km;

	if (apart > 180)
		apart = 360 - apart;
	if (apart > s->meridian || (row->flags & CL_CITY_SECTION))
		return;
	km = km_to(s, row->latitude / 10000.0, longitude);
	if (km > s->best_km || (s->best && km == s->best_km))
		return;
	s->best = row;
	narrow(s, km);
}

/* The first city not south of a latitude. */
static size_t first_north(double latitude)
{
	size_t low = 0;
	size_t high = cl_city_row_count;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (cl_city_rows[mid].latitude / 10000.0 < latitude)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

static bool in_band(const struct search *s, size_t i)
{
	return fabs(cl_city_rows[i].latitude / 10000.0 - s->latitude) <=
	       s->band;
}

static void walk(struct search *s)
{
	size_t north = first_north(s->latitude);
	size_t south = north;
	bool more = true;

	while (more) {
		more = false;
		if (north < cl_city_row_count && in_band(s, north)) {
			consider(s, &cl_city_rows[north++]);
			more = true;
		}
		if (south > 0 && in_band(s, south - 1)) {
			consider(s, &cl_city_rows[--south]);
			more = true;
		}
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
	narrow(&s, max_km < KM_FARTHEST ? max_km : KM_FARTHEST);
	walk(&s);
	if (!s.best)
		return false;
	cl_city_fill(s.best, out);
	if (km)
		*km = s.best_km;
	return true;
}
