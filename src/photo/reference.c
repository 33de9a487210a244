/* SPDX-License-Identifier: MIT */
/*
 * Getty Images puts the number of its asset into the title (ObjectName), where
 * older files have it and GIFT's AssetID is missing: "536991815". A title of
 * nothing but seven to twelve figures is one, if the picture comes through
 * Getty Images or a house of it.
 *
 * The US forces' Visual Information Record Identification Number, day, service,
 * photographer, number (DoD Instruction 5040.02), stands there likewise:
 * "030904-A-2140D-006".
 */
#include "photo/reference.h"

#include <string.h>

#include "cutline/names.h"

static bool is_getty(const char *name)
{
	struct cutline_agency agency;

	return cutline_agency_find(name, strlen(name), &agency) &&
	       (strcmp(agency.name, "Getty Images") == 0 ||
		strcmp(agency.parent, "Getty Images") == 0);
}

static bool comes_through_getty(const struct cl_draft *d)
{
	const struct cl_candidate *c = NULL;

	while ((c = cl_draft_next(d, CUTLINE_AGENCIES, c))) {
		size_t count;
		const char *const *says = cl_candidate_says(c, &count);

		for (size_t i = 0;
		     c->standing != CL_OUT && i < count && i < CL_COMPARE_MAX;
		     i++)
			if (is_getty(says[i]))
				return true;
	}
	return false;
}

static bool is_asset(struct cl_str text)
{
	static const size_t fewest = 7, most = 12;

	for (size_t i = 0; i < text.len; i++)
		if (!cl_is_digit(text.ptr[i]))
			return false;
	return text.len >= fewest && text.len <= most;
}

/* d digit, a letter, n either, and the sign itself. */
static bool is_virin(struct cl_str text)
{
	static const char form[] = "dddddd-a-nnnnn-ddd";
	size_t length = sizeof(form) - 1;

	if (text.len != length && text.len != length + 1)
		return false;
	for (size_t i = 0; i < text.len; i++) {
		char c = text.ptr[i], wanted = i < length ? form[i] : 'd';
		bool digit = cl_is_digit(c), letter = cl_is_alpha(c);

		if (wanted == 'd'   ? !digit
		    : wanted == 'a' ? !letter
		    : wanted == 'n' ? !digit && !letter
				    : c != wanted)
			return false;
	}
	return true;
}

static void add(struct cl_draft *d, size_t title, const char *kind)
{
	struct cl_candidate *c =
		cl_draft_derive(d, title, CUTLINE_REFERENCES, CL_LEVEL_DERIVED);
	const char **notes = cl_draft_list(d, 1);

	if (!c || !notes)
		return;
	notes[0] = kind;
	c->notes = notes;
}

void cl_reference_find(struct cl_draft *d)
{
	const struct cl_candidate *c = NULL;
	bool getty = false;
	size_t at;

	while ((c = cl_draft_next(d, CUTLINE_TITLE, c))) {
		struct cl_str text = cl_candidate_first(c);
		bool virin = is_virin(text);

		if (c->standing != CL_STANDS || c->value.count != 1 ||
		    c->level >= CL_LEVEL_BLOCK || (!virin && !is_asset(text)))
			continue;
		getty = getty || (!virin && comes_through_getty(d));
		if (!virin && !getty)
			return;
		at = (size_t)(c - d->candidates);
		add(d, at, virin ? "virin" : "getty");
		if (d->failed)
			return;
		c = &d->candidates[at];
	}
}
