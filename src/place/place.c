/* SPDX-License-Identifier: MIT */
#include "cutline/place.h"

#include <string.h>

#include "place/city.h"
#include "place/lookup.h"

const char *cutline_place_attribution(void)
{
	return "Place data derived from GeoNames (geonames.org), CC BY 4.0, "
	       "filtered and folded; country names from i18n-iso-countries, "
	       "MIT";
}

static struct cl_str folded_of(const struct cl_place_query *q)
{
	return (struct cl_str){ q->folded, q->len };
}

static void fill_country(const struct cl_country_row *row,
			 struct cutline_country *out)
{
	out->name = cl_place_string(row->name);
	out->code = row->code;
	out->code3 = row->code3;
	out->region = cl_place_string(row->region);
}

bool cutline_country_find(const char *name, size_t len,
			  struct cutline_country *out)
{
	struct cl_str text = { name, len };
	struct cl_place_query q;
	size_t at;
	size_t count;

	if (!cl_place_query_init(&q, text))
		return false;
	count = cl_place_find(&cl_country_keys, folded_of(&q), &at);
	for (; count > 0; count--, at++) {
		const struct cl_place_key *key = &cl_country_keys.keys[at];

		if (!cl_place_counts(key, &q))
			continue;
		fill_country(&cl_country_rows[key->row], out);
		return true;
	}
	return false;
}

static bool state_find(const struct cl_place_query *q, const char *country_code,
		       struct cutline_state *out)
{
	size_t at;
	size_t count = cl_place_find(&cl_state_keys, folded_of(q), &at);

	for (; count > 0; count--, at++) {
		const struct cl_place_key *key = &cl_state_keys.keys[at];
		const struct cl_state_row *row = &cl_state_rows[key->row];
		const char *code = cl_country_rows[row->country].code;

		if (!cl_place_counts(key, q) ||
		    (country_code && strcmp(code, country_code) != 0))
			continue;
		out->name = cl_place_string(row->name);
		out->code = cl_place_string(row->code);
		out->country_code = code;
		return true;
	}
	return false;
}

/* What captions put after a division's name: "Nangarhar province". */
static const struct cl_str generic[] = {
	CL_STR_INIT(" province"),   CL_STR_INIT(" state"),
	CL_STR_INIT(" region"),     CL_STR_INIT(" oblast"),
	CL_STR_INIT(" prefecture"), CL_STR_INIT(" governorate"),
	CL_STR_INIT(" department"),
};

static bool drop_generic(struct cl_place_query *q)
{
	for (size_t i = 0; i < sizeof(generic) / sizeof(generic[0]); i++) {
		if (!cl_str_ends(folded_of(q), generic[i]))
			continue;
		q->len -= generic[i].len;
		return true;
	}
	return false;
}

bool cutline_state_find(const char *name, size_t len, const char *country_code,
			struct cutline_state *out)
{
	struct cl_str text = { name, len };
	struct cl_place_query q;

	if (!cl_place_query_init(&q, text))
		return false;
	return state_find(&q, country_code, out) ||
	       (drop_generic(&q) && state_find(&q, country_code, out));
}

size_t cutline_city_find(const char *name, size_t len, struct cutline_city *out,
			 size_t max)
{
	struct cl_str text = { name, len };
	struct cl_place_query q;
	size_t at;
	size_t count;

	if (!cl_place_query_init(&q, text))
		return 0;
	count = cl_place_find(&cl_city_keys, folded_of(&q), &at);
	for (size_t i = 0; i < count && i < max; i++)
		cl_city_fill(&cl_city_rows[cl_city_keys.keys[at + i].row],
			     &out[i]);
	return count;
}
