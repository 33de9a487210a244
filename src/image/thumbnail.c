/* SPDX-License-Identifier: MIT */
/*
 * A thumbnail comes by the cheapest way that gives the right one. The embedded
 * one is lifted as it is when it needs neither turning nor another colour
 * space nor shrinking; else it goes through the decoder, which for so small a
 * picture is cheap still. Without a usable one the picture itself does.
 */
#include "cutline/image.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/file.h"
#include "image/sniff.h"
#include "image/thumbnail.h"
#include "image/thumbnail_decode.h"
#include "image/thumbnail_embedded.h"
#include "image/thumbnail_encode.h"
#include "image/thumbnail_profile.h"

#define JPEG_MAX ((size_t)128 << 20)

struct thumbnail {
	struct cutline_thumbnail pub; /* first */
	struct cl_buf jpeg;
};

struct making {
	struct cl_source *s;
	uint32_t side;
	struct cl_thumbnail_head head;
	struct cl_embedded embedded;
	struct cl_profile profile;
	bool has_profile; /* which changes colours */
	struct thumbnail *out;
	struct cutline_error *err;
};

static enum cutline_status refuse(struct making *m,
				  enum cutline_image_type type)
{
	const char *path = m->s->path;

	if (type == CUTLINE_IMAGE_UNKNOWN)
		return cl_fail(m->err, CUTLINE_FORMAT,
			       m->s->size == 0
				       ? "%s is empty"
				       : "%s is no image file of a known kind",
			       path);
	(void)cl_fail(m->err, CUTLINE_UNSUPPORTED,
		      "no thumbnail of %s: it is a %s file, and only JPEG is "
		      "decoded",
		      path, cutline_image_type_name(type));
	cl_hint(m->err, "export it as JPEG");
	return CUTLINE_UNSUPPORTED;
}

static void read_profile(struct making *m)
{
	const struct cl_thumbnail_head *head = &m->head;
	const uint8_t *p = NULL;

	if (head->profile_len > 0 && head->components == 3)
		p = cl_source_get(m->s, head->profile_at, head->profile_len);
	m->has_profile =
		p && cl_profile_read(&m->profile,
				     (struct cl_str){ (const char *)p,
						      head->profile_len });
}

static bool fits_as_it_is(const struct making *m)
{
	const struct cl_thumbnail_frame *frame = &m->embedded.frame;

	return !m->has_profile && m->embedded.orientation <= 1 &&
	       frame->width < 2 * m->side && frame->height < 2 * m->side;
}

static void lift(struct making *m)
{
	m->out->pub.width = m->embedded.frame.width;
	m->out->pub.height = m->embedded.frame.height;
	m->out->jpeg = m->embedded.jpeg;
	m->embedded.jpeg = (struct cl_buf){ 0 };
}

static enum cutline_status finish(struct making *m, struct cl_pixels *p)
{
	enum cutline_status status;

	if (m->has_profile)
		cl_profile_apply(&m->profile, p);
	if (!cl_pixels_turn(p, m->embedded.orientation))
		return cl_nomem(m->err);
	cl_buf_init(&m->out->jpeg, JPEG_MAX);
	status = cl_thumbnail_encode(p, &m->out->jpeg, m->err);
	m->out->pub.width = p->width;
	m->out->pub.height = p->height;
	return status;
}

static enum cutline_status decode(struct making *m, struct cl_source *s)
{
	struct cl_decoded decoded;
	enum cutline_status status =
		cl_thumbnail_decode(s, m->side, &decoded, m->s->path, m->err);

	if (status)
		return status;
	status = finish(m, &decoded.pixels);
	m->out->pub.damaged = decoded.damaged;
	cl_pixels_release(&decoded.pixels);
	return status;
}

