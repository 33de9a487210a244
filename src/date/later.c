/* SPDX-License-Identifier: MIT */
#include "cutline/date.h"

/* The first second of a moment, by its own clock or by UTC. */
static int64_t seconds_of(const struct cutline_moment *m, bool utc)
{
	const struct cutline_date_point *p = &m->date.from;
	int month = p->month >= 1 && p->month <= 12 ? p->month : 1;
	int day = cutline_day_exists(p->year, month, p->day) ? p->day : 1;
	int64_t seconds = (int64_t)cutline_day_number(p->year, month, day) *
			  (24 * 60 * 60);

	if (!m->has_time)
		return seconds;
	seconds += (m->hour * 60 + m->minute) * 60 + m->second;
	return utc ? seconds - m->offset_min * 60 : seconds;
}

static bool has_year(const struct cutline_moment *m)
{
	return m->date.shape == CUTLINE_DATE_POINT &&
	       m->date.from.year_unknown == 0 && m->date.from.year >= 0 &&
	       m->date.from.year <= 9999;
}

bool cutline_moment_is_later(const struct cutline_moment *a,
			     const struct cutline_moment *b)
{
	bool utc = a->has_offset && b->has_offset;
	int64_t x, y;

	if (!has_year(a) || !has_year(b))
		return false;
	x = seconds_of(a, utc);
	y = seconds_of(b, utc);
	return x > y || (x == y && a->nanosecond > b->nanosecond);
}
