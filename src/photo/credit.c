/* SPDX-License-Identifier: MIT */
/*
 * By-line, credit and source of a file are read by the grammar of credits, for
 * each of them may hold all of it: "Ella Ling/BPI/REX" stands in by-lines. A
 * by-line thus names agencies too, a credit a photographer.
 *
 * In the end the chosen by-line and credit, and the source where they name none
 * whose the picture is, are read together into one credit, so that
 * "Ana Lima" and "AFP/Getty Images" give "Ana Lima/AFP/Getty Images", and the
 * photo's agencies are those of that credit. The caption's credit stands when
 * the fields give none.
 */
#include "photo/credit.h"

#include <string.h>

#include "base/fold.h"
#include "photo/choose.h"

/* EXIF, IIM and XMP commonly say the same, so each text is read once. */
struct cl_credit_memo {
	struct cl_credit_memo *next;
	struct cutline_credit_fields fields;
	struct cutline_caption *caption;
};

static bool same_text(const char *a, const char *b)
{
	return a == b || (a && b && strcmp(a, b) == 0);
}

static bool same_fields(const struct cutline_credit_fields *a,
			const struct cutline_credit_fields *b)
{
	if (a->by_line_count != b->by_line_count ||
	    !same_text(a->credit, b->credit) ||
	    !same_text(a->source, b->source))
		return false;
	for (size_t i = 0; i < a->by_line_count; i++)
		if (!same_text(a->by_lines[i], b->by_lines[i]))
			return false;
	return true;
}

const struct cutline_caption *
cl_draft_parse_credit(struct cl_draft *d,
		      const struct cutline_credit_fields *fields)
{
	struct cutline_caption_options options = { .fields = *fields };
	struct cl_credit_memo *memo;

	for (memo = d->credits; memo; memo = memo->next)
		if (same_fields(&memo->fields, fields))
			return memo->caption;
	memo = cl_arena_alloc(d->arena, sizeof(*memo));
	if (!memo ||
	    cutline_caption_parse(NULL, 0, &options, &memo->caption, NULL)) {
		d->failed = true;
		return NULL;
	}
	memo->fields = *fields;
	memo->next = d->credits;
	d->credits = memo;
	return memo->caption;
}

void cl_draft_forget_credits(struct cl_draft *d)
{
	for (struct cl_credit_memo *m = d->credits; m; m = m->next)
		cutline_caption_free(m->caption);
	d->credits = NULL;
}

/* Reuters puts the number of its contributor into Source: "X90018". */
static bool is_number(struct cl_str source)
{
	uint32_t n;

	return source.len >= 5 && cl_is_upper(source.ptr[0]) &&
	       cl_str_to_u32(cl_str_sub(source, 1, source.len), UINT32_MAX, &n);
}

static struct cutline_credit_fields fields_of(const struct cl_candidate *c)
{
	struct cutline_credit_fields fields = { 0 };
	const char *first = c->value.count > 0 ? c->value.items[0] : NULL;

	if (c->source->form == CL_FORM_CREDIT) {
		fields.credit = first;
	} else if (c->source->form == CL_FORM_SOURCE) {
		fields.source = first;
	} else {
		fields.by_lines = c->value.items;
		fields.by_line_count = c->value.count;
	}
	return fields;
}

/* Give field what the text of candidate `at` names besides. */
static void derive(struct cl_draft *d, size_t at, enum cutline_field field,
		   const struct cutline_values *values)
{
	static const unsigned by_line = 2, source = 1;
	enum cl_source_form form = d->candidates[at].source->form;
	struct cl_candidate *c;
	unsigned level = 0;

	if (values->count == 0)
		return;
	if (form == CL_FORM_SOURCE)
		level = source;
	else if (form != CL_FORM_CREDIT || field == CUTLINE_CREATORS)
		level = by_line;
	c = cl_draft_derive(d, at, field, level);
	if (c)
		cl_candidate_read(c, cl_draft_texts(d, values), values->count);
}

/* A by-line cut off at its limit has lost its end only: when that is not the
 * photographer's name, the name is whole. */
static bool name_is_whole(const struct cl_candidate *c)
{
	struct cl_str last = cl_str_from(c->value.items[c->value.count - 1]);

	for (size_t i = 0; i < c->value.read_count; i++)
		if (cl_str_ends(last, cl_str_from(c->value.read[i])))
			return false;
	return c->value.read_count > 0;
}

