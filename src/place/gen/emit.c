/* SPDX-License-Identifier: MIT */
/*
 * The pool is written as numbers, since C promises string literals of 4,095
 * characters only. Folded names come first, in their order, so that the last
 * steps of a search stay on a few pages; then what is shown.
 */
#include "place/gen/emit.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/word.h"

/* Powers of two well above the number of strings, and of names. */
#define SLOTS (1u << 18)
#define NAME_SLOTS (1u << 17)

struct pool {
	struct cl_buf bytes;
	uint32_t *slots; /* offset + 1 by hash; 0 is free */
};

static uint32_t hash(const char *s)
{
	uint32_t h = 2166136261u;

	for (; *s; s++)
		h = (h ^ (uint8_t)*s) * 16777619u;
	return h;
}

/* Where a string stands in the pool, each once. */
static uint32_t intern(struct pool *pool, const char *s)
{
	uint32_t slot = hash(s) % SLOTS;
	uint32_t offset = (uint32_t)pool->bytes.len;

	for (; pool->slots[slot]; slot = (slot + 1) % SLOTS) {
		if (!strcmp(pool->bytes.data + pool->slots[slot] - 1, s))
			return pool->slots[slot] - 1;
	}
	cl_buf_add(&pool->bytes, s, strlen(s) + 1);
	if (pool->bytes.failed)
		table_no_memory();
	pool->slots[slot] = offset + 1;
	return offset;
}

static void emit_pool(const struct pool *pool, FILE *out)
{
	fputs("const uint8_t cl_place_pool[] = {", out);
	for (size_t i = 0; i < pool->bytes.len; i++)
		fprintf(out, "%s%u,", i % 32 ? "" : "\n",
			(unsigned)(uint8_t)pool->bytes.data[i]);
	fputs("\n};\n", out);
}

static void emit_countries(const struct facts *f, struct pool *pool, FILE *out)
{
	fputs("const struct cl_country_row cl_country_rows[] = {\n", out);
	for (size_t i = 0; i < f->country_count; i++) {
		const struct country *c = &f->countries[i];

		fprintf(out, "{%u,%u,\"%s\",\"%s\"},\n", intern(pool, c->name),
			intern(pool, c->region), c->code, c->code3);
	}
	fputs("};\n", out);
}

static void emit_states(const struct facts *f, struct pool *pool, FILE *out)
{
	fputs("const struct cl_state_row cl_state_rows[] = {\n", out);
	for (size_t i = 0; i < f->state_count; i++) {
		const struct state *s = &f->states[i];

		fprintf(out, "{%u,%u,%zu},\n", intern(pool, s->name),
			intern(pool, s->code), s->country);
	}
	fputs("};\n", out);
}

static int by_latitude(const void *a, const void *b)
{
	const struct city *const *x = a;
	const struct city *const *y = b;

	if ((*x)->latitude != (*y)->latitude)
		return (*x)->latitude < (*y)->latitude ? -1 : 1;
	return *x < *y ? -1 : *x > *y;
}

/* Row by row in the order of latitude; row_of tells each city's. */
static void emit_cities(const struct facts *f, struct pool *pool, FILE *out,
			size_t *row_of)
{
	const struct city **order =
		cl_alloc_zero(f->city_count, sizeof(*order));

	if (!order)
		table_no_memory();
	for (size_t i = 0; i < f->city_count; i++)
		order[i] = &f->cities[i];
	qsort(order, f->city_count, sizeof(*order), by_latitude);
	fprintf(out, "const uint32_t cl_city_row_count = %zu;\n",
		f->city_count);
	fputs("const struct cl_city_row cl_city_rows[] = {\n", out);
	for (size_t i = 0; i < f->city_count; i++) {
		const struct city *c = order[i];

		row_of[c - f->cities] = i;
		fprintf(out, "{%u,%u,%d,%d,%zu,%zu,%d},\n",
			intern(pool, c->name), c->population, c->latitude,
			c->longitude,
			c->state == SIZE_MAX ? CL_PLACE_NO_STATE : c->state,
			c->country,
			(c->capital ? CL_CITY_CAPITAL : 0) |
				(c->section ? CL_CITY_SECTION : 0));
	}
	fputs("};\n", out);
	cl_free(order);
}

static void emit_keys(const struct names *names, const char *what,
		      const size_t *row_of, FILE *out)
{
	fprintf(out, "const struct cl_place_key cl_%s_keys[] = {\n", what);
	for (size_t i = 0; i < names->count; i++) {
		const struct name *n = &names->items[i];

		fprintf(out, "{%zu,%d},\n",
			row_of ? row_of[n->owner] : n->owner, (int)n->rule);
	}
	fputs("};\n", out);
}

