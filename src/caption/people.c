/* SPDX-License-Identifier: MIT */
/*
 * People shown and named. A name is a run of capitals that no other grammar has
 * read, without the titles, ranks, roles and teams before it:
 *
 *	Federal Reserve Board Chairman [Jerome Powell]
 *	New Orleans Saints wide receiver [Marques Colston] (12)
 *
 * In the sentence that tells of the picture a name counts, unless the word
 * before it says that the person is only mentioned: against, by, of, for,
 * named, or a possessive after it ("Lima's house"). A list after (L-R), "From
 * left" or "Pictured:" counts whole. A first name joined to a full one shares
 * its surname: "Jane and Robert Hart".
 */
#include "caption/people.h"

#include <string.h>

#include "caption/name.h"
#include "caption/places.h"

struct people {
	struct cl_parse *p;
	uint32_t limit;
	bool list;           /* in a list from left to right */
	unsigned listed;     /* names of it so far */
	size_t first_listed; /* index of the first of them */
	struct cutline_value *last;
	uint32_t last_end;
	uint32_t alone_from, alone_to; /* a first name waiting for a surname */
};

/* Roles, articles and the like between a preposition and the name are passed
 * over. */
static uint32_t before_name(const struct cl_parse *p, uint32_t from)
{
	uint32_t i = from;

	while (i > p->body) {
		const struct cl_token *t = &p->tokens[i - 1];

		if (t->kind != CL_T_WORD || t->owner != CL_FREE ||
		    (t->flags & CL_F_CAP))
			break;
		if (!(t->classes & (CL_W_ROLE | CL_W_TITLE | CL_W_ARTICLE |
				    CL_W_RELATION | CL_W_NATION)) &&
		    !cl_is_word(p, i - 1, "former"))
			break;
		i--;
	}
	return i;
}

/* "film by", "directed by": whoever follows made it and is not shown; "greeted
 * by" shows both. */
static bool made_by(const struct cl_parse *p, uint32_t i)
{
	struct cl_str s = cl_token_text(p, i);

	return cl_is_listed(p, i, CL_L_MADE) || s.len < 4 ||
	       !cl_str_ends(s, CL_STR("ed"));
}

/* At the head of the sentence a possessor may be shown all the same: "Slater's
 * career hits a low point". */
static bool heads_sentence(const struct cl_parse *p, uint32_t from,
			   uint32_t end)
{
	uint32_t i = before_name(p, from);

	return (i == p->body || cl_has_flag(p, i, CL_F_SENTENCE)) &&
	       end + 1 < p->count && !cl_has_flag(p, end + 1, CL_F_CAP) &&
	       !cl_has_class(p, end + 1,
			     CL_W_VENUE | CL_W_ROLE | CL_W_RELATION);
}

/* "ahead of Hart", "photo of Lima", "taken in 2014 of Lima". */
static bool shown_of(const struct cl_parse *p, uint32_t of)
{
	bool photo = false;

	if (of == 0)
		return false;
	if (cl_is_listed(p, of - 1, CL_L_DEPICTION | CL_L_OF_SHOWN) ||
	    p->tokens[of - 1].owner == CL_BY_DATE)
		return true;
	for (uint32_t i = p->body; i < of && i < p->body + 3; i++)
		photo |= cl_has_class(p, i, CL_W_PHOTO);
	return photo && !cl_has_value(p, CUTLINE_PERSONS);
}

/* "the casket of Sgt. Lima": whoever is named is not to be seen. */
static bool after_coffin(const struct cl_parse *p, uint32_t from)
{
	for (uint32_t i = from; i-- > p->body && i + 8 > from;)
		if (cl_is_listed(p, i, CL_L_COFFIN))
			return true;
	return false;
}

