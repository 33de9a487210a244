/* SPDX-License-Identifier: MIT */
/**
 * @file
 * Dates as captions and cameras write them: EDTF values and clock moments.
 *
 * A date here may lack its year ("XXXX-04-17"), its day ("2023-04"), its last
 * digit ("195X"), be approximate ("1955~") or a range. The text form is EDTF,
 * ISO 8601-2:2019: levels 0 and 1, and of level 2 the forms XXXX-MM-DD,
 * XXXX-MM, 195X-MM-DD, 195X-MM and YYYY-XX-DD, and qualifiers on single parts,
 * which count for the whole date. An end that is unknown ("1955/") is read as
 * open ("1955/.."). The Gregorian calendar is used for all years; day 0 is
 * 1970-01-01.
 *
 * All functions are pure: no state, no allocation, constant time, any thread.
 */
#ifndef CUTLINE_DATE_H
#define CUTLINE_DATE_H

#include <cutline/status.h>

/** Bytes that hold any date's text and its NUL. */
#define CUTLINE_DATE_TEXT_MAX 48

/** A month or day that is known to exist but not known: EDTF's "XX". */
#define CUTLINE_DATE_XX 255

/** One end of a date. */
struct cutline_date_point {
	int16_t year;         /**< 0 to 9999; unknown digits count as 0 */
	uint8_t year_unknown; /**< unknown last digits: 1 in 195X, 4 in XXXX */
	uint8_t month;        /**< 1 to 12, a season 21 to 24, 0 not given,
				* or CUTLINE_DATE_XX */
	uint8_t day;          /**< 1 to 31, 0 not given, or CUTLINE_DATE_XX */
	bool approximate;     /**< "~": circa */
	bool uncertain;       /**< "?" */
};

/** What a date is made of. */
enum cutline_date_shape {
	CUTLINE_DATE_NONE = 0,   /**< no date */
	CUTLINE_DATE_POINT,      /**< `from` alone */
	CUTLINE_DATE_RANGE,      /**< from/to */
	CUTLINE_DATE_OPEN_END,   /**< from/.. */
	CUTLINE_DATE_OPEN_START, /**< ../to */
};

/** A date. All zero is no date. */
struct cutline_date {
	enum cutline_date_shape shape;
	struct cutline_date_point from;
	struct cutline_date_point to;
};

/**
 * Read a date in EDTF.
 *
 * @param text  borrowed for the call, ASCII, need not end in NUL
 * @param len   bytes in text
 * @param out   the date, on success
 * @param err   filled on failure with the place and the reason
 *
 * @return CUTLINE_OK; CUTLINE_FORMAT if it is no date of the kinds above or no
 *         day of the calendar (2023-02-30)
 */
CUTLINE_API CUTLINE_MUST_USE enum cutline_status
cutline_date_parse(const char *text, size_t len, struct cutline_date *out,
		   struct cutline_error *err);

/**
 * Write a date in EDTF; the inverse of cutline_date_parse().
 *
 * @param date  any date; none gives ""
 * @param out   receives the text and its NUL
 */
CUTLINE_API void cutline_date_write(const struct cutline_date *date,
				    char out[CUTLINE_DATE_TEXT_MAX]);

/**
 * Tell the first and the last day a date may mean.
 *
 * "195X" runs from 1950-01-01 to 1959-12-31, "2023-02" to 2023-02-28. An open
 * end is INT32_MAX, an open start INT32_MIN. Approximate and uncertain change
 * nothing. Seasons are the northern, meteorological ones: 21 is March to May,
 * 24 December to February of the next year.
 *
 * @param date   any date
 * @param lower  day number of the first day, set when the result is true
 * @param upper  day number of the last day, likewise
 *
 * @return false if no day can be told: no date, or one without its year
 */
CUTLINE_API bool cutline_date_bounds(const struct cutline_date *date,
				     int32_t *lower, int32_t *upper);

/**
 * Tell whether two dates may mean the same day. A date without its year
 * overlaps where month and day do; no date overlaps nothing.
 */
CUTLINE_API bool cutline_date_overlaps(const struct cutline_date *a,
				       const struct cutline_date *b);

/** Make the date of one day. The caller owes a day of the calendar. */
CUTLINE_API struct cutline_date cutline_date_of_day(int year, int month,
						    int day);

/** Make the date of one day from its day number (years 0 to 9999). */
CUTLINE_API struct cutline_date cutline_date_of_day_number(int32_t number);

/** Whether the three numbers name a day of the calendar, years 0 to 9999. */
CUTLINE_API bool cutline_day_exists(int year, int month, int day);

/** The day's number: days since 1970-01-01. The caller owes a real day. */
CUTLINE_API int32_t cutline_day_number(int year, int month, int day);

/** The weekday of a day number: 0 is Monday, 6 Sunday (ISO 8601 less 1). */
CUTLINE_API int cutline_day_weekday(int32_t number);

/** Bytes that hold any moment's text and its NUL. */
#define CUTLINE_MOMENT_TEXT_MAX 64

/** A clock reading, as cameras and programs store it. All zero is none. */
struct cutline_moment {
	struct cutline_date date; /**< a point: year, month or day */
	bool has_time;
	uint8_t hour, minute, second; /**< second up to 60 */
	uint32_t nanosecond;
	bool has_offset;    /**< false: the zone is unknown, not UTC */
	int16_t offset_min; /**< minutes east of UTC, -1439 to 1439 */
};

/**
 * Read a clock reading in any of the forms metadata holds.
 *
 * EXIF `2023:04:17 14:03:22`, with `:` or `-` between the date's parts and a
 * blank or `T` before the time; XMP `2023-04-17T14:03:22.5+02:00` and its
 * shorter forms; IIM `20230417` and `20230417 140322+0200`. Parts that are
 * blank or 00 are unknown, never January; what the EXIF standard calls unknown
 * (blanks, zeros) is no moment.
 *
 * @param text  borrowed for the call, need not end in NUL
 * @param len   bytes in text
 * @param out   the moment, set when the result is true
 *
 * @return false if the text says no date
 */
CUTLINE_API bool cutline_moment_read(const char *text, size_t len,
				     struct cutline_moment *out);

/** Add what EXIF keeps apart: SubSecTime and OffsetTime, either may be NULL.
 * What is malformed is passed over. */
CUTLINE_API void cutline_moment_refine(struct cutline_moment *moment,
				       const char *subsec, const char *offset);

/** Write a moment as ISO 8601, as far as it is known: "2023-04-17T14:03:22
 * +02:00" without the blank, "2023-04". No moment gives "". */
CUTLINE_API void cutline_moment_write(const struct cutline_moment *moment,
				      char out[CUTLINE_MOMENT_TEXT_MAX]);

/** Tell whether one moment is later than another: by UTC where both know their
 * offset, else by their clocks; a part that is unknown counts as its first. A
 * moment without its year is neither later nor earlier than any. */
CUTLINE_API bool cutline_moment_is_later(const struct cutline_moment *a,
					 const struct cutline_moment *b);

#endif
