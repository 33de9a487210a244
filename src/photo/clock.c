/* SPDX-License-Identifier: MIT */
/*
 * What a device's clock is worth.
 *
 * A clock that lost its battery starts at a fixed day, 1 January of 1904, 1970,
 * 1980 or 2000 (the epochs of Mac OS, POSIX, FAT and of many firmwares), or of
 * the year the firmware was made; west of Greenwich POSIX and FAT begin on the
 * evening before. Such a reading is kept and not chosen: 1970 at any hour, the
 * other epochs in the first minute, a camera's any other year at midnight to
 * the second only, since people do photograph on New Year's morning.
 *
 * Nor can a camera's reading be older than cameras that write EXIF (1995, JEITA
 * CP-3451's first version), or lie in the future. And the date that a scanner
 * writes is the day of the scan.
 *
 * GPS tells UTC. The difference to the camera's own time, rounded to a quarter
 * of an hour, is its offset, if it is one that is in use somewhere (IANA tz)
 * and hardly had to be rounded: a fix from some time ago tells nothing.
 */
#include "photo/clock.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

static const int first_exif = 1995;

static bool is_day(const struct cutline_date_point *day, int year, int month,
		   int number)
{
	return day->year == year && day->month == month && day->day == number;
}

static bool is_eve_of_epoch(const struct cutline_date_point *day)
{
	return is_day(day, 1969, 12, 31) || is_day(day, 1979, 12, 31);
}

static bool is_reset(const struct cutline_moment *m, bool by_camera)
{
	const struct cutline_date_point *day = &m->date.from;

	if (day->year_unknown > 0)
		return false;
	if (is_day(day, 1970, 1, 1))
		return true;
	if (!m->has_time)
		return false;
	if (is_eve_of_epoch(day))
		return by_camera;
	if (day->month != 1 || day->day != 1 || m->hour > 0 || m->minute > 0)
		return false;
	return day->year == 1904 || day->year == 1980 || day->year == 2000 ||
	       (by_camera && day->year >= first_exif && m->second == 0 &&
		m->nanosecond == 0);
}

/* Later than the day after tomorrow, by this machine's clock, if that is not
 * lost itself. */
static bool is_in_the_future(const struct cutline_moment *m)
{
	static const int day = 24 * 60 * 60, zones = 2;
	int64_t today = (int64_t)time(NULL) / day;
	int32_t lower, upper;

	return today > cutline_day_number(2024, 1, 1) &&
	       cutline_date_bounds(&m->date, &lower, &upper) &&
	       lower > today + zones;
}

static bool has_camera(const struct cutline_image *image)
{
	return cutline_image_tag(image, "exif:Model") != NULL;
}

bool cl_clock_is_scan(const struct cutline_image *image)
{
	/* Makers' names for their scanners, and software that only scans. */
	static const struct cl_str devices[] = {
		CL_STR_INIT("scan"),         CL_STR_INIT("perfection"),
		CL_STR_INIT("flextight"),    CL_STR_INIT("imacon"),
		CL_STR_INIT("ls-5000"),      CL_STR_INIT("ls-9000"),
		CL_STR_INIT("opticfilm"),    CL_STR_INIT("noritsu"),
		CL_STR_INIT("expression 1"), CL_STR_INIT("frontier"),
		CL_STR_INIT("silverfast"),
	};
	static const char *const tags[] = { "exif:Make", "exif:Model",
					    "exif:Software" };
	static const struct cl_str kinds[] = { CL_STR_INIT("negativeFilm"),
					       CL_STR_INIT("positiveFilm"),
					       CL_STR_INIT("print") };
	struct cl_str type = cl_str_from(
		cutline_image_tag(image, "xmp:Iptc4xmpExt:DigitalSourceType"));

	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++)
		if (cl_str_ends(type, kinds[i]))
			return true;
	for (size_t t = 0; t < sizeof(tags) / sizeof(*tags); t++) {
		struct cl_str text =
			cl_str_from(cutline_image_tag(image, tags[t]));

		for (size_t i = 0; i < sizeof(devices) / sizeof(*devices); i++)
			if (cl_str_find_nocase(text, devices[i], 0) < text.len)
				return true;
	}
	return false;
}