static bool only_mentioned(const struct cl_parse *p, uint32_t from,
			   uint32_t end, bool titled)
{
	uint32_t i = before_name(p, from);

	if (end < p->count && p->tokens[end].kind == CL_T_POSSESSIVE)
		return !heads_sentence(p, from, end);
	if (after_coffin(p, from))
		return true;
	if (i == p->body || i == 0)
		return false;
	if (!titled && i < from && cl_has_class(p, from - 1, CL_W_ARTICLE))
		return true; /* "the MacBook Air" */
	i--;
	if (p->tokens[i].kind != CL_T_WORD || cl_has_flag(p, i, CL_F_CAP))
		return false;
	if (cl_is_word(p, i, "as"))
		return i > 0 && p->tokens[i - 1].owner == CL_BY_PERSON;
	if (cl_is_word(p, i, "by") && i > 0)
		return made_by(p, i - 1);
	if (cl_is_word(p, i, "of"))
		return !shown_of(p, i);
	if (titled && (cl_is_word(p, i, "in") || cl_is_word(p, i, "on")))
		return false; /* "swears in Judge Lima" */
	if (cl_has_class(p, i, CL_W_PREP))
		return !cl_is_listed(p, i, CL_L_WITH);
	return cl_is_listed(p, i, CL_L_MENTION);
}

/* Positions. */

static const char *lowered(struct cl_parse *p, uint32_t from, uint32_t to)
{
	struct cl_str s = cl_text_of(p, from, to);
	char *copy = cl_arena_dup(p->arena, s);

	if (!copy) {
		p->failed = true;
		return NULL;
	}
	for (size_t i = 0; i < s.len; i++)
		copy[i] = cl_to_lower(copy[i]);
	return copy;
}

static bool side_words(const struct cl_parse *p, uint32_t from, uint32_t to)
{
	bool side = false;

	if (from >= to || to - from > 5)
		return false;
	for (uint32_t i = from; i < to; i++) {
		if (cl_has_class(p, i, CL_W_POSITION))
			side = true;
		else if (!cl_is_word(p, i, "in") && !cl_is_word(p, i, "at") &&
			 !cl_is_word(p, i, "the") && !cl_is_sign(p, i, ',') &&
			 !cl_has_class(p, i, CL_W_ORDINAL))
			return false;
	}
	return side;
}

static const char *letter_position(const struct cl_parse *p, uint32_t i)
{
	if (cl_is_word(p, i, "l"))
		return "left";
	if (cl_is_word(p, i, "r"))
		return "right";
	if (cl_is_word(p, i, "c"))
		return "center";
	return NULL;
}

/* "(L)", "(2nd L)", ", left," after a name; the token after it. */
static uint32_t take_position(struct people *s, uint32_t i, const char **out)
{
	struct cl_parse *p = s->p;
	uint32_t end = i + 1;

	if (i >= s->limit)
		return i;
	if (p->tokens[i].kind == CL_T_OPEN &&
	    p->tokens[i].mate != CL_NO_TOKEN) {
		uint32_t close = p->tokens[i].mate;

		if (close == i + 2)
			*out = letter_position(p, i + 1);
		if (!*out && side_words(p, i + 1, close))
			*out = lowered(p, i + 1, close);
		return close + 1;
	}
	if (!cl_is_sign(p, i, ','))
		return i;
	while (end < s->limit && end < i + 5 &&
	       (cl_has_class(p, end, CL_W_POSITION) ||
		cl_has_class(p, end, CL_W_ORDINAL)) &&
	       !cl_has_flag(p, end, CL_F_CAP))
		end++;
	if (end > i + 1 && side_words(p, i + 1, end)) {
		*out = lowered(p, i + 1, end);
		return end;
	}
	return i;
}

/* Lists from left to right. */

/* "(L-R)", "(l-r)", "From left:", "(L to R)", "Pictured: (l-r)". */
static bool opens_list(const struct cl_parse *p, uint32_t i)
{
	if (!cl_is_listed(p, i, CL_L_LEFT_TO_RIGHT))
		return false;
	if (cl_is_word(p, i, "l-r") || cl_is_word(p, i, "ltor"))
		return true;
	if (cl_is_word(p, i, "l") &&
	    (cl_is_word(p, i + 1, "to") ||
	     (i + 1 < p->count && p->tokens[i + 1].kind == CL_T_DASH)) &&
	    cl_is_word(p, i + 2, "r"))
		return true;
	return cl_is_word(p, i, "from") &&
	       (cl_is_word(p, i + 1, "left") || cl_is_word(p, i + 1, "l"));
}

