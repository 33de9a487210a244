/* SPDX-License-Identifier: MIT */
/*
 * A year that stands by itself, which only the words round it tell from a
 * number, a title's year, or a year that belongs to something else:
 *
 *	in 1912		1950s, mid-1950s, los años 50, anni '60
 *	(1912).		circa 1930, c1930, um 1905
 *	summer 1998	between 1905 and 1914, 1984-1989
 *	In this 1994 photo
 *
 * A year inside the name of an occasion ("Frankfurt Book Fair 2017") is none.
 */
#include "caption/dates.h"

/* Is the year one of a gift, a reprint, a class of pupils? */
static bool is_given(const struct cl_parse *p, uint32_t i)
{
	for (uint32_t k = i; k-- > 0 && k + 9 >= i;) {
		if (cl_is_sign(p, k, '.'))
			return false;
		if (cl_is_listed(p, k, CL_L_GIFT))
			return true;
	}
	return false;
}

static bool year_text(struct cl_str s, uint32_t *year)
{
	return s.len == 4 && cl_str_to_u32(s, 2100, year) && *year >= 1826;
}

bool cl_plain_year(const struct cl_parse *p, uint32_t i, uint32_t *year)
{
	return i < p->count && p->tokens[i].kind == CL_T_NUMBER &&
	       year_text(cl_token_text(p, i), year);
}

/* What is read of a year, and where. */
struct year {
	uint32_t from, end;
	struct cutline_date date;
	bool circa, decade, range;
};

static struct cutline_date_point point_of(uint32_t year)
{
	return (struct cutline_date_point){ .year = (int16_t)year };
}

/* "1950s", "1950's", "1950er", "mid-1950s". */
static bool read_decade(const struct cl_parse *p, uint32_t i, struct year *y)
{
	struct cl_str s = cl_token_text(p, i);
	size_t at = 0;
	uint32_t year;

	if (p->tokens[i].kind == CL_T_WORD) {
		at = cl_str_find_char(s, '-', 0) + 1;
		if (at < 4 || at > 6)
			return false;
	}
	if (s.len < at + 4 || !year_text(cl_str_sub(s, at, at + 4), &year) ||
	    year % 10 || year < 1830)
		return false;
	s = cl_str_sub(s, at + 4, s.len);
	if (!cl_str_eq(s, CL_STR("s")) && !cl_str_starts(s, CL_STR("er")) &&
	    !(s.len == 0 && i + 1 < p->count &&
	      p->tokens[i + 1].kind == CL_T_POSSESSIVE))
		return false;
	y->date.from = point_of(year);
	y->date.from.year_unknown = 1;
	y->decade = true;
	y->end = i + 1 + (s.len == 0);
	return true;
}

/* "los años 50", "anni '60", "década de 1940", "jaren 50": the word of the
 * decade stands before it. */
static bool read_worded_decade(const struct cl_parse *p, uint32_t i,
			       struct year *y)
{
	struct cl_str s = cl_token_text(p, i);
	uint32_t year, at = i;

	if (at > 0 &&
	    (p->tokens[at - 1].sign == '\'' || cl_is_word(p, at - 1, "de")))
		at--;
	if (at == 0 || !cl_is_listed(p, at - 1, CL_L_DECADE))
		return false;
	if (s.len != 2 && s.len != 4)
		return false;
	if (!cl_str_to_u32(s, 2100, &year) || year % 10)
		return false;
	year += s.len == 2 ? 1900 : 0;
	if (year < 1830)
		return false;
	y->date.from = point_of(year);
	y->date.from.year_unknown = 1;
	y->decade = true;
	y->from = at - 1;
	y->end = i + 1;
	return true;
}

/* "c1930", "c.1930", "ca.1930": stuck to it. */
static bool read_stuck_circa(const struct cl_parse *p, uint32_t i,
			     struct year *y)
{
	struct cl_str s = cl_token_text(p, i);
	uint32_t year;

	if (p->tokens[i].kind != CL_T_WORD || p->tokens[i].first != 'c' ||
	    s.len < 5 || s.len > 7 ||
	    !year_text(cl_str_sub(s, s.len - 4, s.len), &year))
		return false;
	y->date.from = point_of(year);
	y->circa = true;
	y->end = i + 1;
	return true;
}

/* "1984-1989", "1984-89", in one token or three. */
static bool read_hyphen_range(const struct cl_parse *p, uint32_t i,
			      struct year *y)
{
	struct cl_str s = cl_token_text(p, i), last;
	uint32_t from, to;

