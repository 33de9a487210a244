/* SPDX-License-Identifier: MIT */
#include "cutline/credits.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/error.h"
#include "base/fold.h"
#include "base/nearest.h"
#include "credits/list.h"

/* Pieces handed to the caller are about so large. */
#define PIECE 16384

static enum cutline_status refuse_style(const char *style,
					struct cutline_error *err)
{
	struct cl_nearest nearest = cl_nearest_to(cl_str_from(style));
	size_t count;
	const struct cutline_credits_style *styles =
		cutline_credits_styles(&count);

	for (size_t i = 0; i < count; i++)
		cl_nearest_try(&nearest, styles[i].name);
	(void)cl_fail(err, CUTLINE_NOT_FOUND, "there is no credit style “%s”",
		      style);
	if (nearest.best)
		cl_hint(err, "did you mean “%s”?", nearest.best);
	else
		cl_hint(err, "the styles are by-agency, by-file and "
			     "by-photographer");
	return CUTLINE_NOT_FOUND;
}

enum cutline_status cutline_credits_new(const char *style,
					struct cutline_credits **out,
					struct cutline_error *err)
{
	const struct cl_credits_rules *rules =
		cl_credits_rules_find(style ? style : "by-photographer");

	*out = NULL;
	if (!rules)
		return refuse_style(style, err);
	*out = cl_alloc_zero(1, sizeof(**out));
	if (!*out)
		return cl_nomem(err);
	(*out)->rules = rules;
	return CUTLINE_OK;
}

void cutline_credits_free(struct cutline_credits *credits)
{
	if (!credits)
		return;
	cl_arena_release(&credits->arena);
	cl_free(credits->entries);
	cl_free(credits->ids);
	cl_free(credits);
}

/* Which photos are in it. */

/* Where an id stands, or the free place for it. The table is never full. */
static int64_t *id_place(int64_t *ids, size_t cap, int64_t id)
{
	size_t at = (size_t)((uint64_t)id * 0x9E3779B97F4A7C15u >> 20) % cap;

	while (ids[at] != 0 && ids[at] != id)
		at = (at + 1) % cap;
	return &ids[at];
}

static bool make_room_for_id(struct cutline_credits *c)
{
	size_t cap = c->id_cap ? c->id_cap * 2 : 64;
	int64_t *ids;

	if (c->id_count + 1 < c->id_cap / 2)
		return true;
	ids = cl_alloc_zero(cap, sizeof(*ids));
	if (!ids)
		return false;
	for (size_t i = 0; i < c->id_cap; i++)
		if (c->ids[i] != 0)
			*id_place(ids, cap, c->ids[i]) = c->ids[i];
	cl_free(c->ids);
	c->ids = ids;
	c->id_cap = cap;
	return true;
}

static bool make_room_for_entry(struct cutline_credits *c)
{
	size_t cap = c->cap ? c->cap * 2 : 32;
	struct cl_credits_entry *entries;
	size_t bytes;

	if (c->count < c->cap)
		return true;
	if (__builtin_mul_overflow(cap, sizeof(*entries), &bytes))
		return false;
	entries = cl_realloc(c->entries, bytes);
	if (!entries)
		return false;
	c->entries = entries;
	c->cap = cap;
	return true;
}

/* An entry. */

static bool copy_list(struct cl_arena *arena,
		      const struct cutline_photo_field *field,
		      const char *const **items, size_t *count)
{
	const char **copy = cl_arena_array(arena, field->count, sizeof(*copy));

	if (!copy)
		return false;
	for (size_t i = 0; i < field->count; i++) {
		copy[i] = cl_arena_dup(arena, cl_str_from(field->items[i]));
		if (!copy[i])
			return false;
	}
	*items = copy;
	*count = field->count;
	return true;
}

/* The credit as it is to be printed: the record's own, or else the names that
 * make one, parted as agencies part them. */
static bool set_line(struct cl_arena *arena, const struct cutline_photo *photo,
		     struct cl_credits_entry *e)
{
	const char *line = cutline_photo_first(photo, CUTLINE_CREDIT_LINE);
	struct cl_buf made;

	if (!line && e->missing)
		return true;
	cl_buf_init(&made, SIZE_MAX);
	if (line)
		cl_buf_add_cstr(&made, line);
	for (size_t i = 0; !line && i < e->creator_count; i++) {
		cl_buf_add_cstr(&made, i > 0 ? " and " : "");
		cl_buf_add_cstr(&made, e->creators[i]);
	}
	for (size_t i = 0; !line && i < e->agency_count; i++) {
		cl_buf_add_cstr(&made, made.len > 0 ? "/" : "");
		cl_buf_add_cstr(&made, e->agencies[i]);
	}
	e->line = made.failed ? NULL : cl_arena_dup(arena, cl_buf_str(&made));
	cl_buf_release(&made);
	return e->line != NULL;
}

/* What a name is sorted by: folded, without a leading article. */
static const char *fold(struct cl_arena *arena, const char *text)
{
	struct cl_str s = cl_str_from(text);

	(void)cl_str_skip_nocase(&s, CL_STR("the "));
	return cl_fold_dup(arena, s);
}

static bool set_names(struct cutline_credits *c, struct cl_credits_entry *e)
{
	if (!e->missing && !c->rules->name(&c->arena, e))
		return false;
	e->head_key = fold(&c->arena, e->head);
	e->label_key = fold(&c->arena, e->label);
	e->file_key = fold(&c->arena, e->file);
	return e->head_key && e->label_key && e->file_key;
}

