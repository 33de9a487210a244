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

#include "caption/places.h"
#include "place/lookup.h"

#define PARTS_MAX 6
#define CITIES_MAX 8

struct part {
	uint32_t from, to;
	struct cl_str text;
};

struct chain {
	struct cl_parse *p;
	struct part parts[PARTS_MAX];
	int count; /* what is left to tell, from the front */
	struct cutline_country country;
	struct cutline_state state;
	bool has_country, has_state;
	const char *nation; /* "England" */
	double confidence;
	const char *rule;
};

static const char *const nations[] = { "England", "Scotland", "Wales",
				       "Northern Ireland" };

static const char *nation_of(struct cl_str s)
{
	for (size_t i = 0; i < sizeof(nations) / sizeof(nations[0]); i++)
		if (cl_str_eq_nocase(s, cl_str_from(nations[i])))
			return nations[i];
	return NULL;
}

/* "CA", "S.D.": a state, whatever country has that code. */
static bool two_letters(struct cl_str s)
{
	return s.len == 2 || (s.len == 4 && s.ptr[1] == '.' && s.ptr[3] == '.');
}

static bool find_country(struct cl_str s, struct cutline_country *out)
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

static bool find_state(struct cl_str s, const char *country,
		       struct cutline_state *out)
{
	return cutline_state_find(s.ptr, s.len, country, out);
}

/* Is there a city of that name in the state, or in the country? */
static bool city_in(struct cl_str name, const char *country_code,
		    const char *state)
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
	       cl_place_state(&q, NULL, NULL) || find_country(name, &country);
}

/* "southern Italy", "the Netherlands": words before the name. */
static uint32_t skip_lead(const struct cl_parse *p, uint32_t from, uint32_t to)
{
	while (from + 1 < to && !cl_has_flag(p, from, CL_F_CAP) &&
	       cl_has_class(p, from, CL_W_DIRECTION | CL_W_ARTICLE))
		from++;
	return from;
}

static void split(struct chain *c, uint32_t from, uint32_t to)
{
	uint32_t start = from;

	for (uint32_t i = from; i <= to && c->count < PARTS_MAX; i++) {
		struct part *part = &c->parts[c->count];

		if (i < to && !cl_is_sign(c->p, i, ','))
			continue;
		start = skip_lead(c->p, start, i);
		if (i > start) {
			*part = (struct part){ start, i,
					       cl_text_of(c->p, start, i) };
			c->count++;
		}
		start = i + 1;
	}
}

/* New York, Jakarta, Washington: a state and a great city. Alone, or after what
 * is no city of the state, the city is meant. */
static bool rather_city(const struct chain *c, struct cl_str name,
			struct cl_str before)
{
	struct cutline_city city;

	if (cutline_city_find(name.ptr, name.len, &city, 1) == 0 ||
	    city.population < 400000)
		return false;
	return !before.len ||
	       !city_in(before, c->state.country_code, c->state.name);
}

/* Tell the last part: country, nation or state. */
static bool take_largest(struct chain *c)
{
	const struct part *last = &c->parts[c->count - 1];
	struct cl_str before = { 0 };

	if (c->count > 1)
		before = c->parts[c->count - 2].text;
	c->nation = nation_of(last->text);
	c->has_country = !c->nation && find_country(last->text, &c->country);
	c->has_state = !c->nation && find_state(last->text, NULL, &c->state);
	if (c->has_country && c->has_state) {
		bool in_state =
			city_in(before, c->state.country_code, c->state.name) ||
			!city_in(before, c->country.code, NULL);

		if (!before.len) /* a dateline has its country in full */
			in_state = strcmp(c->rule, "dateline") != 0;
		c->has_state =
			in_state && strcmp(c->state.country_code, "US") == 0;
		c->has_country = !c->has_state;
	}
	if (c->has_state && rather_city(c, last->text, before))
		c->has_state = false;
	if (c->has_country && c->count == 1 &&
	    city_in(last->text, c->country.code, NULL) &&
	    strcmp(c->country.code, "MX") != 0)
		return true; /* a city-state: both */
	if (!c->nation && !c->has_country && !c->has_state)
		return false;
	c->count--;
	return true;
}

/* After the country, the state: "Akron, Ohio, USA". */
static void take_state(struct chain *c)
{
	const char *code = c->nation ? "GB" : c->country.code;
	const struct part *part;

	if (c->has_state || c->count == 0)
		return;
	part = &c->parts[c->count - 1];
	if (c->count == 1 && city_in(part->text, code, NULL))
		return;
	if (find_state(part->text, code, &c->state)) {
		c->has_state = true;
		c->count--;
	}
}

