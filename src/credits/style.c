/* SPDX-License-Identifier: MIT */
/*
 * The styles.
 *
 * by-photographer: who took it and, in brackets, every agency of the credit in
 * its order, as in "Ana Lima (AFP, Getty Images)". A photo without a named
 * photographer stands under its agencies alone. Sorted by the name as printed:
 * which part of a name is the family's, no metadata tells.
 *
 * by-agency: sections by the first agency of the credit, which is the one
 * whose picture it is: "Ana Lima/WireImage via Getty Images" stands under
 * WireImage although Getty Images delivers it. Spellings of one agency
 * ("REUTERS") share its section. Each credit line is printed whole, as the
 * agencies ask.
 *
 * by-file: the file, then its credit line.
 */
#include "credits/list.h"

#include <string.h>

/* "a", "a and b", "a, b and c" with last " and "; NULL when out of memory. */
static const char *join(struct cl_arena *arena, const char *const *items,
			size_t count, const char *last)
{
	const char *joined = NULL;
	struct cl_buf all;

	cl_buf_init(&all, SIZE_MAX);
	for (size_t i = 0; i < count; i++) {
		if (i > 0)
			cl_buf_add_cstr(&all, i + 1 == count ? last : ", ");
		cl_buf_add_cstr(&all, items[i]);
	}
	if (!all.failed)
		joined = cl_arena_dup(arena, cl_buf_str(&all));
	cl_buf_release(&all);
	return joined;
}

static bool name_photographer(struct cl_arena *arena,
			      struct cl_credits_entry *e)
{
	const char *who = join(arena, e->creators, e->creator_count, " and ");
	const char *via = join(arena, e->agencies, e->agency_count, ", ");

	if (!who || !via)
		return false;
	if (e->creator_count == 0)
		e->label = via;
	else if (e->agency_count == 0)
		e->label = who;
	else
		e->label = cl_arena_printf(arena, "%s (%s)", who, via);
	return e->label != NULL;
}

static bool name_agency(struct cl_arena *arena, struct cl_credits_entry *e)
{
	struct cutline_agency agency;

	(void)arena;
	e->head = e->agency_count > 0 ? e->agencies[0] : NULL;
	if (e->head && cutline_agency_find(e->head, strlen(e->head), &agency))
		e->head = agency.name;
	e->label = e->line;
	return true;
}

static bool name_file(struct cl_arena *arena, struct cl_credits_entry *e)
{
	(void)arena;
	e->label = e->path;
	return true;
}

/* Sorted by name; rules holds the rules of each. */
static const struct cutline_credits_style styles[] = {
	{ "by-agency", "sections by agency, credit lines whole" },
	{ "by-file", "each file with its credit line" },
	{ "by-photographer", "each photographer with the files (default)" },
};

static const struct cl_credits_rules rules[] = {
	{ .name = name_agency, .no_head = "No agency" },
	{ .name = name_file, .files_first = true },
	{ .name = name_photographer },
};

const struct cutline_credits_style *cutline_credits_styles(size_t *count)
{
	*count = sizeof(styles) / sizeof(styles[0]);
	return styles;
}

const struct cl_credits_rules *cl_credits_rules_find(const char *name)
{
	for (size_t i = 0; i < sizeof(styles) / sizeof(styles[0]); i++)
		if (strcmp(styles[i].name, name) == 0)
			return &rules[i];
	return NULL;
}
