/* SPDX-License-Identifier: MIT */
/*
 * The forms of a date in running text:
 *
 *	Monday, April 17, 2023	April 17	Sept. 2016	March 1-3, 2019
 *	17 April 2023		17. Mai 2021	1 de mayo de 2020
 *	2023-04-17		2023/04/17	24-06-2014	14/5/2019
 *
 * Numbers alone are day before month unless that is no day of the calendar. A
 * year alone is read elsewhere, since it needs a word that says what it is.
 */
#include "caption/dates.h"
#include "date/month.h"

static bool number(const struct cl_parse *p, uint32_t i, uint32_t max,
		   uint32_t *out)
{
	return i < p->count && p->tokens[i].kind == CL_T_NUMBER &&
	       cl_str_to_u32(cl_token_text(p, i), max, out);
}

/* The "º" of "1º de maio", for which many write a degree. */
static bool is_ordinal_sign(struct cl_str s)
{
	return cl_str_eq(s, CL_STR("º")) || cl_str_eq(s, CL_STR("°")) ||
	       cl_str_eq(s, CL_STR(".º"));
}

/* A day of the month, with or without its ending: 3, 3rd, 19th, 1er, 1º. */
static bool day_number(const struct cl_parse *p, uint32_t i, uint32_t *out)
{
	struct cl_str s;
	size_t digits = 0;

	if (i >= p->count || p->tokens[i].kind != CL_T_NUMBER)
		return false;
	s = cl_token_text(p, i);
	while (digits < s.len && cl_is_digit(s.ptr[digits]))
		digits++;
	if (digits > 2 || s.len > digits + 3 ||
	    !cl_str_to_u32(cl_str_sub(s, 0, digits), 31, out))
		return false;
	return *out >= 1 && (digits == s.len || cl_is_alpha(s.ptr[digits]) ||
			     is_ordinal_sign(cl_str_sub(s, digits, s.len)));
}

static bool year_number(const struct cl_parse *p, uint32_t i, uint32_t *out)
{
	return i < p->count && p->tokens[i].end - p->tokens[i].start == 4 &&
	       number(p, i, 2100, out) && *out >= 1800;
}

/* Two figures from here on are of the twentieth century, the others of this. */
#define FIRST_SHORT_YEAR 30u

static uint32_t whole_year(uint32_t year)
{
	return year + (year < FIRST_SHORT_YEAR ? 2000 : 1900);
}

static bool short_year(const struct cl_parse *p, uint32_t i, uint32_t *out)
{
	if (!number(p, i, 99, out) ||
	    p->tokens[i].end - p->tokens[i].start != 2)
		return false;
	*out = whole_year(*out);
	return true;
}

static bool month_at(const struct cl_parse *p, uint32_t i, int *month)
{
	*month = i < p->count ? p->tokens[i].month : 0;
	return *month > 0;
}

/* "1-3" or "1–3": the days of a range; the token after it. */
static uint32_t day_range(const struct cl_parse *p, uint32_t i, uint32_t *from,
			  uint32_t *to)
{
	struct cl_str s, first;

	if (i >= p->count || p->tokens[i].kind != CL_T_NUMBER)
		return i;
	s = cl_token_text(p, i);
	if (s.len >= 3 && s.len <= 5 && cl_str_split(&s, '-', &first) &&
	    cl_str_to_u32(first, 31, from) && cl_str_to_u32(s, 31, to))
		return *from && *from < *to ? i + 1 : i;
	if (day_number(p, i, from) && i + 2 < p->count &&
	    p->tokens[i + 1].kind == CL_T_DASH &&
	    !(p->tokens[i + 1].flags & CL_F_SPACE) && day_number(p, i + 2, to))
		return *from < *to ? i + 3 : i;
	return i;
}

static bool make(struct cutline_date *date, uint32_t year, int month,
		 uint32_t day)
{
	*date = (struct cutline_date){ .shape = CUTLINE_DATE_POINT };
	date->from.year = (int16_t)year;
	date->from.year_unknown = year ? 0 : 4;
	date->from.month = (uint8_t)month;
	date->from.day = (uint8_t)day;
	return !day ||
	       cutline_day_exists(year ? (int)year : 2000, month, (int)day);
}

static bool make_range(struct cutline_date *date, uint32_t year, int month,
		       uint32_t day, uint32_t last)
{
	struct cutline_date end;

	if (!make(date, year, month, day) || !make(&end, year, month, last))
		return false;
	date->shape = CUTLINE_DATE_RANGE;
	date->to = end.from;
	return true;
}

