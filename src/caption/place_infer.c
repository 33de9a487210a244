/* SPDX-License-Identifier: MIT */
/* What follows from the stated places: a country from its city or state. */
#include <string.h>

#include "caption/places.h"
#include "cutline/place.h"

static void infer_country(struct cl_parse *p, const char *code, double sure)
{
	struct cutline_country country;

	if (cutline_country_find(code, strlen(code), &country))
		cl_add_inferred(p, CUTLINE_COUNTRY, country.name, sure,
				"gazetteer");
}

static void infer_from_city(struct cl_parse *p)
{
	struct cutline_city city;
	struct cl_str name = cl_str_from(p->fields[CUTLINE_CITY].items[0].text);
	size_t count = cutline_city_find(name.ptr, name.len, &city, 1);

	if (count == 0)
		return;
	infer_country(p, city.country_code, count == 1 ? 0.95 : 0.8);
	if (*city.state && strcmp(city.state, city.name) != 0)
		cl_add_inferred(p, CUTLINE_PROVINCE_STATE, city.state,
				count == 1 ? 0.9 : 0.7, "gazetteer");
}

void cl_places_infer(struct cl_parse *p)
{
	if (cl_has_value(p, CUTLINE_COUNTRY))
		return;
	if (cl_has_value(p, CUTLINE_PROVINCE_STATE)) {
		if (p->country_code)
			infer_country(p, p->country_code, 0.98);
	} else if (cl_has_value(p, CUTLINE_CITY)) {
		infer_from_city(p);
	}
}
