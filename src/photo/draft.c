/* SPDX-License-Identifier: MIT */
#include "photo/draft.h"

#include <string.h>

#include "photo/credit.h"
#include "photo/record.h"

void cl_draft_init(struct cl_draft *d, const struct cutline_image *image,
		   struct cutline_photo *photo, const char *path)
{
	*d = (struct cl_draft){ .image = image, .photo = photo };
	d->arena = cl_photo_arena(photo);
	d->path = cl_draft_dup(d, cl_str_from(path));
}

void cl_draft_release(struct cl_draft *d)
{
	cutline_caption_free(d->caption);
	d->caption = NULL;
	cl_draft_forget_credits(d);
}

static bool grow(struct cl_draft *d)
{
	size_t capacity = d->capacity > 0 ? 2 * d->capacity : 96;
	struct cl_candidate *more =
		cl_arena_array(d->arena, capacity, sizeof(*more));

	if (!more) {
		d->failed = true;
		return false;
	}
	if (d->count > 0)
		memcpy(more, d->candidates, d->count * sizeof(*more));
	d->candidates = more;
	d->capacity = capacity;
	return true;
}

struct cl_candidate *cl_draft_add(struct cl_draft *d, enum cutline_field field)
{
	struct cl_candidate *c;

	if (d->count == d->capacity && !grow(d))
		return NULL;
	c = &d->candidates[d->count++];
	*c = (struct cl_candidate){ .value = { .field = field,
					       .location = d->path } };
	if (d->last[field] > 0)
		d->candidates[d->last[field] - 1].next = d->count;
	else
		d->first[field] = d->count;
	d->last[field] = d->count;
	return c;
}

struct cl_candidate *cl_draft_next(const struct cl_draft *d,
				   enum cutline_field field,
				   const struct cl_candidate *after)
{
	size_t at = after ? after->next : d->first[field];

	return at > 0 ? &d->candidates[at - 1] : NULL;
}

struct cl_candidate *cl_draft_derive(struct cl_draft *d, size_t from,
				     enum cutline_field field, unsigned level)
{
	struct cl_candidate *c = cl_draft_add(d, field);
	const struct cl_candidate *parent = &d->candidates[from];

	if (!c)
		return NULL;
	c->value.items = parent->value.items;
	c->value.count = parent->value.count;
	c->value.origin = parent->value.origin;
	c->value.confidence = parent->value.confidence;
	c->value.span = parent->value.span;
	c->source = parent->source;
	c->block = parent->block;
	c->standing = parent->standing;
	c->value.why = parent->value.why;
	c->at_limit = parent->at_limit;
	c->is_sidecar = parent->is_sidecar;
	c->place = parent->place;
	c->level = parent->level + level;
	return c;
}

char *cl_draft_dup(struct cl_draft *d, struct cl_str s)
{
	char *copy = cl_arena_dup(d->arena, s);

	d->failed = d->failed || !copy;
	return copy;
}

const char **cl_draft_list(struct cl_draft *d, size_t count)
{
	const char **list = cl_arena_array(d->arena, count, sizeof(*list));

	d->failed = d->failed || !list;
	return list;
}

const char *const *cl_draft_texts(struct cl_draft *d,
				  const struct cutline_values *values)
{
	const char **list = cl_draft_list(d, values->count);

	for (size_t i = 0; list && i < values->count; i++)
		list[i] = cl_draft_dup(d, cl_str_from(values->items[i].text));
	return d->failed ? NULL : list;
}

void cl_candidate_read(struct cl_candidate *c, const char *const *read,
		       size_t count)
{
	bool same = count == c->value.count;

	if (!read)
		return;
	for (size_t i = 0; same && i < count; i++)
		same = strcmp(read[i], c->value.items[i]) == 0;
	c->value.read = same ? NULL : read;
	c->value.read_count = same ? 0 : count;
}

void cl_candidate_read_one(struct cl_draft *d, struct cl_candidate *c,
			   const char *text)
{
	const char **list = cl_draft_list(d, 1);

	if (!list)
		return;
	list[0] = cl_draft_dup(d, cl_str_from(text));
	if (list[0])
		cl_candidate_read(c, list, 1);
}

void cl_candidate_drop(struct cl_candidate *c, const char *why)
{
	c->standing = CL_OUT;
	c->value.confidence = 0;
	c->value.why = why;
}

const char *const *cl_candidate_says(const struct cl_candidate *c,
				     size_t *count)
{
	*count = c->value.read ? c->value.read_count : c->value.count;
	return c->value.read ? c->value.read : c->value.items;
}

struct cl_str cl_candidate_first(const struct cl_candidate *c)
{
	size_t count;
	const char *const *says = cl_candidate_says(c, &count);

	return cl_str_from(count > 0 ? says[0] : NULL);
}
