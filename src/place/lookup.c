/* SPDX-License-Identifier: MIT */
#include "place/lookup.h"

#include <string.h>

#include "base/fold.h"
#include "base/word.h"

const char *cl_place_string(uint32_t offset)
{
	return (const char *)cl_place_pool + offset;
}

static struct cl_str text_of(const struct cl_place_name *name)
{
	return (struct cl_str){ cl_place_string(name->text), name->len };
}

const struct cl_place_name *cl_place_find(struct cl_str folded)
{
	uint32_t at = cl_hash_of(folded) & cl_place_mask;

	for (; cl_place_slots[at]; at = (at + 1) & cl_place_mask) {
		const struct cl_place_name *name =
			&cl_place_names[cl_place_slots[at]];

		if (cl_str_eq(text_of(name), folded))
			return name;
	}
	return &cl_place_names[0];
}

void cl_place_look_up(struct cl_place_query *q, struct cl_str text)
{
	q->text = text;
	q->len = 0;
	q->name = &cl_place_names[0];
	if (!text.len || text.len > CUTLINE_PLACE_NAME_MAX)
		return;
	q->len = cl_fold_to(q->folded, sizeof(q->folded), text);
	if (q->len > sizeof(q->folded))
		q->len = 0;
	if (q->len)
		q->name = cl_place_find((struct cl_str){ q->folded, q->len });
}

static bool begins_with_capital(struct cl_str text)
{
	size_t i = 0;

	while (i < text.len && !cl_is_alpha(text.ptr[i]))
		i++;
	return i < text.len && cl_is_upper(text.ptr[i]);
}

static bool is_all_capitals(struct cl_str text)
{
	bool letter = false;

	for (size_t i = 0; i < text.len; i++) {
		if (cl_is_lower(text.ptr[i]))
			return false;
		letter |= cl_is_alpha(text.ptr[i]);
	}
	return letter;
}

bool cl_place_counts(const struct cl_place_key *key, struct cl_str text)
{
	switch ((enum cl_place_rule)key->rule) {
	case CL_PLACE_ANY:
		return true;
	case CL_PLACE_SHORT:
		return begins_with_capital(text);
	case CL_PLACE_STOP:
		return begins_with_capital(text) &&
		       cl_str_find_char(text, '.', 0) < text.len;
	case CL_PLACE_CAPITALS:
		return is_all_capitals(text);
	}
	return false;
}

/* A blank sorts below all else, so names that go on after the phrase follow
 * the phrase itself. */
bool cl_place_is_prefix(struct cl_str folded)
{
	size_t low = 1;
	size_t high = cl_place_name_count;
	struct cl_str name;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (cl_str_cmp(text_of(&cl_place_names[mid]), folded) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	if (!folded.len || low == cl_place_name_count)
		return false;
	name = text_of(&cl_place_names[low]);
	return cl_str_starts(name, folded) &&
	       (name.len == folded.len || name.ptr[folded.len] == ' ');
}