	if (s.len < 4 || !year_text(cl_str_sub(s, 0, 4), &from))
		return false;
	y->end = i + 1;
	if (s.len > 5 && s.ptr[4] == '-') {
		last = cl_str_sub(s, 5, s.len);
	} else if (s.len == 4 && i + 2 < p->count &&
		   p->tokens[i + 1].kind == CL_T_DASH &&
		   !cl_has_flag(p, i + 1, CL_F_SPACE) &&
		   !cl_has_flag(p, i + 2, CL_F_SPACE)) {
		last = cl_token_text(p, i + 2);
		y->end = i + 3;
	} else {
		return false;
	}
	if (!cl_str_to_u32(last, 2100, &to) || (last.len != 2 && last.len != 4))
		return false;
	to += last.len == 2 ? from / 100 * 100 : 0;
	if (to <= from)
		return false;
	y->date.shape = CUTLINE_DATE_RANGE;
	y->date.from = point_of(from);
	y->date.to = point_of(to);
	y->range = true;
	return true;
}

static bool is_ca(const struct cl_parse *p, uint32_t i)
{
	return (cl_is_word(p, i, "ca") || cl_is_word(p, i, "circa") ||
		cl_is_word(p, i, "c")) &&
	       !cl_has_flag(p, i, CL_F_UPPER); /* California */
}

/* "between 1905 and 1914", "entre 1935 e 1940". */
static bool read_worded_range(const struct cl_parse *p, uint32_t i,
			      struct year *y)
{
	uint32_t from, to, next = i + 2, at = i;

	if (at > 0 && cl_has_class(p, at - 1, CL_W_ARTICLE))
		at--; /* "tra il 1935 e il 1940" */
	if (at > 0 && is_ca(p, at - 1))
		at--;
	if (at == 0 || !cl_is_listed(p, at - 1, CL_L_BETWEEN) ||
	    !cl_has_class(p, i + 1, CL_W_CONJ | CL_W_PREP))
		return false;
	if (cl_has_class(p, next, CL_W_ARTICLE) || is_ca(p, next))
		next++; /* "between ca. 1910 and ca. 1915" */
	if (!cl_plain_year(p, i, &from) || !cl_plain_year(p, next, &to) ||
	    to <= from)
		return false;
	y->date.shape = CUTLINE_DATE_RANGE;
	y->date.from = point_of(from);
	y->date.to = point_of(to);
	y->range = true;
	y->circa = is_ca(p, at);
	y->from = at - 1;
	y->end = next + 1;
	return true;
}

/* Of the words only those that end in digits, or in a digit and "s". */
static bool has_digits(const struct cl_parse *p, uint32_t i)
{
	const char *end = p->text.ptr + p->tokens[i].end;

	return p->tokens[i].end - p->tokens[i].start > 4 &&
	       (cl_is_digit(end[-1]) ||
		(end[-1] == 's' && cl_is_digit(end[-2])));
}

static bool read_year(const struct cl_parse *p, uint32_t i, struct year *y)
{
	uint32_t year;

	*y = (struct year){ .from = i };
	y->date.shape = CUTLINE_DATE_POINT;
	if (p->tokens[i].kind == CL_T_WORD)
		return has_digits(p, i) &&
		       (read_decade(p, i, y) || read_stuck_circa(p, i, y));
	if (read_decade(p, i, y) || read_worded_decade(p, i, y) ||
	    read_worded_range(p, i, y) || read_hyphen_range(p, i, y))
		return true;
	if (!cl_plain_year(p, i, &year))
		return false;
	y->date.from = point_of(year);
	y->end = i + 1;
	return true;
}

/* "circa 1930"; "about 1900" if no noun follows that it counts. */
static bool circa_before(const struct cl_parse *p, uint32_t i, uint32_t end)
{
	if (i == 0 || !cl_is_listed(p, i - 1, CL_L_CIRCA))
		return false;
	return cl_has_class(p, i - 1, CL_W_ABBR) ||
	       cl_is_word(p, i - 1, "circa") || end >= p->count ||
	       p->tokens[end].kind != CL_T_WORD ||
	       cl_has_class(p, end, CL_W_PREP) || !cl_is_free(p, end);
}

/* "Lima, who fled Oran in 1962", "killed in the crash in 1978": what is told
 * aside was in another year. */
