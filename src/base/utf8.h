/* SPDX-License-Identifier: MIT */
/*
 * UTF-8, and the other encodings that captions come in. Inside cutline all
 * text is valid UTF-8; whatever is not becomes U+FFFD where it enters.
 */
#ifndef CL_BASE_UTF8_H
#define CL_BASE_UTF8_H

#include "base/arena.h"
#include "base/buf.h"

#define CL_REPLACEMENT 0xFFFDu

/* What some programs put at the head of a text file. */
#define CL_UTF8_BOM "\xEF\xBB\xBF"

/* Decode the character at s[at] and return its length in bytes, at least 1.
 * A malformed one (overlong, surrogate, cut) gives CL_REPLACEMENT and covers
 * its maximal valid prefix, as Unicode 15 section 3.9 advises. at < s.len. */
size_t cl_utf8_decode(struct cl_str s, size_t at, uint32_t *code);

/* Length of the encoding, 1 to 4; a surrogate or a code above 0x10FFFF is
 * written as CL_REPLACEMENT. */
size_t cl_utf8_encode(uint32_t code, char out[4]);

bool cl_utf8_valid(struct cl_str s);
bool cl_utf8_is_ascii(struct cl_str s);

/* Number of characters; each malformed run counts once. */
size_t cl_utf8_count(struct cl_str s);

/* The longest prefix of at most max bytes that ends between characters. */
struct cl_str cl_utf8_cut(struct cl_str s, size_t max);

/* Append s with every malformed run, and NUL, replaced by U+FFFD. */
void cl_utf8_add_valid(struct cl_buf *out, struct cl_str s);

/* Bytes of what a reader takes for the one character at s[at]: with its
 * combining marks, or an emoji with all that is joined to it (Unicode's
 * extended grapheme cluster, UAX 29), cut after CL_CLUSTER_MAX bytes. at <
 * s.len. */
#define CL_CLUSTER_MAX 64
size_t cl_utf8_cluster(struct cl_str s, size_t at);

/* Columns on a terminal (East Asian wide count 2, combining 0). */
size_t cl_utf8_width(struct cl_str s);

enum cl_encoding {
	CL_ENC_UTF8,
	CL_ENC_LATIN1,
	CL_ENC_CP1252, /* the five bytes it leaves open read as Latin-1's */
	CL_ENC_MACROMAN,
	CL_ENC_UTF16LE,
	CL_ENC_UTF16BE,
};

/* Append s, which is in the given encoding, as valid UTF-8. Total. */
void cl_utf8_add_from(struct cl_buf *out, struct cl_str s,
		      enum cl_encoding encoding);

/* The character of one byte in an encoding of single bytes. */
uint32_t cl_byte_code(uint8_t byte, enum cl_encoding encoding);

/* Append s, in which some bytes are no UTF-8, as valid UTF-8: what is, as it
 * stands, and the other bytes as the encoding of single bytes has them. */
void cl_utf8_add_mixed(struct cl_buf *out, struct cl_str s,
		       enum cl_encoding others);

/* One character, decoded as code, as a terminal may show it (see below): its
 * own bytes or an escape. Returns the bytes in out. */
#define CL_VISIBLE_MAX 20
size_t cl_utf8_visible(struct cl_str character, uint32_t code,
		       char out[CL_VISIBLE_MAX]);

/* Append s so that a terminal shows it and obeys none of it: C0 and C1
 * controls, DEL, bidi controls, zero-width and tag characters appear as \n,
 * \t, \x1b, \u202e; malformed bytes as \xff. Nothing else changes. */
void cl_utf8_add_visible(struct cl_buf *out, struct cl_str s);

#endif
