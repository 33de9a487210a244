/* SPDX-License-Identifier: MIT */
/*
 * The parts of a credit, once its creators and agencies are settled: those of
 * the grammar that are still values stay, with their roles; the tagger's stand
 * between them in the order of the text, with the role that the word before
 * them tells.
 */
#include "caption/settle.h"

#include "names/key.h"

static enum cutline_role role_at(const struct cl_parse *p,
				 struct cutline_span span)
{
	uint32_t i = 0;

	while (i < p->count && p->tokens[i].start < span.start)
		i++;
	if (i > 0 && cl_is_word(p, i - 1, "via"))
		return CUTLINE_ROLE_DISTRIBUTOR;
	if (i > 0 && cl_is_word(p, i - 1, "for"))
		return CUTLINE_ROLE_CLIENT;
	return CUTLINE_ROLE_PROVIDER;
}

static bool is_listed(const struct cl_value_list *l, const char *name)
{
	for (size_t i = 0; i < l->count && i < CL_COMPARED_MAX; i++)
		if (cl_key_eq(cl_str_from(l->items[i].text), cl_str_from(name)))
			return true;
	return l->count > CL_COMPARED_MAX;
}

/* Is the part no value of a field: a licence, "Pool", a number? */
static bool is_aside(enum cutline_role role)
{
	return role == CUTLINE_ROLE_LICENCE || role == CUTLINE_ROLE_QUALIFIER ||
	       role == CUTLINE_ROLE_REFERENCE;
}

/* Is the part a value as settled? */
static bool is_value(const struct cl_parse *p,
		     const struct cutline_credit_part *part)
{
	enum cutline_field field = part->role == CUTLINE_ROLE_CREATOR
					   ? CUTLINE_CREATORS
					   : CUTLINE_AGENCIES;

	return !is_aside(part->role) &&
	       is_listed(&p->fields[field], part->name);
}

/* Is the value a part of the list already? */
static bool has_part(const struct cl_parse *p, const struct cl_part_list *l,
		     const char *name)
{
	for (size_t i = 0; i < l->count && i < CL_COMPARED_MAX; i++)
		if (cl_key_eq(cl_str_from(l->items[i].name),
			      cl_str_from(name)) &&
		    is_value(p, &l->items[i]))
			return true;
	return false;
}

/* The parts that the tagger adds, in the order of the text. */
struct added {
	struct cutline_credit_part items[2 * CL_COMPARED_MAX];
	size_t count, next;
};

static void insert(struct added *added, struct cutline_credit_part part)
{
	size_t at = added->count++;

	while (at > 0 && added->items[at - 1].span.start > part.span.start) {
		added->items[at] = added->items[at - 1];
		at--;
	}
	added->items[at] = part;
}

static void find_added(struct cl_parse *p, const struct cl_part_list *old,
		       enum cutline_field field, struct added *added)
{
	const struct cl_value_list *l = &p->fields[field];

	for (size_t i = 0; i < l->count && i < CL_COMPARED_MAX; i++) {
		const struct cutline_value *v = &l->items[i];
		struct cutline_credit_part part = { .name = v->text,
						    .span = v->span };

		if (has_part(p, old, v->text))
			continue;
		part.role = field == CUTLINE_AGENCIES ? role_at(p, v->span)
						      : CUTLINE_ROLE_CREATOR;
		insert(added, part);
	}
}

static void add_before(struct cl_parse *p, struct added *added, size_t before)
{
	for (; added->next < added->count; added->next++) {
		const struct cutline_credit_part *part =
			&added->items[added->next];

		if (part->span.start >= before)
			return;
		cl_add_part(p, part->role, cl_str_from(part->name), part->span);
	}
}

void cl_settle_parts(struct cl_parse *p)
{
	struct cl_part_list old = p->parts;
	struct added added = { .count = 0 };

	find_added(p, &old, CUTLINE_CREATORS, &added);
	find_added(p, &old, CUTLINE_AGENCIES, &added);
	p->parts = (struct cl_part_list){ 0 };
	for (size_t i = 0; i < old.count; i++) {
		const struct cutline_credit_part *part = &old.items[i];

		if (is_aside(part->role)
			    ? is_listed(&p->fields[CUTLINE_AGENCIES],
					part->name)
			    : !is_value(p, part))
			continue;
		add_before(p, &added, part->span.start);
		cl_add_part(p, part->role, cl_str_from(part->name), part->span);
	}
	add_before(p, &added, SIZE_MAX);
}
