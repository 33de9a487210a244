/* SPDX-License-Identifier: MIT */
#include "caption/parse.h"

#include <string.h>

#include "base/word.h"
#include "names/key.h"

struct cl_str cl_text_of(const struct cl_parse *p, uint32_t from, uint32_t to)
{
	if (from >= to)
		return (struct cl_str){ 0 };
	return cl_str_sub(p->text, p->tokens[from].start,
			  p->tokens[to - 1].end);
}

struct cutline_span cl_span_of(const struct cl_parse *p, uint32_t from,
			       uint32_t to)
{
	struct cutline_span none = { 0, 0 };

	if (from >= to || p->in_fields)
		return none;
	return (struct cutline_span){ p->tokens[from].start,
				      p->tokens[to - 1].end };
}

struct cl_str cl_token_stem(const struct cl_parse *p, uint32_t i)
{
	struct cl_str s = cl_token_text(p, i);

	if (p->tokens[i].flags & CL_F_DOT)
		s.len--;
	return s;
}

bool cl_same_word(const struct cl_parse *p, uint32_t i, const char *word)
{
	const char *text = p->text.ptr + p->tokens[i].start;

	for (uint32_t k = 0; k < p->tokens[i].stem; k++)
		if (cl_to_lower(text[k]) != word[k])
			return false;
	return true;
}

/* A first sentence of fewer words is a heading. */
#define HEADING_WORDS 4

uint32_t cl_main_end(struct cl_parse *p)
{
	unsigned words = 0;
	uint32_t i;

	if (p->main_end)
		return p->main_end;
	for (i = p->body; i < p->count; i++) {
		uint32_t mate = p->tokens[i].mate;

		if (p->tokens[i].kind == CL_T_OPEN && mate != CL_NO_TOKEN) {
			i = mate; /* its full stops are its own */
			continue;
		}
		if ((p->tokens[i].flags & CL_F_SENTENCE) &&
		    words >= HEADING_WORDS && p->tokens[i].owner == CL_FREE)
			break;
		words += p->tokens[i].kind == CL_T_WORD &&
			 p->tokens[i].owner == CL_FREE;
	}
	p->main_end = i;
	return i;
}

/* Tokens are never set free again, so it only moves back. */
uint32_t cl_tail(const struct cl_parse *p)
{
	struct cl_memo *m = p->memo;

	if (m->tokens != p->tokens) {
		m->tokens = p->tokens;
		m->tail = p->count;
	}
	while (m->tail > 0 && (p->tokens[m->tail - 1].kind == CL_T_SIGN ||
			       p->tokens[m->tail - 1].owner != CL_FREE))
		m->tail--;
	return m->tail;
}

void cl_claim(struct cl_parse *p, uint32_t from, uint32_t to,
	      enum cl_owner owner)
{
	for (uint32_t i = from; i < to && i < p->count; i++)
		p->tokens[i].owner = (uint8_t)owner;
}

/* Is all white space single blanks inside the text? Eight bytes at a time; of
 * each eight the last is carried over to the next. */
static bool has_folded_space(struct cl_str text)
{
	uint64_t carry = 0x80; /* a blank at the beginning is one too many */

	for (size_t at = 0; at < text.len; at += 8) {
		uint64_t bytes = cl_load(text.ptr + at, text.len - at);
		uint64_t blanks = cl_bytes_in(bytes, ' ', ' ');

		if (cl_bytes_in(bytes, '\t', '\r') ||
		    (blanks & (blanks << 8 | carry)))
			return false;
		carry = blanks >> 56;
	}
	return text.len && text.ptr[text.len - 1] != ' ';
}

static void fold_space(char *copy, struct cl_str text)
{
	size_t len = 0;

	for (size_t i = 0; i < text.len; i++) {
		if (!cl_is_space(text.ptr[i]))
			copy[len++] = text.ptr[i];
		else if (len && copy[len - 1] != ' ')
			copy[len++] = ' ';
	}
	while (len && copy[len - 1] == ' ')
		len--;
	copy[len] = '\0';
}

