/* SPDX-License-Identifier: MIT */
/*
 * Which of a caption's dates is the picture's. Every date is weighed by the
 * words round it:
 *
 *	In this Jan. 5, 2019, file photo   a photo's own date outweighs all
 *	... on April 17, 2023              the first sentence's date
 *	CANNES - APRIL 17:                 the dateline's, if the body has none
 *	... died Tuesday, March 7, 2023    a later sentence tells of other days
 *	released on, Issue date:           never
 *
 * A day without its year takes the year of an equal day elsewhere in the
 * caption, else of a year in the first sentence ("the 2019 festival"), else the
 * last such day before the document's date, else none (XXXX-04-17).
 */
#include "caption/dates.h"
#include "caption/credit.h"
#include "date/month.h"

/* The lists of the few words before a date, as far as its sentence goes. */
uint64_t cl_lists_before(const struct cl_parse *p, uint32_t i)
{
	uint64_t lists = 0;

	for (uint32_t k = i; k-- > 0 && k + 4 >= i;) {
		if (cl_is_sign(p, k, '.') || p->tokens[k].owner != CL_FREE)
			break;
		lists |= p->tokens[k].lists;
	}
	return lists;
}

/* Does a photo follow the date: "In this Jan. 5, 2019, file photo"? */
static bool photo_after(const struct cl_parse *p, uint32_t end)
{
	if (cl_is_sign(p, end, ','))
		end++;
	while (cl_is_word(p, end, "file") || cl_is_word(p, end, "handout") ||
	       cl_is_word(p, end, "aerial") || cl_is_word(p, end, "archive") ||
	       cl_is_word(p, end, "publicity") || cl_is_word(p, end, "school"))
		end++;
	return cl_has_class(p, end, CL_W_PHOTO);
}

static bool this_before(const struct cl_parse *p, uint32_t i)
{
	return i > 0 &&
	       (cl_is_word(p, i - 1, "this") || cl_is_word(p, i - 1, "a") ||
		cl_is_word(p, i - 1, "an"));
}

bool cl_photo_named(const struct cl_parse *p, uint32_t from, uint32_t end)
{
	return this_before(p, from) && photo_after(p, end);
}

/* "a photo taken and released by"; not "taken from video released by". */
static bool was_taken(const struct cl_parse *p, uint32_t i)
{
	for (uint32_t k = i; k-- > 0 && k + 4 >= i;)
		if (cl_is_listed(p, k, CL_L_TAKEN))
			return !cl_is_word(p, k + 1, "from");
	return false;
}

/* "video provided by the press service on Monday": when it came, not when it
 * was taken. Looks farther back than the few words, as far as the phrase of
 * the giver goes. */
static bool is_handed_out(const struct cl_parse *p, uint32_t from)
{
	for (uint32_t k = from; k-- > 0 && k + 14 >= from;) {
		if (p->tokens[k].kind == CL_T_SIGN ||
		    p->tokens[k].owner != CL_FREE ||
		    cl_has_class(p, k, CL_W_VERB | CL_W_AUX))
			return false;
		if (cl_is_listed(p, k, CL_L_ISSUED | CL_L_PROVIDED))
			return !was_taken(p, k);
	}
	return false;
}

/* "the Dec. 17 election": the date names what it is of. */
static bool names_an_event(const struct cl_parse *p, uint32_t from,
			   uint32_t end)
{
	static const char *const words[] = { "election",   "elections",
					     "attack",     "attacks",
					     "vote",       "quake",
					     "earthquake", NULL };

	if (from == 0 || !cl_has_class(p, from - 1, CL_W_ARTICLE))
		return false;
	for (size_t k = 0; words[k]; k++)
		if (cl_is_word(p, end, words[k]))
			return true;
	return false;
}

/* "who will sing at the festival in August" */
static bool will_be(const struct cl_parse *p, uint32_t from)
{
	for (uint32_t k = from; k-- > p->body && k + 12 >= from;) {
		if (p->tokens[k].kind == CL_T_SIGN || !cl_is_free(p, k))
			return false;
		if (cl_is_word(p, k, "will"))
			return true;
	}
	return false;
}

/* "since her repairs", "on view through"; not across a comma: "the first since
 * her repairs, 1 September 2023". */
static bool other_day(const struct cl_parse *p, uint32_t from)
{
	if (from > 0 && cl_is_sign(p, from - 1, ',') &&
	    !cl_is_listed(p, from - 2, CL_L_OTHER_DAY))
		return false;
	return (cl_lists_before(p, from) & CL_L_OTHER_DAY) || will_be(p, from);
}

