/* SPDX-License-Identifier: MIT */
/*
 * The tagger's word is the last on persons, occasions, places and credits.
 * What it sees as the grammars did keeps their rule and position; what it
 * alone sees is a value of the rule "learned"; what only a grammar saw is
 * dropped. What it cannot see is left as the grammars had it: a couple's
 * shared surname, half a token, what stands beyond the tokens it reads.
 */
#include "caption/settle.h"

#include "caption/places.h"
#include "caption/tagger.h"
#include "names/key.h"

struct settling {
	struct cl_parse *p;
	const uint8_t *owners;
	const struct cl_tagged *tagged;
	size_t count;
	size_t end; /* bytes of the text that were tagged */
};

#define OWNED_BY(owner) (1u << (owner))

/* Owners whose tokens hold no value of the kind. */
static uint32_t closed_to(enum cl_tag_kind kind)
{
	uint32_t closed = OWNED_BY(CL_BY_RESTRICTION) |
			  OWNED_BY(CL_BY_REFERENCE) |
			  OWNED_BY(CL_BY_BOILERPLATE);

	if (kind == CL_TAG_PERSON || kind == CL_TAG_EVENT)
		closed |= OWNED_BY(CL_BY_CREDIT) | OWNED_BY(CL_BY_DATELINE);
	return closed;
}

static bool is_open(const struct settling *s, const struct cl_tagged *t)
{
	uint32_t closed = closed_to(t->kind);

	for (uint32_t i = t->from; i < t->to; i++)
		if (closed & OWNED_BY(s->owners[i]))
			return false;
	return true;
}

static bool has_span(const struct cutline_value *v, struct cutline_span span)
{
	return v->span.start == span.start && v->span.end == span.end;
}

/* What the grammar read there: the same words, or else words that share some
 * ("Filmmakers Petra Obuya"). A value has a token, so no more of them than of
 * tokens need a look. */
static const struct cutline_value *ruled(const struct cl_value_list *l,
					 struct cutline_span span)
{
	const struct cutline_value *near = NULL;

	for (size_t i = 0; i < l->count && i < CL_TAGGED_MAX; i++) {
		const struct cutline_value *v = &l->items[i];

		if (has_span(v, span))
			return v;
		if (v->span.start < span.end && span.start < v->span.end)
			near = v;
	}
	return near;
}

/* Is part the same as whole, or some of its words in a row? */
static bool within(struct cl_str part, struct cl_str whole)
{
	size_t at = cl_str_find_nocase(whole, part, 0);

	if (cl_key_eq(part, whole))
		return true;
	return at < whole.len && (at == 0 || whole.ptr[at - 1] == ' ') &&
	       (at + part.len == whole.len || whole.ptr[at + part.len] == ' ');
}

/* The value of the list that is the same; of a person also one in full, "Ana
 * Lima" for "Lima". */
static struct cutline_value *known(struct cl_value_list *l, struct cl_str text,
				   bool forms)
{
	size_t from =
		l->count > CL_COMPARED_MAX ? l->count - CL_COMPARED_MAX : 0;

	for (size_t i = from; i < l->count; i++) {
		struct cl_str old = cl_str_from(l->items[i].text);

		if (forms ? within(text, old) : cl_key_eq(text, old))
			return &l->items[i];
	}
	return NULL;
}

static size_t capitals(struct cl_str s)
{
	size_t count = 0;

	for (size_t i = 0; i < s.len; i++)
		count += cl_is_upper(s.ptr[i]);
	return count;
}

/* The same again: ordinary capitals are better than a heading's. */
static void prefer(struct settling *s, struct cutline_value *old,
		   struct cl_str text, struct cutline_span span)
{
	if (!cl_key_eq(cl_str_from(old->text), text) ||
	    capitals(text) >= capitals(cl_str_from(old->text)))
		return;
	old->text = cl_keep(s->p, text);
	old->span = span;
}

/* City-states. */
static const char *const city_states[] = { "Singapore", "Monaco",
					   "Hong Kong", "Vatican City",
					   "Macau",     "Gibraltar",
					   NULL };

static void keep(struct settling *s, enum cutline_field field,
		 const struct cutline_value *v)
{
	struct cutline_value *added =
		cl_add_value(s->p, field, cl_str_from(v->text), v->span,
			     v->confidence, v->rule);

	if (added && v->position)
		added->position = v->position;
	if (added && v->kind)
		added->kind = v->kind;
}

/* "Jane and Robert Hart": the value for Jane ends with her husband's. A first
 * name alone that was taken for a person gives way to it. */
static void keep_couple(struct settling *s, const struct cl_value_list *old,
			struct cutline_span span)
{
	struct cl_value_list *l = &s->p->fields[CUTLINE_PERSONS];

