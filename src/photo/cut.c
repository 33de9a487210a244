/* SPDX-License-Identifier: MIT */
/*
 * Values that have lost their end.
 *
 * A dataset of IIM holds so many bytes and no more, 32 of a by-line. Programs
 * cut what is longer: to the byte, before the last letter that would not fit
 * whole, or before the last word; some put an ellipsis there, and some bring
 * the cut text back into XMP, which has no limits. So
 *
 *	Associated Newspapers Consolidat        32 bytes
 *	Associated Newspapers                   the next word does not fit
 *
 * are cut when another source of the field, or the caption's words, go on
 * with the same. A value that fills its dataset to the last byte is perhaps
 * cut even if nothing goes on, unless XMP says exactly the same.
 *
 * A value that is cut stays behind every other.
 */
#include "photo/cut.h"

#include <string.h>

static const double cut_sure = 0.4;

/* The bytes of the IIM dataset that a field's values come from, or go to (IPTC
 * IIM 4.2, section 6); 0: none, or one that holds no text. */
static const unsigned short limits[CUTLINE_PHOTO_FIELDS] = {
	[CUTLINE_CREATORS] = 32,
	[CUTLINE_SUBLOCATION] = 32,
	[CUTLINE_CITY] = 32,
	[CUTLINE_PROVINCE_STATE] = 32,
	[CUTLINE_COUNTRY] = 64,
	[CUTLINE_REFERENCES] = 32,
	[CUTLINE_CAPTION] = 2000,
	[CUTLINE_HEADLINE] = 256,
	[CUTLINE_TITLE] = 64,
	[CUTLINE_CREDIT_LINE] = 32,
	[CUTLINE_COPYRIGHT_NOTICE] = 128,
	[CUTLINE_KEYWORDS] = 64,
	[CUTLINE_INSTRUCTIONS] = 256,
	[CUTLINE_SOURCE] = 32,
	[CUTLINE_CAPTION_WRITER] = 32,
	[CUTLINE_CREATOR_TITLE] = 32,
};

/* What a program left of a text before the ellipsis it put. */
static struct cl_str before_ellipsis(struct cl_str s, bool *had)
{
	static const struct cl_str marks[] = { CL_STR_INIT("..."),
					       CL_STR_INIT("\u2026") };

	*had = false;
	for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++) {
		if (!cl_str_ends(s, marks[i]) || s.len == marks[i].len)
			continue;
		*had = true;
		s.len -= marks[i].len;
	}
	return cl_str_trim(s);
}

static bool begins(struct cl_str begin, struct cl_str whole)
{
	return whole.len > begin.len && begin.len > 0 &&
	       cl_str_starts(whole, begin);
}

static size_t compared(const struct cl_candidate *a,
		       const struct cl_candidate *b)
{
	size_t count = a->value.count < b->value.count ? a->value.count
						       : b->value.count;

	return count < CL_COMPARE_MAX ? count : CL_COMPARE_MAX;
}

bool cl_cut_goes_on(const struct cl_candidate *a, const struct cl_candidate *b)
{
	bool had;

	for (size_t i = 0; i < compared(a, b); i++) {
		struct cl_str begin =
			before_ellipsis(cl_str_from(a->value.items[i]), &had);
		struct cl_str whole = cl_str_from(b->value.items[i]);

		if (begins(begin, whole) &&
		    (!had || whole.len > strlen(a->value.items[i])))
			return true;
	}
	return false;
}

/* Would the next word, or the next letter, of the whole not have fitted? */
static bool fits_no_more(struct cl_str begin, struct cl_str whole, size_t limit)
{
	static const size_t letter = 4; /* bytes of one, at most */
	size_t end = begin.len;

	if (begin.len > limit + 1)
		return false;
	if (begin.len + letter > limit)
		return true;
	if (begin.ptr[begin.len - 1] != ' ' && whole.ptr[end] != ' ')
		return false;
	while (end < whole.len && whole.ptr[end] == ' ')
		end++;
	while (end < whole.len && whole.ptr[end] != ' ')
		end++;
	return end > limit;
}

