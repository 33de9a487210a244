/* SPDX-License-Identifier: MIT */
#include "place/lookup.h"

#include "base/fold.h"
#include "cutline/place.h"

const char *cl_place_string(uint32_t offset)
{
	return (const char *)cl_place_pool + offset;
}

static void look_at_letters(struct cl_place_query *q, struct cl_str name)
{
	bool letter = false;

	q->capital = q->stop = false;
	q->capitals = true;
	for (size_t i = 0; i < name.len; i++) {
		char c = name.ptr[i];

		if (c == '.')
			q->stop = true;
		if (cl_is_lower(c))
			q->capitals = false;
		if (cl_is_alpha(c) && !letter)
			q->capital = cl_is_upper(c);
		letter |= cl_is_alpha(c);
	}
	q->capitals &= letter;
}

bool cl_place_query_init(struct cl_place_query *q, struct cl_str name)
{
	if (!name.len || name.len > CUTLINE_PLACE_NAME_MAX)
		return false;
	q->len = cl_fold_to(q->folded, sizeof(q->folded), name);
	if (!q->len || q->len > sizeof(q->folded))
		return false;
	look_at_letters(q, name);
	return true;
}

static struct cl_str key_name(const struct cl_place_key *key)
{
	return (struct cl_str){ cl_place_string(key->name), key->len };
}

/* The first key that is not below the folded name. */
static size_t lower_bound(const struct cl_place_keys *keys,
			  struct cl_str folded)
{
	size_t low = 0;
	size_t high = keys->count;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (cl_str_cmp(key_name(&keys->keys[mid]), folded) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

size_t cl_place_find(const struct cl_place_keys *keys, struct cl_str folded,
		     size_t *first)
{
	size_t at = lower_bound(keys, folded);

	*first = at;
	while (at < keys->count && cl_str_eq(key_name(&keys->keys[at]), folded))
		at++;
	return at - *first;
}

bool cl_place_counts(const struct cl_place_key *key,
		     const struct cl_place_query *q)
{
	switch ((enum cl_place_rule)key->rule) {
	case CL_PLACE_ANY:
		return true;
	case CL_PLACE_SHORT:
		return q->capital;
	case CL_PLACE_STOP:
		return q->capital && q->stop;
	case CL_PLACE_CAPITALS:
		return q->capitals;
	}
	return false;
}

/* A blank sorts below all else, so names that go on after the phrase follow
 * the phrase itself. */
static bool begins_in(const struct cl_place_keys *keys, struct cl_str folded)
{
	size_t at = lower_bound(keys, folded);
	struct cl_str name;

	if (at == keys->count)
		return false;
	name = key_name(&keys->keys[at]);
	return cl_str_starts(name, folded) &&
	       (name.len == folded.len || name.ptr[folded.len] == ' ');
}

bool cl_place_is_prefix(struct cl_str folded)
{
	return folded.len && (begins_in(&cl_city_keys, folded) ||
			      begins_in(&cl_state_keys, folded) ||
			      begins_in(&cl_country_keys, folded));
}