	for (size_t i = 0; i < old->count; i++) {
		const struct cutline_value *v = &old->items[i];

		if (v->span.end != span.end ||
		    strcmp(v->rule, "name-couple") != 0)
			continue;
		if (l->count &&
		    l->items[l->count - 1].span.start == v->span.start)
			l->count--;
		keep(s, CUTLINE_PERSONS, v);
	}
}

/* Does the span end where tokens do? "Calder-Imagn" is one token. */
static bool is_whole(const struct cl_parse *p, struct cutline_span span)
{
	uint32_t low = 0, high = p->count;

	while (low < high) { /* the first token that does not end before it */
		uint32_t mid = low + (high - low) / 2;

		if (p->tokens[mid].end <= span.start)
			low = mid + 1;
		else
			high = mid;
	}
	if (low == p->count || p->tokens[low].start != span.start)
		return false;
	while (low < p->count && p->tokens[low].end < span.end)
		low++;
	return low < p->count && p->tokens[low].end == span.end;
}

/* A value that only a grammar can see: its index; or the list's length. */
static size_t half_token(const struct cl_parse *p,
			 const struct cl_value_list *l,
			 struct cutline_span span)
{
	for (size_t i = 0; i < l->count && i < CL_COMPARED_MAX; i++)
		if (l->items[i].span.start < span.end &&
		    span.start < l->items[i].span.end &&
		    !is_whole(p, l->items[i].span))
			return i;
	return l->count;
}

static bool is_unseen(const struct settling *s, struct cutline_span span)
{
	return span.start >= s->end || !is_whole(s->p, span);
}

/* In the order of the text; nearly all are. */
static void put_in_order(struct cl_value_list *l)
{
	for (size_t i = 1; i < l->count; i++) {
		struct cutline_value v = l->items[i];
		size_t at = i;

		while (at > 0 && l->items[at - 1].span.start > v.span.start) {
			l->items[at] = l->items[at - 1];
			at--;
		}
		l->items[at] = v;
	}
}

static void settle_list(struct settling *s, enum cl_tag_kind kind)
{
	enum cutline_field field = cl_tag_field(kind);
	struct cl_value_list *l = &s->p->fields[field], old = *l;

	*l = (struct cl_value_list){ 0 };
	for (size_t i = 0; i < s->count; i++) {
		const struct cl_tagged *t = &s->tagged[i];
		const struct cutline_value *v;
		struct cutline_value *added;
		struct cutline_span span;
		struct cl_str text;

		if (t->kind != kind || !is_open(s, t))
			continue;
		text = cl_text_of(s->p, t->from, t->to);
		span = cl_span_of(s->p, t->from, t->to);
		v = ruled(&old, span);
		if (half_token(s->p, &old, span) < old.count)
			continue;
		if (kind == CL_TAG_PERSON)
			keep_couple(s, &old, span);
		added = known(l, text, kind == CL_TAG_PERSON);
		if (added) {
			prefer(s, added, text, span);
			continue;
		}
		if (v && has_span(v, span))
			text = cl_str_from(v->text);
		added = cl_add_value(s->p, field, text, span, (double)t->sure,
				     v ? v->rule : "learned");
		if (added && v && v->position)
			added->position = v->position;
	}
	for (size_t i = 0; i < old.count; i++)
		if (is_unseen(s, old.items[i].span))
			keep(s, field, &old.items[i]);
	put_in_order(l);
}

/* "2 of 3": a place that the grammar counted. */
static bool is_counted(const struct cutline_value *v)
{
	return v->position && cl_is_digit(v->position[0]) &&
	       strstr(v->position, " of ");
}

/* In a list from left to right the places are counted again, now that names
 * have come or gone. */
static void count_places(struct cl_parse *p)
{
	struct cl_value_list *l = &p->fields[CUTLINE_PERSONS];
	size_t first = l->count, last = 0;
	bool counted = false;

	for (size_t i = 0; i < l->count; i++) {
		if (strcmp(l->items[i].rule, "name-list") != 0)
			continue;
		first = first < i ? first : i;
		last = i;
		counted |= is_counted(&l->items[i]);
	}
	for (size_t i = first; counted && i <= last; i++) {
		struct cutline_value *v = &l->items[i];

		if (v->position && !is_counted(v))
			continue;
		if (i == first || i == last) {
			v->position = i == first ? "left" : "right";
			continue;
		}
		v->position = cl_arena_printf(p->arena, "%zu of %zu",
					      i - first + 1, last - first + 1);
		p->failed |= !v->position;
	}
}

/* The words to show of a place. */
static struct cl_str place_text(struct settling *s, const struct cl_tagged *t)
{
	struct cl_str text = cl_text_of(s->p, t->from, t->to);
	const char *name = NULL;

