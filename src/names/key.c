/* SPDX-License-Identifier: MIT */
#include "names/key.h"

#include <string.h>

#include "base/utf8.h"

/* U+00C0 to U+017F. The multiplication and division signs have no letter. */
static const char latin[][3] = {
	"a", "a", "a", "a",  "a",  "a",  "ae", "c", "e", "e", "e",  "e",  "i",
	"i", "i", "i", "d",  "n",  "o",  "o",  "o", "o", "o", "",   "o",  "u",
	"u", "u", "u", "y",  "th", "ss", "a",  "a", "a", "a", "a",  "a",  "ae",
	"c", "e", "e", "e",  "e",  "i",  "i",  "i", "i", "d", "n",  "o",  "o",
	"o", "o", "o", "",   "o",  "u",  "u",  "u", "u", "y", "th", "y",  "a",
	"a", "a", "a", "a",  "a",  "c",  "c",  "c", "c", "c", "c",  "c",  "c",
	"d", "d", "d", "d",  "e",  "e",  "e",  "e", "e", "e", "e",  "e",  "e",
	"e", "g", "g", "g",  "g",  "g",  "g",  "g", "g", "h", "h",  "h",  "h",
	"i", "i", "i", "i",  "i",  "i",  "i",  "i", "i", "i", "ij", "ij", "j",
	"j", "k", "k", "k",  "l",  "l",  "l",  "l", "l", "l", "l",  "l",  "l",
	"l", "n", "n", "n",  "n",  "n",  "n",  "n", "n", "n", "o",  "o",  "o",
	"o", "o", "o", "oe", "oe", "r",  "r",  "r", "r", "r", "r",  "s",  "s",
	"s", "s", "s", "s",  "s",  "s",  "t",  "t", "t", "t", "t",  "t",  "u",
	"u", "u", "u", "u",  "u",  "u",  "u",  "u", "u", "u", "u",  "w",  "w",
	"y", "y", "y", "z",  "z",  "z",  "z",  "z", "z", "s",
};

const char *cl_key_letter(uint32_t code)
{
	if (code < 0xC0 || code > 0x17F || latin[code - 0xC0][0] == '\0')
		return NULL;
	return latin[code - 0xC0];
}

/* What stays of ASCII, and as what. */
/* clang-format off */
static const char kept[128] = {
	0, 0, 0, 0, 0, 0, 0, 0,
	0, 0, 0, 0, 0, 0, 0, 0,
	0, 0, 0, 0, 0, 0, 0, 0,
	0, 0, 0, 0, 0, 0, 0, 0,
	0, '!', 0, 0, 0, 0, '&', 0,
	0, 0, 0, '+', 0, 0, 0, 0,
	'0', '1', '2', '3', '4', '5', '6', '7',
	'8', '9', 0, 0, 0, 0, 0, 0,
	0, 'a', 'b', 'c', 'd', 'e', 'f', 'g',
	'h', 'i', 'j', 'k', 'l', 'm', 'n', 'o',
	'p', 'q', 'r', 's', 't', 'u', 'v', 'w',
	'x', 'y', 'z', 0, 0, 0, 0, 0,
	0, 'a', 'b', 'c', 'd', 'e', 'f', 'g',
	'h', 'i', 'j', 'k', 'l', 'm', 'n', 'o',
	'p', 'q', 'r', 's', 't', 'u', 'v', 'w',
	'x', 'y', 'z', 0, 0, 0, 0, 0,
};
/* clang-format on */

static void add(struct cl_key *key, char c)
{
	key->text[key->len++] = c;
	key->hash = (key->hash ^ (uint8_t)c) * 16777619u;
}

/* Combining marks fall away; General Punctuation, the signs of Latin-1 and the
 * full width forms of them are no part of a name. */
static bool is_mark(uint32_t code)
{
	return (code >= 0x300 && code < 0x370) || code < 0xC0 || code == 0xD7 ||
	       code == 0xF7 || (code >= 0x2000 && code < 0x2C00) ||
	       code == CL_REPLACEMENT;
}

void cl_key_begin(struct cl_key *key)
{
	key->len = 0;
	key->hash = 2166136261u;
}

/* The character at at, which is not ASCII; its length. */
static size_t add_wide(struct cl_key *key, struct cl_str piece, size_t at)
{
	uint32_t code;
	size_t step = cl_utf8_decode(piece, at, &code);
	const char *letter = cl_key_letter(code);
	struct cl_str s = cl_str_sub(piece, at, at + step);

	if (letter)
		s = cl_str_from(letter);
	else if (is_mark(code))
		return step;
	if (key->len + s.len <= CL_KEY_MAX)
		for (size_t i = 0; i < s.len; i++)
			add(key, s.ptr[i]);
	return step;
}

void cl_key_add(struct cl_key *key, struct cl_str piece)
{
	size_t at = 0;

	while (at < piece.len && key->len < CL_KEY_MAX) {
		uint8_t c = (uint8_t)piece.ptr[at];

		if (c >= 0x80) {
			at += add_wide(key, piece, at);
			continue;
		}
		if (kept[c])
			add(key, kept[c]);
		at++;
	}
}

void cl_key_of(struct cl_str name, struct cl_key *key)
{
	cl_key_begin(key);
	cl_key_add(key, name);
}

/* What next_kept() says of a character that is not ASCII. */
#define WIDE '\x7F'

/* The next character that a key keeps of a name, 0 at its end. */
static char next_kept(struct cl_str name, size_t *at)
{
	while (*at < name.len) {
		uint8_t c = (uint8_t)name.ptr[(*at)++];

		if (c >= 0x80)
			return WIDE;
		if (kept[c])
			return kept[c];
	}
	return 0;
}

/* Names of ASCII differ early or are soon at their end; others have their keys
 * made. */
bool cl_key_eq(struct cl_str a, struct cl_str b)
{
	bool cut = a.len > CL_KEY_MAX || b.len > CL_KEY_MAX;
	size_t at = 0, bt = 0;
	struct cl_key ka, kb;

	while (!cut) {
		char c = next_kept(a, &at), d = next_kept(b, &bt);

		if (c == WIDE || d == WIDE)
			break;
		if (c != d || c == 0)
			return c == d;
	}
	cl_key_of(a, &ka);
	cl_key_of(b, &kb);
	return ka.len == kb.len && memcmp(ka.text, kb.text, ka.len) == 0;
}
