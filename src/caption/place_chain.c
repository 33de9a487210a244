/* SPDX-License-Identifier: MIT */
/*
 * A place in full is a chain from small to large: Wembley Stadium, London,
 * England. The gazetteer tells what its last part is, and the part before helps
 * where a name has two meanings: Atlanta, Georgia is in the state, Tbilisi,
 * Georgia in the country. Two letters in capitals are a state (CA), but for UK
 * and US. England, Scotland, Wales and Northern Ireland stand as countries, as
 * captions have them.
 */
#include <string.h>

#include "caption/place_part.h"
#include "place/lookup.h"

struct chain {
	struct cl_parse *p;
	struct cl_place_parts list;
	int count; /* what is left to tell, from the front */
	struct cutline_country country;
	struct cutline_state state;
	bool has_country, has_state;
	const char *nation; /* "England" */
	bool british;       /* that one is */
	const struct cl_place_part *country_part, *state_part;
	double confidence;
	const char *rule;
};

/* Countries of their own in captions, and ones that are no more. */
static const struct {
	struct cl_str name;
	const char *shown;
} nations[] = {
	{ CL_STR_INIT("England"), "England" },
	{ CL_STR_INIT("Scotland"), "Scotland" },
	{ CL_STR_INIT("Wales"), "Wales" },
	{ CL_STR_INIT("Northern Ireland"), "Northern Ireland" },
	{ CL_STR_INIT("Soviet Union"), "Soviet Union" },
	{ CL_STR_INIT("USSR"), "Soviet Union" },
	{ CL_STR_INIT("U.S.S.R."), "Soviet Union" },
	{ CL_STR_INIT("South Vietnam"), "South Vietnam" },
	{ CL_STR_INIT("North Vietnam"), "North Vietnam" },
	{ CL_STR_INIT("West Germany"), "West Germany" },
	{ CL_STR_INIT("East Germany"), "East Germany" },
	{ CL_STR_INIT("Yugoslavia"), "Yugoslavia" },
	{ CL_STR_INIT("Czechoslovakia"), "Czechoslovakia" },
	{ CL_STR_INIT("Rhodesia"), "Rhodesia" },
};
#define BRITISH 4 /* the first of them */

static const char *nation_of(struct cl_str s, bool *british)
{
	for (size_t i = 0; i < sizeof(nations) / sizeof(nations[0]); i++) {
		*british = i < BRITISH;
		if (cl_str_eq_nocase(s, nations[i].name))
			return nations[i].shown;
	}
	return NULL;
}

static bool find_state(struct cl_str s, const char *country,
		       struct cutline_state *out)
{
	return cutline_state_find(s.ptr, s.len, country, out);
}

static bool is_city(struct cl_str s)
{
	return cutline_city_find(s.ptr, s.len, NULL, 0) > 0;
}

static const struct cl_place_part *last_part(const struct chain *c)
{
	return c->count ? &c->list.items[c->count - 1] : NULL;
}

/* Countries whose states have the better right to a name that a city has. */
static bool states_first(const char *code)
{
	return strcmp(code, "US") == 0 || strcmp(code, "CA") == 0 ||
	       strcmp(code, "AU") == 0 || strcmp(code, "GB") == 0;
}

/* New York, Jakarta, Washington: a state and a great city; Geneva, Idlib:
 * elsewhere a province is called after its town. Alone, or after what is no
 * city of the state, the city is meant. */
static bool rather_city(const struct chain *c, struct cl_str name,
			struct cl_str before)
{
	struct cutline_city cities[4];
	size_t count = cutline_city_find(name.ptr, name.len, cities, 4);
	bool first = states_first(c->state.country_code), city = false;

	for (size_t i = 0; i < count && i < 4; i++)
		city |= cities[i].population >= (first ? 400000u : 100000u) ||
			(!first && cities[i].population >= 15000 &&
			 strcmp(cities[i].country_code,
				c->state.country_code) == 0);
	if (!city)
		return false;
	return !before.len ||
	       !cl_city_in(before, c->state.country_code, c->state.name);
}

