/* SPDX-License-Identifier: MIT */
/*
 * Occasions. One is a noun phrase whose head is a word of occasion: an award,
 * a premiere, a match, a hearing. It reaches left over what describes the head,
 *
 *	the [68th Annual Golden Globe Awards]
 *	a [campaign rally]
 *	the [“Needle & Bone” Costume Institute Gala]
 *
 * to an article, a preposition or a verb, and right over what belongs to it:
 *
 *	[premiere of “The Lion King”] in London
 *	[game between the Cowboys and the Giants] at the stadium
 *	[Canneseries International Festival : Day Four] on
 *
 * "X at Y" and "X during Y" are two. A part of a match is none ("the second
 * half of a game": the game). A run of capitals after "during" that is no place
 * is an occasion by its position alone.
 */
#include "caption/events.h"

/* An occasion has no more words to either side of its head. */
#define REACH 16

static bool is_lower_word(const struct cl_parse *p, uint32_t i)
{
	return p->tokens[i].kind == CL_T_WORD &&
	       !(p->tokens[i].flags & CL_F_CAP);
}

static bool is_small_border(const struct cl_parse *p, uint32_t i)
{
	uint32_t c = p->tokens[i].classes;
	struct cl_str s = cl_token_text(p, i);

	if (c & (CL_W_ARTICLE | CL_W_PREP | CL_W_CONJ | CL_W_PRON | CL_W_AUX))
		return true;
	if (c & (CL_W_EVENT | CL_W_EVENTHEAD | CL_W_TEAM | CL_W_ROLE))
		return false;
	if (c & CL_W_VERB)
		return true;
	return s.len > 5 && cl_is_lower(s.ptr[0]) &&
	       (cl_str_ends(s, CL_STR("ed")) ||
		cl_str_ends(s, CL_STR("ing"))) &&
	       !cl_str_find_char(s, '-', 0);
}

/* A word that ends a noun phrase, seen from its head. */
static bool is_border(const struct cl_parse *p, uint32_t i)
{
	const struct cl_token *t = &p->tokens[i];

	if (t->owner != CL_FREE)
		return true;
	if (t->kind == CL_T_WORD && !(t->flags & CL_F_CAP))
		return is_small_border(p, i);
	if (t->sign == '/' && !(t->flags & CL_F_SPACE) && i + 1 < p->count &&
	    !(p->tokens[i + 1].flags & CL_F_SPACE))
		return false; /* "Spring/Summer" */
	return t->kind == CL_T_DASH || t->kind == CL_T_OPEN ||
	       t->kind == CL_T_CLOSE ||
	       (t->kind == CL_T_SIGN && t->sign != '&' && t->sign != '!');
}

/* The first token of the phrase whose head is at i. */
static uint32_t reach_left(const struct cl_parse *p, uint32_t head)
{
	uint32_t first = head;

	while (first > p->body && head - first < REACH) {
		uint32_t i = first - 1;
		const struct cl_token *t = &p->tokens[i];

		if (cl_has_flag(p, first, CL_F_SENTENCE | CL_F_LINE))
			break;
		if (t->kind == CL_T_QUOTE_CLOSE && t->mate != CL_NO_TOKEN &&
		    t->owner == CL_FREE && i - t->mate < 2 * REACH) {
			first = t->mate;
			if (first > p->body && cl_is_cap(p, first - 1) &&
			    !cl_has_class(p, first - 1, CL_W_EVENT))
				break; /* "Ana Lima 'The Tide' premiere" */
			continue;
		}
		if (t->kind == CL_T_QUOTE_OPEN || is_border(p, i))
			break;
		/* "Music & Arts", "Film and Television" inside capitals */
		first = i;
	}
	while (first < head && ((cl_has_class(p, first, CL_W_POSITION) &&
				 !cl_has_class(p, first, CL_W_ORDINAL) &&
				 is_lower_word(p, first)) ||
				p->tokens[first].kind == CL_T_POSSESSIVE))
		first++;
	return first;
}

/* "Academy of Country Music Awards", "Festival of the Arts": capitals to the
 * left of a small joining word. */
static uint32_t reach_over(const struct cl_parse *p, uint32_t first)
{
	while (first > p->body + 1 && cl_has_flag(p, first, CL_F_CAP) &&
	       (cl_is_word(p, first - 1, "of") ||
		cl_is_word(p, first - 1, "and") ||
		cl_is_word(p, first - 1, "for") ||
		cl_is_word(p, first - 1, "de")) &&
	       cl_is_free(p, first - 1) && cl_is_cap(p, first - 2) &&
	       (cl_is_word(p, first - 1, "of") ||
		cl_is_word(p, first - 1, "de")) &&
	       !cl_has_class(p, first - 2, CL_W_TITLE | CL_W_ROLE)) {
		uint32_t left = reach_left(p, first - 2);

		if (left == 0 || !cl_has_class(p, left - 1, CL_W_ARTICLE))
			break;
		first = left;
	}
	return first;
}