const char *cl_clock_doubt(const struct cl_draft *d,
			   const struct cl_candidate *c)
{
	const struct cutline_moment *m = &c->moment;

	if (is_reset(m, c->block == CL_BLOCK_EXIF))
		return "a clock's start after a reset";
	if (is_in_the_future(m))
		return "in the future: a clock set wrongly";
	if (c->block != CL_BLOCK_EXIF)
		return NULL;
	if (c->value.field == CUTLINE_DATE_CREATED &&
	    cl_clock_is_scan(d->image))
		return "the day of the scan, not of the picture";
	if (has_camera(d->image) && m->date.from.year_unknown == 0 &&
	    m->date.from.year < first_exif)
		return "older than cameras that write it: a clock set wrongly";
	return NULL;
}

/* "14/1 3/1 22/1" or "14 3 22": seconds of the day. */
static bool read_gps_time(struct cl_str text, int *seconds)
{
	struct cl_str part;
	int count = 0;

	*seconds = 0;
	while (cl_str_split(&text, ' ', &part)) {
		struct cl_str number;
		uint32_t n, unit = 1;

		(void)cl_str_split(&part, '/', &number);
		if (!cl_str_to_u32(number, UINT32_MAX, &n) ||
		    (part.len > 0 && !cl_str_to_u32(part, UINT32_MAX, &unit)) ||
		    unit == 0 || n / unit > 60 || count == 3)
			return false;
		*seconds = *seconds * 60 + (int)(n / unit);
		count++;
	}
	return count == 3 && *seconds <= 24 * 60 * 60;
}

/* Offsets in use are whole hours but for these, in minutes. */
static bool is_in_use(int minutes)
{
	static const int odd[] = { -570, -210, -150, 210, 270, 330, 345,
				   390,  525,  570,  630, 765, 825 };

	if (minutes < -12 * 60 || minutes > 14 * 60)
		return false;
	for (size_t i = 0; i < sizeof(odd) / sizeof(*odd); i++)
		if (odd[i] == minutes)
			return true;
	return minutes % 60 == 0;
}

/* A receiver without one keeps a clock of its own. */
static bool has_fix(const struct cutline_image *image)
{
	return image->has_gps &&
	       (image->latitude != 0 || image->longitude != 0);
}

bool cl_clock_infer_offset(const struct cutline_image *image,
			   struct cutline_moment *moment)
{
	static const int quarter = 15 * 60, tolerated = 3 * 60;
	const char *day = cutline_image_tag(image, "exif:GPSDateStamp");
	const char *clock = cutline_image_tag(image, "exif:GPSTimeStamp");
	struct cutline_moment utc;
	int32_t here, there, upper;
	int64_t apart;
	int seconds, quarters;

	if (!has_fix(image) || !day || !clock || !moment->has_time ||
	    moment->has_offset ||
	    !read_gps_time(cl_str_from(clock), &seconds) ||
	    !cutline_moment_read(day, strlen(day), &utc) ||
	    !cutline_date_bounds(&moment->date, &here, &upper) ||
	    here != upper || !cutline_date_bounds(&utc.date, &there, &upper) ||
	    there != upper || here - there > 1 || there - here > 1)
		return false;
	apart = (int64_t)(here - there) * 24 * 60 * 60 + moment->hour * 3600 +
		moment->minute * 60 + moment->second - seconds;
	quarters =
		(int)((apart + (apart < 0 ? -quarter : quarter) / 2) / quarter);
	if (llabs((long long)apart - (long long)quarters * quarter) >
		    tolerated ||
	    !is_in_use(quarters * 15))
		return false;
	moment->has_offset = true;
	moment->offset_min = (int16_t)(quarters * 15);
	return true;
}