/* Georgia: the state or the country? */
static void settle_double(struct chain *c, struct cl_str before)
{
	bool in_state =
		cl_city_in(before, c->state.country_code, c->state.name) ||
		!cl_city_in(before, c->country.code, NULL);

	if (!before.len) /* a dateline has its country in full */
		in_state = strcmp(c->rule, "dateline") != 0;
	c->has_state = in_state && strcmp(c->state.country_code, "US") == 0;
	c->has_country = !c->has_state;
}

/* Tell the last part: country, nation or state. */
static bool take_largest(struct chain *c)
{
	const struct cl_place_part *last = last_part(c);
	struct cl_str before = { 0 };

	if (!last)
		return false;
	if (c->count > 1)
		before = c->list.items[c->count - 2].text;
	c->nation = nation_of(last->text, &c->british);
	c->has_country = !c->nation && cl_country_of(last->text, &c->country);
	c->has_state = !c->nation && find_state(last->text, NULL, &c->state);
	if (c->has_country && c->has_state)
		settle_double(c, before);
	if (c->has_state && rather_city(c, last->text, before))
		c->has_state = false;
	if (c->has_country || c->nation)
		c->country_part = last;
	if (c->has_country && c->count == 1 &&
	    cl_city_in(last->text, c->country.code, NULL) &&
	    strcmp(c->country.code, "MX") != 0)
		return true; /* a city-state: both */
	if (!c->nation && !c->has_country && !c->has_state)
		return false;
	if (c->has_state)
		c->state_part = last;
	c->count--;
	return true;
}

/* A region by its own word; smaller ones before it are passed over. */
static bool take_region(struct chain *c)
{
	const struct cl_place_part *last = last_part(c);

	if (!last || !last->region || c->state_part)
		return false;
	if (last->district && !c->country_part && !c->list.owner.code)
		return false;
	c->state_part = last;
	c->has_state = find_state(last->text, NULL, &c->state);
	c->count--;
	return true;
}

static const char *code_of(const struct chain *c)
{
	return c->has_country ? c->country.code : c->british ? "GB" : NULL;
}

/* Is the part before the last one a town of the country, so that the last is
 * what the town lies in? */
static bool town_before(const struct chain *c, const char *code)
{
	return c->count > 1 &&
	       cl_city_in(c->list.items[c->count - 2].text, code, NULL);
}

/* After the country, the state: "Akron, Ohio, USA". What no table knows after a
 * town of the country is one too: "Santiago, Metropolitana, Chile". */
static void take_state(struct chain *c)
{
	const char *code = code_of(c);
	const struct cl_place_part *part = last_part(c);
	bool city;

	if (c->state_part || !part || !code)
		return;
	city = cl_city_in(part->text, code, NULL);
	if (city &&
	    (c->count == 1 || (!states_first(code) && !town_before(c, code))))
		return;
	c->has_state = find_state(part->text, code, &c->state);
	if (!c->has_state && (city || !town_before(c, code)))
		return;
	c->state_part = part;
	c->count--;
}

/* Giving the values. */

static bool longer_form(const struct cl_parse *p, enum cutline_field field,
			struct cl_str text)
{
	struct cl_str old = cl_str_from(p->fields[field].items[0].text);

	return text.len > old.len && cl_str_starts_nocase(text, old) &&
	       text.ptr[old.len] == ' ';
}

static void give(struct chain *c, enum cutline_field field, struct cl_str text,
		 const struct cl_place_part *part)
{
	struct cutline_span span = cl_span_of(c->p, part->from, part->to);

	if (text.len == 0)
		return;
	if (cl_has_value(c->p, field)) {
		if (!longer_form(c->p, field, text))
			return;
		c->p->fields[field].count = 0; /* "New York" to "New York
						* City" */
	}
	cl_add_value(c->p, field, text, span, c->confidence, c->rule);
}

static bool same_city(const struct cl_parse *p, struct cl_str name)
{
	if (!cl_has_value(p, CUTLINE_CITY))
		return true;
	return cl_str_starts_nocase(
		       name,
		       cl_str_from(p->fields[CUTLINE_CITY].items[0].text)) ||
	       cl_str_starts_nocase(
		       cl_str_from(p->fields[CUTLINE_CITY].items[0].text),
		       name);
}

