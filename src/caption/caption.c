/* SPDX-License-Identifier: MIT */
/*
 * One pass over the text makes tokens; then the grammars read them, each what
 * those before it left: what a caption says about itself, the credit, the
 * dateline, dates, places and occasions, people. The order is that of how sure
 * the forms are: a name in the credit is no longer taken for a person shown.
 * Last the tagger settles what they found; README.md here shows the way.
 */
#include "base/alloc.h"
#include "base/error.h"
#include "base/utf8.h"
#include "caption/boiler.h"
#include "caption/credit.h"
#include "caption/dateline.h"
#include "caption/dates.h"
#include "caption/events.h"
#include "caption/grammar.h"
#include "caption/people.h"
#include "caption/places.h"
#include "caption/record.h"
#include "caption/scan.h"
#include "caption/settle.h"

/* The record and the arena it lives in. */
struct record {
	struct cutline_caption caption;
	struct cl_arena arena;
};

/* A copy of text that is valid UTF-8 and ends in NUL. */
static bool keep_text(struct cl_arena *arena, struct cl_str in,
		      struct cl_str *out)
{
	struct cl_buf buf;

	if (cl_utf8_valid(in) && cl_str_find_char(in, '\0', 0) == in.len) {
		*out = (struct cl_str){ cl_arena_dup(arena, in), in.len };
		return out->ptr != NULL;
	}
	cl_buf_init(&buf, (size_t)CUTLINE_CAPTION_MAX * 3 + 1);
	cl_utf8_add_valid(&buf, in);
	*out = cl_buf_str(&buf);
	out->ptr = buf.failed ? NULL : cl_arena_dup(arena, *out);
	cl_buf_release(&buf);
	return out->ptr != NULL;
}

enum cutline_status cl_caption_credits(struct cl_str text,
				       struct cl_arena *arena,
				       struct cutline_span **spans,
				       size_t *count)
{
	struct cl_memo memo = { 0 };
	struct cl_parse p = { .arena = arena, .text = text, .memo = &memo };

	p.tokens = cl_tokens(text, arena, UINT32_MAX, &p.count);
	if (!p.tokens)
		return CUTLINE_NOMEM;
	cl_boiler_find(&p);
	cl_credit_find(&p);
	*count = p.clauses.count;
	*spans = cl_arena_array(arena, *count + 1, sizeof(**spans));
	if (p.failed || !*spans)
		return CUTLINE_NOMEM;
	for (size_t i = 0; i < *count; i++)
		(*spans)[i] = cl_span_of(&p, p.clauses.items[i].from,
					 p.clauses.items[i].to);
	return CUTLINE_OK;
}

uint8_t *cl_grammars(struct cl_parse *p)
{
	uint8_t *owners = NULL;

	p->tokens =
		cl_tokens(p->text, p->arena, CUTLINE_CAPTION_TOKENS, &p->count);
	if (p->tokens)
		owners = cl_arena_alloc(p->arena, p->count + 1);
	if (!owners) {
		p->failed = true;
		return NULL;
	}
	cl_boiler_find(p);
	cl_credit_find(p);
	cl_dateline_find(p);
	cl_dates_find(p);
	for (uint32_t i = 0; i < p->count; i++)
		owners[i] = p->tokens[i].owner;
	cl_events_find(p);
	cl_places_find(p);
	cl_dates_settle_order(p);
	cl_people_find(p);
	return owners;
}

static void read_text(struct cl_parse *p)
{
	uint8_t *owners = cl_grammars(p);

	if (owners)
		cl_settle(p, owners);
	cl_places_infer(p);
}

static void read_field(struct cl_parse *p, const char *text,
		       enum cutline_role slot)
{
	struct cl_str s = cl_str_from(text);

	if (s.len == 0 || s.len > CUTLINE_CAPTION_MAX)
		return;
	p->tokens = NULL;
	if (keep_text(p->arena, s, &p->text))
		p->tokens = cl_tokens(p->text, p->arena, CUTLINE_CAPTION_TOKENS,
				      &p->count);
	if (!p->tokens)
		p->failed = true;
	else
		cl_credit_read_field(p, slot);
}

/* What the text named in a credit stays where the fields name nobody in that
 * place: the photographer, or the agencies. */
static void keep_values(struct cl_parse *p, enum cutline_field field,
			const struct cl_value_list *said)
{
	if (!cl_has_value(p, field))
		p->fields[field] = *said;
}

