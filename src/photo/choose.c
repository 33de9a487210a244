/* SPDX-License-Identifier: MIT */
/*
 * Which value wins. The fields of the file come first, then the caption, then
 * EXIF. Between XMP and IIM, IPTCDigest decides: it is the digest of the IIM
 * block at the moment XMP was last brought into step with it, so where it
 * differs, a program that knows only IIM edited the file last; else XMP counts,
 * which has no length limits (the rule of the MWG guidelines 2.0, section 3,
 * as ExifTool's MWG module has it).
 *
 * A value that fills its IIM dataset to the last byte has perhaps lost its end.
 * It is set behind every other value, unless XMP, which does not cut, says
 * exactly the same.
 *
 * References and restrictions add up: a file's transmission reference does not
 * contradict the number in its caption.
 */
#include "photo/choose.h"

#include <string.h>

#include "base/fold.h"

static const double cut_sure = 0.4;

static const char xmp_first[] =
	"XMP comes before IIM unless IPTCDigest differs";
static const char iim_last[] = "IPTCDigest differs: IIM was edited last";

const struct cl_candidate *cl_chosen(const struct cl_draft *d,
				     enum cutline_field field)
{
	size_t at = d->chosen[field];

	return at > 0 ? &d->candidates[at - 1] : NULL;
}

bool cl_candidates_equal(const struct cl_candidate *a,
			 const struct cl_candidate *b)
{
	size_t a_count, b_count;
	const char *const *x = cl_candidate_says(a, &a_count);
	const char *const *y = cl_candidate_says(b, &b_count);

	if (a_count != b_count)
		return false;
	for (size_t i = 0; i < a_count; i++)
		if (strcmp(x[i], y[i]) != 0 &&
		    !cl_fold_eq(cl_str_from(x[i]), cl_str_from(y[i])))
			return false;
	return true;
}

/* Does one of b's items begin with the whole of a's at the same place, and go
 * on? */
