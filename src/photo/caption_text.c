/* SPDX-License-Identifier: MIT */
/*
 * The caption's share of a photo. Its values hold the words they were read
 * from, and beside them what was read: "Calif." and California.
 */
#include "photo/caption_text.h"

#include <string.h>

#include "base/fold.h"
#include "photo/choose.h"
#include "photo/dates.h"

/* The words of a value, or its reading where it has no place in the text. */
static struct cl_str words_of(const struct cutline_caption *caption,
			      const struct cutline_value *v)
{
	struct cl_str text = { caption->text, caption->text_len };
	struct cl_str words;

	if (v->span.end <= v->span.start || v->span.end > text.len)
		return cl_str_from(v->text);
	words = cl_str_trim(cl_str_sub(text, v->span.start, v->span.end));
	return words.len > 0 ? words : cl_str_from(v->text);
}

/* What a value's note is: where a person stands, what kind a number is. */
static const char *note_of(enum cutline_field field,
			   const struct cutline_value *v)
{
	if (field == CUTLINE_PERSONS)
		return v->position;
	return v->kind;
}

static void fill(struct cl_draft *d, struct cl_candidate *c,
		 const struct cutline_values *values)
{
	const char **items = cl_draft_list(d, values->count);
	const char **notes = cl_draft_list(d, values->count);
	bool noted = false;

	for (size_t i = 0; items && notes && i < values->count; i++) {
		const struct cutline_value *v = &values->items[i];
		const char *note = note_of(c->value.field, v);

		items[i] = cl_draft_dup(d, words_of(d->caption, v));
		if (note)
			notes[i] = cl_draft_dup(d, cl_str_from(note));
		noted = noted || note;
		if (v->confidence < c->value.confidence)
			c->value.confidence = v->confidence;
	}
	c->value.items = items;
	c->value.count = values->count;
	c->value.span = values->items[0].span;
	c->notes = noted ? notes : NULL;
	if (!d->failed)
		cl_candidate_read(c, cl_draft_texts(d, values), values->count);
}

static struct cl_candidate *add(struct cl_draft *d, enum cutline_field field)
{
	struct cl_candidate *c = cl_draft_add(d, field);

	if (!c)
		return NULL;
	c->block = CL_BLOCK_CAPTION;
	c->value.origin = "caption";
	c->value.confidence = 1;
	return c;
}

/* A name and no word beside it is a title, "Mongol Els": nothing makes it a
 * credit. */
static bool is_whole_text(const struct cl_draft *d,
			  const struct cl_candidate *c)
{
	struct cl_str text = cl_str_trim(cl_str_from(d->caption->text));

	return c->value.count == 1 &&
	       cl_fold_eq(text, cl_str_from(c->value.items[0]));
}

static const char no_credit[] = "the whole caption: no words make it a credit";

static void add_values(struct cl_draft *d, enum cutline_field field)
{
	const struct cutline_values *values = &d->caption->fields[field];
	struct cl_candidate *c;

	if (values->count == 0)
		return;
	c = add(d, field);
	if (!c)
		return;
	fill(d, c, values);
	if (!d->failed && field == CUTLINE_CREATORS && is_whole_text(d, c))
		cl_candidate_drop(c, no_credit);
	if (d->failed || field != CUTLINE_DATE_CREATED)
		return;
	if (cutline_date_parse(values->items[0].text,
			       strlen(values->items[0].text), &c->date, NULL))
		c->date = (struct cutline_date){ 0 };
	cl_dates_complete(d, c);
}

/* The words from a credit's first part to its last. */
static struct cutline_span credit_span(const struct cutline_credit *credit)
{
	struct cutline_span whole = { SIZE_MAX, 0 };

	for (size_t i = 0; i < credit->count; i++) {
		struct cutline_span s = credit->parts[i].span;

		if (s.end <= s.start)
			continue;
		whole.start = s.start < whole.start ? s.start : whole.start;
		whole.end = s.end > whole.end ? s.end : whole.end;
	}
	return whole.end > whole.start ? whole : (struct cutline_span){ 0 };
}

/* A single text beside the parser's fields. */
static void add_text(struct cl_draft *d, enum cutline_field field,
		     const char *text, struct cutline_span span)
{
	static const double sure = 0.9;
	struct cutline_value value = { .text = text,
				       .span = span,
				       .confidence = sure };
	struct cutline_values values = { &value, 1 };
	struct cl_candidate *c;

	if (!text)
		return;
	c = add(d, field);
	if (!c)
		return;
	fill(d, c, &values);
	if (!d->failed && field == CUTLINE_CREDIT_LINE &&
	    d->caption->credit.count == 1 && is_whole_text(d, c))
		cl_candidate_drop(c, no_credit);
}

static void add_all(struct cl_draft *d)
{
	const struct cutline_caption *caption = d->caption;
	struct cutline_span nowhere = { 0 };

	for (unsigned f = 0; f < CUTLINE_CAPTION_FIELDS && !d->failed; f++)
		add_values(d, (enum cutline_field)f);
	if (!d->failed)
		add_text(d, CUTLINE_CREDIT_LINE, caption->credit.line,
			 credit_span(&caption->credit));
	if (!d->failed)
		add_text(d, CUTLINE_COUNTRY_CODE, caption->country_code,
			 nowhere);
}

void cl_caption_text(struct cl_draft *d)
{
	const struct cl_candidate *c;
	enum cutline_status status;
	struct cl_str text;

	cl_choose(d, CUTLINE_CAPTION);
	c = cl_chosen(d, CUTLINE_CAPTION);
	if (d->failed || !c)
		return;
	text = cl_candidate_first(c);
	status = cutline_caption_parse(text.ptr, text.len, NULL, &d->caption,
				       NULL);
	if (status == CUTLINE_NOMEM)
		d->failed = true;
	if (status == CUTLINE_OK)
		add_all(d);
}

static const char *position_of(const struct cl_candidate *caption,
			       const char *name)
{
	size_t count;
	const char *const *says = cl_candidate_says(caption, &count);

	for (size_t i = 0; i < count && i < CL_COMPARE_MAX; i++)
		if (cl_fold_eq(cl_str_from(says[i]), cl_str_from(name)))
			return caption->notes[i];
	return NULL;
}

void cl_caption_positions(struct cl_draft *d)
{
	struct cutline_photo_field *f = &d->photo->fields[CUTLINE_PERSONS];
	const struct cl_candidate *caption = NULL;
	const char **notes;

	do {
		caption = cl_draft_next(d, CUTLINE_PERSONS, caption);
	} while (caption && caption->block != CL_BLOCK_CAPTION);
	if (!caption || !caption->notes || caption->value.chosen)
		return;
	notes = cl_draft_list(d, f->count);
	for (size_t i = 0; notes && i < f->count && i < CL_COMPARE_MAX; i++)
		notes[i] = position_of(caption, f->items[i]);
	f->notes = notes;
}
