/* SPDX-License-Identifier: MIT */
#ifndef CL_CAPTION_DATES_H
#define CL_CAPTION_DATES_H

#include "caption/parse.h"

/* Can a date begin with token i: a month, a weekday, a number? */
static inline bool cl_may_begin_date(const struct cl_parse *p, uint32_t i)
{
	return i < p->count &&
	       (p->tokens[i].kind == CL_T_NUMBER ||
		(p->tokens[i].classes & (CL_W_MONTH | CL_W_WEEKDAY)));
}

/* Read one date that begins at token i: the token after it, or i. A weekday
 * before it belongs to it; a weekday alone does not count. */
uint32_t cl_date_at(const struct cl_parse *p, uint32_t i,
		    struct cutline_date *date);

/* The same whoever has read the tokens. */
uint32_t cl_date_in_credit(const struct cl_parse *p, uint32_t i,
			   struct cutline_date *date);

/* How much speaks for a date's being the picture's. */
enum cl_date_weight {
	CL_DATE_NONE,
	CL_DATE_YEAR = 10,
	CL_DATE_CREDIT = 16,
	CL_DATE_LATER = 20,
	CL_DATE_MONTH = 30,
	CL_DATE_TODAY = 34,
	CL_DATE_WEEKDAY = 35,
	CL_DATE_DATELINE = 40,
	CL_DATE_CIRCA = 45,
	CL_DATE_BODY = 60,
	CL_DATE_TAKEN = 100,
};

/* The date that most speaks for. */
struct cl_date_pick {
	int weight;
	struct cutline_date date;
	struct cutline_span span;
};

/* Complete the date and enter it. */
void cl_date_settle(struct cl_parse *p, struct cl_date_pick *best);

/* Read a year that stands by itself at token i, a decade, a range of years, and
 * weigh it: the token after it, or i. */
uint32_t cl_year_at(const struct cl_parse *p, uint32_t i, unsigned sentence,
		    struct cutline_date *date, int *weight);
bool cl_plain_year(const struct cl_parse *p, uint32_t i, uint32_t *year);

/* What the words say round the date from from to end: the lists of the few
 * before it; is it the date of a photo ("In this Jan. 5, 2019, file photo")? */
uint64_t cl_lists_before(const struct cl_parse *p, uint32_t from);
bool cl_photo_named(const struct cl_parse *p, uint32_t from, uint32_t end);

/* Once the place is known: "5/7/1943" is in May in the United States. */
void cl_dates_settle_order(struct cl_parse *p);

/* Find the dates of a caption, judge which is the picture's, claim them. */
void cl_dates_find(struct cl_parse *p);

#endif