/* Words of venue that end, or begin, the names of towns as well. */
static bool names_towns(const struct cl_parse *p,
			const struct cl_place_part *part)
{
	static const char *const last[] = { "beach",  "park",   "lake",
					    "falls",  "harbor", "harbour",
					    "bay",    "river",  "field",
					    "forest", "valley", "heights",
					    "island", NULL };

	if (cl_is_word(p, part->from, "lake") ||
	    cl_is_word(p, part->from, "fort"))
		return true;
	for (size_t i = 0; last[i]; i++)
		if (cl_is_word(p, part->to - 1, last[i]))
			return !cl_is_word(p, part->to - 2, "national") &&
			       !cl_is_word(p, part->to - 2, "state");
	return false;
}

/* Does a word of venue end the part, which is no known city? Before a state
 * "Seeley Lake, Mont." is a town, but not after "at" or "on". */
static bool is_venue(const struct chain *c, const struct cl_place_part *part)
{
	const struct cl_parse *p = c->p;
	uint32_t before = part->from;
	bool venue = false;

	for (uint32_t i = part->from; i < part->to; i++)
		venue |= (cl_has_class(p, i, CL_W_VENUE) ||
			  cl_is_word(p, i, "sea") ||
			  cl_is_word(p, i, "ocean")) &&
			 part->to - part->from > 1;
	if (!venue || part->town || is_city(part->text))
		return false;
	if (before > 0 && cl_has_class(p, before - 1, CL_W_ARTICLE))
		return true;
	return !(c->state_part && c->state_part != part &&
		 names_towns(p, part) && c->has_state &&
		 strcmp(c->state.country_code, "US") == 0 && before > 0 &&
		 !cl_is_word(p, before - 1, "at") &&
		 !cl_is_word(p, before - 1, "on") &&
		 !cl_is_word(p, before - 1, "of"));
}

/* A body that names another town in full is nearer than the dateline: "MIAMI,
 * FL - JULY 13: ... in Coral Gables, Florida". */
static bool beats_dateline(struct chain *c)
{
	struct cl_value_list *l = &c->p->fields[CUTLINE_CITY];

	if (c->p->dateline_stays || strcmp(l->items[0].rule, "dateline") != 0 ||
	    strcmp(c->rule, "dateline") == 0 ||
	    (!c->state_part && !c->country_part))
		return false;
	for (uint32_t i = c->p->body; i < cl_main_end(c->p); i++)
		if (cl_has_flag(c->p, i, CL_F_CAP) && i > 0 &&
		    cl_has_class(c->p, i - 1, CL_W_PREP) &&
		    cl_str_starts_nocase(cl_str_from(l->items[0].text),
					 cl_token_text(c->p, i))) {
			c->p->dateline_stays = true;
			return false;
		}
	l->count = 0;
	return true;
}

/* "in Shibuya on April 2, 2015 in Tokyo", after a dateline of Tokyo. */
static void note_quarter(struct chain *c, const struct cl_place_part *city)
{
	struct cl_value_list *l = &c->p->fields[CUTLINE_CITY];

	if (strcmp(l->items[0].rule, "dateline") == 0 &&
	    strcmp(c->rule, "place-in") == 0 && c->list.count == 1 &&
	    !cl_has_value(c->p, CUTLINE_SUBLOCATION) && city->from > 0 &&
	    cl_is_word(c->p, city->from - 1, "in") &&
	    cl_is_free(c->p, city->to) == false)
		cl_add_venue(c->p, city->from, city->to, 0.6, "place-quarter");
}

/* "in Hackney on May 5, 2022 in London.": the city after the date has the
 * quarter before it. */
static bool takes_quarter(struct chain *c, const struct cl_place_part *city)
{
	struct cl_value_list *l = &c->p->fields[CUTLINE_CITY];
	struct cutline_value old = l->items[0];

	if (city->from < 2 || !cl_is_word(c->p, city->from - 1, "in") ||
	    c->p->tokens[city->from - 2].owner != CL_BY_DATE ||
	    strncmp(old.rule, "place-", 6) != 0)
		return false;
	l->count = 0;
	if (!cl_has_value(c->p, CUTLINE_SUBLOCATION))
		cl_add_value(c->p, CUTLINE_SUBLOCATION, cl_str_from(old.text),
			     old.span, 0.8, "place-quarter");
	return true;
}

