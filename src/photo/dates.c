/* SPDX-License-Identifier: MIT */
/*
 * Dates of a photo. DateCreated of XMP and IIM, the caption's date and the day
 * of EXIF's DateTimeOriginal compete for date_created; captured is the last
 * with its time, sub-seconds and offset.
 *
 * Readings that a clock cannot have meant are kept and not chosen
 * (photo/clock.c). Nor is a field's day that the caption's words call that of
 * issue: "FILE PHOTO: … February 12, 2020" over DateCreated of July, or
 * "issued July 23" with that day in the field. The day the picture was taken is
 * then the caption's.
 *
 * "APRIL 17" in a caption lacks its year. If the file has a date of that day
 * and month, give or take a day for time zones, the year is that one's; if it
 * has none, the date stays XXXX-04-17 and no year is made up.
 */
#include "photo/dates.h"

#include <string.h>

#include "base/str.h"
#include "photo/choose.h"
#include "photo/clock.h"

/* EXIF keeps a reading's parts in tags of their own. */
static void refine(const struct cl_draft *d, struct cl_candidate *c)
{
	if (c->value.origin[0] != 'e' || c->level >= CL_LEVEL_BLOCK)
		return;
	cutline_moment_refine(
		&c->moment,
		cutline_image_tag(d->image, "exif:SubSecTimeOriginal"),
		cutline_image_tag(d->image, "exif:OffsetTimeOriginal"));
	c->value.inferred = cl_clock_infer_offset(d->image, &c->moment);
}

/* IIM keeps the time in a dataset of its own; shown as IIM would write both.
 */
static void add_iim_time(struct cl_draft *d, struct cl_candidate *c)
{
	const char *time = cutline_image_tag(d->image, "iim:TimeCreated");
	const char **list;

	if (c->block != CL_BLOCK_IIM || !time || c->level >= CL_LEVEL_BLOCK)
		return;
	list = cl_draft_list(d, 1);
	if (!list)
		return;
	list[0] = cl_arena_printf(d->arena, "%s %s", c->value.items[0], time);
	d->failed = d->failed || !list[0];
	c->value.items = list;
	c->value.count = 1;
}

void cl_dates_read(struct cl_draft *d, struct cl_candidate *c)
{
	const char *text = c->value.items[0];
	bool moment = c->source->form == CL_FORM_MOMENT;
	const char *doubt;
	char written[CUTLINE_MOMENT_TEXT_MAX];

	if (!cutline_moment_read(text, strlen(text), &c->moment)) {
		cl_candidate_drop(c, "no date");
		return;
	}
	c->date = c->moment.date;
	if (moment) {
		refine(d, c);
		cutline_moment_write(&c->moment, written);
	} else {
		add_iim_time(d, c);
		cutline_date_write(&c->date, written);
	}
	if (!d->failed)
		cl_candidate_read_one(d, c, written);
	doubt = cl_clock_doubt(d, c);
	if (doubt)
		cl_candidate_drop(c, doubt);
}

static bool lacks_year(const struct cutline_date *date)
{
	return date->shape == CUTLINE_DATE_POINT &&
	       date->from.year_unknown == 4 && date->from.month >= 1 &&
	       date->from.month <= 12;
}

/* The year in which the day and month of a are at most a day from b. */
static bool year_near(const struct cutline_date *a,
		      const struct cutline_date *b, int16_t *year)
{
	int32_t lower, upper;

	if (!cutline_date_bounds(b, &lower, &upper) || upper - lower > 31)
		return false;
	for (int y = b->from.year - 1; y <= b->from.year + 1; y++) {
		struct cutline_date dated = *a;
		int32_t from, to;

		dated.from.year = (int16_t)y;
		dated.from.year_unknown = 0;
		if (y < 0 || y > 9999 ||
		    (a->from.day >= 1 && a->from.day <= 31 &&
		     !cutline_day_exists(y, a->from.month, a->from.day)) ||
		    !cutline_date_bounds(&dated, &from, &to) ||
		    from > upper + 1 || to < lower - 1)
			continue;
		*year = (int16_t)y;
		return true;
	}
	return false;
}