/* "This combination of pictures created on": when it was put together. */
static bool is_combined(const struct cl_parse *p, uint32_t from)
{
	uint32_t i = p->body;

	while (i < from && i < p->body + 4 &&
	       !cl_is_word(p, i, "combination") && !cl_is_word(p, i, "combo"))
		i++;
	if (i == from || i == p->body + 4)
		return false;
	return cl_is_word(p, from - 1, "created") ||
	       (cl_is_word(p, from - 1, "on") &&
		cl_is_word(p, from - 2, "created"));
}

static int weigh(const struct cl_parse *p, uint32_t from, uint32_t end,
		 unsigned sentence)
{
	uint64_t before = cl_lists_before(p, from);

	if (is_combined(p, from))
		return CL_DATE_NONE;
	if ((before & (CL_L_ISSUED | CL_L_PROVIDED)) || is_handed_out(p, from))
		return CL_DATE_NONE;
	if (cl_photo_named(p, from, end) || (before & CL_L_TAKEN))
		return CL_DATE_TAKEN;
	if (other_day(p, from) || names_an_event(p, from, end))
		return CL_DATE_NONE + 1;
	if (sentence == 0)
		return CL_DATE_BODY;
	/* a sentence that is but a date: "... in Toronto. May 9, 2018." */
	if (cl_has_flag(p, from, CL_F_SENTENCE) &&
	    (cl_is_sign(p, end, '.') || end >= p->count ||
	     p->tokens[end].owner != CL_FREE))
		return CL_DATE_BODY - 1;
	return CL_DATE_LATER;
}

static void consider(struct cl_date_pick *best, int weight,
		     const struct cutline_date *date, struct cutline_span span)
{
	if (weight > best->weight)
		*best = (struct cl_date_pick){ weight, *date, span };
}

/* The document's date, when it is one day. */
static bool document_day(const struct cl_parse *p, int32_t *day)
{
	int32_t upper;

	return p->opts &&
	       cutline_date_bounds(&p->opts->document_date, day, &upper) &&
	       *day == upper;
}

/* "Samstagabend", "Montagmorgen": the weekday before the time of day. */
static bool find_weekday(struct cl_str s, int *weekday)
{
	static const struct cl_str tails[] = {
		CL_STR_INIT("abend"),      CL_STR_INIT("morgen"),
		CL_STR_INIT("nacht"),      CL_STR_INIT("vormittag"),
		CL_STR_INIT("nachmittag"), CL_STR_INIT("mittag"),
	};

	if (cl_weekday_find(s, weekday))
		return true;
	for (size_t i = 0; i < sizeof(tails) / sizeof(tails[0]); i++)
		if (cl_str_ends(s, tails[i]) &&
		    cl_weekday_find(cl_str_sub(s, 0, s.len - tails[i].len),
				    weekday))
			return true;
	return false;
}

/* The last day of that weekday on or before the document's date. */
static bool weekday_date(const struct cl_parse *p, uint32_t i,
			 struct cutline_date *date)
{
	int32_t day;
	int weekday;

	if (!find_weekday(cl_token_stem(p, i), &weekday) ||
	    !document_day(p, &day))
		return false;
	day -= (cutline_day_weekday(day) - weekday + 7) % 7;
	*date = cutline_date_of_day_number(day);
	return true;
}

/* "last month" */
static bool last_month(const struct cl_parse *p, uint32_t i, int32_t day,
		       struct cutline_date *date)
{
	if (i == 0 || !cl_is_word(p, i - 1, "last"))
		return false;
	*date = cutline_date_of_day_number(day);
	date->from.day = 0;
	if (--date->from.month == 0) {
		date->from.month = 12;
		date->from.year--;
	}
	return true;
}

/* "yesterday", "hoy", "this morning", "last night". French "hier" only at the
 * end of what it says, since in German it is "here". */
static bool today_date(const struct cl_parse *p, uint32_t i,
		       struct cutline_date *date)
{
	static const char *const yesterday[] = {
		"yesterday", "ayer", "gestern", "ieri",   "ontem",
		"gisteren",  "hier", "igår",    "anoche", NULL
	};
	bool before = cl_is_word(p, i, "night") && i > 0 &&
		      cl_is_word(p, i - 1, "last");
	int32_t day;

