/* SPDX-License-Identifier: MIT */
/**
 * @file
 * Documents: the captions that stand in running text, HTML and Markdown.
 */
#ifndef CUTLINE_DOCUMENT_H
#define CUTLINE_DOCUMENT_H

#include <cutline/caption.h>

/** The longest document read, in bytes. */
#define CUTLINE_DOCUMENT_MAX (64u << 20)

/** A caption in a document. */
struct cutline_found {
	/** The caption, read; its text is plain, markup removed. */
	const struct cutline_caption *caption;
	/** Where it stands in the document's own bytes, markup included. */
	struct cutline_span span;
	/** The picture beside it: value of `src`, or NULL. */
	const char *image;
};

/** A document's captions, in order. Strings live exactly as long as it. */
struct cutline_document {
	const struct cutline_found *found;
	size_t count;
	struct cutline_date date; /**< given, or the text's own */
	const char *title;        /**< or NULL */
};

/**
 * Find and read the captions in a document.
 *
 * HTML is told from plain text by its content. In plain text a caption is a
 * paragraph or a stretch of one that ends, or begins, with a credit; in HTML
 * also the text of `figcaption` and of elements whose class names a caption.
 * In a table as text (CSV) each cell is a paragraph; a cell that is but a
 * credit belongs to the one before it.
 * A line ` date YYYY-MM-DD` at the head of plain text, a `time` element or an
 * `article:published_time` in HTML is the document's date.
 *
 * @param text  UTF-8, borrowed for the call; malformed bytes are read as
 *              U+FFFD
 * @param len   bytes in text, at most CUTLINE_DOCUMENT_MAX
 * @param date  the document's date, overrides its own; NULL: none given
 * @param out   on success a new record, to be given back with
 *              cutline_document_free(); on failure NULL
 * @param err   filled on failure; may be NULL
 *
 * @return CUTLINE_OK, also when no caption is found; CUTLINE_LIMIT;
 *         CUTLINE_NOMEM
 *
 * Takes time linear in len. Keeps no state: threads may call it freely.
 */
CUTLINE_API CUTLINE_MUST_USE enum cutline_status cutline_document_parse(
	const char *text, size_t len, const struct cutline_date *date,
	struct cutline_document **out, struct cutline_error *err);

/** Give a document back. NULL is allowed. */
CUTLINE_API void cutline_document_free(struct cutline_document *document);

#endif