static bool make_entry(struct cutline_credits *c,
		       const struct cutline_photo *photo,
		       struct cl_credits_entry *e)
{
	const char *path = photo->path_count > 0 ? photo->paths[0] : "";
	const char *slash;

	*e = (struct cl_credits_entry){ .id = photo->id };
	e->path = cl_arena_dup(&c->arena, cl_str_from(path));
	if (!e->path)
		return false;
	slash = strrchr(e->path, '/');
	e->file = slash ? slash + 1 : e->path;
	if (!copy_list(&c->arena, &photo->fields[CUTLINE_CREATORS],
		       &e->creators, &e->creator_count) ||
	    !copy_list(&c->arena, &photo->fields[CUTLINE_AGENCIES],
		       &e->agencies, &e->agency_count))
		return false;
	e->missing = e->creator_count + e->agency_count == 0;
	return set_line(&c->arena, photo, e) && set_names(c, e);
}

enum cutline_status cutline_credits_add(struct cutline_credits *credits,
					const struct cutline_photo *photo,
					struct cutline_error *err)
{
	int64_t *place;

	if (!make_room_for_id(credits) || !make_room_for_entry(credits))
		return cl_nomem(err);
	place = id_place(credits->ids, credits->id_cap, photo->id);
	if (photo->id != 0 && *place == photo->id)
		return CUTLINE_OK;
	if (!make_entry(credits, photo, &credits->entries[credits->count]))
		return cl_nomem(err);
	if (photo->id != 0) {
		*place = photo->id;
		credits->id_count++;
	}
	credits->missing += credits->entries[credits->count].missing;
	credits->count++;
	credits->sorted = false;
	return CUTLINE_OK;
}

size_t cutline_credits_missing(const struct cutline_credits *c)
{
	return c->missing;
}

/* Writing. */

static int compare_files(const void *left, const void *right)
{
	const struct cl_credits_entry *a = left;
	const struct cl_credits_entry *b = right;
	int order = strcmp(a->file_key, b->file_key);

	if (order == 0)
		order = strcmp(a->file, b->file);
	if (order == 0)
		order = strcmp(a->path, b->path);
	return order != 0 ? order : (a->id > b->id) - (a->id < b->id);
}

/* What folds to the same is kept apart by its bytes, so that one credit's
 * photos stand together and the order never depends on the input's. */
static int compare_entries(const void *left, const void *right)
{
	const struct cl_credits_entry *a = left;
	const struct cl_credits_entry *b = right;
	int order = a->missing - b->missing;

	if (order == 0)
		order = (a->head == NULL) - (b->head == NULL);
	if (order == 0)
		order = strcmp(a->head_key, b->head_key);
	if (order == 0 && a->head)
		order = strcmp(a->head, b->head);
	if (order == 0)
		order = strcmp(a->label_key, b->label_key);
	if (order == 0 && a->label)
		order = strcmp(a->label, b->label);
	return order != 0 ? order : compare_files(left, right);
}

static void sort(struct cutline_credits *c)
{
	struct cl_credits_entry *e = c->entries;

	if (c->sorted || c->count == 0)
		return;
	qsort(e, c->count, sizeof(*e), compare_files);
	for (size_t i = 0; i < c->count; i++)
		e[i].same_file = false;
	for (size_t i = 1; i < c->count; i++)
		if (strcmp(e[i].file, e[i - 1].file) == 0)
			e[i].same_file = e[i - 1].same_file = true;
	qsort(e, c->count, sizeof(*e), compare_entries);
	c->sorted = true;
}

static void hand_on(struct cl_credits_sink *sink)
{
	if (sink->buf.failed)
		sink->status = CUTLINE_NOMEM;
	else if (sink->status == CUTLINE_OK && sink->buf.len > 0 &&
		 !sink->write(sink->context, sink->buf.data, sink->buf.len))
		sink->status = CUTLINE_STOPPED;
	cl_buf_clear(&sink->buf);
}

bool cl_credits_flush(struct cl_credits_sink *sink)
{
	if (sink->buf.failed || sink->buf.len >= PIECE)
		hand_on(sink);
	return sink->status == CUTLINE_OK;
}

enum cutline_status cutline_credits_write(
	struct cutline_credits *credits, enum cutline_credits_format format,
	bool (*write)(void *context, const char *data, size_t len),
	void *context, struct cutline_error *err)
{
	struct cl_credits_sink sink = { .write = write, .context = context };

	cl_buf_init(&sink.buf, SIZE_MAX);
	sort(credits);
	switch (format) {
	case CUTLINE_CREDITS_TEXT:
		cl_credits_write_text(credits, &sink);
		break;
	case CUTLINE_CREDITS_CSV:
		cl_credits_write_csv(credits, &sink);
		break;
	case CUTLINE_CREDITS_JSON:
		cl_credits_write_json(credits, &sink);
		break;
	}
	hand_on(&sink);
	cl_buf_release(&sink.buf);
	if (sink.status == CUTLINE_NOMEM)
		return cl_nomem(err);
	if (sink.status == CUTLINE_STOPPED)
		return cl_fail(err, CUTLINE_STOPPED,
			       "writing of the credit list was stopped");
	return CUTLINE_OK;
}