	if (!document_day(p, &day))
		return false;
	if (cl_is_word(p, i, "month"))
		return last_month(p, i, day, date);
	if (cl_has_class(p, i, CL_W_EVENT) && !before &&
	    !(i > 0 && cl_is_word(p, i - 1, "this")))
		return false;
	if (cl_is_word(p, i, "hier") && cl_is_free(p, i + 1) &&
	    p->tokens[i + 1].kind != CL_T_SIGN)
		return false;
	for (size_t k = 0; yesterday[k]; k++)
		before |= cl_is_word(p, i, yesterday[k]);
	if ((cl_is_word(p, i, "night") || cl_is_word(p, i, "morning") ||
	     cl_is_word(p, i, "afternoon") || cl_is_word(p, i, "evening")) &&
	    !before && !(i > 0 && cl_is_word(p, i - 1, "this")))
		return false;
	*date = cutline_date_of_day_number(day - before);
	return true;
}

/* "in July": a month alone. */
static bool month_alone(const struct cl_parse *p, uint32_t i,
			struct cutline_date *date)
{
	if (i == 0 || !cl_is_listed(p, i - 1, CL_L_IN_TIME) ||
	    (cl_is_sign(p, i + 1, ',') && cl_is_cap(p, i + 2)) ||
	    (cl_is_cap(p, i + 1) && !cl_has_flag(p, i + 1, CL_F_SENTENCE)) ||
	    !p->tokens[i].month)
		return false;
	*date = (struct cutline_date){ .shape = CUTLINE_DATE_POINT };
	date->from.year_unknown = 4;
	date->from.month = p->tokens[i].month;
	return true;
}

static uint32_t take_date(struct cl_parse *p, uint32_t i, unsigned sentence,
			  struct cl_date_pick *best)
{
	struct cutline_date date = { 0 };
	struct cutline_span span;
	uint32_t end = cl_date_at(p, i, &date);
	int weight;

	if (end == i)
		return i;
	if (i > 0 && cl_is_listed(p, i - 1, CL_L_VENUE_FIRST) &&
	    date.from.year_unknown)
		return end; /* "avenida 9 de Julio" */
	date.from.approximate |= i > 0 && cl_is_word(p, i - 1, "circa");
	span = cl_span_of(p, i, end);
	weight = weigh(p, i, end, sentence);
	cl_add_date(p,
		    weight == CL_DATE_NONE ? CUTLINE_DATE_ROLE_ISSUED
					   : CUTLINE_DATE_ROLE_MENTIONED,
		    &date, span);
	consider(best, weight, &date, span);
	cl_claim(p, i, end, CL_BY_DATE);
	return end;
}

/* What is a date only by what stands round it, in the sentence of the picture:
 * a weekday, today, a month alone. */
static void take_small(struct cl_parse *p, uint32_t i,
		       struct cl_date_pick *best)
{
	struct cutline_date date = { 0 };
	int weight = CL_DATE_NONE;

	if ((cl_lists_before(p, i) & (CL_L_ISSUED | CL_L_OTHER_DAY)) ||
	    will_be(p, i))
		return;
	if (i > 0 &&
	    (cl_is_word(p, i - 1, "after") || cl_is_word(p, i - 1, "before")))
		return; /* "after Thursday's vote" */
	if (cl_has_class(p, i, CL_W_WEEKDAY))
		weight = weekday_date(p, i, &date) ? CL_DATE_WEEKDAY : 0;
	else if (cl_has_class(p, i, CL_W_MONTH))
		weight = month_alone(p, i, &date) ? CL_DATE_MONTH : 0;
	else if (today_date(p, i, &date))
		weight = CL_DATE_TODAY;
	if (weight == CL_DATE_WEEKDAY && is_handed_out(p, i))
		weight = CL_DATE_NONE;
	consider(best, weight, &date, cl_span_of(p, i, i + 1));
	if (weight == CL_DATE_MONTH)
		cl_claim(p, i, i + 1, CL_BY_DATE);
}

static uint32_t take_year(struct cl_parse *p, uint32_t i, unsigned sentence,
			  struct cl_date_pick *best)
{
	struct cutline_date date = { 0 };
	int weight;
	uint32_t end = cl_year_at(p, i, sentence, &date, &weight);

	consider(best, weight, &date, cl_span_of(p, i, end));
	if (weight >= CL_DATE_CIRCA)
		cl_claim(p, i, end, CL_BY_DATE);
	return end;
}

/* "Photograph by Ana Lima, 1928", "Foto: Ana Lima, cirka 1915"; not "© Ana
 * Lima, 2019" nor "Gift of Ana Lima, 1978". */
static uint32_t year_in_credit(const struct cl_parse *p, uint32_t i,
			       struct cutline_date *date)
{
	uint32_t year, before = i;

