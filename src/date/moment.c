/* SPDX-License-Identifier: MIT */
/*
 * Clock readings as files hold them. A date is
 *
 *	2023:04:17  2023-04-17  2023/04/17    EXIF, XMP, and what writers make
 *	20230417                              IIM
 *	2023-04  2023                         XMP
 *
 * and a time, after a blank or "T", 14:03, 14:03:22, 14:03:22.5 or 140322,
 * perhaps with its offset: Z, +02:00, +0200, +02. A digit may be a blank: "4"
 * padded to two, or both for what the clock did not know. Zeros mean the same:
 * a month 00 leaves the year alone, a year 0000 makes the date XXXX-04-17.
 *
 * A date that is none makes the whole no moment; a time or offset that is none
 * is passed over, and so is a time of no certain day.
 */
#include "cutline/date.h"

#include <string.h>

#include "base/str.h"
#include "date/calendar.h"

static char at(struct cl_str s, size_t i)
{
	return i < s.len ? s.ptr[i] : '\0';
}

static void step(struct cl_str *s, size_t n)
{
	*s = cl_str_sub(*s, n, s->len);
}

/* A number of exactly width characters; leading blanks count as zeros, and so
 * do all blanks. */
static bool take_fixed(struct cl_str *s, size_t width, int *value)
{
	bool digits = false;
	int n = 0;

	if (s->len < width)
		return false;
	for (size_t i = 0; i < width; i++) {
		char c = s->ptr[i];

		if (!cl_is_digit(c) && (c != ' ' || digits))
			return false;
		digits |= c != ' ';
		n = n * 10 + (c == ' ' ? 0 : c - '0');
	}
	step(s, width);
	*value = n;
	return true;
}

/* Two digits, or one before something else. */
static bool take_two(struct cl_str *s, int *value)
{
	if (take_fixed(s, 2, value))
		return true;
	if (!cl_is_digit(at(*s, 0)))
		return false;
	*value = s->ptr[0] - '0';
	step(s, 1);
	return true;
}

static bool take_date_separator(struct cl_str *s)
{
	char c = at(*s, 0);

	if (c != ':' && c != '-' && c != '/')
		return false;
	step(s, 1);
	return true;
}

/* Whether what follows may stand after a date. */
static bool date_ends(struct cl_str s)
{
	return !s.len || s.ptr[0] == ' ' || s.ptr[0] == 'T';
}

struct day_read {
	int year, month, day; /* 0: not known */
};

static bool take_date(struct cl_str *s, struct day_read *d)
{
	if (!take_fixed(s, 4, &d->year))
		return false;
	if (cl_is_digit(at(*s, 0)))
		return take_fixed(s, 2, &d->month) && take_fixed(s, 2, &d->day);
	if (!take_date_separator(s))
		return date_ends(*s);
	if (!take_two(s, &d->month))
		return false;
	if (!take_date_separator(s))
		return date_ends(*s);
	return take_two(s, &d->day) && date_ends(*s);
}

/* What is known of the day, from the year down to the first gap. */
static bool to_date(const struct day_read *d, struct cutline_date *date)
{
	struct cutline_date_point p = { .year = (int16_t)d->year };

	if (d->month > 12 || d->day > 31 || (!d->year && !d->month))
		return false;
	p.year_unknown = d->year ? 0 : 4;
	p.month = (uint8_t)d->month;
	if (d->month && d->day) {
		if (d->day > cl_month_days(d->year, d->month))
			return false;
		p.day = (uint8_t)d->day;
	}
	date->shape = CUTLINE_DATE_POINT;
	date->from = p;
	return true;
}

/* Decimals of a second; digits past the ninth are dropped. */
static bool take_decimals(struct cl_str *s, uint32_t *nanosecond)
{
	uint32_t unit = 100000000;
	uint32_t n = 0;
	size_t i = 0;

	for (; cl_is_digit(at(*s, i)); i++) {
		n += (uint32_t)(s->ptr[i] - '0') * unit;
		unit /= 10;
	}
	step(s, i);
	*nanosecond = n;
	return i > 0;
}

static bool take_colon(struct cl_str *s)
{
	if (at(*s, 0) != ':')
		return false;
	step(s, 1);
	return true;
}

/* Seconds may be absent ("14:03") or blank. */
static bool take_clock(struct cl_str *s, int *hour, int *minute, int *second)
{
	bool colons;

	if (at(*s, 0) == ' ' && !cl_is_digit(at(*s, 1)))
		return false;
	if (!take_two(s, hour))
		return false;
	colons = take_colon(s);
	if (at(*s, 0) == ' ' && !cl_is_digit(at(*s, 1)))
		return false;
	if (!take_two(s, minute))
		return false;
	*second = 0;
	if (colons ? take_colon(s) : cl_is_digit(at(*s, 0)))
		return take_two(s, second);
	return true;
}