/* An item of c that its field's dataset could not hold, as other shows. */
static bool is_cut_of(const struct cl_candidate *c,
		      const struct cl_candidate *other)
{
	size_t limit = limits[c->value.field];
	bool had;

	for (size_t i = 0; i < compared(c, other); i++) {
		struct cl_str item = cl_str_from(c->value.items[i]);
		struct cl_str begin = before_ellipsis(item, &had);
		struct cl_str whole = cl_str_from(other->value.items[i]);

		if (!begins(begin, whole) || whole.ptr[begin.len] == ';' ||
		    whole.len <= item.len)
			continue;
		if (had || c->at_limit || fits_no_more(begin, whole, limit))
			return true;
	}
	return false;
}

static bool says_exactly(const struct cl_candidate *a,
			 const struct cl_candidate *b)
{
	if (a->value.count != b->value.count)
		return false;
	for (size_t i = 0; i < a->value.count; i++)
		if (strcmp(a->value.items[i], b->value.items[i]) != 0)
			return false;
	return true;
}

/* The caption has the same words, and the last of them goes on. */
static bool caption_goes_on(const struct cl_draft *d, struct cl_str words)
{
	struct cl_str text;
	size_t at;
	char next;

	if (!d->caption || words.len == 0)
		return false;
	text = (struct cl_str){ d->caption->text, d->caption->text_len };
	at = cl_str_find_nocase(text, words, 0);
	if (text.len - at <= words.len)
		return false;
	next = text.ptr[at + words.len];
	return cl_is_alpha(next) || cl_is_digit(next) || (next & 0x80);
}

static size_t longest_item(const struct cl_candidate *c)
{
	size_t longest = 0;

	for (size_t i = 0; i < c->value.count; i++) {
		size_t len = strlen(c->value.items[i]);

		longest = len > longest ? len : longest;
	}
	return longest;
}

static void cut(struct cl_draft *d, struct cl_candidate *c, const char *whole)
{
	c->standing = CL_CUT;
	c->value.confidence = cut_sure;
	c->value.difference = CUTLINE_DIFFERENCE_CUT;
	if (whole)
		c->value.why = cl_arena_printf(
			d->arena, "cut off at %zu bytes; %s has it whole",
			longest_item(c), whole);
	else
		c->value.why = cl_arena_printf(d->arena,
					       "perhaps cut off at %zu bytes",
					       longest_item(c));
	d->failed = d->failed || !c->value.why;
}

/* Dates and codes always fill theirs. */
static bool may_be_cut(const struct cl_candidate *c)
{
	enum cl_source_form form = c->source ? c->source->form : CL_FORM_TEXT;

	return c->source && c->standing == CL_STANDS && form != CL_FORM_DATE &&
	       form != CL_FORM_CODE && form != CL_FORM_MOMENT &&
	       (c->at_limit || limits[c->value.field] > 0);
}

/* Who has c whole; NULL when no other field of the file and no caption. */
static const char *who_has_it(const struct cl_draft *d,
			      const struct cl_candidate *c)
{
	const struct cl_candidate *other = NULL;
	size_t limit = limits[c->value.field];

	while ((other = cl_draft_next(d, c->value.field, other)))
		if (other != c && other->standing == CL_STANDS &&
		    is_cut_of(c, other))
			return other->block == CL_BLOCK_CAPTION
				       ? "the caption"
				       : other->value.origin;
	for (size_t i = 0; i < compared(c, c); i++) {
		struct cl_str item = cl_str_from(c->value.items[i]);

		if ((c->at_limit || item.len == limit) &&
		    caption_goes_on(d, item))
			return "the caption";
	}
	return NULL;
}

static bool xmp_confirms(const struct cl_draft *d, const struct cl_candidate *c)
{
	const struct cl_candidate *other = NULL;

	while ((other = cl_draft_next(d, c->value.field, other)))
		if (other != c && other->block == CL_BLOCK_XMP &&
		    other->standing != CL_OUT && says_exactly(c, other))
			return true;
	return false;
}

void cl_cut_judge(struct cl_draft *d, struct cl_candidate *c)
{
	const char *whole;

	if (!may_be_cut(c))
		return;
	whole = who_has_it(d, c);
	if (whole || (c->at_limit && !xmp_confirms(d, c)))
		cut(d, c, whole);
}