	if (t->kind == CL_TAG_COUNTRY)
		name = cl_country_name(text);
	else if (t->kind == CL_TAG_STATE)
		name = cl_state_name(text);
	else if (t->kind == CL_TAG_CITY)
		return cl_city_shown(s->p, t->from, t->to);
	return name ? cl_str_from(name) : text;
}

static const struct cl_tagged *surest(const struct settling *s,
				      enum cl_tag_kind kind)
{
	const struct cl_tagged *best = NULL;

	for (size_t i = 0; i < s->count; i++)
		if (s->tagged[i].kind == kind && is_open(s, &s->tagged[i]) &&
		    (!best || s->tagged[i].sure > best->sure))
			best = &s->tagged[i];
	return best;
}

/* Is it the same place that the grammar read? Of larger ones the grammar knows
 * better which words count: "Nangarhar province". */
static bool agrees(enum cl_tag_kind kind, const struct cutline_value *v,
		   struct cl_str text, struct cutline_span span)
{
	if (cl_key_eq(cl_str_from(v->text), text))
		return true;
	if (kind == CL_TAG_STATE || kind == CL_TAG_COUNTRY)
		return v->span.start < span.end && span.start < v->span.end;
	return has_span(v, span);
}

static void settle_one(struct settling *s, enum cl_tag_kind kind)
{
	enum cutline_field field = cl_tag_field(kind);
	struct cl_value_list *l = &s->p->fields[field], old = *l;
	const struct cl_tagged *t = surest(s, kind);
	const char *rule = "learned";
	struct cutline_span span;
	struct cl_str text;

	if (!t) {
		if (l->count && !is_unseen(s, l->items[0].span))
			l->count = 0;
		return;
	}
	span = cl_span_of(s->p, t->from, t->to);
	text = place_text(s, t);
	if (old.count && agrees(kind, &old.items[0], text, span)) {
		text = cl_str_from(old.items[0].text);
		span = old.items[0].span;
		rule = old.items[0].rule;
	}
	*l = (struct cl_value_list){ 0 };
	cl_add_value(s->p, field, text, span, (double)t->sure, rule);
}

/* The one place of a city-state fills both fields. */
static void settle_city_state(struct cl_parse *p, enum cutline_field from,
			      enum cutline_field to)
{
	const struct cl_value_list *l = &p->fields[from];

	if (l->count == 0 || cl_has_value(p, to) ||
	    cl_has_value(p, CUTLINE_PROVINCE_STATE))
		return; /* there are towns of the name: Monaco, Pa. */
	for (const char *const *name = city_states; *name; name++)
		if (cl_str_eq_nocase(cl_str_from(l->items[0].text),
				     cl_str_from(*name)))
			cl_add_value(p, to, cl_str_from(*name),
				     l->items[0].span, l->items[0].confidence,
				     l->items[0].rule);
}

/* The country that the settled places are in. */
static void settle_code(struct cl_parse *p)
{
	const struct cl_value_list *l = &p->fields[CUTLINE_COUNTRY];
	const char *code = NULL;

	if (l->count)
		code = cl_country_code(cl_str_from(l->items[0].text));
	l = &p->fields[CUTLINE_PROVINCE_STATE];
	if (!code && l->count)
		code = cl_state_country(cl_str_from(l->items[0].text),
					p->country_code);
	p->country_code = code;
}

void cl_settle(struct cl_parse *p, const uint8_t *owners)
{
	uint32_t count = p->count < CL_TAGGED_MAX ? p->count : CL_TAGGED_MAX;
	struct settling s = { .p = p, .owners = owners, .end = SIZE_MAX };
	struct cl_seen *seen;

	if (count == 0)
		return;
	seen = cl_observe(p, owners, count);
	if (seen)
		s.tagged = cl_tag(p, seen, count, &s.count);
	if (p->failed)
		return;
	if (count < p->count)
		s.end = p->tokens[count].start;
	settle_list(&s, CL_TAG_PERSON);
	count_places(p);
	settle_list(&s, CL_TAG_EVENT);
	settle_one(&s, CL_TAG_SUBLOCATION);
	settle_one(&s, CL_TAG_CITY);
	settle_one(&s, CL_TAG_STATE);
	settle_one(&s, CL_TAG_COUNTRY);
	settle_city_state(p, CUTLINE_CITY, CUTLINE_COUNTRY);
	settle_city_state(p, CUTLINE_COUNTRY, CUTLINE_CITY);
	settle_code(p);
	settle_list(&s, CL_TAG_CREATOR);
	settle_list(&s, CL_TAG_AGENCY);
	cl_settle_parts(p);
}