static void give_larger(struct chain *c)
{
	struct cl_parse *p = c->p;
	const struct cl_place_part *part = c->state_part;

	if (part) {
		struct cl_value_list *l = &p->fields[CUTLINE_PROVINCE_STATE];

		if (part->region && l->count &&
		    cl_str_ends(cl_str_from(l->items[0].text),
				CL_STR(" county")))
			l->count = 0; /* the larger unit wins */
		give(c, CUTLINE_PROVINCE_STATE,
		     c->has_state && !part->region
			     ? cl_shown_state(p, part, &c->state)
			     : cl_shown_place(p, part),
		     part);
		if (c->has_state && !p->country_code)
			p->country_code = c->state.country_code;
	}
	if (c->nation)
		give(c, CUTLINE_COUNTRY, cl_str_from(c->nation),
		     c->country_part);
	else if (c->has_country)
		give(c, CUTLINE_COUNTRY, cl_str_from(c->country.name),
		     c->country_part);
	if (c->has_country)
		p->country_code = c->country.code;
	else if (c->nation && c->british)
		p->country_code = "GB";
}

static void give_all(struct chain *c)
{
	const struct cl_place_part *city = last_part(c);
	struct cl_str name = { 0 };

	if (city && (is_venue(c, city) || city->district))
		city = NULL; /* "Scott Air Force Base, Illinois" */
	if (city)
		name = cl_shown_place(c->p, city);
	if (city && !same_city(c->p, name) && !beats_dateline(c) &&
	    !takes_quarter(c, city)) {
		note_quarter(c, city);
		return; /* a second place: not where the picture was taken */
	}
	if (city)
		give(c, CUTLINE_CITY, name, city);
	give_larger(c);
	if (c->count - (city != NULL) > 0 &&
	    !cl_has_value(c->p, CUTLINE_SUBLOCATION))
		give(c, CUTLINE_SUBLOCATION, c->list.items[0].text,
		     &c->list.items[0]);
}

/* The owner's country stands before the last part: "China's Gansu Province". */
static void take_owner(struct chain *c)
{
	if (!c->list.owner.code || c->country_part)
		return;
	c->country = c->list.owner;
	c->has_country = true;
	c->country_part = &c->list.items[c->list.count - 1];
}

const char *cl_country_name(struct cl_str text)
{
	struct cutline_country country;
	bool british;
	const char *nation = nation_of(text, &british);

	if (nation)
		return nation;
	return cl_country_of(text, &country) ? country.name : NULL;
}

const char *cl_country_code(struct cl_str name)
{
	struct cutline_country country;
	bool british;

	if (nation_of(name, &british))
		return british ? "GB" : NULL;
	return cl_country_of(name, &country) ? country.code : NULL;
}

const char *cl_state_name(struct cl_str text)
{
	struct cutline_state state;

	return find_state(text, NULL, &state) ? state.name : NULL;
}

const char *cl_state_country(struct cl_str name, const char *guess)
{
	struct cutline_state state;

	if (guess && find_state(name, guess, &state))
		return guess;
	return find_state(name, NULL, &state) ? state.country_code : NULL;
}

struct cl_str cl_city_shown(struct cl_parse *p, uint32_t from, uint32_t to)
{
	struct cl_place_part part = { .from = from, .to = to };

	part.text = cl_text_of(p, from, to);
	return cl_shown_place(p, &part);
}

bool cl_place_chain(struct cl_parse *p, uint32_t from, uint32_t to, bool sure,
		    const char *rule)
{
	struct chain c = { .p = p, .rule = rule };
	bool known;

	cl_place_split(p, from, to, &c.list);
	c.count = c.list.count;
	if (c.count == 0)
		return false;
	take_owner(&c);
	known = take_region(&c) || c.country_part || take_largest(&c);
	if (c.country_part && c.count &&
	    (last_part(&c) != c.country_part || c.list.owner.code) &&
	    !take_region(&c))
		take_state(&c);
	while (c.count && last_part(&c)->region && c.state_part)
		c.count--; /* "Renk county, Upper Nile State" */
	if (!known && !sure && !is_city(c.list.items[c.list.count - 1].text))
		return false;
	c.confidence = known && c.count ? 0.98 : known ? 0.95 : 0.9;
	give_all(&c);
	return true;
}
