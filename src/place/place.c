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

static void fill_country(const struct cl_country_row *row,
			 struct cutline_country *out)
{
	out->name = cl_place_string(row->name);
	out->code = row->code;
	out->code3 = row->code3;
	out->region = cl_place_string(row->region);
}

bool cl_place_country(const struct cl_place_query *q,
		      struct cutline_country *out)
{
	const struct cl_place_key *key =
		&cl_country_keys[q->name->first[CL_PLACE_COUNTRY]];

	for (int i = 0; i < q->name->count[CL_PLACE_COUNTRY]; i++) {
		if (!cl_place_counts(&key[i], q->text))
			continue;
		if (out)
			fill_country(&cl_country_rows[key[i].row], out);
		return true;
	}
	return false;
}

static void fill_state(const struct cl_state_row *row,
		       struct cutline_state *out)
{
	out->name = cl_place_string(row->name);
	out->code = cl_place_string(row->code);
	out->country_code = cl_country_rows[row->country].code;
}

static bool find_state(const struct cl_place_name *name, struct cl_str text,
		       const char *country_code, struct cutline_state *out)
{
	const struct cl_place_key *key =
		&cl_state_keys[name->first[CL_PLACE_STATE]];

	for (int i = 0; i < name->count[CL_PLACE_STATE]; i++) {
		const struct cl_state_row *row = &cl_state_rows[key[i].row];
		const char *code = cl_country_rows[row->country].code;

		if (!cl_place_counts(&key[i], text) ||
		    (country_code && strcmp(code, country_code) != 0))
			continue;
		if (out)
			fill_state(row, out);
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

/* The folded name without such a word; empty when it ends in none. */
static struct cl_str bare_name(const struct cl_place_query *q)
{
	struct cl_str folded = { q->folded, q->len };

	/* the last letters of them all */
	if (!folded.len || !strchr("ent", folded.ptr[folded.len - 1]))
		return (struct cl_str){ 0 };
	for (size_t i = 0; i < sizeof(generic) / sizeof(generic[0]); i++)
		if (cl_str_ends(folded, generic[i]))
			return cl_str_sub(folded, 0,
					  folded.len - generic[i].len);
	return (struct cl_str){ 0 };
}

bool cl_place_state(const struct cl_place_query *q, const char *country_code,
		    struct cutline_state *out)
{
	struct cl_str bare;

	if (find_state(q->name, q->text, country_code, out))
		return true;
	bare = bare_name(q);
	return bare.len &&
	       find_state(cl_place_find(bare), q->text, country_code, out);
}

size_t cl_place_city(const struct cl_place_query *q, struct cutline_city *out,
		     size_t max)
{
	size_t first = q->name->first[CL_PLACE_CITY];
	size_t count = q->name->count[CL_PLACE_CITY];

	for (size_t i = 0; i < count && i < max; i++)
		cl_city_fill(&cl_city_rows[cl_city_keys[first + i].row],
			     &out[i]);
	return count;
}

bool cutline_country_find(const char *name, size_t len,
			  struct cutline_country *out)
{
	struct cl_place_query q;

	cl_place_look_up(&q, (struct cl_str){ name, len });
	return cl_place_country(&q, out);
}

bool cutline_state_find(const char *name, size_t len, const char *country_code,
			struct cutline_state *out)
{
	struct cl_place_query q;

	cl_place_look_up(&q, (struct cl_str){ name, len });
	return cl_place_state(&q, country_code, out);
}

size_t cutline_city_find(const char *name, size_t len, struct cutline_city *out,
			 size_t max)
{
	struct cl_place_query q;

	cl_place_look_up(&q, (struct cl_str){ name, len });
	return cl_place_city(&q, out, max);
}