/* The year after a day and month, over a comma, full stop or "de". */
static uint32_t year_after(const struct cl_parse *p, uint32_t i, uint32_t *year)
{
	uint32_t next = i;

	if (cl_is_sign(p, next, ',') || cl_is_sign(p, next, '.') ||
	    cl_is_word(p, next, "de") || cl_is_word(p, next, "del") ||
	    cl_is_word(p, next, "of"))
		next++;
	if (year_number(p, next, year))
		return next + 1;
	if (next < p->count && p->tokens[next].sign == '\'' &&
	    !cl_has_flag(p, next + 1, CL_F_SPACE) &&
	    short_year(p, next + 1, year))
		return next + 2; /* "June '78" */
	*year = 0;
	return i;
}

/* "April 17, 2023", "April 2023", "June 1-3, 2019". */
static uint32_t month_first(const struct cl_parse *p, uint32_t i,
			    struct cutline_date *date)
{
	uint32_t day, last, year, next = i + 1, end;
	int month;

	if (i > 1 && cl_is_word(p, i, "janeiro") && cl_is_word(p, i - 2, "rio"))
		return i; /* "Rio de Janeiro, 11 Dec. 2018" */
	if (!month_at(p, i, &month) ||
	    (!(p->tokens[i].flags & CL_F_CAP) && cl_is_word(p, i, "may")) ||
	    cl_is_word(p, i, "mar"))
		if (!cl_is_word(p, i, "mar") || !month_at(p, i, &month))
			return i;
	if (cl_is_sign(p, next, '.') || cl_is_sign(p, next, ','))
		next++;
	end = day_range(p, next, &day, &last);
	if (end != next) {
		end = year_after(p, end, &year);
		return make_range(date, year, month, day, last) ? end : i;
	}
	if (day_number(p, next, &day) && !cl_is_sign(p, next + 1, '%')) {
		end = year_after(p, next + 1, &year);
		return make(date, year, month, day) ? end : i;
	}
	end = year_after(p, i + 1, &year);
	if (year && make(date, year, month, 0))
		return end;
	return i;
}

/* What joins day and month: "17. Mai", "1.º de maio", "17th of May". */
static uint32_t pass_joint(const struct cl_parse *p, uint32_t i)
{
	if (cl_is_sign(p, i, '.'))
		i++;
	if (i < p->count && is_ordinal_sign(cl_token_text(p, i)))
		i++;
	return cl_is_word(p, i, "de") || cl_is_word(p, i, "of") ? i + 1 : i;
}

/* "17 April 2023", "17. Mai 2021", "1 de mayo de 2020", "1-3 June 2019". */
static uint32_t day_first(const struct cl_parse *p, uint32_t i,
			  struct cutline_date *date)
{
	uint32_t day, last = 0, year, next, end;
	int month;

	next = day_range(p, i, &day, &last);
	if (next == i) {
		if (!day_number(p, i, &day))
			return i;
		next = i + 1;
	}
	next = pass_joint(p, next);
	if (!month_at(p, next, &month) || cl_has_flag(p, next, CL_F_LINE))
		return i;
	if (!(p->tokens[next].flags & CL_F_CAP) && cl_is_word(p, next, "may"))
		return i;
	end = year_after(p, next + 1, &year);
	if (last)
		return make_range(date, year, month, day, last) ? end : i;
	return make(date, year, month, day) ? end : i;
}

static bool from_numbers(const uint32_t n[3], bool american,
			 struct cutline_date *date)
{
	if (n[0] > 1800)
		return n[1] >= 1 && n[1] <= 12 && n[2] &&
		       make(date, n[0], (int)n[1], n[2]);
	if (n[0] == 0 || n[1] == 0 || n[0] > 31 || n[1] > 31 ||
	    (n[2] && (n[2] < 1800 || n[2] > 2100)))
		return false;
	if ((american && n[0] <= 12) || (n[1] > 12 && n[0] <= 12))
		return make(date, n[2], (int)n[0], n[1]);
	return n[1] <= 12 && make(date, n[2], (int)n[1], n[0]);
}

/* At the head of a caption and before a dash a date of numbers is American:
 * "6/1/1963-Nairobi". */
static bool american(const struct cl_parse *p, uint32_t i, uint32_t end)
{
	uint32_t head = 0;

	if (end >= p->count || p->tokens[end].kind != CL_T_DASH)
		return false;
	while (head < p->count && p->tokens[head].owner != CL_FREE)
		head++;
	return i == head;
}

/* "1942-09"; "1911-12" is a range of years. */
static bool year_month(struct cl_str s, struct cutline_date *date)
{
	uint32_t year, month;

	return cl_str_to_u32(cl_str_sub(s, 0, 4), 2100, &year) &&
	       year >= 1826 && s.ptr[4] == '-' &&
	       cl_str_to_u32(cl_str_sub(s, 5, 7), 12, &month) && month > 0 &&
	       month <= year % 100 && make(date, year, (int)month, 0);
}