/* Give each name of the list its place: left, 2 of 3, right. */
static void settle_list(struct people *s)
{
	struct cl_value_list *l = &s->p->fields[CUTLINE_PERSONS];
	size_t count = l->count - s->first_listed;

	for (size_t i = 0; s->list && count > 1 && i < count; i++) {
		struct cutline_value *v = &l->items[s->first_listed + i];

		if (v->position)
			continue;
		if (i == 0)
			v->position = "left";
		else if (i + 1 == count)
			v->position = "right";
		else
			v->position = cl_arena_printf(s->p->arena, "%zu of %zu",
						      i + 1, count);
		if (!v->position)
			s->p->failed = true;
	}
	s->list = false;
}

/* Names. */

static void add_name(struct people *s, uint32_t from, uint32_t to,
		     double confidence, const char *rule)
{
	s->last =
		cl_add_value(s->p, CUTLINE_PERSONS, cl_text_of(s->p, from, to),
			     cl_span_of(s->p, from, to), confidence, rule);
	cl_claim(s->p, from, to, CL_BY_PERSON);
	s->last_end = to;
}

/* "Jane and Robert Hart": the first name waiting takes the surname. */
static void add_couple(struct people *s, uint32_t from, uint32_t to)
{
	struct cl_parse *p = s->p;
	struct cl_str first = cl_text_of(p, s->alone_from, s->alone_to);
	struct cl_str surname = cl_text_of(p, from + 1, to);
	char *name = cl_arena_printf(p->arena, "%.*s %.*s", CL_STR_ARG(first),
				     CL_STR_ARG(surname));

	if (!name) {
		p->failed = true;
		return;
	}
	cl_add_value(p, CUTLINE_PERSONS, cl_str_from(name),
		     cl_span_of(p, s->alone_from, to), 0.85, "name-couple");
	cl_claim(p, s->alone_from, s->alone_to, CL_BY_PERSON);
}

static bool titled_before(const struct cl_parse *p, uint32_t run, uint32_t from)
{
	for (uint32_t i = run; i < from; i++)
		if (cl_has_class(p, i,
				 CL_W_TITLE | CL_W_ROLE | CL_W_RANK |
					 CL_W_RELATION | CL_W_TEAM))
			return true;
	if (run > p->body + 1 && cl_is_sign(p, run - 1, ',') &&
	    cl_has_class(p, run - 2, CL_W_RELATION) &&
	    !cl_has_flag(p, run - 2, CL_F_CAP))
		return true;
	return run > p->body && p->tokens[run - 1].kind == CL_T_WORD &&
	       cl_is_free(p, run - 1) &&
	       cl_has_class(p, run - 1,
			    CL_W_ROLE | CL_W_TITLE | CL_W_RELATION | CL_W_RANK);
}

/* A run before a small role word is a team or a house: "Chicago Bears running
 * back". */
static bool before_role(const struct cl_parse *p, uint32_t end)
{
	for (uint32_t i = end; i < end + 3 && i < p->count; i++) {
		if (p->tokens[i].kind != CL_T_WORD || !cl_is_free(p, i) ||
		    cl_has_flag(p, i, CL_F_CAP) ||
		    cl_has_class(p, i,
				 CL_W_PREP | CL_W_CONJ | CL_W_VERB |
					 CL_W_ARTICLE | CL_W_AUX))
			return false;
		if (cl_has_class(p, i, CL_W_ROLE | CL_W_TITLE))
			return i == end || cl_has_flag(p, i + 1, CL_F_CAP);
	}
	return false;
}

