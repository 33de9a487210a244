/* SPDX-License-Identifier: MIT */
/**
 * @file
 * Captions: the words under a photograph, read into fields.
 *
 * What belongs in each field is defined by the IPTC Photo Metadata Standard
 * and, where that leaves a choice, by the comment at the field in field.h and
 * the cases under tests/cases.
 */
#ifndef CUTLINE_CAPTION_H
#define CUTLINE_CAPTION_H

#include <cutline/date.h>
#include <cutline/field.h>
#include <cutline/names.h>
#include <cutline/status.h>

/** The longest caption read, in bytes. */
#define CUTLINE_CAPTION_MAX (1u << 20)

/** Words and signs of a caption that are read; those after them, which only a
 * text that is no caption has, are passed over. */
#define CUTLINE_CAPTION_TOKENS 100000

/** Bytes of a text, the end exclusive. */
struct cutline_span {
	size_t start, end;
};

/**
 * A value and where it came from.
 *
 * Absent strings are NULL, never empty. `span` is in the caption's text; 0, 0
 * where the value came from a field instead.
 */
struct cutline_value {
	const char *text;         /**< the value, UTF-8 */
	struct cutline_span span; /**< the words it was read from */
	double confidence;        /**< 0 to 1: chance that it is right; of
				   * persons, events, places and credits
				   * measured on captions not learned from, of
				   * the others an estimate */
	const char *rule;         /**< the rule's name, "dateline"; "learned"
				   * when no rule saw it: src/caption/rule.c
				   * has them all */
	const char *position;     /**< persons: "left", "2 of 3"; or NULL */
	const char *kind;         /**< references: "virin", …; restrictions:
				   * "territory", …; or NULL */
};

struct cutline_values {
	const struct cutline_value *items; /**< NULL when count is 0 */
	size_t count;
};

/** One part of a credit, in the order of the credit. */
struct cutline_credit_part {
	enum cutline_role role;
	const char *name;
	struct cutline_span span;
};

/** A credit in its normal form. */
struct cutline_credit {
	const struct cutline_credit_part *parts;
	size_t count;
	const char *line; /**< for print, "Ana Lima/AFP via Getty Images", or
			   * NULL */
};

/** What a date in a caption is the date of. */
enum cutline_date_role {
	CUTLINE_DATE_ROLE_CREATED,
	CUTLINE_DATE_ROLE_DATELINE,
	CUTLINE_DATE_ROLE_ISSUED,
	CUTLINE_DATE_ROLE_MENTIONED,
};

/** A role's name, "created"; NULL for what is no role. */
CUTLINE_API const char *cutline_date_role_name(enum cutline_date_role role);

struct cutline_caption_date {
	enum cutline_date_role role;
	struct cutline_date date;
	struct cutline_span span;
};

/**
 * A caption, read.
 *
 * Its strings and arrays live exactly as long as it. A field of one value (see
 * cutline_field_is_list()) has at most one item. Values under `inferred` were
 * not stated but follow: a country from its city.
 */
struct cutline_caption {
	const char *text; /**< as given, valid UTF-8, ends in NUL; a caption of
			   * fields alone has "" */
	size_t text_len;
	struct cutline_values fields[CUTLINE_CAPTION_FIELDS];
	struct cutline_values inferred[CUTLINE_CAPTION_FIELDS];
	const char *country_code; /**< alpha-2 of the stated country, or of the
				   * one that a stated state fixes; or NULL */
	struct cutline_credit credit;
	const struct cutline_caption_date *dates; /**< every date found */
	size_t date_count;
};

/** The credit fields of an image file; NULL or a count of 0 for absent. */
struct cutline_credit_fields {
	const char *const *by_lines;
	size_t by_line_count;
	const char *credit;
	const char *source;
};

/** How to read. All zero is the default. */
struct cutline_caption_options {
	/** The day the document appeared; completes a missing year and fixes
	 * weekdays. */
	struct cutline_date document_date;
	/** Fields that stand beside the text; borrowed for the call. */
	struct cutline_credit_fields fields;
};

/**
 * Read the facts out of one photo caption.
 *
 * Nothing is invented: a field is filled only from words in the text (or in
 * opts->fields), and what is not understood is passed over. Rules of grammar
 * read the text; in its first 2,000 words and signs, weights learned from
 * labelled captions settle what the rules found. Reading therefore fails only
 * for want of memory or because the text is too long, never because it is odd.
 *
 * @param text  UTF-8, borrowed for the call, need not end in NUL; a byte that
 *              is not UTF-8 is read as U+FFFD, and spans then count the bytes
 *              of the record's text; NULL when len is 0
 * @param len   bytes in text, at most CUTLINE_CAPTION_MAX; of its words and
 *              signs the first CUTLINE_CAPTION_TOKENS are read
 * @param opts  borrowed for the call; NULL means all defaults
 * @param out   on success a new record, owned by the caller, to be given back
 *              with cutline_caption_free(); on failure NULL
 * @param err   filled on failure, untouched on success; may be NULL
 *
 * @return CUTLINE_OK; CUTLINE_LIMIT if len exceeds CUTLINE_CAPTION_MAX;
 *         CUTLINE_NOMEM
 *
 * Takes time linear in len. Keeps no state: threads may call it freely.
 */
CUTLINE_API CUTLINE_MUST_USE enum cutline_status
cutline_caption_parse(const char *text, size_t len,
		      const struct cutline_caption_options *opts,
		      struct cutline_caption **out, struct cutline_error *err);

/** Give a record back. NULL is allowed. */
CUTLINE_API void cutline_caption_free(struct cutline_caption *caption);

#endif
