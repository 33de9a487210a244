/* SPDX-License-Identifier: MIT */
/*
 * Every value of the file, with its origin. A tag that stands several times in
 * one block makes one value of several items; one that stands in a second
 * block of its kind makes a value of its own, which comes after all others.
 * A sidecar's values are those of XMP under longer names.
 */
#include "photo/collect.h"

#include <string.h>

#include "base/fold.h"
#include "base/number.h"
#include "photo/credit.h"
#include "photo/dates.h"
#include "photo/device.h"
#include "photo/place.h"
#include "photo/placeholder.h"
#include "photo/position.h"
#include "photo/sidecar.h"

static const double sure = 0.95;
static const double exif_sure = 0.85;
static const double stray_sure = 0.5; /* in a later block */

enum {
	LENGTHS = 64
}; /* no tag of ours is longer */

/* The file's tags by the length of their names, so that a source looks at a few
 * of them only: numbers plus 1, 0 ends a row. */
struct tags {
	size_t prefix; /* of their names, that sources do not have */
	size_t first[LENGTHS];
	size_t *next;
	size_t *found; /* those of one source, in the file's order */
	size_t count;
};

static void sort_tags(const struct cl_draft *d, struct tags *tags)
{
	bool sidecars = tags->prefix > 0;

	memset(tags->first, 0, sizeof(tags->first));
	for (size_t i = d->image->tag_count; i-- > 0;) {
		const char *name = d->image->tags[i].name;
		size_t len;

		if ((name[0] == 's') != sidecars)
			continue;
		len = strlen(name) - tags->prefix;
		if (len >= LENGTHS)
			continue;
		tags->next[i] = tags->first[len];
		tags->first[len] = i + 1;
	}
}

static void find(const struct cl_draft *d, const struct cl_source *source,
		 struct tags *tags)
{
	size_t at = tags->first[source->tag.len];

	tags->count = 0;
	for (; at > 0; at = tags->next[at - 1])
		if (memcmp(d->image->tags[at - 1].name + tags->prefix,
			   source->tag.ptr, source->tag.len) == 0)
			tags->found[tags->count++] = at - 1;
}

static void set_items(struct cl_draft *d, struct cl_candidate *c,
		      const size_t *found, size_t count)
{
	const char **items = cl_draft_list(d, count);

	for (size_t i = 0; items && i < count; i++) {
		const struct cutline_tag *tag = &d->image->tags[found[i]];
		struct cl_str text = cl_str_trim(cl_str_from(tag->text));

		c->at_limit = c->at_limit || tag->at_limit;
		if (text.len > 0)
			items[c->value.count++] = cl_draft_dup(d, text);
	}
	c->value.items = items;
}

static size_t count_parts(struct cl_str text)
{
	size_t count = 1;

	for (size_t i = 0; i < text.len; i++)
		count += text.ptr[i] == ';';
	return count;
}

/* A name in a list of EXIF may be quoted, inner quotes doubled (MWG 2.0);
 * quotes around the whole are all that writers use. */
static struct cl_str unquoted(struct cl_str s)
{
	s = cl_str_trim(s);
	if (s.len >= 2 && s.ptr[0] == '"' && s.ptr[s.len - 1] == '"')
		s = cl_str_trim(cl_str_sub(s, 1, s.len - 1));
	return s;
}

/* "a; b" into two items, as what is read. */
static void read_parted(struct cl_draft *d, struct cl_candidate *c)
{
	struct cl_str rest = cl_str_from(c->value.items[0]);
	const char **list = cl_draft_list(d, count_parts(rest));
	struct cl_str part;
	size_t count = 0;

	while (list && cl_str_split(&rest, ';', &part)) {
		part = unquoted(part);
		if (part.len > 0)
			list[count++] = cl_draft_dup(d, part);
	}
	if (!d->failed)
		cl_candidate_read(c, list, count);
}

/* Artist's names are by-lines like any other, once parted; what it says
 * verbatim is put back afterwards. */
static void read_artist(struct cl_draft *d, size_t at)
{
	const char *const *items = d->candidates[at].value.items;
	struct cl_candidate *c = &d->candidates[at];

	read_parted(d, c);
	if (d->failed || !c->value.read) {
		if (!d->failed)
			cl_draft_read_credit(d, at);
		return;
	}
	c->value.items = c->value.read;
	c->value.count = c->value.read_count;
	c->value.read = NULL;
	c->value.read_count = 0;
	cl_draft_read_credit(d, at);
	for (size_t i = at; i < d->count; i++) {
		struct cutline_photo_value *v = &d->candidates[i].value;

		if (!v->read) {
			v->read = v->items;
			v->read_count = v->count;
		}
		v->items = items;
		v->count = 1;
	}
}

