/* SPDX-License-Identifier: MIT */
/*
 * Which value wins. The fields of the file come first, then the caption, then
 * EXIF. Between XMP and IIM, IPTCDigest decides: it is the digest of the IIM
 * block at the moment XMP was last brought into step with it, so where it
 * differs, a program that knows only IIM edited the file last; else XMP counts,
 * which has no length limits (the rule of the MWG guidelines 2.0, section 3,
 * as ExifTool's MWG module has it). A sidecar comes before both, unless it is
 * older (photo/sidecar.c).
 *
 * A value that has lost its end stands behind every other (photo/cut.c).
 *
 * References and restrictions add up: a file's transmission reference does not
 * contradict the number in its caption.
 */
#include "photo/choose.h"

#include <string.h>

#include "base/fold.h"
#include "photo/cut.h"
#include "photo/sidecar.h"

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

static bool iim_is_newer(const struct cl_draft *d)
{
	return d->image->has_digest && !d->image->digest_matches;
}

/* Why XMP comes before IIM. */
static const char *xmp_first(const struct cl_draft *d)
{
	return d->image->has_digest
		       ? "XMP comes before IIM: IPTCDigest fits, so no program "
			 "edited IIM alone"
		       : "XMP comes before IIM: no IPTCDigest tells that IIM "
			 "was edited later";
}

/* The smaller, the earlier in the order of choice. */
static unsigned rank(const struct cl_draft *d, const struct cl_candidate *c)
{
	static const unsigned per_standing = 100000, per_tier = 10000,
			      per_level = 10;
	unsigned tier = 0, block = c->block, places = 3;

	if (c->block == CL_BLOCK_CAPTION)
		tier = 1;
	else if (c->block == CL_BLOCK_EXIF)
		tier = 2;
	else if (iim_is_newer(d))
		block = c->block == CL_BLOCK_IIM ? 0 : 1;
	tier = places * tier + (unsigned)(c->place + 1);
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
		    c->level < CL_LEVEL_BLOCK && cl_cut_goes_on(best, c))
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
	if (best && field == CUTLINE_CAPTION && best->place != CL_BEFORE)
		best = longer_caption(d, best);
	return best;
}

/* What stands against a value. */
struct rivals {
	bool any;
	bool differ;  /* one that says something else, or no more */
	bool cut;     /* one whose end is lost */
	bool out;     /* a field's value that is no use */
	bool iim;     /* one of IIM that says something else */
	bool field;   /* a field's value of another level */
	bool caption; /* the caption's */
	bool beside;  /* one of the picture's own, for a sidecar's */
};

static struct rivals rivals_of(const struct cl_draft *d,
			       const struct cl_candidate *c)
{
	struct rivals r = { 0 };
	const struct cl_candidate *other = NULL;

	while ((other = cl_draft_next(d, c->value.field, other))) {
		bool same = cl_candidates_equal(c, other);
		bool field = other->block == CL_BLOCK_IIM ||
			     other->block == CL_BLOCK_XMP;

		if (other == c)
			continue;
		r.any = true;
		r.differ = r.differ || other->standing != CL_STANDS || !same;
		r.beside = r.beside || (!same && !other->is_sidecar);
		r.cut = r.cut || other->standing == CL_CUT;
		r.out = r.out || (field && other->standing == CL_OUT);
		if (other->standing != CL_STANDS || same)
			continue;
		r.iim = r.iim || (other->block == CL_BLOCK_IIM &&
				  other->level == c->level);
		r.field = r.field || (field && other->level > c->level);
		r.caption = r.caption || other->block == CL_BLOCK_CAPTION;
	}
	return r;
}

/* What is shown stands before what is only said to be there, and that before
 * the camera's place. */
static const char *level_first(const struct cl_candidate *c)
{
	switch (c->value.field) {
	case CUTLINE_SUBLOCATION:
	case CUTLINE_CITY:
	case CUTLINE_PROVINCE_STATE:
	case CUTLINE_COUNTRY:
	case CUTLINE_COUNTRY_CODE:
		return "the place shown comes before older fields and where "
		       "the camera was";
	case CUTLINE_CREATORS:
	case CUTLINE_AGENCIES:
		return "the field made for it comes before one that names it "
		       "too";
	default:
		return "the field made for it comes first";
	}
}

static const char *why_exif_won(const struct cl_candidate *c, bool others_out)
{
	switch (c->value.field) {
	case CUTLINE_CAPTURED:
	case CUTLINE_GPS:
	case CUTLINE_CAMERA:
		return "the camera's own tag comes before copies of it";
	case CUTLINE_CAPTION:
		return others_out ? "no field has a usable text"
				  : "no other field has a text";
	default:
		return others_out ? "no field has a usable value"
				  : "neither a field nor the caption says it";
	}
}

