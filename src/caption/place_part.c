/* SPDX-License-Identifier: MIT */
/*
 * A part of a place may say what it is: "Albay province", "the state of Utah",
 * "Kreis Mettmann", "Guinobatan town", "northwest China's Gansu Province",
 * "Washington DC". The word of the kind is dropped where the name stands
 * without it; counties, Kreise and autonomous regions keep theirs.
 */
#include "caption/place_part.h"

/* Towns of one name that are looked at. */
#define CITIES_MAX 8

/* "CA", "S.D.": a state, whatever country has that code. */
static bool two_letters(struct cl_str s)
{
	return s.len == 2 || (s.len == 4 && s.ptr[1] == '.' && s.ptr[3] == '.');
}

bool cl_country_of(struct cl_str s, struct cutline_country *out)
{
	if (two_letters(s) && !cl_str_eq(s, CL_STR("UK")) &&
	    !cl_str_eq(s, CL_STR("US")) && !cl_str_eq(s, CL_STR("U.K.")) &&
	    !cl_str_eq(s, CL_STR("U.S.")))
		return false;
	if (cl_str_eq_nocase(s, CL_STR("Britain")))
		s = CL_STR("United Kingdom");
	if (cl_str_eq_nocase(s, CL_STR("America")))
		s = CL_STR("United States");
	return cutline_country_find(s.ptr, s.len, out);
}

/* Is there a city of that name in the state, or in the country? */
bool cl_city_in(struct cl_str name, const char *country_code, const char *state)
{
	struct cutline_city cities[CITIES_MAX];
	size_t count =
		cutline_city_find(name.ptr, name.len, cities, CITIES_MAX);

	for (size_t i = 0; i < count && i < CITIES_MAX; i++)
		if (strcmp(cities[i].country_code, country_code) == 0 &&
		    (!state || strcmp(cities[i].state, state) == 0))
			return true;
	return false;
}

bool cl_is_place(struct cl_str name)
{
	struct cutline_country country;
	struct cl_place_query q;

	cl_place_look_up(&q, name);
	return cl_place_city(&q, NULL, 0) > 0 ||
	       cl_place_state(&q, NULL, NULL) ||
	       (cl_place_country(&q, NULL) && cl_country_of(name, &country));
}

/* "southern Italy", "the Netherlands": words before the name. */
static uint32_t skip_lead(const struct cl_parse *p, uint32_t from, uint32_t to)
{
	while (from + 1 < to && !cl_has_flag(p, from, CL_F_CAP) &&
	       cl_has_class(p, from, CL_W_DIRECTION | CL_W_ARTICLE))
		from++;
	return from;
}

/* "central China's Henan Province": what is after the possessive. */
static uint32_t skip_owner(const struct cl_parse *p, uint32_t from, uint32_t to,
			   struct cutline_country *owner)
{
	for (uint32_t i = from + 1; i + 1 < to && i < from + 5; i++)
		if (p->tokens[i].kind == CL_T_POSSESSIVE &&
		    cl_country_of(cl_text_of(p, from, i), owner))
			return skip_lead(p, i + 1, to);
	return from;
}

static bool is_region_word(const struct cl_parse *p, uint32_t i)
{
	return cl_has_class(p, i, CL_W_REGION) && !cl_is_word(p, i, "island") &&
	       !cl_is_word(p, i, "republic") &&
	       !cl_is_word(p, i, "territory") &&
	       !(cl_is_word(p, i, "department") && cl_has_flag(p, i, CL_F_CAP));
}

static bool keeps_word(const struct cl_parse *p, uint32_t i)
{
	return cl_is_word(p, i, "county") || cl_is_word(p, i, "kreis") ||
	       cl_is_word(p, i, "landkreis") ||
	       (i > 0 && cl_is_word(p, i - 1, "autonomous"));
}

bool cl_is_region_first(const struct cl_parse *p, uint32_t i)
{
	return cl_is_word(p, i, "kreis") || cl_is_word(p, i, "landkreis") ||
	       cl_is_word(p, i, "provinz");
}

/* "state of Utah", "Kreis Mettmann", "provincia de Zamora". */
static bool read_region_first(const struct cl_parse *p,
			      struct cl_place_part *part)
{
	uint32_t name = part->from + 1;
	struct cutline_state state;