void cl_dates_complete(struct cl_draft *d, struct cl_candidate *c)
{
	static const double less_sure = 0.9;
	char written[CUTLINE_DATE_TEXT_MAX];

	if (!lacks_year(&c->date))
		return;
	for (size_t i = 0; i < d->count; i++) {
		const struct cl_candidate *other = &d->candidates[i];
		int16_t year;

		if (other->value.field != CUTLINE_DATE_CREATED ||
		    other->block == CL_BLOCK_CAPTION ||
		    other->standing != CL_STANDS ||
		    !year_near(&c->date, &other->date, &year))
			continue;
		c->date.from.year = year;
		c->date.from.year_unknown = 0;
		cutline_date_write(&c->date, written);
		cl_candidate_read_one(d, c, written);
		c->value.confidence *= less_sure;
		c->value.why = cl_arena_printf(d->arena, "year from %s",
					       other->value.origin);
		d->failed = d->failed || !c->value.why;
		return;
	}
}

/* Does the caption say that it stands under an old picture? */
static bool is_file_picture(const struct cutline_caption *caption)
{
	static const struct cl_str first[] = {
		CL_STR_INIT("file -"),      CL_STR_INIT("file \u2013"),
		CL_STR_INIT("file \u2014"), CL_STR_INIT("(file"),
		CL_STR_INIT("file:"),       CL_STR_INIT("(files)"),
	};
	static const struct cl_str anywhere[] = {
		CL_STR_INIT("file photo"),      CL_STR_INIT("file picture"),
		CL_STR_INIT("file image"),      CL_STR_INIT("archive photo"),
		CL_STR_INIT("archive picture"),
	};
	struct cl_str text = { caption->text, caption->text_len };

	for (size_t i = 0; i < sizeof(first) / sizeof(*first); i++)
		if (cl_str_starts_nocase(text, first[i]))
			return true;
	for (size_t i = 0; i < sizeof(anywhere) / sizeof(*anywhere); i++)
		if (cl_str_find_nocase(text, anywhere[i], 0) < text.len)
			return true;
	return false;
}

static bool is_issued(const struct cutline_caption *caption,
		      const struct cutline_date *date)
{
	for (size_t i = 0; i < caption->date_count; i++)
		if (caption->dates[i].role == CUTLINE_DATE_ROLE_ISSUED &&
		    cutline_date_overlaps(&caption->dates[i].date, date))
			return true;
	return false;
}

/* The caption's date in days, when it has a year. */
static const struct cl_candidate *captions_date(const struct cl_draft *d,
						int32_t *lower, int32_t *upper)
{
	const struct cl_candidate *c = NULL;

	while ((c = cl_draft_next(d, CUTLINE_DATE_CREATED, c)))
		if (c->block == CL_BLOCK_CAPTION &&
		    cutline_date_bounds(&c->date, lower, upper))
			return c;
	return NULL;
}

void cl_dates_drop_issue(struct cl_draft *d)
{
	struct cl_candidate *c = NULL;
	int32_t from, to, lower, upper;
	bool is_file;

	if (!d->caption || !captions_date(d, &lower, &upper))
		return;
	is_file = is_file_picture(d->caption);
	while ((c = cl_draft_next(d, CUTLINE_DATE_CREATED, c))) {
		if (c->block == CL_BLOCK_CAPTION || c->standing != CL_STANDS ||
		    !cutline_date_bounds(&c->date, &from, &to) ||
		    from <= (int64_t)upper + 1)
			continue;
		if (!is_issued(d->caption, &c->date) &&
		    (!is_file || c->block == CL_BLOCK_EXIF))
			continue;
		cl_candidate_drop(c, is_file ? "the caption calls it a file "
					       "picture: this is the day of "
					       "issue"
					     : "the caption calls this the day "
					       "of issue");
		c->value.difference = CUTLINE_DIFFERENCE_DAY;
	}
}

static bool disagree(const struct cutline_date *a, const struct cutline_date *b)
{
	int32_t a_from, a_to, b_from, b_to;
	int16_t year;

	if (lacks_year(a))
		return b->shape != CUTLINE_DATE_NONE && !year_near(a, b, &year);
	if (lacks_year(b))
		return !year_near(b, a, &year);
	if (!cutline_date_bounds(a, &a_from, &a_to) ||
	    !cutline_date_bounds(b, &b_from, &b_to))
		return false;
	return a_from > (int64_t)b_to + 1 || b_from > (int64_t)a_to + 1;
}

/* Are these days of before and after digital cameras came? */
static bool is_copy_of_old(const struct cutline_date *old,
			   const struct cutline_date *copied)
{
	static const int digital = 1990;
	int32_t from, to, from_copy, to_copy;

	return cutline_date_bounds(old, &from, &to) &&
	       cutline_date_bounds(copied, &from_copy, &to_copy) &&
	       to < cutline_day_number(digital, 1, 1) &&
	       from_copy >= cutline_day_number(digital, 1, 1);
}