static bool in_aside(const struct cl_parse *p, uint32_t i)
{
	for (uint32_t k = i; k-- > p->body && k + 10 >= i;) {
		if (cl_is_sign(p, k, ',') || cl_is_sign(p, k, '.') ||
		    cl_is_sign(p, k, ';') || !cl_is_free(p, k))
			return false;
		if (cl_is_word(p, k, "who") || cl_is_word(p, k, "which") ||
		    cl_is_word(p, k, "since") || cl_is_word(p, k, "killed") ||
		    cl_is_word(p, k, "founded") || cl_is_word(p, k, "won"))
			return true;
	}
	return false;
}

/* Does the text, or what tells of the picture, end here? */
static bool ends_at(const struct cl_parse *p, uint32_t end)
{
	return end >= p->count || p->tokens[end].owner != CL_FREE ||
	       cl_is_sign(p, end, '.') || cl_is_sign(p, end, ')') ||
	       cl_is_sign(p, end, ':') || cl_is_sign(p, end, '|') ||
	       cl_is_sign(p, end, ']') ||
	       (p->tokens[end].kind == CL_T_DASH &&
		cl_has_flag(p, end, CL_F_SPACE) &&
		(end + 1 >= p->count ||
		 p->tokens[end + 1].kind == CL_T_WORD)) ||
	       (cl_is_sign(p, end, ',') && cl_is_word(p, end + 1, "printed"));
}

/* A comma, a bracket, the head of a sentence before it. */
static bool begins_at(const struct cl_parse *p, uint32_t i)
{
	return i == 0 || cl_has_flag(p, i, CL_F_SENTENCE | CL_F_LINE) ||
	       cl_is_sign(p, i - 1, '(') || cl_is_sign(p, i - 1, '[') ||
	       (cl_is_sign(p, i - 1, ',') &&
		!(i > 1 && p->tokens[i - 2].kind == CL_T_NUMBER));
}

/* "... at Congress House 1974": the last word, after a name that is none of an
 * occasion. */
static bool hangs_on(const struct cl_parse *p, uint32_t i, uint32_t end)
{
	bool last = end >= p->count || !cl_is_free(p, end);

	/* "..., München 1928. Foto" */
	if (!last && cl_is_sign(p, end, '.') && i > 1 &&
	    cl_has_flag(p, i - 1, CL_F_PLACE) && cl_is_sign(p, i - 2, ','))
		last = end + 1 >= p->count || !cl_is_free(p, end + 1);
	return i > 6 && last && cl_is_cap(p, i - 1) &&
	       !cl_has_class(p, i - 1, CL_W_EVENT | CL_W_MONTH | CL_W_TEAM);
}

static int weigh_year(const struct cl_parse *p, const struct year *y,
		      unsigned sentence)
{
	bool first = sentence == 0;
	uint32_t i = y->from;
	bool in = i > 0 && cl_is_listed(p, i - 1, CL_L_IN_YEAR);

	if (y->decade)
		return (in || i == 0 || !cl_is_free(p, i - 1) ||
			begins_at(p, i) || y->end - i > 1) &&
				       first
			       ? CL_DATE_CIRCA
		       : in || (begins_at(p, i) && ends_at(p, y->end))
			       ? CL_DATE_YEAR
			       : 0;
	if (y->range && y->from + 1 < y->end && first)
		return CL_DATE_CIRCA;
	if (cl_lists_before(p, i) & (CL_L_OTHER_DAY | CL_L_ISSUED) ||
	    is_given(p, i) || (in && in_aside(p, i)))
		return 0;
	if (i > 1 && cl_is_listed(p, i - 1, CL_L_SEASON) &&
	    !cl_is_sign(p, i - 2, '/'))
		return CL_DATE_YEAR + 5;
	if (in && !cl_is_word(p, i - 1, "the") && !y->range)
		return first ? CL_DATE_YEAR + 5 : CL_DATE_YEAR;
	if (begins_at(p, i) && ends_at(p, y->end))
		return CL_DATE_YEAR + 4;
	return hangs_on(p, i, y->end) ? CL_DATE_YEAR + 1 : 0;
}

uint32_t cl_year_at(const struct cl_parse *p, uint32_t i, unsigned sentence,
		    struct cutline_date *date, int *weight)
{
	struct year y;

	*weight = 0;
	if (!read_year(p, i, &y))
		return i;
	*date = y.date;
	if (!y.decade && (y.circa || circa_before(p, i, y.end))) {
		date->from.approximate = 1;
		date->to.approximate = y.range;
		*weight = CL_DATE_CIRCA;
	} else if (cl_photo_named(p, i, y.end)) {
		*weight = CL_DATE_TAKEN;
	} else {
		*weight = weigh_year(p, &y, sentence);
	}
	return y.end;
}