/* "14-Jan-2019" */
static bool worded(struct cl_str s, struct cutline_date *date)
{
	struct cl_str day, name;
	uint32_t year, n;
	int month;

	return cl_str_split(&s, '-', &day) && cl_str_split(&s, '-', &name) &&
	       name.len == 3 && cl_str_to_u32(day, 31, &n) && n > 0 &&
	       cl_month_find(name, &month) && s.len == 4 &&
	       cl_str_to_u32(s, 2100, &year) && year >= 1826 &&
	       make(date, year, month, n);
}

/* "2023-04-17", "24-06-2014", "11.03.2020", "3.8.73" in one token. */
static bool joined(const struct cl_parse *p, uint32_t i,
		   struct cutline_date *date)
{
	struct cl_str s = cl_token_text(p, i), part;
	char sign = cl_str_find_char(s, '-', 0) < s.len ? '-' : '.';
	uint32_t n[3];
	int count = 0;

	if (s.len == 7 && sign == '-')
		return year_month(s, date);
	if (s.len < 6 || s.len > 11)
		return false;
	if (sign == '-' && worded(s, date))
		return true;
	while (cl_str_split(&s, sign, &part)) {
		if (count == 3 || !cl_str_to_u32(part, 2100, &n[count]))
			return false;
		count++;
	}
	if (count == 3 && part.len == 2 && n[0] < 100)
		n[2] = whole_year(n[2]);
	return count == 3 && from_numbers(n, american(p, i, i + 1), date);
}

/* "12. 8. 2002" */
static uint32_t dotted(const struct cl_parse *p, uint32_t i,
		       struct cutline_date *date)
{
	uint32_t n[3];

	if (!cl_is_sign(p, i + 1, '.') || !cl_is_sign(p, i + 3, '.') ||
	    !number(p, i, 31, &n[0]) || !number(p, i + 2, 12, &n[1]) ||
	    !year_number(p, i + 4, &n[2]))
		return i;
	return from_numbers(n, false, date) ? i + 5 : i;
}

/* "on the day", "in the morning", "this afternoon", "that evening". */
static bool is_vietnamese_day(const struct cl_parse *p, uint32_t i)
{
	return cl_is_word(p, i, "ngày") || cl_is_word(p, i, "hôm") ||
	       cl_is_word(p, i, "sáng") || cl_is_word(p, i, "chiều") ||
	       cl_is_word(p, i, "tối");
}

/* "14/5/2019", "2013/03/05"; "23/3" after a word like "ngày". */
static uint32_t slashed(const struct cl_parse *p, uint32_t i,
			struct cutline_date *date)
{
	uint32_t n[3] = { 0 };

	if (cl_is_sign(p, i + 1, '.'))
		return dotted(p, i, date);
	if (!number(p, i, 2100, &n[0]) || !cl_is_sign(p, i + 1, '/') ||
	    !number(p, i + 2, 31, &n[1]))
		return i;
	if (cl_is_sign(p, i + 3, '/') && number(p, i + 4, 2100, &n[2]) &&
	    n[2] < 100 && n[0] < 100 &&
	    p->tokens[i + 4].end - p->tokens[i + 4].start == 2)
		n[2] = whole_year(n[2]);
	if (n[2])
		return from_numbers(n, american(p, i, i + 5), date) ? i + 5 : i;
	if (i > 0 &&
	    (is_vietnamese_day(p, i - 1) ||
	     cl_has_class(p, i - 1, CL_W_WEEKDAY)) &&
	    n[0] <= 31 && from_numbers(n, false, date))
		return i + 3;
	return i;
}

/* "1938 Sept. 19", "1936 Mar.", as libraries have it. */
static uint32_t year_first(const struct cl_parse *p, uint32_t i,
			   struct cutline_date *date)
{
	uint32_t year, day = 0, next = i + 2;
	int month;

	if (!year_number(p, i, &year) || !month_at(p, i + 1, &month) ||
	    !cl_has_flag(p, i + 1, CL_F_CAP))
		return i;
	if (cl_is_sign(p, next, '.') && number(p, next + 1, 31, &day))
		next++;
	if (number(p, next, 31, &day))
		next++;
	if (day && year_number(p, next + cl_is_sign(p, next, ','), &year))
		return i; /* "in 1938 Sept. 19, 1939" */
	return make(date, year, month, day) ? next : i;
}

/* One day or month, without what may follow it. */
static uint32_t one_date(const struct cl_parse *p, uint32_t i,
			 struct cutline_date *date)
{
	uint32_t first = i, end;