static bool goes_on(const struct cl_candidate *a, const struct cl_candidate *b)
{
	for (size_t i = 0; i < a->value.count && i < b->value.count; i++) {
		struct cl_str begin = cl_str_from(a->value.items[i]);
		struct cl_str whole = cl_str_from(b->value.items[i]);

		if (whole.len > begin.len && cl_str_starts(whole, begin))
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

	if (!d->caption)
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

	return c->at_limit && c->standing == CL_STANDS &&
	       form != CL_FORM_DATE && form != CL_FORM_CODE;
}

/* Judge a value that fills its dataset by the others of its field. */
static void judge_limit(struct cl_draft *d, struct cl_candidate *c)
{
	const struct cl_candidate *other = NULL;
	const char *whole = NULL;

	while ((other = cl_draft_next(d, c->value.field, other))) {
		if (other == c || other->standing == CL_OUT)
			continue;
		if (other->block == CL_BLOCK_XMP && says_exactly(c, other))
			return;
		if (!whole && goes_on(c, other))
			whole = other->block == CL_BLOCK_CAPTION
					? "the caption"
					: other->value.origin;
	}
	for (size_t i = 0; !whole && i < c->value.count; i++)
		if (caption_goes_on(d, cl_str_from(c->value.items[i])))
			whole = "the caption";
	cut(d, c, whole);
}

static bool iim_is_newer(const struct cl_draft *d)
{
	return d->image->has_digest && !d->image->digest_matches;
}

/* The smaller, the earlier in the order of choice. */
static unsigned rank(const struct cl_draft *d, const struct cl_candidate *c)
{
	static const unsigned per_standing = 100000, per_tier = 10000,
			      per_level = 10;
	unsigned tier = 0, block = c->block;

	if (c->block == CL_BLOCK_CAPTION)
		tier = 1;
	else if (c->block == CL_BLOCK_EXIF)
		tier = 2;
	else if (iim_is_newer(d))
		block = c->block == CL_BLOCK_IIM ? 0 : 1;
	return c->standing * per_standing + tier * per_tier +
	       (c->level < 999 ? c->level : 999) * per_level + block;
}

static bool is_eligible(const struct cl_candidate *c)
{
	size_t count;

	(void)cl_candidate_says(c, &count);
	return c->standing != CL_OUT && count > 0;
}

/* A caption that another field of the file continues is a cut one, whatever
 * program cut it. */
static struct cl_candidate *longer_caption(const struct cl_draft *d,
					   struct cl_candidate *best)
{
	struct cl_candidate *c = NULL;

	while ((c = cl_draft_next(d, CUTLINE_CAPTION, c)))
		if (is_eligible(c) && c->block != CL_BLOCK_EXIF &&
		    c->level < CL_LEVEL_BLOCK && goes_on(best, c))
			best = c;
	return best;
}

static struct cl_candidate *find_best(const struct cl_draft *d,
				      enum cutline_field field)
{
	struct cl_candidate *best = NULL;
	struct cl_candidate *c = NULL;

	while ((c = cl_draft_next(d, field, c)))
		if (is_eligible(c) && (!best || rank(d, c) < rank(d, best)))
			best = c;
	if (best && field == CUTLINE_CAPTION)
		best = longer_caption(d, best);
	return best;
}

/* What stands against a value. */
struct rivals {
	bool any;
	bool field_out; /* a field's value that is no use */
	bool iim;       /* one of IIM that says something else */
};

static struct rivals rivals_of(const struct cl_draft *d,
			       const struct cl_candidate *c)
{
	struct rivals r = { 0 };
	const struct cl_candidate *other = NULL;

	while ((other = cl_draft_next(d, c->value.field, other))) {
		bool iim = other->block == CL_BLOCK_IIM;

		if (other == c)
			continue;
		r.any = true;
		if (other->standing != CL_STANDS)
			r.field_out = r.field_out || iim ||
				      other->block == CL_BLOCK_XMP;
		else if (iim && !cl_candidates_equal(c, other))
			r.iim = true;
	}
	return r;
}

static const char *why_won(const struct cl_draft *d,
			   const struct cl_candidate *c)
{
	struct rivals r = rivals_of(d, c);

	if (!r.any)
		return "the only value";
	if (c->block == CL_BLOCK_XMP && r.iim)
		return iim_is_newer(d) ? "longer form of the same" : xmp_first;
	if (c->block == CL_BLOCK_IIM && iim_is_newer(d))
		return iim_last;
	if (c->block == CL_BLOCK_CAPTION || c->block == CL_BLOCK_EXIF)
		return r.field_out ? "no field has a usable value"
				   : "no field says it";
	return "the field comes first";
}

static const char *why_lost(const struct cl_candidate *winner,
			    const struct cl_candidate *c)
{
	size_t count;

	if (c->value.why)
		return c->value.why;
	(void)cl_candidate_says(c, &count);
	if (count == 0)
		return "says nothing of it";
	if (cl_candidates_equal(winner, c))
		return "same as chosen";
	if (c->level >= CL_LEVEL_BLOCK)
		return "in a second block of its kind";
	if (goes_on(c, winner))
		return "shorter form of the chosen";
	if (c->block == CL_BLOCK_EXIF)
		return c->value.field == CUTLINE_CAPTION
			       ? "EXIF comes last for captions"
			       : "EXIF comes last";
	if (c->block == CL_BLOCK_CAPTION)
		return "the field comes before the caption";
	if (c->block == CL_BLOCK_XMP && winner->block == CL_BLOCK_IIM)
		return iim_last;
	if (c->block == CL_BLOCK_IIM && winner->block == CL_BLOCK_XMP)
		return xmp_first;
	return "another field of the file comes first";
}

static void explain(struct cl_draft *d, struct cl_candidate *winner)
{
	struct cl_candidate *c = NULL;

	winner->value.chosen = true;
	if (!winner->value.why)
		winner->value.why = why_won(d, winner);
	while ((c = cl_draft_next(d, winner->value.field, c)))
		if (c != winner)
			c->value.why = why_lost(winner, c);
}

static void show(struct cl_draft *d, const struct cl_candidate *c)
{
	enum cutline_field field = c->value.field;
	struct cutline_photo_field *f = &d->photo->fields[field];

	f->items = cl_candidate_says(c, &f->count);
	f->notes = c->notes;
	f->origin = c->value.origin;
	if (!cutline_field_is_list(field) && field != CUTLINE_GPS)
		f->count = 1;
}

/* Is it among the first of the field? No honest file has more. */
static bool has_item(const struct cutline_photo_field *f, const char *item)
{
	for (size_t i = 0; i < f->count && i < CL_COMPARE_MAX; i++)
		if (strcmp(f->items[i], item) == 0 ||
		    cl_fold_eq(cl_str_from(f->items[i]), cl_str_from(item)))
			return true;
	return false;
}

/* Take in what a further candidate adds; there is room for it. */
static void show_more(struct cutline_photo_field *f, struct cl_candidate *c,
		      const char **items, const char **notes)
{
	size_t count;
	const char *const *says = cl_candidate_says(c, &count);

	for (size_t k = 0; c->standing != CL_OUT && k < count; k++) {
		if (has_item(f, says[k]))
			continue;
		items[f->count] = says[k];
		notes[f->count++] = c->notes ? c->notes[k] : NULL;
		c->value.chosen = true;
		c->value.why = "adds to the others";
	}
}

/* All that the candidates say, the chosen one's first. */
static void show_all(struct cl_draft *d, enum cutline_field field)
{
	struct cutline_photo_field *f = &d->photo->fields[field];
	struct cl_candidate *c = NULL;
	const char **items, **notes;
	size_t room = f->count, count;

	while ((c = cl_draft_next(d, field, c))) {
		(void)cl_candidate_says(c, &count);
		room += count;
	}
	items = cl_draft_list(d, room);
	notes = cl_draft_list(d, room);
	if (!items || !notes)
		return;
	for (size_t i = 0; i < f->count; i++) {
		items[i] = f->items[i];
		notes[i] = f->notes ? f->notes[i] : NULL;
	}
	f->items = items;
	f->notes = notes;
	while ((c = cl_draft_next(d, field, c)))
		show_more(f, c, items, notes);
}

void cl_choose(struct cl_draft *d, enum cutline_field field)
{
	struct cl_candidate *c = NULL;

	while ((c = cl_draft_next(d, field, c)))
		if (may_be_cut(c))
			judge_limit(d, c);
	c = find_best(d, field);
	if (d->failed || !c)
		return;
	d->chosen[field] = (size_t)(c - d->candidates) + 1;
	explain(d, c);
	show(d, c);
	if (field == CUTLINE_REFERENCES || field == CUTLINE_RESTRICTIONS)
		show_all(d, field);
}