static void read_by_line(struct cl_draft *d, size_t at,
			 const struct cutline_caption *parsed)
{
	const struct cutline_values *names = &parsed->fields[CUTLINE_CREATORS];
	const struct cutline_values *firms = &parsed->fields[CUTLINE_AGENCIES];
	struct cl_candidate *c;

	derive(d, at, CUTLINE_AGENCIES, firms);
	c = &d->candidates[at];
	cl_candidate_read(c, cl_draft_texts(d, names), names->count);
	if (names->count == 0)
		cl_candidate_drop(c, firms->count > 0 ? "names no photographer"
						      : "placeholder");
	else if (c->at_limit && name_is_whole(c))
		c->at_limit = false;
}

void cl_draft_read_credit(struct cl_draft *d, size_t at)
{
	struct cutline_credit_fields fields = fields_of(&d->candidates[at]);
	const struct cutline_caption *parsed =
		cl_draft_parse_credit(d, &fields);
	enum cl_source_form form = d->candidates[at].source->form;

	if (!parsed)
		return;
	if (form == CL_FORM_CREDIT || form == CL_FORM_SOURCE)
		derive(d, at, CUTLINE_AGENCIES,
		       &parsed->fields[CUTLINE_AGENCIES]);
	if (form == CL_FORM_CREDIT)
		derive(d, at, CUTLINE_CREATORS,
		       &parsed->fields[CUTLINE_CREATORS]);
	if (form == CL_FORM_CREATORS || form == CL_FORM_ARTIST)
		read_by_line(d, at, parsed);
}

/* What is chosen for a field, if a field of the file says it. */
static const struct cl_candidate *chosen_field(const struct cl_draft *d,
					       enum cutline_field field)
{
	const struct cl_candidate *c = cl_chosen(d, field);

	return c && c->source ? c : NULL;
}

static const char *first_item(const struct cl_candidate *c)
{
	return c && c->value.count > 0 ? c->value.items[0] : NULL;
}

/* The chosen by-line: as it stands in its field, or as the caption names it,
 * so that a credit which leaves the photographer out gets him back. */
static void add_by_line(struct cl_draft *d,
			struct cutline_credit_fields *fields)
{
	const struct cl_candidate *c = cl_chosen(d, CUTLINE_CREATORS);

	if (!c)
		return;
	if (c->source && c->source->form != CL_FORM_CREDIT) {
		fields->by_lines = c->value.items;
		fields->by_line_count = c->value.count;
	} else if (!c->source) {
		fields->by_lines = cl_candidate_says(c, &fields->by_line_count);
	}
}

/* Credit and source may name one agency both, by-line and credit one person. */
static bool named_before(const struct cutline_credit_part *parts, size_t count,
			 const struct cutline_credit_part *part)
{
	for (size_t i = 0; i < count && i < CL_COMPARE_MAX; i++)
		if ((parts[i].role == part->role ||
		     parts[i].role == CUTLINE_ROLE_CREATOR) &&
		    cl_fold_eq(cl_str_from(parts[i].name),
			       cl_str_from(part->name)))
			return true;
	return false;
}

static void copy_credit(struct cl_draft *d, const struct cutline_credit *from)
{
	struct cutline_credit_part *parts =
		cl_arena_array(d->arena, from->count, sizeof(*parts));
	struct cutline_credit *to = &d->photo->credit;

	to->line = cl_draft_dup(d, cl_str_from(from->line));
	d->failed = d->failed || !parts;
	for (size_t i = 0; !d->failed && i < from->count; i++) {
		const struct cutline_credit_part *part = &from->parts[i];

		if (named_before(parts, to->count, part))
			continue;
		parts[to->count].role = part->role;
		parts[to->count++].name =
			cl_draft_dup(d, cl_str_from(part->name));
	}
	to->parts = parts;
}

/* The field of the credit line shows the line of the whole credit. */
static void show_line(struct cl_draft *d, const char *origin)
{
	struct cutline_photo_field *f = &d->photo->fields[CUTLINE_CREDIT_LINE];
	const char **list = cl_draft_list(d, 1);

	if (!list)
		return;
	list[0] = d->photo->credit.line;
	*f = (struct cutline_photo_field){ .items = list,
					   .count = 1,
					   .origin = f->origin ? f->origin
							       : origin };
}

