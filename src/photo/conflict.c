/* SPDX-License-Identifier: MIT */
/*
 * Each value that lost is set beside the one that won: does it contradict it,
 * or only say the same in another way? What is harmless is told in its reason;
 * what is not makes a conflict of the field.
 *
 * Values of different levels, such as the place shown and the place of the
 * camera, say different things. Values out of the choice (placeholders, clock
 * resets) and those of a second block contradict nothing; nor does what a dated
 * edit replaced (photo/sidecar.c).
 */
#include "photo/conflict.h"

#include "photo/choose.h"
#include "photo/cut.h"
#include "photo/dates.h"
#include "photo/differ.h"
#include "photo/sidecar.h"
#include "photo/words.h"

static bool is_compared(const struct cl_draft *d, const struct cl_candidate *c,
			const struct cl_candidate *winner)
{
	bool caption = c->block == CL_BLOCK_CAPTION ||
		       winner->block == CL_BLOCK_CAPTION;
	size_t count;

	if (!cl_differ_compares(c->value.field, caption) ||
	    c->standing != CL_STANDS || c->level >= CL_LEVEL_BLOCK ||
	    cl_sidecar_replaces(d, c, winner))
		return false;
	(void)cl_candidate_says(c, &count);
	return count > 0 && !c->value.chosen;
}

static const char *const harmless[] = {
	[CUTLINE_DIFFERENCE_SPELLING] =
		"the same but for case, accents or signs",
	[CUTLINE_DIFFERENCE_ENCODING] =
		"the same, its accented letters in another encoding",
	[CUTLINE_DIFFERENCE_CUT] = "the same, cut off",
	[CUTLINE_DIFFERENCE_NAME] = "the same name in another form",
	[CUTLINE_DIFFERENCE_ALIAS] = "another name of the same",
	[CUTLINE_DIFFERENCE_PART] = "agrees: one says more than the other",
	[CUTLINE_DIFFERENCE_ZONE] = "a day apart, as time zones make it",
	[CUTLINE_DIFFERENCE_DAY] = "not the day it was taken: that of a scan",
};

static const char named_too[] = "the caption's words name the chosen too";
static const char changed_then[] =
	"not the day it was taken: the time of the last change to the file";
static const char other_zone[] =
	"the same moment or clock, by another time zone: writers of XMP put "
	"their computer's";

/* What a contradiction is about. */
static const char *contradiction(enum cutline_field field)
{
	switch (field) {
	case CUTLINE_CREATORS:
		return "another photographer";
	case CUTLINE_AGENCIES:
		return "another agency";
	case CUTLINE_DATE_CREATED:
		return "another day";
	case CUTLINE_CAPTURED:
		return "another time";
	case CUTLINE_SUBLOCATION:
	case CUTLINE_CITY:
	case CUTLINE_PROVINCE_STATE:
	case CUTLINE_COUNTRY:
	case CUTLINE_COUNTRY_CODE:
	case CUTLINE_GPS:
		return "another place";
	case CUTLINE_PERSONS:
		return "other people";
	default:
		return "another text";
	}
}

/* A name that begins with a capital, which "a nice evening" does not. */
static bool names(struct cl_str text, struct cl_str name)
{
	size_t at = cl_words_find(text, name, 0);

	while (at < text.len && cl_is_lower(text.ptr[at]) &&
	       !cl_is_lower(name.ptr[0]))
		at = cl_words_find(text, name, at + 1);
	return at < text.len;
}

/* A caption may name the field's city besides the one that was read as its
 * own, the field's day besides others. */
static bool caption_names(const struct cl_draft *d,
			  const struct cl_candidate *winner)
{
	static const size_t fewest = 3;
	struct cl_str text = { d->caption->text, d->caption->text_len };
	struct cl_str value = cl_candidate_first(winner);

	for (size_t i = 0; i < d->caption->date_count; i++)
		if (winner->value.field == CUTLINE_DATE_CREATED &&
		    cutline_date_overlaps(&d->caption->dates[i].date,
					  &winner->date))
			return true;
	if (value.len < fewest || winner->value.field == CUTLINE_DATE_CREATED)
		return false;
	return names(text, value);
}

/* What is not compared for what it means may still be the same in another
 * form: the source "CP" beside the credit "The Canadian Press". */
static enum cutline_difference weigh(struct cl_draft *d,
				     const struct cl_candidate *winner,
				     struct cl_candidate *c)
{
	enum cutline_difference difference = cl_differ(d, winner, c);

	if (difference == CUTLINE_DIFFERENCE_REAL &&
	    c->block == CL_BLOCK_CAPTION && d->caption &&
	    caption_names(d, winner)) {
		c->value.why = named_too;
		return CUTLINE_DIFFERENCE_PART;
	}
	if (difference == CUTLINE_DIFFERENCE_REAL &&
	    c->value.field == CUTLINE_DATE_CREATED &&
	    cl_dates_is_change(d, c)) {
		c->value.why = changed_then;
		return CUTLINE_DIFFERENCE_DAY;
	}
	if (c->level != winner->level && c->block != CL_BLOCK_CAPTION &&
	    winner->block != CL_BLOCK_CAPTION &&
	    (difference == CUTLINE_DIFFERENCE_REAL ||
	     difference == CUTLINE_DIFFERENCE_PART))
		return CUTLINE_DIFFERENCE_NONE;
	return difference;
}

static const char *why_harmless(const struct cl_candidate *c)
{
	if (c->value.field == CUTLINE_CAPTURED &&
	    c->value.difference == CUTLINE_DIFFERENCE_ZONE)
		return other_zone;
	return harmless[c->value.difference];
}

static void explain(struct cl_draft *d, const struct cl_candidate *winner,
		    struct cl_candidate *c)
{
	enum cutline_field field = c->value.field;
	enum cutline_difference difference = c->value.difference;

	if (difference == CUTLINE_DIFFERENCE_NONE ||
	    c->value.why == named_too || c->value.why == changed_then ||
	    (difference == CUTLINE_DIFFERENCE_PART &&
	     cl_cut_goes_on(c, winner)))
		return;
	if (difference != CUTLINE_DIFFERENCE_REAL) {
		c->value.why = why_harmless(c);
		return;
	}
	d->photo->conflict[field] = true;
	c->value.why = cl_arena_printf(d->arena, "%s; %s", contradiction(field),
				       c->value.why);
	d->failed = d->failed || !c->value.why;
}

void cl_conflicts(struct cl_draft *d)
{
	for (size_t i = 0; i < d->count && !d->failed; i++) {
		struct cl_candidate *c = &d->candidates[i];
		const struct cl_candidate *winner =
			cl_chosen(d, c->value.field);

		if (!winner || !is_compared(d, c, winner))
			continue;
		c->value.difference = weigh(d, winner, c);
		explain(d, winner, c);
	}
}