const char *cl_keep(struct cl_parse *p, struct cl_str text)
{
	char *copy = cl_arena_dup(p->arena, text);

	if (!copy)
		p->failed = true;
	else if (!has_folded_space(text))
		fold_space(copy, text);
	return copy;
}

/* Make room for one more item; the array moves to a piece twice as large. */
static void *grow(struct cl_parse *p, void *items, size_t count, size_t *cap,
		  size_t size)
{
	void *larger;

	if (count < *cap)
		return items;
	larger = cl_arena_array(p->arena, *cap ? *cap * 2 : 4, size);
	if (!larger) {
		p->failed = true;
		return NULL;
	}
	if (count)
		memcpy(larger, items, count * size);
	*cap = *cap ? *cap * 2 : 4;
	return larger;
}

static struct cutline_value *push(struct cl_parse *p, struct cl_value_list *l,
				  const char *text, struct cutline_span span,
				  double confidence, const char *rule)
{
	struct cutline_value *items =
		grow(p, l->items, l->count, &l->cap, sizeof(*items));

	if (!items || !text)
		return NULL;
	l->items = items;
	items[l->count] = (struct cutline_value){
		.text = text,
		.span = span,
		.confidence = confidence,
		.rule = rule,
	};
	return &items[l->count++];
}

static struct cutline_value *find(struct cl_value_list *l, struct cl_str text)
{
	size_t from =
		l->count > CL_COMPARED_MAX ? l->count - CL_COMPARED_MAX : 0;

	for (size_t i = from; text.len && i < l->count; i++)
		if (cl_key_begins_alike(l->items[i].text[0], text.ptr[0]) &&
		    cl_key_eq(cl_str_from(l->items[i].text), text))
			return &l->items[i];
	return NULL;
}

struct cutline_value *cl_add_value(struct cl_parse *p, enum cutline_field field,
				   struct cl_str text, struct cutline_span span,
				   double confidence, const char *rule)
{
	struct cl_value_list *l = &p->fields[field];
	struct cutline_value *old = find(l, text);

	if (old || text.len == 0)
		return old;
	if (!cutline_field_is_list(field) && l->count)
		return NULL;
	return push(p, l, cl_keep(p, text), span, confidence, rule);
}

struct cutline_value *cl_add_inferred(struct cl_parse *p,
				      enum cutline_field field,
				      const char *text, double confidence,
				      const char *rule)
{
	struct cutline_span none = { 0, 0 };

	return push(p, &p->inferred[field], text, none, confidence, rule);
}

bool cl_has_value(const struct cl_parse *p, enum cutline_field field)
{
	return p->fields[field].count > 0;
}

void cl_add_part(struct cl_parse *p, enum cutline_role role, struct cl_str name,
		 struct cutline_span span)
{
	struct cl_part_list *l = &p->parts;
	struct cutline_credit_part *items =
		grow(p, l->items, l->count, &l->cap, sizeof(*items));
	const char *text;

	if (!items)
		return;
	l->items = items;
	for (size_t i = l->count > 8 ? l->count - 8 : 0; i < l->count; i++)
		if (items[i].role == role &&
		    cl_key_eq(cl_str_from(items[i].name), name))
			return; /* "via Getty Images via Getty Images" */
	text = cl_keep(p, name);
	if (text)
		items[l->count++] =
			(struct cutline_credit_part){ role, text, span };
}

void cl_add_clause(struct cl_parse *p, uint32_t from, uint32_t to)
{
	struct cl_clause_list *l = &p->clauses;
	struct cl_clause *items =
		grow(p, l->items, l->count, &l->cap, sizeof(*items));

	if (!items)
		return;
	l->items = items;
	items[l->count++] = (struct cl_clause){ from, to };
}

void cl_add_date(struct cl_parse *p, enum cutline_date_role role,
		 const struct cutline_date *date, struct cutline_span span)
{
	struct cl_date_list *l = &p->dates;
	struct cutline_caption_date *items =
		grow(p, l->items, l->count, &l->cap, sizeof(*items));

	if (!items)
		return;
	l->items = items;
	items[l->count++] = (struct cutline_caption_date){ role, *date, span };
}