static void read_orders(struct cl_draft *d, size_t at)
{
	struct cl_str text = cl_str_from(d->candidates[at].value.items[0]);
	struct cutline_caption *parsed = NULL;
	const struct cutline_values *found;
	struct cl_candidate *c;
	const char **notes;

	if (cutline_caption_parse(text.ptr, text.len, NULL, &parsed, NULL)) {
		d->failed = true;
		return;
	}
	found = &parsed->fields[CUTLINE_RESTRICTIONS];
	if (found->count == 0)
		goto out;
	c = cl_draft_derive(d, at, CUTLINE_RESTRICTIONS, 0);
	notes = cl_draft_list(d, found->count);
	if (!c || !notes)
		goto out;
	for (size_t i = 0; i < found->count; i++)
		notes[i] = cl_draft_dup(d, cl_str_from(found->items[i].kind));
	c->notes = notes;
	cl_candidate_read(c, cl_draft_texts(d, found), found->count);
out:
	cutline_caption_free(parsed);
}

/* "EASTMAN KODAK COMPANY" and "KODAK CX7530": a word of the maker's. */
static bool begins_with_brand(struct cl_str model, struct cl_str make)
{
	struct cl_str brand;

	for (bool first = true; cl_str_split(&make, ' ', &brand); first = false)
		if ((first || brand.len > 3) &&
		    cl_str_starts_nocase(model, brand))
			return true;
	return false;
}

/* "Canon" and "Canon EOS R5" make "Canon EOS R5", "NIKON" and "D750" both. */
static void read_camera(struct cl_draft *d, struct cl_candidate *c)
{
	const char *tag = c->is_sidecar ? CL_SIDECAR_PREFIX "xmp:tiff:Make"
			  : c->value.origin[0] == 'e' ? "exif:Make"
						      : "xmp:tiff:Make";
	struct cl_str make =
		cl_str_trim(cl_str_from(cutline_image_tag(d->image, tag)));
	struct cl_str model = cl_str_from(c->value.items[0]);
	const char *both;

	if (make.len == 0 || begins_with_brand(model, make))
		return;
	both = cl_arena_printf(d->arena, "%.*s %.*s", CL_STR_ARG(make),
			       CL_STR_ARG(model));
	d->failed = d->failed || !both;
	if (both)
		cl_candidate_read_one(d, c, both);
}

static void note_kind(struct cl_draft *d, struct cl_candidate *c)
{
	const char **notes = cl_draft_list(d, c->value.count);

	for (size_t i = 0; notes && i < c->value.count; i++)
		notes[i] = c->source->kind;
	c->notes = notes;
}

static void read_form(struct cl_draft *d, size_t at)
{
	struct cl_candidate *c = &d->candidates[at];

	switch (c->source->form) {
	case CL_FORM_TEXT:
	case CL_FORM_LIST:
		break;
	case CL_FORM_SEMICOLON:
		read_parted(d, c);
		break;
	case CL_FORM_CREATORS:
	case CL_FORM_CREDIT:
	case CL_FORM_SOURCE:
		cl_draft_read_credit(d, at);
		break;
	case CL_FORM_ARTIST:
		read_artist(d, at);
		break;
	case CL_FORM_DATE:
	case CL_FORM_MOMENT:
		cl_dates_read(d, c);
		break;
	case CL_FORM_CITY:
	case CL_FORM_STATE:
	case CL_FORM_COUNTRY:
	case CL_FORM_CODE:
		cl_place_read(d, at);
		break;
	case CL_FORM_ORDERS:
		read_orders(d, at);
		break;
	case CL_FORM_CAMERA:
		read_camera(d, c);
		break;
	case CL_FORM_REFERENCE:
		note_kind(d, c);
		break;
	}
}

/* Nothing but placeholders? */
static bool says_nothing(const struct cl_candidate *c)
{
	for (size_t i = 0; i < c->value.count; i++)
		if (!cl_is_placeholder(c->value.field,
				       cl_str_from(c->value.items[i])))
			return false;
	return true;
}

/* Dates are read in any case, and "NA" among codes is Namibia. */
static bool may_be_placeholder(const struct cl_candidate *c)
{
	return c->source->form != CL_FORM_DATE &&
	       c->source->form != CL_FORM_MOMENT &&
	       c->source->form != CL_FORM_CODE;
}

static void read_candidate(struct cl_draft *d, size_t at)
{
	struct cl_candidate *c = &d->candidates[at];

	if (may_be_placeholder(c) && says_nothing(c))
		cl_candidate_drop(c, "placeholder");
	else if (cl_is_device_text(d->image, c->value.field,
				   cl_str_from(c->value.items[0])))
		cl_candidate_drop(c, "a camera's or program's own text");
	else
		read_form(d, at);
}

