/* SPDX-License-Identifier: MIT */
/*
 * Dates of a photo. DateCreated of XMP and IIM, the caption's date and the day
 * of EXIF's DateTimeOriginal compete for date_created; captured is the last
 * with its time, sub-seconds and offset.
 *
 * A clock that lost its battery starts at a fixed day, 1 January of 1904, 1970,
 * 1980 or 2000 (the epochs of Mac OS, POSIX, FAT and of cameras' firmware).
 * Such a reading is kept and not chosen: 1970 at any hour, the others in the
 * first minute only, since people do photograph on New Year's morning.
 *
 * "APRIL 17" in a caption lacks its year. If the file has a date of that day
 * and month, give or take a day for time zones, the year is that one's; if it
 * has none, the date stays XXXX-04-17 and no year is made up.
 */
#include "photo/dates.h"

#include <string.h>

static bool is_reset(const struct cutline_moment *m, bool by_clock)
{
	const struct cutline_date_point *day = &m->date.from;

	if (day->month != 1 || day->day != 1 || day->year_unknown > 0)
		return false;
	if (day->year == 1970)
		return true;
	if (!by_clock || !m->has_time || m->hour > 0 || m->minute > 0)
		return false;
	return day->year == 1904 || day->year == 1980 || day->year == 2000;
}

/* EXIF keeps a reading's parts in tags of their own. */
static void refine(const struct cl_draft *d, struct cl_candidate *c)
{
	if (c->block == CL_BLOCK_EXIF && c->level < CL_LEVEL_BLOCK)
		cutline_moment_refine(
			&c->moment,
			cutline_image_tag(d->image, "exif:SubSecTimeOriginal"),
			cutline_image_tag(d->image, "exif:OffsetTimeOriginal"));
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
	if (is_reset(&c->moment, c->block == CL_BLOCK_EXIF))
		cl_candidate_drop(c, "a clock's start after a reset");
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

bool cl_dates_disagree(const struct cutline_date *a,
		       const struct cutline_date *b)
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