	if (cl_has_class(p, i, CL_W_WEEKDAY)) {
		first++;
		if (cl_is_sign(p, first, ',') || cl_is_sign(p, first, '(') ||
		    cl_is_word(p, first, "the") || cl_is_word(p, first, "den"))
			first++;
	}
	if (first >= p->count)
		return i;
	if (cl_has_class(p, first, CL_W_MONTH)) {
		end = month_first(p, first, date);
		return end == first ? i : end;
	}
	if (p->tokens[first].kind != CL_T_NUMBER)
		return i;
	end = year_first(p, first, date);
	if (end != first)
		return end;
	if (joined(p, first, date))
		return first + 1;
	end = day_first(p, first, date);
	if (end == first)
		end = slashed(p, first, date);
	return end == first ? i : end;
}

/* "July-August 2016": two months in one word. */
static uint32_t month_pair(const struct cl_parse *p, uint32_t i,
			   struct cutline_date *date)
{
	struct cl_str last = cl_token_stem(p, i), first;
	int from, to;
	uint32_t year, end;

	if (!cl_str_split(&last, '-', &first) || !last.len ||
	    !cl_month_find(first, &from) || !cl_month_find(last, &to))
		return i;
	end = year_after(p, i + 1, &year);
	if (!year || from >= to)
		return i;
	make(date, year, from, 0);
	date->shape = CUTLINE_DATE_RANGE;
	date->to = date->from;
	date->to.month = (uint8_t)to;
	return end;
}

/* What joins the ends of a range. */
static bool is_joint(const struct cl_parse *p, uint32_t i)
{
	static const char *const words[] = { "to",  "through", "until", "and",
					     "bis", "au",      "al",    "y",
					     "e",   "et",      "und",   "till",
					     NULL };

	if (i >= p->count)
		return false;
	if (p->tokens[i].kind == CL_T_DASH || cl_is_sign(p, i, '/'))
		return true;
	for (size_t k = 0; words[k]; k++)
		if (cl_is_word(p, i, words[k]))
			return true;
	return false;
}

static bool in_order(const struct cutline_date_point *a,
		     const struct cutline_date_point *b)
{
	if (a->year != b->year)
		return a->year < b->year;
	return a->month != b->month ? a->month < b->month : a->day < b->day;
}

/* "April and May 2014": the month alone before the joint. */
static uint32_t lone_month(const struct cl_parse *p, uint32_t i,
			   struct cutline_date *date)
{
	int month;

	if (!cl_has_flag(p, i, CL_F_CAP) || !month_at(p, i, &month) ||
	    !is_joint(p, i + 1) || !cl_has_class(p, i + 2, CL_W_MONTH))
		return i;
	make(date, 0, month, 0);
	return i + 1;
}

/* A second date makes it a range, if it is as exact and later: "March 28 to
 * April 1, 2022", "28 March - 1 April". */
static uint32_t range_end(const struct cl_parse *p, uint32_t end,
			  struct cutline_date *date)
{
	struct cutline_date last;
	uint32_t to;

	if (date->shape != CUTLINE_DATE_POINT || !is_joint(p, end))
		return end;
	to = one_date(p, end + 1, &last);
	if (to == end + 1 || last.shape != CUTLINE_DATE_POINT ||
	    !last.from.day != !date->from.day ||
	    (last.from.year_unknown && !date->from.year_unknown))
		return end;
	if (date->from.year_unknown) {
		date->from.year = last.from.year;
		date->from.year_unknown = last.from.year_unknown;
	}
	if (!in_order(&date->from, &last.from))
		return end;
	date->shape = CUTLINE_DATE_RANGE;
	date->to = last.from;
	return to;
}

uint32_t cl_date_in_credit(const struct cl_parse *p, uint32_t i,
			   struct cutline_date *date)
{
	uint32_t end = i;

	if (cl_has_class(p, i, CL_W_MONTH)) {
		end = month_pair(p, i, date);
		if (end == i)
			end = lone_month(p, i, date);
		if (end == i + 1) {
			end = range_end(p, end, date);
			if (end > i + 1)
				return end;
			end = i;
		}
	}
	if (end == i)
		end = one_date(p, i, date);
	return end == i ? i : range_end(p, end, date);
}

uint32_t cl_date_at(const struct cl_parse *p, uint32_t i,
		    struct cutline_date *date)
{
	uint32_t number = i;

	if (!cl_may_begin_date(p, i))
		return i;
	if (cl_has_class(p, i, CL_W_WEEKDAY))
		number++; /* one who has no date after it need not be free */
	if (p->tokens[i].owner != CL_FREE ||
	    (number < p->count && p->tokens[number].owner != CL_FREE))
		return i;
	return cl_date_in_credit(p, i, date);
}
