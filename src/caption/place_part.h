/* SPDX-License-Identifier: MIT */
/* The parts of a place between commas, from small to large. */
#ifndef CL_CAPTION_PLACE_PART_H
#define CL_CAPTION_PLACE_PART_H

#include "caption/places.h"
#include "place/lookup.h"

#define CL_PARTS_MAX 6

struct cl_place_part {
	uint32_t from, to;
	struct cl_str text; /* without what only tells its kind */
	bool region;        /* "Albay province": it says so itself */
	bool district;      /* a region, or part of a city */
	bool town;          /* "Guinobatan town" */
};

struct cl_place_parts {
	struct cl_place_part items[CL_PARTS_MAX];
	int count;
	/* "central China's" before a part; else its code is NULL */
	struct cutline_country owner;
};

void cl_place_split(const struct cl_parse *p, uint32_t from, uint32_t to,
		    struct cl_place_parts *out);

/* Names as tokens hold them: "CA" is no country, Britain is one. */
bool cl_country_of(struct cl_str s, struct cutline_country *out);
bool cl_city_in(struct cl_str name, const char *country_code,
		const char *state);

/* The words to show: in ordinary capitals; a state's abbreviation in full. */
struct cl_str cl_shown_place(struct cl_parse *p,
			     const struct cl_place_part *part);
struct cl_str cl_shown_state(struct cl_parse *p,
			     const struct cl_place_part *part,
			     const struct cutline_state *state);

#endif