/* A noun phrase to the right, from i on: "the Dallas Cowboys", "“X”". */
static uint32_t phrase_end(const struct cl_parse *p, uint32_t i)
{
	uint32_t start;

	if (cl_has_class(p, i, CL_W_ARTICLE) && is_lower_word(p, i))
		i++;
	start = i;
	while (i < p->count && i - start < REACH) {
		const struct cl_token *t = &p->tokens[i];

		if (t->kind == CL_T_QUOTE_OPEN && t->mate != CL_NO_TOKEN &&
		    t->owner == CL_FREE && t->mate - i < 2 * REACH) {
			i = t->mate + 1;
			continue;
		}
		if (is_border(p, i) || (t->flags & CL_F_LINE))
			break;
		i++;
	}
	return i;
}

/* ": Day Four", " - Arrivals", ", Backstage": a part of the occasion. After a
 * dash any capitals, if no occasion of its own follows. */
static bool goes_on_after(const struct cl_parse *p, uint32_t i)
{
	if (i + 1 >= p->count || !cl_is_free(p, i) || !cl_is_cap(p, i + 1))
		return false;
	if (!cl_is_sign(p, i, ':') && !cl_is_sign(p, i, ',') &&
	    p->tokens[i].kind != CL_T_DASH)
		return false;
	return cl_is_listed(p, i + 1, CL_L_EVENT_PART) &&
	       (!cl_is_sign(p, i, ',') || !cl_is_word(p, i + 1, "the"));
}

/* Capitals and numbers right after the head: "Festival Weekend 1", "(NPC)",
 * ": Day Four", " - Arrivals". */
static uint32_t reach_name(const struct cl_parse *p, uint32_t i)
{
	for (;;) {
		uint32_t next = i;

		if (next >= p->count || (p->tokens[next].flags & CL_F_LINE))
			return i;
		if (p->tokens[next].owner == CL_FREE &&
		    p->tokens[next].kind <= CL_T_NUMBER &&
		    ((p->tokens[next].flags & CL_F_CAP) ||
		     p->tokens[next].kind == CL_T_NUMBER)) {
			i = next + 1;
			continue;
		}
		if (p->tokens[next].kind == CL_T_OPEN &&
		    p->tokens[next].mate == next + 2 &&
		    cl_has_flag(p, next + 1, CL_F_UPPER)) {
			i = next + 3;
			continue;
		}
		if (goes_on_after(p, next)) {
			i = next + 2;
			continue;
		}
		return i;
	}
}

/* "news conference on the farm bill", "protest over the death of": what a
 * meeting or protest is about; "wedding of X to Y". */
static bool is_about(const struct cl_parse *p, uint32_t head, uint32_t i)
{
	if (!cl_is_free(p, i) || !is_lower_word(p, i))
		return false;
	if (cl_is_word(p, i, "on"))
		return cl_has_class(p, i + 1, CL_W_ARTICLE) &&
		       i + 2 < p->count && is_lower_word(p, i + 2) &&
		       cl_is_free(p, i + 2) &&
		       (cl_is_word(p, head, "conference") ||
			cl_is_word(p, head, "hearing") ||
			cl_is_word(p, head, "debate") ||
			cl_is_word(p, head, "briefing") ||
			cl_is_word(p, head, "talks"));
	if (cl_is_word(p, i, "over"))
		return cl_is_word(p, head, "protest") ||
		       cl_is_word(p, head, "rally") ||
		       cl_is_word(p, head, "demonstration");
	return cl_is_word(p, i, "to") && cl_is_word(p, head, "wedding");
}

static bool belongs(const struct cl_parse *p, uint32_t i)
{
	return cl_is_listed(p, i, CL_L_EVENT_LINK) && cl_is_free(p, i) &&
	       is_lower_word(p, i);
}