/* The words to show. */

static bool is_upper(const struct cl_parse *p, const struct part *part)
{
	for (uint32_t i = part->from; i < part->to; i++)
		if (p->tokens[i].kind == CL_T_WORD &&
		    !(p->tokens[i].flags &
		      (CL_F_UPPER | CL_F_DOT | CL_F_INITIAL)))
			return false;
	return true;
}

/* Capitals to ordinary capitals: "SAINT-DENIS" to "Saint-Denis". */
static char *lower_words(struct cl_parse *p, struct cl_str s)
{
	char *copy = cl_arena_dup(p->arena, s);
	bool begins = true;

	if (!copy) {
		p->failed = true;
		return NULL;
	}
	for (size_t i = 0; i < s.len; i++) {
		if (cl_is_alpha(copy[i])) {
			if (!begins)
				copy[i] = cl_to_lower(copy[i]);
			begins = false;
		} else {
			begins = copy[i] == ' ' || copy[i] == '-' ||
				 copy[i] == '.';
			if ((uint8_t)copy[i] == 0xC3 && i + 1 < s.len) {
				i++; /* a capital of Latin-1 */
				if (i > 1 && (uint8_t)copy[i] < 0x9F)
					copy[i] = (char)(copy[i] + 0x20);
			}
		}
	}
	return copy;
}

static struct cl_str shown_name(struct cl_parse *p, const struct part *part)
{
	struct cutline_city city;

	if (!is_upper(p, part))
		return part->text;
	if (cutline_city_find(part->text.ptr, part->text.len, &city, 1) > 0 &&
	    city.name[0] == part->text.ptr[0] &&
	    strlen(city.name) == part->text.len)
		return cl_str_from(city.name);
	return cl_str_from(lower_words(p, part->text));
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
		 const struct part *part)
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

/* Does a word of venue end the part, which is no known city? */
static bool is_venue(const struct cl_parse *p, const struct part *part)
{
	bool venue = false;

	for (uint32_t i = part->from; i < part->to; i++)
		venue |= cl_has_class(p, i, CL_W_VENUE) &&
			 part->to - part->from > 1;
	return venue &&
	       cutline_city_find(part->text.ptr, part->text.len, NULL, 0) == 0;
}

static void give_all(struct chain *c, const struct part *country,
		     const struct part *state)
{
	const struct part *city = c->count ? &c->parts[c->count - 1] : NULL;
	struct cl_str name = { 0 };

	if (city && is_venue(c->p, city))
		city = NULL; /* "Scott Air Force Base, Illinois" */
	if (city)
		name = shown_name(c->p, city);
	if (city && !same_city(c->p, name))
		return; /* a second place: not where the picture was taken */
	if (city)
		give(c, CUTLINE_CITY, name, city);
	if (c->has_state) {
		give(c, CUTLINE_PROVINCE_STATE, cl_str_from(c->state.name),
		     state);
		if (!c->p->country_code)
			c->p->country_code = c->state.country_code;
	}
	if (c->nation)
		give(c, CUTLINE_COUNTRY, cl_str_from(c->nation), country);
	else if (c->has_country)
		give(c, CUTLINE_COUNTRY, cl_str_from(c->country.name), country);
	if (c->has_country)
		c->p->country_code = c->country.code;
	else if (c->nation)
		c->p->country_code = "GB";
	if (c->count - (city != NULL) > 0 &&
	    !cl_has_value(c->p, CUTLINE_SUBLOCATION))
		give(c, CUTLINE_SUBLOCATION, c->parts[0].text, &c->parts[0]);
}

bool cl_place_chain(struct cl_parse *p, uint32_t from, uint32_t to, bool sure,
		    const char *rule)
{
	struct chain c = { .p = p, .rule = rule };
	const struct part *largest, *state;
	bool known;

	split(&c, from, to);
	if (c.count == 0)
		return false;
	largest = &c.parts[c.count - 1];
	known = take_largest(&c);
	state = c.has_state ? largest : NULL;
	if (known && (c.has_country || c.nation) && c.count &&
	    &c.parts[c.count - 1] != largest) {
		state = &c.parts[c.count - 1];
		take_state(&c);
	}
	if (!known && !sure &&
	    cutline_city_find(largest->text.ptr, largest->text.len, NULL, 0) ==
		    0)
		return false;
	c.confidence = known && c.count ? 0.98 : known ? 0.95 : 0.9;
	give_all(&c, largest, state);
	return true;
}
