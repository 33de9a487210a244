/* SPDX-License-Identifier: MIT */
/*
 * Where a sidecar stands among the picture's own fields.
 *
 * Programs that write sidecars leave the picture as it is, so what a sidecar
 * says is an edit made after it, and comes before the picture's own fields,
 * whatever their level: a city corrected beside the picture is not undone by a
 * place shown inside. A field that the sidecar does not have is the picture's.
 * If both have an xmp:MetadataDate and the picture's is later, the sidecar is
 * an old one, which comes after the picture's fields; so does the older of two
 * sidecars.
 *
 * A sidecar usually repeats what EXIF says, in XMP's words and less exactly.
 * There EXIF stays in front; a sidecar's clock reading or position counts when
 * it is another one: a clock set right, a track of a receiver. The camera's
 * name nobody corrects.
 *
 * Where the order of the edits is known by their dates, the later replaces the
 * earlier and contradicts nothing. Where it is not, a difference is a conflict
 * like any other.
 */
#include "photo/sidecar.h"

#include <string.h>

#include "photo/dates.h"

static bool read_date(const struct cutline_image *image, const char *tag,
		      struct cutline_moment *out)
{
	const char *text = cutline_image_tag(image, tag);

	return text && cutline_moment_read(text, strlen(text), out);
}

void cl_sidecar_order(struct cl_draft *d)
{
	static const char inside_tag[] = "xmp:xmp:MetadataDate";
	static const char beside_tag[] =
		CL_SIDECAR_PREFIX "xmp:xmp:MetadataDate";
	struct cutline_moment inside, beside;

	if (d->image->sidecar_count == 0 ||
	    !read_date(d->image, inside_tag, &inside) ||
	    !read_date(d->image, beside_tag, &beside))
		return;
	d->sidecar_is_old = cutline_moment_is_later(&inside, &beside);
	d->edits_are_dated =
		d->sidecar_is_old || cutline_moment_is_later(&beside, &inside);
}

void cl_sidecar_mark(struct cl_draft *d, struct cl_candidate *c,
		     unsigned number)
{
	c->is_sidecar = true;
	c->place = number > 0 || d->sidecar_is_old ||
				   c->value.field == CUTLINE_CAMERA
			   ? CL_BEHIND
			   : CL_BEFORE;
	c->value.origin = cl_arena_printf(d->arena, CL_SIDECAR_PREFIX "%s",
					  c->value.origin);
	d->failed = d->failed || !c->value.origin;
}

/* The candidate of EXIF itself. */
static const struct cl_candidate *find_exif(const struct cl_draft *d,
					    enum cutline_field field)
{
	const struct cl_candidate *c = NULL;

	while ((c = cl_draft_next(d, field, c)))
		if (!c->is_sidecar && c->block == CL_BLOCK_EXIF &&
		    c->value.origin[0] == 'e' && c->standing == CL_STANDS)
			return c;
	return NULL;
}

/* The same reading, less exact, or brought to UTC, as some programs do where
 * EXIF tells no offset. */
static bool repeats(const struct cutline_moment *exif,
		    const struct cutline_moment *m)
{
	switch (cl_moments_differ(exif, m)) {
	case CUTLINE_DIFFERENCE_NONE:
	case CUTLINE_DIFFERENCE_PART:
		return true;
	case CUTLINE_DIFFERENCE_ZONE:
		return m->has_offset && m->offset_min == 0 && !exif->has_offset;
	default:
		return false;
	}
}

static void settle(struct cl_draft *d, enum cutline_field field)
{
	const struct cl_candidate *exif = find_exif(d, field);
	struct cl_candidate *c = NULL;

	while (exif && (c = cl_draft_next(d, field, c)))
		if (c->is_sidecar && c->block == CL_BLOCK_EXIF &&
		    repeats(&exif->moment, &c->moment))
			c->place = CL_BEHIND;
}

void cl_sidecar_settle(struct cl_draft *d)
{
	if (d->image->sidecar_count == 0)
		return;
	settle(d, CUTLINE_CAPTURED);
	settle(d, CUTLINE_DATE_CREATED);
}

const char *cl_sidecar_why_first(const struct cl_draft *d,
				 const struct cl_candidate *c)
{
	if (c->is_sidecar)
		return d->edits_are_dated
			       ? "the sidecar was edited last, by MetadataDate"
			       : "a sidecar comes first: an edit beside the "
				 "picture";
	return d->sidecar_is_old
		       ? "the picture was edited last, by MetadataDate"
		       : "EXIF comes before a sidecar that repeats it";
}

bool cl_sidecar_replaces(const struct cl_draft *d, const struct cl_candidate *a,
			 const struct cl_candidate *b)
{
	return d->edits_are_dated && a->is_sidecar != b->is_sidecar &&
	       a->block != CL_BLOCK_CAPTION && b->block != CL_BLOCK_CAPTION;
}
