/* SPDX-License-Identifier: MIT */
/* What the text files say, joined; what emit.c turns into constants. */
#ifndef CL_PLACE_GEN_FACTS_H
#define CL_PLACE_GEN_FACTS_H

#include "base/arena.h"
#include "place/gen/table.h"
#include "place/tables.h"

struct country {
	char *name;
	char *region;
	char code[3];
	char code3[4];
	uint64_t population; /* of its cities */
};

struct state {
	char *name;   /* as shown */
	char *key;    /* as the text files call it */
	char *admin1; /* GeoNames' code of it within the country, or "" */
	char *code;   /* ISO 3166-2, or "" */
	size_t country;
	unsigned class; /* 0 is found first when no country is asked for */
	uint64_t population;
};

struct city {
	char *name;
	uint32_t id; /* GeoNames', 0 for one of ours */
	size_t country;
	size_t state; /* SIZE_MAX: none */
	uint32_t population;
	int32_t latitude, longitude;
	bool capital;
	bool section;
};

enum kind {
	COUNTRY = CL_PLACE_COUNTRY,
	STATE = CL_PLACE_STATE,
	CITY = CL_PLACE_CITY,
	KINDS = CL_PLACE_KINDS,
};

struct name {
	char *folded;
	size_t owner; /* index of the country, state or city */
	enum cl_place_rule rule;
};

struct names {
	struct name *items;
	size_t count;
	size_t sorted; /* so many from the beginning are */
};

struct facts {
	struct cl_arena arena;
	struct country *countries;
	size_t country_count;
	struct state *states;
	size_t state_count;
	struct city *cities;
	size_t city_count;
	struct names names[KINDS];
};

/* Add an element; it is valid until the next is added. */
struct country *facts_add_country(struct facts *f);
struct state *facts_add_state(struct facts *f);
struct city *facts_add_city(struct facts *f);

/* A copy that lives as long as the facts. */
char *facts_string(struct facts *f, struct cl_str s);

/* Let an owner be found under a name; one in any case also under its variants
 * ("St." for "Saint"). */
void facts_add_name(struct facts *f, enum kind kind, size_t owner,
		    struct cl_str text, enum cl_place_rule rule);

/* Index, or SIZE_MAX. */
size_t facts_find_country(const struct facts *f, struct cl_str alpha2);
size_t facts_find_state(const struct facts *f, size_t country,
			struct cl_str key);
size_t facts_find_admin1(const struct facts *f, size_t country,
			 struct cl_str code);

/* Sort one kind's names: by folded name, then the owner found first. */
void facts_sort_names(struct facts *f, enum kind kind);

/* The first city of that name in the country, and in the state unless that is
 * SIZE_MAX; after facts_sort_names(). */
size_t facts_find_city(const struct facts *f, size_t country, size_t state,
		       struct cl_str name);

void facts_release(struct facts *f);

#endif