	if (!is_region_word(p, part->from) || name >= part->to ||
	    cutline_state_find(part->text.ptr, part->text.len, NULL, &state))
		return false;
	if (cl_has_flag(p, name, CL_F_CAP) &&
	    !cl_is_region_first(p, part->from))
		return false; /* "State Duma" */
	while (name + 1 < part->to && !cl_has_flag(p, name, CL_F_CAP) &&
	       cl_has_class(p, name, CL_W_PREP | CL_W_PARTICLE | CL_W_ARTICLE))
		name++;
	if (!cl_has_flag(p, name, CL_F_CAP))
		return false;
	part->district = cl_is_word(p, part->from, "district");
	if (!keeps_word(p, part->from))
		part->text = cl_text_of(p, name, part->to);
	return part->region = true;
}

/* "Albay province", "Guinobatan town". */
static void read_kind_last(const struct cl_parse *p, struct cl_place_part *part)
{
	uint32_t last = part->to - 1;
	struct cutline_state state;

	if (last == part->from)
		return;
	if (cl_is_listed(p, last, CL_L_PLACE_KIND) &&
	    !cl_has_flag(p, last, CL_F_CAP)) {
		part->text = cl_text_of(p, part->from, last);
		part->town = true;
		return;
	}
	if (!is_region_word(p, last) || !cl_has_flag(p, part->from, CL_F_CAP))
		return;
	part->region = true;
	part->district = cl_is_word(p, last, "district");
	if (keeps_word(p, last))
		return;
	part->text = cl_text_of(p, part->from, last);
	if (part->district && cl_big_city(part->text)) {
		part->region = part->district = false;
		part->town = true; /* "a central Istanbul district" */
		return;
	}
	if (cl_has_flag(p, last, CL_F_CAP) &&
	    cutline_state_find(part->text.ptr, part->text.len, NULL, &state) &&
	    strcmp(state.country_code, "US") == 0 && !part->district)
		part->region = false; /* "Washington State" is known */
}

static void add_part(const struct cl_parse *p, uint32_t from, uint32_t to,
		     struct cl_place_parts *out)
{
	struct cl_place_part *part = &out->items[out->count];

	from = skip_lead(p, from, to);
	from = skip_owner(p, from, to, &out->owner);
	if (from >= to)
		return;
	*part = (struct cl_place_part){ .from = from, .to = to };
	part->text = cl_text_of(p, from, to);
	if (!read_region_first(p, part))
		read_kind_last(p, part);
	out->count++;
}

/* "Washington DC", "Las Vegas NV": a state's letters after a city in it. */
uint32_t cl_state_tail(const struct cl_parse *p, uint32_t from, uint32_t to)
{
	struct cutline_state state;
	struct cl_str s;

	if (to < from + 2 ||
	    !(p->tokens[to - 1].flags & (CL_F_UPPER | CL_F_DOT)) ||
	    (p->tokens[from].flags & CL_F_UPPER))
		return to;
	s = cl_token_text(p, to - 1);
	if (s.len > 5 || !cutline_state_find(s.ptr, s.len, "US", &state) ||
	    !cl_city_in(cl_text_of(p, from, to - 1), "US", state.name))
		return to;
	return to - 1;
}

static bool parts_at(const struct cl_parse *p, uint32_t i)
{
	return cl_is_sign(p, i, ',') || p->tokens[i].kind == CL_T_OPEN ||
	       p->tokens[i].kind == CL_T_CLOSE;
}

void cl_place_split(const struct cl_parse *p, uint32_t from, uint32_t to,
		    struct cl_place_parts *out)
{
	uint32_t start = from;

	*out = (struct cl_place_parts){ 0 };
	for (uint32_t i = from; i <= to && out->count < CL_PARTS_MAX - 1; i++) {
		uint32_t tail;

		if (i < to && !parts_at(p, i))
			continue;
		tail = cl_state_tail(p, start, i);
		if (tail < i)
			add_part(p, start, tail, out);
		else
			tail = start;
		if (i > tail)
			add_part(p, tail, i, out);
		start = i + 1;
	}
}
