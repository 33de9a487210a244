/* SPDX-License-Identifier: MIT */
#include "catalog/pending.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"

/* Where the key of an id is or would be. */
static size_t find_key(const struct cl_pending *pending, int64_t id)
{
	size_t low = 0;
	size_t high = pending->key_count;

	/* Ids come rising, mostly. */
	if (high > 0 && pending->keys[high - 1].id < id)
		return high;
	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (pending->keys[middle].id < id)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static bool grow(struct cl_pending *pending)
{
	size_t room = pending->room ? pending->room * 2 : 64;
	struct cl_pending_photo *photos =
		cl_realloc(pending->photos, room * sizeof(*photos));
	struct cl_pending_key *keys;

	if (!photos)
		return false;
	pending->photos = photos;
	keys = cl_realloc(pending->keys, room * sizeof(*keys));
	if (!keys)
		return false;
	pending->keys = keys;
	pending->room = room;
	return true;
}

static struct cl_pending_photo *append(struct cl_pending *pending, int64_t id)
{
	struct cl_pending_photo *photo;

	if (pending->count == pending->room && !grow(pending))
		return NULL;
	photo = &pending->photos[pending->count++];
	*photo = (struct cl_pending_photo){ .id = id };
	return photo;
}

struct cl_pending_photo *cl_pending_add(struct cl_pending *pending, int64_t id)
{
	struct cl_pending_photo *photo = append(pending, id);
	size_t at = find_key(pending, id);

	if (!photo)
		return NULL;
	memmove(pending->keys + at + 1, pending->keys + at,
		(pending->key_count - at) * sizeof(*pending->keys));
	pending->keys[at] = (struct cl_pending_key){ id, pending->count - 1 };
	pending->key_count++;
	return photo;
}

struct cl_pending_photo *cl_pending_add_removal(struct cl_pending *pending,
						int64_t id)
{
	struct cl_pending_photo *photo = append(pending, id);

	if (photo)
		photo->take_out = true;
	return photo;
}

struct cl_pending_photo *cl_pending_find(const struct cl_pending *pending,
					 int64_t id)
{
	size_t at = find_key(pending, id);

	if (at == pending->key_count || pending->keys[at].id != id)
		return NULL;
	return &pending->photos[pending->keys[at].at];
}

void cl_pending_remove(struct cl_pending *pending, int64_t id)
{
	size_t at = find_key(pending, id);

	if (at == pending->key_count || pending->keys[at].id != id)
		return;
	pending->photos[pending->keys[at].at].id = 0;
	pending->key_count--;
	memmove(pending->keys + at, pending->keys + at + 1,
		(pending->key_count - at) * sizeof(*pending->keys));
}

static int by_sort(const void *left, const void *right)
{
	const struct cl_pending_photo *a = left;
	const struct cl_pending_photo *b = right;

	if (a->sort != b->sort)
		return a->sort < b->sort ? -1 : 1;
	return b->take_out - a->take_out;
}

void cl_pending_sort(struct cl_pending *pending)
{
	if (pending->count > 0)
		qsort(pending->photos, pending->count, sizeof(*pending->photos),
		      by_sort);
}

void cl_pending_clear(struct cl_pending *pending)
{
	pending->count = 0;
	pending->key_count = 0;
	cl_buf_clear(&pending->text);
}

void cl_pending_release(struct cl_pending *pending)
{
	cl_free(pending->photos);
	cl_free(pending->keys);
	cl_buf_release(&pending->text);
}