/* "Minister of Justice and Sport (left)": the office is no name. */
static bool opens_office(const struct cl_parse *p, uint32_t from, uint32_t end)
{
	return cl_has_class(p, end - 1, CL_W_TITLE) && end - from == 1 &&
	       (cl_is_word(p, end, "of") || cl_is_word(p, end, "for"));
}

static uint32_t skip_office(struct people *s, uint32_t of)
{
	struct cl_parse *p = s->p;
	uint32_t i = of + 1;

	if (cl_has_class(p, i, CL_W_ARTICLE))
		i++;
	for (int runs = 0; runs < 3; runs++) {
		uint32_t end = cl_name_end(p, i, s->limit);

		if (end == i)
			return i;
		for (uint32_t k = i + 1; k + 1 < end; k++)
			if (cl_has_class(p, k, CL_W_GIVEN))
				return k; /* "... of Operations Dave Lima" */
		if (end - i >= 3 && cl_has_flag(p, end - 2, CL_F_INITIAL))
			return end - 3; /* "... of State Ana J. Lima" */
		if (end - i >= 3)
			return end - i == 3 || cl_is_place(cl_token_text(p, i))
				       ? i + 1
				       : end - 2;
		if (!cl_is_word(p, end, "and") && !cl_is_sign(p, end, '&'))
			return end;
		i = end + 1;
	}
	return i;
}

/* "Jane and Robert Hart", "Sir Rafe and Lady Cordelia Hart". */
static bool waits_for_surname(struct people *s, uint32_t from, uint32_t end,
			      bool titled)
{
	struct cl_parse *p = s->p;
	uint32_t other, name;

	if (end - from != 1 ||
	    (!cl_has_class(p, end, CL_W_CONJ) && !cl_is_sign(p, end, '&')))
		return false;
	if (!cl_has_class(p, from, CL_W_GIVEN) && !titled && !s->list &&
	    (from != p->body || cl_has_class(p, from, CL_W_STOP)))
		return false;
	if (cl_has_class(p, from, CL_W_ORG | CL_W_VENUE | CL_W_TITLE))
		return false;
	other = cl_name_end(p, end + 1, s->limit);
	name = cl_name_start(p, end + 1, other);
	if (other - name < 2 || other - name > 3 ||
	    !cl_name_like(p, name, other, true) ||
	    p->tokens[name + 1].kind != CL_T_WORD)
		return false;
	s->alone_from = from;
	s->alone_to = end;
	return true;
}

/* A player's number: "(12)", "#31". */
static bool has_number(const struct cl_parse *p, uint32_t i)
{
	if (cl_is_sign(p, i, '#'))
		return true;
	return i + 2 < p->count && p->tokens[i].kind == CL_T_OPEN &&
	       p->tokens[i].mate == i + 2 &&
	       p->tokens[i + 1].kind == CL_T_NUMBER &&
	       p->tokens[i + 1].end - p->tokens[i + 1].start <= 2;
}

/* "of Romania (R)", "from Ely, left": where the one named before is from. */
static bool is_origin(const struct cl_parse *p, uint32_t from)
{
	return from > 0 && (cl_is_word(p, from - 1, "of") ||
			    cl_is_word(p, from - 1, "from"));
}

/* "Soccer Football - Premier League -": the first of a chain of headings. */
static bool is_slug(const struct cl_parse *p, uint32_t from, uint32_t end)
{
	return from == p->body && end < p->count &&
	       p->tokens[end].kind == CL_T_DASH &&
	       cl_has_flag(p, end, CL_F_SPACE) &&
	       !cl_has_class(p, from, CL_W_GIVEN);
}

static void add_run(struct people *s, uint32_t from, uint32_t end, bool titled,
		    const char *position)
{
	if (s->alone_to && end - from >= 2)
		add_couple(s, from, end);
	s->alone_to = 0;
	add_name(s, from, end,
		 s->list || position ? 0.95
		 : titled            ? 0.92
				     : 0.85,
		 s->list    ? "name-list"
		 : position ? "name-position"
		 : titled   ? "name-titled"
			    : "name");
	if (s->last && position)
		s->last->position = position;
	if (s->list)
		s->listed++;
}

