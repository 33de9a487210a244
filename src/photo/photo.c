/* SPDX-License-Identifier: MIT */
/*
 * From a file's metadata to a photo: collect what every source says, choose
 * the caption and read it, choose the rest, compare. Each step stands in a file
 * of its own.
 */
#include "cutline/photo.h"

#include "base/error.h"
#include "photo/caption_text.h"
#include "photo/choose.h"
#include "photo/collect.h"
#include "photo/conflict.h"
#include "photo/credit.h"
#include "photo/dates.h"
#include "photo/record.h"
#include "photo/reference.h"

static void copy_file(struct cl_draft *d)
{
	const struct cutline_image *image = d->image;
	struct cutline_photo *p = d->photo;
	const char **paths = cl_draft_list(d, 1);
	const char **warnings = cl_draft_list(d, image->warning_count);

	if (!paths || !warnings)
		return;
	paths[0] = d->path;
	p->paths = paths;
	p->path_count = 1;
	p->identity = cl_draft_dup(d, cl_str_from(image->identity));
	p->type = cutline_image_type_name(image->type);
	p->bytes = image->bytes;
	p->width = image->width;
	p->height = image->height;
	p->orientation = image->orientation;
	for (size_t i = 0; i < image->warning_count; i++)
		warnings[i] = cl_draft_dup(d, cl_str_from(image->warnings[i]));
	p->warnings = warnings;
	p->warning_count = image->warning_count;
}

static void choose_all(struct cl_draft *d)
{
	const struct cl_candidate *date, *captured, *gps;

	for (unsigned f = 0; f < CUTLINE_PHOTO_FIELDS && !d->failed; f++)
		if (f != CUTLINE_CAPTION)
			cl_choose(d, (enum cutline_field)f);
	date = cl_chosen(d, CUTLINE_DATE_CREATED);
	captured = cl_chosen(d, CUTLINE_CAPTURED);
	if (date)
		d->photo->date = date->date;
	if (captured)
		d->photo->captured = captured->moment;
	gps = cl_chosen(d, CUTLINE_GPS);
	d->photo->has_gps = gps != NULL;
	if (gps) {
		d->photo->latitude = gps->latitude;
		d->photo->longitude = gps->longitude;
	}
}

static void keep_values(struct cl_draft *d)
{
	struct cutline_photo_value *values =
		cl_arena_array(d->arena, d->count, sizeof(*values));

	if (!values) {
		d->failed = true;
		return;
	}
	for (size_t i = 0; i < d->count; i++)
		values[i] = d->candidates[i].value;
	d->photo->values = values;
	d->photo->value_count = d->count;
}

static void (*const steps[])(struct cl_draft *d) = {
	copy_file,
	cl_collect,
	cl_caption_text,
	cl_dates_drop_issue,
	cl_reference_find,
	choose_all,
	cl_caption_positions,
	cl_draft_join_credit,
	cl_conflicts,
	keep_values,
};

enum cutline_status cutline_photo_build(const struct cutline_image *image,
					const char *path,
					struct cutline_photo **out,
					struct cutline_error *err)
{
	struct cutline_photo *photo = cl_photo_new();
	struct cl_draft draft;

	*out = NULL;
	if (!photo)
		return cl_nomem(err);
	cl_draft_init(&draft, image, photo, path);
	for (size_t i = 0; i < sizeof(steps) / sizeof(*steps); i++)
		if (!draft.failed)
			steps[i](&draft);
	cl_draft_release(&draft);
	if (draft.failed) {
		cutline_photo_free(photo);
		return cl_nomem(err);
	}
	*out = photo;
	return CUTLINE_OK;
}
