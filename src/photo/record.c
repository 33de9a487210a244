/* SPDX-License-Identifier: MIT */
#include "photo/record.h"

#include <stddef.h>

#include "base/alloc.h"

struct cutline_photo *cl_photo_new(void)
{
	struct cl_photo_record *record = cl_alloc_zero(1, sizeof(*record));

	return record ? &record->photo : NULL;
}

static struct cl_photo_record *record_of(struct cutline_photo *photo)
{
	_Static_assert(offsetof(struct cl_photo_record, photo) == 0,
		       "the photo comes first");
	return (struct cl_photo_record *)photo;
}

struct cl_arena *cl_photo_arena(struct cutline_photo *photo)
{
	return &record_of(photo)->arena;
}

void cutline_photo_free(struct cutline_photo *photo)
{
	if (!photo)
		return;
	cl_arena_release(cl_photo_arena(photo));
	cl_free(record_of(photo));
}

const char *cutline_photo_first(const struct cutline_photo *photo,
				enum cutline_field field)
{
	const struct cutline_photo_field *f;

	if ((unsigned)field >= CUTLINE_PHOTO_FIELDS)
		return NULL;
	f = &photo->fields[field];
	return f->count > 0 ? f->items[0] : NULL;
}