static uint32_t take_run(struct people *s, uint32_t i)
{
	struct cl_parse *p = s->p;
	uint32_t end = cl_name_end(p, i, s->limit), from, next;
	const char *position = NULL;
	bool titled;

	from = cl_name_start(p, i, end);
	titled = titled_before(p, i, from);
	next = take_position(s, end, &position);
	if (position && next == end)
		position = NULL;
	if (opens_office(p, from, end))
		return skip_office(s, end);
	if (position && s->last && is_origin(p, i)) {
		s->last->position = position;
		return next; /* "Lima of Romania (R)" */
	}
	if (before_role(p, end) || is_slug(p, i, end) ||
	    (s->list && end < p->count &&
	     p->tokens[end].kind == CL_T_POSSESSIVE))
		return end;
	if (waits_for_surname(s, from, end, titled))
		return end + 1;
	if (!cl_name_like(p, from, end, titled || position || s->list))
		return end;
	if (!s->list && !position && !has_number(p, end) &&
	    only_mentioned(p, i, end, titled))
		return end;
	add_run(s, from, end, titled, position);
	return next > end ? next : end;
}

static uint32_t step(struct people *s, uint32_t i)
{
	struct cl_parse *p = s->p;

	if (opens_list(p, i)) {
		settle_list(s);
		s->list = true;
		s->listed = 0;
		s->first_listed = p->fields[CUTLINE_PERSONS].count;
		while (i < s->limit && !cl_is_word(p, i, "r") &&
		       !cl_is_word(p, i, "left") && !cl_is_word(p, i, "l-r") &&
		       !cl_is_word(p, i, "ltor"))
			i++;
		return i + 1;
	}
	if (cl_is_cap(p, i))
		return take_run(s, i);
	/* a list ends with the verb after its last name */
	if (s->list && s->listed && p->tokens[i].kind == CL_T_WORD &&
	    !cl_is_word(p, i, "and") && !cl_has_flag(p, i, CL_F_CAP) &&
	    !cl_has_class(p, i,
			  CL_W_ROLE | CL_W_RELATION | CL_W_TITLE |
				  CL_W_ARTICLE | CL_W_PRON | CL_W_PARTICLE))
		settle_list(s);
	if (p->tokens[i].kind == CL_T_QUOTE_OPEN &&
	    p->tokens[i].mate != CL_NO_TOKEN)
		return p->tokens[i].mate + 1; /* a title or speech */
	return i + 1;
}

static void read_sentence(struct people *s, uint32_t from, uint32_t to)
{
	uint32_t i = from;

	s->limit = to;
	while (i < to) {
		uint32_t next = step(s, i);

		i = next > i ? next : i + 1;
	}
	settle_list(s);
}

/* Does a later sentence tell who stands where: "At left is Ana Lima.", "L-R Jo
 * Hart, Al Poe"? */
static bool tells_places(const struct cl_parse *p, uint32_t i)
{
	if (opens_list(p, i) ||
	    (p->tokens[i].kind == CL_T_OPEN && opens_list(p, i + 1)))
		return true;
	if (cl_is_word(p, i, "at") || cl_is_word(p, i, "in"))
		i++;
	return cl_has_class(p, i, CL_W_POSITION) ||
	       cl_is_word(p, i, "pictured") ||
	       (p->tokens[i].kind == CL_T_OPEN &&
		cl_has_class(p, i + 1, CL_W_POSITION));
}

void cl_people_find(struct cl_parse *p)
{
	struct people s = { .p = p };
	uint32_t i = cl_main_end(p), end;

	read_sentence(&s, p->body, i);
	while (i < p->count) {
		end = i + 1;
		while (end < p->count && !cl_has_flag(p, end, CL_F_SENTENCE))
			end++;
		if (p->tokens[i].owner == CL_FREE && tells_places(p, i))
			read_sentence(&s, i, end);
		i = end;
	}
}