/* What belongs to the head to its right. */
static uint32_t reach_right(const struct cl_parse *p, uint32_t head)
{
	uint32_t end = reach_name(p, head + 1);

	for (int links = 0; links < 4; links++) {
		uint32_t i = end, next;
		bool between;

		if (cl_is_word(p, i, "to") &&
		    (cl_is_word(p, i + 1, "mark") ||
		     cl_is_word(p, i + 1, "celebrate") ||
		     cl_is_word(p, i + 1, "honor") ||
		     cl_is_word(p, i + 1, "commemorate")))
			i++;
		else if (!belongs(p, i) && !is_about(p, head, i))
			return end;
		between = cl_is_word(p, i, "between");
		next = phrase_end(p, i + 1);
		if (next <= i + 1 ||
		    (next == i + 2 && cl_has_class(p, i + 1, CL_W_ARTICLE)))
			return end;
		if (between && !cl_is_word(p, next, "and"))
			return end;
		if (between)
			next = phrase_end(p, next + 1);
		else if (cl_is_word(p, next, "and") && cl_is_cap(p, next - 1) &&
			 cl_is_cap(p, next + 1) && cl_is_word(p, i, "of"))
			next = phrase_end(p, next + 1);
		end = reach_name(p, next);
	}
	return end;
}

static bool is_adverb(const struct cl_parse *p, uint32_t i)
{
	return cl_is_word(p, i, "yesterday") || cl_is_word(p, i, "today") ||
	       cl_is_word(p, i, "late") || cl_is_word(p, i, "early") ||
	       cl_is_word(p, i, "held") || cl_is_word(p, i, "here") ||
	       cl_is_word(p, i, "alongside") || cl_is_word(p, i, "honoring");
}

/* A small word that is a verb as well ("rally", "practice"): a noun after a
 * preposition, or where an article stands before its phrase. */
static bool is_noun(const struct cl_parse *p, uint32_t i)
{
	uint32_t first = reach_left(p, i);

	if (first == i)
		return cl_is_word(p, i - 1, "in") ||
		       cl_is_word(p, i - 1, "during") ||
		       cl_is_word(p, i - 1, "at") ||
		       cl_is_word(p, i - 1, "after") ||
		       cl_is_word(p, i - 1, "before");
	return first > 0 && first > p->body &&
	       cl_has_class(p, first - 1, CL_W_ARTICLE | CL_W_PREP) &&
	       p->tokens[i - 1].kind != CL_T_POSSESSIVE;
}

/* Is the word of occasion at i the head of one here? */
static bool is_head(const struct cl_parse *p, uint32_t i)
{
	const struct cl_token *t = &p->tokens[i];
	bool before_article, bare;

	if (!cl_is_free(p, i))
		return false;
	if (cl_has_flag(p, i + 1, CL_F_CAP) && cl_is_free(p, i + 1) &&
	    cl_has_class(p, i + 1, CL_W_VENUE) && (t->flags & CL_F_CAP))
		return false; /* "Festival Hall" */
	if (i + 1 < p->count && p->tokens[i + 1].kind == CL_T_WORD &&
	    cl_is_free(p, i + 1) && !(p->tokens[i + 1].flags & CL_F_LINE) &&
	    (cl_has_class(p, i + 1, CL_W_EVENTHEAD | CL_W_ROLE | CL_W_VENUE) ||
	     is_lower_word(p, i + 1)) &&
	    !is_border(p, i + 1) && !is_adverb(p, i + 1))
		return false; /* the head is still to come */
	if (cl_is_word(p, i, "party") && (t->flags & CL_F_CAP) && i > 0 &&
	    (cl_has_class(p, i - 1, CL_W_NATION) ||
	     (i + 1 < p->count && p->tokens[i + 1].kind == CL_T_OPEN)))
		return false; /* a political one */
	if (cl_is_word(p, i, "memorial") && (t->flags & CL_F_CAP))
		return false; /* a monument */
	if (cl_is_word(p, i, "forum") && i > 0 && (t->flags & CL_F_CAP) &&
	    cl_is_cap(p, i - 1) && !cl_has_class(p, i - 1, CL_W_NATION))
		return reach_left(p, i) + 2 <= i;
	if (t->flags & CL_F_CAP)
		return !cl_has_class(p, i, CL_W_VENUE | CL_W_TEAM) || i == 0 ||
		       cl_has_flag(p, i - 1, CL_F_CAP);
	if (i == 0)
		return false;
	before_article = cl_has_class(p, i - 1, CL_W_ARTICLE);
	bare = is_border(p, i - 1);
	if ((t->classes & CL_W_VERB) && p->text.ptr[t->end - 1] == 's' &&
	    !cl_is_word(p, i, "talks"))
		return false; /* "the window shows" */
	if (t->classes & CL_W_VERB)
		return before_article || is_noun(p, i);
	if (!bare && cl_has_flag(p, reach_left(p, i), CL_F_SENTENCE) &&
	    cl_has_class(p, reach_left(p, i), CL_W_TITLE | CL_W_ROLE))
		return false;
	return before_article || !bare || cl_has_class(p, i - 1, CL_W_PREP);
}