static const char *why_won(const struct cl_draft *d,
			   const struct cl_candidate *c)
{
	struct rivals r = rivals_of(d, c);

	if (!r.any)
		return "the only value";
	if (!r.differ)
		return "every source says the same";
	if (c->place == CL_BEFORE && r.beside)
		return cl_sidecar_why_first(d, c);
	if (r.cut)
		return "whole, where another is cut off";
	if (c->block == CL_BLOCK_XMP && r.iim)
		return iim_is_newer(d) ? "longer form of the same"
				       : xmp_first(d);
	if (c->block == CL_BLOCK_IIM && iim_is_newer(d))
		return iim_last;
	if (c->block == CL_BLOCK_CAPTION)
		return r.out ? "no field has a usable value"
			     : "no field says it";
	if (c->block == CL_BLOCK_EXIF)
		return why_exif_won(c, r.out);
	if (r.field)
		return level_first(c);
	return r.caption ? "a field comes before the caption's words"
			 : "fields come first";
}

/* Are both EXIF's or both fields, so that a sidecar's place decides? */
static bool same_tier(const struct cl_candidate *a,
		      const struct cl_candidate *b)
{
	return (a->block == CL_BLOCK_EXIF) == (b->block == CL_BLOCK_EXIF) &&
	       (a->block == CL_BLOCK_CAPTION) == (b->block == CL_BLOCK_CAPTION);
}

static const char *why_lost(const struct cl_draft *d,
			    const struct cl_candidate *winner,
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
		return c->is_sidecar ? "in a sidecar that comes after another"
				     : "in a second block of its kind";
	if (c->place != winner->place && same_tier(c, winner))
		return cl_sidecar_why_first(d, winner);
	if (cl_cut_goes_on(c, winner))
		return "shorter form of the chosen";
	if (c->block == CL_BLOCK_EXIF && winner->block == CL_BLOCK_EXIF)
		return "another tag of EXIF comes first";
	if (c->block == CL_BLOCK_EXIF)
		return c->value.field == CUTLINE_CAPTION
			       ? "EXIF comes last for captions"
			       : "EXIF comes last";
	if (c->block == CL_BLOCK_CAPTION)
		return "the field comes before the caption";
	if (c->level > winner->level)
		return level_first(c);
	if (c->block == CL_BLOCK_XMP && winner->block == CL_BLOCK_IIM)
		return iim_last;
	if (c->block == CL_BLOCK_IIM && winner->block == CL_BLOCK_XMP)
		return xmp_first(d);
	return "another field of the file comes first";
}

/* What is read with an inferred part says so, whatever it is chosen for. */
static void tell_inferred(struct cl_draft *d, struct cl_candidate *c)
{
	if (!c->value.inferred)
		return;
	c->value.why = cl_arena_printf(
		d->arena, "%s; its offset is inferred from the GPS time",
		c->value.why);
	d->failed = d->failed || !c->value.why;
}

static void explain(struct cl_draft *d, struct cl_candidate *winner)
{
	struct cl_candidate *c = NULL;

	winner->value.chosen = true;
	winner->value.difference = CUTLINE_DIFFERENCE_NONE;
	if (!winner->value.why)
		winner->value.why = why_won(d, winner);
	while ((c = cl_draft_next(d, winner->value.field, c)))
		if (c != winner)
			c->value.why = why_lost(d, winner, c);
	tell_inferred(d, winner);
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
	size_t count, before = f->count;
	const char *const *says = cl_candidate_says(c, &count);

	if (c->standing == CL_OUT || c->value.chosen)
		return;
	for (size_t k = 0; k < count; k++) {
		if (has_item(f, says[k]))
			continue;
		items[f->count] = says[k];
		notes[f->count++] = c->notes ? c->notes[k] : NULL;
	}
	c->value.chosen = f->count > before;
	c->value.why =
		c->value.chosen ? "adds to the others" : "same as chosen";
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
	count = f->count;
	while ((c = cl_draft_next(d, field, c)))
		show_more(f, c, items, notes);
	if (f->count > count)
		d->candidates[d->chosen[field] - 1].value.why =
			"what several sources say adds up";
}

void cl_choose(struct cl_draft *d, enum cutline_field field)
{
	struct cl_candidate *c = NULL;

	while ((c = cl_draft_next(d, field, c)))
		cl_cut_judge(d, c);
	c = find_best(d, field);
	if (d->failed || !c)
		return;
	d->chosen[field] = (size_t)(c - d->candidates) + 1;
	explain(d, c);
	show(d, c);
	if (field == CUTLINE_REFERENCES || field == CUTLINE_RESTRICTIONS)
		show_all(d, field);
}
