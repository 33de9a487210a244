/* SPDX-License-Identifier: MIT */
/**
 * @file
 * Credit lists: who is to be named for which picture, fit to print.
 */
#ifndef CUTLINE_CREDITS_H
#define CUTLINE_CREDITS_H

#include <cutline/photo.h>

/** A credit list in the making. */
struct cutline_credits;

enum cutline_credits_format {
	CUTLINE_CREDITS_TEXT,
	CUTLINE_CREDITS_CSV,  /**< RFC 4180, UTF-8, formula-safe */
	CUTLINE_CREDITS_JSON, /**< JSON Lines */
};

/** A style's name and what it is for, in a line. */
struct cutline_credits_style {
	const char *name;
	const char *summary;
};

/** The styles there are, sorted by name; *count of them, for ever. */
CUTLINE_API const struct cutline_credits_style *
cutline_credits_styles(size_t *count);

/**
 * Begin a credit list.
 *
 * @param style  a name from cutline_credits_styles(); NULL: "by-photographer"
 * @param out    on success a list, to be given back with
 *               cutline_credits_free(); on failure NULL
 * @param err    filled on failure
 *
 * @return CUTLINE_OK; CUTLINE_NOT_FOUND if there is no such style, with the
 *         nearest as hint; CUTLINE_NOMEM
 */
CUTLINE_API CUTLINE_MUST_USE enum cutline_status
cutline_credits_new(const char *style, struct cutline_credits **out,
		    struct cutline_error *err);

/**
 * Add a photo.
 *
 * @param credits  the list
 * @param photo    borrowed for the call; a photo added before (same id, not
 *                 0) is not added again
 * @param err      filled on failure
 *
 * @return CUTLINE_OK; CUTLINE_NOMEM
 */
CUTLINE_API CUTLINE_MUST_USE enum cutline_status
cutline_credits_add(struct cutline_credits *credits,
		    const struct cutline_photo *photo,
		    struct cutline_error *err);

/** How many photos of the list have neither photographer nor agency. */
CUTLINE_API size_t cutline_credits_missing(const struct cutline_credits *c);

/**
 * Write the list, in pieces, sorted and grouped by its style. Photos without a
 * credit are listed at the end, never dropped.
 *
 * @param credits  the list
 * @param format   how
 * @param write    called with each piece; false stops the writing
 * @param context  handed to write
 * @param err      filled on failure
 *
 * @return CUTLINE_OK; CUTLINE_STOPPED if write said false; CUTLINE_NOMEM
 */
CUTLINE_API CUTLINE_MUST_USE enum cutline_status cutline_credits_write(
	struct cutline_credits *credits, enum cutline_credits_format format,
	bool (*write)(void *context, const char *data, size_t len),
	void *context, struct cutline_error *err);

/** Give back a list; NULL is fine. */
CUTLINE_API void cutline_credits_free(struct cutline_credits *credits);

#endif
