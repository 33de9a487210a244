/* SPDX-License-Identifier: MIT */
#ifndef CL_CAPTION_PLACES_H
#define CL_CAPTION_PLACES_H

#include "caption/parse.h"

/* Read tokens from to to, parts of a place from small to large between commas
 * ("Wembley, London, England"), and fill the fields it tells. False, and
 * nothing is changed, when the last part is no place that is known and sure is
 * not set. */
bool cl_place_chain(struct cl_parse *p, uint32_t from, uint32_t to, bool sure,
		    const char *rule);

/* What a place that stands in a caption is called: a country in English, a
 * state spelled out; NULL for what is none. The code of a country; of the
 * country that has a state, rather guess's. A city in ordinary capitals. */
const char *cl_country_name(struct cl_str text);
const char *cl_state_name(struct cl_str text);
const char *cl_country_code(struct cl_str name);
const char *cl_state_country(struct cl_str name, const char *guess);
struct cl_str cl_city_shown(struct cl_parse *p, uint32_t from, uint32_t to);

/* The token after a run of capitalised words that begins at i, with the small
 * words that join them ("Rio de Janeiro"); i when there is none. */
uint32_t cl_run_end(const struct cl_parse *p, uint32_t i, uint32_t limit);

/* Is the text the name of a country, state or city? */
bool cl_is_place(struct cl_str name);

/* Where the letters of a state begin after a city ("Washington DC"), or to. */
uint32_t cl_state_tail(const struct cl_parse *p, uint32_t from, uint32_t to);

/* A state or country; a city of more than 15,000 people. */
bool cl_known_large(struct cl_str name);
bool cl_big_city(struct cl_str name);

/* The end of a chain of parts between commas that begins at i, as far as the
 * gazetteer knows the parts after the first. */
uint32_t cl_chain_end(const struct cl_parse *p, uint32_t i, uint32_t limit);

/* The end of one part of a chain; *large tells that it is a state or country,
 * or says so. */
uint32_t cl_part_end(const struct cl_parse *p, uint32_t i, uint32_t limit,
		     bool *large);
/* "Kreis Mettmann": is the word of the kind the first of the name? */
bool cl_is_region_first(const struct cl_parse *p, uint32_t i);
bool cl_is_one_run(const struct cl_parse *p, uint32_t i, uint32_t end);

/* Venues: the end of the capitals of one; of the small words after it; whether
 * one of its words is a word of venue. */
uint32_t cl_venue_end(const struct cl_parse *p, uint32_t i, uint32_t limit);
uint32_t cl_small_venue(const struct cl_parse *p, uint32_t end);
bool cl_has_venue_word(const struct cl_parse *p, uint32_t from, uint32_t to);
uint32_t cl_skip_article(const struct cl_parse *p, uint32_t i);

/* Add a venue; read the one after the preposition at prep; the city after a
 * venue that ends at end; any venue at all. The first returns nothing, the
 * others the token after what they read, or where they began. */
void cl_add_venue(struct cl_parse *p, uint32_t from, uint32_t to,
		  double confidence, const char *rule);
uint32_t cl_take_venue(struct cl_parse *p, uint32_t prep, uint32_t limit);
uint32_t cl_after_venue(struct cl_parse *p, uint32_t end, uint32_t limit);
void cl_take_any_venue(struct cl_parse *p, uint32_t limit);

/* Venues in other languages: the one whose word stands first at i; the one
 * after the preposition at prep. The token after what was read, or i, prep. */
uint32_t cl_take_head_venue(struct cl_parse *p, uint32_t i, uint32_t limit,
			    double confidence);
uint32_t cl_take_foreign_venue(struct cl_parse *p, uint32_t prep,
			       uint32_t limit);

/* The ship at i: the token after its name, or i. */
uint32_t cl_take_ship(struct cl_parse *p, uint32_t i, uint32_t limit);

void cl_places_find(struct cl_parse *p);

/* What follows from the stated places. */
void cl_places_infer(struct cl_parse *p);

#endif
