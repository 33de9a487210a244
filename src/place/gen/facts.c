/* SPDX-License-Identifier: MIT */
#include "place/gen/facts.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/fold.h"

/* Room grows by doubling: at each power of two. */
static void *grow(void *items, size_t count, size_t size)
{
	if (count & (count - 1))
		return items;
	items = cl_realloc(items, (count ? 2 * count : 1) * size);
	if (!items)
		table_no_memory();
	return items;
}

struct country *facts_add_country(struct facts *f)
{
	f->countries =
		grow(f->countries, f->country_count, sizeof(*f->countries));
	f->countries[f->country_count] = (struct country){ 0 };
	return &f->countries[f->country_count++];
}

struct state *facts_add_state(struct facts *f)
{
	f->states = grow(f->states, f->state_count, sizeof(*f->states));
	f->states[f->state_count] = (struct state){ 0 };
	return &f->states[f->state_count++];
}

struct city *facts_add_city(struct facts *f)
{
	f->cities = grow(f->cities, f->city_count, sizeof(*f->cities));
	f->cities[f->city_count] = (struct city){ 0 };
	return &f->cities[f->city_count++];
}

char *facts_string(struct facts *f, struct cl_str s)
{
	char *copy = cl_arena_dup(&f->arena, s);

	if (!copy)
		table_no_memory();
	return copy;
}

/* "St. Louis" and "Saint Louis", "Ft. Worth" and "Fort Worth" are one. */
static const struct {
	struct cl_str from, to;
} variants[] = {
	{ CL_STR_INIT("saint"), CL_STR_INIT("st") },
	{ CL_STR_INIT("st"), CL_STR_INIT("saint") },
	{ CL_STR_INIT("sainte"), CL_STR_INIT("ste") },
	{ CL_STR_INIT("ste"), CL_STR_INIT("sainte") },
	{ CL_STR_INIT("sankt"), CL_STR_INIT("st") },
	{ CL_STR_INIT("fort"), CL_STR_INIT("ft") },
	{ CL_STR_INIT("mount"), CL_STR_INIT("mt") },
};

static void add_folded(struct facts *f, enum kind kind, size_t owner,
		       struct cl_str folded, enum cl_place_rule rule)
{
	struct names *names = &f->names[kind];

	if (!folded.len || folded.len > CL_PLACE_FOLDED_MAX)
		return;
	names->items = grow(names->items, names->count, sizeof(*names->items));
	names->items[names->count++] = (struct name){
		.folded = facts_string(f, folded),
		.owner = owner,
		.rule = rule,
	};
}

static void add_variant(struct facts *f, enum kind kind, size_t owner,
			struct cl_str folded, size_t v)
{
	struct cl_buf out;
	struct cl_str rest = folded;
	struct cl_str word;
	bool changed = false;

	cl_buf_init(&out, 2 * CL_PLACE_FOLDED_MAX);
	while (cl_str_split(&rest, ' ', &word)) {
		bool match = cl_str_eq(word, variants[v].from);

		changed |= match;
		if (out.len)
			cl_buf_add_char(&out, ' ');
		cl_buf_add_str(&out, match ? variants[v].to : word);
	}
	if (changed)
		add_folded(f, kind, owner, cl_buf_str(&out), CL_PLACE_ANY);
	cl_buf_release(&out);
}

void facts_add_name(struct facts *f, enum kind kind, size_t owner,
		    struct cl_str text, enum cl_place_rule rule)
{
	char memory[CL_PLACE_FOLDED_MAX];
	struct cl_str folded = { memory, 0 };

	folded.len = cl_fold_to(memory, sizeof(memory), text);
	if (folded.len > sizeof(memory))
		return;
	add_folded(f, kind, owner, folded, rule);
	if (rule != CL_PLACE_ANY)
		return;
	for (size_t v = 0; v < sizeof(variants) / sizeof(variants[0]); v++)
		add_variant(f, kind, owner, folded, v);
}

size_t facts_find_country(const struct facts *f, struct cl_str alpha2)
{
	for (size_t i = 0; i < f->country_count; i++) {
		if (cl_str_eq(cl_str_from(f->countries[i].code), alpha2))
			return i;
	}
	return SIZE_MAX;
}