/* One block's tags of one source. */
static void add(struct cl_draft *d, const struct cl_source *source,
		const size_t *found, size_t count, bool sidecar)
{
	unsigned block = d->image->tags[found[0]].block;
	struct cl_candidate made = { 0 };
	struct cl_candidate *c;

	set_items(d, &made, found, count);
	if (d->failed || made.value.count == 0)
		return;
	c = cl_draft_add(d, source->field);
	if (!c)
		return;
	c->value.items = made.value.items;
	c->value.count = made.value.count;
	c->at_limit = made.at_limit;
	c->source = source;
	c->block = cl_source_block(source->tag);
	c->level = source->level;
	c->value.origin = source->tag.ptr;
	c->value.confidence = c->block == CL_BLOCK_EXIF ? exif_sure : sure;
	if (sidecar) {
		cl_sidecar_mark(d, c, block);
		if (d->failed)
			return;
	}
	if (block > 0) {
		c->level += CL_LEVEL_BLOCK + block;
		c->value.confidence = stray_sure;
	}
	read_candidate(d, d->count - 1);
}

static void add_blocks(struct cl_draft *d, const struct cl_source *source,
		       const struct tags *tags)
{
	const struct cutline_tag *all = d->image->tags;
	size_t start = 0;

	for (size_t i = 1; i <= tags->count; i++) {
		if (i < tags->count &&
		    all[tags->found[i]].block == all[tags->found[start]].block)
			continue;
		add(d, source, tags->found + start, i - start,
		    tags->prefix > 0);
		start = i;
	}
}

static const char *degrees(struct cl_draft *d, double x)
{
	char text[CL_NUMBER_MAX];
	size_t len = cl_real_write(x, 7, text);

	return cl_draft_dup(d, (struct cl_str){ text, len });
}

/* Receivers without a fix write zeros; nobody takes pictures in the sea where
 * equator and Greenwich meet. */
static bool is_no_fix(const struct cl_position *p)
{
	static const double nothing = 0.0005; /* degrees: some 50 m */

	return p->latitude > -nothing && p->latitude < nothing &&
	       p->longitude > -nothing && p->longitude < nothing;
}

static void add_position(struct cl_draft *d, const struct cl_position *p)
{
	struct cl_candidate *c = cl_draft_add(d, CUTLINE_GPS);
	const char **items = cl_draft_list(d, 2);

	if (!c || !items)
		return;
	items[0] = degrees(d, p->latitude);
	items[1] = degrees(d, p->longitude);
	c->block = CL_BLOCK_EXIF;
	c->level = p->level;
	c->latitude = p->latitude;
	c->longitude = p->longitude;
	c->value.items = items;
	c->value.count = 2;
	c->value.origin = p->origin;
	c->value.confidence = exif_sure;
	if (p->is_sidecar)
		cl_sidecar_mark(d, c, 0);
	if (is_no_fix(p))
		cl_candidate_drop(c, "0° N 0° E: what a receiver without a fix "
				     "writes");
}

static void add_gps(struct cl_draft *d)
{
	struct cl_position positions[CL_POSITIONS_MAX];
	size_t count = cl_position_find(d->image, positions);

	for (size_t i = 0; i < count && !d->failed; i++)
		add_position(d, &positions[i]);
}

/* Desks fill the venue with the city where they know none. */
static void drop_repeated_city(struct cl_draft *d)
{
	struct cl_candidate *c = NULL;

	while ((c = cl_draft_next(d, CUTLINE_SUBLOCATION, c))) {
		const struct cl_candidate *city = NULL;

		while ((city = cl_draft_next(d, CUTLINE_CITY, city)))
			if (c->standing == CL_STANDS &&
			    city->block == c->block &&
			    city->is_sidecar == c->is_sidecar &&
			    cl_fold_eq(cl_candidate_first(c),
				       cl_candidate_first(city)))
				cl_candidate_drop(c, "only the city again");
	}
}

/* What all sources find among the tags, which are sorted anew. */
static void add_all(struct cl_draft *d, struct tags *tags)
{
	sort_tags(d, tags);
	for (size_t i = 0; i < cl_source_count && !d->failed; i++) {
		find(d, &cl_sources[i], tags);
		if (tags->count > 0)
			add_blocks(d, &cl_sources[i], tags);
	}
}

void cl_collect(struct cl_draft *d)
{
	size_t count = d->image->tag_count;
	struct tags tags = { 0 };

	tags.next = cl_arena_array(d->arena, count, sizeof(*tags.next));
	tags.found = cl_arena_array(d->arena, count, sizeof(*tags.found));
	if (!tags.next || !tags.found) {
		d->failed = true;
		return;
	}
	cl_sidecar_order(d);
	add_all(d, &tags);
	if (d->image->sidecar_count > 0 && !d->failed) {
		tags.prefix = sizeof(CL_SIDECAR_PREFIX) - 1;
		add_all(d, &tags);
	}
	drop_repeated_city(d);
	if (!d->failed)
		add_gps(d);
	cl_sidecar_settle(d);
}