static void add_parts(struct cl_parse *p, const struct cl_part_list *from,
		      bool creators, bool others)
{
	for (size_t i = 0; i < from->count; i++) {
		const struct cutline_credit_part *part = &from->items[i];

		if (part->role == CUTLINE_ROLE_CREATOR ? creators : others)
			cl_add_part(p, part->role, cl_str_from(part->name),
				    part->span);
	}
}

static void keep_parts(struct cl_parse *p, const struct cl_part_list *said,
		       bool creators, bool others)
{
	struct cl_part_list read = p->parts;

	p->parts = (struct cl_part_list){ 0 };
	add_parts(p, said, creators, false);
	add_parts(p, &read, true, true);
	add_parts(p, said, false, others);
}

static void read_each_field(struct cl_parse *p,
			    const struct cutline_credit_fields *fields)
{
	struct cl_str text = p->text;

	p->in_fields = true;
	for (size_t i = 0; i < fields->by_line_count; i++)
		read_field(p, fields->by_lines[i], CUTLINE_ROLE_CREATOR);
	read_field(p, fields->credit, CUTLINE_ROLE_PROVIDER);
	read_field(p, fields->source, CUTLINE_ROLE_PROVIDER);
	p->text = text;
}

/* The credit fields beside the text, through the same grammar. They are the
 * credit; the text's own does not stand beside it a second time. */
static void read_fields(struct cl_parse *p,
			const struct cutline_credit_fields *fields)
{
	struct cl_value_list creators = p->fields[CUTLINE_CREATORS];
	struct cl_value_list agencies = p->fields[CUTLINE_AGENCIES];
	struct cl_part_list parts = p->parts;

	if (!fields->by_line_count && !fields->credit && !fields->source)
		return;
	p->fields[CUTLINE_CREATORS] = (struct cl_value_list){ 0 };
	p->fields[CUTLINE_AGENCIES] = (struct cl_value_list){ 0 };
	p->parts = (struct cl_part_list){ 0 };
	read_each_field(p, fields);
	keep_parts(p, &parts, !cl_has_value(p, CUTLINE_CREATORS),
		   !cl_has_value(p, CUTLINE_AGENCIES));
	keep_values(p, CUTLINE_CREATORS, &creators);
	keep_values(p, CUTLINE_AGENCIES, &agencies);
}

static void hand_out(struct cl_parse *p, struct cutline_caption *c)
{
	c->text = p->text.ptr;
	c->text_len = p->text.len;
	for (int f = 0; f < CUTLINE_CAPTION_FIELDS; f++) {
		c->fields[f].items = p->fields[f].items;
		c->fields[f].count = p->fields[f].count;
		c->inferred[f].items = p->inferred[f].items;
		c->inferred[f].count = p->inferred[f].count;
	}
	c->country_code = p->country_code;
	c->credit.parts = p->parts.items;
	c->credit.count = p->parts.count;
	c->credit.line = cl_credit_line(p);
	c->dates = p->dates.items;
	c->date_count = p->dates.count;
}

enum cutline_status
cutline_caption_parse(const char *text, size_t len,
		      const struct cutline_caption_options *opts,
		      struct cutline_caption **out, struct cutline_error *err)
{
	struct cl_memo memo = { 0 };
	struct cl_parse p = { .opts = opts, .memo = &memo };
	struct record *r;

	*out = NULL;
	if (len > CUTLINE_CAPTION_MAX)
		return cl_fail(err, CUTLINE_LIMIT,
			       "caption of %zu bytes: at most %u are read", len,
			       CUTLINE_CAPTION_MAX);
	r = cl_alloc_zero(1, sizeof(*r));
	if (!r)
		return cl_nomem(err);
	p.arena = &r->arena;
	if (!keep_text(p.arena, (struct cl_str){ text, len }, &p.text))
		p.failed = true;
	else
		read_text(&p);
	if (!p.failed && opts)
		read_fields(&p, &opts->fields);
	if (!p.failed)
		hand_out(&p, &r->caption);
	if (p.failed) {
		cutline_caption_free(&r->caption);
		return cl_nomem(err);
	}
	*out = &r->caption;
	return CUTLINE_OK;
}

const struct cl_arena *cl_caption_arena(const struct cutline_caption *caption)
{
	return &((const struct record *)caption)->arena;
}

void cutline_caption_free(struct cutline_caption *caption)
{
	struct record *r = (struct record *)caption;

	if (!r)
		return;
	cl_arena_release(&r->arena);
	cl_free(r);
}
