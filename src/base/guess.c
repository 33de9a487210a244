/* SPDX-License-Identifier: MIT */
/*
 * Both encodings give every byte a character, but read in the wrong one it
 * stands where none of its kind stands in a text: "é" of MacRoman is "Ž" in
 * Windows-1252, a capital amid small letters, and "“" is "Ò", one before
 * another capital. So each character beyond ASCII is weighed by its
 * neighbours, once for each encoding:
 *
 * - small letters want letters beside them, vowels between consonants and
 *   consonants between vowels; capitals begin a word or stand among capitals;
 * - opening quotes begin words, closing ones end them; an apostrophe stands
 *   before the endings of English and after the one letter of French; dashes
 *   stand between blanks or digits;
 * - signs of money, degrees, marks want digits, ends of words, blanks;
 * - the rest (signs of mathematics, ligatures, accents by themselves, the
 *   controls that Windows-1252 leaves open) is rare in captions.
 *
 * The weights are small whole numbers of our own making; tests/unit says what
 * they tell apart. Texts of one block are added up, since one program wrote
 * them.
 */
#include "base/guess.h"

#include <string.h>

#define CLEARLY 2
#define ENOUGH 4096 /* bytes of a text that are looked at */

/* A character and those around it; 0 where the text ends. */
struct spot {
	uint32_t before, prev, code, next, after;
};

static bool is_small(uint32_t c)
{
	return (c >= 'a' && c <= 'z') ||
	       (c >= 0xDF && c <= 0xFF && c != 0xF7) || c == 0x153 ||
	       c == 0x161 || c == 0x17E;
}

static bool is_capital(uint32_t c)
{
	return (c >= 'A' && c <= 'Z') ||
	       (c >= 0xC0 && c <= 0xDE && c != 0xD7) || c == 0x152 ||
	       c == 0x160 || c == 0x17D || c == 0x178;
}

static bool is_letter(uint32_t c)
{
	return is_small(c) || is_capital(c);
}

static bool is_digit(uint32_t c)
{
	return c >= '0' && c <= '9';
}

static bool is_blank(uint32_t c)
{
	return c == 0 || c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0;
}

static bool is_one_of(uint32_t c, const char *ascii)
{
	return c > 0 && c < 0x80 && strchr(ascii, (int)c);
}

static bool is_vowel(uint32_t c)
{
	return is_one_of(c, "aeiouyAEIOUY") ||
	       (is_letter(c) && c >= 0xC0 && c != 0xC7 && c != 0xE7 &&
		c != 0xD0 && c != 0xF0 && c != 0xD1 && c != 0xF1 && c != 0xDE &&
		c != 0xFE && c != 0xDF && c != 0x160 && c != 0x161 &&
		c != 0x17D && c != 0x17E);
}

/* Vowels stand between consonants and behind a last one, consonants between
 * vowels. */
static int weigh_sound(const struct spot *s)
{
	if (s->code == 0x153) /* "œ", as in "cœur", "œil" */
		return is_one_of(s->next, "ui") ? 1 : -1;
	if (is_letter(s->prev) && !is_letter(s->next) && !is_vowel(s->prev))
		return is_vowel(s->code) ? 1 : -1;
	if (!is_letter(s->prev) || !is_letter(s->next) ||
	    is_vowel(s->prev) != is_vowel(s->next))
		return 0;
	return is_vowel(s->code) != is_vowel(s->prev) ? 1 : -1;
}

static int weigh_small(const struct spot *s)
{
	if (!is_letter(s->prev) && !is_letter(s->next))
		return s->code == 0xE0 ? 0 : -3;
	if (is_capital(s->next))
		return is_small(s->prev) ? -1 : -3;
	if (is_capital(s->prev) && is_capital(s->before))
		return -2;
	return 2 + weigh_sound(s);
}

static int weigh_capital(const struct spot *s)
{
	if (is_small(s->prev))
		return -4;
	if (is_capital(s->prev))
		return is_small(s->next) ? -1 : 2;
	if (is_capital(s->next))
		return is_small(s->after) ? -2 : 2;
	return is_small(s->next) ? 2 : -2;
}

