/* SPDX-License-Identifier: MIT */
/* Whatever a text says, what is found under it is whole: names that are found
 * themselves, codes that belong together, cities in order. The first bytes are
 * also a position. */
#include "cutline/place.h"

#include <string.h>

#include "base/fold.h"
#include "fuzz/fuzz.h"
#include "place/lookup.h"

#define CITIES 8

static void check_country(const char *text, size_t len)
{
	struct cutline_country country;
	struct cutline_country same;

	if (!cutline_country_find(text, len, &country))
		return;
	assert(cutline_country_find(country.code, 2, &same));
	assert(!strcmp(same.name, country.name));
	assert(cutline_country_find(country.code3, 3, &same));
	assert(!strcmp(same.name, country.name));
}

static void check_state(const char *text, size_t len)
{
	struct cutline_state state;
	struct cutline_state same;

	if (!cutline_state_find(text, len, NULL, &state))
		return;
	assert(cutline_state_find(text, len, state.country_code, &same));
	assert(!strcmp(same.name, state.name));
	assert(!*state.code || !strncmp(state.code, state.country_code, 2));
}

static void check_city(const char *text, size_t len)
{
	struct cutline_city cities[CITIES];
	char folded[CL_PLACE_FOLDED_MAX];
	size_t count = cutline_city_find(text, len, cities, CITIES);

	for (size_t i = 0; i < count && i < CITIES; i++) {
		const char *name = cities[i].name;

		assert(!i || cities[i - 1].population >= cities[i].population);
		assert(cutline_city_find(name, strlen(name), NULL, 0));
	}
	if (count) {
		struct cl_str s = { text, len };
		struct cl_str phrase = { folded, 0 };

		phrase.len = cl_fold_to(folded, sizeof(folded), s);
		assert(cl_place_is_prefix(phrase));
	}
}

static void check_nearest(const uint8_t *data, size_t size)
{
	struct cutline_city city;
	double at[2];
	double km;

	if (size < sizeof(at))
		return;
	memcpy(at, data, sizeof(at));
	if (!cutline_city_nearest(at[0], at[1], 500, &city, &km))
		return;
	assert(km >= 0 && km <= 500);
	assert(at[0] >= -90 && at[0] <= 90 && at[1] >= -180 && at[1] <= 180);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *text = (const char *)data;

	check_country(text, size);
	check_state(text, size);
	check_city(text, size);
	check_nearest(data, size);
	return 0;
}