static void add(struct cl_parse *p, uint32_t from, uint32_t to,
		double confidence, const char *rule)
{
	struct cutline_value *v;
	struct cutline_span span;

	while (from < to &&
	       (cl_has_class(p, from, CL_W_ARTICLE) &&
		(is_lower_word(p, from) || cl_is_word(p, from, "the"))))
		from++;
	while (to > from &&
	       (p->tokens[to - 1].kind == CL_T_DASH ||
		p->tokens[to - 1].sign == ':' || p->tokens[to - 1].sign == ','))
		to--;
	if (from >= to)
		return;
	span = cl_span_of(p, from, to);
	v = cl_add_value(p, CUTLINE_EVENTS, cl_text_of(p, from, to), span,
			 confidence, rule);
	/* the same again: ordinary capitals are better than a heading's */
	if (v && v->span.start != span.start &&
	    !cl_has_flag(p, to - 1, CL_F_UPPER)) {
		v->text = cl_keep(p, cl_text_of(p, from, to));
		v->span = span;
	}
	cl_claim(p, from, to, CL_BY_EVENT);
}

/* "day two of the", "second round of the", "Game 4 of the": what goes before an
 * occasion and belongs to it. */
static uint32_t reach_stage(const struct cl_parse *p, uint32_t first)
{
	uint32_t i = first;

	if (i > 0 && cl_has_class(p, i - 1, CL_W_ARTICLE))
		i--;
	if (i < 2 || !cl_is_word(p, i - 1, "of"))
		return first;
	i -= 2;
	if (i > 0 && (p->tokens[i].kind == CL_T_NUMBER ||
		      cl_has_class(p, i, CL_W_ORDINAL)))
		i--;
	if (cl_is_word(p, i, "day") || cl_is_word(p, i, "round") ||
	    cl_is_word(p, i, "stage") || cl_is_word(p, i, "game") ||
	    cl_is_word(p, i, "edition") || cl_is_word(p, i, "night") ||
	    cl_is_word(p, i, "session")) {
		while (i > 0 && (cl_has_class(p, i - 1, CL_W_ORDINAL) ||
				 cl_is_word(p, i - 1, "final") ||
				 cl_is_word(p, i - 1, "opening") ||
				 p->tokens[i - 1].kind == CL_T_NUMBER))
			i--;
		return p->tokens[i].owner == CL_FREE ? i : first;
	}
	return first;
}

static uint32_t take_head(struct cl_parse *p, uint32_t i)
{
	uint32_t first = reach_over(p, reach_left(p, i));
	uint32_t end = reach_right(p, i);
	bool named = false;

	first = reach_stage(p, first);
	if (cl_has_class(p, first, CL_W_VENUE) && first < i &&
	    cl_has_flag(p, first, CL_F_CAP) && cl_has_flag(p, i, CL_F_CAP) &&
	    !cl_has_class(p, first, CL_W_EVENTHEAD))
		return i; /* "Palais des Festivals" */
	for (uint32_t k = first; k < end; k++)
		named |= cl_has_flag(p, k, CL_F_CAP);
	add(p, first, end, named ? 0.9 : 0.85, "event-head");
	return end;
}

/* "during Bonnaroo 2005 - Day 2": capitals after "during" or "attends the". */
static uint32_t take_position(struct cl_parse *p, uint32_t i)
{
	uint32_t from = i + 1, end, k;
	bool during = cl_is_word(p, i, "during");

	if (cl_has_class(p, from, CL_W_ARTICLE))
		from++;
	if (from >= p->count ||
	    (!cl_is_cap(p, from) && p->tokens[from].kind != CL_T_NUMBER &&
	     p->tokens[from].kind != CL_T_QUOTE_OPEN) ||
	    !cl_is_free(p, from))
		return i;
	end = reach_name(p, phrase_end(p, from));
	for (k = from; k < end; k++)
		if (!cl_is_free(p, k))
			return i;
	if (cl_has_class(p, end - 1, CL_W_VENUE | CL_W_GEO) && !during)
		return i;
	add(p, from, end, 0.75, "event-position");
	return end;
}

void cl_events_find(struct cl_parse *p)
{
	uint32_t end = cl_main_end(p), i = p->body;

	while (i < end) {
		uint32_t next = i;

		if ((p->tokens[i].classes & CL_W_EVENTHEAD) && is_head(p, i))
			next = take_head(p, i);
		i = next > i ? next : i + 1;
	}
	for (i = p->body; i < end; i++)
		if (cl_is_listed(p, i, CL_L_EVENT_BEFORE) && cl_is_free(p, i))
			take_position(p, i);
}