static bool is_creator(const struct cl_draft *d, const char *name)
{
	const struct cutline_photo_field *f =
		&d->photo->fields[CUTLINE_CREATORS];

	for (size_t i = 0; i < f->count && i < CL_COMPARE_MAX; i++)
		if (cl_fold_eq(cl_str_from(f->items[i]), cl_str_from(name)))
			return true;
	return false;
}

static void show_agencies(struct cl_draft *d,
			  const struct cutline_values *values)
{
	struct cutline_photo_field *f = &d->photo->fields[CUTLINE_AGENCIES];
	const char **items = cl_draft_list(d, values->count);
	size_t count = 0;

	for (size_t i = 0; items && i < values->count; i++)
		if (!is_creator(d, values->items[i].text))
			items[count++] = cl_draft_dup(
				d, cl_str_from(values->items[i].text));
	if (count == 0)
		return;
	f->items = items;
	f->count = count;
}

/* A value that the joined credit took in is chosen too. */
static void mark_agencies(struct cl_draft *d, const struct cl_candidate *from)
{
	struct cl_candidate *c = NULL;

	while (from && (c = cl_draft_next(d, CUTLINE_AGENCIES, c))) {
		if (c->value.chosen || c->standing == CL_OUT ||
		    !same_text(c->value.origin, from->value.origin))
			continue;
		c->value.chosen = true;
		c->value.why = "part of the joined credit";
	}
}

static void join_fields(struct cl_draft *d,
			const struct cutline_credit_fields *fields)
{
	const struct cutline_caption *parsed = cl_draft_parse_credit(d, fields);
	const struct cl_candidate *agencies = cl_chosen(d, CUTLINE_AGENCIES);
	const struct cl_candidate *creators = chosen_field(d, CUTLINE_CREATORS);
	const struct cutline_values *values;

	if (!parsed || !parsed->credit.line)
		return;
	copy_credit(d, &parsed->credit);
	show_line(d, creators ? creators->value.origin : "caption");
	values = &parsed->fields[CUTLINE_AGENCIES];
	if (values->count == 0 || !agencies || !agencies->source)
		return;
	show_agencies(d, values);
	mark_agencies(d, chosen_field(d, CUTLINE_CREDIT_LINE));
	if (fields->source)
		mark_agencies(d, chosen_field(d, CUTLINE_SOURCE));
	mark_agencies(d, creators);
}

/* Does a credit say whose the picture is, not only through whom it came? */
static bool names_owner(const struct cutline_credit *credit)
{
	for (size_t i = 0; i < credit->count; i++) {
		enum cutline_role role = credit->parts[i].role;

		if (role >= CUTLINE_ROLE_PROVIDER &&
		    role <= CUTLINE_ROLE_RIGHTS &&
		    role != CUTLINE_ROLE_DISTRIBUTOR)
			return true;
	}
	return false;
}

/* The source is who handed the picture on and not for print (IPTC Photo
 * Metadata Standard, "Source"), unless nothing else says whose it is. */
static const char *needed_source(struct cl_draft *d,
				 const struct cutline_credit_fields *fields)
{
	const char *source = first_item(chosen_field(d, CUTLINE_SOURCE));
	const struct cutline_caption *parsed;

	if (!source || is_number(cl_str_from(source)))
		return NULL;
	if (fields->by_line_count == 0 && !fields->credit)
		return source;
	parsed = cl_draft_parse_credit(d, fields);
	return parsed && !names_owner(&parsed->credit) ? source : NULL;
}

/* "via REUTERS" names who handed the picture on only: whose it is, which is the
 * source, comes first. */
static void put_source_first(struct cutline_credit_fields *fields)
{
	const char *credit = fields->credit;

	if (!credit || !fields->source)
		return;
	fields->credit = fields->source;
	fields->source = credit;
}

void cl_draft_join_credit(struct cl_draft *d)
{
	const struct cl_candidate *line = cl_chosen(d, CUTLINE_CREDIT_LINE);
	struct cutline_credit_fields fields = { 0 };

	add_by_line(d, &fields);
	fields.credit = first_item(chosen_field(d, CUTLINE_CREDIT_LINE));
	fields.source = needed_source(d, &fields);
	put_source_first(&fields);
	if (line && !line->source && d->caption)
		copy_credit(d, &d->caption->credit);
	else if (fields.by_line_count > 0 || fields.credit || fields.source)
		join_fields(d, &fields);
}
