/* SPDX-License-Identifier: MIT */
/**
 * @file
 * The gazetteer: countries, their first-order divisions, cities.
 *
 * Names are found whatever their case, accents and punctuation ("Sao Paulo",
 * "ST. LOUIS"), and under other names they have or had (Deutschland, Göteborg,
 * Peking). Place data derived from GeoNames (geonames.org), CC BY 4.0; see
 * cutline_place_attribution().
 *
 * All strings returned are constants, UTF-8, valid for ever. All functions are
 * pure and may be called by any thread. A look-up of a name takes less than a
 * microsecond; names longer than CUTLINE_PLACE_NAME_MAX are found nowhere.
 */
#ifndef CUTLINE_PLACE_H
#define CUTLINE_PLACE_H

#include <cutline/status.h>

#define CUTLINE_PLACE_NAME_MAX 128

/** A country or territory of ISO 3166-1, and Kosovo (XK). */
struct cutline_country {
	const char *name;   /**< its common English name: "United Kingdom" */
	const char *code;   /**< ISO 3166-1 alpha-2 */
	const char *code3;  /**< alpha-3 */
	const char *region; /**< part of the world: "Europe" */
};

/** A state, province, region or county: a first-order division. */
struct cutline_state {
	const char *name;         /**< "California" */
	const char *code;         /**< ISO 3166-2 ("US-CA"), or "" */
	const char *country_code; /**< alpha-2 */
};

/** A city, town or village. */
struct cutline_city {
	const char *name;           /**< "New York" or "Zürich" */
	const char *state;          /**< its division's name, or "" */
	const char *country;        /**< common English name */
	const char *country_code;   /**< alpha-2 */
	uint32_t population;        /**< of about 2020; 0 unknown */
	double latitude, longitude; /**< degrees, north and east positive */
	bool capital;               /**< seat of a country's government */
};

/**
 * Find a country by a name or code.
 *
 * @param name  English or own name, usual abbreviation with or without full
 *              stops ("U.K.", "USA"), alpha-2 or alpha-3 in capitals; England,
 *              Scotland, Wales and Northern Ireland are not countries here
 * @param len   bytes in name
 * @param out   the country, set when the result is true
 *
 * @return whether there is one
 */
CUTLINE_API bool cutline_country_find(const char *name, size_t len,
				      struct cutline_country *out);

/**
 * Find a first-order division by a name or abbreviation.
 *
 * Knows postal codes (in capitals), the abbreviations of AP datelines
 * ("Calif.") and of the Canadian Press ("Ont."), and older ones.
 *
 * @param name          as it stands in the text
 * @param len           bytes in name
 * @param country_code  alpha-2 to look in that country alone, or NULL: then
 *                      US, Canada, the UK's nations, Australia and Germany
 *                      come first, in this order
 * @param out           the division, set when the result is true
 *
 * @return whether there is one
 */
CUTLINE_API bool cutline_state_find(const char *name, size_t len,
				    const char *country_code,
				    struct cutline_state *out);

/**
 * Find the cities of a name, the most populous first.
 *
 * @param name  as it stands in the text
 * @param len   bytes in name
 * @param out   receives up to max cities; may be NULL when max is 0
 * @param max   room in out
 *
 * @return how many there are in all, maybe more than max
 */
CUTLINE_API size_t cutline_city_find(const char *name, size_t len,
				     struct cutline_city *out, size_t max);

/**
 * Find the city nearest to a position. Parts of cities (Brooklyn Heights,
 * Kreuzberg) are passed over.
 *
 * @param latitude   degrees, -90 to 90
 * @param longitude  degrees, -180 to 180
 * @param max_km     look no farther; at most 500
 * @param out        the city, set when the result is true
 * @param km         its distance, likewise; may be NULL
 *
 * @return whether one lies so near
 *
 * Takes about a microsecond where cities are, some 50 far from any.
 */
CUTLINE_API bool cutline_city_nearest(double latitude, double longitude,
				      double max_km, struct cutline_city *out,
				      double *km);

/** The line of attribution that the data's licence asks to be shown. */
CUTLINE_API const char *cutline_place_attribution(void);

#endif
