/* SPDX-License-Identifier: MIT */
/* What is read as a date is written and read again as the same, lies within
 * its bounds, and overlaps itself and others in either order; likewise clock
 * readings. Two dates stand on two lines. */
#include "cutline/date.h"

#include <string.h>

#include "base/str.h"
#include "date/month.h"
#include "fuzz/fuzz.h"

static bool same_point(const struct cutline_date_point *a,
		       const struct cutline_date_point *b)
{
	return a->year == b->year && a->year_unknown == b->year_unknown &&
	       a->month == b->month && a->day == b->day &&
	       a->approximate == b->approximate && a->uncertain == b->uncertain;
}

static bool same_date(const struct cutline_date *a,
		      const struct cutline_date *b)
{
	return a->shape == b->shape && same_point(&a->from, &b->from) &&
	       same_point(&a->to, &b->to);
}

static bool read_date(struct cl_str text, struct cutline_date *date)
{
	char out[CUTLINE_DATE_TEXT_MAX];
	struct cutline_date again;
	int32_t lower;
	int32_t upper;

	if (cutline_date_parse(text.ptr, text.len, date, NULL) != CUTLINE_OK)
		return false;
	cutline_date_write(date, out);
	assert(strlen(out) < sizeof(out));
	assert(cutline_date_parse(out, strlen(out), &again, NULL) ==
	       CUTLINE_OK);
	assert(same_date(date, &again));
	assert(!cutline_date_bounds(date, &lower, &upper) || lower <= upper);
	assert(cutline_date_overlaps(date, date));
	return true;
}

static void read_moment(struct cl_str text)
{
	char out[CUTLINE_MOMENT_TEXT_MAX];
	struct cutline_moment moment;
	struct cutline_moment again;

	if (!cutline_moment_read(text.ptr, text.len, &moment))
		return;
	cutline_moment_refine(&moment, "5", "+02:00");
	cutline_moment_write(&moment, out);
	assert(strlen(out) < sizeof(out));
	if (moment.date.from.year_unknown)
		return;
	assert(cutline_moment_read(out, strlen(out), &again));
	assert(same_date(&moment.date, &again.date));
	assert(moment.has_time == again.has_time && moment.hour == again.hour &&
	       moment.minute == again.minute && moment.second == again.second &&
	       moment.nanosecond == again.nanosecond &&
	       moment.has_offset == again.has_offset &&
	       moment.offset_min == again.offset_min);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct cl_str rest = { (const char *)data, size };
	struct cl_str a = { 0 };
	struct cl_str b = { 0 };
	struct cutline_date x;
	struct cutline_date y;
	int value;

	cl_str_split(&rest, '\n', &a);
	cl_str_split(&rest, '\n', &b);
	read_moment(a);
	assert(!cl_month_find(a, &value) || (value >= 1 && value <= 12));
	assert(!cl_weekday_find(a, &value) || (value >= 0 && value <= 6));
	if (read_date(a, &x) && read_date(b, &y))
		assert(cutline_date_overlaps(&x, &y) ==
		       cutline_date_overlaps(&y, &x));
	return 0;
}
