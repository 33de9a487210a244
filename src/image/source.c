/* SPDX-License-Identifier: MIT */
#include "image/source.h"

#include "base/alloc.h"
#include "base/file.h"

#define FIRST_READ ((size_t)32 << 10)
#define WALK_READ ((size_t)32 << 10)
#define JUMP_READ ((size_t)512)
#define LAST_READ ((size_t)16 << 10)

void cl_source_file(struct cl_source *s, int fd, const char *path, int64_t size,
		    struct cutline_error *err)
{
	*s = (struct cl_source){
		.fd = fd,
		.path = path,
		.size = size,
		.budget = CL_SOURCE_BUDGET,
		.err = err,
	};
}

void cl_source_memory(struct cl_source *s, struct cl_str bytes)
{
	*s = (struct cl_source){
		.fd = -1,
		.path = "memory",
		.size = (int64_t)bytes.len,
		.data = (const uint8_t *)bytes.ptr,
		.len = bytes.len,
	};
}

void cl_source_release(struct cl_source *s)
{
	cl_free(s->window);
	cl_free(s->head);
	cl_free(s->tail);
	s->window = NULL;
	s->head = NULL;
	s->tail = NULL;
}

/* How much to read for want bytes at offset. */
static size_t read_size(const struct cl_source *s, int64_t offset, size_t want)
{
	int64_t left = s->size - offset;
	size_t size = JUMP_READ;

	if (offset >= s->at && offset <= s->at + (int64_t)s->len)
		size = WALK_READ;
	if (size < want)
		size = want;
	return (int64_t)size > left ? (size_t)left : size;
}

/* Read into a piece of its own that is kept: the file's beginning or end. */
static void keep(struct cl_source *s, uint8_t **piece, int64_t offset,
		 size_t size, size_t *len)
{
	*piece = cl_alloc(size);
	*len = *piece ? size : 0;
	if (!*piece)
		s->status = cl_nomem(s->err);
	else
		s->status = cl_file_pread(s->fd, s->path, offset, *piece, len,
					  s->err);
	s->budget -= (int64_t)size;
}

static void read_head(struct cl_source *s)
{
	size_t size =
		s->size < (int64_t)FIRST_READ ? (size_t)s->size : FIRST_READ;

	keep(s, &s->head, 0, size, &s->head_len);
	/* A walk goes on behind it. */
	s->at = (int64_t)s->head_len;
}

/* Whether a piece lies in the end of the file, which is read for it. */
static bool in_tail(struct cl_source *s, int64_t offset, size_t want)
{
	int64_t from = s->size - (int64_t)LAST_READ;

	/* from is below 0 in a file that shrank since its size was taken. */
	if (from < 0 || offset < from || offset + (int64_t)want > s->size ||
	    (int64_t)LAST_READ > s->budget)
		return false;
	if (!s->tail)
		keep(s, &s->tail, from, LAST_READ, &s->tail_len);
	return offset - from + (int64_t)want <= (int64_t)s->tail_len;
}

static bool reserve(struct cl_source *s, size_t size)
{
	uint8_t *bigger;

	if (s->window && s->cap >= size)
		return true;
	if (size < WALK_READ)
		size = WALK_READ;
	bigger = cl_realloc(s->window, size);
	if (!bigger) {
		s->status = cl_nomem(s->err);
		return false;
	}
	s->window = bigger;
	s->data = bigger;
	s->cap = size;
	return true;
}

static void refill(struct cl_source *s, int64_t offset, size_t want)
{
	size_t size = read_size(s, offset, want);
	size_t got = size;

	s->len = 0;
	if ((int64_t)size > s->budget || !reserve(s, size))
		return;
	s->at = offset;
	s->status =
		cl_file_pread(s->fd, s->path, offset, s->window, &got, s->err);
	if (!s->status)
		s->len = got;
	s->budget -= (int64_t)size;
}

static bool in_window(const struct cl_source *s, int64_t offset, size_t want)
{
	return offset >= s->at &&
	       offset + (int64_t)want <= s->at + (int64_t)s->len;
}

const uint8_t *cl_source_peek(struct cl_source *s, int64_t offset, size_t want,
			      size_t *got)
{
	int64_t left;

	*got = 0;
	if (s->status || offset < 0 || offset >= s->size ||
	    want > CL_SOURCE_PIECE)
		return NULL;
	left = s->size - offset;
	if ((int64_t)want > left)
		want = (size_t)left;
	if (s->fd >= 0 && !s->head)
		read_head(s);
	if (s->status)
		return NULL;
	if (offset + (int64_t)want <= (int64_t)s->head_len) {
		*got = want;
		return s->head + offset;
	}
	if (in_window(s, offset, want)) {
		*got = want;
		return s->data + (offset - s->at);
	}
	if (s->fd >= 0 && in_tail(s, offset, want)) {
		*got = want;
		return s->tail + (offset - (s->size - (int64_t)LAST_READ));
	}
	if (s->fd >= 0 && !s->status)
		refill(s, offset, want);
	if (s->len == 0 || offset < s->at || offset >= s->at + (int64_t)s->len)
		return NULL;
	left = s->at + (int64_t)s->len - offset;
	*got = (int64_t)want > left ? (size_t)left : want;
	return s->data + (offset - s->at);
}

const uint8_t *cl_source_get(struct cl_source *s, int64_t offset, size_t len)
{
	size_t got;
	const uint8_t *p = cl_source_peek(s, offset, len, &got);

	return got == len ? p : NULL;
}