size_t facts_find_state(const struct facts *f, size_t country,
			struct cl_str key)
{
	for (size_t i = 0; i < f->state_count; i++) {
		if (f->states[i].country == country &&
		    cl_str_eq(cl_str_from(f->states[i].key), key))
			return i;
	}
	return SIZE_MAX;
}

size_t facts_find_admin1(const struct facts *f, size_t country,
			 struct cl_str code)
{
	for (size_t i = 0; i < f->state_count; i++) {
		if (f->states[i].country == country && code.len &&
		    cl_str_eq(cl_str_from(f->states[i].admin1), code))
			return i;
	}
	return SIZE_MAX;
}

/* qsort() passes no context, so each name carries its place in the order of
 * preference while it is sorted. */
struct ranked {
	struct name name;
	unsigned class;
	uint64_t population;
};

static int compare(const void *a, const void *b)
{
	const struct ranked *x = a;
	const struct ranked *y = b;
	int order = strcmp(x->name.folded, y->name.folded);

	if (order)
		return order;
	if (x->class != y->class)
		return x->class < y->class ? -1 : 1;
	if (x->population != y->population)
		return x->population > y->population ? -1 : 1;
	if (x->name.owner != y->name.owner)
		return x->name.owner < y->name.owner ? -1 : 1;
	return (int)x->name.rule - (int)y->name.rule;
}

static void rank(const struct facts *f, enum kind kind, struct ranked *r)
{
	size_t owner = r->name.owner;

	r->class = 0;
	if (kind == COUNTRY) {
		r->population = f->countries[owner].population;
	} else if (kind == STATE) {
		r->class = f->states[owner].class;
		r->population = f->states[owner].population;
	} else {
		r->population = f->cities[owner].population;
	}
}

/* Whether what a rule allows is allowed by another already. */
static bool covers(enum cl_place_rule wide, enum cl_place_rule narrow)
{
	return wide == narrow || wide == CL_PLACE_ANY ||
	       (wide == CL_PLACE_SHORT && narrow != CL_PLACE_ANY);
}

static bool is_repeated(const struct name *before, const struct name *name)
{
	return before->owner == name->owner &&
	       !strcmp(before->folded, name->folded) &&
	       covers(before->rule, name->rule);
}

void facts_sort_names(struct facts *f, enum kind kind)
{
	struct names *names = &f->names[kind];
	struct ranked *ranked = cl_alloc_zero(names->count, sizeof(*ranked));
	size_t kept = 0;

	if (!ranked)
		table_no_memory();
	for (size_t i = 0; i < names->count; i++) {
		ranked[i].name = names->items[i];
		rank(f, kind, &ranked[i]);
	}
	qsort(ranked, names->count, sizeof(*ranked), compare);
	for (size_t i = 0; i < names->count; i++) {
		if (!kept ||
		    !is_repeated(&names->items[kept - 1], &ranked[i].name))
			names->items[kept++] = ranked[i].name;
	}
	names->sorted = kept;
	names->count = kept;
	cl_free(ranked);
}

size_t facts_find_city(const struct facts *f, size_t country, size_t state,
		       struct cl_str name)
{
	const struct names *names = &f->names[CITY];
	char folded[CL_PLACE_FOLDED_MAX + 1];
	size_t len = cl_fold_to(folded, sizeof(folded) - 1, name);
	size_t low = 0;
	size_t high = names->sorted;

	if (len >= sizeof(folded))
		return SIZE_MAX;
	folded[len] = '\0';
	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (strcmp(names->items[mid].folded, folded) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	for (; low < names->sorted && !strcmp(names->items[low].folded, folded);
	     low++) {
		const struct city *city = &f->cities[names->items[low].owner];

		if (city->country == country &&
		    (state == SIZE_MAX || city->state == state))
			return names->items[low].owner;
	}
	return SIZE_MAX;
}

void facts_release(struct facts *f)
{
	for (int kind = 0; kind < KINDS; kind++)
		cl_free(f->names[kind].items);
	cl_free(f->countries);
	cl_free(f->states);
	cl_free(f->cities);
	cl_arena_release(&f->arena);
}