enum cutline_difference cl_dates_differ(const struct cl_candidate *winner,
					const struct cl_candidate *c)
{
	const struct cutline_date *a = &winner->date, *b = &c->date;

	if (cl_candidates_equal(winner, c))
		return CUTLINE_DIFFERENCE_NONE;
	if (!disagree(a, b))
		return cutline_date_overlaps(a, b) ? CUTLINE_DIFFERENCE_PART
						   : CUTLINE_DIFFERENCE_ZONE;
	return c->block == CL_BLOCK_EXIF && is_copy_of_old(a, b)
		       ? CUTLINE_DIFFERENCE_DAY
		       : CUTLINE_DIFFERENCE_REAL;
}

/* Minutes of the clock, offset not counted. */
static int64_t minutes(const struct cutline_moment *m)
{
	int32_t lower, upper;

	if (!cutline_date_bounds(&m->date, &lower, &upper))
		return 0;
	return (int64_t)lower * 24 * 60 + m->hour * 60 + m->minute;
}

/* Programs that write DateCreated when they save put it on the change, to the
 * second; the picture's own time may be that only by saving at once. */
bool cl_dates_is_change(const struct cl_draft *d, const struct cl_candidate *c)
{
	static const char *const tags[] = { "exif:ModifyDate",
					    "xmp:xmp:ModifyDate" };
	const char *text = c->value.items[0];
	struct cutline_moment own, change;

	if (c->block == CL_BLOCK_CAPTION || c->block == CL_BLOCK_EXIF ||
	    !cutline_moment_read(text, strlen(text), &own) || !own.has_time)
		return false;
	for (size_t i = 0; i < sizeof(tags) / sizeof(*tags); i++) {
		const char *tag = cutline_image_tag(d->image, tags[i]);

		if (tag && cutline_moment_read(tag, strlen(tag), &change) &&
		    change.has_time && minutes(&own) == minutes(&change) &&
		    own.second == change.second)
			return true;
	}
	return false;
}

static bool same_bounds(const struct cutline_date *a,
			const struct cutline_date *b)
{
	int32_t a_from, a_to, b_from, b_to;

	return cutline_date_bounds(a, &a_from, &a_to) &&
	       cutline_date_bounds(b, &b_from, &b_to) && a_from == b_from &&
	       a_to == b_to;
}

/* Of two readings, one of them without a time. */
static enum cutline_difference days_differ(const struct cutline_moment *a,
					   const struct cutline_moment *b)
{
	if (a->has_time == b->has_time && same_bounds(&a->date, &b->date))
		return CUTLINE_DIFFERENCE_NONE;
	if (cutline_date_overlaps(&a->date, &b->date))
		return CUTLINE_DIFFERENCE_PART;
	return disagree(&a->date, &b->date) ? CUTLINE_DIFFERENCE_REAL
					    : CUTLINE_DIFFERENCE_ZONE;
}

static bool has_seconds(const struct cutline_moment *m)
{
	return m->second > 0 || m->nanosecond > 0;
}

/* Of two readings of one minute. XMP may leave the seconds out. */
static enum cutline_difference seconds_differ(const struct cutline_moment *a,
					      const struct cutline_moment *b)
{
	if (a->second != b->second && has_seconds(a) && has_seconds(b))
		return CUTLINE_DIFFERENCE_REAL;
	if (a->has_offset && b->has_offset && a->offset_min != b->offset_min)
		return CUTLINE_DIFFERENCE_ZONE;
	return a->second == b->second && a->nanosecond == b->nanosecond &&
			       a->has_offset == b->has_offset
		       ? CUTLINE_DIFFERENCE_NONE
		       : CUTLINE_DIFFERENCE_PART;
}

enum cutline_difference cl_moments_differ(const struct cutline_moment *a,
					  const struct cutline_moment *b)
{
	static const int quarter = 15, most = 26 * 60;
	int64_t apart = minutes(a) - minutes(b);
	bool one_zone = a->has_offset && b->has_offset &&
			a->offset_min == b->offset_min;

	if (!a->has_time || !b->has_time)
		return days_differ(a, b);
	if (apart == 0)
		return seconds_differ(a, b);
	return !one_zone && a->second == b->second && apart % quarter == 0 &&
			       apart <= most && apart >= -most
		       ? CUTLINE_DIFFERENCE_ZONE
		       : CUTLINE_DIFFERENCE_REAL;
}
