/* SPDX-License-Identifier: MIT */
/* Where a token stands in its caption: in which sentence, in quotation marks,
 * in the phrase of an occasion, before a credit. */
#include "caption/observe.h"

/* Where a token stands, as bits. */
enum stance {
	STANCE_QUOTED = 1 << 0,
	STANCE_BRACKETED = 1 << 1,
	STANCE_FIRST = 1 << 2, /* in the first sentence; second; later */
	STANCE_SECOND = 1 << 3,
	STANCE_LATER = 1 << 4,
	STANCE_OPENS = 1 << 5, /* begins a sentence */
	STANCE_LINE = 1 << 6,  /* begins a line */
	STANCE_HEAD = 1 << 7,  /* before the body */
	STANCE_MAIN = 1 << 8,  /* in the sentence of the picture */
	STANCE_TAIL = 1 << 9,
	STANCE_AHEAD = 1 << 10,        /* a word of occasion ends its phrase */
	STANCE_BEHIND = 1 << 11,       /* one began it */
	STANCE_VENUE = 1 << 12,        /* a word of venue ends its run */
	STANCE_DATED = 1 << 13,        /* the caption has a dateline */
	STANCE_LATER_CREDIT = 1 << 14, /* a credit is still to come */
};

static uint32_t *stance(struct cl_seen *seen)
{
	return &seen->bits[CL_SEE_STANCE - CL_SEE_NUMBERS];
}

static void see_sentences(struct cl_parse *p, struct cl_seen *seen,
			  uint32_t count)
{
	static const uint32_t sentences[] = { STANCE_FIRST, STANCE_SECOND,
					      STANCE_LATER };
	uint32_t main_end = cl_main_end(p), sentence = 0;
	unsigned quotes = 0, brackets = 0;

	for (uint32_t i = 0; i < count; i++) {
		const struct cl_token *t = &p->tokens[i];
		uint32_t bits = 0;

		if ((t->flags & CL_F_SENTENCE) && i > p->body && sentence < 2)
			sentence++;
		bits |= quotes ? STANCE_QUOTED : 0;
		bits |= brackets ? STANCE_BRACKETED : 0;
		bits |= sentences[sentence];
		bits |= t->flags & CL_F_SENTENCE ? STANCE_OPENS : 0;
		bits |= t->flags & CL_F_LINE ? STANCE_LINE : 0;
		bits |= i < p->body    ? STANCE_HEAD
			: i < main_end ? STANCE_MAIN
				       : STANCE_TAIL;
		*stance(&seen[i]) |= bits;
		quotes += t->kind == CL_T_QUOTE_OPEN;
		quotes -= t->kind == CL_T_QUOTE_CLOSE && quotes;
		brackets += t->kind == CL_T_OPEN;
		brackets -= t->kind == CL_T_CLOSE && brackets;
	}
}

/* What ends a noun phrase, roughly. */
static bool parts_phrases(const struct cl_parse *p, uint32_t i)
{
	const struct cl_token *t = &p->tokens[i];

	if (t->flags & (CL_F_SENTENCE | CL_F_LINE))
		return true;
	if (t->kind == CL_T_WORD)
		return !(t->flags & CL_F_CAP) &&
		       (t->classes &
			(CL_W_PREP | CL_W_AUX | CL_W_PRON | CL_W_ARTICLE));
	return t->kind != CL_T_NUMBER && t->kind != CL_T_QUOTE_OPEN &&
	       t->kind != CL_T_QUOTE_CLOSE && t->kind != CL_T_POSSESSIVE &&
	       t->sign != '&';
}

/* A word of occasion ahead in the phrase, or behind in it. */
static void see_heads(const struct cl_parse *p, struct cl_seen *seen,
		      uint32_t count)
{
	bool head = false;

	for (uint32_t i = 0; i < count; i++) {
		if (parts_phrases(p, i))
			head = false;
		if (head)
			*stance(&seen[i]) |= STANCE_BEHIND;
		head |= (p->tokens[i].classes & CL_W_EVENTHEAD) != 0;
	}
	head = false;
	for (uint32_t i = count; i-- > 0;) {
		if (head)
			*stance(&seen[i]) |= STANCE_AHEAD;
		head |= (p->tokens[i].classes & CL_W_EVENTHEAD) != 0;
		if (parts_phrases(p, i))
			head = false;
	}
}

/* Whether the caption has a dateline; whether a credit follows. */
static void see_frame(const uint8_t *owners, struct cl_seen *seen,
		      uint32_t count)
{
	bool dated = false, credit = false;

	for (uint32_t i = 0; i < count; i++)
		dated |= owners[i] == CL_BY_DATELINE;
	for (uint32_t i = count; i-- > 0;) {
		uint32_t *bits = stance(&seen[i]);

		*bits |= dated ? STANCE_DATED : 0;
		*bits |= credit ? STANCE_LATER_CREDIT : 0;
		credit |= owners[i] == CL_BY_CREDIT;
	}
}

static void see_venues(const struct cl_parse *p, struct cl_seen *seen,
		       uint32_t count)
{
	for (uint32_t i = 0; i < count; i++)
		if (seen[i].to - seen[i].from > 1 &&
		    cl_has_class(p, seen[i].to - 1, CL_W_VENUE))
			*stance(&seen[i]) |= STANCE_VENUE;
}

void cl_see_stance(struct cl_parse *p, const uint8_t *owners,
		   struct cl_seen *seen, uint32_t count)
{
	see_sentences(p, seen, count);
	see_heads(p, seen, count);
	see_frame(owners, seen, count);
	see_venues(p, seen, count);
}