static int weigh_apostrophe(const struct spot *s)
{
	/* "’n’" */
	if ((s->next == 'n' && s->after == s->code) ||
	    (s->prev == 'n' && s->before == s->code))
		return 3;
	if (!is_letter(s->prev))
		return is_digit(s->next) || is_digit(s->prev) ? 1 : -2;
	if (!is_letter(s->next))
		return s->prev == 's' ? 3 : 1;
	return !is_letter(s->before) || is_one_of(s->next, "sdmtSDMT") ||
			       ((s->next == 'l' || s->next == 'r' ||
				 s->next == 'v') &&
				is_one_of(s->after, "le"))
		       ? 2
		       : -1;
}

static int weigh_quote(uint32_t outside, uint32_t inside)
{
	if (is_letter(outside))
		return -3;
	return is_blank(inside) ? -1 : 2;
}

static int weigh_dash(const struct spot *s)
{
	if ((is_blank(s->prev) && is_blank(s->next)) ||
	    (is_digit(s->prev) && is_digit(s->next)))
		return 2;
	return is_small(s->prev) && is_small(s->next) ? -1 : 0;
}

static int weigh_mark(const struct spot *s)
{
	bool ends = !is_letter(s->next) && !is_blank(s->prev);

	switch (s->code) {
	case 0xB0: /* ° */
		return is_digit(s->prev) ? 1 : -1;
	case 0xAE: /* ® */
	case 0xAA: /* ª */
	case 0xBA: /* º */
	case 0x2122:
		return ends ? 1 : -1;
	case 0xA5: /* ¥ */
	case 0x20AC:
		return is_digit(s->prev) || is_digit(s->next) ? 1 : -2;
	case 0xA1: /* ¡ */
	case 0xBF: /* ¿ */
		return !is_letter(s->prev) && is_letter(s->next) ? 2 : -3;
	case 0xA7: /* § */
	case 0xB7: /* · */
	case 0x2022:
		return is_letter(s->prev) || is_letter(s->next) ? -2 : 1;
	case 0x2026:
		return is_letter(s->next) ? -1 : 1;
	case 0xA0:
		return 0;
	default:
		return -3;
	}
}

static int weigh(const struct spot *s)
{
	if (is_small(s->code))
		return weigh_small(s);
	if (is_capital(s->code))
		return weigh_capital(s);
	switch (s->code) {
	case 0x2018: /* ‘ */
	case 0x201A: /* ‚ */
	case 0x201C: /* “ */
	case 0x201E: /* „ */
	case 0x2039: /* ‹ */
	case 0xAB:   /* « */
		return weigh_quote(s->prev, s->next);
	case 0x201D: /* ” */
	case 0x203A: /* › */
	case 0xBB:   /* » */
		return weigh_quote(s->next, s->prev);
	case 0x2019:
		return weigh_apostrophe(s);
	case 0x2013:
	case 0x2014:
		return weigh_dash(s);
	default:
		return weigh_mark(s);
	}
}

static uint32_t code_at(struct cl_str text, size_t at, enum cl_encoding as)
{
	return at < text.len ? cl_byte_code((uint8_t)text.ptr[at], as) : 0;
}

/* A few characters ("©", "£") are the same byte in both. */
static bool is_telling(uint8_t byte)
{
	return cl_byte_code(byte, CL_ENC_CP1252) !=
	       cl_byte_code(byte, CL_ENC_MACROMAN);
}

static int weigh_text(struct cl_str text, enum cl_encoding as)
{
	struct spot s = { 0 };
	int sum = 0;

	s.next = code_at(text, 0, as);
	s.after = code_at(text, 1, as);
	for (size_t at = 0; at < text.len; at++) {
		s = (struct spot){ s.prev, s.code, s.next, s.after,
				   code_at(text, at + 2, as) };
		if (is_telling((uint8_t)text.ptr[at]))
			sum += weigh(&s);
	}
	return sum;
}

void cl_evidence_add(struct cl_evidence *e, struct cl_str text)
{
	if (cl_utf8_valid(text))
		return;
	text = cl_str_sub(text, 0, ENOUGH);
	e->cp1252 += weigh_text(text, CL_ENC_CP1252);
	e->macroman += weigh_text(text, CL_ENC_MACROMAN);
}

enum cl_encoding cl_evidence_judge(const struct cl_evidence *e)
{
	return e->macroman >= e->cp1252 + CLEARLY ? CL_ENC_MACROMAN
						  : CL_ENC_CP1252;
}

bool cl_evidence_is_weak(const struct cl_evidence *e)
{
	int by = e->macroman - e->cp1252;

	return (e->macroman != 0 || e->cp1252 != 0) && by < CLEARLY &&
	       by > -CLEARLY;
}
