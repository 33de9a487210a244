/* SPDX-License-Identifier: MIT */
/* Countries and their divisions; cities are read in load_city.c. */
#include "place/gen/load.h"

#include <string.h>

/* Countries whose divisions are found first when no country is asked for, in
 * this order; then the counties of counties.tsv, then all others. */
static const char first_countries[][3] = { "US", "CA", "GB", "AU", "DE" };

enum {
	CLASS_COUNTY = 5,
	CLASS_OTHER = 6,
};

static unsigned class_of(struct cl_str cc)
{
	for (unsigned i = 0; i < CLASS_COUNTY; i++) {
		if (cl_str_eq(cl_str_from(first_countries[i]), cc))
			return i;
	}
	return CLASS_OTHER;
}

static bool has_small_letter(struct cl_str s)
{
	for (size_t i = 0; i < s.len; i++) {
		if (cl_is_lower(s.ptr[i]))
			return true;
	}
	return false;
}

/* "USA" and "N.Y." count in capitals only, "Calif." with its full stop. */
static enum cl_place_rule rule_of(struct cl_str text)
{
	if (!has_small_letter(text))
		return CL_PLACE_CAPITALS;
	if (text.len && text.ptr[text.len - 1] == '.')
		return CL_PLACE_STOP;
	return CL_PLACE_ANY;
}

static void add_list(struct facts *f, enum kind kind, size_t owner,
		     struct cl_str list)
{
	struct cl_str name;

	while (cl_str_split(&list, '|', &name))
		facts_add_name(f, kind, owner, name, rule_of(name));
}

static size_t country_field(const struct facts *f, const struct table *t)
{
	size_t country = facts_find_country(f, t->field[0]);

	if (country == SIZE_MAX)
		table_fail(t, "no such country");
	return country;
}

static void copy_code(const struct table *t, size_t field, char *to, size_t len)
{
	if (t->field[field].len != len)
		table_fail(t, "no country code");
	memcpy(to, t->field[field].ptr, len);
}

void load_countries(struct facts *f, const char *path)
{
	struct table t;

	table_open(&t, path);
	while (table_next(&t)) {
		struct country *country = facts_add_country(f);
		size_t owner = f->country_count - 1;

		copy_code(&t, 0, country->code, 2);
		copy_code(&t, 1, country->code3, 3);
		country->name = facts_string(f, t.field[3]);
		country->region = facts_string(f, t.field[5]);
		facts_add_name(f, COUNTRY, owner, t.field[0],
			       CL_PLACE_CAPITALS);
		facts_add_name(f, COUNTRY, owner, t.field[1],
			       CL_PLACE_CAPITALS);
		facts_add_name(f, COUNTRY, owner, t.field[3], CL_PLACE_ANY);
		add_list(f, COUNTRY, owner, t.field[4]);
	}
	table_close(&t);
}

void load_country_names(struct facts *f, const char *path)
{
	struct table t;

	table_open(&t, path);
	while (table_next(&t)) {
		size_t owner = country_field(f, &t);
		enum cl_place_rule rule = CL_PLACE_ANY;

		if (cl_str_eq(t.field[1], CL_STR("common")))
			f->countries[owner].name = facts_string(f, t.field[2]);
		else if (cl_str_eq(t.field[1], CL_STR("capitals")))
			rule = CL_PLACE_CAPITALS;
		else if (!cl_str_eq(t.field[1], CL_STR("name")))
			table_fail(&t, "no such kind");
		facts_add_name(f, COUNTRY, owner, t.field[2], rule);
	}
	table_close(&t);
}

/* What a division's name may do without. */
static const struct cl_str endings[] = {
	CL_STR_INIT(" Province"),    CL_STR_INIT(" Region"),
	CL_STR_INIT(" Oblast"),      CL_STR_INIT(" Prefecture"),
	CL_STR_INIT(" Governorate"), CL_STR_INIT(" Department"),
	CL_STR_INIT(" District"),    CL_STR_INIT(" Krai"),
	CL_STR_INIT(" State"),       CL_STR_INIT(" Parish"),
	CL_STR_INIT(" County"),      CL_STR_INIT(" Municipality"),
};
static const struct cl_str beginnings[] = {
	CL_STR_INIT("State of "),
	CL_STR_INIT("Province of "),
	CL_STR_INIT("Republic of "),
	CL_STR_INIT("Municipality of "),
};

/* "Western Province" without its ending would be no name. */
static const struct cl_str too_little[] = {
	CL_STR_INIT("Capital"),   CL_STR_INIT("Central"),
	CL_STR_INIT("Coast"),     CL_STR_INIT("Eastern"),
	CL_STR_INIT("East"),      CL_STR_INIT("Northern"),
	CL_STR_INIT("North"),     CL_STR_INIT("North Central"),
	CL_STR_INIT("Northeast"), CL_STR_INIT("Northwest"),
	CL_STR_INIT("Southern"),  CL_STR_INIT("South"),
	CL_STR_INIT("Southeast"), CL_STR_INIT("Southwest"),
	CL_STR_INIT("Upper"),     CL_STR_INIT("West"),
	CL_STR_INIT("Western"),
};

