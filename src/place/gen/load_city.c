/* SPDX-License-Identifier: MIT */
#include "place/gen/load.h"

/* The countries where "München" is also written "Muenchen". */
static const char spelled_out[][3] = { "AT", "CH", "DE", "DK", "FI",
				       "LI", "LU", "NO", "SE" };

static const struct {
	struct cl_str letter, letters;
} spellings[] = {
	{ CL_STR_INIT("ä"), CL_STR_INIT("ae") },
	{ CL_STR_INIT("ö"), CL_STR_INIT("oe") },
	{ CL_STR_INIT("ü"), CL_STR_INIT("ue") },
	{ CL_STR_INIT("å"), CL_STR_INIT("aa") },
	{ CL_STR_INIT("ø"), CL_STR_INIT("oe") },
	{ CL_STR_INIT("Ä"), CL_STR_INIT("Ae") },
	{ CL_STR_INIT("Ö"), CL_STR_INIT("Oe") },
	{ CL_STR_INIT("Ü"), CL_STR_INIT("Ue") },
	{ CL_STR_INIT("Å"), CL_STR_INIT("Aa") },
	{ CL_STR_INIT("Ø"), CL_STR_INIT("Oe") },
};

static void add_char_spelled(struct cl_buf *out, struct cl_str *rest)
{
	for (size_t i = 0; i < sizeof(spellings) / sizeof(spellings[0]); i++) {
		if (cl_str_skip(rest, spellings[i].letter)) {
			cl_buf_add_str(out, spellings[i].letters);
			return;
		}
	}
	cl_buf_add_char(out, rest->ptr[0]);
	*rest = cl_str_sub(*rest, 1, rest->len);
}

static void add_spelled_out(struct facts *f, size_t owner, struct cl_str name)
{
	const char *cc = f->countries[f->cities[owner].country].code;
	struct cl_buf out;

	cl_buf_init(&out, 2 * CL_PLACE_FOLDED_MAX);
	while (name.len)
		add_char_spelled(&out, &name);
	for (size_t i = 0; i < sizeof(spelled_out) / sizeof(spelled_out[0]);
	     i++) {
		if (cl_str_eq(cl_str_from(spelled_out[i]), cl_str_from(cc)))
			facts_add_name(f, CITY, owner, cl_buf_str(&out),
				       CL_PLACE_ANY);
	}
	cl_buf_release(&out);
}

/* A name, its halves when it has two ("Biel/Bienne"), and what stands before
 * brackets ("Halle (Saale)"). A part of a city has none of these. */
static void add_city_names(struct facts *f, size_t owner, struct cl_str name)
{
	size_t bracket = cl_str_find(name, CL_STR(" ("), 0);
	struct cl_str rest = name;
	struct cl_str half;

	if (!name.len)
		return;
	facts_add_name(f, CITY, owner, name, CL_PLACE_ANY);
	add_spelled_out(f, owner, name);
	if (f->cities[owner].section)
		return;
	if (bracket < name.len)
		facts_add_name(f, CITY, owner, cl_str_sub(name, 0, bracket),
			       CL_PLACE_ANY);
	while (cl_str_split(&rest, '/', &half))
		facts_add_name(f, CITY, owner, cl_str_trim(half), CL_PLACE_ANY);
}

/* The row a later file replaces, or a new one. */
static size_t place_for(struct facts *f, uint32_t id, bool replace)
{
	for (size_t i = 0; replace && id && i < f->city_count; i++) {
		if (f->cities[i].id == id)
			return i;
	}
	facts_add_city(f);
	return f->city_count - 1;
}

static void read_city(struct facts *f, const struct table *t, struct city *city)
{
	city->name = facts_string(f, t->field[1]);
	city->id = table_count(t, 0);
	city->country = facts_find_country(f, t->field[5]);
	if (city->country == SIZE_MAX)
		table_fail(t, "no such country");
	city->state = facts_find_admin1(f, city->country, t->field[3]);
	city->capital = cl_str_eq(t->field[6], CL_STR("PPLC")) ||
			cl_str_eq(t->field[6], CL_STR("PPLG"));
	city->section =
		cl_str_eq(t->field[6], CL_STR("PPLX")) ||
		cl_str_find(t->field[1], CL_STR("(Kreis"), 0) < t->field[1].len;
	city->population = table_count(t, 7);
	city->latitude = table_degrees(t, 8);
	city->longitude = table_degrees(t, 9);
}

void load_cities(struct facts *f, const char *path)
{
	bool replace = f->city_count > 0;
	struct table t;

	table_open(&t, path);
	while (table_next(&t)) {
		size_t owner = place_for(f, table_count(&t, 0), replace);

		read_city(f, &t, &f->cities[owner]);
		add_city_names(f, owner, t.field[1]);
		add_city_names(f, owner, t.field[2]);
		add_city_names(f, owner, t.field[10]);
		add_city_names(f, owner, t.field[11]);
	}
	table_close(&t);
}

void load_exonyms(struct facts *f, const char *path)
{
	struct table t;

	table_open(&t, path);
	while (table_next(&t)) {
		size_t country = facts_find_country(f, t.field[2]);
		size_t state = facts_find_state(f, country, t.field[3]);
		size_t owner = facts_find_city(f, country, state, t.field[1]);

		if (t.field[3].len && state == SIZE_MAX)
			table_fail(&t, "no such division");
		if (owner == SIZE_MAX)
			table_fail(&t, "no such city there");
		facts_add_name(f, CITY, owner, t.field[0], CL_PLACE_ANY);
		add_spelled_out(f, owner, t.field[0]);
	}
	table_close(&t);
}
