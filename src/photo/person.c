/* SPDX-License-Identifier: MIT */
/*
 * One name written twice. "Smith, John", "J. Smith", "JOHN SMITH", "John A.
 * Smith" and "Smith" may be one person; "Joan Smith" is another. Names are
 * compared word by word, in any order: every word of the shorter must be one of
 * the longer, or its initial, and one of them must be there in full.
 *
 * "Mueller" is how Müller is written where there is no ü (DIN 5007-2), so ae,
 * oe and ue count as a, o and u, to which base's folding brings ä, ö, ü too.
 */
#include "photo/person.h"

#include <string.h>

#include "base/fold.h"

enum {
	NAME_BYTES = 160, /* of a folded name; longer ones are no names */
	NAME_WORDS = 12,
};

struct name {
	char text[NAME_BYTES];
	size_t len;
	struct cl_str words[NAME_WORDS];
	size_t count;
};

/* "ue" to "u" and its like, in place. */
static size_t without_digraphs(char *text, size_t len)
{
	size_t to = 0;

	for (size_t i = 0; i < len; i++) {
		char before = to > 0 ? text[to - 1] : ' ';

		if (text[i] == 'e' &&
		    (before == 'a' || before == 'o' || before == 'u'))
			continue;
		text[to++] = text[i];
	}
	return to;
}

static bool read_name(struct cl_str s, struct name *n)
{
	struct cl_str rest, word;

	n->count = 0;
	n->len = cl_fold_to(n->text, sizeof(n->text), s);
	if (n->len > sizeof(n->text))
		return false;
	n->len = without_digraphs(n->text, n->len);
	rest = (struct cl_str){ n->text, n->len };
	while (cl_str_split(&rest, ' ', &word)) {
		if (word.len == 0)
			continue;
		if (n->count == NAME_WORDS)
			return false;
		n->words[n->count++] = word;
	}
	return n->count > 0;
}

/* The same letters, however they are parted: "de Gooyer", "deGooyer". */
static bool same_letters(const struct name *a, const struct name *b)
{
	size_t i = 0, k = 0;

	while (i < a->len || k < b->len) {
		if (i < a->len && a->text[i] == ' ')
			i++;
		else if (k < b->len && b->text[k] == ' ')
			k++;
		else if (i < a->len && k < b->len && a->text[i] == b->text[k])
			i++, k++;
		else
			return false;
	}
	return true;
}

static bool is_initial(struct cl_str a, struct cl_str b)
{
	return (a.len == 1 || b.len == 1) && a.ptr[0] == b.ptr[0];
}

/* Find word among the words not taken yet, in full or as an initial. */
static bool take(const struct name *n, bool *taken, struct cl_str word,
		 bool full)
{
	for (size_t i = 0; i < n->count; i++) {
		if (taken[i] || (full ? !cl_str_eq(n->words[i], word)
				      : !is_initial(n->words[i], word)))
			continue;
		taken[i] = true;
		return true;
	}
	return false;
}

/* Is every word of `few` one of `many`? */
static bool holds(const struct name *many, const struct name *few)
{
	bool taken[NAME_WORDS] = { false }, found[NAME_WORDS] = { false };
	size_t whole = 0, rest = 0;

	for (size_t i = 0; i < few->count; i++) {
		found[i] = take(many, taken, few->words[i], true);
		whole += found[i] && few->words[i].len > 1;
	}
	for (size_t i = 0; i < few->count; i++)
		if (!found[i] && !take(many, taken, few->words[i], false))
			rest++;
	return whole > 0 && rest == 0;
}

enum cutline_difference cl_person_differs(struct cl_str a, struct cl_str b)
{
	struct name x, y;

	if (cl_str_eq(a, b))
		return CUTLINE_DIFFERENCE_NONE;
	if (cl_fold_eq(a, b))
		return CUTLINE_DIFFERENCE_SPELLING;
	if (!read_name(a, &x) || !read_name(b, &y))
		return CUTLINE_DIFFERENCE_REAL;
	if (same_letters(&x, &y))
		return CUTLINE_DIFFERENCE_SPELLING;
	if (x.count >= y.count ? holds(&x, &y) : holds(&y, &x))
		return CUTLINE_DIFFERENCE_NAME;
	return CUTLINE_DIFFERENCE_REAL;
}