static void add_short(struct facts *f, size_t owner, struct cl_str name)
{
	for (size_t i = 0; i < sizeof(too_little) / sizeof(too_little[0]);
	     i++) {
		if (cl_str_eq(name, too_little[i]))
			return;
	}
	facts_add_name(f, STATE, owner, name, CL_PLACE_ANY);
}

static void add_division_names(struct facts *f, size_t owner,
			       struct cl_str name)
{
	facts_add_name(f, STATE, owner, name, CL_PLACE_ANY);
	for (size_t i = 0; i < sizeof(endings) / sizeof(endings[0]); i++) {
		if (cl_str_ends(name, endings[i]))
			add_short(
				f, owner,
				cl_str_sub(name, 0, name.len - endings[i].len));
	}
	for (size_t i = 0; i < sizeof(beginnings) / sizeof(beginnings[0]);
	     i++) {
		if (cl_str_starts(name, beginnings[i]))
			add_short(
				f, owner,
				cl_str_sub(name, beginnings[i].len, name.len));
	}
}

static size_t add_state(struct facts *f, size_t country, struct cl_str name,
			struct cl_str admin1, struct cl_str code)
{
	struct state *state = facts_add_state(f);

	state->name = state->key = facts_string(f, name);
	state->admin1 = facts_string(f, admin1);
	state->code = facts_string(f, code);
	state->country = country;
	state->class = class_of(cl_str_from(f->countries[country].code));
	add_division_names(f, f->state_count - 1, name);
	return f->state_count - 1;
}

void load_admin1(struct facts *f, const char *path)
{
	struct table t;

	table_open(&t, path);
	while (table_next(&t)) {
		size_t owner = add_state(f, country_field(f, &t), t.field[2],
					 t.field[1], t.field[4]);

		facts_add_name(f, STATE, owner, t.field[3], CL_PLACE_ANY);
	}
	table_close(&t);
}

void load_us_states(struct facts *f, const char *path)
{
	size_t us = facts_find_country(f, CL_STR("US"));
	struct table t;

	table_open(&t, path);
	while (table_next(&t)) {
		size_t owner = facts_find_state(f, us, t.field[1]);

		if (owner == SIZE_MAX)
			owner = add_state(f, us, t.field[1], t.field[0],
					  t.field[4]);
		f->states[owner].code = facts_string(f, t.field[4]);
		facts_add_name(f, STATE, owner, t.field[0], CL_PLACE_CAPITALS);
		add_list(f, STATE, owner, t.field[2]);
		add_list(f, STATE, owner, t.field[3]);
	}
	table_close(&t);
}

static const struct {
	struct cl_str kind;
	enum cl_place_rule rule;
} kinds[] = {
	{ CL_STR_INIT("common"), CL_PLACE_ANY },
	{ CL_STR_INIT("new"), CL_PLACE_ANY },
	{ CL_STR_INIT("name"), CL_PLACE_ANY },
	{ CL_STR_INIT("short"), CL_PLACE_SHORT },
	{ CL_STR_INIT("stop"), CL_PLACE_STOP },
	{ CL_STR_INIT("capitals"), CL_PLACE_CAPITALS },
};

static enum cl_place_rule rule_field(const struct table *t)
{
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		if (cl_str_eq(t->field[2], kinds[i].kind))
			return kinds[i].rule;
	}
	table_fail(t, "no such kind");
}

static void add_new_division(struct facts *f, const struct table *t)
{
	size_t owner = add_state(f, country_field(f, t), t->field[1],
				 (struct cl_str){ 0 }, (struct cl_str){ 0 });

	/* Other divisions of the same countries come before. */
	f->states[owner].class =
		cl_str_eq(t->field[0], CL_STR("GB")) ||
				cl_str_eq(t->field[0], CL_STR("IE"))
			? CLASS_COUNTY
			: CLASS_OTHER;
}

void load_divisions(struct facts *f, const char *path)
{
	struct table t;

	table_open(&t, path);
	while (table_next(&t)) {
		enum cl_place_rule rule = rule_field(&t);
		size_t owner;

		if (cl_str_eq(t.field[2], CL_STR("new"))) {
			add_new_division(f, &t);
			continue;
		}
		owner = facts_find_state(f, country_field(f, &t), t.field[1]);
		if (owner == SIZE_MAX)
			table_fail(&t, "no such division");
		if (cl_str_eq(t.field[2], CL_STR("common")))
			f->states[owner].name = facts_string(f, t.field[3]);
		facts_add_name(f, STATE, owner, t.field[3], rule);
	}
	table_close(&t);
}
