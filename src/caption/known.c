/* SPDX-License-Identifier: MIT */
/* Which known names a token belongs to: places, agencies, given names, and what
 * venues.txt, events.txt and people.txt name. */
#include "caption/named.h"
#include "caption/observe.h"
#include "cutline/names.h"
#include "place/lookup.h"

/* Known names: kinds of four bits each, for the first and further words of a
 * name of one or of more words. */
enum known {
	KNOWN_COUNTRY,
	KNOWN_STATE,
	KNOWN_CITY,
	KNOWN_TOWN,
	KNOWN_AGENCY
};

#define KNOWN_GIVEN (1u << 20) /* a given name */

/* From this bit on, of venues, events and people three bits each: a name of one
 * word, the first and the further ones of a longer name. */
#define KNOWN_NAMED 21

#define NAME_WORDS_MAX 4
#define CITY_PEOPLE 100000

static unsigned place_kinds(struct cl_str s)
{
	struct cutline_city city;
	struct cl_place_query q;
	unsigned kinds = 0;

	cl_place_look_up(&q, s);
	if (cl_place_country(&q, NULL))
		kinds |= 1u << KNOWN_COUNTRY;
	if (cl_place_state(&q, NULL, NULL))
		kinds |= 1u << KNOWN_STATE;
	if (cl_place_city(&q, &city, 1))
		kinds |= 1u << (city.population > CITY_PEOPLE ? KNOWN_CITY
							      : KNOWN_TOWN);
	return kinds;
}

/* May the name of an agency begin here, or after a "the"? */
static bool may_be_agency(const struct cl_parse *p, uint32_t i)
{
	return cl_has_flag(p, i, CL_F_AGENCY) ||
	       (cl_is_word(p, i, "the") && cl_has_flag(p, i + 1, CL_F_AGENCY));
}

static unsigned known_kinds(const struct cl_parse *p, uint32_t from,
			    uint32_t to)
{
	struct cl_str s = cl_text_of(p, from, to);
	struct cutline_agency agency;
	unsigned kinds = 0;

	if (cl_has_flag(p, from, CL_F_PLACE))
		kinds = place_kinds(s);
	if (may_be_agency(p, from) &&
	    cutline_agency_find(s.ptr, s.len, &agency))
		kinds |= 1u << KNOWN_AGENCY;
	return kinds;
}

static uint32_t *names(struct cl_seen *seen)
{
	return &seen->bits[CL_SEE_NAMES - CL_SEE_NUMBERS];
}

static void mark_known(struct cl_seen *seen, uint32_t from, uint32_t to,
		       unsigned kinds)
{
	for (unsigned kind = 0; kind <= KNOWN_AGENCY; kind++) {
		unsigned first = kind * 4 + (to - from > 1 ? 2 : 0);

		if (!(kinds >> kind & 1))
			continue;
		for (uint32_t i = from; i < to; i++)
			*names(&seen[i]) |= 1u << (first + (i > from));
	}
}

/* Of each kind the longest name that begins at i. */
static void see_names(const struct cl_parse *p, struct cl_seen *seen,
		      uint32_t count, uint32_t i)
{
	const uint32_t settlement = 1u << KNOWN_CITY | 1u << KNOWN_TOWN;
	uint32_t end = i, kinds, known = 0;

	if (!cl_has_flag(p, i, CL_F_PLACE) && !may_be_agency(p, i))
		return;
	while (end < count && end - i < NAME_WORDS_MAX &&
	       p->tokens[end].kind == CL_T_WORD &&
	       (end == i || !(p->tokens[end].flags & CL_F_LINE)))
		end++;
	for (; end > i; end--) {
		if (!(p->tokens[end - 1].flags & CL_F_CAP))
			continue;
		kinds = known_kinds(p, i, end) & ~known;
		mark_known(seen, i, end, kinds);
		known |= kinds;
		if (known & settlement)
			known |= settlement;
	}
}

/* Blanks, an ampersand and "'s" are inside names. */
static bool goes_on_named(const struct cl_parse *p, uint32_t i)
{
	const struct cl_token *t = &p->tokens[i];

	return !(t->flags & CL_F_LINE) &&
	       (t->kind == CL_T_WORD || t->kind == CL_T_NUMBER ||
		t->kind == CL_T_POSSESSIVE || t->sign == '&');
}

static void mark_named(struct cl_seen *seen, uint32_t from, uint32_t to,
		       unsigned bit)
{
	for (uint32_t i = from; i < to; i++)
		*names(&seen[i]) |= 1u << (bit + (i > from) + (to - from > 1));
}

/* Of each kind the longest name that begins at i; capitals begin it. */
static void see_named(const struct cl_parse *p, struct cl_seen *seen,
		      uint32_t count, uint32_t i)
{
	uint32_t ends[CL_NAMED_KINDS] = { 0 }, end;
	struct cl_key key;

	cl_key_begin(&key);
	for (end = i; end < count; end++) {
		unsigned kinds;

		if (end > i && !goes_on_named(p, end))
			break;
		cl_key_add(&key, cl_token_text(p, end));
		if (!cl_named_goes_on(&key))
			break;
		kinds = cl_named_find(&key);
		for (unsigned kind = 0; kind < CL_NAMED_KINDS; kind++)
			if (kinds >> kind & 1)
				ends[kind] = end + 1;
	}
	for (unsigned kind = 0; kind < CL_NAMED_KINDS; kind++)
		mark_named(seen, i, ends[kind], KNOWN_NAMED + 3 * kind);
}

void cl_see_known(const struct cl_parse *p, struct cl_seen *seen,
		  uint32_t count)
{
	for (uint32_t i = 0; i < count; i++) {
		if (cl_has_class(p, i, CL_W_GIVEN) ||
		    cl_is_listed(p, i, CL_L_GIVEN_NAME | CL_L_CREDIT_GIVEN))
			*names(&seen[i]) |= KNOWN_GIVEN;
		if (p->tokens[i].kind == CL_T_WORD &&
		    cl_has_flag(p, i, CL_F_CAP))
			see_names(p, seen, count, i);
		if (cl_has_flag(p, i, CL_F_NAMED) &&
		    (p->tokens[i].kind == CL_T_NUMBER ||
		     cl_has_flag(p, i, CL_F_CAP)))
			see_named(p, seen, count, i);
	}
}
