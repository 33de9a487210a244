/* SPDX-License-Identifier: MIT */
/*
 * The gazetteer as constants, generated at build time by gen/ from the text
 * files of this folder. Strings are offsets into one pool, each ending in NUL.
 */
#ifndef CL_PLACE_TABLES_H
#define CL_PLACE_TABLES_H

#include <stdint.h>

/* No folded name is longer, so a longer folded query is found nowhere. */
#define CL_PLACE_FOLDED_MAX 255

struct cl_country_row {
	uint32_t name;
	uint32_t region;
	char code[3];
	char code3[4];
};

struct cl_state_row {
	uint32_t name;
	uint32_t code;
	uint16_t country;
};

/* A city's state when it has none. */
#define CL_PLACE_NO_STATE 0xFFFF

enum cl_city_flag {
	CL_CITY_CAPITAL = 1,
	CL_CITY_SECTION = 2, /* a part of a city, no answer to "nearest" */
};

/* Sorted by latitude. */
struct cl_city_row {
	uint32_t name;
	uint32_t population;
	int32_t latitude, longitude; /* in ten-thousandths of a degree */
	uint16_t state;
	uint8_t country;
	uint8_t flags;
};

/* How a name must stand in the text to count. */
enum cl_place_rule {
	CL_PLACE_ANY,      /* in any case */
	CL_PLACE_SHORT,    /* first letter a capital: "Calif" */
	CL_PLACE_STOP,     /* likewise, and with a full stop: "Miss." */
	CL_PLACE_CAPITALS, /* all letters capitals: "CA", "U.S." */
};

/* One meaning of a name: a row of the table of its kind. */
struct cl_place_key {
	uint16_t row;
	uint8_t rule;
};

enum cl_place_kind {
	CL_PLACE_COUNTRY,
	CL_PLACE_STATE,
	CL_PLACE_CITY,
	CL_PLACE_KINDS,
};

/* A folded name and, for each kind, its keys in the order of preference: so
 * many from the first on. */
struct cl_place_name {
	uint32_t text;
	uint16_t first[CL_PLACE_KINDS];
	uint8_t count[CL_PLACE_KINDS];
	uint8_t len;
};

extern const uint8_t cl_place_pool[];
extern const struct cl_country_row cl_country_rows[];
extern const struct cl_state_row cl_state_rows[];
extern const struct cl_city_row cl_city_rows[];
extern const uint32_t cl_city_row_count;
extern const struct cl_place_key cl_country_keys[];
extern const struct cl_place_key cl_state_keys[];
extern const struct cl_place_key cl_city_keys[];

/* Sorted; and by hash (base/word.h) their numbers, 0 where there is none. The
 * first is empty. */
extern const struct cl_place_name cl_place_names[];
extern const uint32_t cl_place_name_count;
extern const uint16_t cl_place_slots[];
extern const uint32_t cl_place_mask; /* a power of two less one */

/* Bits for the hashes (base/word.h) of the names' first words. */
#define CL_PLACE_FIRST_BITS 262144u
extern const uint32_t cl_place_first[CL_PLACE_FIRST_BITS / 32];

#endif