static bool take_offset(struct cl_str *s, int *minutes)
{
	char sign = at(*s, 0);
	int hour;
	int minute = 0;

	*minutes = 0;
	if (sign == 'Z')
		return true;
	if (sign != '+' && sign != '-')
		return false;
	step(s, 1);
	if (!cl_is_digit(at(*s, 0)) || !take_fixed(s, 2, &hour))
		return false;
	if ((take_colon(s) || cl_is_digit(at(*s, 0))) &&
	    (at(*s, 0) == ' ' || !take_fixed(s, 2, &minute)))
		return false;
	*minutes = hour * 60 + minute;
	if (sign == '-')
		*minutes = -*minutes;
	return hour <= 23 && minute <= 59;
}

static struct cl_str skip_blanks(struct cl_str s)
{
	while (at(s, 0) == ' ')
		step(&s, 1);
	return s;
}

static void set_offset(struct cutline_moment *moment, struct cl_str s)
{
	int minutes;

	s = skip_blanks(s);
	if (!take_offset(&s, &minutes))
		return;
	moment->has_offset = true;
	moment->offset_min = (int16_t)minutes;
}

static void read_time(struct cl_str s, struct cutline_moment *moment)
{
	int hour;
	int minute;
	int second;

	if (at(s, 0) == ' ' || at(s, 0) == 'T')
		step(&s, 1);
	if (!take_clock(&s, &hour, &minute, &second) || hour > 23 ||
	    minute > 59 || second > 60)
		return;
	moment->has_time = true;
	moment->hour = (uint8_t)hour;
	moment->minute = (uint8_t)minute;
	moment->second = (uint8_t)second;
	if (at(s, 0) == '.' || at(s, 0) == ',') {
		step(&s, 1);
		take_decimals(&s, &moment->nanosecond);
	}
	set_offset(moment, s);
}

/* The text up to a NUL, without white space at its end. At its beginning a
 * blank may stand for a digit. */
static struct cl_str usable(const char *text, size_t len)
{
	struct cl_str s = { text, len };

	s = cl_str_sub(s, 0, cl_str_find_char(s, '\0', 0));
	while (s.len && cl_is_space(s.ptr[s.len - 1]))
		s.len--;
	return s;
}

bool cutline_moment_read(const char *text, size_t len,
			 struct cutline_moment *out)
{
	struct cutline_moment moment = { .has_time = false };
	struct day_read day = { .year = 0 };
	struct cl_str s = usable(text, len);
	struct cl_str trimmed = skip_blanks(s);

	/* Blanks before a whole date, or in place of a year. */
	if (cl_is_digit(at(trimmed, 0)))
		s = trimmed;
	if (!take_date(&s, &day) || !to_date(&day, &moment.date))
		return false;
	if (moment.date.from.day && !moment.date.from.year_unknown)
		read_time(s, &moment);
	*out = moment;
	return true;
}

void cutline_moment_refine(struct cutline_moment *moment, const char *subsec,
			   const char *offset)
{
	struct cl_str decimals = cl_str_trim(cl_str_from(subsec));
	uint32_t nanosecond;

	if (!moment->has_time)
		return;
	if (take_decimals(&decimals, &nanosecond) && !decimals.len)
		moment->nanosecond = nanosecond;
	if (offset)
		set_offset(moment, cl_str_from(offset));
}

static char *put_two(char *to, unsigned value)
{
	*to++ = (char)('0' + value / 10 % 10);
	*to++ = (char)('0' + value % 10);
	return to;
}

static char *put_decimals(char *to, uint32_t nanosecond)
{
	if (!nanosecond)
		return to;
	*to++ = '.';
	for (uint32_t unit = 100000000; nanosecond; unit /= 10) {
		*to++ = (char)('0' + nanosecond / unit % 10);
		nanosecond %= unit;
	}
	return to;
}

static char *put_offset(char *to, int minutes)
{
	unsigned size = (unsigned)(minutes < 0 ? -minutes : minutes);

	*to++ = minutes < 0 ? '-' : '+';
	to = put_two(to, size / 60);
	*to++ = ':';
	return put_two(to, size % 60);
}

void cutline_moment_write(const struct cutline_moment *moment,
			  char out[CUTLINE_MOMENT_TEXT_MAX])
{
	char *to;

	cutline_date_write(&moment->date, out);
	if (!moment->has_time)
		return;
	to = out + strlen(out);
	*to++ = 'T';
	to = put_two(to, moment->hour);
	*to++ = ':';
	to = put_two(to, moment->minute);
	*to++ = ':';
	to = put_two(to, moment->second);
	to = put_decimals(to, moment->nanosecond);
	if (moment->has_offset)
		to = put_offset(to, moment->offset_min);
	*to = '\0';
}