	if (!cl_plain_year(p, i, &year) || i < 3)
		return i;
	if (cl_is_listed(p, i - 1, CL_L_CIRCA))
		before--;
	if (!cl_is_sign(p, before - 1, ',') ||
	    (i + 1 < p->count && p->tokens[i + 1].kind < CL_T_POSSESSIVE))
		return i;
	for (uint32_t k = before;
	     k-- > 0 && k + 14 >= i && p->tokens[k].owner == CL_BY_CREDIT;) {
		if (cl_is_sign(p, k, 'c') || cl_credit_gift(p, k) ||
		    cl_is_word(p, k, "copyright"))
			return i;
		if (!cl_has_class(p, k, CL_W_PHOTO) &&
		    !cl_is_word(p, k, "photographer") &&
		    !cl_is_word(p, k, "fotograf"))
			continue;
		*date = (struct cutline_date){ .shape = CUTLINE_DATE_POINT };
		date->from.year = (int16_t)year;
		date->from.approximate = before < i;
		return i + 1;
	}
	return i;
}

/* No date in what is told: one inside the credit ("Foto X/LaPresse 11 Novembre
 * 2020") stands in. */
static void take_from_credit(struct cl_parse *p, struct cl_date_pick *best)
{
	for (uint32_t i = p->body; i < p->count; i++) {
		struct cutline_date date = { 0 };
		uint32_t end;

		if (p->tokens[i].owner != CL_BY_CREDIT ||
		    !cl_may_begin_date(p, i))
			continue;
		end = cl_date_in_credit(p, i, &date);
		if (end == i)
			end = year_in_credit(p, i, &date);
		if (end == i || date.from.year_unknown)
			continue;
		consider(best, CL_DATE_CREDIT, &date, cl_span_of(p, i, end));
		return;
	}
}

static uint32_t take_at(struct cl_parse *p, uint32_t i, unsigned sentence,
			struct cl_date_pick *best)
{
	uint32_t next;

	if (!cl_may_begin_date(p, i) && !cl_is_listed(p, i, CL_L_TODAY) &&
	    !cl_has_flag(p, i, CL_F_DIGITS))
		return i + 1;
	next = take_date(p, i, sentence, best);
	if (next > i)
		return next;
	if (sentence == 0 && (cl_has_class(p, i, CL_W_WEEKDAY | CL_W_MONTH) ||
			      cl_is_listed(p, i, CL_L_TODAY)))
		take_small(p, i, best);
	if (cl_has_class(p, i, CL_W_WEEKDAY) &&
	    (sentence == 0 || cl_has_flag(p, i, CL_F_CAP)))
		cl_claim(p, i, i + 1, CL_BY_DATE);
	if (p->tokens[i].kind == CL_T_NUMBER || cl_has_flag(p, i, CL_F_DIGITS))
		next = take_year(p, i, sentence, best);
	return next > i ? next : i + 1;
}

/* Does a sentence begin at i? Not after "Hwy." or "..." or with "[+]". */
static bool begins_sentence(const struct cl_parse *p, uint32_t i)
{
	const struct cl_token *t = &p->tokens[i];

	if (i <= p->body || !(t->flags & CL_F_SENTENCE))
		return false;
	return (t->flags & CL_F_LINE) ||
	       (t->kind == CL_T_WORD && (t->flags & CL_F_CAP)) ||
	       t->kind == CL_T_QUOTE_OPEN;
}

/* A word that tells something: a heading or a place alone is no sentence. */
static bool tells(const struct cl_parse *p, uint32_t i)
{
	return p->tokens[i].kind == CL_T_WORD && !cl_has_flag(p, i, CL_F_CAP);
}

void cl_dates_find(struct cl_parse *p)
{
	struct cl_date_pick best = { 0 };
	unsigned sentence = 0;
	bool told = false;
	uint32_t i = 0;

	for (size_t k = 0; k < p->dates.count; k++) /* the dateline's */
		consider(&best, CL_DATE_DATELINE, &p->dates.items[k].date,
			 p->dates.items[k].span);
	while (i < p->count) {
		if (p->tokens[i].owner != CL_FREE) {
			i++;
			continue;
		}
		if (begins_sentence(p, i)) {
			sentence += told;
			told = false;
		}
		told |= tells(p, i);
		i = take_at(p, i, sentence, &best);
	}
	if (best.weight < CL_DATE_CREDIT)
		take_from_credit(p, &best);
	cl_date_settle(p, &best);
}