/* The lowest of the names that the kinds have come to, or NULL. */
static const char *next_name(const struct facts *f, const size_t at[KINDS])
{
	const char *lowest = NULL;

	for (int kind = 0; kind < KINDS; kind++) {
		const struct names *names = &f->names[kind];
		const char *name;

		if (at[kind] == names->count)
			continue;
		name = names->items[at[kind]].folded;
		if (!lowest || strcmp(name, lowest) < 0)
			lowest = name;
	}
	return lowest;
}

static void mark_first_word(uint32_t *bits, const char *name)
{
	struct cl_str rest = cl_str_from(name), first = { 0 };
	uint32_t bit;

	cl_str_split(&rest, ' ', &first);
	bit = cl_word_of(first).hash % CL_PLACE_FIRST_BITS;
	bits[bit / 32] |= 1u << bit % 32;
}

static void emit_first_words(const struct facts *f, FILE *out)
{
	static uint32_t bits[CL_PLACE_FIRST_BITS / 32];

	for (int kind = 0; kind < KINDS; kind++)
		for (size_t i = 0; i < f->names[kind].count; i++)
			mark_first_word(bits, f->names[kind].items[i].folded);
	fputs("const uint32_t cl_place_first[] = {\n", out);
	for (size_t i = 0; i < CL_PLACE_FIRST_BITS / 32; i++)
		fprintf(out, "%uu,%s", bits[i], i % 8 == 7 ? "\n" : "");
	fputs("};\n", out);
}

static void enter(uint16_t *slots, const char *name, size_t number)
{
	uint32_t slot = cl_hash_of(cl_str_from(name)) % NAME_SLOTS;

	while (slots[slot])
		slot = (slot + 1) % NAME_SLOTS;
	slots[slot] = (uint16_t)number;
}

/* One name, and how many keys of each kind have it; passes them. */
static void emit_name(const struct facts *f, const char *name, size_t at[KINDS],
		      struct pool *pool, FILE *out)
{
	size_t first[KINDS], count[KINDS];

	for (int kind = 0; kind < KINDS; kind++) {
		const struct names *names = &f->names[kind];

		first[kind] = at[kind];
		while (at[kind] < names->count &&
		       !strcmp(names->items[at[kind]].folded, name))
			at[kind]++;
		count[kind] = at[kind] - first[kind];
		if (count[kind] > UINT8_MAX || first[kind] > UINT16_MAX) {
			fprintf(stderr, "too many places for %s\n", name);
			exit(1);
		}
	}
	fprintf(out, "{%u,{%zu,%zu,%zu},{%zu,%zu,%zu},%zu},\n",
		intern(pool, name), first[0], first[1], first[2], count[0],
		count[1], count[2], strlen(name));
}

static void emit_names(const struct facts *f, struct pool *pool, FILE *out)
{
	uint16_t *slots = cl_alloc_zero(NAME_SLOTS, sizeof(*slots));
	size_t at[KINDS] = { 0 }, number = 1;
	const char *name;

	if (!slots)
		table_no_memory();
	fputs("const struct cl_place_name cl_place_names[] = {\n", out);
	fputs("{0,{0,0,0},{0,0,0},0},\n", out);
	for (; (name = next_name(f, at)); number++) {
		emit_name(f, name, at, pool, out);
		enter(slots, name, number);
	}
	if (number > UINT16_MAX) {
		fputs("too many names of places\n", stderr);
		exit(1);
	}
	fputs("};\nconst uint16_t cl_place_slots[] = {\n", out);
	for (size_t i = 0; i < NAME_SLOTS; i++)
		fprintf(out, "%u,%s", slots[i], i % 16 == 15 ? "\n" : "");
	fprintf(out, "};\nconst uint32_t cl_place_mask = %u;\n",
		NAME_SLOTS - 1);
	fprintf(out, "const uint32_t cl_place_name_count = %zu;\n", number);
	cl_free(slots);
}

void emit(const struct facts *f, FILE *out)
{
	struct pool pool = { .slots = cl_alloc_zero(SLOTS, sizeof(uint32_t)) };
	size_t *row_of = cl_alloc_zero(f->city_count, sizeof(*row_of));

	if (!pool.slots || !row_of)
		table_no_memory();
	cl_buf_init(&pool.bytes, 16u << 20);
	fputs("/* Made by src/place/gen; do not edit. */\n", out);
	fputs("#include \"place/tables.h\"\n", out);
	for (int kind = 0; kind < KINDS; kind++) {
		for (size_t i = 0; i < f->names[kind].count; i++)
			intern(&pool, f->names[kind].items[i].folded);
	}
	emit_countries(f, &pool, out);
	emit_states(f, &pool, out);
	emit_cities(f, &pool, out, row_of);
	emit_keys(&f->names[COUNTRY], "country", NULL, out);
	emit_keys(&f->names[STATE], "state", NULL, out);
	emit_keys(&f->names[CITY], "city", row_of, out);
	emit_names(f, &pool, out);
	emit_first_words(f, out);
	emit_pool(&pool, out);
	cl_buf_release(&pool.bytes);
	cl_free(pool.slots);
	cl_free(row_of);
}