/* By way of the embedded thumbnail. False when that turns out damaged. */
static bool use_embedded(struct making *m, enum cutline_status *status)
{
	struct cutline_thumbnail *pub = &m->out->pub;
	struct cl_source jpeg;

	*status = CUTLINE_OK;
	pub->embedded = true;
	if (fits_as_it_is(m)) {
		lift(m);
		return true;
	}
	cl_source_memory(&jpeg, cl_buf_str(&m->embedded.jpeg));
	*status = decode(m, &jpeg);
	if (*status == CUTLINE_NOMEM || (!*status && !pub->damaged))
		return true;
	cl_buf_release(&m->out->jpeg);
	*pub = (struct cutline_thumbnail){ 0 };
	return false;
}

static enum cutline_status make(struct making *m)
{
	enum cutline_image_type type = cl_sniff(m->s);
	enum cutline_status status;

	if (m->s->status)
		return m->s->status;
	if (type != CUTLINE_IMAGE_JPEG)
		return refuse(m, type);
	if (cl_thumbnail_head_read(&m->head, m->s)) {
		cl_embedded_read(&m->embedded, m->s, &m->head, m->side);
		read_profile(m);
	}
	if (m->s->status)
		return m->s->status;
	if (m->embedded.usable && use_embedded(m, &status))
		return status;
	return decode(m, m->s);
}

enum cutline_status cl_thumbnail_make(struct cl_source *s, uint32_t side,
				      struct cutline_thumbnail **out,
				      struct cutline_error *err)
{
	struct making m = { .s = s, .side = side, .err = err };
	enum cutline_status status;

	*out = NULL;
	if (side < CUTLINE_THUMBNAIL_SIDE_MIN ||
	    side > CUTLINE_THUMBNAIL_SIDE_MAX)
		return cl_fail(err, CUTLINE_LIMIT,
			       "a thumbnail of %lu pixels is none: %d to %d "
			       "can be had",
			       (unsigned long)side, CUTLINE_THUMBNAIL_SIDE_MIN,
			       CUTLINE_THUMBNAIL_SIDE_MAX);
	m.out = cl_alloc_zero(1, sizeof(*m.out));
	if (!m.out)
		return cl_nomem(err);
	status = make(&m);
	cl_embedded_release(&m.embedded);
	if (status) {
		cutline_thumbnail_free(&m.out->pub);
		return status;
	}
	m.out->pub.jpeg = (const uint8_t *)m.out->jpeg.data;
	m.out->pub.len = m.out->jpeg.len;
	*out = &m.out->pub;
	return CUTLINE_OK;
}

static enum cutline_status make_sized(int fd, const char *path, int64_t size,
				      uint32_t side,
				      struct cutline_thumbnail **out,
				      struct cutline_error *err)
{
	struct cl_source s;
	enum cutline_status status;

	cl_source_file(&s, fd, path, size, err);
	status = cl_thumbnail_make(&s, side, out, err);
	cl_source_release(&s);
	return status;
}

enum cutline_status cutline_image_thumbnail_fd(int fd, const char *path,
					       uint32_t side,
					       struct cutline_thumbnail **out,
					       struct cutline_error *err)
{
	struct stat st;

	*out = NULL;
	if (fstat(fd, &st) != 0)
		return cl_fail(err, CUTLINE_IO, "cannot stat %s: %s", path,
			       strerror(errno));
	if (!S_ISREG(st.st_mode))
		return cl_fail(err, CUTLINE_FORMAT, "%s is no regular file",
			       path);
	return make_sized(fd, path, st.st_size, side, out, err);
}

enum cutline_status cutline_image_thumbnail(const char *path, uint32_t side,
					    struct cutline_thumbnail **out,
					    struct cutline_error *err)
{
	enum cutline_status status;
	struct stat st;
	int fd;

	*out = NULL;
	status = cl_file_open(AT_FDCWD, path, &fd, &st, err);
	if (status)
		return status;
	status = make_sized(fd, path, st.st_size, side, out, err);
	(void)close(fd);
	return status;
}

void cutline_thumbnail_free(struct cutline_thumbnail *thumbnail)
{
	struct thumbnail *t = (struct thumbnail *)(void *)thumbnail;

	if (!t)
		return;
	cl_buf_release(&t->jpeg);
	cl_free(t);
}
